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
