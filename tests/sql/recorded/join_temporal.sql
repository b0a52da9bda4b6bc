-- {inner|left}_fx
SELECT p.payment_id, p.amount * f.rate AS amount_eur FROM payments p {|LEFT} JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency;

-- {all|rate_time|right_star}
SELECT {*|p.event_time, f.rate_time|f.*} FROM payments p LEFT JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency;

-- cdc_version_table
SELECT o.order_id, o.price, l.list_price, l.label FROM orders o JOIN price_list FOR SYSTEM_TIME AS OF o.order_time AS l ON o.product_id = l.product_id;

-- extra_condition
SELECT o.order_id FROM orders o JOIN price_list FOR SYSTEM_TIME AS OF o.order_time AS l ON o.product_id = l.product_id AND l.list_price > o.price;

-- filter_after
SELECT o.order_id FROM orders o LEFT JOIN price_list FOR SYSTEM_TIME AS OF o.order_time AS l ON o.product_id = l.product_id WHERE l.label IS NOT NULL;

-- versioned_by_dedup
WITH latest AS (SELECT symbol, price, rowtime FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY symbol ORDER BY rowtime DESC) AS rn FROM stock_ticks) WHERE rn = 1)
SELECT p.payment_id, t.price FROM payments p JOIN latest FOR SYSTEM_TIME AS OF p.event_time AS t ON p.status = t.symbol;

-- versioned_subquery: AS OF wants a name
SELECT p.payment_id, t.price FROM payments p JOIN (
  SELECT symbol, price, rowtime FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY symbol ORDER BY rowtime DESC) AS rn FROM stock_ticks) WHERE rn = 1
) FOR SYSTEM_TIME AS OF p.event_time AS t ON p.status = t.symbol;

-- then_{aggregated|windowed}
SELECT {country, SUM(amount * rate) AS s|window_start, SUM(amount * rate) AS s} FROM {|TABLE(TUMBLE(}(SELECT p.country, p.amount, f.rate, p.event_time FROM payments p JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency){ GROUP BY country|, DESCRIPTOR(event_time), INTERVAL '1' HOUR)) GROUP BY window_start, window_end};

-- two_temporal_joins
SELECT t.trade_id, f.rate, g.rate AS rate2 FROM trades t
LEFT JOIN fx_rates FOR SYSTEM_TIME AS OF t.traded_at AS f ON t.symbol = f.currency
LEFT JOIN fx_rates FOR SYSTEM_TIME AS OF t.traded_at AS g ON t.side = g.currency;

-- key_expression_on_the_left
SELECT p.payment_id, f.rate FROM payments p JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON UPPER(p.currency) = f.currency;

-- cast_key
SELECT t.trade_id, f.rate FROM trades t JOIN fx_rates FOR SYSTEM_TIME AS OF t.traded_at AS f ON CAST(t.symbol AS CHAR(3)) = f.currency;

-- rowtime_survives
SELECT p.event_time, f.rate FROM payments p JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency;

-- no_version_key: the right side has no primary key
SELECT p.payment_id FROM payments p JOIN stock_ticks FOR SYSTEM_TIME AS OF p.event_time AS s ON p.currency = s.symbol;

-- join_key_is_not_the_primary_key
SELECT o.order_id FROM orders o JOIN price_list FOR SYSTEM_TIME AS OF o.order_time AS l ON o.channel = l.label;

-- no_equality
SELECT o.order_id FROM orders o JOIN price_list FOR SYSTEM_TIME AS OF o.order_time AS l ON o.product_id > l.product_id;

-- right_side_without_watermark
SELECT p.payment_id FROM payments p JOIN accounts FOR SYSTEM_TIME AS OF p.event_time AS a ON p.card_id = a.account_id;

-- zoned_against_plain
SELECT o.order_id FROM orders o JOIN fx_rates FOR SYSTEM_TIME AS OF o.order_time AS f ON o.currency = f.currency;

-- lost_rowtime
SELECT p.payment_id FROM (SELECT payment_id, currency, event_time + INTERVAL '1' SECOND AS event_time FROM payments) p JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency;

-- {right|full}_temporal
SELECT p.payment_id FROM payments p {RIGHT|FULL} JOIN fx_rates FOR SYSTEM_TIME AS OF p.event_time AS f ON p.currency = f.currency;

-- proctime_on_a_versioned_table
SELECT p.payment_id FROM payments p JOIN fx_rates FOR SYSTEM_TIME AS OF p.proc_time AS f ON p.currency = f.currency;

-- wrong_{unknown_rate|unknown_table|text_time|unknown_time|number_time}
SELECT {f.quote|f.rate|f.rate|f.rate|f.rate} FROM payments p JOIN {fx_rates|fx_rate|fx_rates|fx_rates|fx_rates} FOR SYSTEM_TIME AS OF {p.event_time|p.event_time|p.status|p.paid_at|p.merchant_id} AS f ON p.currency = f.currency;

-- as_it_was_{at_a_time|at_a_computed_time|in_a_subquery|with_an_alias|at_a_date|at_a_column|at_now}: without a join the past of a table is asked for
SELECT 1 AS x FROM {payments FOR SYSTEM_TIME AS OF TIMESTAMP '2024-01-01 00:00:00'|payments FOR SYSTEM_TIME AS OF TIMESTAMP '2024-01-01 00:00:00' + INTERVAL '1' DAY|(SELECT * FROM fx_rates FOR SYSTEM_TIME AS OF TIMESTAMP '2024-01-01 00:00:00') AS t|merchants FOR SYSTEM_TIME AS OF TIMESTAMP '2024-01-01 00:00:00' AS m|payments FOR SYSTEM_TIME AS OF DATE '2024-01-01'|payments FOR SYSTEM_TIME AS OF event_time|payments FOR SYSTEM_TIME AS OF NOW()}
