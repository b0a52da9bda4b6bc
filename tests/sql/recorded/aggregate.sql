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
