-- operators_flink_lacks
{SELECT status ILIKE 'a%' FROM payments
|SELECT tags MEMBER OF tags FROM clicks
|SELECT words SUBMULTISET OF words FROM baskets
|SELECT words MULTISET UNION words FROM baskets
|SELECT words IS A SET, words IS EMPTY FROM baskets
|SELECT PERIOD (event_time, event_time) PRECEDES PERIOD (event_time, event_time) FROM payments
|SELECT MULTISET[1, 2]};

-- words_alone_name_their_column
{SELECT current_date, Current_Timestamp FROM payments
|SELECT CURRENT_DATE, CURRENT_DATE FROM payments
|SELECT (CURRENT_DATE) FROM payments
|SELECT CURRENT_DATE FROM payments UNION ALL SELECT opened_on FROM accounts
|SELECT CURRENT_DATE + INTERVAL '1' DAY FROM payments};

-- one_column_named_after_the_alias
{SELECT tag FROM clicks, UNNEST(tags) AS tag
|SELECT * FROM baskets, UNNEST(codes) AS c, UNNEST(words) AS w
|SELECT * FROM clicks, UNNEST(tags) WITH ORDINALITY AS tag
|SELECT * FROM (VALUES (1), (2)) AS t
|SELECT * FROM (VALUES (1, 2)) AS t
|SELECT * FROM UNNEST(ARRAY[1, 2]) AS u
|SELECT * FROM (VALUES (1) UNION ALL VALUES (2)) AS t
|SELECT * FROM clicks, UNNEST(properties) AS p
|SELECT `EXPR$0` FROM clicks, UNNEST(tags) AS tag};

-- types_of_casts
{SELECT CAST(status AS TIME), CAST(status AS TIME(3)), CAST(status AS DATE) FROM payments
|SELECT CAST(NULL AS INTERVAL DAY), CAST(NULL AS INTERVAL YEAR TO MONTH), CAST(NULL AS INTERVAL DAY TO SECOND(3))
|SELECT CAST(status AS TIMESTAMP_LTZ(10)) FROM payments
|SELECT CAST(status AS TIMESTAMP(12)) FROM payments};

-- literals
{SELECT TIMESTAMP WITH LOCAL TIME ZONE '2024-01-31 12:00:00'
|SELECT TRIM(status), TRIM(BOTH 'a' FROM status), TRIM(LEADING FROM status), TRIM(TRAILING 'a' FROM status), TRIM('a' FROM status), LTRIM(status), RTRIM(status, 'a'), BTRIM(status) FROM payments
|SELECT TIMESTAMPADD(DAY, 1, event_time), TIMESTAMPDIFF(DAY, event_time, event_time) FROM payments
|SELECT TIMESTAMPADD(SQL_TSI_HOUR, 1, event_time), TIMESTAMPADD(SQL_TSI_YEAR, 1, event_time), TIMESTAMPDIFF(SQL_TSI_MINUTE, event_time, event_time) FROM payments
|SELECT FLOOR(event_time TO DAY), CEIL(event_time TO HOUR), CEILING(event_time TO MONTH), FLOOR(event_time TO WEEK) FROM payments};

-- full_names_of_functions
{SELECT default_catalog.default_database.mask_card(status) FROM payments
|SELECT default_database.mask_card(status) FROM payments};

-- grouping_sets_within
{SELECT currency, status, COUNT(*) FROM payments GROUP BY GROUPING SETS (currency, ROLLUP(status))
|SELECT currency, status, COUNT(*) FROM payments GROUP BY GROUPING SETS (ROLLUP(currency, status))
|SELECT currency, status, COUNT(*) FROM payments GROUP BY GROUPING SETS ((currency, status), CUBE(status))
|SELECT currency, status, COUNT(*) FROM payments GROUP BY GROUPING SETS (GROUPING SETS (currency, status), ())
|SELECT currency, COUNT(*) FROM payments GROUP BY GROUPING SETS (currency, currency)
|SELECT currency, COUNT(*) FROM payments GROUP BY GROUPING SETS (currency, (), ())
|SELECT currency, COUNT(*) FROM payments GROUP BY ROLLUP(currency, currency)
|SELECT currency, status, COUNT(*) FROM payments GROUP BY currency, ROLLUP(currency, status)
|SELECT currency, status, COUNT(*) FROM payments GROUP BY currency, GROUPING SETS (currency, status)};

-- previous_of_another_variable
{SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE B AS B.price > PREV(A.price))
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE B AS B.price > PREV(A.price, 2))
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE B AS B.price > PREV(price))
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE B AS B.price > PREV(A.price + 1))
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE B AS B.price > LAST(PREV(A.price)))
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE A AS A.price > 1 AND PREV(A.price) > 3)};

-- final_and_running
{SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES FINAL A.price AS p PATTERN (A B) DEFINE A AS A.price > 1, B AS B.price < 1)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES RUNNING A.price AS p PATTERN (A B) DEFINE A AS A.price > 1, B AS B.price < 1)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES FINAL UPPER(A.symbol) AS p PATTERN (A B) DEFINE A AS A.price > 1, B AS B.price < 1)};

-- variables_of_a_call
{SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE B AS SUM(A.price + B.price) > 2)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE B AS SUM(A.price) + SUM(B.price) > 2)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE B AS SUM(A.price + price) > 2)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE B AS SUM(A.price + 1) > 2)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES LAST(price + A.price) AS p PATTERN (A B) DEFINE A AS A.price > 1, B AS B.price < 1)};

-- patterns_1
SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A{,4} B) DEFINE A AS A.price > 1, B AS B.price < 1);

-- patterns_2
SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A{0} B) DEFINE A AS A.price > 1, B AS B.price < 1);

-- patterns_3
SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN ((A B)+ C) DEFINE A AS A.price > 1, B AS B.price < 1);

-- patterns_4
SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B A) DEFINE A AS A.price > 1);

-- patterns_5
SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN ((A) B) DEFINE A AS A.price > 1);

-- patterns_6
SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A{0,3} B) DEFINE A AS A.price > 1);

-- patterns_7
SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN ((A+)? B) DEFINE A AS A.price > 1);

-- patterns_8
SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B{0,3}?) DEFINE A AS A.price > 1);

-- definitions
{SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE A AS A.price)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE A AS A.price > 1, A AS A.price < 2)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) SUBSET S = (A, X) DEFINE A AS A.price > 1)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) SUBSET A = (A, B) DEFINE A AS A.price > 1)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) SUBSET S = (A, A) DEFINE A AS A.price > 1)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) SUBSET S = (A, B) DEFINE A AS S.price > 1)};

-- within
{SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) WITHIN INTERVAL '1' MONTH DEFINE A AS A.price > 1)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) WITHIN INTERVAL '1:30' HOUR TO MINUTE DEFINE A AS A.price > 1)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) WITHIN INTERVAL -'1' HOUR DEFINE A AS A.price > 1)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) WITHIN INTERVAL '-1' HOUR DEFINE A AS A.price > 1)};

-- what_match_reads
{SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime PATTERN (A) DEFINE A AS TRUE)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY UPPER(symbol) ORDER BY rowtime MEASURES A.price AS p PATTERN (A) DEFINE A AS TRUE)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime NULLS FIRST MEASURES A.price AS p PATTERN (A) DEFINE A AS TRUE)
|SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price IN (SELECT limit_price FROM trades) AS p PATTERN (A B) DEFINE A AS A.price > 1, B AS B.price < 1)
|SELECT m.p FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A) DEFINE A AS TRUE) AS m (s, p)};

-- frames
{SELECT SUM(fee) OVER (PARTITION BY currency ORDER BY event_time ROWS CURRENT ROW) FROM payments
|SELECT SUM(fee) OVER (PARTITION BY currency ORDER BY event_time ROWS BETWEEN 3 PRECEDING AND 1 PRECEDING) FROM payments
|SELECT SUM(fee) OVER (PARTITION BY currency ORDER BY event_time ROWS BETWEEN CURRENT ROW AND 3 PRECEDING) FROM payments
|SELECT SUM(fee) OVER (PARTITION BY currency ORDER BY event_time RANGE BETWEEN INTERVAL '1' MONTH PRECEDING AND CURRENT ROW) FROM payments
|SELECT SUM(fee) OVER (PARTITION BY currency ORDER BY event_time ROWS BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW) FROM payments
|SELECT SUM(fee) OVER (PARTITION BY currency ORDER BY event_time ROWS BETWEEN fee PRECEDING AND CURRENT ROW) FROM payments
|SELECT SUM(fee) OVER (PARTITION BY currency ORDER BY event_time ROWS BETWEEN 1.5 PRECEDING AND CURRENT ROW) FROM payments
|SELECT SUM(fee) OVER (PARTITION BY currency ORDER BY event_time ROWS 3 PRECEDING ALLOW PARTIAL) FROM payments
|SELECT SUM(fee) OVER (PARTITION BY currency ORDER BY event_time ROWS UNBOUNDED PRECEDING DISALLOW PARTIAL) FROM payments};

-- windows_by_name
{SELECT SUM(fee) OVER (w PARTITION BY status) FROM payments WINDOW w AS (ORDER BY event_time)
|SELECT SUM(fee) OVER (w ORDER BY event_time) FROM payments WINDOW w AS (PARTITION BY currency ORDER BY event_time)
|SELECT SUM(fee) OVER w FROM payments WINDOW w AS (PARTITION BY currency ORDER BY event_time), w AS (PARTITION BY status ORDER BY event_time)
|SELECT SUM(fee) OVER (w ORDER BY fee) FROM payments WINDOW w AS (PARTITION BY currency ROWS 3 PRECEDING)
|SELECT SUM(fee) OVER (w ROWS 3 PRECEDING) FROM payments WINDOW w AS (PARTITION BY currency ORDER BY event_time)
|SELECT SUM(fee) OVER (w) FROM payments WINDOW w AS (PARTITION BY currency ORDER BY event_time)};

-- clauses_of_calls
{SELECT FIRST_VALUE(fee) IGNORE NULLS OVER (PARTITION BY currency ORDER BY event_time) FROM payments
|SELECT ARRAY_AGG(fee) IGNORE NULLS FROM payments
|SELECT JSON_ARRAYAGG(status) WITHIN GROUP (ORDER BY fee) FROM payments
|SELECT COLLECT(status) WITHIN GROUP (ORDER BY fee) FROM payments
|SELECT LISTAGG(status) WITHIN GROUP (ORDER BY fee) FROM payments
|SELECT weighted_average(fee, customer_id) WITHIN GROUP (ORDER BY fee) FROM payments
|SELECT mask_card(DISTINCT status) FROM payments
|SELECT COUNT() FROM payments GROUP BY currency
|SELECT risk_score(amount => fee, country) FROM payments
|SELECT UPPER(x => status) FROM payments};

-- arguments_of_windows
{SELECT * FROM SESSION(TABLE payments PARTITION BY currency ORDER BY event_time, DESCRIPTOR(event_time), INTERVAL '10' MINUTE)
|SELECT * FROM TUMBLE(TABLE payments PARTITION BY currency, DESCRIPTOR(event_time), INTERVAL '10' MINUTE)
|SELECT * FROM TUMBLE(SIZE => INTERVAL '10' MINUTE, TIMECOL => DESCRIPTOR(event_time), DATA => TABLE payments)
|SELECT * FROM TUMBLE(data => TABLE payments, timecol => DESCRIPTOR(event_time), size => INTERVAL '10' MINUTE)
|SELECT * FROM TUMBLE(TABLE payments, DESCRIPTOR(event_time), SIZE => INTERVAL '10' MINUTE)
|SELECT * FROM TUMBLE(DATA => TABLE payments, SIZE => INTERVAL '10' MINUTE, TIMECOL => DESCRIPTOR(event_time))
|SELECT * FROM HOP(DATA => TABLE payments, TIMECOL => DESCRIPTOR(event_time), SIZE => INTERVAL '10' MINUTE, SLIDE => INTERVAL '5' MINUTE)
|SELECT * FROM SESSION(DATA => TABLE payments PARTITION BY currency, GAP => INTERVAL '10' MINUTE, TIMECOL => DESCRIPTOR(event_time))};

-- stars
{SELECT COUNT(payments.*) FROM payments
|SELECT * AS x FROM payments
|SELECT payments.* AS p FROM payments};

-- joins
{SELECT * FROM payments CROSS JOIN refunds ON TRUE
|SELECT * FROM clicks RIGHT JOIN LATERAL TABLE(split_words(url)) AS t (w, l) ON TRUE
|SELECT * FROM payments FULL JOIN refunds USING (payment_id)
|SELECT * FROM payments NATURAL FULL OUTER JOIN refunds
|SELECT * FROM clicks, TABLE(split_words(url))};

-- of_the_whole_query
{TABLE payments ORDER BY event_time
|WITH t AS (SELECT fee FROM payments) TABLE t
|TABLE payments UNION ALL TABLE payments
|SELECT * FROM (SELECT STREAM fee FROM payments)
|SELECT STREAM payment_id FROM payments
|SELECT fee FROM payments ORDER BY COUNT(*) LIMIT 3
|SELECT MAX(fee) FROM payments ORDER BY COUNT(*) LIMIT 3};

-- pivot
{SELECT * FROM (SELECT currency, status, fee FROM payments) PIVOT (SUM(fee) AS s FOR status IN ('a' AS x, 'b' AS y))
|SELECT * FROM (SELECT fee, attempts, merchant_id, currency FROM payments) UNPIVOT (v FOR k IN (attempts AS 'att', merchant_id AS 'mer'))
|SELECT * FROM payments TABLESAMPLE SUBSTITUTE('x')};

-- hints_behind_a_table
{SELECT * FROM payments /*+ OPTIONS('scan.startup.mode'='earliest-offset') */
|SELECT * FROM payments /*+ OPTIONS(a='b') */
|SELECT * FROM payments /*+ OPTIONS(a) */
|SELECT * FROM payments /*+ NOPE('a'='b') */};
