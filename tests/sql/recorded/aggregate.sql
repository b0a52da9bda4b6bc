-- {sum|avg|min|max|count|stddev_pop|var_samp|first_value|last_value}_by_country
SELECT country, {SUM(amount)|AVG(amount)|MIN(amount)|MAX(amount)|COUNT(amount)|STDDEV_POP(amount)|VAR_SAMP(amount)|FIRST_VALUE(amount)|LAST_VALUE(amount)} AS v FROM payments GROUP BY country;

-- global_{sum|count|avg|listagg}
SELECT {SUM(fee)|COUNT(*)|AVG(attempts)|LISTAGG(status)} AS v FROM payments;

-- types_{tinyint|smallint|int|bigint|float|double|decimal}
SELECT SUM({c_tinyint|c_smallint|c_int|c_bigint|c_float|c_double|c_decimal}) AS s, AVG({c_tinyint|c_smallint|c_int|c_bigint|c_float|c_double|c_decimal}) AS a, MAX({c_tinyint|c_smallint|c_int|c_bigint|c_float|c_double|c_decimal}) AS m FROM all_types;

-- required_{grouped|global}
SELECT SUM(r_int) AS s, AVG(r_decimal) AS a, MIN(r_string) AS m, COUNT(r_date) AS c FROM all_required{ GROUP BY r_boolean|};

-- distinct_{count|sum|two}
SELECT country, {COUNT(DISTINCT card_id)|SUM(DISTINCT amount)|COUNT(DISTINCT card_id), COUNT(DISTINCT merchant_id)} FROM payments GROUP BY country;

-- count_distinct_pair
SELECT COUNT(DISTINCT card_id, country) AS pairs FROM payments;

-- having_{count|sum|key|other_aggregate}
SELECT country, COUNT(*) AS n FROM payments GROUP BY country HAVING {COUNT(*) > 5|SUM(amount) > 100|country <> 'FR'|MAX(fee) IS NOT NULL};

-- having_without_group
SELECT COUNT(*) AS n FROM payments HAVING COUNT(*) > 5;

-- group_by_{ordinal|alias|expression|case}: the planner takes no ordinals
SELECT {country|UPPER(country) AS land|EXTRACT(HOUR FROM event_time)|CASE WHEN amount > 100 THEN 'big' ELSE 'small' END} , COUNT(*) AS n FROM payments GROUP BY {1|land|EXTRACT(HOUR FROM event_time)|CASE WHEN amount > 100 THEN 'big' ELSE 'small' END};

-- nested_levels
SELECT n, COUNT(*) AS cards FROM (SELECT card_id, COUNT(*) AS n FROM payments GROUP BY card_id) GROUP BY n;

-- of_{cdc|upsert|cdc_without_key}
SELECT {country|kind|actor} AS k, COUNT(*) AS n, SUM({balance|overdraft|amount}) AS s FROM {customers|accounts|audit_log} GROUP BY {country|kind|actor};

-- expression_of_aggregates
SELECT country, SUM(amount) / COUNT(*) AS mean, MAX(amount) - MIN(amount) AS spread FROM payments GROUP BY country;

-- key_not_selected
SELECT COUNT(*) AS n FROM payments GROUP BY country;

-- key_in_an_expression
SELECT country || '-' || status AS k, COUNT(*) AS n FROM payments GROUP BY country, status;

-- nested_field_key
SELECT device.os, COUNT(*) AS n FROM clicks GROUP BY device.os;

-- collect_{collect|array_agg|json_objectagg|json_arrayagg}
SELECT country, {COLLECT(card_id)|ARRAY_AGG(card_id)|JSON_OBJECTAGG(KEY payment_id VALUE amount)|JSON_ARRAYAGG(card_id)} AS v FROM payments GROUP BY country;

-- max_of_{date|time|timestamp|string|boolean}
SELECT MAX({c_date|c_time|c_timestamp|c_string|c_boolean}) AS m FROM all_types;

-- min_of_rowtime
SELECT country, MIN(event_time) AS first_seen FROM payments GROUP BY country;

-- group_by_rowtime
SELECT event_time, COUNT(*) AS n FROM payments GROUP BY event_time;

-- wrong_{not_grouped|nested|in_where|star_with_group|text_avg|missing_argument}
SELECT {country, status, COUNT(*)|SUM(COUNT(*))|country|*|AVG(status)|SUM()} FROM payments {GROUP BY country|GROUP BY country|WHERE COUNT(*) > 1|GROUP BY country|GROUP BY country|GROUP BY country};

-- wrong_{having_column|array_sum|too_many|unknown_function|map_max|alias_of_aggregate_grouped}
SELECT {COUNT(*)|SUM(tags)|MAX(user_id, url)|TOTAL(user_id)|MAX(properties)|COUNT(*) AS n} FROM clicks {GROUP BY url HAVING user_id > 1|||||GROUP BY n};

-- count_{two_references|several_required|one_nullable_one_required|comparison}
SELECT country, COUNT({fee + amount|attempts, payment_id|fee, attempts|fee < amount}) AS n FROM payments GROUP BY country;

-- unused_{aggregate|batch_only}
SELECT n FROM (SELECT country, COUNT(*) AS n, {MAX(fee)|APPROX_COUNT_DISTINCT(fee)} AS unused FROM payments GROUP BY country);

-- unused_in_a_global_aggregate
SELECT COUNT(*) AS n FROM (SELECT country, SUM(fee) AS s, APPROX_COUNT_DISTINCT(fee) AS unused FROM payments GROUP BY country);

-- global_of_{variances|variances_and_a_count|a_sum}: whether the one row has a key
SELECT {VAR_POP(amount) AS v, AVG(fee) AS a|VAR_POP(amount) AS v, COUNT(*) AS n|SUM(fee) AS s} FROM payments;

-- grouped_by_a_constant_{computed|limited|filtered}
{SELECT e, n + 1 AS m FROM (SELECT e, COUNT(*) AS n FROM (SELECT 'x' AS e FROM payments) GROUP BY e)|SELECT * FROM (SELECT e, COUNT(*) AS n FROM (SELECT 'x' AS e FROM payments) GROUP BY e) LIMIT 3|SELECT e, COUNT(*) AS n FROM (SELECT 'x' AS e FROM payments) GROUP BY e HAVING COUNT(*) > 2};

-- without_over_{lag|lag_back|row_number|rank|lead|lag_filtered}: aggregates under GROUP BY, for those Flink has code
SELECT card_id, {LAG(amount)|LAG(amount, 2)|ROW_NUMBER()|RANK()|LEAD(amount)|LAG(amount) FILTER (WHERE attempts > 1)} AS x FROM payments GROUP BY card_id;

-- without_over_{alone|beside_another|unread|of_changes|of_changes_unread}
{SELECT LAG(fee) AS x FROM payments|SELECT LAG(fee) AS x, COUNT(*) AS n FROM payments|SELECT n FROM (SELECT LAG(fee) AS x, COUNT(*) AS n FROM payments)|SELECT COUNT(*) AS n, LAG(s) AS x FROM (SELECT country, SUM(fee) AS s FROM payments GROUP BY country)|SELECT n FROM (SELECT COUNT(*) AS n, LAG(s) AS x FROM (SELECT country, SUM(fee) AS s FROM payments GROUP BY country))};

-- batch_only_of_nothing_{grouped|global}: a global aggregate of no rows is a row
SELECT APPROX_COUNT_DISTINCT(fee) AS n FROM payments WHERE 1 = 2 {GROUP BY country|};

-- distinct_structured_{collected|counted}
SELECT country, {COLLECT|COUNT}(DISTINCT OBJECT_OF('com.x.Money', 'units', attempts)) AS c FROM payments GROUP BY country;

-- key_{and_more|and_less|in_a_call|from_the_right|of_products|of_text|of_conditions|not_in_front|inside_a_product}: a chain begins with the grouped one
SELECT {product_id + quantity + 1|product_id + quantity - 1 - 2|ABS(product_id + quantity)|1 + (product_id + quantity)|product_id * quantity / 2|channel \|\| currency \|\| '!'|product_id > 1 AND quantity > 1 AND RAND() > 0.5|1 + product_id + quantity|product_id + quantity * 2} AS v FROM orders GROUP BY {product_id + quantity|product_id + quantity|product_id + quantity|product_id + quantity|product_id * quantity|channel \|\| currency|product_id > 1 AND quantity > 1|product_id + quantity|product_id + quantity}

-- groups_of_one_row_{by_key|and_more|of_a_join|of_both_sides|of_both_sides_and_more|not_of_one_side|after_left_join|after_over|after_sort|counted|after_dedup|after_topn|after_limit_of_rank}: MIN, MAX and SUM of a single row are no aggregate
SELECT {account_id, MAX(kind) AS m|account_id, kind, MAX(overdraft) AS m|a.account_id, MAX(a.kind) AS m|a.account_id, c.id, MAX(c.name) AS m|a.account_id, c.id, a.kind, MAX(c.name) AS m|a.account_id, c.name, MAX(a.kind) AS m|a.account_id, MAX(c.name) AS m|account_id, MAX(s) AS m|account_id, MAX(kind) AS m|a.account_id, COUNT(*) AS m|kind, MAX(account_id) AS m|kind, rn, MAX(account_id) AS m|account_id, MAX(kind) AS m} FROM {accounts|accounts|accounts AS a JOIN customers AS c ON a.customer_id = c.id|accounts AS a JOIN customers AS c ON a.kind = c.name|accounts AS a JOIN customers AS c ON a.customer_id = c.id|accounts AS a JOIN customers AS c ON a.customer_id = c.id|accounts AS a LEFT JOIN customers AS c ON a.customer_id = c.id|(SELECT account_id, SUM(customer_id) OVER (PARTITION BY kind ORDER BY opened_on) AS s FROM accounts)|(SELECT * FROM accounts ORDER BY kind LIMIT 5)|accounts AS a JOIN customers AS c ON a.customer_id = c.id|(SELECT *, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY opened_on) AS rn FROM accounts) WHERE rn = 1|(SELECT *, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY opened_on) AS rn FROM accounts) WHERE rn <= 3|(SELECT *, ROW_NUMBER() OVER (PARTITION BY kind ORDER BY opened_on) AS rn FROM accounts) WHERE rn <= 3} GROUP BY {account_id|account_id, kind|a.account_id|a.account_id, c.id|a.account_id, c.id, a.kind|a.account_id, c.name|a.account_id|account_id|account_id|a.account_id|kind|kind, rn|account_id}

-- of_one_row_{distinct|semi_join|window_function|union|full_join|unnest}
SELECT {DISTINCT account_id, kind|account_id, MAX(kind) AS m|currency, MAX(rate) AS m|account_id, MAX(kind) AS m|a.account_id, MAX(c.name) AS m|account_id, MAX(x) AS m} FROM {accounts|(SELECT * FROM accounts WHERE customer_id IN (SELECT id FROM customers))|TABLE(TUMBLE(TABLE fx_rates, DESCRIPTOR(rate_time), INTERVAL '1' HOUR))|(SELECT * FROM accounts UNION ALL SELECT * FROM accounts)|accounts AS a FULL JOIN customers AS c ON a.customer_id = c.id|(SELECT account_id, kind AS x FROM accounts CROSS JOIN LATERAL TABLE(split_words(kind)))} {|GROUP BY account_id|GROUP BY currency|GROUP BY account_id|GROUP BY a.account_id|GROUP BY account_id}

-- key_of_{now|current_date|local_time|formatted_now|constant_call}: the time of now is no constant
SELECT channel, COUNT(*) AS c, {NOW()|CURRENT_DATE|LOCALTIMESTAMP|DATE_FORMAT(CURRENT_TIMESTAMP, 'yyyy')|UPPER('a')} AS k FROM orders GROUP BY channel, {NOW()|CURRENT_DATE|LOCALTIMESTAMP|DATE_FORMAT(CURRENT_TIMESTAMP, 'yyyy')|UPPER('a')}

-- one_row_{constant|sum_as_it_is|sum_and_more|ratio|ratio_beside_a_count|constant_beside_a_sum|average|rounded}: a row that hands on no column loses its key
SELECT {1 AS x|SUM(quantity) AS x|SUM(quantity) + 1 AS x|100.0 * SUM(quantity) / COUNT(*) AS x|100.0 * SUM(quantity) / COUNT(*) AS x, COUNT(*) AS c|1 AS x, s|AVG(price) AS x|ROUND(AVG(price), 2) AS x} FROM {(SELECT SUM(quantity) AS s FROM orders)|orders|orders|orders|orders|(SELECT SUM(quantity) AS s FROM orders)|orders|orders}

-- of_the_kept_side_{distinct|distinct_of_two|count_distinct|on_the_left|filtered|through_a_subquery|max|of_both_sides|computed|of_a_full_join}: DISTINCT of what an outer join keeps needs no join
SELECT {DISTINCT d.id|DISTINCT d.id, d.name|d.id, COUNT(DISTINCT d.name) AS n|DISTINCT d.channel|DISTINCT d.id|DISTINCT k|d.id, MAX(d.name) AS n|DISTINCT d.id, e.channel|DISTINCT UPPER(d.name) AS u|DISTINCT d.id} FROM {orders AS e RIGHT JOIN customers AS d ON e.customer_id = d.id|orders AS e RIGHT JOIN customers AS d ON e.customer_id = d.id|orders AS e RIGHT JOIN customers AS d ON e.customer_id = d.id|orders AS d LEFT JOIN shipments AS e ON e.order_id = d.order_id|orders AS e RIGHT JOIN customers AS d ON e.customer_id = d.id WHERE d.name = 'x'|(SELECT d.id AS k, e.channel FROM orders AS e RIGHT JOIN customers AS d ON e.customer_id = d.id) AS t|orders AS e RIGHT JOIN customers AS d ON e.customer_id = d.id|orders AS e RIGHT JOIN customers AS d ON e.customer_id = d.id|orders AS e RIGHT JOIN customers AS d ON e.customer_id = d.id|orders AS e FULL JOIN customers AS d ON e.customer_id = d.id} {||GROUP BY d.id||||GROUP BY d.id|||}

-- distinct_columns_{required|one_nullable|of_constants}: one column is counted, whatever can be NULL
SELECT COUNT(DISTINCT {r_int, r_string|r_string, r_map|1, 2}) AS n FROM all_required
