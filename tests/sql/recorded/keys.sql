-- twin_{counted|plain_sum|filtered_below|filtered_by_the_key|having|renamed_again}: two names of one column to group by are one key where nothing is computed
SELECT {a, b, COUNT(*) AS n FROM (SELECT customer_id AS a, customer_id AS b FROM orders) GROUP BY a, b|a, b, SUM(quantity) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity FROM orders) GROUP BY a, b|a, b, MAX(quantity) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity FROM orders) WHERE quantity > 2 GROUP BY a, b|a, b, MAX(quantity) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity FROM orders) WHERE a > 2 GROUP BY a, b|a, b, MAX(quantity) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity FROM orders) GROUP BY a, b HAVING b > 3|c, d, MAX(quantity) AS n FROM (SELECT a AS c, b AS d, quantity FROM (SELECT customer_id AS a, customer_id AS b, quantity FROM orders)) GROUP BY c, d};

-- twin_{argument_computed|computed_below|other_key_computed|filter_clause|literal_argument}: and a key of both where something is
SELECT {a, b, MAX(quantity + 1) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity FROM orders) GROUP BY a, b|a, b, MAX(q) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity + 1 AS q FROM orders) GROUP BY a, b|a, b, UPPER(channel) AS c, MAX(quantity) AS n FROM (SELECT customer_id AS a, customer_id AS b, channel, quantity FROM orders) GROUP BY a, b, UPPER(channel)|a, b, MAX(quantity) FILTER (WHERE quantity > 2) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity FROM orders) GROUP BY a, b|a, b, LISTAGG(channel, ';') AS n FROM (SELECT customer_id AS a, customer_id AS b, channel FROM orders) GROUP BY a, b};

-- twin_one_of_two_read: the key goes with the column that is left out
SELECT a, MAX(q) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity + 1 AS q FROM orders) GROUP BY a, b;

-- twin_{both_read|one_read_twice|grouped_again}: over the groups
SELECT {b, a, n + 1 AS m FROM (SELECT a, b, MAX(q) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity + 1 AS q FROM orders) GROUP BY a, b)|a, n, a AS again FROM (SELECT a, b, MAX(q) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity AS q FROM orders) GROUP BY a, b)|a, COUNT(*) AS m FROM (SELECT a, b, MAX(q) AS n FROM (SELECT customer_id AS a, customer_id AS b, quantity + 1 AS q FROM orders) GROUP BY a, b) GROUP BY a};

-- twin_of_a_join_{kept|other_side|computed}
SELECT a, b, MAX(q) AS n FROM (SELECT {o.order_id AS a, o.order_id AS b, s.cost AS q|o.order_id AS a, s.order_id AS b, s.cost AS q|o.order_id AS a, o.order_id AS b, s.cost + 1 AS q} FROM orders AS o JOIN shipments AS s ON o.order_id = s.order_id) GROUP BY a, b;

-- twin_distinct_{written_twice|written_twice_computed|of_two_columns|of_two_columns_computed}
SELECT DISTINCT {customer_id AS a, customer_id AS b FROM orders|customer_id AS a, customer_id AS b, quantity + 1 AS q FROM orders|a, b FROM (SELECT customer_id AS a, customer_id AS b FROM orders)|a, b, q + 1 AS r FROM (SELECT customer_id AS a, customer_id AS b, quantity AS q FROM orders)};

-- call_over_a_key_{avg|with_avg|deviation|two_for_a_sum|counted_already|of_required_sums|last_value|sum_unread|having}: is the key where the planner splits calls into sums
SELECT {customer_id, AVG(customer_id) AS m|currency, AVG(product_id) AS a, product_id, COUNT(price) AS n|customer_id, MAX(customer_id) AS m, STDDEV_POP(price) AS d|customer_id, order_id, MAX(customer_id) AS m, MIN(order_id) AS o, SUM(quantity) AS s|customer_id, MAX(customer_id) AS m, SUM(quantity) AS s, COUNT(quantity) AS n|customer_id, MAX(customer_id) AS m, SUM(order_id) AS s|customer_id, LAST_VALUE(customer_id) AS l, FIRST_VALUE(customer_id) AS f, SUM(price) AS s|customer_id, m FROM (SELECT customer_id, MAX(customer_id) AS m, COUNT(*) AS n, STDDEV_POP(price) AS d|customer_id, MIN(customer_id) AS m} FROM orders GROUP BY {customer_id|currency, product_id|customer_id|customer_id, order_id|customer_id|customer_id|customer_id|customer_id)|customer_id HAVING AVG(customer_id) > 3};

-- call_over_a_key_{no_sum|one_for_a_sum|filtered_sum|filtered|computed|in_more}: and stays a call where that leaves no fewer
SELECT customer_id, {MAX(customer_id) AS m, COUNT(price) AS n|MAX(customer_id) AS m, SUM(quantity) AS s|MAX(customer_id) AS m, SUM(1.25) FILTER (WHERE quantity > 2) AS s|MAX(customer_id) FILTER (WHERE quantity > 2) AS m, STDDEV_POP(price) AS s|MAX(customer_id + 1) AS m, STDDEV_POP(price) AS s|MAX(customer_id) + 1 AS m, STDDEV_POP(price) AS s} FROM orders GROUP BY customer_id;

-- call_over_a_key_many: the places of the columns of a key are taken in turn
SELECT customer_id, order_id, MAX(customer_id) AS m, MIN(customer_id) AS i, MAX(order_id) AS o, AVG(order_id) AS a, STDDEV_POP(price) AS s FROM orders GROUP BY customer_id, order_id;

-- call_over_a_key_{ranked|grouped_sets}
SELECT {* FROM (SELECT m, n, ROW_NUMBER() OVER (PARTITION BY m ORDER BY n DESC) AS rn FROM (SELECT customer_id, AVG(customer_id) AS m, COUNT(price) AS n FROM orders GROUP BY customer_id)) WHERE rn <= 3|customer_id, AVG(customer_id) AS m FROM orders GROUP BY GROUPING SETS ((customer_id), (customer_id, currency))};

-- constant_alone_{as_it_is|moved|computed|deviation|having_read|having_unread|having_the_key|same_call_twice|of_null|of_null_moved|nullable_moved}: a constant key outlives no projection
SELECT {e, COUNT(price) AS n|COUNT(price) AS n, e|e, COUNT(price) + 1 AS n|e, STDDEV_POP(price) AS n|e, COUNT(price) AS n|e, COUNT(price) AS n|e, COUNT(price) AS n|e, COUNT(price) AS n, COUNT(price) AS m|e, COUNT(price) AS n|COUNT(price) AS n, e|COUNT(price) AS n, e} FROM (SELECT {'a'|'a'|'a'|'a'|'a'|'a'|'a'|'a'|CAST(NULL AS INT)|CAST(NULL AS INT)|DATE_FORMAT(TIMESTAMP '2024-01-01 00:09:00', 'yyyy')} AS e, price FROM orders) GROUP BY e {||||HAVING COUNT(price) > 5|HAVING COUNT(*) > 5|HAVING e <> 'b'||||};

-- constant_among_{others|two|two_turned|nullable|null|null_computed|required_cast|array|filtered_required|filtered|filtered_null}: what could be NULL is no constant to the planner once it is projected
SELECT {e, k, COUNT(v) AS n FROM (SELECT 'a' AS e, customer_id AS k, price AS v FROM orders) GROUP BY e, k|e, f, COUNT(v) AS n FROM (SELECT 'a' AS e, 'b' AS f, price AS v FROM orders) GROUP BY e, f|f, e, COUNT(v) AS n FROM (SELECT 'a' AS e, 'b' AS f, price AS v FROM orders) GROUP BY f, e|e, k, COUNT(v) AS n FROM (SELECT DATE_FORMAT(TIMESTAMP '2024-01-01 00:09:00', 'yyyy') AS e, customer_id AS k, price AS v FROM orders) GROUP BY e, k|e, k, COUNT(v) AS n FROM (SELECT CAST(NULL AS INT) AS e, customer_id AS k, price AS v FROM orders) GROUP BY e, k|e, k, COUNT(v) AS n FROM (SELECT CHAR_LENGTH(CAST(NULL AS STRING)) AS e, customer_id AS k, price AS v FROM orders) GROUP BY e, k|e, k, COUNT(v) AS n FROM (SELECT CAST('5' AS INT) AS e, customer_id AS k, price AS v FROM orders) GROUP BY e, k|e, k, COUNT(v) AS n FROM (SELECT ARRAY[1, 2] AS e, customer_id AS k, price AS v FROM orders) GROUP BY e, k|order_id, customer_id, COUNT(price) AS n FROM orders WHERE order_id = 5 GROUP BY order_id, customer_id|customer_id, product_id, COUNT(price) AS n FROM orders WHERE customer_id = 5 GROUP BY customer_id, product_id|customer_id, product_id, COUNT(price) AS n FROM orders WHERE customer_id IS NULL GROUP BY customer_id, product_id};

-- constant_distinct_{beside|alone|required|optional}
SELECT DISTINCT {customer_id, 'a' AS e FROM orders|'b' AS f, 'a' AS e FROM orders|order_id, product_id FROM orders WHERE order_id = 5|customer_id, product_id FROM orders WHERE customer_id = 5};

-- constant_read_again_{as_it_is|star|filtered|limited|limited_outside|ordered_by_it}
{SELECT e, n FROM (SELECT e, COUNT(price) AS n FROM (SELECT 'a' AS e, price FROM orders) GROUP BY e)|SELECT * FROM (SELECT e, COUNT(price) AS n FROM (SELECT 'a' AS e, price FROM orders) GROUP BY e)|SELECT * FROM (SELECT e, COUNT(price) AS n FROM (SELECT 'a' AS e, price FROM orders) GROUP BY e) WHERE n > 5|SELECT e, COUNT(price) AS n FROM (SELECT 'a' AS e, price FROM orders) GROUP BY e LIMIT 5|SELECT * FROM (SELECT e, COUNT(price) AS n FROM (SELECT 'a' AS e, price FROM orders) GROUP BY e) LIMIT 5|SELECT e, COUNT(price) AS n FROM (SELECT 'a' AS e, price FROM orders) GROUP BY e ORDER BY e LIMIT 5};

-- constant_of_sets_{intersect_left|intersect_right|intersect_two|except_left|except_right|union_same|union_other}
SELECT * FROM ({SELECT 5 AS u, customer_id AS v FROM orders INTERSECT SELECT quantity, product_id FROM orders|SELECT quantity AS u, customer_id AS v FROM orders INTERSECT SELECT 5, product_id FROM orders|SELECT 5 AS u, customer_id AS v FROM orders INTERSECT SELECT 6, product_id FROM orders|SELECT 5 AS u, customer_id AS v FROM orders EXCEPT SELECT 6, product_id FROM orders|SELECT quantity AS u, customer_id AS v FROM orders EXCEPT SELECT 5, product_id FROM orders|SELECT 5 AS u, customer_id AS v FROM orders UNION SELECT 5, product_id FROM orders|SELECT 5 AS u, customer_id AS v FROM orders UNION SELECT 6, product_id FROM orders});

-- constant_of_sets_grouped_{as_they_are|turned}
SELECT {u, v|v, u}, COUNT(*) AS n FROM (SELECT 5 AS u, customer_id AS v FROM orders UNION ALL SELECT 5, product_id FROM orders) GROUP BY {u, v|v, u};

-- constant_partition_{alone|first|beside|required|optional|null}
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY {e|e|e, k|o|o, k|o, k} ORDER BY v) AS rn FROM (SELECT {'a' AS e, customer_id AS k, price AS v FROM orders|'a' AS e, customer_id AS k, price AS v FROM orders|'a' AS e, customer_id AS k, price AS v FROM orders|order_id AS o, customer_id AS k, price AS v FROM orders WHERE order_id = 5|product_id AS o, customer_id AS k, price AS v FROM orders WHERE product_id = 5|product_id AS o, customer_id AS k, price AS v FROM orders WHERE product_id IS NULL})) WHERE {rn <= 3|rn = 1|rn = 1|rn <= 3|rn <= 3|rn <= 3};

-- literal_key_{text|truth|date|argument|other_text}: a literal of SELECT is the key that it repeats
SELECT {'a'|TRUE|DATE '2024-01-01'|'a'|'b'} AS e, {COUNT(*)|COUNT(*)|COUNT(*)|MAX('a')|COUNT(*)} AS n FROM orders GROUP BY {'a'|TRUE|DATE '2024-01-01'|'a'|'a'};

-- groups_filtered_{optional|required|null|both_null|alone|having_required|having_optional|having_null|having_null_moved|distinct_required}: what one value is left of is no part of the key any more
{SELECT c, p, n FROM (SELECT customer_id AS c, product_id AS p, COUNT(*) AS n FROM orders GROUP BY customer_id, product_id) WHERE p = 5|SELECT c, o, n FROM (SELECT customer_id AS c, order_id AS o, COUNT(*) AS n FROM orders GROUP BY customer_id, order_id) WHERE o = 5|SELECT c, p, n FROM (SELECT customer_id AS c, product_id AS p, COUNT(*) AS n FROM orders GROUP BY customer_id, product_id) WHERE p IS NULL|SELECT c, p, n FROM (SELECT customer_id AS c, product_id AS p, COUNT(*) AS n FROM orders GROUP BY customer_id, product_id) WHERE p IS NULL AND c IS NULL|SELECT o, n FROM (SELECT order_id AS o, COUNT(*) AS n FROM orders GROUP BY order_id) WHERE o = 5|SELECT customer_id, order_id, COUNT(*) AS n FROM orders GROUP BY customer_id, order_id HAVING order_id = 5|SELECT customer_id, order_id, COUNT(*) AS n FROM orders GROUP BY customer_id, order_id HAVING customer_id = 5|SELECT customer_id, COUNT(*) AS n FROM orders GROUP BY customer_id HAVING customer_id IS NULL|SELECT COUNT(*) AS n, customer_id FROM orders GROUP BY customer_id HAVING customer_id IS NULL|SELECT c, o, v FROM (SELECT DISTINCT customer_id AS c, order_id AS o, price AS v FROM orders) WHERE o = 5};

-- key_of_a_source_filtered_{to_a_value|to_null|by_another}
SELECT id, name FROM customers WHERE {id = 5|id IS NULL|name IS NULL};

-- copied_key_{coalesce|coalesce_beside|coalesce_optional|case_same|case_other|cast_wider|cast_narrower|cast_text|nullif}
SELECT {COALESCE(id, 5) AS k|COALESCE(id, 5) AS k, id|COALESCE(name, 'x') AS k|CASE WHEN balance > 3 THEN id ELSE id END AS k|CASE WHEN balance > 3 THEN id ELSE 5 END AS k|CAST(id AS DECIMAL(30, 2)) AS k|CAST(id AS INT) AS k|CAST(id AS STRING) AS k, id AS i|NULLIF(id, 5) AS k}, tier FROM customers;

-- copied_key_{two_columns|of_two_and_a_cast|grouped_beside_its_cast}
SELECT {a, b, n, a AS c, b AS d FROM (SELECT customer_id AS a, product_id AS b, COUNT(*) AS n FROM orders GROUP BY customer_id, product_id)|a, b, n, a AS c, CAST(b AS BIGINT) AS d FROM (SELECT customer_id AS a, product_id AS b, COUNT(*) AS n FROM orders GROUP BY customer_id, product_id)|p, c, COUNT(quantity + 1) AS n FROM (SELECT product_id AS p, CAST(product_id AS BIGINT) AS c, quantity FROM orders) GROUP BY p, c};

-- processing_time_key_{at_the_end|of_rowtime}: a processing time is made a plain one where it comes out
SELECT {proc_time, quantity FROM (SELECT proc_time, quantity, ROW_NUMBER() OVER (PARTITION BY proc_time ORDER BY quantity) AS rn FROM orders) WHERE rn = 1|order_time, quantity FROM (SELECT order_time, quantity, ROW_NUMBER() OVER (PARTITION BY order_time ORDER BY quantity) AS rn FROM orders) WHERE rn = 1};

-- row_key_{repeated|parts|one_part|turned|beside_another}: GROUP BY ROW(a, b) groups by its parts
SELECT {ROW(customer_id, product_id) AS r, COUNT(*) AS n|customer_id, product_id, COUNT(*) AS n|product_id, COUNT(*) AS n|ROW(product_id, customer_id) AS r, COUNT(*) AS n|customer_id, product_id, channel, COUNT(*) AS n} FROM orders GROUP BY ROW(customer_id, product_id){||||, channel};

-- wrong_row_key_{other_column|other_row}
SELECT {quantity|ROW(customer_id, quantity)} AS r, COUNT(*) AS n FROM orders GROUP BY ROW(customer_id, product_id);

-- all_computed_{deviation|deviation_and_sum|deviation_and_count|sum}: without a column that comes through as it is the single row has no key
SELECT {VAR_SAMP(price) AS v|VAR_SAMP(price) AS v, SUM(price) AS s|VAR_SAMP(price) AS v, SUM(price) AS s, COUNT(price) AS n|SUM(price) AS s} FROM orders;

-- call_over_a_key_shares_{a_computed_argument|the_count_of_rows|a_filter}: equal arguments are counted once
SELECT customer_id, MAX(customer_id) AS m, {SUM(quantity + 1) AS s, COUNT(quantity + 1) AS n|AVG(5) AS s, COUNT(*) AS n|SUM(quantity) FILTER (WHERE quantity > 2) AS s, COUNT(quantity) FILTER (WHERE quantity > 2) AS n} FROM orders GROUP BY customer_id;

-- call_over_a_key_of_twins_{first|second|both}: the call is the one of the two that it names
SELECT a, b, {MAX(a) AS m|MAX(b) AS m|MAX(b) AS m, MIN(a) AS i}, STDDEV_POP(q) AS s FROM (SELECT customer_id AS a, customer_id AS b, quantity + 1 AS q FROM orders) GROUP BY a, b;

-- call_over_a_key_beside_its_twin: which is no key itself
SELECT a, LAST_VALUE(b) AS l, STDDEV_POP(q) AS s FROM (SELECT customer_id AS a, customer_id AS b, quantity + 1 AS q FROM orders) GROUP BY a;

-- call_over_a_key_{picked|picked_alone}: though the call that was split is not read
SELECT {k, m|m} FROM (SELECT customer_id AS k, MAX(customer_id) AS m, COUNT(*) AS n, STDDEV_POP(price) AS d FROM orders GROUP BY customer_id);

-- constant_partition_of_a_running_rank: what is ranked first is ranked again
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY rn ORDER BY k) AS again FROM (SELECT * FROM (SELECT k, n, ROW_NUMBER() OVER (PARTITION BY k ORDER BY n) AS rn FROM (SELECT customer_id AS k, COUNT(*) AS n FROM orders GROUP BY customer_id)) WHERE rn = 1)) WHERE again <= 3;

-- constant_of_sets_grouped_{and_more|alone}: cast to a column that can be NULL it is none any more
SELECT u, COUNT({v|*}) + 1 AS n FROM (SELECT 'ok' AS u, customer_id AS v FROM orders INTERSECT SELECT channel, product_id FROM orders) GROUP BY u;

-- computed_above_a_single_row_{picked|alone|not_split}
SELECT {d|d, n|n} FROM (SELECT COUNT(*) AS n, STDDEV_POP(price) AS d, SUM(price) AS s FROM orders);
