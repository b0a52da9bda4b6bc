-- computed_column_{that_cannot_be_so|that_may_be_so|null|null_or_not}: a filter goes below what is computed, and is simplified there
SELECT * FROM (SELECT order_id, {'web'|channel|CAST(NULL AS STRING)|COALESCE(channel, 'web')} AS c FROM orders) WHERE {CAST(c AS VARCHAR(10)) = 'app'|c = 'app'|c = 'app'|c = 'app'};

-- group_by_a_constant_that_is_{another|this}
SELECT c, COUNT(*) AS n FROM (SELECT 3 AS c, order_id FROM orders) WHERE c IN (7, {8|3}) GROUP BY c;

-- case_of_{one_side|the_other|both|a_missing_branch}
SELECT order_id, COUNT(*) AS n FROM orders WHERE quantity > CASE WHEN {channel = 'web' THEN quantity ELSE quantity|channel = 'web' THEN 3 ELSE quantity|channel = 'web' THEN quantity ELSE 3|channel = 'web' THEN quantity} END GROUP BY order_id;

-- nullif_of_{the_same|another}
SELECT quantity, COUNT(*) AS n FROM orders WHERE quantity > NULLIF(quantity, {quantity|4}) GROUP BY quantity;

-- nullif_column_compared
SELECT * FROM (SELECT order_id, quantity > NULLIF(quantity, 4) AS more, COUNT(*) AS n FROM orders GROUP BY order_id, quantity) WHERE more;

-- cast_to_a_condition_and_{its_opposite|itself|another}
SELECT quantity, COUNT(*) AS n FROM orders WHERE CAST(quantity AS BOOLEAN) AND {NOT CAST(quantity AS BOOLEAN)|CAST(quantity AS BOOLEAN)|NOT CAST(product_id AS BOOLEAN)} GROUP BY quantity;

-- case_as_condition_{contradicting|not}
SELECT quantity, COUNT(*) AS n FROM orders WHERE CASE WHEN NOT CAST(quantity AS BOOLEAN) THEN {CAST(quantity AS BOOLEAN)|product_id > 3} ELSE FALSE END GROUP BY quantity;

-- null_and_compared_{as_cast|as_it_is|in_a_list|like|in_another_function}
SELECT quantity, COUNT(*) AS n FROM orders WHERE quantity IS NULL AND {CAST(quantity AS STRING) <> 'x'|quantity > 3|CAST(quantity AS STRING) IN ('x', 'y')|CAST(quantity AS STRING) LIKE 'x%'|ABS(quantity) > 3} GROUP BY quantity;

-- null_{above|beside}_a_join_on_it
SELECT o.customer_id, COUNT(*) AS n FROM orders o JOIN shipments s ON o.customer_id = s.order_id WHERE o.{customer_id|quantity} IS NULL GROUP BY o.customer_id;

-- null_of_a_key_above_top_n: what is joined on is not known above
SELECT customer_id, quantity FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY customer_id ORDER BY price) AS rn FROM orders WHERE customer_id > 3) WHERE rn <= 3 AND customer_id IS NULL;

-- count_of_what_is_never_null_{too_few|enough}
SELECT * FROM (SELECT channel, COUNT(*) AS m, COUNT(quantity IS NULL) AS n FROM orders GROUP BY channel) WHERE m > 3 AND n < {2|20};

-- distinct_from_{itself|its_cast|another}
SELECT channel, COUNT(*) AS n FROM orders WHERE channel IS DISTINCT FROM {channel|CAST(channel AS VARCHAR(20))|CAST(channel AS VARCHAR(10))} GROUP BY channel;

-- case_as_a_condition_of_both_sides: each side is filtered by its own part
SELECT a.account_id, f.rate FROM accounts a RIGHT JOIN fx_rates f ON a.account_id = f.currency AND CASE WHEN f.rate > 1 THEN a.overdraft > 1 ELSE FALSE END;

-- constant_text_{like|unlike}
SELECT c, COUNT(*) AS n FROM (SELECT 'north' AS c FROM orders) WHERE c LIKE '{n%|%x%}' GROUP BY c;

-- null_joined_{and|or|not_and|value|unknown}: an untyped NULL is no condition
SELECT c_int FROM all_types WHERE {c_boolean AND NULL|c_boolean OR NULL|NOT (NULL AND c_boolean)|(NULL AND c_boolean) IS NULL|c_boolean OR UNKNOWN}

-- truth_and_text_{false|true|false_right|unlike|required|distinct|in_a_value|null_if|not}
SELECT {FALSE = c_string|TRUE = c_string|c_string = FALSE|TRUE <> c_string|FALSE = 'abc'|TRUE IS DISTINCT FROM c_string|CASE WHEN FALSE = c_varchar THEN 1 END|NULLIF(FALSE, c_string)|NOT (FALSE = c_string)} AS v FROM all_types

-- truth_and_text_filter_{false|true}
SELECT c_int FROM all_types WHERE {FALSE|TRUE} = c_string

-- rows_in_a_list_{of_rows|of_a_column|of_null|of_null_beside|of_null_and_char|of_null_first|row_of_a_column}
SELECT {(c_int, c_string) IN ((1, 'a'), (2, 'b'))|(c_int, c_string, c_decimal) IN (c_row)|c_row IN (NULL)|c_row IN (NULL, c_row)|(c_int, c_string) IN ((1, NULL), (2, 'b'))|(c_int, c_string) IN ((NULL, 'a'), (2, 'b'))|c_row IN (ROW(1, 'a', 2.5))} AS v FROM all_types

-- nulls_in_a_list_{of_a_value|of_null}
SELECT {c_int|NULL} IN (NULL) AS v FROM all_types
