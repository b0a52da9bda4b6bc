-- one
WITH ok AS (SELECT payment_id, amount FROM payments WHERE status = 'OK') SELECT * FROM ok;

-- two_chained
WITH ok AS (SELECT * FROM payments WHERE status = 'OK'), big AS (SELECT payment_id, amount FROM ok WHERE amount > 100) SELECT payment_id FROM big;

-- named_columns
WITH t (id, total) AS (SELECT card_id, SUM(amount) FROM payments GROUP BY card_id) SELECT id, total FROM t;

-- used_twice
WITH t AS (SELECT card_id, SUM(amount) AS s FROM payments GROUP BY card_id) SELECT a.card_id, b.s FROM t a JOIN t b ON a.card_id = b.card_id;

-- shadows_a_table
WITH payments AS (SELECT order_id AS payment_id FROM orders) SELECT payment_id FROM payments;

-- inside_a_subquery
SELECT n FROM (WITH t AS (SELECT COUNT(*) AS n FROM payments) SELECT n FROM t);

-- nested
WITH a AS (WITH b AS (SELECT payment_id, fee FROM payments) SELECT fee FROM b) SELECT SUM(fee) AS fees FROM a;

-- union_of_two
WITH a AS (SELECT payment_id AS id FROM payments), b AS (SELECT refund_id FROM refunds) SELECT id FROM a UNION ALL SELECT refund_id FROM b;

-- in_an_in
WITH vip AS (SELECT id FROM customers WHERE tier = 'gold') SELECT order_id FROM orders WHERE customer_id IN (SELECT id FROM vip);

-- with_{window|over|topn|join}
WITH t AS ({SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end|SELECT card_id, COUNT(*) OVER (PARTITION BY card_id ORDER BY event_time) AS n FROM payments|SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC) AS n FROM payments|SELECT o.order_id, s.cost AS n FROM orders o JOIN shipments s ON o.order_id = s.order_id}) SELECT n FROM t{|| WHERE n <= 3|};

-- unused
WITH t AS (SELECT 1 AS x) SELECT payment_id FROM payments;

-- values
WITH codes (code, label) AS (VALUES (1, 'one'), (2, 'two')) SELECT p.payment_id, c.label FROM payments p JOIN codes c ON p.attempts = c.code;

-- time_attribute_passes
WITH t AS (SELECT event_time AS et, card_id FROM payments) SELECT et, COUNT(*) OVER (PARTITION BY card_id ORDER BY et) AS n FROM t;

-- quoted_name
WITH `odd name` AS (SELECT payment_id FROM payments) SELECT * FROM `odd name`;

-- wrong_{unknown_column|unknown_cte|too_many_names|forward_reference|case|recursive}
WITH {t AS (SELECT payment_id FROM payments)|t AS (SELECT payment_id FROM payments)|t (a, b) AS (SELECT payment_id FROM payments)|t AS (SELECT * FROM u), u AS (SELECT 1 AS x)|t AS (SELECT payment_id FROM payments)|RECURSIVE t AS (SELECT 1 AS n UNION ALL SELECT n + 1 FROM t WHERE n < 3)} SELECT {amount|payment_id|a|x|payment_id|n} FROM {t|tt|t|t|T|t};
