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
