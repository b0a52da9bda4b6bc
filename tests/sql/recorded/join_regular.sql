-- {inner|left|right|full}_orders_shipments
SELECT o.order_id, s.carrier, s.cost FROM orders o {|LEFT|RIGHT|FULL} JOIN shipments s ON o.order_id = s.order_id;

-- {inner|left|right|full}_star
SELECT * FROM accounts a {INNER|LEFT OUTER|RIGHT OUTER|FULL OUTER} JOIN customers c ON a.customer_id = c.id;

-- star_with_same_names
SELECT * FROM orders o JOIN shipments s ON o.order_id = s.order_id;

-- table_star
SELECT s.*, o.quantity FROM orders o JOIN shipments s ON o.order_id = s.order_id;

-- using_{one|two}
SELECT * FROM {orders JOIN shipments USING (order_id)|(SELECT customer_id, currency, amount FROM payments) p JOIN (SELECT customer_id, currency, quantity FROM orders) o USING (customer_id, currency)};

-- natural
SELECT * FROM (SELECT order_id, quantity FROM orders) NATURAL JOIN (SELECT order_id, carrier FROM shipments);

-- cross
SELECT a.kind, i.sku FROM accounts a CROSS JOIN inventory i;

-- comma_with_where
SELECT o.order_id, d.signed_by FROM orders o, deliveries d WHERE o.order_id = d.order_id;

-- three_tables
SELECT o.order_id, s.carrier, d.signed_by FROM orders o JOIN shipments s ON o.order_id = s.order_id LEFT JOIN deliveries d ON s.order_id = d.order_id;

-- non_equi
SELECT o.order_id, i.sku FROM orders o JOIN inventory i ON o.product_id = i.warehouse AND o.quantity > i.on_hand;

-- only_non_equi
SELECT o.order_id FROM orders o LEFT JOIN inventory i ON o.quantity > i.on_hand;

-- on_an_expression
SELECT p.payment_id, c.name FROM payments p JOIN customers c ON p.customer_id = c.id AND UPPER(p.country) = UPPER(c.country);

-- self_join
SELECT a.account_id, b.account_id FROM accounts a JOIN accounts b ON a.customer_id = b.customer_id AND a.account_id <> b.account_id;

-- key_of_both_sides
SELECT a.account_id, c.id, c.name FROM accounts a JOIN customers c ON a.customer_id = c.id;

-- aggregates_joined
SELECT c.id, c.name, t.total FROM customers c LEFT JOIN (SELECT customer_id, SUM(amount) AS total FROM payments GROUP BY customer_id) t ON c.id = t.customer_id;

-- upsert_join_on_the_key
SELECT i.warehouse, i.sku, i.on_hand, r.n FROM inventory i JOIN (SELECT warehouse, sku, COUNT(*) AS n FROM inventory GROUP BY warehouse, sku) r ON i.warehouse = r.warehouse AND i.sku = r.sku;

-- rowtime_is_lost
SELECT p.event_time, r.refunded_at FROM payments p JOIN refunds r ON p.payment_id = r.payment_id;

-- mixed_types_in_the_condition
SELECT p.payment_id FROM payments p JOIN merchants m ON p.customer_id = m.merchant_id;

-- constant_condition
SELECT p.payment_id, r.reason FROM payments p JOIN refunds r ON TRUE;

-- is_not_distinct_from
SELECT o.order_id, s.carrier FROM orders o JOIN shipments s ON o.order_id IS NOT DISTINCT FROM s.order_id;

-- parenthesized
SELECT o.order_id FROM orders o LEFT JOIN (shipments s JOIN deliveries d ON s.order_id = d.order_id) ON o.order_id = s.order_id;

-- wrong_{ambiguous|unknown_column|unknown_table|text_to_number|unknown_alias|no_condition}
SELECT {order_id|o.order_no|o.order_id|o.order_id|x.order_id|o.order_id} FROM orders o JOIN {shipments|shipments|shipment|shipments|shipments|shipments} s{ ON o.order_id = s.order_id| ON o.order_id = s.order_id| ON o.order_id = s.order_id| ON o.order_id = s.carrier AND o.ts = s.cost| ON o.order_id = s.order_id|};

-- wrong_using_{unknown|one_side}
SELECT * FROM orders JOIN shipments USING ({order_no|carrier});

-- wrong_same_alias_twice
SELECT t.order_id FROM orders t JOIN shipments t ON TRUE;

-- unread_side_{alone|with_more_in_on|filtered|grouped|aggregated|right}: at most one row and no column of it: no join
{SELECT p.payment_id FROM payments p LEFT JOIN accounts a ON p.card_id = a.account_id|SELECT p.payment_id FROM payments p LEFT JOIN accounts a ON p.card_id = a.account_id AND a.kind = p.country|SELECT p.payment_id FROM payments p LEFT JOIN (SELECT * FROM accounts WHERE kind = 'x') a ON p.card_id = a.account_id|SELECT p.payment_id FROM payments p LEFT JOIN (SELECT card_id, COUNT(*) AS n FROM payments GROUP BY card_id) a ON p.card_id = a.card_id|SELECT p.country, COUNT(*) AS n FROM payments p LEFT JOIN accounts a ON p.card_id = a.account_id GROUP BY p.country|SELECT p.payment_id FROM accounts a RIGHT JOIN payments p ON p.card_id = a.account_id};

-- unread_side_{that_may_match_twice|of_an_inner_join|that_is_filtered_by}: a join
SELECT p.payment_id FROM payments p {LEFT JOIN accounts a ON p.customer_id = a.customer_id|JOIN accounts a ON p.card_id = a.account_id|LEFT JOIN accounts a ON p.card_id = a.account_id WHERE a.kind IS NULL};

-- unread_side_{with_a_watermark|cast_to_be_compared|compared_to_a_cast}
SELECT o.order_id FROM orders o LEFT JOIN {price_list p ON o.product_id = p.product_id|(SELECT DISTINCT product_id FROM orders) p ON o.customer_id = p.product_id|(SELECT DISTINCT customer_id FROM orders) p ON o.product_id = p.customer_id};

-- key_{cast|text_cast|kept}_to_be_compared: rows are distributed by the cast
SELECT g.{product_id|currency|customer_id}, g.n FROM (SELECT {product_id|currency|customer_id}, COUNT(*) AS n FROM orders GROUP BY {product_id|currency|customer_id}) g JOIN customers c ON g.{product_id|currency|customer_id} = c.{id|name|id};

-- key_{cast|kept}_to_be_looked_for
SELECT g.{product_id|customer_id}, g.n FROM (SELECT {product_id|customer_id}, COUNT(*) AS n FROM orders GROUP BY {product_id|customer_id}) g WHERE g.{product_id|customer_id} IN (SELECT order_id FROM shipments);

-- text_to_{time_of_nothing|time_under_a_false_filter|time_of_nothing_outer|number_on_false}: keys are looked at before what is empty
SELECT p.merchant_id FROM {(SELECT * FROM payments WHERE 1 = 2) p JOIN payments q ON p.event_time = q.status|payments p JOIN payments q ON p.event_time = q.status WHERE 1 = 2|payments p LEFT JOIN (SELECT * FROM payments WHERE payment_id IS NULL) q ON p.event_time = q.status|payments p LEFT JOIN payments q ON p.merchant_id = q.status AND 1 = 2};

-- never_met_{left|right|full|inner|left_and_a_key|left_by_the_right_side|left_by_the_left_side|right_by_the_left_side|inner_by_a_side|inner_across|inner_across_equal|left_across|right_across|inner_by_filters}
SELECT o.order_id, s.carrier FROM orders AS o {LEFT|RIGHT|FULL|INNER|LEFT|LEFT|LEFT|RIGHT|INNER|INNER|INNER|LEFT|RIGHT|INNER} JOIN shipments AS s ON {FALSE|FALSE|FALSE|FALSE|o.order_id = s.order_id AND 1 = 2|o.order_id = s.order_id AND s.cost > 5 AND s.cost < 3|o.order_id = s.order_id AND o.quantity > 5 AND o.quantity < 3|o.order_id = s.order_id AND o.quantity > 5 AND o.quantity < 3|o.order_id = s.order_id AND o.quantity > 5 AND o.quantity < 3|o.order_id = s.order_id AND o.order_id > 10 AND s.order_id < 10|o.order_id = s.order_id AND o.order_id = 1 AND s.order_id = 2|o.order_id = s.order_id AND o.order_id > 10 AND s.order_id < 10|o.order_id = s.order_id AND o.order_id > 10 AND s.order_id < 10|o.order_id = s.order_id} {|||||||||||||WHERE o.order_id > 10 AND s.order_id < 10}

-- on_a_null_{inner|left|cast_twice|compared|not_distinct|of_the_right_side|filtered|by_nullif}
SELECT a.x, b.x AS y FROM (SELECT order_id AS x, {CAST(NULL AS BIGINT)|CAST(NULL AS BIGINT)|CAST(CAST(NULL AS INT) AS BIGINT)|CAST(NULL AS BIGINT)|CAST(NULL AS BIGINT)|customer_id|CAST(NULL AS BIGINT)|NULLIF(customer_id, customer_id)} AS n FROM orders) AS a {JOIN|LEFT JOIN|JOIN|JOIN|JOIN|LEFT JOIN|JOIN|JOIN} (SELECT order_id AS x, {shipment_id|shipment_id|shipment_id|shipment_id|shipment_id|CAST(NULL AS BIGINT)|shipment_id|shipment_id} AS n FROM shipments) AS b ON {a.n = b.n|a.n = b.n|a.n = b.n|a.x = b.x AND a.n > b.n|a.x = b.x AND a.n IS NOT DISTINCT FROM b.n|a.n = b.n|a.x = b.x|a.n = b.n} {||||||WHERE a.n = 3|}

-- unread_side_{of_one_row|of_one_row_on_the_left|of_an_aggregate|by_less_than_a_key}
SELECT {o.quantity|o.quantity|o.quantity|o.quantity} FROM {orders AS o LEFT JOIN (SELECT COUNT(*) AS n FROM shipments) AS s ON o.order_id = s.n|(SELECT COUNT(*) AS n FROM shipments) AS s RIGHT JOIN orders AS o ON o.order_id = s.n|orders AS o LEFT JOIN (SELECT carrier, COUNT(*) AS n FROM shipments GROUP BY carrier) AS s ON o.channel = s.carrier|orders AS o LEFT JOIN inventory AS s ON o.channel = s.sku}


-- null_key_{required|renamed|grouped|largest|counted|computed|unread|three|nullable|other_type|below|above|in_on|compared|outer|kept_side|exists|not_joined}: a column that is NOT NULL is joined to one that is NULL in every row
SELECT {o.order_no, o.state|o.n FROM (SELECT x.order_no AS n, x.state FROM shop_orders AS x JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON x.order_no = s.order_id) AS o|o.order_no, COUNT(*) AS c|MAX(o.order_no) AS m|COUNT(o.order_no) AS c|o.order_no + 1 AS n|o.state|l.line_no, o.state, l.order_no|o.buyer_id, o.state|o.order_no, o.state|o.order_no|o.order_no|o.order_no|o.order_no|o.order_no|s.order_id, o.order_no|o.order_no, o.state|s.order_id} {FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id||FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id GROUP BY o.order_no|FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id|FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id|FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id|FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id|FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id JOIN order_lines AS l ON l.order_no = o.order_no|FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.buyer_id = s.order_id|FROM shop_orders AS o JOIN (SELECT product_id FROM orders WHERE product_id IS NULL) AS s ON o.order_no = s.product_id|FROM (SELECT * FROM shop_orders WHERE order_no > 3) AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id|FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id WHERE o.order_no > 3|FROM shop_orders AS o JOIN shipments AS s ON o.order_no = s.order_id AND s.order_id IS NULL|FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL AND order_id > 3) AS s ON o.order_no = s.order_id|FROM shop_orders AS o LEFT JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id|FROM shop_orders AS o RIGHT JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.order_no = s.order_id|FROM shop_orders AS o WHERE EXISTS (SELECT 1 FROM shipments AS s WHERE s.order_id = o.order_no AND s.order_id IS NULL)|FROM shop_orders AS o JOIN (SELECT order_id FROM shipments WHERE order_id IS NULL) AS s ON o.buyer_id = s.order_id}

-- unread_side_below_a_rank_{of_the_join|of_a_projection}: a rank over the join itself takes all of its columns
SELECT order_id FROM (SELECT order_id{| + 1 AS order_id}, ROW_NUMBER() OVER (PARTITION BY channel ORDER BY price) AS rn
FROM (SELECT o.*, c.name FROM orders o LEFT JOIN customers c ON o.customer_id = c.id)) WHERE rn <= 2;

-- side_read_by_{a_filter_clause|nothing}
SELECT channel, COUNT(*){ FILTER (WHERE c.name LIKE 'a%')|} AS n FROM orders o LEFT JOIN customers c ON o.customer_id = c.id GROUP BY channel;
