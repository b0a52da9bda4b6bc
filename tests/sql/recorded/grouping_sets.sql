-- {sets|cube|rollup}
SELECT country, currency, SUM(amount) AS total FROM payments GROUP BY {GROUPING SETS ((country, currency), (country), ())|CUBE (country, currency)|ROLLUP (country, currency)};

-- grouping_id_{grouping|grouping_id|two}
SELECT country, currency, {GROUPING(country)|GROUPING_ID(country, currency)|GROUPING(country) + GROUPING(currency)} AS g, COUNT(*) AS n FROM payments GROUP BY GROUPING SETS ((country), (currency));

-- group_id
SELECT country, GROUP_ID() AS g, COUNT(*) AS n FROM payments GROUP BY GROUPING SETS ((country), ());

-- single_columns
SELECT country, status, COUNT(*) AS n FROM payments GROUP BY GROUPING SETS (country, status);

-- mixed_with_a_key
SELECT merchant_id, country, status, COUNT(*) AS n FROM payments GROUP BY merchant_id, ROLLUP (country, status);

-- required_column_becomes_nullable
SELECT payment_id, attempts, COUNT(*) AS n FROM payments GROUP BY {CUBE|ROLLUP} (payment_id, attempts);

-- two_rollups
SELECT country, status, currency, COUNT(*) AS n FROM payments GROUP BY ROLLUP (country, status), ROLLUP (currency);

-- composite_{cube|rollup}
SELECT country, status, currency, COUNT(*) AS n FROM payments GROUP BY {CUBE|ROLLUP} ((country, status), currency);

-- expression_key
SELECT UPPER(country) AS c, COUNT(*) AS n FROM payments GROUP BY GROUPING SETS ((UPPER(country)), ());

-- having_grouping
SELECT country, SUM(amount) AS s FROM payments GROUP BY ROLLUP (country) HAVING GROUPING(country) = 0;

-- distinct_aggregate
SELECT country, status, COUNT(DISTINCT card_id) AS cards FROM payments GROUP BY CUBE (country, status);

-- of_cdc
SELECT country, tier, AVG(balance) AS mean FROM customers GROUP BY ROLLUP (country, tier);

-- grand_total_only
SELECT COUNT(*) AS n FROM payments GROUP BY GROUPING SETS (());

-- empty_group
SELECT SUM(amount) AS s FROM payments GROUP BY ();

-- key_shown_twice
SELECT country, country AS again, COUNT(*) FROM payments GROUP BY GROUPING SETS ((country), ());

-- nested_sets
SELECT country, status, COUNT(*) AS n FROM payments GROUP BY GROUPING SETS (ROLLUP (country), CUBE (status));

-- wrong_{not_grouped|grouping_of_other|unknown|grouping_without_group|text_sum}
SELECT {fee|GROUPING(status)|nation|GROUPING(country)|SUM(status)} AS v FROM payments {GROUP BY CUBE (country)|GROUP BY CUBE (country)|GROUP BY CUBE (nation)||GROUP BY ROLLUP (country)};

-- key_inside_an_aggregate_{plain|added|cast|negated|function}: a key that a set leaves out is NULL under an operator
SELECT merchant_id, {SUM(attempts)|SUM(attempts + 1)|MAX(CAST(attempts AS BIGINT))|COLLECT(-attempts)|MAX(ABS(attempts))} AS x FROM payments GROUP BY ROLLUP (merchant_id, attempts);

-- key_of_every_set
SELECT attempts, COLLECT(-attempts) AS x FROM payments GROUP BY GROUPING SETS ((merchant_id, attempts), (attempts));

-- repeated_{empty|empty_beside_a_set|set|set_beside_another|all|in_rollup|in_cube|by_two_rollups|by_a_key|by_a_key_and_a_longer_rollup|pair_turned_round}: a set that comes again must have every key
SELECT COUNT(*) AS c FROM orders GROUP BY {GROUPING SETS ((), ())|GROUPING SETS (channel, (), ())|GROUPING SETS (channel, channel)|GROUPING SETS (channel, currency, channel)|GROUPING SETS (channel, currency, channel, currency)|ROLLUP (channel, channel)|CUBE (channel, channel)|ROLLUP (channel), ROLLUP (channel)|channel, ROLLUP (channel)|channel, ROLLUP (channel, currency)|GROUPING SETS ((channel, currency), (currency, channel))}

-- of_one_row_{key_in_all|key_beside_sets|key_not_in_all|counted}
SELECT account_id, {MAX(kind)|MAX(kind)|MAX(kind)|COUNT(*)} AS m FROM accounts GROUP BY {GROUPING SETS ((account_id, kind), (account_id, customer_id))|account_id, GROUPING SETS (customer_id, ())|ROLLUP (account_id, kind)|GROUPING SETS ((account_id, kind), (account_id, customer_id))}

-- expression_{and_more|in_a_call|base_column}
SELECT {product_id + 1 - 1|ABS(product_id + 1)|product_id} AS v, COUNT(*) AS c FROM orders GROUP BY ROLLUP (product_id + 1)


-- own_key_{grouped|averaged|in_two|with_filter|told_apart|in_another|of_all|of_sets|counted|expression|another|beside_a_key|listed|deviation}: the key that is aggregated is handed on twice, and the planner loses the second one
SELECT v, COUNT(*) AS c FROM (SELECT channel, {MAX(product_id)|AVG(quantity)|LAST_VALUE(product_id)|SUM(quantity) FILTER (WHERE price > 1)|MIN(product_id)|MAX(channel)|MAX(product_id)|MAX(product_id)|COUNT(product_id)|MAX(product_id + 1)|MAX(customer_id)|MAX(product_id)|LISTAGG(channel)|STDDEV_POP(product_id)} AS v FROM orders GROUP BY {CUBE (product_id, channel)|ROLLUP (quantity, channel)|ROLLUP (channel, product_id)|CUBE (channel, quantity)|GROUPING SETS ((product_id), (channel))|ROLLUP (channel)|GROUPING SETS ((channel, product_id), (product_id))|GROUPING SETS ((channel, product_id), (channel), ())|CUBE (product_id, channel)|CUBE (product_id, channel)|CUBE (product_id, channel)|CUBE (product_id, channel)|CUBE (product_id, channel)|CUBE (product_id, channel)}) AS t GROUP BY v{|||||||||||, channel||}

-- own_key_{ranked|summed_up|joined|joined_left|in_a_list|filtered|limited}
SELECT * FROM {(SELECT *, ROW_NUMBER() OVER (PARTITION BY v ORDER BY c) AS rn FROM (SELECT MAX(product_id) AS v, COUNT(*) AS c FROM orders GROUP BY ROLLUP (product_id, channel))) WHERE rn <= 2|(SELECT v, SUM(c) OVER (PARTITION BY v ORDER BY c) AS s FROM (SELECT MAX(product_id) AS v, COUNT(*) AS c FROM orders GROUP BY ROLLUP (product_id, channel)))|(SELECT MAX(product_id) AS v, COUNT(*) AS c FROM orders GROUP BY ROLLUP (product_id, channel)) AS s JOIN trades AS t ON t.qty = s.v|trades AS t LEFT JOIN (SELECT MAX(product_id) AS v, COUNT(*) AS c FROM orders GROUP BY ROLLUP (product_id, channel)) AS s ON t.qty = s.v|trades WHERE qty IN (SELECT MAX(product_id) FROM orders GROUP BY ROLLUP (product_id, channel))|(SELECT MAX(product_id) AS v, COUNT(*) AS c FROM orders GROUP BY ROLLUP (product_id, channel)) WHERE v = 3|(SELECT MAX(product_id) AS v, COUNT(*) AS c FROM orders GROUP BY ROLLUP (product_id, channel)) ORDER BY v LIMIT 5}
