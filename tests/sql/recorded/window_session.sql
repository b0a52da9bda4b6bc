-- per_user
SELECT window_start, window_end, user_id, COUNT(*) AS clicks
FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '30' MINUTES))
GROUP BY window_start, window_end, user_id;

-- per_{session_id|url|referrer}_with_sums
SELECT {session_id|url|referrer}, window_start, window_end, SUM(duration_ms) AS spent, MAX(duration_ms) AS longest
FROM TABLE(SESSION(TABLE clicks PARTITION BY {session_id|url|referrer}, DESCRIPTOR(click_time), INTERVAL {'5' MINUTES|'1' HOUR|'10' SECOND}))
GROUP BY {session_id|url|referrer}, window_start, window_end;

-- not_partitioned
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '30' MINUTES)) GROUP BY window_start, window_end;

-- two_partition_columns
SELECT user_id, session_id, window_start, window_end, COUNT(*) AS n
FROM TABLE(SESSION(TABLE clicks PARTITION BY (user_id, session_id), DESCRIPTOR(click_time), INTERVAL '30' MINUTES))
GROUP BY user_id, session_id, window_start, window_end;

-- named_arguments
SELECT user_id, window_start, window_end, COUNT(*) AS n
FROM TABLE(SESSION(DATA => TABLE clicks PARTITION BY user_id, TIMECOL => DESCRIPTOR(click_time), GAP => INTERVAL '30' MINUTES))
GROUP BY user_id, window_start, window_end;

-- {all_columns|some_columns}
SELECT {*|user_id, url, window_start, window_end, window_time} FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '30' MINUTES));

-- proctime_sessions
SELECT customer_id, window_start, window_end, SUM(price) AS spent
FROM TABLE(SESSION(TABLE orders PARTITION BY customer_id, DESCRIPTOR(proc_time), INTERVAL '30' MINUTES))
GROUP BY customer_id, window_start, window_end;

-- zoned_time
SELECT channel, window_start, window_end, COUNT(DISTINCT customer_id) AS buyers
FROM TABLE(SESSION(TABLE orders PARTITION BY channel, DESCRIPTOR(order_time), INTERVAL '1' HOUR))
GROUP BY channel, window_start, window_end;

-- grouped_by_another_column
SELECT url, window_start, window_end, COUNT(*) AS n
FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '30' MINUTES))
GROUP BY url, window_start, window_end;

-- session_then_filter
SELECT user_id, n FROM (
  SELECT user_id, window_start, window_end, COUNT(*) AS n
  FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '30' MINUTES))
  GROUP BY user_id, window_start, window_end) WHERE n > 5;

-- over_cdc_with_time
SELECT label, window_start, window_end, COUNT(*) AS n
FROM TABLE(SESSION(TABLE price_list PARTITION BY label, DESCRIPTOR(valid_from), INTERVAL '30' MINUTES))
GROUP BY label, window_start, window_end;

-- length_of_a_session
SELECT user_id, TIMESTAMPDIFF(SECOND, window_start, window_end) AS seconds, COUNT(*) AS n
FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '30' MINUTES))
GROUP BY user_id, window_start, window_end;

-- no_time_attribute
SELECT page, window_start, window_end, COUNT(*) FROM TABLE(SESSION(TABLE page_views PARTITION BY page, DESCRIPTOR(viewed_at), INTERVAL '5' MINUTES)) GROUP BY page, window_start, window_end;

-- wrong_{gap|partition_column|time_column|gap_number|unknown_table}
SELECT * FROM TABLE(SESSION({TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time)|TABLE clicks PARTITION BY visitor, DESCRIPTOR(click_time), INTERVAL '5' MINUTES|TABLE clicks PARTITION BY user_id, DESCRIPTOR(url), INTERVAL '5' MINUTES|TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), 5|TABLE click PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '5' MINUTES}));

-- unmergeable_{last|first|of_the_window|json}: a window told apart before is aggregated row by row
SELECT card_id, {LAST_VALUE(fee)|FIRST_VALUE(fee)|LAST_VALUE(fee) AS f, MAX(window_start)|JSON_ARRAYAGG(fee)} AS x FROM TABLE(SESSION(TABLE payments PARTITION BY card_id, DESCRIPTOR(event_time), INTERVAL '15' MINUTE)) GROUP BY card_id, window_start, window_end;

-- filtered_by_{one_bound|both_bounds|the_time|a_column|the_bound_after}
SELECT user_id, COUNT(*) AS n FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '5' MINUTE))
{WHERE window_start > TIMESTAMP '2024-01-01 00:00:00'|WHERE window_start > TIMESTAMP '2024-01-01 00:00:00' AND window_end < TIMESTAMP '2024-02-01 00:00:00'|WHERE CAST(window_time AS DATE) > DATE '2024-01-01'|WHERE url LIKE 'a%'|}
GROUP BY window_start, window_end, user_id {||||HAVING window_start > TIMESTAMP '2024-01-01 00:00:00'};

-- partition_{held_to_a_number|held_to_null|in_a_list|held_below}: what is one value is no column any more
SELECT user_id, COUNT(*) AS n FROM TABLE(SESSION({TABLE clicks|TABLE clicks|TABLE clicks|(SELECT * FROM clicks WHERE user_id = 3)} PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '5' MINUTE))
{WHERE user_id = 3|WHERE user_id IS NULL|WHERE user_id IN (1, 2)|} GROUP BY window_start, window_end, user_id;

-- partition_held_to_a_text
SELECT url, COUNT(*) AS n FROM TABLE(SESSION(TABLE clicks PARTITION BY url, DESCRIPTOR(click_time), INTERVAL '5' MINUTE)) WHERE url = 'x' GROUP BY window_start, window_end, url;

-- aggregated_again_{by_the_session|by_the_window}
SELECT window_start, MAX(n) AS m FROM (SELECT window_start, window_end, user_id, COUNT(*) AS n
FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end, user_id)
GROUP BY window_start, window_end {, user_id|};

-- processing_time_filtered_by_a_bound
SELECT user_id, COUNT(*) AS n FROM TABLE(SESSION(TABLE page_views PARTITION BY user_id, DESCRIPTOR(pt), INTERVAL '5' MINUTE))
WHERE window_start > TIMESTAMP '2024-01-01 00:00:00' GROUP BY window_start, window_end, user_id;

-- last_value_filtered_by_a_bound
SELECT user_id, LAST_VALUE(url) AS u FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '5' MINUTE))
WHERE window_start > TIMESTAMP '2024-01-01 00:00:00' GROUP BY window_start, window_end, user_id;
