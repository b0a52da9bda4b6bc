-- number_to_{string|char|varchar|int|bigint|decimal|double|boolean}
SELECT CAST(c_decimal AS {STRING|CHAR(3)|VARCHAR(5)|INT|BIGINT|DECIMAL(5, 1)|DOUBLE|BOOLEAN}) AS v FROM all_types;

-- string_to_{int|decimal|date|time|timestamp|timestamp_ltz|boolean|bytes|double}
SELECT CAST(c_string AS {INT|DECIMAL(10, 2)|DATE|TIME|TIMESTAMP(3)|TIMESTAMP_LTZ(3)|BOOLEAN|BYTES|DOUBLE}) AS v FROM all_types;

-- try_{int|decimal|timestamp|row|array}
SELECT TRY_CAST({c_string AS INT|c_string AS DECIMAL(10, 2)|c_string AS TIMESTAMP(3)|c_row AS ROW<a BIGINT, b STRING, c DOUBLE>|c_array AS ARRAY<STRING>}) AS v FROM all_types;

-- nested_{row|array|map|row_in_array|multiset_like}
SELECT CAST({ROW(1, 'x') AS ROW<a BIGINT, b VARCHAR(10)>|c_array AS ARRAY<BIGINT>|c_map AS MAP<STRING, STRING>|ARRAY[ROW(1, 2)] AS ARRAY<ROW<x INT, y DOUBLE>>|NULL AS ROW<a INT, b ARRAY<STRING>>}) AS v FROM all_types;

-- null_as_{int|string|decimal|timestamp|array|map|row}
SELECT CAST(NULL AS {INT|STRING|DECIMAL(10, 2)|TIMESTAMP(3)|ARRAY<INT>|MAP<STRING, INT>|ROW<a INT>}) AS v FROM all_types;

-- time_{timestamp_to_date|timestamp_to_time|date_to_timestamp|ltz_to_timestamp|timestamp_to_ltz|timestamp_to_string|precision}
SELECT CAST({c_timestamp AS DATE|c_timestamp AS TIME|c_date AS TIMESTAMP(3)|c_ltz AS TIMESTAMP(3)|c_timestamp AS TIMESTAMP_LTZ(3)|c_timestamp AS STRING|c_timestamp AS TIMESTAMP(0)}) AS v FROM all_types;

-- required_{stays|string|try}
SELECT {CAST(r_int AS BIGINT)|CAST(r_string AS INT)|TRY_CAST(r_string AS INT)} AS v FROM all_required;

-- spelled_{integer|double_precision|numeric|dec|with_local_time_zone|without_time_zone|varbinary|character_varying}
SELECT CAST(c_string AS {INTEGER|DOUBLE PRECISION|NUMERIC(8, 2)|DEC(8, 2)|TIMESTAMP(3) WITH LOCAL TIME ZONE|TIMESTAMP(3) WITHOUT TIME ZONE|VARBINARY(5)|VARCHAR}) AS v FROM all_types;

-- rowtime_is_lost
SELECT CAST(event_time AS TIMESTAMP(3)) AS a, event_time AS b FROM payments;

-- bytes_to_string
SELECT CAST(payload AS STRING) AS s, CAST('abc' AS BYTES) AS b, CAST(X'0a' AS BINARY(2)) AS x FROM log_lines;

-- wrong_{array_to_int|map_to_string_number|date_to_int|boolean_to_date|unknown_type|row_sizes|timestamp_to_int|bad_precision|missing_as|time_to_decimal}
SELECT CAST({c_array AS INT|c_map AS BIGINT|c_date AS INT|c_boolean AS DATE|c_int AS INTT|c_row AS ROW<a INT>|c_timestamp AS INT|c_int AS DECIMAL(99, 2)|c_int, BIGINT|c_time AS DECIMAL(5, 2)}) AS v FROM all_types;

-- number_through_text_to_{timestamp|ltz|date|time}: the planner takes the text out again, and then refuses the number
SELECT CAST(CAST({c_bigint AS STRING) AS TIMESTAMP(3)|c_int AS STRING) AS TIMESTAMP_LTZ(3)|c_bigint AS STRING) AS DATE|c_double AS STRING) AS TIME}) AS v FROM all_types;

-- number_through_short_text_to_timestamp
SELECT CAST(CAST(c_decimal AS VARCHAR(10)) AS TIMESTAMP(3)) AS v FROM all_types;

-- null_{text_as_interval|text_to_number|array_position|small_unit}: NULL is the result before there is anything to run
SELECT {CAST(CAST(NULL AS STRING) AS INTERVAL YEAR)|CAST(NULL AS STRING) = 1|ARRAY[1, 2][CAST(NULL AS BIGINT)]|EXTRACT(MICROSECOND FROM CAST(NULL AS DATE))} AS x FROM payments;

-- postfix_array_{once|twice|of_a_row|of_null|tried}: the elements are never NULL
SELECT {CAST(c_array AS INT ARRAY)|CAST(NULL AS INT ARRAY ARRAY)|CAST(NULL AS ROW<a INT> ARRAY)|CAST(NULL AS INT MULTISET)|TRY_CAST(c_array AS INT ARRAY)} AS v FROM all_types

-- postfix_array_inside_{an_array|a_row|a_map}
SELECT CAST(NULL AS {ARRAY<INT ARRAY>|ROW<a INT ARRAY>|MAP<STRING, INT ARRAY>}) AS v FROM all_types

-- of_a_number_by_way_of_text_{null|column}: NULL is folded before
SELECT CAST(CAST({CAST(NULL AS INT)|attempts} AS STRING) AS TIMESTAMP_LTZ(3)) AS t FROM payments;
