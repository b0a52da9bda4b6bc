-- top_{3|1|10}_{sellers|cards|countries}
SELECT * FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY total DESC) AS rn FROM (
    SELECT window_start, window_end, {merchant_id|card_id|country}, SUM(amount) AS total
    FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES)) GROUP BY window_start, window_end, {merchant_id|card_id|country})
) WHERE rn <= {3|1|10};

-- directly_on_the_window
SELECT payment_id, amount, rn FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY amount DESC) AS rn
  FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES))) WHERE rn <= 3;

-- per_{country|merchant_id}_in_the_window
SELECT window_start, window_end, {country|merchant_id}, payment_id, amount FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, {country|merchant_id} ORDER BY amount DESC, payment_id ASC) AS rn
  FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES))) WHERE rn {<= 5|< 3};

-- {rank|dense_rank}: only ROW_NUMBER makes a window Top-N
SELECT * FROM (SELECT payment_id, amount, window_end, {RANK|DENSE_RANK}() OVER (PARTITION BY window_start, window_end ORDER BY amount DESC) AS r
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES))) WHERE r <= 3;

-- {hop|cumulate}
SELECT window_start, window_end, site, peak FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY peak DESC) AS rn FROM (
    SELECT window_start, window_end, site, MAX(reading) AS peak FROM TABLE({HOP|CUMULATE}(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '1' MINUTE, INTERVAL '10' MINUTES)) GROUP BY window_start, window_end, site)
) WHERE rn <= 3;

-- range_of_ranks
SELECT * FROM (SELECT device_id, reading, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY reading) AS rn
FROM TABLE(TUMBLE(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '10' MINUTES))) WHERE rn BETWEEN 2 AND 4;

-- after_a_window_join
SELECT * FROM (
  SELECT session_id, ad_id, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY cost_micros DESC) AS rn FROM (
    SELECT L.session_id, R.ad_id, R.cost_micros, L.window_start, L.window_end
    FROM (SELECT * FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES))) L
    JOIN (SELECT * FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES))) R
    ON L.session_id = R.session_id AND L.window_start = R.window_start AND L.window_end = R.window_end)) WHERE rn <= 3;

-- session_topn
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY n DESC) AS rn FROM (
  SELECT user_id, window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '30' MINUTES)) GROUP BY user_id, window_start, window_end)) WHERE rn <= 2;

-- proctime_topn
SELECT * FROM (SELECT order_id, price, window_end, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY price DESC) AS rn
FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(proc_time), INTERVAL '5' MINUTES))) WHERE rn <= 3;

-- partitioned_by_window_end_only
SELECT * FROM (SELECT payment_id, window_end, ROW_NUMBER() OVER (PARTITION BY window_end ORDER BY amount DESC) AS rn
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES))) WHERE rn <= 3;

-- aggregated_afterwards
SELECT window_start, window_end, SUM(total) AS top_total FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY total DESC) AS rn FROM (
    SELECT window_start, window_end, card_id, SUM(amount) AS total FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES)) GROUP BY window_start, window_end, card_id)
) WHERE rn <= 3 GROUP BY window_start, window_end;

-- rank_not_filtered: OVER without a time order
SELECT payment_id, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY amount DESC) AS rn FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES));

-- wrong_{order_column|partition_column|rank_compared_to_text}
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY {window_start, window_end|window_begin, window_end|window_start, window_end} ORDER BY {ammount|amount|amount} DESC) AS rn
FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES))) WHERE rn <= {3|3|'three'};

-- wrong_rank_in_where_of_the_same_level
SELECT payment_id, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY amount) AS rn FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES)) WHERE rn <= 3;

-- key_{without_the_partition|of_the_first_only|after_a_filter}: the window is no part of a key
SELECT {rn, amount|country, amount|country, status, rn} FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, country{||, status} ORDER BY amount DESC) AS rn FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' HOUR)) {||WHERE status = 'ok'}) AS t WHERE rn {<= 3|= 1|<= 5}


-- session_{kept|partitioned|unread|ordered_by|filtered|first|first_unread|of_arrival|of_arrival_unread}: what a session is partitioned by has to be read above, or it is no window any more
SELECT {card_id|country|country|country|country|card_id|country|card_id|country} FROM (SELECT card_id, country, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, {country|card_id|country|country|country|country|country|country|country} ORDER BY {fee|fee|fee|card_id|fee|event_time|event_time|fee|fee} DESC) AS rn
FROM TABLE(SESSION(TABLE payments PARTITION BY card_id, DESCRIPTOR({event_time|event_time|event_time|event_time|event_time|event_time|event_time|proc_time|proc_time}), INTERVAL '15' MINUTE))) AS t WHERE rn <= {3|3|3|3|3|1|1|3|3}{|||| AND card_id LIKE 'a%'||||}

-- of_sessions_{whose_partition_is_read|whose_partition_is_not_read|whose_partition_is_ordered_by|whose_partition_is_one_value}: without that column the rows are in no windows
SELECT url{, user_id|||, user_id} FROM (SELECT url, user_id, duration_ms, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, url ORDER BY {duration_ms|duration_ms|user_id|duration_ms} DESC) AS rn
FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '5' MINUTE)){||| WHERE user_id = 3}) WHERE rn <= 2;
