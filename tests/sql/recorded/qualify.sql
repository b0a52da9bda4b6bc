-- latest_of_each
SELECT payment_id, card_id, amount FROM payments QUALIFY ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY event_time DESC) = 1;

-- first_of_each_by_{rowtime|proctime}
SELECT card_id, amount FROM payments QUALIFY ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY {event_time|proc_time}) = 1;

-- top_three_by_name
SELECT card_id, amount, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY amount DESC) AS place FROM payments QUALIFY place <= 3;

-- the_rank_written_twice
SELECT card_id, ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY amount DESC) AS place FROM payments
QUALIFY ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY amount DESC) <= 3;

-- a_named_window_and_more_conditions
SELECT payment_id, amount FROM payments WHERE status = 'OK' WINDOW w AS (PARTITION BY card_id ORDER BY amount DESC)
QUALIFY ROW_NUMBER() OVER w <= 2 AND amount > 5 AND fee < 3;

-- a_running_{sum_by_name|count|comparison}
SELECT card_id, amount{, SUM(amount) OVER (PARTITION BY card_id ORDER BY event_time) AS s|, fee|, fee} FROM payments
QUALIFY {s > 100|COUNT(*) OVER (PARTITION BY card_id ORDER BY event_time) > 3|amount > AVG(amount) OVER (PARTITION BY card_id ORDER BY event_time)};

-- of_rows_that_change
SELECT id, tier, balance FROM customers QUALIFY ROW_NUMBER() OVER (PARTITION BY tier ORDER BY balance DESC) = 1;

-- ordered_by_a_renamed_column
SELECT card_id, amount AS a FROM payments QUALIFY ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY a) = 1;

-- in_a_common_table
WITH last_price AS (SELECT symbol, price, rowtime FROM stock_ticks QUALIFY ROW_NUMBER() OVER (PARTITION BY symbol ORDER BY rowtime DESC) = 1)
SELECT t.trade_id, l.price FROM trades t JOIN last_price l ON t.symbol = l.symbol;

-- in_a_window
SELECT window_start, window_end, symbol, price FROM TABLE(TUMBLE(TABLE stock_ticks, DESCRIPTOR(rowtime), INTERVAL '1' MINUTE))
QUALIFY ROW_NUMBER() OVER (PARTITION BY window_start, window_end ORDER BY price DESC) <= 3;

-- before_a_union
SELECT symbol FROM stock_ticks QUALIFY ROW_NUMBER() OVER (PARTITION BY symbol ORDER BY rowtime DESC) = 1 UNION ALL SELECT symbol FROM trades;

-- {five|six}_columns
SELECT payment_id, card_id, merchant_id, amount, fee{|, status} FROM payments QUALIFY ROW_NUMBER() OVER (PARTITION BY card_id ORDER BY amount) = 1;

-- nothing_with_over
SELECT payment_id, amount FROM payments QUALIFY amount > 5;

-- an_unknown_name
SELECT payment_id, amount FROM payments QUALIFY place = 1;

-- of_groups
SELECT card_id, COUNT(*) AS n FROM payments GROUP BY card_id QUALIFY ROW_NUMBER() OVER (ORDER BY COUNT(*) DESC) <= 3;

-- of_groups_with_the_rank
SELECT card_id, COUNT(*) AS n, ROW_NUMBER() OVER (ORDER BY COUNT(*) DESC) AS place FROM payments GROUP BY card_id QUALIFY place <= 3;

-- a_computed_name_beside_{another_column|itself}
SELECT card_id, COUNT(*) OVER (PARTITION BY card_id ORDER BY event_time) AS n FROM payments QUALIFY n > 5 AND {amount > 3|n < 9};

-- rank_instead_of_row_number
SELECT card_id, amount FROM payments QUALIFY RANK() OVER (PARTITION BY card_id ORDER BY event_time) = 1;
