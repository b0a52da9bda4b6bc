-- {first|last}_by_rowtime
SELECT payment_id, amount, event_time FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY payment_id ORDER BY event_time {ASC|DESC}) AS rn FROM payments) WHERE rn = 1;

-- {first|last}_by_proctime
SELECT order_id, price FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY proc_time {ASC|DESC}) AS rn FROM orders) WHERE rn = 1;

-- {first|last}_two_keys
SELECT * FROM (SELECT card_id, country, amount, ROW_NUMBER() OVER (PARTITION BY card_id, country ORDER BY event_time {ASC|DESC}) AS rn FROM payments) WHERE rn = 1;

-- {star_with_rank|less_or_equal|less_than_two|reversed}
SELECT * FROM (SELECT payment_id, ROW_NUMBER() OVER (PARTITION BY payment_id ORDER BY event_time) AS rn FROM payments) WHERE {rn = 1|rn <= 1|rn < 2|1 = rn};

-- key_dropped
SELECT amount FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY payment_id ORDER BY event_time DESC) AS rn FROM payments) WHERE rn = 1;

-- zoned_time
SELECT order_id, order_time FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY order_id ORDER BY order_time DESC) AS rn FROM orders) WHERE rn = 1;

-- by_a_plain_column: a Top-1
SELECT page, user_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY page ORDER BY viewed_at DESC) AS rn FROM page_views) WHERE rn = 1;

-- by_{rank|dense_rank}
SELECT payment_id FROM (SELECT *, {RANK|DENSE_RANK}() OVER (PARTITION BY payment_id ORDER BY event_time) AS rn FROM payments) WHERE rn = 1;

-- of_cdc_by_a_{rowtime|plain_timestamp}
SELECT label, list_price FROM (SELECT {label, list_price|name AS label, balance AS list_price}, ROW_NUMBER() OVER (PARTITION BY {label ORDER BY valid_from|country ORDER BY updated_at} DESC) AS rn FROM {price_list|customers}) WHERE rn = 1;

-- then_{joined|aggregated}
SELECT {d.payment_id, r.reason|country, COUNT(*) AS n} FROM (SELECT payment_id, country FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY payment_id ORDER BY event_time DESC) AS rn FROM payments) WHERE rn = 1) d{ JOIN refunds r ON d.payment_id = r.payment_id| GROUP BY country};

-- two_time_orders
SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY payment_id ORDER BY event_time, proc_time) AS rn FROM payments) WHERE rn = 1;

-- in_a_cte
WITH latest AS (SELECT *, ROW_NUMBER() OVER (PARTITION BY symbol ORDER BY rowtime DESC) AS rn FROM stock_ticks) SELECT symbol, price FROM latest WHERE rn = 1;

-- select_distinct_{column|row|star}
SELECT DISTINCT {country|country, currency|*} FROM {payments|payments|page_views};

-- key_expression
SELECT * FROM (SELECT id, ROW_NUMBER() OVER (PARTITION BY LOWER(id) ORDER BY event_time DESC) AS rn FROM events) WHERE rn = 1;

-- wrong_{key|order|rank_text|qualify}
SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY {paymentid|payment_id|payment_id|payment_id} ORDER BY {event_time|evt|event_time|event_time}) AS rn FROM payments) {WHERE rn = 1|WHERE rn = 1|WHERE rn = 'first'|WHERE rank = 1};
