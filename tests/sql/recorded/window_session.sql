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
