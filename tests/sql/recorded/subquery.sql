-- {in|not_in}
SELECT order_id FROM orders WHERE customer_id {IN|NOT IN} (SELECT id FROM customers WHERE tier = 'gold');

-- {exists|not_exists}
SELECT payment_id FROM payments p WHERE {|NOT }EXISTS (SELECT 1 FROM refunds r WHERE r.payment_id = p.payment_id);

-- scalar_{max|avg|count}
SELECT payment_id FROM payments WHERE amount > (SELECT {MAX(refund_amount)|AVG(refund_amount)|COUNT(*)} FROM refunds);

-- scalar_in_select
SELECT payment_id, (SELECT COUNT(*) FROM refunds) AS all_refunds FROM payments;

-- scalar_correlated_{sum|max|count}
SELECT c.id, (SELECT {SUM(p.amount)|MAX(p.amount)|COUNT(*)} FROM payments p WHERE p.customer_id = c.id) AS v FROM customers c;

-- correlated_in
SELECT c.id FROM customers c WHERE c.country IN (SELECT p.country FROM payments p WHERE p.customer_id = c.id);

-- in_with_{two_columns|aggregate|union}
SELECT order_id FROM orders WHERE {(customer_id, currency)|customer_id|customer_id} IN (SELECT {customer_id, currency|MAX(customer_id)|customer_id} FROM payments{||  UNION SELECT id FROM customers});

-- quantified_{any|some|all|not_any}
SELECT payment_id FROM payments WHERE amount {= ANY|> SOME|> ALL|<> ALL} (SELECT refund_amount FROM refunds);

-- in_having
SELECT country, SUM(amount) AS s FROM payments GROUP BY country HAVING SUM(amount) > (SELECT AVG(balance) FROM customers);

-- in_case
SELECT payment_id, CASE WHEN customer_id IN (SELECT id FROM customers) THEN 'known' ELSE 'new' END AS who FROM payments;

-- nested_exists
SELECT c.id FROM customers c WHERE EXISTS (SELECT 1 FROM orders o WHERE o.customer_id = c.id AND EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id));

-- exists_or_condition
SELECT payment_id FROM payments p WHERE p.amount > 1000 OR EXISTS (SELECT 1 FROM refunds r WHERE r.payment_id = p.payment_id);

-- in_list_and_subquery
SELECT payment_id FROM payments WHERE country IN ('FR', 'DE') AND merchant_id IN (SELECT merchant_id FROM merchants);

-- derived_table{|_aliased_columns}
SELECT {t.a|x} FROM (SELECT amount AS a FROM payments) AS t{| (x)};

-- exists_not_correlated
SELECT payment_id FROM payments WHERE EXISTS (SELECT 1 FROM customers WHERE tier = 'gold');

-- correlated_non_equi
SELECT p.payment_id FROM payments p WHERE EXISTS (SELECT 1 FROM refunds r WHERE r.refund_amount > p.amount);

-- array_subquery
SELECT ARRAY(SELECT name FROM customers) AS names FROM payments;

-- scalar_of_several_rows
SELECT payment_id, (SELECT name FROM customers) AS n FROM payments;

-- scalar_correlated_no_aggregate
SELECT p.payment_id, (SELECT c.name FROM customers c WHERE c.id = p.customer_id) AS n FROM payments p;

-- in_the_join_condition
SELECT o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id AND s.carrier IN (SELECT name FROM customers);

-- order_in_a_subquery
SELECT payment_id FROM (SELECT * FROM payments ORDER BY amount) t;

-- wrong_{two_columns|type_clash|unknown_inner|unknown_outer|scalar_two_columns|unknown_table|any_type|exists_column}
SELECT payment_id FROM payments p WHERE {customer_id IN (SELECT id, name FROM customers)|event_time IN (SELECT id FROM customers)|customer_id IN (SELECT ident FROM customers)|EXISTS (SELECT 1 FROM customers c WHERE c.id = p.client)|amount > (SELECT balance, id FROM customers)|customer_id IN (SELECT id FROM clients)|amount > ANY (SELECT updated_at FROM customers)|EXISTS (SELECT nope FROM customers)};

-- in_with_{time_and_text|text_and_time}: validates, and no join can be planned
SELECT p.payment_id FROM payments p WHERE p.{event_time|status} IN (SELECT {status|event_time} FROM payments);

-- subquery_under_{or|case}
SELECT p.payment_id FROM payments p WHERE {p.fee > 1 OR EXISTS (SELECT 1 FROM refunds r WHERE r.payment_id = p.payment_id AND r.refund_amount > p.amount)|CASE WHEN p.customer_id IN (SELECT id FROM customers) THEN TRUE ELSE p.fee > 1 END};

-- exists_above_a_{lookup|temporal|interval|window}_join
SELECT p.payment_id FROM {payments p LEFT JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id|payments p JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency|payments p JOIN refunds f ON p.payment_id = f.payment_id AND f.refunded_at BETWEEN p.event_time AND p.event_time + INTERVAL '1' HOUR|TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) AS p}
WHERE EXISTS (SELECT 1 FROM refunds r WHERE r.payment_id = p.payment_id);

-- correlated_equality_of_{time_and_text|boolean_and_text|number_and_text|number_and_number}
SELECT a.auth_id FROM authorizations a WHERE EXISTS (SELECT 1 FROM payments p WHERE {p.status = a.auth_time|p.status = a.approved|p.status = a.auth_id|p.merchant_id = a.auth_id});

-- exists_above_an_unnest
SELECT b.basket_id FROM baskets b CROSS JOIN UNNEST(b.codes) AS t (code) WHERE EXISTS (SELECT 1 FROM sensors s WHERE s.device_id = b.basket_id);

-- or_equi_{exists|not_exists|in|not_in}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id OR s.cost > 10)|NOT EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id OR o.quantity > 10)|o.order_id IN (SELECT s.order_id FROM shipments s WHERE s.cost > o.price OR s.cost = 3)|o.order_id NOT IN (SELECT s.order_id FROM shipments s WHERE s.carrier = o.channel OR s.cost = 3)};

-- pull_factor
SELECT o.order_id FROM orders o WHERE EXISTS (SELECT 1 FROM shipments s WHERE (s.order_id = o.order_id AND s.cost > 10) OR (s.order_id = o.order_id AND s.weight_kg > 3));

-- outer_in_list_{two|one|not}
SELECT o.order_id FROM orders o WHERE EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND o.quantity {IN (1, 2)|IN (7)|NOT IN (1, 2, 3)});

-- outer_only_{gt|like|isnull|between|case|func}
SELECT o.order_id FROM orders o WHERE EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND {o.quantity > 3|o.channel LIKE 'w%'|o.channel IS NULL|o.quantity BETWEEN 1 AND 5|CASE WHEN o.quantity > 3 THEN s.cost ELSE s.cost + 1 END > 3|UPPER(o.channel) = s.carrier});

-- distinct_from_{is|isnot}
SELECT o.order_id FROM orders o WHERE EXISTS (SELECT 1 FROM shipments s WHERE s.carrier {IS NOT DISTINCT FROM|IS DISTINCT FROM} o.channel);

-- agg_{eq|neq|having|group_neq|distinct_neq|count_neq}
SELECT o.order_id FROM orders o WHERE {o.price > (SELECT MAX(s.cost) FROM shipments s WHERE s.order_id = o.order_id)|o.price > (SELECT MAX(s.cost) FROM shipments s WHERE s.order_id < o.order_id)|EXISTS (SELECT s.carrier FROM shipments s WHERE s.order_id = o.order_id GROUP BY s.carrier HAVING COUNT(*) > 2)|EXISTS (SELECT s.carrier FROM shipments s WHERE s.order_id < o.order_id GROUP BY s.carrier)|o.channel IN (SELECT DISTINCT s.carrier FROM shipments s WHERE s.order_id <> o.order_id)|(SELECT COUNT(*) FROM shipments s WHERE s.order_id <> o.order_id) > 3};

-- agg_in_{eq|neq}
SELECT o.order_id FROM orders o WHERE o.price IN (SELECT MAX(s.cost) FROM shipments s WHERE s.order_id {=|<} o.order_id);

-- having_outer_{exists|scalar}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT s.carrier FROM shipments s WHERE s.order_id = o.order_id GROUP BY s.carrier HAVING COUNT(*) > o.quantity)|o.order_id IN (SELECT MAX(s.order_id) FROM shipments s GROUP BY s.carrier HAVING SUM(s.cost) > o.price)};

-- select_outer_{in|exists|scalar|agg|expr}
SELECT o.order_id FROM orders o WHERE {o.customer_id IN (SELECT o.order_id FROM shipments s)|EXISTS (SELECT o.order_id FROM shipments s WHERE s.order_id = o.order_id)|o.price > (SELECT MAX(s.cost + o.price) FROM shipments s WHERE s.order_id = o.order_id)|o.price > (SELECT MAX(s.cost) + o.price FROM shipments s WHERE s.order_id = o.order_id)|o.customer_id IN (SELECT s.shipment_id + o.quantity FROM shipments s WHERE s.order_id = o.order_id)};

-- two_out_{only|both|in_in|scalar|not|exists_in}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments s WHERE EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = o.order_id))|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = o.order_id AND d.signed_by = s.carrier))|o.order_id IN (SELECT s.order_id FROM shipments s WHERE s.carrier IN (SELECT d.signed_by FROM deliveries d WHERE d.order_id = o.order_id))|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND s.cost > (SELECT AVG(p.amount) FROM payments p WHERE p.customer_id = o.customer_id))|NOT EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND NOT EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = o.order_id))|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND s.shipment_id IN (SELECT d.delivery_id FROM deliveries d WHERE d.order_id = s.order_id AND d.signed_by = o.channel))};

-- nested_own_{exists|in|scalar|notin}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = s.order_id))|o.order_id IN (SELECT s.order_id FROM shipments s WHERE s.order_id IN (SELECT d.order_id FROM deliveries d))|o.price > (SELECT MAX(s.cost) FROM shipments s WHERE s.order_id = o.order_id AND s.order_id IN (SELECT d.order_id FROM deliveries d))|o.order_id NOT IN (SELECT s.order_id FROM shipments s WHERE s.order_id NOT IN (SELECT d.order_id FROM deliveries d))};

-- inner_tests_outer_{in|notin|scalar|exists}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND o.channel IN (SELECT d.signed_by FROM deliveries d))|o.order_id IN (SELECT s.order_id FROM shipments s WHERE o.channel NOT IN (SELECT d.signed_by FROM deliveries d))|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND o.price > (SELECT AVG(p.amount) FROM payments p))|o.order_id IN (SELECT s.order_id FROM shipments s WHERE o.customer_id IN (SELECT d.order_id FROM deliveries d WHERE d.signed_by = s.carrier))};

-- mixed_or_{exists_in|in_or_in|not_and|exists_or_exists}
SELECT o.order_id FROM orders o WHERE {o.order_id IN (SELECT s.order_id FROM shipments s) AND (o.quantity > 3 OR o.customer_id IN (SELECT id FROM customers))|o.order_id IN (SELECT s.order_id FROM shipments s) OR o.customer_id IN (SELECT id FROM customers)|NOT (o.quantity > 3 AND o.customer_id IN (SELECT customer_id FROM payments))|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id) OR EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = o.order_id)};

-- is_{true|not_true|false|not_false|null|notnull|eqtrue|eqfalse|nettrue}
SELECT o.order_id FROM orders o WHERE (EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id)) {IS TRUE|IS NOT TRUE|IS FALSE|IS NOT FALSE|IS NULL|IS NOT NULL|= TRUE|= FALSE|<> TRUE};

-- in_is_{true|not_true|false|not_false|null|notnull|eqtrue|eqfalse|unknown}
SELECT o.order_id FROM orders o WHERE (o.customer_id IN (SELECT s.order_id FROM shipments s)) {IS TRUE|IS NOT TRUE|IS FALSE|IS NOT FALSE|IS NULL|IS NOT NULL|= TRUE|= FALSE|IS UNKNOWN};

-- demorgan_{or|and_not|notnot}
SELECT o.order_id FROM orders o WHERE {NOT (o.quantity > 3 OR EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id))|NOT (NOT EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id) OR o.quantity > 3)|NOT (NOT (o.customer_id IN (SELECT s.order_id FROM shipments s)))};

-- limit0_{exists|notexists|in|notin|corr|scalar}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments s LIMIT 0)|NOT EXISTS (SELECT 1 FROM shipments s LIMIT 0)|o.order_id IN (SELECT s.order_id FROM shipments s LIMIT 0)|o.order_id NOT IN (SELECT s.order_id FROM shipments s LIMIT 0)|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id LIMIT 0)|o.price > (SELECT s.cost FROM shipments s LIMIT 0)};

-- empty_{exists|notexists|in|notin|corr|ncorr}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments s WHERE 1 = 0)|NOT EXISTS (SELECT 1 FROM shipments s WHERE 1 = 0)|o.order_id IN (SELECT s.order_id FROM shipments s WHERE FALSE)|o.order_id NOT IN (SELECT s.order_id FROM shipments s WHERE FALSE)|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND FALSE)|NOT EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND 1 > 2)};

-- always_one_{max|notmax|values|values2|groupall|having|corr|ncorr|grouped}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT MAX(cost) FROM shipments)|NOT EXISTS (SELECT MAX(cost) FROM shipments)|EXISTS (VALUES (1))|EXISTS (SELECT * FROM (VALUES (1), (2)) AS v (x))|EXISTS (SELECT COUNT(*) FROM shipments GROUP BY ())|EXISTS (SELECT COUNT(*) FROM shipments HAVING COUNT(*) > 3)|EXISTS (SELECT MAX(s.cost) FROM shipments s WHERE s.order_id = o.order_id)|NOT EXISTS (SELECT MAX(s.cost) FROM shipments s WHERE s.order_id = o.order_id)|EXISTS (SELECT MAX(s.cost) FROM shipments s GROUP BY s.carrier)};

-- values_in_{in|exists|not}
SELECT o.order_id FROM orders o WHERE {o.quantity IN (SELECT x FROM (VALUES (1), (2), (3)) AS v (x))|EXISTS (SELECT 1 FROM (VALUES (1), (2)) AS v (x) WHERE v.x = o.quantity)|o.quantity NOT IN (VALUES (1), (2))};

-- corr_plus_{inner|outer|both}
SELECT o.order_id FROM orders o WHERE o.price > (SELECT MAX(s.cost) FROM shipments s WHERE {s.order_id + 1 = o.order_id|s.order_id = o.order_id + 1|s.order_id + o.quantity = o.order_id});

-- never_{exists|notexists|in|corr_exists|corr_not|range}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments s WHERE s.cost <> s.cost)|NOT EXISTS (SELECT 1 FROM shipments s WHERE s.cost <> s.cost)|o.order_id IN (SELECT order_id FROM shipments s WHERE s.cost <> s.cost)|EXISTS (SELECT 1 FROM sensors s WHERE s.device_id = o.order_id AND s.device_id IS NULL)|NOT EXISTS (SELECT 1 FROM sensors s WHERE s.device_id = o.order_id AND s.device_id IS NULL)|EXISTS (SELECT 1 FROM shipments s WHERE s.cost > 3 AND s.cost < 1)};

-- never_or_{exists|in|scalar}
SELECT o.order_id FROM orders o WHERE o.quantity > 3 OR {EXISTS (SELECT 1 FROM sensors s WHERE s.device_id = o.order_id AND s.device_id IS NULL)|o.order_id IN (SELECT order_id FROM shipments WHERE FALSE)|o.price > (SELECT MAX(cost) FROM shipments s WHERE s.order_id = o.order_id AND 1 = 2)};

-- limit_{exists|in|corr|in_corr|scalar|scalar_corr|order_corr|notin}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments LIMIT 3)|o.order_id IN (SELECT order_id FROM shipments LIMIT 3)|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id LIMIT 1)|o.customer_id IN (SELECT s.shipment_id FROM shipments s WHERE s.order_id = o.order_id LIMIT 5)|o.price > (SELECT cost FROM shipments LIMIT 1)|o.price > (SELECT cost FROM shipments s WHERE s.order_id = o.order_id LIMIT 1)|EXISTS (SELECT cost FROM shipments s WHERE s.order_id = o.order_id ORDER BY cost DESC LIMIT 2)|o.order_id NOT IN (SELECT order_id FROM shipments ORDER BY cost LIMIT 3)};

-- setop_{union|union_corr|intersect|except|union_all_corr|notin_union|exists_union|exists_union_agg}
SELECT o.order_id FROM orders o WHERE {o.order_id IN (SELECT order_id FROM shipments UNION ALL SELECT order_id FROM deliveries)|o.order_id IN (SELECT order_id FROM shipments s WHERE s.carrier = o.channel UNION SELECT order_id FROM deliveries)|o.order_id IN (SELECT order_id FROM shipments INTERSECT SELECT order_id FROM deliveries)|o.order_id IN (SELECT order_id FROM shipments EXCEPT SELECT order_id FROM deliveries)|EXISTS (SELECT order_id FROM shipments s WHERE s.order_id = o.order_id UNION ALL SELECT order_id FROM deliveries)|o.order_id NOT IN (SELECT order_id FROM shipments UNION SELECT order_id FROM deliveries)|EXISTS (SELECT order_id FROM shipments UNION ALL SELECT order_id FROM deliveries)|EXISTS (SELECT order_id FROM shipments UNION ALL SELECT MAX(order_id) FROM deliveries)};

-- joined_inside_{exists|in|left_tied_right|left_tied_left|on_outer|on_outer_provided|comma|semi_neq}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments s JOIN deliveries d ON s.order_id = d.order_id WHERE s.order_id = o.order_id)|o.customer_id IN (SELECT s.shipment_id FROM shipments s LEFT JOIN deliveries d ON s.order_id = d.order_id WHERE d.signed_by = o.channel)|EXISTS (SELECT 1 FROM shipments s LEFT JOIN (SELECT * FROM deliveries x WHERE x.order_id = o.order_id) d ON s.order_id = d.order_id)|EXISTS (SELECT 1 FROM (SELECT * FROM shipments x WHERE x.order_id = o.order_id) s LEFT JOIN deliveries d ON s.order_id = d.order_id)|EXISTS (SELECT 1 FROM shipments s JOIN deliveries d ON s.order_id = d.order_id AND d.signed_by = o.channel)|EXISTS (SELECT 1 FROM shipments s JOIN deliveries d ON s.order_id = d.order_id AND d.order_id = o.order_id WHERE s.order_id = o.order_id)|EXISTS (SELECT 1 FROM shipments s, deliveries d WHERE s.order_id = d.order_id AND d.order_id = o.order_id AND s.cost > o.price)|EXISTS (SELECT 1 FROM shipments s, deliveries d WHERE s.order_id < o.order_id AND d.order_id > o.order_id)};

-- having_{in|exists_key|scalar|notin|two|corr_key|agg_in}
SELECT customer_id, COUNT(*) AS n FROM orders GROUP BY customer_id HAVING {customer_id IN (SELECT id FROM customers)|EXISTS (SELECT 1 FROM payments p WHERE p.customer_id = orders.customer_id)|COUNT(*) > (SELECT AVG(attempts) FROM payments)|customer_id NOT IN (SELECT customer_id FROM payments)|COUNT(*) > 3 AND customer_id IN (SELECT customer_id FROM payments)|COUNT(*) > (SELECT COUNT(*) FROM payments p WHERE p.customer_id = orders.customer_id)|SUM(quantity) IN (SELECT attempts FROM payments)};

-- select_{in|exists|exists_corr|notin|scalar_corr|case_exists|in_corr|two|not_exists|any|in_required}
SELECT o.order_id, {o.customer_id IN (SELECT customer_id FROM payments)|EXISTS (SELECT 1 FROM payments)|EXISTS (SELECT 1 FROM payments p WHERE p.customer_id = o.customer_id)|o.customer_id NOT IN (SELECT customer_id FROM payments)|(SELECT MAX(p.amount) FROM payments p WHERE p.customer_id = o.customer_id AND p.currency = o.currency)|CASE WHEN EXISTS (SELECT 1 FROM payments p WHERE p.customer_id = o.customer_id) THEN 'y' ELSE 'n' END|o.currency IN (SELECT p.currency FROM payments p WHERE p.customer_id = o.customer_id)|(SELECT COUNT(*) FROM payments) + (SELECT COUNT(*) FROM refunds)|NOT EXISTS (SELECT 1 FROM payments p WHERE p.amount > o.price)|o.price > ANY (SELECT amount FROM payments)|o.order_id IN (SELECT id FROM customers)} AS v FROM orders o;

-- scalar_{plain_corr|distinct|group|order_limit|outer_func|arith|twice|in_between|corr_unique|corr_nonunique}
SELECT o.order_id FROM orders o WHERE {o.price = (SELECT cost FROM shipments s WHERE s.order_id = o.order_id)|o.price > (SELECT DISTINCT MAX(cost) FROM shipments)|o.price > (SELECT MAX(cost) FROM shipments s WHERE s.order_id = o.order_id GROUP BY s.carrier)|o.price > (SELECT cost FROM shipments ORDER BY cost DESC LIMIT 1)|o.price > COALESCE((SELECT MAX(cost) FROM shipments s WHERE s.order_id = o.order_id), 0)|o.price > 2 * (SELECT AVG(cost) FROM shipments s WHERE s.order_id = o.order_id)|(SELECT MAX(cost) FROM shipments) > (SELECT MIN(amount) FROM payments)|o.price BETWEEN (SELECT MIN(cost) FROM shipments) AND (SELECT MAX(cost) FROM shipments)|o.channel = (SELECT c.tier FROM customers c WHERE c.id = o.customer_id)|o.channel = (SELECT c.tier FROM customers c WHERE c.country = o.channel)};

-- quant_{any|all|eq_some|ne_all|any_corr|all_corr|eq_all|ne_some|eq_corr|and_in}
SELECT o.order_id FROM orders o WHERE {o.price > ANY (SELECT cost FROM shipments)|o.price >= ALL (SELECT cost FROM shipments)|o.order_id = SOME (SELECT order_id FROM shipments)|o.order_id <> ALL (SELECT order_id FROM shipments)|o.price > ANY (SELECT cost FROM shipments s WHERE s.order_id = o.order_id)|o.price > ALL (SELECT cost FROM shipments s WHERE s.order_id = o.order_id)|o.order_id = ALL (SELECT order_id FROM shipments)|o.order_id <> ANY (SELECT order_id FROM shipments)|o.customer_id = ANY (SELECT s.shipment_id FROM shipments s WHERE s.order_id = o.order_id)|o.price > ANY (SELECT cost FROM shipments) AND o.order_id IN (SELECT order_id FROM deliveries)};

-- count_{gt0|ge1|eq0|gt1|zero_lt|corr_gt0|or_gt0|not_gt0|count_col|ne0}
SELECT o.order_id FROM orders o WHERE {(SELECT COUNT(*) FROM shipments) > 0|(SELECT COUNT(*) FROM shipments s WHERE s.order_id = o.order_id) >= 1|(SELECT COUNT(*) FROM shipments s WHERE s.order_id = o.order_id) = 0|(SELECT COUNT(*) FROM shipments s WHERE s.order_id = o.order_id) > 1|0 < (SELECT COUNT(*) FROM shipments s WHERE s.order_id = o.order_id)|(SELECT COUNT(*) FROM shipments s WHERE s.order_id = o.order_id AND s.cost > 3) > 0|o.quantity > 3 OR (SELECT COUNT(*) FROM shipments s WHERE s.order_id = o.order_id) > 0|NOT ((SELECT COUNT(*) FROM shipments s WHERE s.order_id = o.order_id) > 0)|(SELECT COUNT(s.cost) FROM shipments s WHERE s.order_id = o.order_id) > 0|(SELECT COUNT(*) FROM shipments s WHERE s.order_id = o.order_id) <> 0};

-- pair_{two_in|in_exists|in_notin|in_scalar|exists_neq_in|or_blocks|neq_agg_blocks|three}
SELECT o.order_id FROM orders o WHERE {o.order_id IN (SELECT order_id FROM shipments) AND o.customer_id IN (SELECT customer_id FROM payments)|o.order_id IN (SELECT order_id FROM shipments) AND EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = o.order_id)|o.order_id IN (SELECT order_id FROM shipments) AND o.customer_id NOT IN (SELECT customer_id FROM payments)|o.order_id IN (SELECT order_id FROM shipments) AND o.price > (SELECT AVG(cost) FROM shipments)|o.order_id IN (SELECT order_id FROM shipments) AND EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id < o.order_id)|o.order_id IN (SELECT order_id FROM shipments) AND EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = o.order_id OR d.signed_by = o.channel)|o.order_id IN (SELECT order_id FROM shipments) AND o.price > (SELECT AVG(s.cost) FROM shipments s WHERE s.order_id < o.order_id)|o.order_id IN (SELECT order_id FROM shipments) AND o.order_id IN (SELECT order_id FROM deliveries) AND NOT EXISTS (SELECT 1 FROM payments p WHERE p.customer_id = o.customer_id)};

-- row_in_{two|not_two|expr|corr|nested_row}
SELECT o.order_id FROM orders o WHERE {(o.customer_id, o.currency) IN (SELECT customer_id, currency FROM payments)|(o.customer_id, o.currency) NOT IN (SELECT customer_id, currency FROM payments)|(o.customer_id + 1, UPPER(o.channel)) IN (SELECT customer_id, status FROM payments)|(o.order_id, o.channel) IN (SELECT s.order_id, s.carrier FROM shipments s WHERE s.cost > o.price)|(o.customer_id, o.currency) IN (SELECT customer_id, currency FROM payments GROUP BY customer_id, currency)};

-- grouped_in_{key|agg|having|distinct|window|neq_group}
SELECT o.order_id FROM orders o WHERE {o.customer_id IN (SELECT customer_id FROM payments GROUP BY customer_id)|o.price IN (SELECT MAX(amount) FROM payments GROUP BY customer_id)|o.customer_id IN (SELECT customer_id FROM payments GROUP BY customer_id HAVING COUNT(*) > 3)|o.customer_id IN (SELECT DISTINCT customer_id FROM payments)|o.customer_id IN (SELECT customer_id FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' HOUR)) GROUP BY customer_id, window_start, window_end)|o.currency IN (SELECT currency FROM payments p WHERE p.amount > o.price GROUP BY currency)};

-- over_inside_{rank|corr_eq|corr_neq|dedup}
SELECT o.order_id FROM orders o WHERE {o.customer_id IN (SELECT customer_id FROM (SELECT customer_id, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC) AS rn FROM payments) WHERE rn <= 3)|o.price IN (SELECT SUM(amount) OVER (PARTITION BY p.country ORDER BY p.event_time) FROM payments p WHERE p.customer_id = o.customer_id)|o.price IN (SELECT SUM(amount) OVER (PARTITION BY p.country ORDER BY p.event_time) FROM payments p WHERE p.amount > o.price)|o.customer_id IN (SELECT customer_id FROM (SELECT customer_id, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY proc_time) AS rn FROM payments) WHERE rn = 1)};

-- over_unnest_{uncorr|corr|scalar|scalar_corr|notin|or}
SELECT b.basket_id FROM baskets b CROSS JOIN UNNEST(b.codes) AS t (code) WHERE {t.code IN (SELECT device_id FROM sensors)|EXISTS (SELECT 1 FROM sensors s WHERE s.device_id = t.code)|t.code > (SELECT AVG(device_id) FROM sensors)|t.code > (SELECT AVG(s.device_id) FROM sensors s WHERE s.device_id = b.basket_id)|t.code NOT IN (SELECT device_id FROM sensors)|t.code > 3 OR t.code IN (SELECT device_id FROM sensors)};

-- over_function_{uncorr|corr|corr_scalar}
SELECT p.payment_id FROM payments p, LATERAL TABLE(split_words(p.status)) AS t (word, size) WHERE {t.word IN (SELECT carrier FROM shipments)|EXISTS (SELECT 1 FROM shipments s WHERE s.carrier = t.word)|t.size > (SELECT MAX(s.order_id) FROM shipments s WHERE s.carrier = t.word)};

-- over_lookup_{uncorr|corr|not}
SELECT p.payment_id FROM payments p LEFT JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id WHERE {m.merchant_name IN (SELECT carrier FROM shipments)|EXISTS (SELECT 1 FROM shipments s WHERE s.carrier = m.merchant_name)|p.payment_id NOT IN (SELECT payment_id FROM refunds)};

-- inside_{unnest_in|unnest_corr_in|unnest_outer|function|lookup|temporal|window}
SELECT b.basket_id FROM baskets b WHERE {b.basket_id IN (SELECT x.basket_id FROM baskets x CROSS JOIN UNNEST(x.codes) AS t (code) WHERE code > 3)|EXISTS (SELECT 1 FROM baskets x CROSS JOIN UNNEST(x.codes) AS t (code) WHERE x.basket_id = b.basket_id)|EXISTS (SELECT 1 FROM UNNEST(b.codes) AS t (code) WHERE code > 3)|b.basket_id IN (SELECT p.customer_id FROM payments p, LATERAL TABLE(split_words(p.status)) AS t (word, size) WHERE t.size > 3)|b.basket_id IN (SELECT p.customer_id FROM payments p JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id)|b.basket_id IN (SELECT p.customer_id FROM payments p JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency)|EXISTS (SELECT 1 FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' HOUR)) AS w WHERE w.customer_id = b.basket_id)};

-- inner_tests_{same_type_tie|tie_first}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments s WHERE o.customer_id IN (SELECT d.order_id FROM deliveries d) AND s.order_id = o.customer_id)|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id AND o.customer_id IN (SELECT d.order_id FROM deliveries d))};

-- on_{filter_above|left_filter_above|no_filter|both_sides|left_no_filter}
SELECT o.order_id FROM orders o WHERE {EXISTS (SELECT 1 FROM shipments s JOIN deliveries d ON s.order_id = d.order_id AND d.signed_by = o.channel WHERE s.cost > 3)|EXISTS (SELECT 1 FROM shipments s LEFT JOIN deliveries d ON s.order_id = d.order_id AND d.signed_by = o.channel WHERE s.cost > 3)|EXISTS (SELECT 1 FROM shipments s JOIN deliveries d ON s.order_id = d.order_id AND s.order_id = o.order_id)|EXISTS (SELECT 1 FROM shipments s JOIN deliveries d ON s.order_id + d.order_id = o.order_id WHERE s.cost > 1)|EXISTS (SELECT 1 FROM shipments s LEFT JOIN deliveries d ON s.order_id = d.order_id AND s.carrier = o.channel WHERE s.order_id = o.order_id)};

-- elsewhere_unnest_{scalar_sibling|exists_sibling|fallback_sibling|select_scalar}
SELECT x.order_id FROM (SELECT o.order_id FROM orders o WHERE {o.price > (SELECT MAX(s.cost) FROM shipments s WHERE s.order_id = o.order_id)|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id)|EXISTS (SELECT 1 FROM shipments s WHERE s.order_id = o.order_id OR s.cost > 3)|o.price > (SELECT MAX(s.cost) FROM shipments s)}) x JOIN (SELECT b.basket_id FROM baskets b CROSS JOIN UNNEST(b.codes) AS t (code)) y ON x.order_id = y.basket_id;

-- inside_corr_{lookup|temporal|function|window_agg|cte|cte_twice|values_join|interval|view_agg}
SELECT o.order_id FROM orders o WHERE EXISTS ({SELECT 1 FROM payments p JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id WHERE p.customer_id = o.customer_id|SELECT 1 FROM payments p JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency WHERE p.customer_id = o.customer_id|SELECT 1 FROM payments p, LATERAL TABLE(split_words(p.status)) AS t (word, size) WHERE p.customer_id = o.customer_id|SELECT 1 FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' HOUR)) AS w WHERE w.customer_id = o.customer_id GROUP BY window_start, window_end|WITH q AS (SELECT * FROM payments WHERE amount > 3) SELECT 1 FROM q WHERE q.customer_id = o.customer_id|WITH q AS (SELECT * FROM payments p WHERE p.customer_id = o.customer_id) SELECT 1 FROM q a JOIN q b ON a.country = b.country|SELECT 1 FROM payments p JOIN (VALUES (1), (2)) AS v (x) ON p.attempts = v.x WHERE p.customer_id = o.customer_id|SELECT 1 FROM payments p JOIN refunds r ON p.payment_id = r.payment_id AND r.refunded_at BETWEEN p.event_time AND p.event_time + INTERVAL '1' HOUR WHERE p.customer_id = o.customer_id|SELECT 1 FROM (SELECT customer_id, SUM(amount) AS total FROM payments GROUP BY customer_id) t WHERE t.customer_id = o.customer_id AND t.total > o.price});

-- in_of_text_and_time_{empty|false_beside|above_unnest}
{SELECT merchant_id FROM payments WHERE event_time IN (SELECT status FROM payments WHERE 1 = 2)|SELECT merchant_id FROM payments WHERE payment_id IS NULL AND event_time IN (SELECT status FROM payments)|SELECT b.basket_id FROM baskets b CROSS JOIN UNNEST(b.codes) AS c (code) WHERE b.at NOT IN (SELECT status FROM payments)};

-- rows_in_a_query_{value|required|one_nullable|negated|true|in_case}: Flink counts one column that may be NULL
SELECT {(c_int, c_string) IN (SELECT c_int, c_string FROM all_types)|(r_int, r_string) IN (SELECT r_int, r_string FROM all_required)|(c_int, r_string) IN (SELECT c_int, r_string FROM all_types, all_required)|(c_int, c_string) NOT IN (SELECT c_int, c_string FROM all_types)|(c_int, c_string) IN (SELECT c_int, c_string FROM all_types) IS TRUE|CASE WHEN (c_int, c_string) IN (SELECT c_int, c_string FROM all_types) THEN 1 END} AS v FROM all_types, all_required

-- rows_in_a_query_filter_{alone|negated|beside_or|negated_beside_or|not_false|row}
SELECT c_int FROM all_types WHERE {(c_int, c_string) IN (SELECT c_int, c_string FROM all_types)|(c_int, c_string) NOT IN (SELECT c_int, c_string FROM all_types)|(c_int, c_string) IN (SELECT c_int, c_string FROM all_types) OR c_boolean|(c_int, c_string) NOT IN (SELECT c_int, c_string FROM all_types) OR c_boolean|((c_int, c_string) IN (SELECT c_int, c_string FROM all_types)) IS NOT FALSE|c_row IN (SELECT c_row FROM all_types)}
;

-- correlated_by_the_key_of_an_upsert_{exists|not_exists|both_parts|of_an_upsert}: the source is asked for no row before
{SELECT payment_id FROM payments p WHERE EXISTS (SELECT 1 FROM accounts a WHERE a.account_id = p.card_id AND a.customer_id > p.customer_id)|SELECT payment_id FROM payments p WHERE NOT EXISTS (SELECT 1 FROM accounts a WHERE a.account_id = p.card_id)|SELECT order_id FROM orders o WHERE NOT EXISTS (SELECT 1 FROM inventory i WHERE i.warehouse = o.quantity AND i.sku = o.channel)|SELECT account_id FROM accounts a WHERE EXISTS (SELECT 1 FROM buyers c WHERE c.buyer_id = a.customer_id)};
