-- {inner|left|right|full}
SELECT p.payment_id, r.reason, p.event_time FROM payments p {|LEFT|RIGHT|FULL OUTER} JOIN refunds r
ON p.payment_id = r.payment_id AND r.refunded_at BETWEEN p.event_time AND p.event_time + INTERVAL '1' DAY;

-- where_form
SELECT o.order_id, s.carrier FROM orders o, shipments s WHERE o.order_id = s.order_id AND s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '4' HOUR;

-- {two_sided|upper_first|minutes|strict}
SELECT o.order_id, s.shipped_at FROM orders o JOIN shipments s ON o.order_id = s.order_id AND {o.order_time BETWEEN s.shipped_at - INTERVAL '4' HOUR AND s.shipped_at|s.shipped_at <= o.order_time + INTERVAL '4' HOUR AND s.shipped_at >= o.order_time|s.shipped_at >= o.order_time - INTERVAL '10' MINUTE AND s.shipped_at <= o.order_time + INTERVAL '10' MINUTE|s.shipped_at > o.order_time AND s.shipped_at < o.order_time + INTERVAL '1' HOUR};

-- processing_time
SELECT o.order_id, p.payment_id FROM orders o JOIN payments p ON o.customer_id = p.customer_id AND o.proc_time BETWEEN p.proc_time - INTERVAL '5' MINUTE AND p.proc_time + INTERVAL '5' MINUTE;

-- equal_times
SELECT o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id AND o.order_time = s.shipped_at;

-- no_key
SELECT o.order_id, s.shipment_id FROM orders o JOIN shipments s ON s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '1' HOUR;

-- residual
SELECT o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id AND s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '1' HOUR AND s.weight_kg > o.quantity;

-- both_times_kept
SELECT o.order_time, s.shipped_at, o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id AND s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '1' HOUR;

-- star
SELECT * FROM (SELECT order_id, order_time FROM orders) o JOIN (SELECT order_id, shipped_at FROM shipments) s ON o.order_id = s.order_id AND s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '1' HOUR;

-- three_streams
SELECT o.order_id, s.carrier, d.signed_by FROM orders o
JOIN shipments s ON o.order_id = s.order_id AND s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '1' DAY
JOIN deliveries d ON s.order_id = d.order_id AND d.delivered_at BETWEEN s.shipped_at AND s.shipped_at + INTERVAL '7' DAY;

-- exists
SELECT o.order_id FROM orders o WHERE EXISTS (SELECT * FROM shipments s WHERE s.order_id = o.order_id AND s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '1' HOUR);

-- aggregated_after
SELECT carrier, COUNT(*) AS n FROM (SELECT s.carrier FROM orders o JOIN shipments s ON o.order_id = s.order_id AND s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '1' HOUR) GROUP BY carrier;

-- one_sided_bound: an ordinary join over rowtimes
SELECT o.order_id, s.carrier FROM orders o JOIN shipments s ON o.order_id = s.order_id AND s.shipped_at >= o.order_time;

-- month_interval
SELECT o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id AND s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '1' MONTH;

-- plain_timestamps: a regular join
SELECT o.order_id FROM orders o JOIN page_views v ON o.customer_id = v.user_id AND v.viewed_at BETWEEN o.ts AND o.ts + INTERVAL '1' HOUR;

-- mixed_zoned_and_plain
SELECT o.order_id FROM orders o JOIN payments p ON o.customer_id = p.customer_id AND p.event_time BETWEEN o.order_time AND o.order_time + INTERVAL '1' HOUR;

-- rowtime_with_proctime
SELECT o.order_id FROM orders o JOIN payments p ON o.customer_id = p.customer_id AND o.order_time BETWEEN p.proc_time - INTERVAL '1' HOUR AND p.proc_time;

-- cdc_side
SELECT o.order_id FROM orders o JOIN price_list l ON o.product_id = l.product_id AND o.order_time BETWEEN l.valid_from AND l.valid_from + INTERVAL '1' HOUR;

-- wrong_{unknown_time|number_bound|text_bound|unknown_unit}
SELECT o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id AND s.{shipped|shipped_at|shipped_at|shipped_at} BETWEEN o.order_time AND o.order_time + {INTERVAL '1' HOUR|3600|'1 hour'|INTERVAL '1' HOURZ};

-- bounds_of_timestampadd_{hours|minutes_before|months}
SELECT o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id
AND s.shipped_at BETWEEN {o.order_time AND TIMESTAMPADD(HOUR, 1, o.order_time)|TIMESTAMPADD(MINUTE, -5, o.order_time) AND o.order_time|o.order_time AND TIMESTAMPADD(MONTH, 1, o.order_time)};

-- on_a_null: nothing meets, and nothing is kept
SELECT o.order_id, s.carrier FROM (SELECT *, CAST(NULL AS BIGINT) AS n FROM orders) AS o JOIN shipments AS s ON o.n = s.order_id AND s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '1' DAY
