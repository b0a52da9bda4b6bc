-- {five_minutes|hour|day}_sliding
SELECT window_start, window_end, SUM({amount|fee|attempts}) AS total
FROM TABLE(HOP(TABLE payments, DESCRIPTOR(event_time), INTERVAL {'1' MINUTE, INTERVAL '5' MINUTES|'15' MINUTES, INTERVAL '1' HOUR|'1' HOUR, INTERVAL '1' DAY}))
GROUP BY window_start, window_end;

-- per_{site|metric|device_id}
SELECT window_start, window_end, {site|metric|device_id}, AVG(reading) AS mean, MIN(reading) AS low, MAX(reading) AS high, STDDEV_POP(reading) AS spread
FROM TABLE(HOP(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '30' SECOND, INTERVAL '2' MINUTE))
GROUP BY window_start, window_end, {site|metric|device_id};

-- named_arguments
SELECT window_start, window_end, COUNT(*) AS n
FROM TABLE(HOP(DATA => TABLE sensors, TIMECOL => DESCRIPTOR(measured_at), SLIDE => INTERVAL '5' MINUTES, SIZE => INTERVAL '10' MINUTES))
GROUP BY window_start, window_end;

-- with_offset
SELECT window_start, window_end, COUNT(*) AS n
FROM TABLE(HOP(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES, INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;

-- {star|some}_of_the_window
SELECT {*|device_id, window_start, window_time} FROM TABLE(HOP(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES));

-- local_zoned_time
SELECT window_start, window_end, channel, SUM(price * quantity) AS turnover
FROM TABLE(HOP(TABLE orders, DESCRIPTOR(order_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES))
GROUP BY window_start, window_end, channel;

-- processing_time
SELECT window_start, window_end, COUNT(DISTINCT customer_id) AS buyers
FROM TABLE(HOP(TABLE orders, DESCRIPTOR(proc_time), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES))
GROUP BY window_start, window_end;

-- grouping_sets
SELECT window_start, window_end, site, metric, COUNT(*) AS n
FROM TABLE(HOP(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES))
GROUP BY window_start, window_end, GROUPING SETS ((site), (metric), ());

-- joined_to_a_lookup_after
SELECT w.window_start, w.merchant_id, w.n, m.category
FROM (SELECT window_start, window_end, merchant_id, COUNT(*) AS n, PROCTIME() AS pt
      FROM TABLE(HOP(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE, INTERVAL '5' MINUTES)) GROUP BY window_start, window_end, merchant_id) AS w
JOIN merchants FOR SYSTEM_TIME AS OF w.pt AS m ON w.merchant_id = m.merchant_id;

-- cte
WITH hopped AS (SELECT * FROM TABLE(HOP(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '1' MINUTE, INTERVAL '3' MINUTE)))
SELECT window_start, window_end, calibrated, COUNT(*) AS n FROM hopped GROUP BY window_start, window_end, calibrated;

-- size_not_a_multiple_of_the_slide: the planner finds out when it plans
SELECT window_start, window_end, COUNT(*) FROM TABLE(HOP(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '7' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end;

-- slide_longer_than_size
SELECT window_start, window_end, COUNT(*) FROM TABLE(HOP(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '20' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end;

-- no_time_attribute
SELECT window_start, window_end, COUNT(*) FROM TABLE(HOP(TABLE customers, DESCRIPTOR(updated_at), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end;

-- wrong_{one_interval|column_type|unknown_column|named_argument}
SELECT window_start FROM TABLE(HOP({TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTES|TABLE sensors, DESCRIPTOR(site), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES|TABLE sensors, DESCRIPTOR(nope), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES|DATA => TABLE sensors, TIMECOL => DESCRIPTOR(measured_at), STEP => INTERVAL '5' MINUTES, SIZE => INTERVAL '10' MINUTES}));

-- uneven_sizes_{star|group_aggregate|cumulate}: only a window aggregate minds
SELECT {*|site, COUNT(*) AS n|*} FROM TABLE({HOP|HOP|CUMULATE}(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '7' MINUTES, INTERVAL '10' MINUTES)){| GROUP BY site|};

-- aggregates_{json_arrayagg|first_value|last_value|array_agg|collect|percentile}
SELECT window_start, window_end, {JSON_ARRAYAGG(site)|FIRST_VALUE(site)|LAST_VALUE(reading)|ARRAY_AGG(site)|COLLECT(site)|PERCENTILE(reading, 0.5)} AS v
FROM TABLE(HOP(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTES, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end;

-- filtered_by_a_flag: the rows are more above than below, unlike those of TUMBLE
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE({HOP|CUMULATE}(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE))
WHERE calibrated GROUP BY window_start, window_end;

-- unmergeable_{last|first|of_the_window|json}: a window told apart before is aggregated row by row
SELECT card_id, {LAST_VALUE(fee)|FIRST_VALUE(fee)|LAST_VALUE(fee) AS f, MAX(window_start)|JSON_ARRAYAGG(fee)} AS x FROM TABLE(HOP(TABLE payments, DESCRIPTOR(event_time), INTERVAL '5' MINUTE, INTERVAL '15' MINUTE)) GROUP BY card_id, window_start, window_end;


-- distinct_{sum|deviation|average|count|largest|sum_beside_a_sum|sum_of_tumble}
SELECT country, window_end, {SUM(DISTINCT fee)|STDDEV_POP(DISTINCT fee)|AVG(DISTINCT fee)|COUNT(DISTINCT fee)|MAX(DISTINCT fee)|SUM(DISTINCT fee) AS d, SUM(attempts)|SUM(DISTINCT fee)} AS v FROM TABLE({HOP|HOP|HOP|HOP|HOP|HOP|TUMBLE}(TABLE payments, DESCRIPTOR(event_time){, INTERVAL '5' MINUTE|, INTERVAL '5' MINUTE|, INTERVAL '5' MINUTE|, INTERVAL '5' MINUTE|, INTERVAL '5' MINUTE|, INTERVAL '5' MINUTE|}, INTERVAL '1' HOUR)) GROUP BY country, window_start, window_end

-- rows_{like|like_of_four|like_of_five|flag}: a row is in several windows, which makes more rows above the function
SELECT site, SUM(reading) AS n FROM TABLE(HOP(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '1' MINUTE, INTERVAL '{2|4|5|2}' MINUTE))
WHERE {metric LIKE 'a%'|metric LIKE 'a%'|metric LIKE 'a%'|calibrated} GROUP BY window_start, window_end, site;

-- unread_computed_beside_a_{last_value|distinct_count}
SELECT user_id, n FROM (SELECT window_start, window_end, user_id, {LAST_VALUE(url)|COUNT(DISTINCT url)} AS n, MAX(LOWER(url)) AS unread
FROM TABLE(HOP(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, user_id);
