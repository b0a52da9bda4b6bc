-- revenue_per_minute
SELECT window_start, window_end, SUM(amount) AS revenue
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;

-- {country|status|currency|merchant_id}_count
SELECT window_start, window_end, {country|status|currency|merchant_id}, COUNT(*) AS n, AVG({fee|attempts|amount|amount}) AS mean
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL {'10' SECOND|'5' MINUTES|'1' HOUR|'1' DAY}))
GROUP BY window_start, window_end, {country|status|currency|merchant_id};

-- bare_{all_columns|window_time|aliased}
SELECT {*|payment_id, window_time|w.payment_id, w.window_end AS until} FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES)){||AS w};

-- without_table_keyword
SELECT window_start, COUNT(*) AS n FROM TUMBLE(TABLE orders, DESCRIPTOR(order_time), INTERVAL '1' MINUTE) GROUP BY window_start, window_end;

-- named_arguments
SELECT window_start, window_end, MAX(price) AS top
FROM TABLE(TUMBLE(DATA => TABLE orders, TIMECOL => DESCRIPTOR(order_time), SIZE => INTERVAL '10' MINUTES))
GROUP BY window_start, window_end;

-- with_offset_{positive|negative}
SELECT window_start, window_end, SUM(quantity) AS q
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(order_time), INTERVAL '1' HOUR, INTERVAL {'15'|'-15'} MINUTES))
GROUP BY window_start, window_end;

-- named_offset
SELECT window_start, window_end, COUNT(order_id) AS c
FROM TABLE(TUMBLE(DATA => TABLE orders, TIMECOL => DESCRIPTOR(order_time), SIZE => INTERVAL '1' DAY, `OFFSET` => INTERVAL '6' HOUR))
GROUP BY window_start, window_end;

-- processing_time
SELECT window_start, window_end, window_time, COUNT(*) AS n
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(proc_time), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end, window_time;

-- window_time_stays_a_rowtime
SELECT window_time AS rowtime, SUM(amount) AS total
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end, window_time;

-- over_a_subquery
SELECT window_start, window_end, card_id, COUNT(*) AS n
FROM TABLE(TUMBLE((SELECT card_id, event_time FROM payments WHERE amount > 100), DESCRIPTOR(event_time), INTERVAL '1' HOUR))
GROUP BY window_start, window_end, card_id;

-- only_window_end_grouped: not a window aggregate any more
SELECT window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY window_end;

-- computed_key
SELECT window_start, window_end, UPPER(country) AS land, SUM(amount) AS total
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end, UPPER(country);

-- distinct_and_filter
SELECT window_start, window_end, COUNT(DISTINCT card_id) AS cards, SUM(amount) FILTER (WHERE status = 'OK') AS ok
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;

-- having
SELECT window_start, window_end, country, COUNT(*) AS n
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end, country HAVING COUNT(*) > 10;

-- over_a_cdc_table
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE fx_rates, DESCRIPTOR(rate_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- computed_rowtime_and_metadata
SELECT window_start, window_end, type, MAX(offset_id) AS last_offset FROM TABLE(TUMBLE(TABLE events, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, type;

-- plain_timestamp_column: validates, has no stream plan
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE page_views, DESCRIPTOR(viewed_at), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- lost_rowtime: a function call ends the time attribute
SELECT window_start, window_end, COUNT(*) AS n
FROM TABLE(TUMBLE((SELECT card_id, event_time + INTERVAL '1' SECOND AS event_time FROM payments), DESCRIPTOR(event_time), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;

-- wrong_{no_size|string_column|unknown_column|unknown_table|size_is_a_number|month}
SELECT window_start FROM TABLE(TUMBLE(TABLE {payments|payments|payments|paiements|payments|payments}, DESCRIPTOR({event_time|country|event_tyme|event_time|event_time|event_time}){|, INTERVAL '1' MINUTE|, INTERVAL '1' MINUTE|, INTERVAL '1' MINUTE|, 60|, INTERVAL '1' MONTH})) GROUP BY window_start, window_end;

-- wrong_{too_many|descriptor_missing|two_columns}
SELECT * FROM TABLE(TUMBLE(TABLE payments, {DESCRIPTOR(event_time), INTERVAL '1' MINUTE, INTERVAL '1' MINUTE, INTERVAL '1' MINUTE|event_time, INTERVAL '1' MINUTE|DESCRIPTOR(event_time, proc_time), INTERVAL '1' MINUTE}));

-- wrong_column_not_grouped
SELECT window_start, country, COUNT(*) FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- processing_time_{array_agg|first_value|last_value|listagg|distinct|collect}: what cannot be merged
SELECT window_start, window_end, {ARRAY_AGG(status)|FIRST_VALUE(status)|LAST_VALUE(status)|LISTAGG(status)|COUNT(DISTINCT status)|COLLECT(status)} AS v
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(proc_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- event_time_{array_agg|first_value|last_value|listagg|collect}
SELECT window_start, window_end, {ARRAY_AGG(status)|FIRST_VALUE(status)|LAST_VALUE(status)|LISTAGG(status)|COLLECT(status)} AS v
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- processing_time_{hop|cumulate}
SELECT window_start, window_end, {ARRAY_AGG|LISTAGG}(status) AS v
FROM TABLE({HOP|CUMULATE}(TABLE payments, DESCRIPTOR(proc_time), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)) GROUP BY window_start, window_end;

-- filtered_by_{a_flag|a_flag_that_is_true|a_flag_equal_to_true|not_a_flag|a_flag_and_more|a_flag_not_null}
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTE))
WHERE {calibrated|calibrated IS TRUE|calibrated = TRUE|NOT calibrated|calibrated AND quality > 1|calibrated IS NOT NULL} GROUP BY window_start, window_end;

-- filtered_by_a_flag_below
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT * FROM sensors WHERE calibrated), DESCRIPTOR(measured_at), INTERVAL '5' MINUTE))
GROUP BY window_start, window_end;

-- processing_time_filtered_by_{a_flag|not_a_flag}
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT calibrated, PROCTIME() AS pt FROM sensors), DESCRIPTOR(pt), INTERVAL '5' MINUTE))
WHERE {calibrated|NOT calibrated} GROUP BY window_start, window_end;

-- processing_time_and_the_latest_bound
SELECT window_start, window_end, MAX(window_end) AS m FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(proc_time), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end;

-- unread_{computed|column|bound|constant|converted|counted}_beside_a_column: whether a projection is left between the function and the aggregate
SELECT user_id, n FROM (SELECT window_start, window_end, user_id, SUM(duration_ms) AS n,
  {SUM(duration_ms + 1)|MAX(referrer)|MAX(window_end)|AVG(1.5)|SUM(CAST(duration_ms AS INT))|COUNT(window_start)} AS unread
FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, user_id);

-- unread_computed_beside_{a_count|a_variance|a_filter|a_constant|a_computed_key|a_filtered_input}
SELECT n FROM (SELECT window_start, window_end, {user_id|user_id|user_id|user_id|user_id + 1|user_id} AS g,
  {COUNT(*)|VAR_POP(duration_ms)|SUM(duration_ms)|AVG(1.5)|SUM(duration_ms)|SUM(duration_ms)} AS n, MAX(LOWER(url)) AS unread
FROM TABLE(TUMBLE({TABLE clicks|TABLE clicks|TABLE clicks|TABLE clicks|TABLE clicks|(SELECT * FROM clicks WHERE duration_ms > 3)}, DESCRIPTOR(click_time), INTERVAL '5' MINUTE))
{|| WHERE duration_ms > 5|||} GROUP BY window_start, window_end, {user_id|user_id|user_id|user_id|user_id + 1|user_id});

-- unread_day_of_a_bound_beside_{a_column|a_computed|a_variance|a_column_of_filtered_rows|a_computed_of_filtered_rows}
SELECT user_id, n FROM (SELECT window_start, window_end, user_id,
  {SUM(duration_ms)|SUM(duration_ms + 1)|STDDEV_POP(duration_ms)|SUM(duration_ms)|SUM(duration_ms + 1)} AS n, MIN(CAST(window_end AS DATE)) AS unread
FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTE)) {||| WHERE duration_ms > 5| WHERE duration_ms > 5} GROUP BY window_start, window_end, user_id);

-- filter_clause_of_{the_bounds|a_column}
SELECT user_id, COUNT(*) FILTER (WHERE {window_start < click_time|duration_ms > 3}) AS n
FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, user_id;

-- unread_below_a_rank_{of_the_windows|of_a_projection}: no projection goes below OVER unless it computes something
SELECT user_id, n FROM (SELECT user_id, n, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY n{| + 1}) AS rn FROM (
  SELECT window_start, window_end, user_id, SUM(duration_ms) AS n, MIN(LOWER(url)) AS unread
  FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, user_id)) WHERE rn = 3;

-- processing_time_unread_{computed|day_of_a_bound|day_of_a_bound_beside_variance}
SELECT currency, n FROM (SELECT window_start, window_end, currency, {SUM(attempts)|SUM(attempts)|VAR_POP(attempts)} AS n,
  {SUM(attempts + 1)|MIN(CAST(window_end AS DATE))|MIN(CAST(window_end AS DATE))} AS unread
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(proc_time), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, currency);

-- rows_{like|like_and_more|like_and_flag|flag_and_more|two_flags|unknown|unlike|flag|either_like|like_computed|flag_computed}: where the planner thinks fewer rows are left
SELECT site, {SUM(reading)|SUM(reading)|SUM(reading)|SUM(reading)|SUM(reading)|SUM(reading)|SUM(reading)|SUM(reading)|SUM(reading)|SUM(reading + 1)|SUM(reading + 1)} AS n FROM TABLE(TUMBLE(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTE))
WHERE {metric LIKE 'a%'|metric LIKE 'a%' AND battery > 3|metric LIKE 'a%' AND calibrated|calibrated AND battery > 3|calibrated AND quality > 1|metric IS NULL|metric NOT LIKE 'a%'|calibrated|metric LIKE 'a%' OR metric LIKE 'b%'|metric LIKE 'a%'|calibrated}
GROUP BY window_start, window_end, site;

-- rows_of_a_table_with_a_computed_column_{like|less|unknown|like_of_a_projection}
SELECT currency, SUM(fee + 1) AS n FROM TABLE(TUMBLE({TABLE payments|TABLE payments|TABLE payments|(SELECT currency, fee, country, event_time FROM payments WHERE fee > 1)}, DESCRIPTOR(event_time), INTERVAL '5' MINUTE))
WHERE {country LIKE 'a%'|fee < 3|country IS NULL|country LIKE 'a%'} GROUP BY window_start, window_end, currency;

-- having_{of_the_greatest_key|of_the_greatest|of_a_count}_and_the_bound: the greatest of a key is the key
SELECT window_start, m FROM (SELECT window_start, window_end, user_id, {MAX(user_id)|MAX(duration_ms)|COUNT(*)} AS m
FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, user_id)
WHERE CAST(window_end AS STRING) <> CAST(m AS STRING);
