-- kept_by_{projection|filter|alias|subquery|union|cte}
{SELECT event_time FROM payments|SELECT event_time FROM payments WHERE amount > 1|SELECT event_time AS et FROM payments|SELECT event_time FROM (SELECT event_time, fee FROM payments)|SELECT event_time FROM payments UNION ALL SELECT refunded_at FROM refunds|WITH t AS (SELECT * FROM payments) SELECT event_time FROM t};

-- lost_by_{arithmetic|cast|function|coalesce|case|aggregate|distinct|union_distinct|left_join|plain_union}
{SELECT event_time + INTERVAL '0' SECOND AS t FROM payments|SELECT CAST(event_time AS TIMESTAMP(6)) AS t FROM payments|SELECT FLOOR(event_time TO HOUR) AS t FROM payments|SELECT COALESCE(event_time, event_time) AS t FROM payments|SELECT CASE WHEN fee > 1 THEN event_time END AS t FROM payments|SELECT MAX(event_time) AS t FROM payments|SELECT DISTINCT event_time AS t FROM payments|SELECT event_time AS t FROM payments UNION SELECT refunded_at FROM refunds|SELECT p.event_time AS t FROM payments p LEFT JOIN refunds r ON p.payment_id = r.payment_id|SELECT event_time AS t FROM payments UNION ALL SELECT updated_at FROM customers};

-- proctime_{column|function|union|aggregate|arithmetic|group}
{SELECT proc_time FROM payments|SELECT PROCTIME() AS pt, fee FROM payments|SELECT proc_time FROM payments UNION ALL SELECT proc_time FROM orders|SELECT MAX(proc_time) AS t FROM payments|SELECT proc_time + INTERVAL '1' SECOND AS t FROM payments|SELECT proc_time, COUNT(*) AS n FROM payments GROUP BY proc_time};

-- used_after_losing_{window|over|interval_join|temporal_join|sort}
{SELECT COUNT(*) FROM TABLE(TUMBLE((SELECT MAX(event_time) AS t FROM payments GROUP BY card_id), DESCRIPTOR(t), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end|SELECT COUNT(*) OVER (ORDER BY t) AS n FROM (SELECT event_time + INTERVAL '1' SECOND AS t FROM payments)|SELECT p.payment_id FROM (SELECT payment_id, FLOOR(event_time TO DAY) AS d FROM payments) p JOIN refunds r ON p.payment_id = r.payment_id AND r.refunded_at BETWEEN p.d AND p.d + INTERVAL '1' DAY|SELECT p.fee FROM (SELECT fee, currency, CAST(event_time AS TIMESTAMP(3)) AS t FROM payments) p JOIN fx_rates FOR SYSTEM_TIME AS OF p.t AS f ON p.currency = f.currency|SELECT t FROM (SELECT event_time + INTERVAL '1' SECOND AS t FROM payments) ORDER BY t};

-- of_{cdc|computed|zoned|upsert}
SELECT {valid_from|event_time|order_time|rate_time} FROM {price_list|events|orders|fx_rates};

-- two_rowtimes: only one may leave a query
SELECT p.event_time, r.refunded_at FROM payments p JOIN refunds r ON p.payment_id = r.payment_id AND r.refunded_at BETWEEN p.event_time AND p.event_time + INTERVAL '1' DAY;

-- current_watermark
SELECT CURRENT_WATERMARK(event_time) AS w FROM payments;

-- source_watermark_function
SELECT PROCTIME() = proc_time AS same FROM payments;

-- wrong_{watermark_of_plain|watermark_of_text|proctime_argument|unknown}
SELECT {CURRENT_WATERMARK(viewed_at)|CURRENT_WATERMARK(page)|PROCTIME(1)|rowtime} AS w FROM page_views;

-- part_of_a_date_added_{comes_out|shifted|cast|grouped|counted|formatted|replaced|united}: NULL though its type says NOT NULL
{SELECT x FROM (SELECT TIMESTAMPADD(DOY, 1, r_timestamp) AS x FROM all_required)|SELECT TIMESTAMPADD(EPOCH, 1, r_timestamp) + INTERVAL '1' DAY AS x FROM all_required|SELECT CAST(TIMESTAMPADD(DOW, 1, r_date) AS STRING) AS x FROM all_required|SELECT x, COUNT(*) AS n FROM (SELECT TIMESTAMPADD(DOY, 1, r_timestamp) AS x FROM all_required) GROUP BY x|SELECT COLLECT(x) AS c FROM (SELECT TIMESTAMPADD(ISODOW, r_int, r_timestamp) AS x FROM all_required)|SELECT DATE_FORMAT(TIMESTAMPADD(DOY, 1, r_timestamp), 'yyyy') AS x FROM all_required|SELECT COALESCE(TIMESTAMPADD(DOY, 1, r_timestamp), r_timestamp) AS x FROM all_required|SELECT TIMESTAMPADD(DOY, 1, r_timestamp) AS x FROM all_required UNION ALL SELECT r_timestamp FROM all_required};


-- through_{case|case_of_seconds|case_of_micros|case_after_a_timestamp|case_else_null|if|nullif|coalesce|coalesce_of_seconds|coalesce_of_micros|greatest|greatest_of_zoned|least_after_a_timestamp}: the first value gives the type, unless another precision makes one of its own
SELECT {CASE WHEN attempts > 1 THEN event_time ELSE CAST(status AS TIMESTAMP(3)) END|CASE WHEN attempts > 1 THEN event_time ELSE CAST(status AS TIMESTAMP(0)) END|CASE WHEN attempts > 1 THEN event_time ELSE CAST(status AS TIMESTAMP(6)) END|CASE WHEN attempts > 1 THEN CAST(status AS TIMESTAMP(3)) ELSE event_time END|CASE WHEN attempts > 1 THEN NULL ELSE event_time END|IF(attempts > 1, event_time, CAST(status AS TIMESTAMP(6)))|NULLIF(event_time, CAST(status AS TIMESTAMP(6)))|COALESCE(event_time, CAST(status AS TIMESTAMP(3)))|COALESCE(event_time, CAST(status AS TIMESTAMP(0)))|COALESCE(event_time, CAST(status AS TIMESTAMP(6)))|GREATEST(event_time, CAST(status AS TIMESTAMP(3)))|GREATEST(event_time, CAST(status AS TIMESTAMP_LTZ(3)))|LEAST(CAST(status AS TIMESTAMP(3)), event_time)} AS t FROM payments;

-- clock_in_{coalesce_first|coalesce_behind_nullable|coalesce_behind_required|coalesce_behind_micros|ifnull|ifnull_micros|case|greatest}
SELECT {COALESCE(proc_time, order_time)|COALESCE(order_time, proc_time)|COALESCE(TIMESTAMP '2024-01-01 00:00:00', proc_time)|COALESCE(CAST(order_time AS TIMESTAMP_LTZ(6)), proc_time)|IFNULL(order_time, proc_time)|IFNULL(CAST(order_time AS TIMESTAMP_LTZ(6)), proc_time)|CASE WHEN quantity > 1 THEN proc_time ELSE order_time END|GREATEST(proc_time, order_time)} AS t FROM orders;
