-- window_hop_error_rate
SELECT host, window_start, window_end,
  COUNT(*) FILTER (WHERE status >= 500) AS errs,
  COUNT(*) AS total,
  CAST(COUNT(*) FILTER (WHERE status >= 500) AS DOUBLE) / COUNT(*) AS ratio
FROM TABLE(HOP(TABLE http_logs, DESCRIPTOR(at), INTERVAL '1' MINUTE, INTERVAL '10' MINUTES))
GROUP BY host, window_start, window_end
HAVING COUNT(*) > 100;

-- window_session_player_sessions
SELECT player, window_start, window_end, COUNT(*) AS evs, SUM(points) AS pts, COUNT(DISTINCT match_id) AS matches
FROM TABLE(SESSION(TABLE game_events PARTITION BY player, DESCRIPTOR(ev_time), INTERVAL '20' MINUTES))
GROUP BY player, window_start, window_end;

-- window_chained_minute_to_hour
WITH per_min AS (
  SELECT sym, window_start, window_end, window_time AS bar_time, MAX(px) AS hi, MIN(px) AS lo, SUM(px * sz) / SUM(sz) AS vwap
  FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(ts), INTERVAL '1' MINUTE))
  GROUP BY sym, window_start, window_end, window_time)
SELECT sym, window_start, window_end, MAX(hi) AS hi, MIN(lo) AS lo, AVG(vwap) AS vwap
FROM TABLE(TUMBLE(TABLE per_min, DESCRIPTOR(bar_time), INTERVAL '1' HOUR))
GROUP BY sym, window_start, window_end;

-- over_window_lag_delta
SELECT meter_id, read_at, val, val - LAG(val) OVER (PARTITION BY meter_id ORDER BY read_at) AS delta, LAG(val, 3, 0.0) OVER (PARTITION BY meter_id
  ORDER BY read_at) AS three_ago FROM meter_readings;

-- topn_rank_with_number
SELECT sku, warehouse, s, RANK() OVER (PARTITION BY warehouse ORDER BY s DESC) AS r FROM (SELECT sku, warehouse, SUM(delta) s FROM stock_moves GROUP BY sku, warehouse);

-- dedup_last_by_rowtime
WITH latest AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY driver_id ORDER BY ping_at DESC) AS rn FROM driver_pings)
SELECT driver_id, pos.lat AS lat, pos.lon AS lon, ping_at FROM latest WHERE rn = 1 AND free;

-- match_recognize_price_drop
SELECT * FROM ticks MATCH_RECOGNIZE (
  PARTITION BY sym ORDER BY ts
  MEASURES FIRST(DOWN.px) AS start_px, LAST(DOWN.px) AS bottom, UP.ts AS recovered, COUNT(DOWN.px) AS steps
  ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW
  PATTERN (STRT DOWN{2,} UP)
  DEFINE DOWN AS DOWN.px < PREV(DOWN.px), UP AS UP.px > PREV(UP.px));

-- pipelines_dedup_then_window
SELECT window_start, window_end, COUNT(*) AS uniq FROM TABLE(TUMBLE((
  SELECT req_id, at FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY req_id ORDER BY at) AS rn FROM http_logs) WHERE rn = 1), DESCRIPTOR(at), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;

-- misspelt
SELECT card_number, amt FROM card_txns;

-- missing_group_by
SELECT zone, COUNT(*) FROM trips;

-- not_grouped
SELECT zone, driver_id, SUM(fare) FROM trips GROUP BY zone;

-- window_over_lost_time
SELECT window_start, SUM(s) FROM TABLE(TUMBLE((SELECT zone, MAX(ended) AS ended, SUM(fare) AS s FROM trips GROUP BY zone), DESCRIPTOR(ended), INTERVAL
  '1' HOUR)) GROUP BY window_start, window_end;

-- order_by_no_time
SELECT trip_id, fare FROM trips ORDER BY fare DESC;

-- temporal_without_pk
SELECT t.trip_id FROM trips t JOIN driver_pings FOR SYSTEM_TIME AS OF t.ended AS p ON t.driver_id = p.driver_id;

-- arg_types
SELECT UPPER(amt), SUBSTRING(txn_id, 'a') FROM card_txns;

-- ambiguous
SELECT campaign_id FROM ad_impressions i JOIN ad_clicks c ON i.imp_id = c.imp_id;

-- reserved
SELECT meter_id, val AS value FROM meter_readings;

-- agg_in_where
SELECT zone, SUM(fare) FROM trips WHERE SUM(fare) > 100 GROUP BY zone;

-- nested_over
SELECT SUM(COUNT(*) OVER (PARTITION BY zone ORDER BY ended)) OVER (PARTITION BY zone ORDER BY ended) FROM trips;

-- upsert_over
SELECT buyer_id, COUNT(*) OVER (PARTITION BY segment ORDER BY seen_at) FROM buyers;

-- cdc_match
SELECT * FROM shop_orders MATCH_RECOGNIZE (PARTITION BY buyer_id ORDER BY placed_at MEASURES A.total AS t PATTERN (A B) DEFINE B AS B.total > A.total);

-- upsert_interval
SELECT b.buyer_id FROM buyers b JOIN ad_clicks c ON b.full_name = c.user_key AND b.seen_at BETWEEN c.clicked_ts - INTERVAL '1' HOUR AND c.clicked_ts;

-- pg_cast
SELECT amt::DOUBLE FROM card_txns;

-- ilike
SELECT host FROM raw_logs WHERE line ILIKE '%error%';

-- date_trunc
SELECT DATE_TRUNC('hour', txn_time) AS h, SUM(amt) FROM card_txns GROUP BY DATE_TRUNC('hour', txn_time);

-- emit_changes
SELECT zone, COUNT(*) FROM trips GROUP BY zone EMIT CHANGES;

-- window_tumbling
SELECT zone, COUNT(*) FROM trips WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY zone;

-- concat_number
SELECT 'trip-' || trip_id AS t FROM trips;

-- double_quotes
SELECT host FROM raw_logs WHERE sev = "ERROR";

-- limit_by
SELECT sym, px FROM ticks LIMIT 3 BY sym;

-- missing_comma_tvf
SELECT window_start FROM TABLE(TUMBLE(TABLE ticks, ts, INTERVAL '1' MINUTE));

-- tvf_without_table
SELECT window_start, COUNT(*) FROM TUMBLE(ticks, ts, INTERVAL '1' MINUTE) GROUP BY window_start;

-- alias_in_where
SELECT fare + tip AS total_fare FROM trips WHERE total_fare > 10;

-- window_hop_odd_slide
SELECT window_start, window_end, COUNT(*) FROM TABLE(HOP(TABLE ticks, DESCRIPTOR(ts), INTERVAL '7' SECOND, INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- window_chained_session_then_day
WITH s AS (SELECT player, window_start, window_end, window_time AS st, SUM(points) AS pts FROM TABLE(SESSION(TABLE game_events PARTITION BY player,
  DESCRIPTOR(ev_time), INTERVAL '10' MINUTES)) GROUP BY player, window_start, window_end, window_time)
SELECT d_start, d_end, COUNT(*) AS sessions, AVG(pts) AS avg_pts FROM (SELECT s.pts, s.window_start AS ss, w.window_start AS d_start, w.window_end AS
  d_end FROM s, LATERAL (SELECT 1) AS w(one)) GROUP BY d_start, d_end;

-- legacy_group_window_then_over
SELECT zone, rt, s, SUM(s) OVER (PARTITION BY zone ORDER BY rt) AS running FROM (SELECT zone, TUMBLE_ROWTIME(ended, INTERVAL '1' HOUR) AS rt, SUM(fare) AS s FROM trips GROUP BY zone, TUMBLE(ended, INTERVAL '1' HOUR));

-- over_window_different_windows
SELECT sym, AVG(px) OVER (PARTITION BY sym ORDER BY ts) AS a, AVG(px) OVER (PARTITION BY venue ORDER BY ts) AS b FROM ticks;

-- dedup_keep_metadata
SELECT meter_id, val, part, off FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY part, off ORDER BY read_at) AS rn FROM meter_readings) WHERE rn = 1;

-- join_lookup_proctime_inline
SELECT t.trip_id, p.nick FROM trips t JOIN players FOR SYSTEM_TIME AS OF PROCTIME() AS p ON t.rider_id = p.player;

-- lateral_table_top_per_row
SELECT d.name, t.fare FROM drivers d, LATERAL (SELECT fare, ended FROM trips tr WHERE tr.driver_id = d.driver_id ORDER BY fare DESC LIMIT 3) AS t;

-- order_by_agg_no_limit
SELECT zone, COUNT(*) AS n FROM trips GROUP BY zone ORDER BY n DESC;

-- group_by_alias
SELECT UPPER(zone) AS z, COUNT(*) FROM trips GROUP BY z;

-- having_without_agg
SELECT zone FROM trips GROUP BY zone HAVING fare > 10;

-- lateral_alias
SELECT fare + tip AS gross, gross * 0.2 AS fee FROM trips;

-- unknown_table
SELECT * FROM trip;

-- wrong_alias
SELECT tr.fare FROM trips t;

-- join_without_on
SELECT o.order_no FROM shop_orders o JOIN order_lines l;

-- union_counts
SELECT trip_id, fare FROM trips UNION ALL SELECT order_no FROM shop_orders;

-- union_types
SELECT zone FROM trips UNION ALL SELECT order_no FROM shop_orders;

-- between_types
SELECT trip_id FROM trips WHERE ended BETWEEN 1 AND 2;

-- string_number_compare
SELECT trip_id FROM trips WHERE zone = 5;

-- sum_string
SELECT SUM(zone) FROM trips;

-- interval_pg
SELECT trip_id FROM trips WHERE ended > NOW() - INTERVAL '1 hour';

-- dateadd
SELECT DATEADD(day, 1, ended) FROM trips;

-- limit_comma
SELECT trip_id FROM trips LIMIT 10, 20;

-- is_true_count
SELECT COUNT_IF(fare > 10) FROM trips;

-- group_concat
SELECT hub, GROUP_CONCAT(step) FROM parcels GROUP BY hub;

-- array_index_string
SELECT phones['a'] FROM buyers;

-- field_missing
SELECT home.zip FROM buyers;

-- top
SELECT TOP 10 trip_id FROM trips;

-- trailing_comma
SELECT trip_id, zone, FROM trips;

-- cumulate_not_multiple
SELECT window_start, window_end, COUNT(*) FROM TABLE(CUMULATE(TABLE ticks, DESCRIPTOR(ts), INTERVAL '7' MINUTE, INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- tumble_string_time
SELECT window_start FROM TABLE(TUMBLE(TABLE http_logs, DESCRIPTOR(path), INTERVAL '1' HOUR));

-- tumble_number
SELECT window_start FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(ts), 60));

-- window_dedup_cdc
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, order_no ORDER BY placed_at) rn FROM TABLE(TUMBLE(TABLE
  shop_orders, DESCRIPTOR(placed_at), INTERVAL '1' HOUR))) WHERE rn = 1;

-- temporal_no_watermark
SELECT t.trip_id FROM trips t JOIN drivers FOR SYSTEM_TIME AS OF t.ended AS d ON t.driver_id = d.driver_id;

-- temporal_wrong_key
SELECT t.txn_id FROM card_txns t JOIN ccy_rates FOR SYSTEM_TIME AS OF t.txn_time AS r ON t.amt = r.to_usd;

-- lookup_non_lookup
SELECT t.trip_id FROM trips t JOIN drivers FOR SYSTEM_TIME AS OF t.pt AS d ON t.driver_id = d.driver_id;

-- lookup_no_equality
SELECT i.imp_id FROM ad_impressions i JOIN campaigns FOR SYSTEM_TIME AS OF i.pt AS c ON c.campaign_id > i.campaign_id;

-- interval_mixed_types
SELECT g.player FROM game_events g JOIN ticks t ON g.match_id = t.sym AND g.ev_time BETWEEN t.ts AND t.ts + INTERVAL '1' HOUR;

-- match_no_time
SELECT * FROM trips MATCH_RECOGNIZE (PARTITION BY driver_id ORDER BY fare MEASURES A.fare AS f PATTERN (A B) DEFINE B AS B.fare > A.fare);

-- match_no_define
SELECT * FROM trips MATCH_RECOGNIZE (PARTITION BY driver_id ORDER BY ended MEASURES A.fare AS f PATTERN (A B));

-- greedy_end
SELECT * FROM ticks MATCH_RECOGNIZE (PARTITION BY sym ORDER BY ts MEASURES LAST(A.px) AS p PATTERN (A+) DEFINE A AS A.px > 10);

-- window_join_left_with_extra_predicate
SELECT a.player, a.pts, b.pts AS prev FROM (SELECT player, window_start, window_end, SUM(points) AS pts FROM TABLE(TUMBLE(TABLE game_events,
  DESCRIPTOR(ev_time), INTERVAL '1' HOUR)) GROUP BY player, window_start, window_end) a
LEFT JOIN (SELECT player, window_start, window_end, SUM(points) AS pts FROM TABLE(TUMBLE(TABLE game_events, DESCRIPTOR(ev_time), INTERVAL '1' HOUR))
  GROUP BY player, window_start, window_end) b
ON a.player = b.player AND a.window_start = b.window_start AND a.window_end = b.window_end AND a.pts > b.pts;

-- topn_dense_rank
SELECT * FROM (SELECT sym, px, DENSE_RANK() OVER (PARTITION BY sym ORDER BY px DESC) AS dr FROM ticks) WHERE dr <= 3;

-- dedup_by_metadata_and_time
SELECT part, `off`, val FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY part ORDER BY read_at DESC) AS rn FROM meter_readings) WHERE rn = 1 AND val IS NOT NULL;

-- join_interval_times_in_select
SELECT i.shown_ts, c.clicked_ts, c.clicked_ts - i.shown_ts AS diff FROM ad_impressions i JOIN ad_clicks c ON i.imp_id = c.imp_id AND i.shown_ts
  BETWEEN c.clicked_ts - INTERVAL '10' MINUTE AND c.clicked_ts;

-- aggregate_group_by_position
SELECT zone, COUNT(*) AS n FROM trips GROUP BY 1;

-- hints_ttl_unknown_alias
SELECT /*+ STATE_TTL('zzz' = '1d') */ zone, COUNT(*) AS n FROM trips GROUP BY zone;

-- projection_conversions
SELECT id, CAST(doc AS DATE) AS d1, TRY_CAST(doc AS INT) AS i1, TO_TIMESTAMP(doc, 'yyyy-MM-dd HH:mm:ss') AS t1, UNIX_TIMESTAMP(CAST(stamped AS STRING)) AS ut, CAST(big AS DECIMAL(20, 2)) AS b2, ENCODE(doc, 'UTF-8') AS e, DECODE(blob, 'UTF-8') AS dd, MD5(doc) AS m FROM snapshots;

-- agg_in_group_by
SELECT COUNT(*) FROM trips GROUP BY SUM(fare);

-- window_in_where
SELECT trip_id FROM trips WHERE ROW_NUMBER() OVER (PARTITION BY driver_id ORDER BY ended) = 1;

-- having_alias
SELECT zone, COUNT(*) AS cnt FROM trips GROUP BY zone HAVING cnt > 3;

-- select_star_group
SELECT * FROM trips GROUP BY zone;

-- count_distinct_star
SELECT COUNT(DISTINCT *) FROM trips;

-- cast_ksql
SELECT CAST(fare AS VARCHAR2) FROM trips;

-- case_no_end
SELECT CASE WHEN fare > 3 THEN 1 ELSE 0 FROM trips;

-- missing_paren
SELECT SUM(fare FROM trips GROUP BY zone;

-- create_table
CREATE TABLE x AS SELECT * FROM trips;

-- insert
INSERT INTO sink SELECT * FROM trips;

-- with_no_select
WITH a AS (SELECT 1 AS x);

-- cte_missing_comma
WITH a AS (SELECT zone FROM trips) b AS (SELECT hub FROM parcels) SELECT * FROM a, b;

-- snowflake_flatten
SELECT f.value FROM meter_readings, LATERAL FLATTEN(input => flags) f;

-- spark_explode
SELECT EXPLODE(flags) FROM meter_readings;

-- spark_window
SELECT window(read_at, '5 minutes'), COUNT(*) FROM meter_readings GROUP BY window(read_at, '5 minutes');

-- bigquery_struct
SELECT STRUCT(zone, fare) AS s FROM trips;

-- regex_operator
SELECT host FROM raw_logs WHERE line ~ 'err';

-- json_arrow
SELECT meta->>'$.weapon' FROM game_events;

-- not_equal_bang
SELECT zone FROM trips WHERE zone != 'A';

-- string_agg_order
SELECT hub, STRING_AGG(step, ',' ORDER BY scanned) FROM parcels GROUP BY hub;

-- at_time_zone
SELECT ended AT TIME ZONE 'UTC' FROM trips;

-- over_range_on_proc_no_order
SELECT SUM(fare) OVER (PARTITION BY zone RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW) FROM trips;

-- top_n_no_limit_desc
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY zone ORDER BY fare DESC) rn FROM trips) WHERE rn > 3;

-- emit_final
SELECT zone, COUNT(*) FROM trips GROUP BY zone EMIT FINAL;

-- tumble_on_proc_in_view_lost
SELECT window_start, COUNT(*) FROM TABLE(TUMBLE((SELECT DISTINCT host, pt FROM raw_logs), DESCRIPTOR(pt), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- session_size_missing
SELECT window_start FROM TABLE(SESSION(TABLE ticks, DESCRIPTOR(ts)));

-- descriptor_unknown
SELECT window_start FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(event_ts), INTERVAL '1' MINUTE));

-- asof_join
SELECT * FROM ticks t ASOF JOIN quotes q MATCH_CONDITION (t.ts >= q.ts) ON t.sym = q.sym;

-- lookup_right
SELECT i.imp_id FROM ad_impressions i RIGHT JOIN campaigns FOR SYSTEM_TIME AS OF i.pt AS c ON i.campaign_id = c.campaign_id;
