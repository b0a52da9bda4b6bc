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
