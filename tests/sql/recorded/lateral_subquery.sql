-- {comma|cross_join|left_join}
SELECT o.order_id, x.total FROM orders o{,| CROSS JOIN| LEFT JOIN} LATERAL (SELECT SUM(s.cost) AS total FROM shipments s WHERE s.order_id = o.order_id) AS x{|| ON TRUE};

-- top_{1|2}_per_row
SELECT country, name, balance FROM (SELECT DISTINCT country FROM payments) p, LATERAL (SELECT name, balance FROM customers c WHERE c.country = p.country ORDER BY balance DESC LIMIT {1|2});

-- {count|max|avg}_of_the_other
SELECT a.account_id, x.v FROM accounts a, LATERAL (SELECT {COUNT(*)|MAX(amount)|AVG(amount)} AS v FROM payments p WHERE p.customer_id = a.customer_id) x;

-- projection_only
SELECT p.payment_id, x.doubled FROM payments p, LATERAL (SELECT p.amount * 2 AS doubled) x;

-- with_filter
SELECT a.account_id, x.email FROM accounts a JOIN LATERAL (SELECT email FROM customers c WHERE c.id = a.customer_id AND c.tier = 'gold') x ON TRUE;

-- grouped
SELECT o.order_id, x.carrier, x.n FROM orders o, LATERAL (SELECT s.carrier, COUNT(*) AS n FROM shipments s WHERE s.order_id = o.order_id GROUP BY s.carrier) x;

-- renamed
SELECT k, v FROM accounts a, LATERAL (SELECT c.tier, c.balance FROM customers c WHERE c.id = a.customer_id) AS t (k, v);

-- star
SELECT * FROM accounts a, LATERAL (SELECT c.tier FROM customers c WHERE c.id = a.customer_id) t;

-- not_correlated
SELECT a.kind, t.tier FROM accounts a, LATERAL (SELECT DISTINCT tier FROM customers) t;

-- unnest_inside
SELECT b.basket_id, x.n FROM baskets b, LATERAL (SELECT COUNT(*) AS n FROM UNNEST(b.codes) AS c (code) WHERE code > 1) x;

-- two_laterals
SELECT a.account_id, x.n, y.m FROM accounts a, LATERAL (SELECT COUNT(*) AS n FROM payments p WHERE p.customer_id = a.customer_id) x, LATERAL (SELECT MAX(balance) AS m FROM customers c WHERE c.id = a.customer_id) y;

-- non_equality
SELECT a.account_id, x.n FROM accounts a, LATERAL (SELECT COUNT(*) AS n FROM payments p WHERE p.amount > a.overdraft) x;

-- having_inside
SELECT a.account_id, x.country FROM accounts a, LATERAL (SELECT country FROM payments p WHERE p.customer_id = a.customer_id GROUP BY country HAVING COUNT(*) > 3) x;

-- values_inside
SELECT p.payment_id, x.v FROM payments p, LATERAL (VALUES (1), (2)) AS x (v);

-- wrong_{not_lateral|unknown_outer|unknown_inner|later_table}
SELECT a.account_id, x.v FROM accounts a, {|LATERAL |LATERAL |LATERAL }(SELECT COUNT(*) AS v FROM payments p WHERE {p.customer_id = a.customer_id|p.customer_id = a.owner|p.client = a.customer_id|p.customer_id = c.id}) x{|||, customers c};

-- wrong_type
SELECT a.account_id FROM accounts a, LATERAL (SELECT 1 AS one FROM payments p WHERE p.event_time = a.customer_id) x;

-- lat_{agg_neq|select_outer|exists_inside|in_inside|limit|order_limit|union|left_agg|on_provided|nested_lateral|values|unnest_join|distinct|having_scalar|top_filter|top_computed|top_offset|top_left}
SELECT o.order_id, x.v FROM {orders o, LATERAL (SELECT MAX(s.cost) AS v FROM shipments s WHERE s.order_id < o.order_id) x|orders o, LATERAL (SELECT s.cost + o.price AS v FROM shipments s WHERE s.order_id = o.order_id) x|orders o, LATERAL (SELECT s.cost AS v FROM shipments s WHERE s.order_id = o.order_id AND EXISTS (SELECT 1 FROM deliveries d WHERE d.order_id = s.order_id)) x|orders o, LATERAL (SELECT q.cost AS v FROM (SELECT * FROM shipments s WHERE s.order_id IN (SELECT order_id FROM deliveries)) q WHERE q.order_id = o.order_id) x|orders o, LATERAL (SELECT s.cost AS v FROM shipments s WHERE s.order_id = o.order_id LIMIT 1) x|orders o, LATERAL (SELECT s.cost AS v FROM shipments s WHERE s.order_id = o.order_id ORDER BY s.cost LIMIT 1) x|orders o, LATERAL (SELECT s.order_id AS v FROM shipments s WHERE s.order_id = o.order_id UNION ALL SELECT d.order_id FROM deliveries d) x|orders o LEFT JOIN LATERAL (SELECT COUNT(*) AS v FROM shipments s WHERE s.order_id = o.order_id) x ON TRUE|orders o, LATERAL (SELECT d.order_id AS v FROM shipments s JOIN deliveries d ON s.order_id = d.order_id AND d.order_id = o.order_id WHERE s.order_id = o.order_id) x|orders o, LATERAL (SELECT y.v FROM shipments s, LATERAL (SELECT d.order_id AS v FROM deliveries d WHERE d.order_id = s.order_id) y WHERE s.order_id = o.order_id) x|orders o, LATERAL (SELECT q.a + o.quantity AS v FROM (VALUES (1), (2)) AS q (a)) x|baskets b CROSS JOIN UNNEST(b.codes) AS t (order_id), LATERAL (SELECT s.cost AS v FROM shipments s WHERE s.order_id = b.basket_id) x, orders o|orders o, LATERAL (SELECT DISTINCT s.carrier AS v FROM shipments s WHERE s.order_id = o.order_id) x|orders o, LATERAL (SELECT s.carrier AS v FROM shipments s WHERE s.order_id = o.order_id GROUP BY s.carrier HAVING COUNT(*) > (SELECT AVG(attempts) FROM payments)) x|(SELECT DISTINCT order_id FROM orders) o, LATERAL (SELECT t.price AS v FROM orders t WHERE t.order_id = o.order_id AND t.quantity = 3 ORDER BY t.price LIMIT 2) x|(SELECT DISTINCT order_id FROM orders) o, LATERAL (SELECT t.price + 1 AS v FROM orders t WHERE t.order_id = o.order_id ORDER BY t.price LIMIT 2) x|(SELECT DISTINCT order_id FROM orders) o, LATERAL (SELECT t.price AS v FROM orders t WHERE t.order_id = o.order_id ORDER BY t.price LIMIT 2 OFFSET 1) x|(SELECT DISTINCT order_id FROM orders) o LEFT JOIN LATERAL (SELECT t.price AS v FROM orders t WHERE t.order_id = o.order_id ORDER BY t.price LIMIT 2) x ON TRUE};

-- top_over_{cte|filtered|two_keys|group_by|derived_same|computed_key|view_join|no_order}
WITH q AS (SELECT country, amount, status FROM payments WHERE amount > 3) SELECT {k.country, x.amount FROM (SELECT DISTINCT country FROM q) k, LATERAL (SELECT q.amount FROM q WHERE q.country = k.country ORDER BY q.amount DESC LIMIT 3) x|k.country, x.amount FROM (SELECT DISTINCT country FROM payments WHERE amount > 3) k, LATERAL (SELECT p.amount FROM payments p WHERE p.country = k.country ORDER BY p.amount DESC LIMIT 3) x|k.country, k.status, x.amount FROM (SELECT DISTINCT country, status FROM q) k, LATERAL (SELECT q.amount FROM q WHERE q.country = k.country AND q.status = k.status ORDER BY q.amount DESC LIMIT 3) x|k.country, x.amount FROM (SELECT country FROM q GROUP BY country) k, LATERAL (SELECT q.amount FROM q WHERE q.country = k.country ORDER BY q.amount DESC LIMIT 3) x|k.country, x.amount FROM (SELECT DISTINCT country FROM (SELECT * FROM payments WHERE fee > 1)) k, LATERAL (SELECT p.amount FROM (SELECT * FROM payments WHERE fee > 1) p WHERE p.country = k.country ORDER BY p.amount DESC LIMIT 3) x|k.country, x.amount FROM (SELECT DISTINCT UPPER(country) AS country FROM q) k, LATERAL (SELECT q.amount FROM q WHERE q.country = k.country ORDER BY q.amount DESC LIMIT 3) x|k.country, x.amount FROM (SELECT DISTINCT country FROM customers) k, LATERAL (SELECT q.amount FROM q WHERE q.country = k.country ORDER BY q.amount DESC LIMIT 3) x|k.country, x.amount FROM (SELECT DISTINCT country FROM q) k, LATERAL (SELECT q.amount FROM q WHERE q.country = k.country LIMIT 3) x};
