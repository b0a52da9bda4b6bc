-- searched_{text|numbers|null_else|no_else|nested|boolean}
SELECT CASE {WHEN amount > 100 THEN 'big' ELSE 'small'|WHEN amount > 100 THEN 1 ELSE 2.5|WHEN amount > 100 THEN country ELSE NULL|WHEN amount > 100 THEN 1|WHEN amount > 100 THEN CASE WHEN fee > 1 THEN 1 ELSE 2 END ELSE 3|WHEN amount > 100 THEN TRUE ELSE fee > 1} END AS v FROM payments;

-- simple_{text|number|several|no_else}
SELECT CASE {status WHEN 'OK' THEN 'good' WHEN 'KO' THEN 'bad' ELSE 'unknown'|attempts WHEN 1 THEN 'once' WHEN 2 THEN 'twice' ELSE 'more'|country WHEN 'FR', 'BE' THEN 1 ELSE 0|status WHEN 'OK' THEN 1} END AS v FROM payments;

-- common_{int_bigint|int_decimal|decimal_double|char_varchar|date_timestamp|float_double|tinyint_int|chars}
SELECT CASE WHEN c_boolean THEN {c_int ELSE c_bigint|c_int ELSE c_decimal|c_decimal ELSE c_double|c_char ELSE c_varchar|c_date ELSE c_timestamp|c_float ELSE c_double|c_tinyint ELSE c_int|'a' ELSE 'bcd'} END AS v FROM all_types;

-- required_{both|one_null|no_else}
SELECT CASE WHEN r_boolean THEN {r_int ELSE r_int + 1|r_int ELSE CAST(NULL AS INT)|r_int} END AS v FROM all_required;

-- coalesce_{two|three|literal|types|required|subquery}
SELECT COALESCE({card_id, payment_id|card_id, status, country|fee, 0|amount, fee|country, 'FR'|fee, attempts}) AS v FROM payments;

-- {nullif|nullif_literal|ifnull|if}
SELECT {NULLIF(country, status)|NULLIF(attempts, 0)|IFNULL(fee, 0.0)|IF(amount > 10, 'a', 'bcd')} AS v FROM payments;

-- greatest_least
SELECT GREATEST(1, attempts) AS g, LEAST(fee, 2.0) AS l FROM payments;

-- in_the_group_by
SELECT CASE WHEN fee > 1 THEN 'y' ELSE 'n' END AS k, COUNT(*) AS n FROM payments GROUP BY CASE WHEN fee > 1 THEN 'y' ELSE 'n' END;

-- rows_and_arrays
SELECT CASE WHEN user_id > 1 THEN tags ELSE ARRAY['x'] END AS a, CASE WHEN user_id > 1 THEN device ELSE NULL END AS d FROM clicks;

-- case_aggregates
SELECT SUM(CASE WHEN status = 'OK' THEN amount ELSE 0 END) AS s FROM payments;

-- wrong_{clash|not_boolean|no_then|no_end|simple_clash|all_null|unknown_column|date_text}
SELECT CASE {WHEN fee > 1 THEN amount ELSE event_time END|WHEN fee THEN 1 ELSE 2 END|WHEN fee > 1 ELSE 2 END|WHEN fee > 1 THEN 1|event_time WHEN 1 THEN 2 END|WHEN fee > 1 THEN NULL ELSE NULL END|WHEN fees > 1 THEN 1 END|WHEN fee > 1 THEN DATE '2024-01-01' ELSE 1 END} AS v FROM payments;

-- greatest_of_date_and_time_{column|constants|nulls|constant_below|timestamps}: fails where the planner computes it
{SELECT GREATEST(c_date, TIMESTAMP '2024-01-02 00:00:00') AS g FROM all_types|SELECT GREATEST(TIMESTAMP '2024-01-02 00:00:00', DATE '2024-01-02') AS g FROM all_types|SELECT LEAST(CAST(NULL AS DATE), CAST(NULL AS TIMESTAMP(3))) AS g FROM all_types|SELECT GREATEST(d, TIMESTAMP '2024-01-02 00:00:00') AS g FROM (SELECT DISTINCT DATE '2024-01-02' AS d FROM all_types)|SELECT GREATEST(TIMESTAMP '2024-01-02 00:00:00', CAST(TIMESTAMP '2024-01-02 00:00:00' AS TIMESTAMP(6))) AS g FROM all_types};


-- asked_of_a_branch_{escape|escape_no_else|escape_columns|moment|moment_read|moment_later|day|null}: a condition on CASE is computed for each constant branch
SELECT {CASE WHEN approved THEN payment_id ELSE 'none' END LIKE 'a_' ESCAPE ''|CASE WHEN approved THEN payment_id END LIKE 'a_' ESCAPE ''|CASE WHEN approved THEN payment_id ELSE UPPER(payment_id) END LIKE 'a_' ESCAPE ''|TIMESTAMP '2024-05-01 00:00:00' = CASE WHEN approved THEN payment_id ELSE 'none' END|TIMESTAMP '2024-05-01 00:00:00' = CASE WHEN approved THEN payment_id ELSE '2024-05-02 00:00:00' END|TIMESTAMP '2024-05-01 00:00:00' > CASE WHEN approved THEN payment_id ELSE 'none' END|DATE '2024-05-01' <> CASE WHEN approved THEN payment_id ELSE 'none' END|CAST(NULL AS TIMESTAMP(3)) + INTERVAL '2' HOUR = CASE WHEN approved THEN payment_id ELSE 'none' END} AS v FROM authorizations

-- quotient_of_a_constant_{float|double|decimal|rounded|cast|averaged|whole|by_itself|multiplied|by_a_column|inside_a_call|compared|text|null|of_a_key|written}: what the planner finds to be constant it divides at once
SELECT {CAST(n AS FLOAT) / CAST(n AS DOUBLE)|3 / CAST(n AS DOUBLE)|3 / CAST(n AS DECIMAL(20, 0))|3 / FLOOR(CAST(n AS DECIMAL(20, 0)))|CAST(CAST(n AS FLOAT) / CAST(n AS DOUBLE) AS FLOAT)|AVG(CAST(n AS FLOAT) / CAST(n AS DOUBLE))|CAST(n AS INT) / CAST(n AS BIGINT)|CAST(n AS FLOAT) / n|CAST(n AS FLOAT) * CAST(n AS DOUBLE)|CAST(n AS FLOAT) / score|POWER(n, CAST(n AS FLOAT) / CAST(n AS DOUBLE))|CAST(n AS FLOAT) / CAST(n AS DOUBLE) > 1|CAST(n AS FLOAT) / CAST(n AS DOUBLE)|CAST(n AS FLOAT) / CAST(n AS DOUBLE)|CAST(auth_id AS FLOAT) / CAST(auth_id AS DOUBLE)|CAST(2 AS FLOAT) / CAST(2 AS DOUBLE)} AS v
FROM (SELECT auth_id, score, {CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)|'2'|CAST(NULL AS BIGINT)|CAST(2 AS BIGINT)|CAST(2 AS BIGINT)} AS n FROM authorizations{|||||||||||||| WHERE auth_id = 7|}) AS t
