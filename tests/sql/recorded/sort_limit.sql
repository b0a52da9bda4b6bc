-- order_by_{rowtime|proctime|rowtime_and_column}
SELECT {event_time, amount|proc_time, order_id|event_time, amount} FROM {payments|orders|payments} ORDER BY {event_time|proc_time|event_time, amount DESC};

-- limit_{10|1|0}
SELECT payment_id FROM payments LIMIT {10|1|0};

-- order_limit_{asc|desc|two|nulls|ordinal|alias|expression}
SELECT payment_id, amount AS a, fee FROM payments ORDER BY {amount|amount DESC|country, amount DESC|fee NULLS LAST|2|a|amount * fee} LIMIT 5;

-- offset_{limit|fetch|only}
SELECT payment_id FROM payments {ORDER BY amount LIMIT 5 OFFSET 2|ORDER BY amount OFFSET 2 ROWS FETCH NEXT 5 ROWS ONLY|ORDER BY amount OFFSET 3 ROWS};

-- fetch_first
SELECT payment_id FROM payments FETCH FIRST 3 ROWS ONLY;

-- of_{aggregate|cdc|union}
{SELECT country, COUNT(*) AS n FROM payments GROUP BY country|SELECT id, balance AS n FROM customers|SELECT payment_id, amount AS n FROM payments UNION ALL SELECT refund_id, refund_amount FROM refunds} ORDER BY n DESC LIMIT 3;

-- in_a_subquery
SELECT country FROM (SELECT * FROM payments ORDER BY amount DESC LIMIT 10);

-- limit_of_cdc
SELECT id FROM customers LIMIT 3;

-- order_{plain|desc_time|second_time|cdc_time|updating}: not possible without a limit
SELECT {payment_id|payment_id|payment_id|product_id|country, COUNT(*) AS n} FROM {payments|payments|payments|price_list|payments GROUP BY country} ORDER BY {amount|event_time DESC|amount, event_time|valid_from|n};

-- wrong_{unknown|ordinal|limit_text|limit_column|array_order|negative}
SELECT {payment_id|payment_id|payment_id|payment_id|tags|payment_id} FROM {payments|payments|payments|payments|clicks|payments} {ORDER BY amont LIMIT 3|ORDER BY 9 LIMIT 3|LIMIT 'x'|LIMIT attempts|ORDER BY properties LIMIT 3|LIMIT -1};

-- alias_{in_an_expression|in_case|in_a_call|negated|of_an_aggregate|of_a_rank|hides_a_column|of_a_key|quoted|in_over|with_a_hidden_column}: a name is an output column's first
SELECT {quantity + 1 AS q|quantity AS q|quantity AS q|quantity AS q|SUM(quantity) AS q|quantity, ROW_NUMBER() OVER (ORDER BY ts) AS q|quantity AS product_id|channel AS q, SUM(quantity) AS s|quantity AS `q x`|quantity AS q|quantity AS q} FROM orders {|||||||GROUP BY channel|||} ORDER BY {q * 2|CASE WHEN q > 5 THEN 0 ELSE 1 END|ABS(q)|-q DESC|q + 1|q + 1|product_id + 1|s / COUNT(*), CASE WHEN s > 3 THEN q END|`q x` + 1|ROW_NUMBER() OVER (ORDER BY q)|q + price} LIMIT 10

-- name_{twice|of_two_tables|of_two_tables_in_an_expression|of_a_column_and_an_alias|in_two_stars|once_qualified|not_in_a_subquery|of_a_field}
SELECT {o.quantity AS q, o.product_id AS q|o.order_id, s.order_id|o.order_id, s.order_id|o.quantity, o.price AS quantity|o.*, s.*|o.order_id, s.order_id|o.quantity AS q|ROW(o.quantity) AS q} FROM orders AS o JOIN shipments AS s ON o.order_id = s.order_id ORDER BY {q|order_id|order_id + 1|quantity + 1|order_id + 1|o.order_id|(SELECT MAX(device_id) FROM sensors WHERE device_id = q)|q.EXPR$0} LIMIT 5

-- aggregate_{without_group|of_constants|with_having|beside_an_aggregate}: in ORDER BY only of a query that aggregates
SELECT {channel|1 AS c|1 AS c|COUNT(*) AS c} FROM orders {||HAVING COUNT(*) > 1|} ORDER BY {COUNT(*)|COUNT(*)|SUM(quantity)|SUM(quantity)} LIMIT 5

-- distinct_{alias|expression_repeated|expression_of_alias|other_column|other_in_an_expression|other_beside_an_alias}
SELECT DISTINCT {channel AS c|UPPER(channel) AS u|quantity AS q, price AS p|channel|channel|quantity AS q} FROM orders ORDER BY {c|UPPER(channel)|q + p|price|price + 1|q + price} LIMIT 5

-- legacy_window_then_sort: what rows are ordered by must be part of a key
SELECT TUMBLE_ROWTIME(event_time, INTERVAL '1' MINUTE) AS wt, country, COUNT(*) AS c FROM payments GROUP BY country, TUMBLE(event_time, INTERVAL '1' MINUTE) ORDER BY wt{, c DESC|, country}
