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
