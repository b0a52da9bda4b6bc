-- {inner|left}_merchants
SELECT p.payment_id, m.merchant_name, m.category FROM payments AS p {|LEFT} JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id;

-- {star|right_star|mixed}
SELECT {*|m.*|o.order_id, pr.title, o.price - pr.unit_cost AS margin} FROM {payments p LEFT JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id|payments p JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id|orders o LEFT JOIN products FOR SYSTEM_TIME AS OF o.proc_time AS pr ON o.product_id = pr.product_id};

-- {constant_key|two_keys|residual|expression_key}
SELECT p.payment_id, m.risk FROM payments p JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON {p.merchant_id = m.merchant_id AND m.category = 'food'|p.merchant_id = m.merchant_id AND p.country = m.category|p.merchant_id = m.merchant_id AND m.risk > p.fee|p.merchant_id + 1 = m.merchant_id};

-- two_lookups
SELECT p.payment_id, m.category, pr.title FROM payments p LEFT JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id LEFT JOIN products FOR SYSTEM_TIME AS OF p.proc_time AS pr ON p.attempts = pr.product_id;

-- filter_on_the_lookup
SELECT p.payment_id FROM payments p JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id WHERE m.risk > 0.5 AND p.amount > 10;

-- map_of_the_lookup
SELECT o.order_id, pr.attributes['weight'] AS w FROM orders o LEFT JOIN products FOR SYSTEM_TIME AS OF o.proc_time AS pr ON o.product_id = pr.product_id;

-- then_{aggregated|windowed|deduplicated}
SELECT {category, COUNT(*) AS n|window_start, category, COUNT(*) AS n|category, payment_id} FROM {|TABLE(TUMBLE(|(SELECT *, ROW_NUMBER() OVER (PARTITION BY category ORDER BY event_time DESC) AS rn FROM }(SELECT p.payment_id, p.event_time, m.category FROM payments p JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id){ GROUP BY category|, DESCRIPTOR(event_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, category|) WHERE rn = 1};

-- from_a_subquery_with_proctime
SELECT q.customer_id, m.merchant_name FROM (SELECT customer_id, merchant_id, PROCTIME() AS pt FROM payments) q JOIN merchants FOR SYSTEM_TIME AS OF q.pt AS m ON q.merchant_id = m.merchant_id;

-- after_an_aggregate
SELECT t.merchant_id, t.n, m.category FROM (SELECT merchant_id, COUNT(*) AS n, PROCTIME() AS pt FROM payments GROUP BY merchant_id) t JOIN merchants FOR SYSTEM_TIME AS OF t.pt AS m ON t.merchant_id = m.merchant_id;

-- cdc_probe_side
SELECT c.name, m.category FROM (SELECT *, PROCTIME() AS pt FROM customers) c JOIN merchants FOR SYSTEM_TIME AS OF c.pt AS m ON c.id = m.merchant_id;

-- hinted
SELECT /*+ LOOKUP('table'='m', 'async'='false', 'retry-predicate'='lookup_miss', 'retry-strategy'='fixed_delay', 'fixed-delay'='10s', 'max-attempts'='3') */ p.payment_id, m.category
FROM payments p LEFT JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id;

-- plain_join_with_a_lookup_table: scans it
SELECT p.payment_id, m.category FROM payments p JOIN merchants m ON p.merchant_id = m.merchant_id;

-- no_equality
SELECT p.payment_id FROM payments p JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id > m.merchant_id;

-- not_a_lookup_table
SELECT p.payment_id FROM payments p JOIN page_views FOR SYSTEM_TIME AS OF p.proc_time AS v ON p.customer_id = v.user_id;

-- rowtime_on_a_lookup_table
SELECT p.payment_id FROM payments p JOIN merchants FOR SYSTEM_TIME AS OF p.event_time AS m ON p.merchant_id = m.merchant_id;

-- {right|full}_lookup
SELECT p.payment_id FROM payments p {RIGHT|FULL} JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id;

-- wrong_{unknown_column|ambiguous|text_key|time_of_the_other_side|unknown_table}
SELECT {m.label|merchant_id|p.payment_id|p.payment_id|p.payment_id} FROM payments p JOIN {merchants|merchants|merchants|merchants|merchant} FOR SYSTEM_TIME AS OF {p.proc_time|p.proc_time|p.proc_time|m.since|p.proc_time} AS m ON p.merchant_id = {m.merchant_id|m.merchant_id|m.since|m.merchant_id|m.merchant_id};

-- as_of_a_call
SELECT p.payment_id, m.category FROM payments p JOIN merchants FOR SYSTEM_TIME AS OF PROCTIME() AS m ON p.merchant_id = m.merchant_id;
