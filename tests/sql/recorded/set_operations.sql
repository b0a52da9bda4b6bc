-- {union_all|union|intersect|except|intersect_all|except_all}
SELECT payment_id, amount FROM payments {UNION ALL|UNION|INTERSECT|EXCEPT|INTERSECT ALL|EXCEPT ALL} SELECT payment_id, refund_amount FROM refunds;

-- minus: Oracle's name of EXCEPT
SELECT customer_id FROM payments MINUS SELECT customer_id FROM orders;

-- names_of_the_first
SELECT order_id AS id, price AS value_ FROM orders UNION ALL SELECT shipment_id, cost FROM shipments;

-- common_{decimal|int_bigint|float_decimal|char|null|timestamp|date_timestamp}
SELECT {amount|merchant_id|weight_kg|currency|CAST(NULL AS INT)|event_time|opened_on} AS v FROM {payments|payments|shipments|payments|payments|payments|accounts} UNION ALL SELECT {price|customer_id|cost|channel|merchant_id|updated_at|CAST(updated_at AS DATE)} FROM {orders|payments|shipments|orders|payments|customers|customers};

-- nullability
SELECT payment_id, attempts FROM payments UNION ALL SELECT status, attempts FROM payments;

-- three
SELECT payment_id FROM payments UNION ALL SELECT refund_id FROM refunds UNION ALL SELECT carrier FROM shipments;

-- precedence
SELECT customer_id FROM payments UNION SELECT customer_id FROM orders INTERSECT SELECT customer_id FROM accounts;

-- parenthesized
SELECT customer_id FROM payments EXCEPT (SELECT customer_id FROM orders UNION SELECT customer_id FROM accounts);

-- rowtimes_{kept|lost}
SELECT session_id, click_time AS t FROM clicks UNION ALL SELECT session_id, {shown_at|CAST(shown_at AS TIMESTAMP(3))} FROM impressions;

-- of_{cdc|upsert|keyed}_tables
SELECT {id, name|account_id, kind|id, country} FROM {customers|accounts|customers} UNION ALL SELECT {customer_id, kind|card_id, status|customer_id, country} FROM {accounts|payments|payments};

-- of_aggregates
SELECT country, COUNT(*) AS n FROM payments GROUP BY country UNION ALL SELECT 'all', COUNT(*) FROM payments;

-- with_literals
SELECT 'payment' AS kind, payment_id AS id FROM payments UNION ALL SELECT 'refund', refund_id FROM refunds;

-- star_and_values
SELECT * FROM (VALUES (1, 'a')) AS t (n, s) UNION ALL SELECT merchant_id, status FROM payments;

-- ordered_and_limited
SELECT payment_id FROM payments UNION ALL SELECT refund_id FROM refunds LIMIT 10;

-- row_types
SELECT ROW(1, 'a') AS r FROM payments UNION ALL SELECT ROW(2, 'bcd') FROM payments;

-- arrays
SELECT codes FROM baskets UNION ALL SELECT ARRAY[1] FROM payments;

-- wrong_{count|text_number|unknown_second|date_number|array_scalar|bool_number}
SELECT {payment_id, amount|amount|amount|opened_on|tags|approved} FROM {payments|payments|payments|accounts|clicks|authorizations} UNION ALL SELECT {payment_id|status|total|customer_id|url|score} FROM {refunds|payments|refunds|accounts|clicks|authorizations};

-- one_side_lost_its_rowtime_{by_join|by_left_join|by_self_join}: time attributes must be the same on both sides when it is planned
SELECT p.event_time FROM {payments p, customers c|payments p LEFT JOIN refunds r ON p.payment_id = r.payment_id|payments p JOIN payments q ON p.card_id = q.card_id} UNION ALL SELECT rate_time FROM fx_rates;

-- both_sides_lost_their_rowtime
SELECT p.event_time FROM payments p JOIN refunds r ON p.payment_id = r.payment_id UNION ALL SELECT r.refunded_at FROM payments p JOIN refunds r ON p.payment_id = r.payment_id;

-- a_time_attribute_beside_a_constant_{floored|lost}
{SELECT FLOOR(event_time TO DAY) AS u FROM payments|SELECT p.event_time AS u FROM payments p JOIN customers c ON p.customer_id = c.id} UNION ALL SELECT TIMESTAMP '2024-01-01 00:00:00' FROM orders;

-- minus_{all_empty|empty|all_left_empty|intersect_empty|intersect_all_empty|union_empty}
SELECT order_id FROM orders {EXCEPT ALL SELECT order_id FROM shipments WHERE FALSE|EXCEPT SELECT order_id FROM shipments WHERE 1 = 0|WHERE FALSE EXCEPT ALL SELECT order_id FROM shipments|INTERSECT SELECT order_id FROM shipments LIMIT 0|INTERSECT ALL SELECT order_id FROM shipments WHERE FALSE|UNION SELECT order_id FROM shipments WHERE FALSE};

-- no_plan_in_{an_empty_branch|a_full_branch}
SELECT merchant_id AS a FROM payments UNION ALL SELECT CAST(merchant_id = status AS INT) FROM payments {WHERE 1 = 2|};

-- rows_that_differ_{except_by_key|except_to_be_cast|intersect_to_be_cast|except_of_groups|except_of_all_keys|union_by_key}: rows that differ as they are need no DISTINCT, unless a cast hides it
{SELECT account_id FROM accounts EXCEPT SELECT sku FROM inventory|SELECT account_id, kind FROM accounts EXCEPT SELECT merchant_name, category FROM merchants|SELECT account_id, kind FROM accounts INTERSECT SELECT merchant_name, category FROM merchants|SELECT kind, COUNT(*) AS n FROM accounts GROUP BY kind EXCEPT SELECT channel, order_id FROM orders|SELECT warehouse, sku FROM inventory EXCEPT SELECT device_id, refund_id FROM sensors CROSS JOIN refunds|SELECT account_id FROM accounts UNION SELECT account_id FROM accounts}


-- a_time_attribute_beside_a_{timestamp|seconds|micros|zoned|date|literal}: another precision makes a type of its own
SELECT x, COUNT(*) OVER (ORDER BY x) AS n FROM (SELECT event_time AS x FROM payments UNION ALL SELECT {viewed_at|CAST(viewed_at AS TIMESTAMP(0))|CAST(viewed_at AS TIMESTAMP(6))|CAST(viewed_at AS TIMESTAMP_LTZ(3))|CAST(viewed_at AS DATE)|TIMESTAMP '2024-05-01 10:00:00'} FROM page_views);

-- a_{timestamp|string}_beside_a_time_attribute
SELECT x, COUNT(*) OVER (ORDER BY x) AS n FROM (SELECT {viewed_at|page} AS x FROM page_views UNION ALL SELECT event_time FROM payments);

-- window_over_a_union_{with_a_timestamp|with_micros|with_a_lost_time|of_lost_times|with_a_lost_time_cast}
SELECT w, COUNT(*) AS n FROM (SELECT TUMBLE_END(x, INTERVAL '1' HOUR) AS w FROM ({SELECT event_time AS x FROM payments UNION ALL SELECT viewed_at FROM page_views|SELECT event_time AS x FROM payments UNION ALL SELECT CAST(viewed_at AS TIMESTAMP(6)) FROM page_views|SELECT event_time AS x FROM payments UNION ALL SELECT DISTINCT event_time FROM payments|SELECT DISTINCT event_time AS x FROM payments UNION ALL SELECT DISTINCT event_time FROM payments|SELECT event_time AS x FROM payments UNION ALL SELECT DISTINCT order_time FROM orders}) GROUP BY TUMBLE(x, INTERVAL '1' HOUR)) GROUP BY w;

-- distinct_union_with_a_lost_time
SELECT event_time AS x FROM payments UNION SELECT p.event_time FROM payments p CROSS JOIN customers c;

-- window_over_{except_all|intersect_all}
SELECT TUMBLE_END(x, INTERVAL '1' HOUR) AS w, COUNT(*) AS n FROM (SELECT event_time AS x FROM payments {EXCEPT|INTERSECT} ALL SELECT p.event_time FROM payments p WHERE p.amount > 3) GROUP BY TUMBLE(x, INTERVAL '1' HOUR);
