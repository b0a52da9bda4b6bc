-- {cdc|upsert|upsert_pair|keyless}_star
SELECT * FROM {customers|accounts|inventory|audit_log};

-- {cdc|upsert|upsert_pair|keyless}_filtered
SELECT * FROM {customers|accounts|inventory|audit_log} WHERE {balance > 0|kind = 'x'|on_hand > reserved|amount > 1};

-- key_{kept|renamed|dropped|partly|expression}
SELECT {id, name|id AS customer, name|name, email|warehouse, on_hand|id + 1 AS id} FROM {customers|customers|customers|inventory|customers};

-- aggregated_by_{key|other|two}
SELECT {id|country|country, tier} , COUNT(*) AS n, SUM(balance) AS s FROM customers GROUP BY {id|country|country, tier};

-- joined_{key_key|key_other|left|lookup|to_append}
SELECT {a.account_id, c.id, c.name|i.sku, p.title|c.id, a.kind|c.id, m.category|o.order_id, c.name} FROM {accounts a JOIN customers c ON a.customer_id = c.id|inventory i JOIN products p ON i.warehouse = p.product_id|customers c LEFT JOIN accounts a ON c.id = a.customer_id|(SELECT *, PROCTIME() AS pt FROM customers) c JOIN merchants FOR SYSTEM_TIME AS OF c.pt AS m ON c.id = m.merchant_id|orders o JOIN customers c ON o.customer_id = c.id};

-- looked_up_by_a_cast_key
SELECT c.id, m.category FROM (SELECT id, CAST(id AS INT) AS merchant, PROCTIME() AS pt FROM customers) c JOIN merchants FOR SYSTEM_TIME AS OF c.pt AS m ON c.merchant = m.merchant_id;

-- max_of_updates
SELECT MAX(balance) AS m, MIN(name) AS first_name FROM customers;

-- distinct_of_{cdc|upsert}
SELECT DISTINCT {country|kind} FROM {customers|accounts};

-- semi_join_{in|exists|not_in}
SELECT id FROM customers WHERE {id IN (SELECT customer_id FROM accounts)|EXISTS (SELECT 1 FROM accounts a WHERE a.customer_id = customers.id)|id NOT IN (SELECT customer_id FROM accounts)};

-- dedup_of_a_changelog
SELECT id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY updated_at DESC) AS rn FROM customers) WHERE rn = 1;

-- union_with_append
SELECT customer_id FROM accounts UNION ALL SELECT customer_id FROM payments;

-- temporal_side_only
SELECT currency, rate FROM fx_rates WHERE rate > 1;

-- case_on_updates
SELECT id, CASE WHEN balance < 0 THEN 'red' ELSE 'black' END AS state FROM customers;

-- over_{cdc|upsert|keyless}: no stream plan
SELECT {COUNT(*) OVER (PARTITION BY label ORDER BY valid_from)|COUNT(*) OVER (PARTITION BY currency ORDER BY rate_time)|COUNT(*) OVER (ORDER BY happened)} AS n FROM {price_list|fx_rates|audit_log};

-- session_of_cdc
SELECT window_start, label, COUNT(*) AS n FROM TABLE(SESSION(TABLE price_list PARTITION BY label, DESCRIPTOR(valid_from), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end, label;

-- wrong_{column|sum|join}
SELECT {address.country|SUM(name)|c.id} FROM customers c{|| JOIN accounts a ON c.id = a.opened_on};

-- distinct_of_a_key_{plain|of_a_table_with_a_watermark|that_is_filtered|aggregated}: a watermark hides the key until operators are chosen
{SELECT DISTINCT id, country FROM customers|SELECT DISTINCT product_id, label FROM price_list|SELECT DISTINCT product_id, label FROM price_list WHERE list_price > 1|SELECT product_id, MAX(list_price) AS highest FROM price_list GROUP BY product_id};

-- changes_filtered_by_{another_column|the_key}_beside_an_upsert_table: the old row must be there to be filtered
SELECT p.product_id, i.on_hand FROM price_list p JOIN (SELECT * FROM inventory WHERE sku = 'x') i ON p.product_id = i.warehouse WHERE {p.list_price > 3|p.product_id > 3};
