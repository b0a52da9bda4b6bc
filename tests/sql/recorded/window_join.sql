-- {inner|left|right|full}
SELECT L.session_id, L.url, R.ad_id, COALESCE(L.window_start, R.window_start) AS ws, L.window_end
FROM (SELECT * FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES))) L
{|LEFT|RIGHT|FULL OUTER} JOIN (SELECT * FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES))) R
ON L.session_id = R.session_id AND L.window_start = R.window_start AND L.window_end = R.window_end;

-- {semi_in|anti_not_in}
SELECT * FROM (SELECT session_id, url, window_start, window_end FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES))) L
WHERE L.session_id {IN|NOT IN} (
  SELECT session_id FROM (SELECT * FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES))) R
  WHERE L.window_start = R.window_start AND L.window_end = R.window_end);

-- {exists|not_exists}
SELECT L.session_id, L.window_end FROM (SELECT * FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES))) L
WHERE {|NOT }EXISTS (
  SELECT * FROM (SELECT * FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES))) R
  WHERE L.session_id = R.session_id AND L.window_start = R.window_start AND L.window_end = R.window_end);

-- aggregates_joined
SELECT c.window_start, c.window_end, c.session_id, c.n, i.cost
FROM (SELECT window_start, window_end, session_id, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES)) GROUP BY window_start, window_end, session_id) c
JOIN (SELECT window_start, window_end, session_id, SUM(cost_micros) AS cost FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES)) GROUP BY window_start, window_end, session_id) i
ON c.session_id = i.session_id AND c.window_start = i.window_start AND c.window_end = i.window_end;

-- {hop|cumulate}_windows
SELECT L.device_id, L.reading, R.severity FROM
(SELECT * FROM TABLE({HOP|CUMULATE}(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '1' MINUTE, INTERVAL '5' MINUTES))) L
JOIN (SELECT * FROM TABLE({HOP|CUMULATE}(TABLE alarms, DESCRIPTOR(raised_at), INTERVAL '1' MINUTE, INTERVAL '5' MINUTES))) R
ON L.device_id = R.device_id AND L.window_start = R.window_start AND L.window_end = R.window_end;

-- session_windows
SELECT L.user_id, R.ad_id FROM
(SELECT * FROM TABLE(SESSION(TABLE clicks PARTITION BY session_id, DESCRIPTOR(click_time), INTERVAL '5' MINUTES))) L
JOIN (SELECT * FROM TABLE(SESSION(TABLE impressions PARTITION BY session_id, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES))) R
ON L.session_id = R.session_id AND L.window_start = R.window_start AND L.window_end = R.window_end;

-- with_a_residual_condition
SELECT L.device_id, L.reading, R.alarm_id FROM
(SELECT * FROM TABLE(TUMBLE(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTES))) L
LEFT JOIN (SELECT * FROM TABLE(TUMBLE(TABLE alarms, DESCRIPTOR(raised_at), INTERVAL '5' MINUTES))) R
ON L.device_id = R.device_id AND L.window_start = R.window_start AND L.window_end = R.window_end AND R.severity > L.quality;

-- duplicate_names
SELECT * FROM (SELECT session_id, window_start, window_end FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES))) L
JOIN (SELECT session_id, window_start, window_end FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES))) R
ON L.session_id = R.session_id AND L.window_start = R.window_start AND L.window_end = R.window_end;

-- using
SELECT session_id, url, ad_id FROM (SELECT * FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES)))
JOIN (SELECT * FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES))) USING (session_id, window_start, window_end);

-- joined_without_window_end: an ordinary join
SELECT L.session_id, R.ad_id FROM (SELECT * FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES))) L
JOIN (SELECT * FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES))) R
ON L.session_id = R.session_id AND L.window_start = R.window_start;

-- different_sizes
SELECT L.session_id, R.ad_id FROM (SELECT * FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES))) L
JOIN (SELECT * FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '1' MINUTES))) R
ON L.session_id = R.session_id AND L.window_start = R.window_start AND L.window_end = R.window_end;

-- three_windows
SELECT L.device_id, R.alarm_id, M.n FROM
(SELECT * FROM TABLE(TUMBLE(TABLE sensors, DESCRIPTOR(measured_at), INTERVAL '5' MINUTES))) L
JOIN (SELECT * FROM TABLE(TUMBLE(TABLE alarms, DESCRIPTOR(raised_at), INTERVAL '5' MINUTES))) R ON L.device_id = R.device_id AND L.window_start = R.window_start AND L.window_end = R.window_end
JOIN (SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE alarms, DESCRIPTOR(raised_at), INTERVAL '5' MINUTES)) GROUP BY window_start, window_end) M ON L.window_start = M.window_start AND L.window_end = M.window_end;

-- aggregate_after_the_join
SELECT window_start, window_end, COUNT(*) AS n FROM (
  SELECT L.window_start, L.window_end, L.session_id FROM (SELECT * FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES))) L
  JOIN (SELECT * FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES))) R
  ON L.session_id = R.session_id AND L.window_start = R.window_start AND L.window_end = R.window_end)
GROUP BY window_start, window_end;

-- wrong_{unknown_column|ambiguous|type_clash|unknown_alias}
SELECT {L.nope|session_id|L.session_id|X.session_id} FROM (SELECT * FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '5' MINUTES))) L
JOIN (SELECT * FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '5' MINUTES))) R
ON {L.session_id = R.session_id|L.session_id = R.session_id|L.tags = R.session_id|L.session_id = R.session_id} AND L.window_start = R.window_start AND L.window_end = R.window_end;
