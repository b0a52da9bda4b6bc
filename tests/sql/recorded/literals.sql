-- moment_{short|spaces|date_only|fraction|many_digits|zone|no_fraction}: how the planner reads dates and times
SELECT {DATE '2024-1-5'|DATE ' 2024-01-05'|TIMESTAMP '2024-01-05'|TIMESTAMP '2024-01-05 1:2:3.45'|TIMESTAMP '2024-01-05 01:02:03.1234567890'|TIMESTAMP WITH LOCAL TIME ZONE '2024-01-05 01:02:03.456'|TIME '1:2:3.456'} AS v FROM payments;

-- wrong_moment_{day|month|year|empty|hour|minutes_only|t_between|time_only|words|zone}
SELECT {DATE '2024-02-30'|DATE '2024-13-01'|DATE '10000-01-01'|DATE ''|TIME '24:00:00'|TIME '12:30'|TIMESTAMP '2024-01-05T01:02:03'|TIMESTAMP '01:02:03'|DATE 'today'|TIMESTAMP WITH LOCAL TIME ZONE '2024-01-05 24:00:00'} AS v FROM payments;

-- braces
SELECT {d '2024-01-05'} AS a, {t '01:02:03'} AS b, {ts '2024-01-05 01:02:03.5'} AS c, {fn UCASE(country)} AS d, {fn LCASE(country)} AS e, {fn LENGTH(country)} AS f, {fn ABS(fee)} AS g FROM payments;

-- braces_around_no_date
SELECT {d '2024-13-05'} AS v FROM payments;

-- unit_{second|week|fraction|quoted|quoted_small|part_of_a_week|difference|difference_of_fractions|unknown|plural}: other names of units
SELECT {TIMESTAMPADD(SQL_TSI_SECOND, 1, shipped_at)|TIMESTAMPADD(SQL_TSI_WEEK, 1, shipped_at)|TIMESTAMPADD(SQL_TSI_FRAC_SECOND, 1, shipped_at)|TIMESTAMPADD(`DAY`, 1, shipped_at)|TIMESTAMPADD(`day`, 1, shipped_at)|TIMESTAMPADD(DAYOFWEEK, 1, shipped_at)|TIMESTAMPDIFF(SQL_TSI_MONTH, shipped_at, shipped_at)|TIMESTAMPDIFF(FRAC_SECOND, shipped_at, shipped_at)|TIMESTAMPADD(SQL_TSI_CENTURY, 1, shipped_at)|TIMESTAMPADD(DAYS, 1, shipped_at)} AS v FROM shipments;

-- part_{day_of_week|day_of_year|floor|ceil|day_of_month|quoted}
SELECT {EXTRACT(DAYOFWEEK FROM c_date)|EXTRACT(DAYOFYEAR FROM c_timestamp)|FLOOR(c_date TO DAYOFYEAR)|CEIL(c_date TO DAYOFWEEK)|EXTRACT(DAYOFMONTH FROM c_date)|EXTRACT(`DAY` FROM c_date)} AS v FROM all_types;

-- trim_{characters|both|side_only}
SELECT {TRIM('x' FROM c_string)|TRIM(BOTH 'x' FROM c_char)|TRIM(LEADING FROM c_varchar)} AS v FROM all_types;

-- null_in_a_row_{row|parentheses|nested}
SELECT {ROW(NULL)|(c_int, NULL)|ROW(1, ROW(NULL))} AS v FROM all_types;

-- null_in_a_map_{value|among_values|of_another_type|key|only_key}
SELECT {MAP['a', NULL]|MAP['a', c_string, 'b', NULL]|MAP['a', 1, 'b', NULL]|MAP[1, 2, NULL, 3]|MAP[NULL, 1]} AS v FROM all_types;

-- time_cast_{digits|none|in_an_array|interval_day|interval_month}
SELECT {CAST(c_time AS TIME(3))|CAST(c_time AS TIME)|CAST(NULL AS ARRAY<TIME(3)>)|CAST(c_int AS INTERVAL DAY)|CAST(c_int AS INTERVAL MONTH)} AS v FROM all_types;

-- made_{multiset|multiset_mixed|empty_test|set_test|member|contains|precedes|multiset_union}: what the grammar has and Flink has not
SELECT {MULTISET[1, 2]|MULTISET[1, 'a']|c_multiset IS EMPTY|c_multiset IS A SET|c_int MEMBER OF c_multiset|(c_date, c_date) CONTAINS c_date|(c_date, c_date) PRECEDES (c_date, c_date)|c_multiset MULTISET UNION c_multiset} AS v FROM all_types;

-- if_null_{required_char|required_char_text|required_binary|nullable_char|required_number|proctime}
SELECT {IFNULL(r_char, r_string)|IFNULL(r_char, 'a longer text')|IFNULL(X'0AFF', X'01020304')|IFNULL(CAST(NULL AS CHAR(2)), r_string)|IFNULL(r_int, r_bigint)|IFNULL(PROCTIME(), r_ltz)} AS v FROM all_required;

-- rows_{equal|never_equal|unequal|in_rows}
SELECT {(c_int, 1) = (c_int, 1)|(c_int, 1) = (c_int, 2)|(c_int, 1) <> (c_int, 2)|(c_int, c_string) IN ((1, 'a'), (2, 'b'))} AS v FROM all_types;

-- greatest_of_a_null_and_{constants|column|number}
SELECT {GREATEST('a', NULL)|GREATEST('a', c_string, NULL)|LEAST(c_int, NULL)} AS v FROM all_types;

-- variant_{of_one_kind|mixed|compared|mixed_in_an_array|cast}
SELECT {CASE WHEN c_boolean THEN PARSE_JSON(c_string) END|CASE WHEN c_boolean THEN PARSE_JSON('1') END|PARSE_JSON(c_string) = PARSE_JSON('1')|ARRAY[PARSE_JSON(c_string), PARSE_JSON('1')]|CAST(PARSE_JSON(c_string) AS VARIANT)} AS v FROM all_types;

-- decimal_in_quotes_{fraction|whole|power|point|negated|none|empty|nothing}
SELECT {DECIMAL '1.50'|DECIMAL '12'|DECIMAL '1e3'|DECIMAL '.5'|- DECIMAL '2.5'|DECIMAL 'x'|DECIMAL ''|DECIMAL} AS v FROM payments
