-- {star|columns|aliases|mixed_star|table_star|repeated_star}
SELECT {*|payment_id, amount|payment_id AS id, amount total|amount, *|p.*|p.*, p.*} FROM payments p;

-- duplicates_{same_column|alias|case|three|with_zero}: the planner renames them
SELECT {amount, amount|fee AS x, amount AS x|fee AS x, amount AS X|fee AS a, amount AS a, attempts AS a|fee AS a, amount AS a0, attempts AS a} FROM payments;

-- unnamed_{arithmetic|function|literal|case|between_named}
SELECT {amount * 2|UPPER(country)|42|CASE WHEN fee > 1 THEN 1 END|payment_id, fee + 1, country} FROM payments;

-- where_{comparison|and_or|not|between|in|like|is_null|boolean_column|case}
SELECT {payment_id|payment_id|payment_id|payment_id|payment_id|payment_id|payment_id|auth_id|payment_id} FROM {payments|payments|payments|payments|payments|payments|payments|authorizations|payments} WHERE {amount >= 10.5|country = 'FR' AND (fee > 1 OR attempts < 3)|NOT (fee > 1)|amount BETWEEN 1 AND 100|country IN ('FR', 'DE')|status LIKE 'FA%'|fee IS NULL|approved|CASE WHEN fee > 1 THEN TRUE ELSE FALSE END};

-- constant_where_{false|null|true}
SELECT payment_id FROM payments WHERE {1 = 2|NULL|TRUE};

-- nested_{field|deep|array|map|row_of_array}
SELECT {device.os|device.screen.width|tags[1]|properties['utm']|device} AS v FROM clicks;

-- qualified_nested
SELECT c.device.os AS os, c.device.screen.height FROM clicks AS c;

-- flattened_row
SELECT device.* FROM clicks;

-- qualified_by_the_table_name
SELECT payments.payment_id FROM payments;

-- boolean_expressions
SELECT amount > 10 AS big, fee IS NULL AS gratis, NOT (attempts > 1) AS once, country = 'FR' OR status = 'OK' AS either FROM payments;

-- three_valued
SELECT approved IS TRUE AS a, approved IS NOT TRUE AS b, approved IS UNKNOWN AS c, approved IS FALSE AS d FROM authorizations;

-- literals
SELECT 1 AS i, 3000000000 AS l, 1.5 AS d, 1e3 AS f, 'x' AS s, TRUE AS b, DATE '2024-02-29' AS dt, TIME '10:11:12' AS t, TIMESTAMP '2024-02-29 10:11:12.123' AS ts, X'0AFF' AS bin, INTERVAL '1' DAY AS iv FROM payments;

-- string_literals_{quote|unicode|concatenated|charset}
SELECT {'it''s'|U&'\00e9t\00e9'|'a' \|\| 'b'|_UTF8'abc'} AS s FROM payments;

-- subquery_column_order
SELECT b, a FROM (SELECT fee AS a, amount AS b FROM payments);

-- comments
SELECT payment_id, -- the id
/* block */ amount FROM payments;

-- wrong_{unknown_column|unknown_table|unknown_alias|alias_in_where|case|misspelled_field|unknown_field|star_of_unknown}
SELECT {amout|amount|x.amount|fee * 2 AS double_fee|AMOUNT|device.so|device.screen.depth|q.*} FROM {payments|paymnts|payments p|payments|payments|clicks|clicks|payments} {|||WHERE double_fee > 1||||};

-- wrong_{syntax|two_froms|trailing_comma|missing_select_list|unclosed_text|unclosed_bracket|not_boolean_where|empty_in}
SELECT {payment_id|payment_id|payment_id,||'abc|(fee|payment_id|payment_id} {FORM|FROM payments FROM|FROM|FROM|FROM|FROM|FROM|FROM} payments{||||||  WHERE fee| WHERE country IN ()};

-- constant_condition_over_{aggregate|join|rank|window}: nothing is left to run
{SELECT country, COUNT(*) AS n FROM payments WHERE 1 = 2 GROUP BY country|SELECT o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id WHERE FALSE|SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC) AS rn FROM payments WHERE FALSE) WHERE rn <= 3|SELECT window_start, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) WHERE CAST(NULL AS BOOLEAN) GROUP BY window_start, window_end};

-- number_cast_to_time_{column|count|literal}
SELECT {CAST(customer_id AS TIMESTAMP(3))|CAST(COUNT(*) AS TIMESTAMP(3))|CAST(1 AS TIMESTAMP(3))} AS v FROM payments;

-- grouped_by_{map|multiset|array|row}
SELECT COUNT(*) AS n FROM {clicks GROUP BY properties|baskets GROUP BY words|clicks GROUP BY tags|clicks GROUP BY device};

-- condition_never_met_{itself|missing|branches|nullif|list|bounds|two_values|opposite|below}: nothing is run
SELECT country, COUNT(*) AS n FROM payments WHERE {fee > fee|attempts IS NULL|CASE WHEN attempts IS NULL THEN fee > 1 ELSE FALSE END|fee > NULLIF(fee, 5)|NOT merchant_id IN (4, 7, merchant_id)|2 BETWEEN 8 AND attempts|merchant_id = 1 AND merchant_id = 2|merchant_id IS NULL AND merchant_id > 3|fee < CASE WHEN country = 'x' THEN fee END} GROUP BY country;

-- condition_against_one_below: the rank is held to 3 first
SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC) AS rn FROM payments) WHERE rn <= 3 AND rn = 10;

-- rank_of_nothing: the rank is still run
SELECT payment_id, rn FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC) AS rn FROM (SELECT * FROM payments WHERE attempts IS NULL)) WHERE rn <= 3;

-- joined_to_nothing_{left|full}: no join is run
SELECT p.payment_id, c.name FROM payments p {LEFT|FULL} JOIN (SELECT * FROM customers WHERE id IS NULL) c ON p.customer_id = c.id;

-- unread_rank_under_a_filter: the filter keeps the rank alive
SELECT payment_id, rn FROM (SELECT payment_id, rn, ROW_NUMBER() OVER (PARTITION BY rn ORDER BY payment_id) AS again FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC) AS rn FROM payments) WHERE rn <= 3) WHERE rn = 1;

-- key_held_to_one_value_{alone|filtered|computed}: what stands above loses it
SELECT country, n{| |, n + 1 AS m} FROM (SELECT country, COUNT(*) AS n FROM payments WHERE country = 'FR' GROUP BY country){| WHERE n > 2| };

-- outer_join_under_a_condition_that_refuses_null
SELECT p.payment_id, c.name, c.id FROM payments p LEFT JOIN customers c ON p.customer_id = c.id WHERE CAST(c.balance AS INT) + 1 > 3;

-- condition_in_on_about_an_upsert_source
SELECT a.account_id, c.name FROM accounts a JOIN customers c ON a.customer_id = c.id AND a.kind LIKE 'x%';

-- filter_above_union_of_an_upsert_source_{key|value}
SELECT * FROM (SELECT {account_id|kind} AS u FROM accounts UNION ALL SELECT country FROM payments) WHERE u IS NOT NULL;

-- cross_join_of_an_upsert_source_{with|without}_its_key
SELECT p.payment_id, {a.account_id|a.kind} AS x FROM payments p CROSS JOIN accounts a;

-- not_in_{optional|required}: optional values tie by no equality
SELECT payment_id FROM payments WHERE {customer_id|attempts} NOT IN (SELECT {customer_id|warehouse} FROM {accounts|inventory});

-- in_above_unnest_{in|not_in}: distinct rows of the subquery are joined
SELECT b.basket_id, c.code FROM baskets b CROSS JOIN UNNEST(b.codes) AS c (code) WHERE b.basket_id {IN|NOT IN} (SELECT customer_id FROM accounts);
