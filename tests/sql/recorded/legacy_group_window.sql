-- tumble_{start|end|rowtime|proctime}
SELECT TUMBLE_{START|END|ROWTIME|PROCTIME}({event_time|event_time|event_time|proc_time}, INTERVAL '1' MINUTE) AS w, COUNT(*) AS n FROM payments GROUP BY TUMBLE({event_time|event_time|event_time|proc_time}, INTERVAL '1' MINUTE);

-- hop_{start|end|rowtime|proctime}
SELECT HOP_{START|END|ROWTIME|PROCTIME}({event_time|event_time|event_time|proc_time}, INTERVAL '1' MINUTE, INTERVAL '1' HOUR) AS w, SUM(amount) AS s FROM payments GROUP BY HOP({event_time|event_time|event_time|proc_time}, INTERVAL '1' MINUTE, INTERVAL '1' HOUR);

-- session_{start|end|rowtime|proctime}
SELECT card_id, SESSION_{START|END|ROWTIME|PROCTIME}({event_time|event_time|event_time|proc_time}, INTERVAL '15' MINUTE) AS w, MAX(amount) AS m FROM payments GROUP BY card_id, SESSION({event_time|event_time|event_time|proc_time}, INTERVAL '15' MINUTE);

-- no_window_column
SELECT country, COUNT(*) AS n FROM payments GROUP BY country, TUMBLE(event_time, INTERVAL '1' DAY);

-- keys_and_having
SELECT country, currency, TUMBLE_END(event_time, INTERVAL '1' HOUR) AS until, AVG(amount) AS mean FROM payments GROUP BY TUMBLE(event_time, INTERVAL '1' HOUR), country, currency HAVING SUM(amount) > 1000;

-- expression_over_the_window
SELECT DATE_FORMAT(TUMBLE_START(event_time, INTERVAL '1' HOUR), 'yyyy-MM-dd HH') AS h, COUNT(*) AS n FROM payments GROUP BY TUMBLE(event_time, INTERVAL '1' HOUR);

-- nested_by_rowtime
SELECT TUMBLE_START(rt, INTERVAL '1' HOUR) AS h, SUM(n) AS n FROM (
  SELECT TUMBLE_ROWTIME(event_time, INTERVAL '1' MINUTE) AS rt, COUNT(*) AS n FROM payments GROUP BY TUMBLE(event_time, INTERVAL '1' MINUTE)) GROUP BY TUMBLE(rt, INTERVAL '1' HOUR);

-- with_a_time_of_day
SELECT TUMBLE_START(event_time, INTERVAL '1' DAY, TIME '08:00:00') AS d, COUNT(*) AS n FROM payments GROUP BY TUMBLE(event_time, INTERVAL '1' DAY, TIME '08:00:00');

-- over_zoned_time
SELECT TUMBLE_START(order_time, INTERVAL '1' DAY) AS d, SUM(price) AS s FROM orders GROUP BY TUMBLE(order_time, INTERVAL '1' DAY);

-- over_a_changelog
SELECT TUMBLE_START(rate_time, INTERVAL '1' DAY) AS d, AVG(rate) AS r FROM fx_rates GROUP BY TUMBLE(rate_time, INTERVAL '1' DAY);

-- distinct_count
SELECT TUMBLE_START(event_time, INTERVAL '1' DAY) AS d, COUNT(DISTINCT card_id) AS cards FROM payments GROUP BY TUMBLE(event_time, INTERVAL '1' DAY);

-- plain_timestamp
SELECT COUNT(*) FROM page_views GROUP BY TUMBLE(viewed_at, INTERVAL '1' DAY);

-- auxiliary_of_another_size
SELECT TUMBLE_START(event_time, INTERVAL '2' HOUR) FROM payments GROUP BY TUMBLE(event_time, INTERVAL '1' HOUR);

-- wrong_{number|text_column|missing_interval|unknown_column}
SELECT COUNT(*) FROM payments GROUP BY {TUMBLE(event_time, 60)|TUMBLE(country, INTERVAL '1' HOUR)|HOP(event_time, INTERVAL '1' HOUR)|SESSION(event_tyme, INTERVAL '1' HOUR)};

-- wrong_auxiliary_without_group
SELECT TUMBLE_START(event_time, INTERVAL '1' HOUR) FROM payments;

-- keys_of_a_required_time: its rowtime is cast on the way
SELECT TUMBLE_{START|ROWTIME|END}(seen, INTERVAL '1' HOUR) AS bound, card, COUNT(*) AS n
FROM (SELECT seen, card FROM payments MATCH_RECOGNIZE (
  PARTITION BY card_id ORDER BY event_time MEASURES MATCH_ROWTIME() AS seen, A.card_id AS card PATTERN (A B) DEFINE A AS A.amount > 5))
GROUP BY TUMBLE(seen, INTERVAL '1' HOUR), card;
