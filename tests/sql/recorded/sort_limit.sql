-- order_by_{rowtime|proctime|rowtime_and_column}
SELECT {event_time, amount|proc_time, order_id|event_time, amount} FROM {payments|orders|payments} ORDER BY {event_time|proc_time|event_time, amount DESC};

-- limit_{10|1|0}
SELECT payment_id FROM payments LIMIT {10|1|0};

-- order_limit_{asc|desc|two|nulls|ordinal|alias|expression}
SELECT payment_id, amount AS a, fee FROM payments ORDER BY {amount|amount DESC|country, amount DESC|fee NULLS LAST|2|a|amount * fee} LIMIT 5;

-- offset_{limit|fetch|only}
SELECT payment_id FROM payments {ORDER BY amount LIMIT 5 OFFSET 2|ORDER BY amount OFFSET 2 ROWS FETCH NEXT 5 ROWS ONLY|ORDER BY amount OFFSET 3 ROWS};

-- fetch_first
SELECT payment_id FROM payments FETCH FIRST 3 ROWS ONLY;

-- of_{aggregate|cdc|union}
{SELECT country, COUNT(*) AS n FROM payments GROUP BY country|SELECT id, balance AS n FROM customers|SELECT payment_id, amount AS n FROM payments UNION ALL SELECT refund_id, refund_amount FROM refunds} ORDER BY n DESC LIMIT 3;

-- in_a_subquery
SELECT country FROM (SELECT * FROM payments ORDER BY amount DESC LIMIT 10);

-- limit_of_cdc
SELECT id FROM customers LIMIT 3;

-- order_{plain|desc_time|second_time|cdc_time|updating}: not possible without a limit
SELECT {payment_id|payment_id|payment_id|product_id|country, COUNT(*) AS n} FROM {payments|payments|payments|price_list|payments GROUP BY country} ORDER BY {amount|event_time DESC|amount, event_time|valid_from|n};

-- wrong_{unknown|ordinal|limit_text|limit_column|array_order|negative}
SELECT {payment_id|payment_id|payment_id|payment_id|tags|payment_id} FROM {payments|payments|payments|payments|clicks|payments} {ORDER BY amont LIMIT 3|ORDER BY 9 LIMIT 3|LIMIT 'x'|LIMIT attempts|ORDER BY properties LIMIT 3|LIMIT -1};
