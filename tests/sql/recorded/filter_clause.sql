-- {count|sum|avg|max|count_distinct}_filtered
SELECT country, {COUNT(*)|SUM(amount)|AVG(amount)|MAX(fee)|COUNT(DISTINCT card_id)} FILTER (WHERE status = 'OK') AS v FROM payments GROUP BY country;

-- several
SELECT country, COUNT(*) FILTER (WHERE status = 'OK') AS ok, COUNT(*) FILTER (WHERE status = 'KO') AS ko, COUNT(*) AS n FROM payments GROUP BY country;

-- global
SELECT SUM(amount) FILTER (WHERE country = 'FR') AS fr FROM payments;

-- filter_{in|between|like|is_null|boolean}
SELECT COUNT(*) FILTER (WHERE {country IN ('FR', 'DE')|amount BETWEEN 1 AND 2|status LIKE 'O%'|fee IS NULL|attempts > 1 AND fee < 2}) AS n FROM payments;

-- required_sum_becomes_nullable
SELECT r_boolean, SUM(r_int) FILTER (WHERE r_double > 1) AS s, COUNT(r_int) FILTER (WHERE r_double > 1) AS c FROM all_required GROUP BY r_boolean;

-- ratio
SELECT country, CAST(COUNT(*) FILTER (WHERE status = 'KO') AS DOUBLE) / COUNT(*) AS failure_rate FROM payments GROUP BY country;

-- in_a_window
SELECT window_start, window_end, COUNT(*) FILTER (WHERE approved) AS yes FROM TABLE(TUMBLE(TABLE authorizations, DESCRIPTOR(auth_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- first_value_filtered
SELECT country, FIRST_VALUE(card_id) FILTER (WHERE amount > 10) AS v FROM payments GROUP BY country;

-- having_filtered
SELECT country FROM payments GROUP BY country HAVING COUNT(*) FILTER (WHERE status = 'KO') > 10;

-- listagg_filtered
SELECT country, LISTAGG(status, '|') FILTER (WHERE status <> 'OK') AS l FROM payments GROUP BY country;

-- of_cdc
SELECT country, SUM(balance) FILTER (WHERE tier = 'gold') AS gold FROM customers GROUP BY country;

-- user_function_filtered
SELECT country, weighted_average(fee, customer_id) FILTER (WHERE status = 'OK') AS w FROM payments GROUP BY country;

-- json_agg_filtered
SELECT country, JSON_ARRAYAGG(card_id) FILTER (WHERE amount > 10) AS v FROM payments GROUP BY country;

-- over_filtered: FILTER does not go with OVER here
SELECT SUM(amount) FILTER (WHERE status = 'OK') OVER (PARTITION BY card_id ORDER BY event_time) AS s FROM payments;

-- wrong_{unknown|not_boolean|scalar_function|aggregate_inside|missing_where}
SELECT country, {COUNT(*)|COUNT(*)|UPPER(country)|COUNT(*)|COUNT(*)} FILTER ({WHERE state = 'OK'|WHERE amount|WHERE amount > 1|WHERE SUM(amount) > 1|amount > 1}) AS v FROM payments GROUP BY country;
