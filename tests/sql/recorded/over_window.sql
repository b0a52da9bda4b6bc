-- running_{sum|avg|count|min|max}
SELECT payment_id, {SUM|AVG|COUNT|MIN|MAX}(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments;

-- rows_{10|unbounded|0}
SELECT card_id, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time ROWS BETWEEN {10|UNBOUNDED|0} PRECEDING AND CURRENT ROW) AS s FROM payments;

-- range_{minute|hour|day|unbounded}
SELECT card_id, COUNT(*) OVER (PARTITION BY card_id ORDER BY event_time RANGE BETWEEN {INTERVAL '1' MINUTE|INTERVAL '2' HOUR|INTERVAL '1' DAY|UNBOUNDED} PRECEDING AND CURRENT ROW) AS n FROM payments;

-- short_frame
SELECT card_id, SUM(fee) OVER (PARTITION BY card_id ORDER BY event_time ROWS 5 PRECEDING) AS s FROM payments;

-- not_partitioned
SELECT SUM(amount) OVER (ORDER BY event_time) AS s FROM payments;

-- processing_time
SELECT order_id, SUM(price) OVER (PARTITION BY customer_id ORDER BY proc_time ROWS BETWEEN 3 PRECEDING AND CURRENT ROW) AS s FROM orders;

-- zoned_time_two_keys
SELECT order_id, AVG(price) OVER (PARTITION BY customer_id, channel ORDER BY order_time) AS mean FROM orders;

-- named_window
SELECT payment_id, SUM(amount) OVER w AS total, COUNT(*) OVER w AS n, MAX(fee) OVER w FROM payments
WINDOW w AS (PARTITION BY card_id ORDER BY event_time ROWS BETWEEN 10 PRECEDING AND CURRENT ROW);

-- two_named_windows_of_one_order
SELECT payment_id, SUM(amount) OVER w1 AS a, SUM(amount) OVER w2 AS b FROM payments
WINDOW w1 AS (PARTITION BY card_id ORDER BY event_time), w2 AS (PARTITION BY card_id ORDER BY event_time);

-- {lag|lead|first_value|last_value}
SELECT symbol, {LAG(price)|LAG(price, 2)|FIRST_VALUE(price)|LAST_VALUE(price)} OVER (PARTITION BY symbol ORDER BY rowtime) AS p FROM stock_ticks;

-- lag_with_default
SELECT symbol, price - LAG(price, 1, price) OVER (PARTITION BY symbol ORDER BY rowtime) AS delta FROM stock_ticks;

-- in_an_expression
SELECT payment_id, amount / SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS share FROM payments;

-- {row_number|rank|dense_rank|ntile|percent_rank|cume_dist}_over_time
SELECT payment_id, {ROW_NUMBER()|RANK()|DENSE_RANK()|NTILE(4)|PERCENT_RANK()|CUME_DIST()} OVER (PARTITION BY card_id ORDER BY event_time) AS r FROM payments;

-- stddev_and_listagg
SELECT symbol, STDDEV_SAMP(price) OVER (PARTITION BY symbol ORDER BY rowtime) AS sd, LISTAGG(symbol) OVER (PARTITION BY symbol ORDER BY rowtime) AS l FROM stock_ticks;

-- distinct_over
SELECT COUNT(DISTINCT country) OVER (PARTITION BY card_id ORDER BY event_time ROWS BETWEEN 10 PRECEDING AND CURRENT ROW) AS n FROM payments;

-- filtered_above
SELECT * FROM (SELECT card_id, COUNT(*) OVER (PARTITION BY card_id ORDER BY event_time RANGE BETWEEN INTERVAL '1' MINUTE PRECEDING AND CURRENT ROW) AS n FROM payments) WHERE n > 3;

-- without_order
SELECT SUM(amount) OVER (PARTITION BY card_id) AS s FROM payments;

-- ordered_by_a_plain_column
SELECT SUM(amount) OVER (PARTITION BY card_id ORDER BY amount) AS s FROM payments;

-- ordered_by_a_plain_timestamp
SELECT COUNT(*) OVER (PARTITION BY page ORDER BY viewed_at) AS n FROM page_views;

-- descending
SELECT COUNT(*) OVER (PARTITION BY card_id ORDER BY event_time DESC) AS n FROM payments;

-- following_frame
SELECT COUNT(*) OVER (PARTITION BY card_id ORDER BY event_time ROWS BETWEEN CURRENT ROW AND 5 FOLLOWING) AS n FROM payments;

-- two_different_windows
SELECT SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS a, SUM(amount) OVER (PARTITION BY country ORDER BY event_time) AS b FROM payments;

-- over_an_updating_table
SELECT COUNT(*) OVER (PARTITION BY label ORDER BY valid_from) AS n FROM price_list;

-- wrong_{unknown_key|unknown_window|text_sum|no_over}
SELECT {SUM(amount) OVER (PARTITION BY kard ORDER BY event_time)|SUM(amount) OVER v|SUM(country) OVER (ORDER BY event_time)|ROW_NUMBER()} FROM payments;

-- wrong_{range_number|negative_rows|over_in_where|nested_over}
SELECT payment_id{, SUM(amount) OVER (ORDER BY event_time RANGE BETWEEN 5 PRECEDING AND CURRENT ROW)|, SUM(amount) OVER (ORDER BY event_time ROWS BETWEEN -1 PRECEDING AND CURRENT ROW)||, SUM(COUNT(*) OVER (ORDER BY event_time)) OVER (ORDER BY event_time)} FROM payments{|| WHERE COUNT(*) OVER (ORDER BY event_time) > 1|};

-- required_argument_{unbounded|rows|range|rows_unbounded|short}: a bounded frame makes the result nullable
SELECT SUM(attempts) OVER (PARTITION BY card_id ORDER BY event_time{| ROWS BETWEEN 5 PRECEDING AND CURRENT ROW| RANGE BETWEEN INTERVAL '1' HOUR PRECEDING AND CURRENT ROW| ROWS BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW| ROWS 5 PRECEDING}) AS s FROM payments;

-- required_arguments_of_a_bounded_frame
SELECT MAX(attempts) OVER w AS m, LAST_VALUE(attempts) OVER w AS l, STDDEV(attempts) OVER w AS sd, COUNT(attempts) OVER w AS c, LISTAGG(payment_id) OVER w AS g FROM payments
WINDOW w AS (PARTITION BY card_id ORDER BY event_time ROWS BETWEEN 5 PRECEDING AND CURRENT ROW);

-- ranked_by_its_own_partition_{rank|row_number|dense_rank}
SELECT payment_id, {RANK|ROW_NUMBER|DENSE_RANK}() OVER (PARTITION BY card_id ORDER BY card_id) AS r FROM payments;

-- unused_{over|rank|bad_call}: a column that nobody reads is pruned with whatever is wrong with it
SELECT payment_id FROM (SELECT payment_id, {SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time)|NTILE(4) OVER (PARTITION BY card_id ORDER BY event_time)|CAST(status AS ARRAY<INT>)} AS unused FROM payments);

-- bounded_{listagg|collect|array_agg|sum|max|last_value}: which may be NULL in a frame with a lower bound
SELECT card_id, {LISTAGG(payment_id)|COLLECT(attempts)|ARRAY_AGG(attempts)|SUM(attempts)|MAX(attempts)|LAST_VALUE(attempts)} OVER (PARTITION BY card_id ORDER BY event_time ROWS BETWEEN 5 PRECEDING AND CURRENT ROW) AS x FROM payments;

-- batch_only_{of_nothing|under_a_false_filter|unread}: OVER of no rows is planned
{SELECT LEAD(fee) OVER (PARTITION BY card_id ORDER BY event_time) AS x FROM payments WHERE 1 = 2|SELECT x FROM (SELECT card_id, LEAD(fee) OVER (PARTITION BY card_id ORDER BY event_time) AS x FROM payments) WHERE 1 = 2|SELECT card_id FROM (SELECT card_id, LEAD(fee) OVER (PARTITION BY card_id ORDER BY event_time) AS x FROM payments)};

-- ordered_by_a_constant_{number|flag}
SELECT card_id, SUM(fee) OVER (PARTITION BY card_id ORDER BY x) AS s FROM (SELECT card_id, fee, {1|TRUE} AS x FROM payments);

-- rank_read_by_nobody: what the filter asks is known of the inner rank
SELECT rn FROM (SELECT rn, ROW_NUMBER() OVER (PARTITION BY rn ORDER BY country DESC) AS again FROM (SELECT * FROM (SELECT country, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY fee) AS rn FROM payments) WHERE rn = 3)) WHERE rn = 3;

-- same_window_{by_an_expression|by_a_case|ordered_by_an_expression|in_another_order|and_a_constant|and_a_constant_column|and_an_ordering_constant|by_a_renamed_column|and_now|and_a_held_column|by_another_column}
SELECT SUM(quantity) OVER (PARTITION BY {UPPER(channel)|CASE WHEN channel = 'a' THEN 1 ELSE 2 END|channel|channel, currency|channel, 'x'|channel, k|channel|channel|channel, CURRENT_DATE|channel, product_id|channel} ORDER BY {ts|ts|order_id + 1|ts|ts|ts|ts, 1|ts|ts|ts|ts}) AS a, MAX(quantity) OVER (PARTITION BY {UPPER(channel)|CASE WHEN channel = 'a' THEN 1 ELSE 2 END|channel|currency, channel|channel|channel|channel|ch|channel|channel|currency} ORDER BY {ts|ts|order_id + 1|ts|ts|ts|ts|ts|ts|ts|ts}) AS b FROM (SELECT *, 1 AS k, channel AS ch FROM orders WHERE product_id = 3) AS o

-- named_and_idle_{fine|unknown_key|unknown_order|unknown_base|backwards|range_without_order|of_interval|negative_rows|following|aggregate|based_on_a_frame|alias}: nobody names the window, and it is looked at
SELECT payment_id AS p FROM payments WINDOW w AS ({PARTITION BY card_id ORDER BY proc_time|PARTITION BY nope|ORDER BY nope|x ORDER BY proc_time|ROWS BETWEEN 2 FOLLOWING AND 1 PRECEDING|RANGE UNBOUNDED PRECEDING|ORDER BY attempts RANGE INTERVAL '1' DAY PRECEDING|ROWS -1 PRECEDING|ORDER BY proc_time ROWS BETWEEN CURRENT ROW AND 1 FOLLOWING|PARTITION BY SUM(attempts)|ROWS 2 PRECEDING), w2 AS (w ORDER BY proc_time|ORDER BY p});

-- unread_below_{inner_join|left_join|semi_join|interval_join|lookup_join|unnest|window|match|group_by|filter|union|narrowed_join|computed_join}: kept where no projection stands between
{SELECT q.card_id, a.kind FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments) AS q JOIN accounts a ON q.card_id = a.account_id|SELECT q.card_id, a.kind FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments) AS q LEFT JOIN accounts a ON q.card_id = a.account_id|SELECT q.card_id FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments) AS q WHERE q.card_id IN (SELECT account_id FROM accounts)|SELECT q.card_id, r.reason FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments) AS q JOIN refunds r ON q.card_id = r.payment_id AND q.event_time BETWEEN r.refunded_at - INTERVAL '1' HOUR AND r.refunded_at|SELECT q.card_id, m.category FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments) AS q JOIN merchants FOR SYSTEM_TIME AS OF q.proc_time AS m ON q.card_id = m.merchant_name|SELECT q.card_id, n FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments) AS q CROSS JOIN UNNEST(ARRAY[1, 2]) AS t (n)|SELECT card_id, window_end, COUNT(*) AS n FROM TABLE(TUMBLE((SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments), DESCRIPTOR(event_time), INTERVAL '1' HOUR)) GROUP BY card_id, window_start, window_end|SELECT * FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments) MATCH_RECOGNIZE (PARTITION BY card_id ORDER BY event_time MEASURES A.proc_time AS at ONE ROW PER MATCH PATTERN (A B) DEFINE B AS B.card_id = A.card_id)|SELECT card_id, COUNT(*) AS n FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments) GROUP BY card_id|SELECT card_id FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments) WHERE card_id LIKE 'a%'|SELECT card_id FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments) UNION ALL SELECT refund_id FROM refunds|SELECT q.card_id, a.kind FROM (SELECT card_id FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments)) AS q JOIN accounts a ON q.card_id = a.account_id|SELECT q.card_id, a.kind FROM (SELECT card_id, so_far + 1 AS more FROM (SELECT card_id, event_time, proc_time, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS so_far FROM payments)) AS q JOIN accounts a ON q.card_id = a.account_id};
