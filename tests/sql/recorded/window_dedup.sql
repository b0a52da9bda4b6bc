-- {first|last}_per_window
SELECT card_id, amount, window_start, window_end FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, card_id ORDER BY event_time {ASC|DESC}) AS rn
  FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES))) WHERE rn = 1;

-- {hop|cumulate}_last
SELECT device_id, reading, window_end FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, device_id ORDER BY measured_at DESC) AS rn
  FROM TABLE({HOP|CUMULATE}(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '1' MINUTE, INTERVAL '10' MINUTES))) WHERE rn = 1;

-- {star|star_with_rank}
SELECT {payment_id, window_time|*} FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, payment_id ORDER BY event_time DESC) AS rownum
  FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES))) WHERE rownum = 1;

-- no_other_key
SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY event_time) AS rn
  FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '10' MINUTES))) WHERE rn = 1;

-- {two_keys|three_keys}
SELECT symbol, price FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, symbol{, volume|, volume, price} ORDER BY rowtime DESC) AS rn
  FROM TABLE(TUMBLE(TABLE stock_ticks, DESCRIPTOR(rowtime), INTERVAL '1' SECOND))) WHERE rn = 1;

-- less_than_or_equal_one
SELECT symbol, price FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, symbol ORDER BY rowtime DESC) AS rn
  FROM TABLE(TUMBLE(TABLE stock_ticks, DESCRIPTOR(rowtime), INTERVAL '1' SECOND))) WHERE rn <= 1;

-- less_than_two
SELECT symbol, price FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, symbol ORDER BY rowtime DESC) AS rn
  FROM TABLE(TUMBLE(TABLE stock_ticks, DESCRIPTOR(rowtime), INTERVAL '1' SECOND))) WHERE rn < 2;

-- then_aggregated
SELECT window_start, window_end, AVG(price) AS mean FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, symbol ORDER BY rowtime DESC) AS rn
  FROM TABLE(TUMBLE(TABLE stock_ticks, DESCRIPTOR(rowtime), INTERVAL '1' MINUTE))) WHERE rn = 1 GROUP BY window_start, window_end;

-- ordered_by_{window_time|another_column}
SELECT symbol, price FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, symbol ORDER BY {window_time|volume} DESC) AS rn
  FROM TABLE(TUMBLE(TABLE stock_ticks, DESCRIPTOR(rowtime), INTERVAL '1' SECOND))) WHERE rn = 1;

-- extra_filter
SELECT symbol, price FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, symbol ORDER BY rowtime DESC) AS rn
  FROM TABLE(TUMBLE(TABLE stock_ticks, DESCRIPTOR(rowtime), INTERVAL '1' SECOND))) WHERE rn = 1 AND price > 10;

-- proctime_window
SELECT order_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, order_id ORDER BY proc_time) AS rn
  FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(proc_time), INTERVAL '1' MINUTE))) WHERE rn = 1;

-- zoned
SELECT order_id, window_start FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, order_id ORDER BY order_time) AS rn
  FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(order_time), INTERVAL '1' MINUTE))) WHERE rn = 1;

-- wrong_{unknown_key|unknown_order|not_a_function|missing_order}
SELECT symbol FROM (SELECT *, {ROW_NUMBER() OVER (PARTITION BY window_start, ticker|ROW_NUMBER() OVER (PARTITION BY window_start, window_end, symbol|ROWNUM() OVER (PARTITION BY window_start, window_end, symbol|ROW_NUMBER() OVER (PARTITION BY window_start, window_end, symbol} {ORDER BY rowtime|ORDER BY row_time|ORDER BY rowtime|}) AS rn
  FROM TABLE(TUMBLE(TABLE stock_ticks, DESCRIPTOR(rowtime), INTERVAL '1' SECOND))) WHERE rn = 1;

-- session_by_less_processing_time
SELECT * FROM (SELECT card_id, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY proc_time) AS rn FROM TABLE(SESSION(TABLE payments PARTITION BY card_id, DESCRIPTOR(proc_time), INTERVAL '15' MINUTE))) WHERE rn = 1;

-- of_sessions_{whose_partition_is_read|whose_partition_is_not_read|whose_partition_decides_above}
SELECT url{, user_id||} FROM (SELECT url, user_id, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, url ORDER BY click_time {|DESC|DESC}) AS rn
FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '5' MINUTE))) WHERE rn = 1{|| AND user_id > 3};

-- of_sessions_of_processing_time_whose_partition_is_not_read
SELECT page FROM (SELECT page, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, page ORDER BY pt) AS rn
FROM TABLE(SESSION(TABLE page_views PARTITION BY user_id, DESCRIPTOR(pt), INTERVAL '5' MINUTE))) WHERE rn = 1;
