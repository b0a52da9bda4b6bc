-- {hourly_by_minute|daily_by_hour|daily_by_ten_minutes}
SELECT window_start, window_end, COUNT(*) AS n, SUM(price) AS s
FROM TABLE(CUMULATE(TABLE orders, DESCRIPTOR(order_time), INTERVAL {'1' MINUTE, INTERVAL '1' HOUR|'1' HOUR, INTERVAL '1' DAY|'10' MINUTES, INTERVAL '1' DAY}))
GROUP BY window_start, window_end;

-- per_{channel|product_id|currency}
SELECT window_start, window_end, {channel|product_id|currency}, SUM(quantity) AS items, AVG(price) AS mean
FROM TABLE(CUMULATE(TABLE orders, DESCRIPTOR(order_time), INTERVAL '10' MINUTES, INTERVAL '1' DAY))
GROUP BY window_start, window_end, {channel|product_id|currency};

-- named_arguments
SELECT window_end, COUNT(DISTINCT user_id) AS uv
FROM TABLE(CUMULATE(DATA => TABLE clicks, TIMECOL => DESCRIPTOR(click_time), STEP => INTERVAL '10' MINUTE, SIZE => INTERVAL '1' DAY))
GROUP BY window_start, window_end;

-- with_offset
SELECT window_start, window_end, COUNT(*) AS n
FROM TABLE(CUMULATE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES, INTERVAL '1' MINUTES))
GROUP BY window_start, window_end;

-- {star|columns}
SELECT {*|session_id, url, window_start, window_end, window_time} FROM TABLE(CUMULATE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES));

-- nested_fields
SELECT window_start, window_end, device.os AS os, MAX(device.screen.width) AS widest
FROM TABLE(CUMULATE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES))
GROUP BY window_start, window_end, device.os;

-- {rollup|cube}
SELECT window_start, window_end, site, metric, SUM(reading) AS total
FROM TABLE(CUMULATE(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES))
GROUP BY window_start, window_end, {ROLLUP|CUBE} (site, metric);

-- in_a_union
SELECT window_start, window_end, 'clicks' AS what, COUNT(*) AS n FROM TABLE(CUMULATE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end
UNION ALL
SELECT window_start, window_end, 'views', COUNT(*) FROM TABLE(CUMULATE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end;

-- first_and_last
SELECT window_start, window_end, FIRST_VALUE(url) AS entry, LAST_VALUE(url) AS latest
FROM TABLE(CUMULATE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end;

-- filtered_before
SELECT window_start, window_end, LISTAGG(url) AS urls
FROM TABLE(CUMULATE((SELECT * FROM clicks WHERE duration_ms > 1000), DESCRIPTOR(click_time), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end;

-- size_not_a_multiple_of_the_step
SELECT window_start, window_end, COUNT(*) FROM TABLE(CUMULATE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '3' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end;

-- lost_time_by_cast
SELECT window_start, window_end, COUNT(*) FROM TABLE(CUMULATE((SELECT CAST(click_time AS TIMESTAMP(3)) AS t FROM clicks), DESCRIPTOR(t), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end;

-- wrong_{missing_size|not_time|unknown_table|step_name}
SELECT window_start FROM TABLE(CUMULATE({TABLE clicks, DESCRIPTOR(click_time), INTERVAL '2' MINUTES|TABLE clicks, DESCRIPTOR(tags), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES|TABLE klicks, DESCRIPTOR(click_time), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES|DATA => TABLE clicks, TIMECOL => DESCRIPTOR(click_time), SLIDE => INTERVAL '2' MINUTES, SIZE => INTERVAL '10' MINUTES}));

-- aggregates_{json_arrayagg|json_objectagg|array_agg|collect|stddev|listagg_distinct|percentile}
SELECT window_start, window_end, {JSON_ARRAYAGG(url)|JSON_OBJECTAGG(KEY url VALUE referrer)|ARRAY_AGG(url)|COLLECT(url)|STDDEV_POP(duration_ms)|LISTAGG(DISTINCT url)|PERCENTILE(duration_ms, 0.5)} AS v
FROM TABLE(CUMULATE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end;

-- filter_on_window_bounds_{last_value|first_value|sum|count}: a condition on the bounds keeps the window function apart from the aggregate
SELECT window_start, window_end, {LAST_VALUE(url)|FIRST_VALUE(url)|SUM(duration_ms)|COUNT(*)} AS v
FROM TABLE(CUMULATE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '2' MINUTES, INTERVAL '10' MINUTES))
WHERE window_end > TIMESTAMP '2024-01-01 00:00:00' GROUP BY window_start, window_end;

-- unmergeable_{plain|processing_time|of_the_window|of_the_window_processing_time}: a window told apart before is aggregated row by row
SELECT card_id, {LAST_VALUE(fee)|LAST_VALUE(fee)|LAST_VALUE(fee) AS f, MAX(window_start)|LAST_VALUE(fee) AS f, MAX(window_start)} AS x FROM TABLE(CUMULATE(TABLE payments, DESCRIPTOR({event_time|proc_time|event_time|proc_time}), INTERVAL '5' MINUTE, INTERVAL '15' MINUTE)) GROUP BY card_id, window_start, window_end;


-- unread_{bound|computed_bound|computed_bound_and_a_filter|last|last_below_a_rank|bound_below_a_rank|bound_in_filter}: a call nobody reads is dropped, what it computes stays
SELECT {n, f|n, f|n, f|n|n|n, f|SUM(n) FILTER (WHERE CAST(m AS STRING) <> 'x') AS s} FROM (SELECT {n, f|n, f|n, f|n|n, ROW_NUMBER() OVER (PARTITION BY country ORDER BY n DESC) AS rn|n, f, ROW_NUMBER() OVER (PARTITION BY country ORDER BY n DESC) AS rn|n, m} FROM (
  SELECT country, window_start, window_end, COUNT(*) AS n, {FIRST_VALUE(fee) AS f, MAX(window_end) AS m|FIRST_VALUE(fee) AS f, MAX(window_end + INTERVAL '1' HOUR) AS m|FIRST_VALUE(fee) AS f, MAX(window_end + INTERVAL '1' HOUR) AS m|LAST_VALUE(fee) AS f|LAST_VALUE(fee) AS f|FIRST_VALUE(fee) AS f, MAX(window_end) AS m|MAX(window_end) AS m}
  FROM TABLE(CUMULATE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' HOUR, INTERVAL '1' DAY)){|| WHERE fee > attempts||||} GROUP BY country, window_start, window_end)){||||WHERE rn <= 3|WHERE rn <= 3|}
