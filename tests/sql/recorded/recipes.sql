-- window_tumble_revenue_per_5min
SELECT window_start, window_end, ccy, SUM(amt) AS volume, COUNT(*) AS n, AVG(amt) AS mean_amt, MAX(txn_time) AS last_seen
FROM TABLE(TUMBLE(TABLE card_txns, DESCRIPTOR(txn_time), INTERVAL '5' MINUTES))
WHERE ok
GROUP BY window_start, window_end, ccy;

-- window_tumble_named_args_offset
SELECT window_start AS ws, window_time AS wt, plant, MIN(val) AS lo, MAX(val) AS hi, STDDEV_POP(val) AS sd
FROM TABLE(TUMBLE(DATA => TABLE meter_readings, TIMECOL => DESCRIPTOR(read_at), SIZE => INTERVAL '1' HOUR, `OFFSET` => INTERVAL '15' MINUTES))
GROUP BY window_start, window_end, window_time, plant;

-- window_cumulate_daily_budget_burn
SELECT campaign_id, window_start, window_end, SUM(bid_micros) / 1000000.0 AS spent, COUNT(DISTINCT user_key) AS reach
FROM TABLE(CUMULATE(TABLE ad_impressions, DESCRIPTOR(shown_ts), INTERVAL '10' MINUTES, INTERVAL '1' DAY))
GROUP BY campaign_id, window_start, window_end;

-- window_session_unkeyed
SELECT window_start, window_end, COUNT(*) AS scans FROM TABLE(SESSION(TABLE parcels, DESCRIPTOR(scanned), INTERVAL '5' MINUTE)) GROUP BY window_start, window_end;

-- grouping_sets_window_cube
SELECT window_start, window_end, venue, sym, SUM(sz) AS vol, GROUPING(venue) AS gv, GROUPING_ID(venue, sym) AS gid
FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(ts), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end, CUBE (venue, sym);

-- grouping_sets_window_sets
SELECT window_start, window_end, COALESCE(zone, 'all') AS zone, driver_id, AVG(fare + COALESCE(tip, 0)) AS avg_take
FROM TABLE(TUMBLE(TABLE trips, DESCRIPTOR(ended), INTERVAL '1' HOUR))
GROUP BY GROUPING SETS ((window_start, window_end, zone), (window_start, window_end, driver_id), (window_start, window_end));

-- grouping_sets_rollup_cdc
SELECT industry, region, SUM(arr) AS arr, COUNT(*) AS n FROM crm_accounts GROUP BY ROLLUP (region, industry);

-- window_join_imp_click
SELECT i.campaign_id, i.imp_id, i.shown_ts, c.clicked_ts, i.window_start, i.window_end
FROM (SELECT * FROM TABLE(TUMBLE(TABLE ad_impressions, DESCRIPTOR(shown_ts), INTERVAL '10' MINUTES))) i
LEFT JOIN (SELECT * FROM TABLE(TUMBLE(TABLE ad_clicks, DESCRIPTOR(clicked_ts), INTERVAL '10' MINUTES))) c
ON i.imp_id = c.imp_id AND i.window_start = c.window_start AND i.window_end = c.window_end;

-- window_join_semi
SELECT i.imp_id, i.user_key FROM (SELECT * FROM TABLE(TUMBLE(TABLE ad_impressions, DESCRIPTOR(shown_ts), INTERVAL '1' HOUR))) i
WHERE i.user_key IN (SELECT c.user_key FROM (SELECT * FROM TABLE(TUMBLE(TABLE conversions, DESCRIPTOR(conv_ts), INTERVAL '1' HOUR))) c
  WHERE c.window_start = i.window_start AND c.window_end = i.window_end);

-- window_join_full_of_aggregates
WITH imps AS (SELECT window_start, window_end, campaign_id, COUNT(*) n FROM TABLE(TUMBLE(TABLE ad_impressions, DESCRIPTOR(shown_ts), INTERVAL '1'
  MINUTE)) GROUP BY window_start, window_end, campaign_id),
clks AS (SELECT window_start, window_end, campaign_id, COUNT(*) n FROM TABLE(TUMBLE(TABLE ad_clicks, DESCRIPTOR(clicked_ts), INTERVAL '1' MINUTE))
  GROUP BY window_start, window_end, campaign_id)
SELECT COALESCE(imps.window_start, clks.window_start) AS ws, COALESCE(imps.campaign_id, clks.campaign_id) AS campaign, imps.n AS shown, clks.n AS clicked,
  CASE WHEN imps.n > 0 THEN clks.n * 1.0 / imps.n END AS ctr
FROM imps FULL JOIN clks ON imps.window_start = clks.window_start AND imps.window_end = clks.window_end AND imps.campaign_id = clks.campaign_id;

-- window_topn_top_zones
SELECT * FROM (
  SELECT window_start, window_end, zone, n, total, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY total DESC) AS rk
  FROM (SELECT window_start, window_end, zone, COUNT(*) AS n, SUM(fare) AS total
        FROM TABLE(TUMBLE(TABLE trips, DESCRIPTOR(ended), INTERVAL '15' MINUTES)) GROUP BY window_start, window_end, zone)
) WHERE rk <= 5;

-- window_topn_direct_on_tvf
SELECT txn_id, card_no, amt, window_start FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, mcc ORDER BY amt DESC) rn
  FROM TABLE(HOP(TABLE card_txns, DESCRIPTOR(txn_time), INTERVAL '10' SECOND, INTERVAL '1' MINUTE)))
WHERE rn <= 3;

-- window_dedup_last_reading
SELECT meter_id, val, read_at, window_start, window_end FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, meter_id ORDER BY read_at DESC) AS rownum
  FROM TABLE(TUMBLE(TABLE meter_readings, DESCRIPTOR(read_at), INTERVAL '1' MINUTE)))
WHERE rownum = 1;

-- legacy_group_window_tumble
SELECT TUMBLE_START(txn_time, INTERVAL '1' HOUR) AS hr, TUMBLE_ROWTIME(txn_time, INTERVAL '1' HOUR) AS rt, acct, SUM(amt) AS s
FROM card_txns GROUP BY TUMBLE(txn_time, INTERVAL '1' HOUR), acct;

-- legacy_group_window_hop_proc
SELECT HOP_END(pt, INTERVAL '5' SECOND, INTERVAL '30' SECOND) AS e, COUNT(*) AS n, MAX(sev) AS worst FROM raw_logs
GROUP BY HOP(pt, INTERVAL '5' SECOND, INTERVAL '30' SECOND);

-- legacy_group_window_session_cdc
SELECT buyer_id, SESSION_START(placed_at, INTERVAL '1' HOUR) AS s, SUM(total) AS spent FROM shop_orders GROUP BY buyer_id, SESSION(placed_at, INTERVAL '1' HOUR);

-- over_window_running_by_card
SELECT txn_id, card_no, amt, SUM(amt) OVER w AS hour_total, COUNT(*) OVER w AS hour_n
FROM card_txns WINDOW w AS (PARTITION BY card_no ORDER BY txn_time RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW);

-- over_window_rows_10
SELECT sym, ts, px, AVG(px) OVER (PARTITION BY sym ORDER BY ts ROWS BETWEEN 9 PRECEDING AND CURRENT ROW) AS ma10 FROM ticks;

-- topn_global_on_cdc
SELECT * FROM (SELECT company, arr, ROW_NUMBER() OVER (ORDER BY arr DESC) AS rn FROM crm_accounts) WHERE rn <= 20;

-- dedup_first_by_rowtime
SELECT txn_id, card_no, amt, txn_time FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY txn_id ORDER BY txn_time ASC) rn FROM card_txns) WHERE rn = 1;

-- dedup_first_proc
SELECT imp_id, campaign_id FROM (SELECT imp_id, campaign_id, ROW_NUMBER() OVER (PARTITION BY imp_id ORDER BY pt) AS rn FROM ad_impressions) t WHERE t.rn = 1;

-- dedup_last_proc_by_two
SELECT * FROM (SELECT host, sev, line, pt, ROW_NUMBER() OVER (PARTITION BY host, sev ORDER BY pt DESC) AS rn FROM raw_logs) WHERE rn = 1;

-- dedup_of_cdc
SELECT buyer_id, order_no, total FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY buyer_id ORDER BY placed_at DESC) AS rn FROM shop_orders WHERE state
  <> 'CANCELLED') WHERE rn = 1;

-- join_regular_orders_buyers
SELECT o.order_no, o.total, b.full_name, b.home.country AS country FROM shop_orders o LEFT JOIN buyers b ON o.buyer_id = b.buyer_id WHERE o.state = 'PAID';

-- join_regular_three_way
SELECT o.order_no, l.line_no, c.title, l.qty * l.unit_price AS line_total, b.segment
FROM shop_orders o JOIN order_lines l ON o.order_no = l.order_no JOIN catalog_items c ON c.sku = l.sku LEFT JOIN buyers b ON b.buyer_id = o.buyer_id;

-- join_regular_right_filter_makes_inner
SELECT a.company, k.email FROM contacts k RIGHT JOIN crm_accounts a ON k.account_id = a.account_id WHERE k.score > 50;

-- join_regular_full_keys
SELECT COALESCE(a.account_id, k.account_id) AS account, a.company, k.contact_id FROM crm_accounts a FULL OUTER JOIN contacts k ON a.account_id = k.account_id;

-- join_regular_self_non_equi
SELECT a.trip_id, b.trip_id AS other FROM trips a, trips b WHERE a.driver_id = b.driver_id AND a.trip_id < b.trip_id;

-- join_interval_click_after_impression
SELECT i.imp_id, i.campaign_id, i.placement.site, c.clicked_ts, TIMESTAMPDIFF(SECOND, i.shown_ts, c.clicked_ts) AS lag_s
FROM ad_impressions i, ad_clicks c WHERE i.imp_id = c.imp_id AND c.clicked_ts BETWEEN i.shown_ts AND i.shown_ts + INTERVAL '30' MINUTE;

-- join_interval_left_with_more
SELECT i.imp_id, c.clicked_ts, v.worth
FROM ad_impressions i
LEFT JOIN ad_clicks c ON i.imp_id = c.imp_id AND c.clicked_ts BETWEEN i.shown_ts AND i.shown_ts + INTERVAL '1' HOUR
LEFT JOIN conversions v ON c.user_key = v.user_key AND v.conv_ts BETWEEN c.clicked_ts AND c.clicked_ts + INTERVAL '7' DAY;

-- join_interval_proc
SELECT l.line, c.imp_id FROM raw_logs l JOIN ad_clicks c ON l.host = c.user_key AND l.pt BETWEEN c.pt - INTERVAL '5' SECOND AND c.pt + INTERVAL '5' SECOND;

-- join_temporal_usd_amounts
SELECT t.txn_id, t.amt * r.to_usd AS usd, t.txn_time FROM card_txns t LEFT JOIN ccy_rates FOR SYSTEM_TIME AS OF t.txn_time AS r ON t.ccy = r.ccy;

-- join_temporal_cdc_versions
SELECT t.txn_id, t.amt, s.limit_amt, t.amt > s.limit_amt AS over_limit FROM card_txns AS t JOIN card_status FOR SYSTEM_TIME AS OF t.txn_time AS s ON
  t.card_no = s.card_no WHERE s.blocked = FALSE;

-- join_temporal_versioned_view
WITH lims AS (SELECT meter_id, low, high, valid_from FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY meter_id ORDER BY valid_from DESC) rn FROM
  meter_limits) WHERE rn = 1)
SELECT m.meter_id, m.val FROM meter_readings m JOIN lims FOR SYSTEM_TIME AS OF m.read_at AS l ON m.meter_id = l.meter_id WHERE m.val > l.high;

-- join_lookup_enrich
SELECT g.player, p.nick, p.region, g.points FROM (SELECT *, PROCTIME() AS p_time FROM game_events) g LEFT JOIN players FOR SYSTEM_TIME AS OF g.p_time
  AS p ON g.player = p.player;

-- join_lookup_two_lookups
SELECT m.move_id, i.title, i.category, m.delta * i.weight_g AS grams FROM stock_moves m JOIN catalog_items FOR SYSTEM_TIME AS OF m.pt AS i ON m.sku =
  i.sku AND i.category = 'toys' WHERE m.delta < 0;

-- join_lookup_async_hint
SELECT /*+ LOOKUP('table'='c', 'retry-predicate'='lookup_miss', 'retry-strategy'='fixed_delay', 'fixed-delay'='10s', 'max-attempts'='3') */ i.imp_id, c.advertiser
FROM ad_impressions i LEFT JOIN campaigns FOR SYSTEM_TIME AS OF i.pt AS c ON i.campaign_id = c.campaign_id;

-- unnest_samples
SELECT m.meter_id, s.at_ms, s.v FROM meter_readings m CROSS JOIN UNNEST(m.samples) AS s;

-- unnest_samples_alias
SELECT meter_id, t.ms, t.v FROM meter_readings, UNNEST(samples) AS t (ms, v) WHERE t.v IS NOT NULL;

-- unnest_map
SELECT b.buyer_id, k, granted FROM buyers b CROSS JOIN UNNEST(b.consents) AS c (k, granted);

-- unnest_left_ordinality
SELECT meter_id, flag, ord FROM meter_readings LEFT JOIN UNNEST(flags) WITH ORDINALITY AS f (flag, ord) ON TRUE;

-- lateral_table_words
SELECT r.host, w.word, COUNT(*) AS n FROM raw_logs r, LATERAL TABLE(split_words(r.line)) AS w GROUP BY r.host, w.word;

-- lateral_table_left_renamed
SELECT host, t.a, t.b FROM raw_logs LEFT JOIN LATERAL TABLE(split_words(line)) AS t (a, b) ON TRUE;

-- match_recognize_failed_then_ok
SELECT m.card_no, m.fails, m.ok_at FROM card_txns MATCH_RECOGNIZE (
  PARTITION BY card_no ORDER BY txn_time
  MEASURES COUNT(F.txn_id) AS fails, S.txn_time AS ok_at, MATCH_ROWTIME() AS rt
  AFTER MATCH SKIP TO NEXT ROW
  PATTERN (F{3,5} S) WITHIN INTERVAL '10' MINUTE
  DEFINE F AS NOT F.ok, S AS S.ok) AS m;

-- cte_four_levels
WITH a AS (SELECT trip_id, zone, fare, ended FROM trips WHERE fare > 0),
b AS (SELECT zone, window_start, window_end, SUM(fare) AS s FROM TABLE(TUMBLE(TABLE a, DESCRIPTOR(ended), INTERVAL '1' HOUR)) GROUP BY zone, window_start, window_end),
c AS (SELECT zone, MAX(s) AS best FROM b GROUP BY zone),
d AS (SELECT AVG(best) AS avg_best FROM c)
SELECT c.zone, c.best FROM c, d WHERE c.best > d.avg_best;

-- set_operations_union_all_sources
SELECT user_key, 'imp' AS kind, shown_ts AS t FROM ad_impressions UNION ALL SELECT user_key, 'click', clicked_ts FROM ad_clicks UNION ALL SELECT user_key, 'conv', conv_ts FROM conversions;

-- set_operations_union_then_window
WITH u AS (SELECT user_key, shown_ts AS t FROM ad_impressions UNION ALL SELECT user_key, clicked_ts FROM ad_clicks)
SELECT user_key, window_start, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE u, DESCRIPTOR(t), INTERVAL '1' MINUTE)) GROUP BY user_key, window_start, window_end;

-- set_operations_except_users
SELECT user_key FROM ad_impressions EXCEPT SELECT user_key FROM conversions;

-- set_operations_intersect_cdc
SELECT account_id FROM contacts INTERSECT SELECT account_id FROM crm_accounts;

-- filter_clause_pivot
SELECT acct, SUM(amt) FILTER (WHERE ccy = 'EUR') AS eur, SUM(amt) FILTER (WHERE ccy = 'USD') AS usd, COUNT(DISTINCT card_no) FILTER (WHERE ok) AS good_cards FROM card_txns GROUP BY acct;

-- subquery_exists_cdc
SELECT a.company FROM crm_accounts a WHERE EXISTS (SELECT 1 FROM contacts c WHERE c.account_id = a.account_id AND c.score >= 80);

-- subquery_not_in
SELECT card_no FROM card_txns WHERE card_no NOT IN (SELECT card_no FROM card_status WHERE blocked);

-- subquery_scalar
SELECT trip_id, fare, fare / (SELECT AVG(fare) FROM trips) AS rel FROM trips;

-- aggregate_json
SELECT buyer_id, JSON_OBJECTAGG(KEY state VALUE total) AS by_state, JSON_ARRAYAGG(order_no) AS orders FROM shop_orders WHERE state IS NOT NULL GROUP BY buyer_id;

-- aggregate_array_agg
SELECT hub, ARRAY_AGG(parcel) AS parcels, FIRST_VALUE(step) AS f, LAST_VALUE(step) AS l FROM parcels GROUP BY hub;

-- aggregate_case_having
SELECT CASE WHEN latency < 100 THEN 'fast' WHEN latency < 1000 THEN 'ok' ELSE 'slow' END AS bucket, COUNT(*) AS n, PERCENTILE(latency, 0.95) AS p95 FROM http_logs GROUP BY CASE WHEN latency < 100 THEN 'fast' WHEN latency < 1000 THEN 'ok' ELSE 'slow' END HAVING COUNT(*) > 10;

-- hints_state_ttl
SELECT /*+ STATE_TTL('o' = '3d', 'l' = '1d') */ o.order_no, l.sku FROM shop_orders o JOIN order_lines l ON o.order_no = l.order_no;

-- hints_agg_ttl
SELECT /*+ STATE_TTL('trips' = '12h') */ zone, COUNT(*) AS n FROM trips GROUP BY zone;

-- hints_broadcast
SELECT /*+ BROADCAST(c) */ t.trip_id, c.name FROM trips t JOIN drivers c ON t.driver_id = c.driver_id;

-- changelog_sources_filter_key
SELECT order_no, sku, qty FROM order_lines WHERE qty > 1;

-- changelog_sources_project_away_key
SELECT sku, qty FROM order_lines;

-- changelog_sources_agg
SELECT sku, SUM(qty) AS q, SUM(qty * unit_price) AS rev FROM order_lines WHERE NOT gift GROUP BY sku;

-- changelog_sources_cast_key
SELECT CAST(account_id AS STRING) AS id, UPPER(company) AS company FROM crm_accounts WHERE region = 'EMEA';

-- computed_and_metadata_log_headers
SELECT host, CAST(headers['trace-id'] AS STRING) AS trace, ingested FROM raw_logs WHERE ingested > TIMESTAMP '2024-01-01 00:00:00';

-- projection_json_calls
SELECT player, JSON_VALUE(meta, '$.weapon') AS weapon, JSON_VALUE(meta, '$.dmg' RETURNING INT) AS dmg, JSON_EXISTS(meta, '$.boss') AS boss, JSON_QUERY(meta, '$.path') AS p FROM game_events;

-- pipelines_fraud_score
WITH feats AS (
  SELECT txn_id, card_no, amt, mcc, txn_time,
    COUNT(*) OVER (PARTITION BY card_no ORDER BY txn_time RANGE BETWEEN INTERVAL '10' MINUTE PRECEDING AND CURRENT ROW) AS n10,
    SUM(amt) OVER (PARTITION BY card_no ORDER BY txn_time RANGE BETWEEN INTERVAL '10' MINUTE PRECEDING AND CURRENT ROW) AS s10
  FROM card_txns),
enr AS (SELECT f.*, s.limit_amt, s.blocked FROM feats f LEFT JOIN card_status FOR SYSTEM_TIME AS OF f.txn_time AS s ON f.card_no = s.card_no)
SELECT window_start, window_end, mcc, COUNT(*) AS n, SUM(CASE WHEN n10 > 5 OR s10 > limit_amt OR blocked THEN 1 ELSE 0 END) AS suspicious
FROM TABLE(TUMBLE(TABLE enr, DESCRIPTOR(txn_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, mcc;

-- pipelines_order_value
SELECT b.segment, COUNT(*) AS orders, SUM(x.value_) AS revenue, MAX(x.value_) AS biggest FROM (
  SELECT o.order_no, o.buyer_id, SUM(l.qty * l.unit_price) - COALESCE(MAX(o.discount), 0) AS value_
  FROM shop_orders o JOIN order_lines l ON o.order_no = l.order_no WHERE o.state IN ('PAID', 'SHIPPED') GROUP BY o.order_no, o.buyer_id) x
JOIN buyers b ON b.buyer_id = x.buyer_id GROUP BY b.segment;

-- over_plain_ts
SELECT trip_id, SUM(fare) OVER (PARTITION BY driver_id ORDER BY started) FROM trips;

-- interval_lost_rowtime
SELECT a.imp_id FROM (SELECT imp_id, CAST(shown_ts AS TIMESTAMP_LTZ(3)) AS st FROM ad_impressions) a JOIN ad_clicks c ON a.imp_id = c.imp_id AND
  c.clicked_ts BETWEEN a.st AND a.st + INTERVAL '1' HOUR;

-- cdc_tvf
SELECT window_start, SUM(total) FROM TABLE(TUMBLE(TABLE shop_orders, DESCRIPTOR(placed_at), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- qualify
SELECT txn_id, amt FROM card_txns QUALIFY ROW_NUMBER() OVER (PARTITION BY card_no ORDER BY txn_time DESC) = 1;

-- window_tumble_window_time_only
SELECT window_time, sym, MAX(px) AS hi FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY window_time, sym;

-- window_tumble_proc
SELECT window_start, window_end, host, COUNT(*) AS n, SUM(bytes_out) AS b FROM TABLE(TUMBLE(TABLE raw_logs, DESCRIPTOR(pt), INTERVAL '10' SECOND))
  GROUP BY window_start, window_end, host;

-- window_tumble_distinct_inside
SELECT DISTINCT window_start, window_end, driver_id FROM TABLE(TUMBLE(TABLE trips, DESCRIPTOR(ended), INTERVAL '1' HOUR));

-- window_hop_ma_with_having
SELECT meter_id, window_end AS as_of, AVG(val) AS avg_v, VAR_SAMP(val) AS v FROM TABLE(HOP(TABLE meter_readings, DESCRIPTOR(read_at), INTERVAL '5' MINUTES, INTERVAL '30' MINUTES)) GROUP BY meter_id, window_start, window_end HAVING AVG(val) > 75.5;

-- window_hop_named
SELECT window_start, window_end, zone, COUNT(DISTINCT rider_id) AS riders FROM TABLE(HOP(DATA => TABLE trips, TIMECOL => DESCRIPTOR(ended), SLIDE => INTERVAL '1' HOUR, SIZE => INTERVAL '1' DAY)) GROUP BY window_start, window_end, zone;

-- window_cumulate_distinct_users
SELECT window_start, window_end, COUNT(DISTINCT user_key) AS uv, COUNT(*) AS pv FROM TABLE(CUMULATE(TABLE ad_clicks, DESCRIPTOR(clicked_ts), INTERVAL '1' MINUTE, INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- window_session_with_filter_after
SELECT * FROM (SELECT player, window_start AS s, window_end AS e, SUM(points) AS pts FROM TABLE(SESSION(TABLE game_events PARTITION BY player,
  DESCRIPTOR(ev_time), INTERVAL '10' MINUTES)) GROUP BY player, window_start, window_end) WHERE pts > 100;

-- window_session_partition_by_two
SELECT host, path, window_start, window_end, COUNT(*) AS hits, AVG(latency) AS lat FROM TABLE(SESSION(TABLE http_logs PARTITION BY (host, path),
  DESCRIPTOR(`at`), INTERVAL '2' MINUTES)) GROUP BY host, path, window_start, window_end;

-- window_session_partition_no_parens
SELECT host, window_start, window_end, COUNT(*) AS hits FROM TABLE(SESSION(TABLE http_logs PARTITION BY host, DESCRIPTOR(`at`), INTERVAL '2' MINUTES))
  GROUP BY host, window_start, window_end;

-- grouping_sets_window_rollup_label
SELECT window_start, window_end, CASE GROUPING(campaign_id) WHEN 1 THEN 'all' ELSE CAST(campaign_id AS STRING) END AS camp, COUNT(*) AS n
FROM TABLE(TUMBLE(TABLE ad_impressions, DESCRIPTOR(shown_ts), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, ROLLUP (campaign_id);

-- grouping_sets_cube_join
SELECT b.segment, o.state, COUNT(*) AS n, SUM(o.total) AS t FROM shop_orders o JOIN buyers b ON o.buyer_id = b.buyer_id GROUP BY CUBE (b.segment, o.state);

-- window_join_inner_tick_quote
SELECT t.sym, t.px, q.bid, q.ask, t.px - (q.bid + q.ask) / 2 AS vs_mid, t.window_end
FROM (SELECT * FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(ts), INTERVAL '1' SECOND))) t
JOIN (SELECT * FROM TABLE(TUMBLE(TABLE quotes, DESCRIPTOR(ts), INTERVAL '1' SECOND))) q
ON t.sym = q.sym AND t.window_start = q.window_start AND t.window_end = q.window_end WHERE t.px > q.ask;

-- window_join_anti_not_exists
SELECT i.imp_id FROM (SELECT * FROM TABLE(TUMBLE(TABLE ad_impressions, DESCRIPTOR(shown_ts), INTERVAL '5' MINUTE))) i
WHERE NOT EXISTS (SELECT * FROM (SELECT * FROM TABLE(TUMBLE(TABLE ad_clicks, DESCRIPTOR(clicked_ts), INTERVAL '5' MINUTE))) c WHERE c.imp_id =
  i.imp_id AND c.window_start = i.window_start AND c.window_end = i.window_end);

-- window_join_only_start
SELECT i.n, c.n FROM (SELECT window_start, window_end, COUNT(*) n FROM TABLE(TUMBLE(TABLE ad_impressions, DESCRIPTOR(shown_ts), INTERVAL '5' MINUTE))
  GROUP BY window_start, window_end) i JOIN
(SELECT window_start, window_end, COUNT(*) n FROM TABLE(TUMBLE(TABLE ad_clicks, DESCRIPTOR(clicked_ts), INTERVAL '5' MINUTE)) GROUP BY window_start,
  window_end) c ON i.window_start = c.window_start;

-- window_join_three_streams
WITH i AS (SELECT window_start, window_end, campaign_id, COUNT(*) AS imps FROM TABLE(TUMBLE(TABLE ad_impressions, DESCRIPTOR(shown_ts), INTERVAL '1'
  HOUR)) GROUP BY window_start, window_end, campaign_id),
c AS (SELECT window_start, window_end, campaign_id, COUNT(*) AS clicks FROM TABLE(TUMBLE(TABLE ad_clicks, DESCRIPTOR(clicked_ts), INTERVAL '1' HOUR))
  GROUP BY window_start, window_end, campaign_id),
v AS (SELECT window_start, window_end, campaign_id, SUM(worth) AS rev FROM TABLE(TUMBLE(TABLE conversions, DESCRIPTOR(conv_ts), INTERVAL '1' HOUR))
  GROUP BY window_start, window_end, campaign_id)
SELECT i.window_start, i.campaign_id, imps, clicks, rev FROM i
LEFT JOIN c ON i.window_start = c.window_start AND i.window_end = c.window_end AND i.campaign_id = c.campaign_id
LEFT JOIN v ON i.window_start = v.window_start AND i.window_end = v.window_end AND i.campaign_id = v.campaign_id;

-- window_topn_per_zone_drivers
SELECT window_start, zone, driver_id, earned FROM (
 SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, zone ORDER BY earned DESC, driver_id) AS r FROM (
  SELECT window_start, window_end, zone, driver_id, SUM(fare * surge) AS earned FROM TABLE(TUMBLE(TABLE trips, DESCRIPTOR(ended), INTERVAL '1' HOUR))
  GROUP BY window_start, window_end, zone, driver_id)) WHERE r BETWEEN 1 AND 3;

-- window_dedup_first_click
SELECT imp_id, clicked_ts FROM (SELECT imp_id, clicked_ts, window_start, ROW_NUMBER() OVER (PARTITION BY window_start, window_end, imp_id ORDER BY clicked_ts) AS rn
FROM TABLE(TUMBLE(TABLE ad_clicks, DESCRIPTOR(clicked_ts), INTERVAL '1' HOUR))) WHERE rn = 1;

-- window_chained_renamed_bounds
WITH m AS (SELECT sym, window_time AS mt, SUM(sz) AS v FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY sym,
  window_start, window_end, window_time)
SELECT sym, window_start, window_end, SUM(v) AS v, COUNT(*) AS mins FROM TABLE(HOP(TABLE m, DESCRIPTOR(mt), INTERVAL '5' MINUTE, INTERVAL '15' MINUTE)) GROUP BY sym, window_start, window_end;

-- window_chained_topn_then_window
WITH best AS (SELECT window_start AS s, window_end AS e, window_time AS t, zone, n FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start,
  window_end ORDER BY n DESC) AS r FROM (
 SELECT window_start, window_end, window_time, zone, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE trips, DESCRIPTOR(ended), INTERVAL '5' MINUTE)) GROUP BY
  window_start, window_end, window_time, zone)) WHERE r = 1)
SELECT zone, window_start, window_end, COUNT(*) AS times_first FROM TABLE(TUMBLE(TABLE best, DESCRIPTOR(t), INTERVAL '1' DAY)) GROUP BY zone, window_start, window_end;

-- legacy_group_window_two_aux
SELECT campaign_id, HOP_START(shown_ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE) AS s, HOP_END(shown_ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE) AS e, COUNT(DISTINCT user_key) AS u FROM ad_impressions GROUP BY campaign_id, HOP(shown_ts, INTERVAL '1' MINUTE, INTERVAL '5' MINUTE) HAVING COUNT(*) > 5;

-- over_window_two_named_base
SELECT sym, ts, MIN(px) OVER w AS lo, MAX(px) OVER w AS hi, px - FIRST_VALUE(px) OVER w AS chg FROM ticks WINDOW w AS (PARTITION BY sym ORDER BY ts
  ROWS BETWEEN 100 PRECEDING AND CURRENT ROW);

-- over_window_over_in_case
SELECT meter_id, read_at, CASE WHEN val > 1.5 * AVG(val) OVER (PARTITION BY meter_id ORDER BY read_at RANGE INTERVAL '10' MINUTE PRECEDING) THEN 'spike' ELSE 'ok' END AS verdict FROM meter_readings;

-- over_window_global_no_partition
SELECT txn_id, SUM(amt) OVER (ORDER BY txn_time) AS total_so_far FROM card_txns;

-- over_window_row_number_unlimited
SELECT trip_id, ROW_NUMBER() OVER (PARTITION BY driver_id ORDER BY ended) AS nth FROM trips;

-- over_window_lag_filter_outside
SELECT * FROM (SELECT driver_id, ping_at, speed, LAG(speed) OVER (PARTITION BY driver_id ORDER BY ping_at) AS prev_speed FROM driver_pings) WHERE speed - prev_speed > 20;

-- over_window_over_after_interval
SELECT i.campaign_id, c.clicked_ts, COUNT(*) OVER (PARTITION BY i.campaign_id ORDER BY c.clicked_ts RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW) AS h
FROM ad_impressions i JOIN ad_clicks c ON i.imp_id = c.imp_id AND c.clicked_ts BETWEEN i.shown_ts AND i.shown_ts + INTERVAL '10' MINUTE;

-- topn_latest_prices_top
SELECT sym, px FROM (SELECT sym, px, ROW_NUMBER() OVER (ORDER BY px DESC) AS rn FROM (SELECT sym, px FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY
  sym ORDER BY ts DESC) AS r FROM ticks) WHERE r = 1)) WHERE rn <= 10;

-- topn_order_limit
SELECT zone, COUNT(*) AS n FROM trips GROUP BY zone ORDER BY n DESC LIMIT 5;

-- topn_rank_literal_inside
SELECT * FROM (SELECT player, SUM(points) AS p, ROW_NUMBER() OVER (ORDER BY SUM(points) DESC) AS pos FROM game_events GROUP BY player) WHERE pos < 11;

-- topn_partition_by_expr
SELECT * FROM (SELECT txn_id, amt, DATE_FORMAT(txn_time, 'yyyy-MM-dd') AS d, ROW_NUMBER() OVER (PARTITION BY DATE_FORMAT(txn_time, 'yyyy-MM-dd') ORDER BY amt DESC) AS rn FROM card_txns) WHERE rn <= 3;

-- dedup_then_join
SELECT d.driver_id, d.ping_at, r.name FROM (SELECT driver_id, ping_at FROM (SELECT driver_id, ping_at, ROW_NUMBER() OVER (PARTITION BY driver_id ORDER
  BY ping_at DESC) AS rn FROM driver_pings) WHERE rn = 1) d LEFT JOIN drivers r ON r.driver_id = d.driver_id;

-- dedup_rank_equals_two
SELECT * FROM (SELECT sym, px, ROW_NUMBER() OVER (PARTITION BY sym ORDER BY ts DESC) AS rn FROM ticks) WHERE rn = 2;

-- join_regular_using
SELECT order_no, sku, state FROM shop_orders JOIN order_lines USING (order_no);

-- join_regular_natural
SELECT * FROM crm_accounts NATURAL JOIN contacts;

-- join_regular_left_null_check
SELECT c.contact_id, c.email FROM contacts c LEFT JOIN crm_accounts a ON c.account_id = a.account_id WHERE a.account_id IS NULL;

-- join_regular_left_with_right_condition_in_on
SELECT o.order_no, l.sku FROM shop_orders o LEFT JOIN order_lines l ON o.order_no = l.order_no AND l.gift = TRUE AND l.qty > 1;

-- join_regular_cross
SELECT t.trip_id, m.avg_fare FROM trips t CROSS JOIN (SELECT AVG(fare) AS avg_fare FROM trips) m;

-- join_regular_on_expression
SELECT p.parcel, r.to_hub FROM parcels p JOIN routes r ON UPPER(p.parcel) = r.parcel;

-- join_regular_agg_both_sides
SELECT a.account_id, a.n, b.mins FROM (SELECT account_id, COUNT(*) AS n FROM contacts GROUP BY account_id) a JOIN (SELECT c.account_id, SUM(x.minutes)
  AS mins FROM crm_activity x JOIN contacts c ON x.contact_id = c.contact_id GROUP BY c.account_id) b ON a.account_id = b.account_id;

-- join_regular_full_where_left
SELECT o.order_no, r.name FROM shop_orders o FULL JOIN drivers r ON o.buyer_id = r.driver_id WHERE o.total > 10;

-- join_regular_or_condition
SELECT k.contact_id FROM contacts k JOIN crm_accounts a ON k.account_id = a.account_id OR k.owner = a.company;

-- join_interval_one_sided
SELECT i.imp_id FROM ad_impressions i JOIN ad_clicks c ON i.imp_id = c.imp_id AND c.clicked_ts >= i.shown_ts;

-- join_interval_full
SELECT COALESCE(i.imp_id, c.imp_id) AS imp FROM ad_impressions i FULL OUTER JOIN ad_clicks c ON i.imp_id = c.imp_id AND c.clicked_ts > i.shown_ts - INTERVAL '1' MINUTE AND c.clicked_ts < i.shown_ts + INTERVAL '1' MINUTE;

-- join_interval_equal_times
SELECT t.sym, t.px, q.bid FROM ticks t JOIN quotes q ON t.sym = q.sym AND t.ts = q.ts;

-- join_interval_timestampadd
SELECT i.imp_id FROM ad_impressions i JOIN ad_clicks c ON i.imp_id = c.imp_id AND c.clicked_ts BETWEEN i.shown_ts AND TIMESTAMPADD(HOUR, 1, i.shown_ts);

-- join_interval_then_window
SELECT window_start, window_end, campaign_id, COUNT(*) AS attributed FROM TABLE(TUMBLE((SELECT i.campaign_id, c.clicked_ts FROM ad_impressions i JOIN ad_clicks c ON i.imp_id = c.imp_id AND c.clicked_ts BETWEEN i.shown_ts AND i.shown_ts + INTERVAL '1' HOUR), DESCRIPTOR(clicked_ts), INTERVAL '10' MINUTE)) GROUP BY window_start, window_end, campaign_id;

-- join_temporal_two_versions
SELECT t.txn_id, t.amt * r.to_usd AS usd, s.blocked FROM card_txns t
LEFT JOIN ccy_rates FOR SYSTEM_TIME AS OF t.txn_time AS r ON r.ccy = t.ccy
LEFT JOIN card_status FOR SYSTEM_TIME AS OF t.txn_time AS s ON s.card_no = t.card_no;

-- join_temporal_then_agg
SELECT t.mcc, SUM(t.amt * r.to_usd) AS usd FROM card_txns t JOIN ccy_rates FOR SYSTEM_TIME AS OF t.txn_time AS r ON r.ccy = t.ccy GROUP BY t.mcc;

-- join_temporal_then_window
SELECT window_start, window_end, SUM(usd) AS usd FROM TABLE(TUMBLE((SELECT t.txn_time AS tt, t.amt * r.to_usd AS usd FROM card_txns t JOIN ccy_rates
  FOR SYSTEM_TIME AS OF t.txn_time AS r ON r.ccy = t.ccy), DESCRIPTOR(tt), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- join_lookup_left_with_constant
SELECT i.imp_id, c.advertiser FROM ad_impressions AS i LEFT JOIN campaigns FOR SYSTEM_TIME AS OF i.pt AS c ON c.campaign_id = i.campaign_id AND
  c.active = TRUE AND c.daily_budget > 100;

-- join_lookup_after_agg
SELECT a.sku, a.net, c.title FROM (SELECT sku, SUM(delta) AS net, PROCTIME() AS p FROM stock_moves GROUP BY sku) a JOIN catalog_items FOR SYSTEM_TIME
  AS OF a.p AS c ON a.sku = c.sku;

-- unnest_nested_field
SELECT b.buyer_id, ph FROM buyers b, UNNEST(b.phones) AS p (ph) WHERE ph LIKE '+44%';

-- unnest_agg_after
SELECT flag, COUNT(*) AS n FROM meter_readings CROSS JOIN UNNEST(flags) AS f (flag) GROUP BY flag;

-- unnest_array_agg_back
SELECT hub, x FROM (SELECT hub, ARRAY_AGG(step) AS steps FROM parcels GROUP BY hub) h CROSS JOIN UNNEST(h.steps) AS u (x);

-- match_recognize_session_pattern
SELECT * FROM game_events MATCH_RECOGNIZE (PARTITION BY player ORDER BY ev_time MEASURES S.match_id AS m, LAST(K.points) AS lp, SUM(K.points) AS total, E.ev_time AS ended_at ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (S K* E) DEFINE S AS S.ev = 'start', K AS K.ev = 'kill', E AS E.ev = 'end');

-- match_recognize_then_window
WITH m AS (SELECT card_no, rt FROM card_txns MATCH_RECOGNIZE (PARTITION BY card_no ORDER BY txn_time MEASURES MATCH_ROWTIME() AS rt PATTERN (A B)
  WITHIN INTERVAL '1' MINUTE DEFINE A AS A.amt < 1, B AS B.amt > 500))
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE m, DESCRIPTOR(rt), INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- match_recognize_subset
SELECT * FROM ticks MATCH_RECOGNIZE (PARTITION BY sym ORDER BY ts MEASURES AVG(A.px) AS ap, B.px AS bp PATTERN (A+ B) DEFINE A AS AVG(A.px) < 15);

-- cte_shadowing
WITH trips AS (SELECT zone, fare FROM trips WHERE fare > 5) SELECT zone, MAX(fare) AS m FROM trips GROUP BY zone;

-- cte_used_twice
WITH d AS (SELECT driver_id, COUNT(*) AS n FROM trips GROUP BY driver_id) SELECT a.driver_id, a.n, b.n AS n2 FROM d a JOIN d b ON a.n = b.n AND a.driver_id <> b.driver_id;

-- set_operations_union_types
SELECT trip_id AS id, fare AS amount FROM trips UNION ALL SELECT order_no, total FROM shop_orders;

-- set_operations_except_all
SELECT sku FROM stock_moves EXCEPT ALL SELECT sku FROM order_lines;

-- subquery_in_grouped
SELECT trip_id FROM trips WHERE driver_id IN (SELECT driver_id FROM drivers GROUP BY driver_id HAVING AVG(rating) > 4);

-- subquery_correlated_scalar
SELECT d.name, (SELECT COUNT(*) FROM trips t WHERE t.driver_id = d.driver_id) AS n FROM drivers d;

-- subquery_not_exists_append
SELECT p.parcel FROM parcels p WHERE NOT EXISTS (SELECT 1 FROM routes r WHERE r.parcel = p.parcel AND r.promised > p.scanned);

-- subquery_any
SELECT trip_id FROM trips WHERE fare > ALL (SELECT total FROM shop_orders);

-- aggregate_nested_agg
SELECT state, COUNT(*) AS buyers, AVG(spent) AS avg_spent FROM (SELECT buyer_id, state, SUM(total) AS spent FROM shop_orders GROUP BY buyer_id, state) GROUP BY state;

-- aggregate_cdc_pk_group
SELECT order_no, MAX(total) AS t FROM shop_orders GROUP BY order_no;

-- aggregate_count_distinct_multi
SELECT campaign_id, COUNT(DISTINCT user_key) AS u, COUNT(DISTINCT creative) AS c, COUNT(*) AS n FROM ad_impressions GROUP BY campaign_id;

-- aggregate_user_defined
SELECT sym, weighted_average(CAST(px AS DOUBLE), sz) AS vwap FROM ticks GROUP BY sym;

-- aggregate_first_last
SELECT parcel, FIRST_VALUE(hub) AS origin, LAST_VALUE(hub) AS latest, COUNT(*) AS scans FROM parcels GROUP BY parcel;

-- aggregate_date_group
SELECT CAST(ended AS DATE) AS d, zone, SUM(fare) AS s FROM trips GROUP BY CAST(ended AS DATE), zone;

-- aggregate_listagg_distinct
SELECT hub, LISTAGG(DISTINCT step, ',') AS steps FROM parcels GROUP BY hub;

-- hints_lookup_and_ttl
SELECT /*+ STATE_TTL('a' = '1h', 'b' = '2h'), BROADCAST(b) */ a.trip_id, b.name FROM trips a JOIN drivers b ON a.driver_id = b.driver_id;

-- changelog_sources_distinct_upsert
SELECT DISTINCT segment FROM buyers;

-- changelog_sources_left_join_upsert_key
SELECT b.buyer_id, o.order_no, o.total FROM buyers b LEFT JOIN shop_orders o ON b.buyer_id = o.buyer_id;

-- changelog_sources_no_key_filter
SELECT entry_id, amount FROM ledger WHERE amount > 0;

-- changelog_sources_union_cdc
SELECT order_no AS id, total AS v FROM shop_orders UNION ALL SELECT account_id, arr FROM crm_accounts;

-- projection_nested_and_map
SELECT buyer_id, home.geo.lat AS lat, home.country, consents['email'] AS email_ok, phones[1] AS first_phone, CARDINALITY(phones) AS n FROM buyers;

-- projection_case_null
SELECT trip_id, CASE WHEN tip IS NULL THEN 0 ELSE tip END AS tip, NULLIF(fare, 0) AS f, COALESCE(surge, 1.0) AS s, IF(fare > 10, 'big', 'small') AS size_ FROM trips;

-- pipelines_late_parcels
SELECT r.to_hub, COUNT(*) AS late, AVG(TIMESTAMPDIFF(HOUR, r.promised, l.scanned)) AS avg_h FROM (SELECT parcel, scanned FROM (SELECT *, ROW_NUMBER()
  OVER (PARTITION BY parcel ORDER BY scanned DESC) rn FROM parcels WHERE step = 'DELIVERED') WHERE rn = 1) l JOIN routes r ON r.parcel = l.parcel
  WHERE l.scanned > r.promised GROUP BY r.to_hub;

-- pipelines_sessions_enriched
WITH s AS (SELECT player, window_start, window_end, window_time AS wt, COUNT(*) AS evs FROM TABLE(SESSION(TABLE game_events PARTITION BY player,
  DESCRIPTOR(ev_time), INTERVAL '15' MINUTE)) GROUP BY player, window_start, window_end, window_time),
e AS (SELECT s.*, PROCTIME() AS pt FROM s)
SELECT e.player, p.nick, p.region, e.evs, TIMESTAMPDIFF(SECOND, e.window_start, e.window_end) AS secs FROM e LEFT JOIN players FOR SYSTEM_TIME AS OF
  e.pt AS p ON e.player = p.player;

-- pipelines_arr_by_owner
SELECT owner, SUM(arr) AS arr, COUNT(DISTINCT account_id) AS accts FROM (SELECT k.owner, a.account_id, a.arr, ROW_NUMBER() OVER (PARTITION BY
  a.account_id ORDER BY k.score DESC) AS rn FROM contacts k JOIN crm_accounts a ON k.account_id = a.account_id) WHERE rn = 1 GROUP BY owner;

-- interval_syntax
SELECT trip_id FROM trips WHERE ended > CURRENT_TIMESTAMP - INTERVAL 1 HOUR;

-- hop_args_swapped
SELECT window_start FROM TABLE(HOP(TABLE ticks, DESCRIPTOR(ts), INTERVAL '1' HOUR, INTERVAL '7' MINUTE));

-- window_tumble_by_day_of_week
SELECT EXTRACT(DOW FROM window_start) AS dow, window_start, window_end, plant, COUNT(*) FILTER (WHERE val > 100) AS hot, MAX(val) - MIN(val) AS spread FROM TABLE(TUMBLE(TABLE meter_readings, DESCRIPTOR(read_at), INTERVAL '1' DAY)) WHERE kind = 'temp' GROUP BY window_start, window_end, plant;

-- window_tumble_first_last_ohlc
SELECT sym, window_start, window_end, FIRST_VALUE(px) AS o, MAX(px) AS h, MIN(px) AS l, LAST_VALUE(px) AS c, SUM(sz) AS v FROM TABLE(TUMBLE(TABLE
  ticks, DESCRIPTOR(ts), INTERVAL '1' MINUTE)) GROUP BY sym, window_start, window_end;

-- window_tumble_listagg
SELECT window_start, window_end, hub, LISTAGG(parcel) AS parcels, ARRAY_AGG(kg) AS kgs, COLLECT(step) AS steps FROM TABLE(TUMBLE(TABLE parcels,
  DESCRIPTOR(scanned), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, hub;

-- window_tumble_from_view_with_udf
SELECT window_start, window_end, AVG(r) AS risk FROM TABLE(TUMBLE((SELECT txn_time, risk_score(CAST(amt AS DOUBLE), ccy) AS r FROM card_txns),
  DESCRIPTOR(txn_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- window_tumble_join_after_agg
SELECT w.window_start, w.driver_id, w.take, d.name FROM (SELECT window_start, window_end, driver_id, SUM(fare) AS take FROM TABLE(TUMBLE(TABLE trips,
  DESCRIPTOR(ended), INTERVAL '1' HOUR)) GROUP BY window_start, window_end, driver_id) w JOIN drivers d ON w.driver_id = d.driver_id;

-- window_hop_max_of_row_field
SELECT driver_id, window_start, window_end, MIN(pos.lat) AS south, MAX(pos.lat) AS north, COUNT(*) AS pings FROM TABLE(HOP(TABLE driver_pings, DESCRIPTOR(ping_at), INTERVAL '30' SECOND, INTERVAL '5' MINUTE)) GROUP BY driver_id, window_start, window_end;

-- window_cumulate_topn
SELECT * FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY rev DESC) AS place FROM (SELECT campaign_id, window_start, window_end, SUM(worth) AS rev FROM TABLE(CUMULATE(TABLE conversions, DESCRIPTOR(conv_ts), INTERVAL '1' HOUR, INTERVAL '1' DAY)) GROUP BY campaign_id, window_start, window_end)) WHERE place <= 5;

-- window_session_avg_and_time
SELECT user_key, window_time, COUNT(*) AS clicks, MIN(clicked_ts) AS first_at, MAX(clicked_ts) AS last_at FROM TABLE(SESSION(TABLE ad_clicks PARTITION
  BY user_key, DESCRIPTOR(clicked_ts), INTERVAL '30' MINUTE)) GROUP BY user_key, window_start, window_end, window_time;

-- window_session_group_less_than_partition
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE ad_clicks PARTITION BY user_key, DESCRIPTOR(clicked_ts), INTERVAL '30'
  MINUTE)) GROUP BY window_start, window_end;

-- window_session_proc
SELECT host, window_start, window_end, COUNT(*) AS n FROM TABLE(SESSION(TABLE raw_logs PARTITION BY host, DESCRIPTOR(pt), INTERVAL '1' MINUTE)) GROUP
  BY host, window_start, window_end;

-- grouping_sets_plain_sets_with_filter
SELECT venue, sym, SUM(sz) FILTER (WHERE px > 10) AS v, GROUPING_ID(venue, sym) AS g FROM ticks GROUP BY GROUPING SETS ((venue), (sym), ()) HAVING SUM(sz) > 100;

-- grouping_sets_hop_cube
SELECT window_start, window_end, host, status, COUNT(*) AS n FROM TABLE(HOP(TABLE http_logs, DESCRIPTOR(`at`), INTERVAL '1' MINUTE, INTERVAL '5' MINUTE)) GROUP BY GROUPING SETS ((window_start, window_end, host, status), (window_start, window_end, host), (window_start, window_end));

-- window_join_different_sizes
SELECT a.campaign_id FROM (SELECT * FROM TABLE(TUMBLE(TABLE ad_impressions, DESCRIPTOR(shown_ts), INTERVAL '1' HOUR))) a JOIN (SELECT * FROM TABLE(TUMBLE(TABLE ad_clicks, DESCRIPTOR(clicked_ts), INTERVAL '2' HOUR))) b ON a.window_start = b.window_start AND a.window_end = b.window_end AND a.imp_id = b.imp_id;

-- window_join_previous_window
SELECT a.sym, a.v - b.v AS d FROM (SELECT sym, window_start, window_end, SUM(sz) AS v FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY sym, window_start, window_end) a JOIN (SELECT sym, window_start, window_end, SUM(sz) AS v FROM TABLE(TUMBLE(TABLE ticks, DESCRIPTOR(ts), INTERVAL '1' HOUR)) GROUP BY sym, window_start, window_end) b ON a.sym = b.sym AND a.window_start = b.window_end;

-- window_topn_with_offset_rank
SELECT window_start, window_end, sku, out_qty FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY out_qty DESC) rn FROM
  (SELECT window_start, window_end, sku, -SUM(delta) AS out_qty FROM TABLE(TUMBLE(TABLE stock_moves, DESCRIPTOR(moved_at), INTERVAL '1' DAY)) WHERE
  delta < 0 GROUP BY window_start, window_end, sku)) WHERE rn > 1 AND rn <= 5;

-- window_dedup_per_minute_last_then_agg
SELECT plant, window_start, window_end, AVG(val) AS v FROM (SELECT meter_id, plant, val, window_start, window_end FROM (SELECT *, ROW_NUMBER() OVER
  (PARTITION BY window_start, window_end, meter_id ORDER BY read_at DESC) AS rn FROM TABLE(TUMBLE(TABLE meter_readings, DESCRIPTOR(read_at), INTERVAL
  '1' MINUTE))) WHERE rn = 1) GROUP BY plant, window_start, window_end;

-- window_chained_regroup_same_window
WITH u AS (SELECT window_start, window_end, campaign_id, user_key, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE ad_clicks, DESCRIPTOR(clicked_ts), INTERVAL
  '1' HOUR)) GROUP BY window_start, window_end, campaign_id, user_key)
SELECT window_start, window_end, campaign_id, COUNT(*) AS users, AVG(n) AS per_user, SUM(CASE WHEN n > 10 THEN 1 ELSE 0 END) AS bots FROM u GROUP BY
  window_start, window_end, campaign_id;

-- window_chained_hop_of_interval_join
SELECT window_start, window_end, COUNT(*) AS n, SUM(worth) AS w FROM TABLE(HOP((SELECT c.user_key, v.conv_ts, v.worth FROM ad_clicks c JOIN conversions v ON c.user_key = v.user_key AND v.conv_ts BETWEEN c.clicked_ts AND c.clicked_ts + INTERVAL '1' DAY), DESCRIPTOR(conv_ts), INTERVAL '10' MINUTE, INTERVAL '1' HOUR)) GROUP BY window_start, window_end;

-- window_chained_dedup_proc_then_window
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT imp_id, shown_ts FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY imp_id ORDER
  BY pt) AS rn FROM ad_impressions) WHERE rn = 1), DESCRIPTOR(shown_ts), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- legacy_group_window_filter_having
SELECT SESSION_END(ended, INTERVAL '30' MINUTE) AS e, driver_id, SUM(fare) FILTER (WHERE surge > 1) AS surge_take, COUNT(*) AS n FROM trips GROUP BY SESSION(ended, INTERVAL '30' MINUTE), driver_id HAVING COUNT(*) > 2;

-- legacy_group_window_in_cte_join
WITH h AS (SELECT zone, HOP_ROWTIME(ended, INTERVAL '5' MINUTE, INTERVAL '1' HOUR) AS rt, COUNT(*) AS n FROM trips GROUP BY zone, HOP(ended, INTERVAL '5' MINUTE, INTERVAL '1' HOUR)) SELECT h.zone, h.rt, h.n, p.driver_id FROM h JOIN driver_pings p ON p.ping_at BETWEEN h.rt - INTERVAL '1' MINUTE AND h.rt;

-- over_window_distinct_over
SELECT card_no, COUNT(DISTINCT mcc) OVER (PARTITION BY card_no ORDER BY txn_time RANGE BETWEEN INTERVAL '1' DAY PRECEDING AND CURRENT ROW) AS mccs FROM card_txns;

-- over_window_z_score
SELECT meter_id, read_at, (val - AVG(val) OVER w) / NULLIF(STDDEV_POP(val) OVER w, 0) AS z FROM meter_readings WINDOW w AS (PARTITION BY meter_id
  ORDER BY read_at ROWS BETWEEN 59 PRECEDING AND CURRENT ROW);

-- over_window_proc_range
SELECT host, COUNT(*) OVER (PARTITION BY host ORDER BY pt RANGE BETWEEN INTERVAL '10' SECOND PRECEDING AND CURRENT ROW) AS burst FROM raw_logs;

-- over_window_lag_row_field
SELECT driver_id, ping_at, pos.lat - LAG(pos.lat) OVER (PARTITION BY driver_id ORDER BY ping_at) AS dlat FROM driver_pings;

-- over_window_chain_two_levels
SELECT sym, ts, AVG(d) OVER (PARTITION BY sym ORDER BY ts ROWS BETWEEN 4 PRECEDING AND CURRENT ROW) AS smooth FROM (SELECT sym, ts, px - LAG(px) OVER
  (PARTITION BY sym ORDER BY ts) AS d FROM ticks);

-- over_window_first_value_dim
SELECT txn_id, FIRST_VALUE(ccy) OVER (PARTITION BY acct ORDER BY txn_time) AS home_ccy, LAST_VALUE(mcc) OVER (PARTITION BY acct ORDER BY txn_time) AS m FROM card_txns;

-- over_window_by_changing_input
SELECT zone, n, SUM(n) OVER (ORDER BY zone) AS cum FROM (SELECT zone, COUNT(*) AS n FROM trips GROUP BY zone);

-- topn_by_two_orders
SELECT zone, driver_id, take FROM (SELECT zone, driver_id, take, trips_n, ROW_NUMBER() OVER (PARTITION BY zone ORDER BY take DESC, trips_n ASC) AS rk
  FROM (SELECT zone, driver_id, SUM(fare) AS take, COUNT(*) AS trips_n FROM trips GROUP BY zone, driver_id)) WHERE rk <= 3;

-- topn_computed_key_same_text
SELECT d, zone, n, rk FROM (SELECT CAST(ended AS DATE) AS d, zone, fare AS n, ROW_NUMBER() OVER (PARTITION BY CAST(ended AS DATE) ORDER BY fare DESC)
  AS rk FROM trips) WHERE rk <= 10;

-- topn_on_join
SELECT * FROM (SELECT b.segment, o.order_no, o.total, ROW_NUMBER() OVER (PARTITION BY b.segment ORDER BY o.total DESC) AS rn FROM shop_orders o JOIN
  buyers b ON o.buyer_id = b.buyer_id) WHERE rn <= 5;

-- topn_upsert_source
SELECT account_id, contact_id, score FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY score DESC) AS rn FROM contacts) WHERE rn <= 2;

-- topn_then_filter_and_agg
SELECT COUNT(*) AS n FROM (SELECT * FROM (SELECT sku, s, ROW_NUMBER() OVER (ORDER BY s) AS rn FROM (SELECT sku, SUM(delta) AS s FROM stock_moves GROUP
  BY sku)) WHERE rn <= 100) WHERE s < 0;

-- dedup_last_then_temporal
WITH lim AS (SELECT driver_id, speed, ping_at FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY driver_id ORDER BY ping_at DESC) AS rn FROM driver_pings) WHERE rn = 1)
SELECT t.trip_id, l.speed FROM trips t LEFT JOIN lim FOR SYSTEM_TIME AS OF t.ended AS l ON t.driver_id = l.driver_id;

-- dedup_order_by_non_time
SELECT * FROM (SELECT trip_id, driver_id, fare, ROW_NUMBER() OVER (PARTITION BY driver_id ORDER BY fare DESC) AS rn FROM trips) WHERE rn = 1;

-- join_regular_left_agg_having
SELECT d.fleet, COUNT(t.trip_id) AS trips_n, COALESCE(SUM(t.fare), 0) AS take FROM drivers d LEFT JOIN trips t ON t.driver_id = d.driver_id GROUP BY
  d.fleet HAVING COUNT(t.trip_id) = 0;

-- join_regular_join_on_pk_both
SELECT r.parcel, r.price, s.steps FROM routes r JOIN (SELECT parcel, COUNT(*) AS steps FROM parcels GROUP BY parcel) s ON r.parcel = s.parcel;

-- join_regular_left_pk_right_pk
SELECT o.order_no, o.state, r.name FROM shop_orders o LEFT JOIN drivers r ON r.driver_id = o.order_no;

-- join_regular_inner_on_and_where_const
SELECT c.email FROM contacts c JOIN crm_accounts a ON c.account_id = a.account_id WHERE a.account_id = 42;

-- join_regular_const_false_on
SELECT c.email, a.company FROM contacts c LEFT JOIN crm_accounts a ON FALSE;

-- join_regular_four_way_mixed
SELECT t.trip_id, d.name, b.full_name, a.company FROM trips t LEFT JOIN drivers d ON t.driver_id = d.driver_id LEFT JOIN buyers b ON b.buyer_id =
  t.rider_id LEFT JOIN contacts k ON k.contact_id = b.buyer_id LEFT JOIN crm_accounts a ON a.account_id = k.account_id;

-- join_regular_is_not_distinct
SELECT p.parcel FROM parcels p JOIN routes r ON p.parcel = r.parcel AND p.hub IS NOT DISTINCT FROM r.to_hub;

-- join_regular_full_using
SELECT order_no, sku, total FROM shop_orders FULL JOIN order_lines USING (order_no);

-- join_interval_left_where_right_not_null
SELECT i.imp_id, c.x FROM ad_impressions i LEFT JOIN ad_clicks c ON i.imp_id = c.imp_id AND c.clicked_ts BETWEEN i.shown_ts AND i.shown_ts + INTERVAL
  '5' MINUTE WHERE c.x IS NOT NULL;

-- join_interval_neg_timestampadd
SELECT t.trip_id, p.speed FROM trips t JOIN driver_pings p ON t.driver_id = p.driver_id AND p.ping_at >= TIMESTAMPADD(MINUTE, -5, t.ended) AND p.ping_at <= t.ended;

-- join_interval_no_equality
SELECT t.sym, q.sym AS qs FROM ticks t JOIN quotes q ON q.ts BETWEEN t.ts - INTERVAL '1' SECOND AND t.ts;

-- join_temporal_chain_with_lookup
SELECT t.txn_id, r.to_usd, p.nick FROM card_txns t LEFT JOIN ccy_rates FOR SYSTEM_TIME AS OF t.txn_time AS r ON t.ccy = r.ccy LEFT JOIN players FOR
  SYSTEM_TIME AS OF t.pt AS p ON p.player = t.acct;

-- join_temporal_filter_right
SELECT m.meter_id, m.val, l.high FROM meter_readings m JOIN meter_limits FOR SYSTEM_TIME AS OF m.read_at AS l ON m.meter_id = l.meter_id AND l.high >
  0 WHERE m.val > l.high;

-- join_temporal_then_dedup
SELECT * FROM (SELECT meter_id, val, high, ROW_NUMBER() OVER (PARTITION BY meter_id ORDER BY read_at DESC) AS rn FROM (SELECT m.meter_id, m.val,
  m.read_at, l.high FROM meter_readings m LEFT JOIN meter_limits FOR SYSTEM_TIME AS OF m.read_at AS l ON m.meter_id = l.meter_id)) WHERE rn = 1;

-- join_lookup_cdc_left
SELECT o.order_no, c.title FROM (SELECT l.order_no, l.line_no, l.sku, PROCTIME() AS p FROM order_lines l) o LEFT JOIN catalog_items FOR SYSTEM_TIME AS
  OF o.p AS c ON o.sku = c.sku;

-- join_lookup_agg_after
SELECT c.advertiser, COUNT(*) AS n, SUM(i.bid_micros) AS spend FROM ad_impressions i JOIN campaigns FOR SYSTEM_TIME AS OF i.pt AS c ON i.campaign_id =
  c.campaign_id WHERE c.active GROUP BY c.advertiser;

-- unnest_rows_filter
SELECT m.meter_id, s.v, s.at_ms FROM meter_readings m LEFT JOIN UNNEST(m.samples) AS s (at_ms, v) ON TRUE WHERE s.v > 3;

-- unnest_map_filter_agg
SELECT k, COUNT(*) FILTER (WHERE granted) AS yes_n, COUNT(*) AS n FROM buyers CROSS JOIN UNNEST(consents) AS c (k, granted) GROUP BY k;

-- lateral_table_udtf_filter
SELECT host, w FROM raw_logs, LATERAL TABLE(split_words(line)) AS t (w, len) WHERE len > 3 AND sev = 'ERROR';

-- match_recognize_optional_and_reluctant
SELECT * FROM driver_pings MATCH_RECOGNIZE (PARTITION BY driver_id ORDER BY ping_at MEASURES A.ping_at AS s, LAST(B.speed) AS sp, C.ping_at AS e AFTER
  MATCH SKIP TO LAST C PATTERN (A B*? C) DEFINE A AS A.speed > 50, B AS B.speed > 30, C AS C.speed < 10);

-- match_recognize_last_offset
SELECT * FROM ticks MATCH_RECOGNIZE (PARTITION BY sym ORDER BY ts MEASURES FIRST(U.px) AS f, LAST(U.px) AS l, CAST(COUNT(U.px) AS INT) AS n PATTERN
  (U{3,} D) DEFINE U AS LAST(U.px, 1) IS NULL OR U.px > LAST(U.px, 1), D AS D.px < LAST(U.px));

-- cte_five_levels_mixed
WITH a AS (SELECT card_no, amt, txn_time, mcc FROM card_txns WHERE ok IS NOT FALSE),
b AS (SELECT card_no, window_start AS ws, window_end AS we, window_time AS wt, SUM(amt) AS s, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE a,
  DESCRIPTOR(txn_time), INTERVAL '10' MINUTE)) GROUP BY card_no, window_start, window_end, window_time),
c AS (SELECT b.*, st.limit_amt FROM b LEFT JOIN card_status FOR SYSTEM_TIME AS OF b.wt AS st ON b.card_no = st.card_no),
d AS (SELECT *, SUM(s) OVER (PARTITION BY card_no ORDER BY wt RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW) AS hour_s FROM c)
SELECT card_no, ws, s, hour_s, hour_s > limit_amt AS breach FROM d WHERE n > 3;

-- cte_union_of_ctes
WITH x AS (SELECT driver_id AS id, 'trip' AS src, ended AS t FROM trips), y AS (SELECT driver_id, 'ping', ping_at FROM driver_pings), z AS (SELECT * FROM x UNION ALL SELECT * FROM y)
SELECT id, COUNT(*) OVER (PARTITION BY id ORDER BY t) AS n FROM z;

-- set_operations_intersect_all_append
SELECT imp_id FROM ad_impressions INTERSECT ALL SELECT imp_id FROM ad_clicks;

-- set_operations_union_agg_limit
SELECT k, n FROM (SELECT zone AS k, COUNT(*) AS n FROM trips GROUP BY zone UNION ALL SELECT hub, COUNT(*) FROM parcels GROUP BY hub) ORDER BY n DESC LIMIT 20;

-- set_operations_minus
SELECT parcel FROM parcels EXCEPT (SELECT parcel FROM routes WHERE price > 5);

-- subquery_in_cdc_with_where
SELECT order_no FROM shop_orders WHERE buyer_id IN (SELECT buyer_id FROM buyers WHERE segment = 'vip') AND state = 'OPEN';

-- subquery_exists_interval
SELECT i.imp_id FROM ad_impressions i WHERE EXISTS (SELECT 1 FROM ad_clicks c WHERE c.imp_id = i.imp_id AND c.clicked_ts BETWEEN i.shown_ts AND
  i.shown_ts + INTERVAL '1' MINUTE);

-- subquery_scalar_max_filter
SELECT * FROM (SELECT sym, MAX(px) AS m FROM ticks GROUP BY sym) WHERE m > (SELECT AVG(bid) FROM quotes);

-- subquery_not_in_nullable
SELECT trip_id FROM trips WHERE zone NOT IN (SELECT hub FROM parcels);

-- subquery_or_exists
SELECT parcel FROM parcels p WHERE step = 'LOST' OR EXISTS (SELECT 1 FROM routes r WHERE r.parcel = p.parcel AND r.price > 100);

-- aggregate_case_pivot
SELECT buyer_id, SUM(CASE state WHEN 'PAID' THEN total ELSE 0 END) AS paid, MAX(CASE WHEN state = 'OPEN' THEN order_no END) AS last_open, COUNT(CASE WHEN coupon IS NOT NULL THEN 1 END) AS coupons FROM shop_orders GROUP BY buyer_id;

-- aggregate_having_only_global
SELECT MAX(fare) AS m FROM trips HAVING COUNT(*) > 10;

-- aggregate_stddev_global
SELECT STDDEV_SAMP(px) AS sd, VAR_POP(px) AS vp, AVG(px) AS a FROM ticks;

-- aggregate_min_max_cdc_time
SELECT state, MIN(placed_at) AS first_at, MAX(changed_at) AS last_change FROM shop_orders GROUP BY state;

-- aggregate_json_objectagg_append
SELECT player, JSON_OBJECTAGG(KEY ev VALUE points NULL ON NULL) AS o, JSON_ARRAYAGG(ev ABSENT ON NULL) AS a FROM game_events WHERE ev IS NOT NULL GROUP BY player;

-- aggregate_group_by_const
SELECT 'all' AS k, COUNT(*) AS n FROM trips GROUP BY 'all';

-- aggregate_percentiles
SELECT path, PERCENTILE(latency, ARRAY[0.5, 0.95, 0.99]) AS p FROM http_logs GROUP BY path;

-- changelog_sources_upsert_group_by_pk
SELECT order_no, COUNT(*) AS n, SUM(qty) AS q FROM order_lines GROUP BY order_no;

-- changelog_sources_upsert_count
SELECT COUNT(*) AS n FROM buyers WHERE segment = 'vip';

-- changelog_sources_ledger_agg
SELECT acct, booked, SUM(amount) AS bal FROM ledger GROUP BY acct, booked;

-- changelog_sources_partial_key
SELECT order_no, sku FROM order_lines WHERE line_no = 1;

-- changelog_sources_full_key_const
SELECT sku, qty FROM order_lines WHERE line_no = 1 AND order_no = 7;

-- changelog_sources_ltz_cdc_filter_time
SELECT order_no, placed_at FROM shop_orders WHERE placed_at > TIMESTAMP '2024-05-01 00:00:00';

-- changelog_sources_dup_key_column
SELECT buyer_id AS a, buyer_id AS b, full_name FROM buyers;

-- hints_lookup_async
SELECT /*+ LOOKUP('table'='c', 'async'='true', 'output-mode'='allow_unordered', 'capacity'='100', 'timeout'='30s') */ i.imp_id, c.advertiser FROM ad_impressions i JOIN campaigns FOR SYSTEM_TIME AS OF i.pt AS c ON i.campaign_id = c.campaign_id;

-- projection_udf_and_json
SELECT mask_card(card_no) AS card, JSON_OBJECT(KEY 'amt' VALUE amt, KEY 'ccy' VALUE ccy) AS doc, JSON_STRING(ccy) AS js FROM card_txns;

-- projection_row_ctor
SELECT ROW(trip_id, zone) AS r, ARRAY[fare, tip] AS a, MAP['z', zone] AS m, (fare, tip) AS tup FROM trips;

-- pipelines_stock_alert
WITH levels AS (SELECT sku, warehouse, SUM(delta) AS on_hand FROM stock_moves GROUP BY sku, warehouse), named AS (SELECT l.*, i.title, i.category FROM
  levels l LEFT JOIN catalog_items i ON l.sku = i.sku)
SELECT category, COUNT(*) AS low_items, LISTAGG(title, ', ') AS titles FROM named WHERE on_hand < 10 GROUP BY category;

-- pipelines_best_driver_per_fleet
SELECT fleet, name, take FROM (SELECT d.fleet, d.name, t.take, ROW_NUMBER() OVER (PARTITION BY d.fleet ORDER BY t.take DESC) AS rn FROM (SELECT
  driver_id, SUM(fare + COALESCE(tip, 0)) AS take FROM trips GROUP BY driver_id) t JOIN drivers d ON d.driver_id = t.driver_id) WHERE rn = 1;

-- pipelines_funnel
SELECT i.campaign_id, COUNT(*) AS imps, COUNT(c.imp_id) AS clicks, COUNT(DISTINCT v.conv_id) AS convs FROM ad_impressions i LEFT JOIN ad_clicks c ON i.imp_id = c.imp_id AND c.clicked_ts BETWEEN i.shown_ts AND i.shown_ts + INTERVAL '1' HOUR LEFT JOIN conversions v ON v.user_key = c.user_key AND v.conv_ts BETWEEN c.clicked_ts AND c.clicked_ts + INTERVAL '1' DAY GROUP BY i.campaign_id;

-- percent_mod
SELECT trip_id % 2 FROM trips;

-- interval_join_agg_side
SELECT a.zone FROM (SELECT zone, MAX(ended) AS m FROM trips GROUP BY zone) a JOIN driver_pings p ON p.ping_at BETWEEN a.m - INTERVAL '1' HOUR AND a.m;

-- over_after_agg
SELECT zone, SUM(n) OVER (PARTITION BY zone ORDER BY e) FROM (SELECT zone, COUNT(*) AS n, MAX(ended) AS e FROM trips GROUP BY zone);
