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


-- of_a_lost_time_{join|left_join|semi_join|distinct|group|max|top_n|over|intersect}: the planner looks before a time is lost
SELECT card, TUMBLE_START(at, INTERVAL '1' HOUR) AS h, COUNT(*) AS n FROM (
{SELECT p.card_id AS card, p.event_time AS at FROM payments p JOIN customers c ON p.customer_id = c.id|SELECT p.card_id AS card, p.event_time AS at FROM payments p LEFT JOIN audit_log a ON p.status = a.entry|SELECT card_id AS card, event_time AS at FROM payments WHERE customer_id IN (SELECT id FROM customers)|SELECT DISTINCT card_id AS card, event_time AS at FROM payments|SELECT card_id AS card, event_time AS at, SUM(amount) AS s FROM payments GROUP BY card_id, event_time|SELECT card_id AS card, MAX(event_time) AS at FROM payments GROUP BY card_id|SELECT card_id AS card, event_time AS at FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY amount DESC) AS rn FROM payments) WHERE rn <= 3|SELECT card_id AS card, event_time AS at, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS s FROM payments|SELECT card_id AS card, event_time AS at FROM payments INTERSECT SELECT card_id, event_time FROM payments}
) GROUP BY card, TUMBLE(at, INTERVAL '1' HOUR);

-- of_a_lost_time_{session|hop|proctime|nested}
{SELECT card, SESSION_END(at, INTERVAL '1' HOUR) AS h, COUNT(*) AS n FROM (SELECT DISTINCT card_id AS card, event_time AS at, proc_time AS pt FROM payments) GROUP BY card, SESSION(at, INTERVAL '1' HOUR)|SELECT card, HOP_END(at, INTERVAL '1' HOUR, INTERVAL '2' HOUR) AS h, COUNT(*) AS n FROM (SELECT DISTINCT card_id AS card, event_time AS at, proc_time AS pt FROM payments) GROUP BY card, HOP(at, INTERVAL '1' HOUR, INTERVAL '2' HOUR)|SELECT card, TUMBLE_PROCTIME(pt, INTERVAL '1' HOUR) AS h, COUNT(*) AS n FROM (SELECT DISTINCT card_id AS card, event_time AS at, proc_time AS pt FROM payments) GROUP BY card, TUMBLE(pt, INTERVAL '1' HOUR)|SELECT TUMBLE_END(w, INTERVAL '1' DAY) AS d, MAX(n) AS n FROM (SELECT card, TUMBLE_ROWTIME(at, INTERVAL '1' HOUR) AS w, COUNT(*) AS n FROM (SELECT DISTINCT card_id AS card, event_time AS at, proc_time AS pt FROM payments) GROUP BY card, TUMBLE(at, INTERVAL '1' HOUR)) GROUP BY TUMBLE(w, INTERVAL '1' DAY)};

-- bound_{proctime_of_rowtime|rowtime_of_proctime}: the first is event time still, the second has no plan
SELECT {TUMBLE_PROCTIME(event_time, INTERVAL '1' HOUR)|TUMBLE_ROWTIME(proc_time, INTERVAL '1' HOUR)} AS w, COUNT(*) AS n FROM payments GROUP BY TUMBLE({event_time|proc_time}, INTERVAL '1' HOUR);

-- of_no_time_{cast|case|scalar}
SELECT COUNT(*) AS n FROM (SELECT {CAST(event_time AS TIMESTAMP(3))|CASE WHEN attempts > 1 THEN event_time END|(SELECT MAX(viewed_at) FROM page_views)} AS at FROM payments) GROUP BY TUMBLE(at, INTERVAL '1' HOUR);
