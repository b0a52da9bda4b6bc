-- fraud_velocity: cards with many payments in several countries within the hour
SELECT card_id, window_start, window_end, COUNT(*) AS payments, COUNT(DISTINCT country) AS countries, SUM(amount) AS total
FROM TABLE(HOP(TABLE payments, DESCRIPTOR(event_time), INTERVAL '5' MINUTE, INTERVAL '1' HOUR))
WHERE status <> 'DECLINED'
GROUP BY card_id, window_start, window_end
HAVING COUNT(*) > 10 AND COUNT(DISTINCT country) > 1;

-- converted_revenue: amounts in euros by the rate of their time, with the merchant's category
SELECT p.payment_id, p.event_time, CAST(p.amount * COALESCE(f.rate, 1) AS DECIMAL(18, 2)) AS amount_eur, m.category,
       CASE WHEN m.risk > 0.8 THEN 'high' WHEN m.risk > 0.4 THEN 'medium' ELSE 'low' END AS risk_band
FROM payments AS p
LEFT JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency
LEFT JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id
WHERE p.status IN ('OK', 'SETTLED');

-- customer_360: one row a customer from three updating sides
SELECT c.id, c.name, c.tier, a.accounts, o.orders, o.spent, COALESCE(o.spent, 0) / NULLIF(o.orders, 0) AS mean_basket
FROM customers c
LEFT JOIN (SELECT customer_id, COUNT(*) AS accounts FROM accounts GROUP BY customer_id) a ON c.id = a.customer_id
LEFT JOIN (SELECT customer_id, COUNT(*) AS orders, SUM(price * quantity) AS spent FROM orders GROUP BY customer_id) o ON c.id = o.customer_id;

-- order_to_delivery: how long each leg took
SELECT o.order_id, o.channel, s.carrier, TIMESTAMPDIFF(MINUTE, o.order_time, s.shipped_at) AS to_ship, TIMESTAMPDIFF(HOUR, s.shipped_at, d.delivered_at) AS to_deliver
FROM orders o
JOIN shipments s ON o.order_id = s.order_id AND s.shipped_at BETWEEN o.order_time AND o.order_time + INTERVAL '3' DAY
LEFT JOIN deliveries d ON s.order_id = d.order_id AND d.delivered_at BETWEEN s.shipped_at AND s.shipped_at + INTERVAL '10' DAY;

-- sessions_with_entry_and_exit
SELECT user_id, window_start, window_end, COUNT(*) AS pages, MIN(click_time) AS first_click, MAX(duration_ms) AS longest,
       TIMESTAMPDIFF(SECOND, window_start, window_end) AS seconds
FROM TABLE(SESSION(TABLE clicks PARTITION BY user_id, DESCRIPTOR(click_time), INTERVAL '30' MINUTES))
GROUP BY user_id, window_start, window_end;

-- trending_tags: the three commonest tags of ten minutes
SELECT window_start, tag, n, rank_in_window FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY n DESC, tag ASC) AS rank_in_window FROM (
    SELECT window_start, window_end, tag, COUNT(*) AS n FROM TABLE(TUMBLE((
      SELECT click_time, tag FROM clicks CROSS JOIN UNNEST(tags) AS t (tag) WHERE tag IS NOT NULL), DESCRIPTOR(click_time), INTERVAL '10' MINUTES))
    GROUP BY window_start, window_end, tag))
WHERE rank_in_window <= 3;

-- click_through_rate
SELECT i.window_start, i.window_end, i.shown, COALESCE(c.clicked, 0) AS clicked, CAST(COALESCE(c.clicked, 0) AS DOUBLE) / i.shown AS rate
FROM (SELECT window_start, window_end, COUNT(*) AS shown FROM TABLE(TUMBLE(TABLE impressions, DESCRIPTOR(shown_at), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end) i
LEFT JOIN (SELECT window_start, window_end, COUNT(*) AS clicked FROM TABLE(TUMBLE(TABLE clicks, DESCRIPTOR(click_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end) c
ON i.window_start = c.window_start AND i.window_end = c.window_end;

-- latest_payment_per_card_with_customer
SELECT l.card_id, l.amount, l.event_time, c.name, c.address.city
FROM (SELECT card_id, customer_id, amount, event_time FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY event_time DESC) AS rn FROM payments) WHERE rn = 1) l
JOIN customers c ON l.customer_id = c.id;

-- refund_ratio_per_merchant
SELECT p.merchant_id, COUNT(*) AS payments, COUNT(r.refund_id) AS refunds, SUM(COALESCE(r.refund_amount, 0)) AS refunded, CAST(COUNT(r.refund_id) AS DOUBLE) / COUNT(*) AS ratio
FROM payments p LEFT JOIN refunds r ON p.payment_id = r.payment_id GROUP BY p.merchant_id HAVING COUNT(*) > 100;

-- payments_never_refunded
SELECT p.payment_id, p.amount FROM payments p WHERE NOT EXISTS (SELECT 1 FROM refunds r WHERE r.payment_id = p.payment_id) AND p.amount > (SELECT AVG(amount) FROM payments);

-- sensor_anomalies: against the device's own last hour
SELECT device_id, measured_at, reading, hour_mean, hour_deviation FROM (
  SELECT device_id, measured_at, reading,
    AVG(reading) OVER last_hour AS hour_mean, STDDEV_POP(reading) OVER last_hour AS hour_deviation
  FROM sensors WHERE calibrated AND quality >= 3
  WINDOW last_hour AS (PARTITION BY device_id ORDER BY measured_at RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW))
WHERE ABS(reading - hour_mean) > 3 * hour_deviation;

-- alarm_with_last_readings
SELECT a.alarm_id, a.severity, s.reading, s.measured_at FROM alarms a
JOIN sensors s ON a.device_id = s.device_id AND s.measured_at BETWEEN a.raised_at - INTERVAL '5' MINUTE AND a.raised_at;

-- overheating: three rising readings in a row
SELECT * FROM sensors MATCH_RECOGNIZE (
  PARTITION BY device_id ORDER BY measured_at
  MEASURES A.measured_at AS since, C.measured_at AS until, C.reading - A.reading AS rise
  ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW
  PATTERN (A B C) WITHIN INTERVAL '10' MINUTE
  DEFINE A AS A.reading > 70, B AS B.reading > A.reading, C AS C.reading > B.reading) AS hot;

-- candles: open, high, low, close
SELECT symbol, window_start, window_end, MIN(price) AS low, MAX(price) AS high, SUM(volume) AS volume, SUM(price * volume) / SUM(volume) AS vwap
FROM TABLE(TUMBLE(TABLE stock_ticks, DESCRIPTOR(rowtime), INTERVAL '1' MINUTE)) GROUP BY symbol, window_start, window_end;

-- hourly_candles_of_minutes
WITH minutes AS (
  SELECT symbol, window_time AS minute_time, MIN(price) AS low, MAX(price) AS high, SUM(volume) AS volume
  FROM TABLE(TUMBLE(TABLE stock_ticks, DESCRIPTOR(rowtime), INTERVAL '1' MINUTE)) GROUP BY symbol, window_start, window_end, window_time)
SELECT symbol, window_start, MIN(low) AS low, MAX(high) AS high, SUM(volume) AS volume
FROM TABLE(TUMBLE(TABLE minutes, DESCRIPTOR(minute_time), INTERVAL '1' HOUR)) GROUP BY symbol, window_start, window_end;

-- trades_priced_by_the_last_tick
WITH prices AS (SELECT symbol, price, rowtime FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY symbol ORDER BY rowtime DESC) AS rn FROM stock_ticks) WHERE rn = 1)
SELECT t.trade_id, t.symbol, t.qty * p.price AS market_value, t.limit_price - p.price AS distance
FROM trades t JOIN prices FOR SYSTEM_TIME AS OF t.traded_at AS p ON t.symbol = p.symbol;

-- stock_alerts: what is nearly sold out, against open orders
SELECT i.warehouse, i.sku, i.on_hand - i.reserved AS free, o.wanted
FROM inventory i JOIN (SELECT CAST(product_id AS STRING) AS sku, SUM(quantity) AS wanted FROM orders GROUP BY product_id) o ON i.sku = o.sku
WHERE i.on_hand - i.reserved < o.wanted;

-- basket_lines: nested rows made flat, with their worth
SELECT b.basket_id, b.owner.id AS owner_id, b.owner.contact.email, i.sku, i.qty, i.price, i.qty * i.price AS worth, b.at
FROM baskets b CROSS JOIN UNNEST(b.items) AS i (sku, qty, price) WHERE i.qty > 0;

-- basket_worth_per_hour
SELECT window_start, window_end, SUM(worth) AS worth, COUNT(DISTINCT basket_id) AS baskets FROM TABLE(TUMBLE((
  SELECT b.basket_id, i.qty * i.price AS worth, b.at FROM baskets b CROSS JOIN UNNEST(b.items) AS i (sku, qty, price)), DESCRIPTOR(at), INTERVAL '1' HOUR))
GROUP BY window_start, window_end;

-- parsed_events: JSON bodies made columns, bad ones kept apart
SELECT id, type, event_time, JSON_VALUE(body, '$.user.id' RETURNING INT NULL ON ERROR) AS user_id, CAST(JSON_VALUE(body, '$.amount') AS DECIMAL(12, 2)) AS amount,
       JSON_QUERY(body, '$.items' WITH WRAPPER) AS items, body IS JSON OBJECT AS well_formed, CAST(headers['trace-id'] AS STRING) AS trace_id
FROM events WHERE type LIKE 'order.%';

-- log_errors_per_host_and_day
SELECT host, TO_DATE(logged_on) AS log_day, COUNT(*) FILTER (WHERE level = 'ERROR') AS errors, COUNT(*) FILTER (WHERE level = 'WARN') AS warnings,
       LISTAGG(DISTINCT REGEXP_EXTRACT(message, '([A-Z]+-[0-9]+)', 1)) AS codes
FROM log_lines GROUP BY host, TO_DATE(logged_on);

-- funnel: who looked, clicked and ordered
SELECT v.user_id, COUNT(DISTINCT v.page) AS pages, COUNT(DISTINCT c.url) AS urls, COUNT(DISTINCT o.order_id) AS orders
FROM page_views v LEFT JOIN clicks c ON v.user_id = c.user_id LEFT JOIN orders o ON v.user_id = o.customer_id GROUP BY v.user_id;

-- union_of_money_movements
SELECT 'payment' AS kind, payment_id AS id, amount, event_time AS at_time FROM payments
UNION ALL SELECT 'refund', refund_id, -refund_amount, refunded_at FROM refunds
UNION ALL SELECT 'trade', CAST(trade_id AS STRING), limit_price * qty, traded_at FROM trades;

-- running_balance_of_movements
SELECT id, at_time, SUM(amount) OVER (PARTITION BY kind ORDER BY at_time ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW) AS balance FROM (
  SELECT 'payment' AS kind, payment_id AS id, amount, event_time AS at_time FROM payments
  UNION ALL SELECT 'refund', refund_id, -refund_amount, refunded_at FROM refunds);

-- price_changes: only rows that differ from the one before
SELECT symbol, rowtime, price, previous FROM (
  SELECT symbol, rowtime, price, LAG(price) OVER (PARTITION BY symbol ORDER BY rowtime) AS previous FROM stock_ticks)
WHERE previous IS NULL OR price <> previous;

-- heavy_users_by_percentile
SELECT tier, PERCENTILE(balance, 0.9) AS p90, AVG(balance) AS mean, COUNT(*) AS customers FROM customers WHERE balance IS NOT NULL GROUP BY tier;

-- top_customers_per_country
SELECT country, name, spent FROM (
  SELECT c.country, c.name, o.spent, ROW_NUMBER() OVER (PARTITION BY c.country ORDER BY o.spent DESC) AS position_in_country
  FROM customers c JOIN (SELECT customer_id, SUM(price * quantity) AS spent FROM orders GROUP BY customer_id) o ON c.id = o.customer_id)
WHERE position_in_country <= 5;

-- daily_report_with_totals
SELECT DATE_FORMAT(event_time, 'yyyy-MM-dd') AS pay_day, country, currency, COUNT(*) AS n, SUM(amount) AS total, GROUPING_ID(country, currency) AS level
FROM payments GROUP BY DATE_FORMAT(event_time, 'yyyy-MM-dd'), ROLLUP (country, currency);

-- late_authorizations
SELECT p.payment_id, a.score FROM payments p JOIN authorizations a ON p.payment_id = a.payment_id
WHERE a.approved IS NOT TRUE AND CAST(a.auth_time AS TIMESTAMP(3)) > p.event_time + INTERVAL '10' MINUTE;

-- masked_export
SELECT payment_id, mask_card(card_id) AS card, SHA256(COALESCE(card_id, '')) AS card_hash, UPPER(TRIM(country)) AS country, risk_score(fee, country) AS risk FROM payments;

-- audit_by_actor
SELECT actor, LAST_VALUE(entry) AS last_entry, SUM(amount) AS total, MAX(happened) AS last_time FROM audit_log GROUP BY actor;

-- weighted_scores
SELECT country, weighted_average(fee, customer_id) AS w, SUM(fee * customer_id) / SUM(customer_id) AS by_hand FROM payments GROUP BY country;

-- words_per_minute
SELECT window_start, word, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT c.click_time, w.word FROM clicks c, LATERAL TABLE(split_words(c.url)) AS w), DESCRIPTOR(click_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, word;

-- wrong_{late_alias|window_of_join|group_by_position|star_with_aggregate|join_types|union_sizes|sort_of_all|lookup_without_time}
{SELECT price * quantity AS worth, worth * 2 AS twice FROM orders|SELECT window_start, COUNT(*) FROM TABLE(TUMBLE((SELECT o.order_time AS t FROM orders o JOIN shipments s ON o.order_id = s.order_id), DESCRIPTOR(t), INTERVAL '1' HOUR)) GROUP BY window_start, window_end|SELECT country, SUM(amount) FROM payments GROUP BY 1|SELECT *, COUNT(*) FROM payments|SELECT o.order_id FROM orders o JOIN shipments s ON o.order_time = s.carrier AND o.tags = s.cost|SELECT payment_id, amount, country FROM payments UNION ALL SELECT refund_id, refund_amount FROM refunds|SELECT payment_id, amount FROM payments ORDER BY amount DESC|SELECT p.payment_id, m.category FROM payments p JOIN merchants FOR SYSTEM_TIME AS OF p.amount AS m ON p.merchant_id = m.merchant_id};
