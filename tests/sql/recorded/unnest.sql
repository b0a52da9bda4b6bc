-- array_{cross_join|left_join|comma}
SELECT c.session_id, t.tag FROM clicks c{ CROSS JOIN UNNEST(c.tags) AS t (tag)| LEFT JOIN UNNEST(c.tags) AS t (tag) ON TRUE|, UNNEST(c.tags) AS t (tag)};

-- map_{cross_join|left_join}
SELECT session_id, k, v FROM clicks {CROSS|LEFT} JOIN UNNEST(properties) AS t (k, v){| ON TRUE};

-- multiset
SELECT basket_id, word FROM baskets CROSS JOIN UNNEST(words) AS t (word);

-- array_of_rows
SELECT basket_id, sku, qty, price FROM baskets CROSS JOIN UNNEST(items) AS t (sku, qty, price);

-- array_of_rows_{own_names|star|partly}
SELECT {basket_id, t.sku|*|t.price * t.qty AS worth} FROM baskets CROSS JOIN UNNEST(items) AS t;

-- nested_array
SELECT basket_id, x FROM baskets CROSS JOIN UNNEST(matrix) AS m (line) CROSS JOIN UNNEST(m.line) AS n (x);

-- nested_field
SELECT basket_id, phone FROM baskets b CROSS JOIN UNNEST(b.owner.contact.phones) AS p (phone);

-- ordinality_{array|map|rows}
SELECT {c.session_id, t.tag, t.pos|c.session_id, t.k, t.v, t.pos|b.basket_id, t.sku, t.pos} FROM {clicks c CROSS JOIN UNNEST(c.tags) WITH ORDINALITY AS t (tag, pos)|clicks c CROSS JOIN UNNEST(c.properties) WITH ORDINALITY AS t (k, v, pos)|baskets b CROSS JOIN UNNEST(b.items) WITH ORDINALITY AS t (sku, qty, price, pos)};

-- aggregated
SELECT tag, COUNT(*) AS n FROM clicks CROSS JOIN UNNEST(tags) AS t (tag) GROUP BY tag;

-- constant_array
SELECT * FROM UNNEST(ARRAY[1, 2, 3]) AS t (n);

-- of_an_expression
SELECT host, part FROM log_lines CROSS JOIN UNNEST(SPLIT(message, ',')) AS t (part);

-- of_collect
SELECT country, card FROM (SELECT country, COLLECT(card_id) AS cards FROM payments GROUP BY country) CROSS JOIN UNNEST(cards) AS t (card);

-- of_array_agg
SELECT country, card FROM (SELECT country, ARRAY_AGG(card_id) AS cards FROM payments GROUP BY country) CROSS JOIN UNNEST(cards) AS t (card);

-- filtered
SELECT basket_id FROM baskets, UNNEST(codes) AS t (code) WHERE code > 10;

-- rowtime_survives
SELECT c.click_time, tag FROM clicks c CROSS JOIN UNNEST(tags) AS t (tag);

-- required_elements
SELECT r_int, e FROM all_required CROSS JOIN UNNEST(r_array) AS t (e);

-- constructed
SELECT o.order_id, t.v FROM orders o CROSS JOIN UNNEST(ARRAY[o.quantity, o.product_id]) AS t (v);

-- in_a_subquery
SELECT basket_id FROM baskets b WHERE EXISTS (SELECT * FROM UNNEST(b.codes) AS t (code) WHERE code = 7);

-- wrong_{scalar|unknown|too_many_names|too_few_names|text}
SELECT session_id FROM clicks CROSS JOIN UNNEST({user_id|labels|tags|properties|url}) AS t ({a|a|a, b|a|a});

-- wrong_condition
SELECT session_id, tag FROM clicks LEFT JOIN UNNEST(tags) AS t (tag) ON tag = url;

-- left_with_ordinality_{array|rows|map}
SELECT basket_id, u.place FROM baskets LEFT JOIN UNNEST({codes|items|coupons}) WITH ORDINALITY AS u ({code, place|sku, qty, price, place|code, rate, place}) ON TRUE;

-- left_of_rows_that_are_made
SELECT payment_id, u.amount, u.payer FROM payments LEFT JOIN UNNEST(ARRAY[ROW(attempts, payment_id)]) AS u (amount, payer) ON TRUE;

-- left_of_a_map_of_required_values
SELECT r_int, u.k, u.v FROM all_required LEFT JOIN UNNEST(r_map) AS u (k, v) ON TRUE;

-- no_element_{of_a_column|of_constants|for_another_reason}: a condition that no element meets
{SELECT id FROM customers CROSS JOIN UNNEST(ARRAY[COALESCE(balance, 1), 2]) AS t (item) WHERE item IS NULL|SELECT id FROM customers CROSS JOIN UNNEST(ARRAY[1, 2]) AS t (item) WHERE item IS NULL|SELECT id FROM customers CROSS JOIN UNNEST(ARRAY[COALESCE(balance, 1), 2]) AS t (item) WHERE 1 = 2};

-- on_the_left_side_{compared|alone|with_more|of_constants|only_the_right}
SELECT c.session_id, t.tag FROM clicks c JOIN UNNEST({c.tags|c.tags|c.tags|ARRAY['a', 'b']|c.tags}) AS t (tag) ON {tag = url|c.url = 'a'|tag > 'a' AND c.url = 'a'|tag = url|tag = 'a'}

-- never_met_above_{a_left_join|a_cross_join}: the filter stays above an outer join
SELECT b.basket_id FROM baskets b {LEFT JOIN UNNEST(b.codes) AS u (code) ON TRUE|CROSS JOIN UNNEST(b.codes) AS u (code)} WHERE COALESCE(u.code, 3) IS NULL;
