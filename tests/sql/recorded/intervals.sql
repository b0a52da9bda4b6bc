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
