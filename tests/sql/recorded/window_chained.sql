-- minute_to_hour
SELECT window_start, window_end, SUM(total) AS total FROM TABLE(TUMBLE(
  (SELECT window_time AS rt, SUM(amount) AS total FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, window_time),
  DESCRIPTOR(rt), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- {tumble_in_hop|tumble_in_cumulate}
WITH minutes AS (
  SELECT window_time AS rt, country, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, window_time, country)
SELECT window_start, window_end, country, MAX(n) AS peak FROM TABLE({HOP|CUMULATE}(TABLE minutes, DESCRIPTOR(rt), INTERVAL '5' MINUTES, INTERVAL '1' HOUR)) GROUP BY window_start, window_end, country;

-- cascading_by_the_same_window
SELECT window_start, window_end, COUNT(*) AS cards, SUM(n) AS payments FROM (
  SELECT window_start, window_end, card_id, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, card_id)
GROUP BY window_start, window_end;

-- three_levels
SELECT window_start, window_end, AVG(peak) AS mean_peak FROM TABLE(TUMBLE((
  SELECT window_time AS t2, MAX(n) AS peak FROM TABLE(TUMBLE((
    SELECT window_time AS t1, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, window_time),
    DESCRIPTOR(t1), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, window_time),
  DESCRIPTOR(t2), INTERVAL '1' DAY)) GROUP BY window_start, window_end;

-- window_of_an_interval_join
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE((
  SELECT p.event_time, r.reason FROM payments p JOIN refunds r ON p.payment_id = r.payment_id AND r.refunded_at BETWEEN p.event_time AND p.event_time + INTERVAL '1' DAY),
  DESCRIPTOR(event_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- window_of_a_lookup_join
SELECT window_start, window_end, category, SUM(amount) AS total FROM TABLE(TUMBLE((
  SELECT p.event_time, p.amount, m.category FROM payments p LEFT JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id),
  DESCRIPTOR(event_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, category;

-- window_of_a_temporal_join
SELECT window_start, window_end, SUM(converted) AS total FROM TABLE(TUMBLE((
  SELECT p.event_time, p.amount * f.rate AS converted FROM payments p JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency),
  DESCRIPTOR(event_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- window_of_a_union
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE((
  SELECT session_id, click_time AS t FROM clicks UNION ALL SELECT session_id, shown_at FROM impressions),
  DESCRIPTOR(t), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- window_of_over
SELECT window_start, window_end, MAX(so_far) AS top FROM TABLE(TUMBLE((
  SELECT event_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments), DESCRIPTOR(event_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- window_of_an_unnest
SELECT window_start, window_end, tag, COUNT(*) AS n FROM TABLE(TUMBLE((
  SELECT click_time, tag FROM clicks CROSS JOIN UNNEST(tags) AS t (tag)), DESCRIPTOR(click_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, tag;

-- window_of_match: the planner validates the argument twice and loses the pattern variables
SELECT window_start, window_end, COUNT(*) AS drops FROM TABLE(TUMBLE((
  SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES MATCH_ROWTIME() AS at_time, A.price AS top
    ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A B) DEFINE B AS B.price < A.price)), DESCRIPTOR(at_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- window_of_a_match_in_a_cte
WITH matched AS (
  SELECT * FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES MATCH_ROWTIME() AS at_time, A.price AS top
    ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A B) DEFINE B AS B.price < A.price))
SELECT window_start, window_end, COUNT(*) AS drops FROM TABLE(TUMBLE(TABLE matched, DESCRIPTOR(at_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- window_of_a_dedup
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE((
  SELECT payment_id, event_time FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY payment_id ORDER BY event_time ASC) AS rn FROM payments) WHERE rn = 1), DESCRIPTOR(event_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- computed_before_windowing
SELECT window_start, window_end, cheap, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT event_time, amount < 10 AS cheap FROM payments), DESCRIPTOR(event_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, cheap;

-- renamed_time
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT event_time AS et, card_id FROM payments), DESCRIPTOR(et), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- window_over_window_columns: the outer window renames the inner one's columns
SELECT * FROM TABLE(TUMBLE((SELECT * FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '1' MINUTE))), DESCRIPTOR(window_time), INTERVAL '1' HOUR));

-- window_of_{a_regular_join|an_aggregate|a_distinct}: no time attribute is left
SELECT window_start, window_end, COUNT(*) FROM TABLE(TUMBLE(({SELECT p.event_time AS t FROM payments p JOIN refunds r ON p.payment_id = r.payment_id|SELECT MAX(event_time) AS t FROM payments GROUP BY card_id|SELECT DISTINCT event_time AS t FROM payments}), DESCRIPTOR(t), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- wrong_inner_{alias|column}
SELECT window_start FROM TABLE(TUMBLE((SELECT {event_time AS et|nothing} FROM payments), DESCRIPTOR({event_time|nothing}), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- window_start_is_no_time_attribute
SELECT window_end, COUNT(*) FROM TABLE(TUMBLE((SELECT window_start AS ws FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' MINUTE))), DESCRIPTOR(ws), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- over_a_{tumble|hop|cumulate}_aggregate
SELECT site, window_time, {COUNT(n)|SUM(n)|MAX(n)} OVER (PARTITION BY site ORDER BY window_time) AS so_far FROM (
  SELECT window_start, window_end, window_time, site, COUNT(*) AS n FROM TABLE({TUMBLE(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTE)|HOP(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTE, INTERVAL '1' HOUR)|CUMULATE(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTE, INTERVAL '1' HOUR)})
  GROUP BY window_start, window_end, window_time, site);

-- sum_over_a_required_column_of_a_{tumble|hop}
SELECT device_id, SUM(device_id) OVER (PARTITION BY device_id ORDER BY window_time) AS s, COUNT(device_id) OVER (PARTITION BY device_id ORDER BY window_time) AS c FROM (
  SELECT window_start, window_end, window_time, device_id, COUNT(*) AS n FROM TABLE({TUMBLE|HOP}(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTE{|, INTERVAL '1' HOUR}))
  GROUP BY window_start, window_end, window_time, device_id);


-- window_of_rows_of_a_window_{rows|filtered|by_window_time|grouped|top_n|not_by_the_window}: rows that have a window already are not aggregated in another
{SELECT window_end, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT url, click_time FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' MINUTE))), DESCRIPTOR(click_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end|SELECT window_end, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT url, click_time FROM TABLE(HOP(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)) WHERE duration_ms > 3), DESCRIPTOR(click_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end|SELECT window_end, COUNT(*) AS n FROM TABLE(HOP((SELECT url, window_time AS wt FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' MINUTE))), DESCRIPTOR(wt), INTERVAL '1' HOUR, INTERVAL '2' HOUR)) GROUP BY window_start, window_end|SELECT window_end, SUM(n) AS n FROM TABLE(TUMBLE((SELECT window_time AS wt, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, window_time), DESCRIPTOR(wt), INTERVAL '1' HOUR)) GROUP BY window_start, window_end|SELECT window_end, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT url, click_time FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY duration_ms) AS rn FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' MINUTE))) WHERE rn <= 3), DESCRIPTOR(click_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end|SELECT window_end, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT url, click_time FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' MINUTE))), DESCRIPTOR(click_time), INTERVAL '1' HOUR)) GROUP BY window_end};
