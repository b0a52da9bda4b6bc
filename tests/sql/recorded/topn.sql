-- top_{1|3|100}_per_{country|status|merchant_id}
SELECT * FROM (SELECT payment_id, country, status, merchant_id, amount, ROW_NUMBER() OVER (PARTITION BY {country|status|merchant_id} ORDER BY amount DESC) AS rn FROM payments) WHERE rn <= {1|3|100};

-- without_the_rank
SELECT payment_id, amount FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC) AS rn FROM payments) WHERE rn <= 5;

-- global
SELECT payment_id, rn FROM (SELECT *, ROW_NUMBER() OVER (ORDER BY amount DESC) AS rn FROM payments) WHERE rn <= 10;

-- {rank|dense_rank}
SELECT * FROM (SELECT payment_id, country, {RANK|DENSE_RANK}() OVER (PARTITION BY country ORDER BY amount DESC) AS r FROM payments) WHERE r <= 3;

-- of_an_aggregate{_with_key|}
SELECT merchant_id, total{, rn|} FROM (SELECT *, ROW_NUMBER() OVER (ORDER BY total DESC) AS rn FROM (SELECT merchant_id, SUM(amount) AS total FROM payments GROUP BY merchant_id)) WHERE rn <= 10;

-- of_an_aggregate_per_group
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY n DESC) AS rn FROM (SELECT country, merchant_id, COUNT(*) AS n FROM payments GROUP BY country, merchant_id)) WHERE rn <= 3;

-- of_{cdc|upsert|keyless_cdc}
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY {country|warehouse|actor} ORDER BY {balance|on_hand|amount} DESC) AS rn FROM {customers|inventory|audit_log}) WHERE rn <= 2;

-- two_order_keys_nulls
SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC, fee ASC) AS rn FROM payments) WHERE rn <= 3;

-- between
SELECT payment_id, rn FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount) AS rn FROM payments) WHERE rn BETWEEN 2 AND 5;

-- equal_two
SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount) AS rn FROM payments) WHERE rn = 2;

-- reversed_comparison
SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount) AS rn FROM payments) WHERE 3 >= rn;

-- with_another_condition
SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount) AS rn FROM payments) WHERE rn <= 3 AND status = 'OK';

-- aggregated_after
SELECT country, SUM(amount) AS top3 FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC) AS rn FROM payments) WHERE rn <= 3 GROUP BY country;

-- joined_after
SELECT t.customer_id, c.name FROM (SELECT customer_id, amount, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY amount DESC) AS rn FROM payments) t JOIN customers c ON t.customer_id = c.id WHERE t.rn <= 3;

-- order_by_limit_{5|1}
SELECT payment_id, amount FROM payments ORDER BY amount DESC LIMIT {5|1};

-- expression_keys
SELECT payment_id FROM (SELECT payment_id, ROW_NUMBER() OVER (PARTITION BY UPPER(country) ORDER BY amount * 2 DESC) AS rn FROM payments) WHERE rn <= 3;

-- rank_unfiltered
SELECT payment_id, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount) AS rn FROM payments;

-- lower_bound_only
SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount) AS rn FROM payments) WHERE rn >= 2;

-- {ntile|percent_rank|cume_dist}_top
SELECT * FROM (SELECT payment_id, {NTILE(4)|PERCENT_RANK()|CUME_DIST()} OVER (PARTITION BY country ORDER BY amount) AS r FROM payments) WHERE r <= 1;

-- rank_compared_to_a_column
SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount) AS rn FROM payments) WHERE rn <= attempts;

-- wrong_{order_column|no_such_rank_column|missing_order|argument}
SELECT payment_id FROM (SELECT *, ROW_NUMBER({|||1}) OVER (PARTITION BY country {ORDER BY amont|ORDER BY amount||ORDER BY amount}) AS rn FROM payments) WHERE {rn|rownum|rn|rn} <= 3;

-- ordered_by_its_own_partition_{top3|top1}
SELECT * FROM (SELECT payment_id, card_id, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY card_id DESC) AS rn FROM payments) WHERE rn {<= 3|= 1};

-- by_{proctime|rowtime|rowtime_desc}_equal_three
SELECT * FROM (SELECT payment_id, card_id, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY {proc_time|event_time|event_time DESC}) AS rn FROM payments) WHERE rn = 3;

-- rank_compared_again_{above|beside|literal_twice}: a second condition on the rank that is no constant undoes the Top-N
SELECT * FROM (SELECT * FROM (SELECT payment_id, fee, ROW_NUMBER() OVER (PARTITION BY country ORDER BY event_time DESC) AS rn FROM payments) WHERE rn <= 5) WHERE {rn < fee|fee > 1|rn > 1};

-- rank_of_ranks_filtered_by_the_inner_one
SELECT payment_id, rn FROM (SELECT payment_id, rn, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC) AS again FROM (
  SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY amount DESC) AS rn FROM payments) WHERE rn <= 3)) WHERE rn = 1;

-- ordered_by_{an_array|a_row|a_moment|a_null_array|computed|null_sum|flag}: a rank by what is the same in every row, where a literal can be made of it
SELECT * FROM (SELECT card_id, x, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY x DESC) AS rn FROM (SELECT card_id, attempts, {ARRAY[1, 2]|ROW(1, 'a')|CURRENT_TIMESTAMP|CAST(NULL AS ARRAY<INT>)|e + 1|attempts + CAST(NULL AS INT)|e > 3} AS x FROM (SELECT card_id, attempts, 4 AS e FROM payments))) WHERE rn <= 3;

-- ordered_by_what_a_filter_holds_{number|null|text|float}
SELECT * FROM (SELECT card_id, x, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY x DESC) AS rn FROM (SELECT card_id, {attempts|status|status|fee} AS x FROM payments WHERE {attempts = 3|status IS NULL|status = 'ok'|fee = 3})) WHERE rn <= 3;

-- ordered_by_a_constant_of_{union_all|union|two|intersect}
SELECT * FROM (SELECT card_id, x, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY x DESC) AS rn FROM (SELECT card_id, 'a' AS x FROM payments {UNION ALL|UNION|UNION ALL|INTERSECT} SELECT status, {'a'|'a'|'b'|'a'} FROM payments)) WHERE rn <= 3;

-- by_a_computed_key_that_is_selected_{before|after}: what stands twice is computed once
SELECT `day`, rn, payment_id FROM (SELECT payment_id, {DATE_FORMAT(event_time, 'yyyy-MM-dd') AS `day`, |}
  ROW_NUMBER() OVER (PARTITION BY DATE_FORMAT(event_time, 'yyyy-MM-dd') ORDER BY amount DESC) AS rn{|, DATE_FORMAT(event_time, 'yyyy-MM-dd') AS `day`} FROM payments)
WHERE rn <= 3;

-- no_rank_{at_most_zero|below_one|is_zero|at_most_minus|between_zeros|between_nothing|from_minus}
SELECT * FROM (SELECT order_id, ROW_NUMBER() OVER (PARTITION BY channel ORDER BY quantity DESC) AS rn FROM orders) AS t WHERE rn {<= 0|< 1|= 0|<= -1|BETWEEN 0 AND 0|BETWEEN 3 AND 1|>= -5 AND rn <= 3}

-- written_twice_{one_limited|the_second|both|one_unread|rank|rank_and_row_number|outside_again}
SELECT {*|*|*|order_id, r1|*|*|*} FROM (SELECT order_id, channel, {ROW_NUMBER|ROW_NUMBER|ROW_NUMBER|ROW_NUMBER|RANK|RANK|ROW_NUMBER}() OVER (PARTITION BY channel ORDER BY quantity) AS r1, {ROW_NUMBER() OVER (PARTITION BY channel ORDER BY quantity) AS r2|ROW_NUMBER() OVER (PARTITION BY channel ORDER BY quantity) AS r2|ROW_NUMBER() OVER (PARTITION BY channel ORDER BY quantity) AS r2|ROW_NUMBER() OVER (PARTITION BY channel ORDER BY quantity) AS r2|RANK() OVER (PARTITION BY channel ORDER BY quantity) AS r2|ROW_NUMBER() OVER (PARTITION BY channel ORDER BY quantity) AS r2|r2} FROM {orders|orders|orders|orders|orders|orders|(SELECT *, ROW_NUMBER() OVER (PARTITION BY channel ORDER BY quantity) AS r2 FROM orders)}) AS t WHERE {r1 < 10|r2 < 10|r1 < 10 AND r2 < 5|r1 < 10|r1 < 10|r1 < 10|r1 <= 3 AND r2 <= 10}

-- up_to_a_column_{alone|and_from_one}
SELECT * FROM (SELECT order_id, quantity, ROW_NUMBER() OVER (PARTITION BY channel ORDER BY price DESC) AS rn FROM orders) AS t WHERE rn <= quantity{| AND rn >= 1};

-- ordered_by_a_fixed_{nullable|required|nullable_text|required_text|null}: a column that could be NULL is no constant, whatever a filter says
SELECT payment_id, rn FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY {merchant_id|attempts|country|payment_id|merchant_id} DESC) AS rn FROM payments WHERE {merchant_id = 3|attempts = 3|country = 'FR'|payment_id = 'p'|merchant_id IS NULL}) WHERE rn <= 3;
