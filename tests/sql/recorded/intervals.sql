-- add_{second|minute|hour|day|month|year|week|quarter}
SELECT ts + INTERVAL '1' {SECOND|MINUTE|HOUR|DAY|MONTH|YEAR|WEEK|QUARTER} AS t FROM orders;

-- compound_{year_month|day_hour|day_minute|day_second|hour_minute|hour_second|minute_second}
SELECT ts - INTERVAL {'1-2' YEAR TO MONTH|'1 2' DAY TO HOUR|'1 2:3' DAY TO MINUTE|'1 2:3:4.5' DAY TO SECOND|'1:2' HOUR TO MINUTE|'1:2:3' HOUR TO SECOND|'1:2.5' MINUTE TO SECOND} AS t FROM orders;

-- literal_{day|second_precision|month|negative|plural|year_to_month}
SELECT INTERVAL {'1' DAY|'1.234' SECOND(1, 3)|'3' MONTH|-'1' HOUR|'10' MINUTES|'1-6' YEAR TO MONTH} AS i FROM orders;

-- arithmetic_{times|plus|divided|negated|compared}
SELECT {INTERVAL '1' DAY * 3|INTERVAL '1' DAY + INTERVAL '2' HOUR|INTERVAL '1' DAY / 2|-INTERVAL '1' DAY|INTERVAL '1' DAY > INTERVAL '2' HOUR} AS v FROM orders;

-- on_{date|time|ltz|rowtime}
SELECT {opened_on + INTERVAL '1' DAY|TIME '10:00:00' + INTERVAL '1' HOUR|order_time - INTERVAL '1' DAY|event_time + INTERVAL '1' MINUTE} AS v FROM {accounts|accounts|orders|payments};

-- {timestampdiff|timestampadd|difference|difference_days|difference_of_dates}
SELECT {TIMESTAMPDIFF(MINUTE, ts, order_time)|TIMESTAMPADD(DAY, 2, ts)|(ts - TIMESTAMP '2024-01-01 00:00:00') DAY TO SECOND|TIMESTAMPDIFF(DAY, ts, TIMESTAMP '2024-01-01 00:00:00')|TIMESTAMPDIFF(MONTH, CAST(ts AS DATE), CURRENT_DATE)} AS v FROM orders;

-- extract_{year|month|day|hour|minute|second|week|doy|dow|quarter|epoch}
SELECT EXTRACT({YEAR|MONTH|DAY|HOUR|MINUTE|SECOND|WEEK|DOY|DOW|QUARTER|EPOCH} FROM ts) AS v FROM orders;

-- {floor|ceil}_to_{hour|day}
SELECT {FLOOR|CEIL}(ts TO {HOUR|DAY}) AS v FROM orders;

-- filter_by_age
SELECT order_id FROM orders WHERE ts > CURRENT_TIMESTAMP - INTERVAL '1' DAY;

-- overlaps_{periods|with_interval}
SELECT order_id FROM orders WHERE ({ts, TIMESTAMP '2024-01-01 00:00:00'|ts, INTERVAL '1' HOUR}) OVERLAPS ({TIMESTAMP '2024-01-01 00:00:00', TIMESTAMP '2024-02-01 00:00:00'|TIMESTAMP '2024-01-01 00:00:00', INTERVAL '2' HOUR});

-- wrong_{unit|text_plus|number_plus|two_timestamps|literal|interval_of_column|times_text|compound}
SELECT {ts + INTERVAL '1' FORTNIGHT|channel + INTERVAL '1' DAY|ts + 1|ts + order_time|ts + INTERVAL 'x' DAY|ts + INTERVAL quantity DAY|INTERVAL '1' DAY * channel|ts + INTERVAL '1' DAY TO YEAR} AS v FROM orders;

-- rounded_sum_{floor_day|ceil_hour|floor_month|floor_minute}: TO belongs to the interval only where a finer unit follows
SELECT {FLOOR(ts + INTERVAL '1' DAY TO DAY)|CEIL(ts + INTERVAL '1' HOUR TO HOUR)|FLOOR(ts + INTERVAL '1' MONTH TO MONTH)|FLOOR((ts + INTERVAL '1' DAY) TO MINUTE)} AS v FROM orders;

-- wrong_rounded_sum
SELECT FLOOR(ts + INTERVAL '1' DAY TO HOUR) AS v FROM orders;

-- timestampadd_{dow|doy|week|quarter|millisecond|epoch|decade}
SELECT TIMESTAMPADD({DOW|DOY|WEEK|QUARTER|MILLISECOND|EPOCH|DECADE}, quantity, ts) AS v FROM orders;

-- too_many_digits: two digits, unless more are asked for
SELECT ts + INTERVAL '{99|100|-100|007}' DAY AS v FROM orders

-- too_many_digits_of_{year|month|week|hour|minute|second|plural}
SELECT INTERVAL '{100' YEAR|100' MONTH|100' WEEK|120' HOUR|120' MINUTE|86400' SECOND|100' DAYS} AS v FROM orders

-- digits_asked_for_{three|four|none|eleven|of_a_month|in_a_cast|of_a_number}
SELECT {INTERVAL '100' DAY(3)|INTERVAL '3650' DAY(4)|INTERVAL '1' DAY(0)|INTERVAL '1' MONTH(11)|INTERVAL '1000' MONTH(4)|CAST(NULL AS INTERVAL HOUR(4))|INTERVAL 5 DAY(4)} AS v FROM orders

-- fraction_{six|seven|one|none|ten}
SELECT INTERVAL '{1.123456' SECOND|1.1234567' SECOND|1.55' SECOND(2, 1)|1' SECOND(2, 0)|1' SECOND(2, 10)} AS v FROM orders

-- no_form_{fraction|hours|minutes|months|one_part|dash|blanks}
SELECT INTERVAL '{1.5' DAY|1 24' DAY TO HOUR|1:60' HOUR TO MINUTE|1-12' YEAR TO MONTH|1' YEAR TO MONTH|1-2' DAY TO HOUR|1  2' DAY TO HOUR} AS v FROM orders

-- form_{hours|minutes|months|seconds|signed}
SELECT INTERVAL '{1 23' DAY TO HOUR|1:59' HOUR TO MINUTE|1-11' YEAR TO MONTH|1 2:3:4.5' DAY TO SECOND|+5' DAY} AS v FROM orders

-- of_a_{column|required_column|double|decimal|text|sum}
SELECT INTERVAL {quantity|(order_id)|(CAST(price AS DOUBLE))|price|channel|(quantity + 1)} DAY AS v FROM orders

-- window_of_{many_days|three_digits|a_number}
SELECT window_start, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE orders, DESCRIPTOR(ts), INTERVAL {'100' DAY|'100' DAY(3)|100 DAY})) GROUP BY window_start, window_end

-- mixed_in_an_{array|array_of_one|array_of_null|map|case}
SELECT {ARRAY[INTERVAL '1' DAY, INTERVAL '1' HOUR]|ARRAY[INTERVAL '1' DAY]|ARRAY[INTERVAL '1' DAY, NULL]|MAP['a', INTERVAL '1' DAY, 'b', INTERVAL '1' SECOND]|CASE WHEN quantity > 1 THEN INTERVAL '1' DAY ELSE INTERVAL '1' HOUR END} AS v FROM orders
