-- {star|columns|aliases|mixed_star|table_star|repeated_star}
SELECT {*|payment_id, amount|payment_id AS id, amount total|amount, *|p.*|p.*, p.*} FROM payments p;

-- duplicates_{same_column|alias|case|three|with_zero}: the planner renames them
SELECT {amount, amount|fee AS x, amount AS x|fee AS x, amount AS X|fee AS a, amount AS a, attempts AS a|fee AS a, amount AS a0, attempts AS a} FROM payments;

-- unnamed_{arithmetic|function|literal|case|between_named}
SELECT {amount * 2|UPPER(country)|42|CASE WHEN fee > 1 THEN 1 END|payment_id, fee + 1, country} FROM payments;

-- where_{comparison|and_or|not|between|in|like|is_null|boolean_column|case}
SELECT {payment_id|payment_id|payment_id|payment_id|payment_id|payment_id|payment_id|auth_id|payment_id} FROM {payments|payments|payments|payments|payments|payments|payments|authorizations|payments} WHERE {amount >= 10.5|country = 'FR' AND (fee > 1 OR attempts < 3)|NOT (fee > 1)|amount BETWEEN 1 AND 100|country IN ('FR', 'DE')|status LIKE 'FA%'|fee IS NULL|approved|CASE WHEN fee > 1 THEN TRUE ELSE FALSE END};

-- constant_where_{false|null|true}
SELECT payment_id FROM payments WHERE {1 = 2|NULL|TRUE};

-- nested_{field|deep|array|map|row_of_array}
SELECT {device.os|device.screen.width|tags[1]|properties['utm']|device} AS v FROM clicks;

-- qualified_nested
SELECT c.device.os AS os, c.device.screen.height FROM clicks AS c;

-- flattened_row
SELECT device.* FROM clicks;

-- qualified_by_the_table_name
SELECT payments.payment_id FROM payments;

-- boolean_expressions
SELECT amount > 10 AS big, fee IS NULL AS gratis, NOT (attempts > 1) AS once, country = 'FR' OR status = 'OK' AS either FROM payments;

-- three_valued
SELECT approved IS TRUE AS a, approved IS NOT TRUE AS b, approved IS UNKNOWN AS c, approved IS FALSE AS d FROM authorizations;

-- literals
SELECT 1 AS i, 3000000000 AS l, 1.5 AS d, 1e3 AS f, 'x' AS s, TRUE AS b, DATE '2024-02-29' AS dt, TIME '10:11:12' AS t, TIMESTAMP '2024-02-29 10:11:12.123' AS ts, X'0AFF' AS bin, INTERVAL '1' DAY AS iv FROM payments;

-- string_literals_{quote|unicode|concatenated|charset}
SELECT {'it''s'|U&'\00e9t\00e9'|'a' \|\| 'b'|_UTF8'abc'} AS s FROM payments;

-- subquery_column_order
SELECT b, a FROM (SELECT fee AS a, amount AS b FROM payments);

-- comments
SELECT payment_id, -- the id
/* block */ amount FROM payments;

-- wrong_{unknown_column|unknown_table|unknown_alias|alias_in_where|case|misspelled_field|unknown_field|star_of_unknown}
SELECT {amout|amount|x.amount|fee * 2 AS double_fee|AMOUNT|device.so|device.screen.depth|q.*} FROM {payments|paymnts|payments p|payments|payments|clicks|clicks|payments} {|||WHERE double_fee > 1||||};

-- wrong_{syntax|two_froms|trailing_comma|missing_select_list|unclosed_text|unclosed_bracket|not_boolean_where|empty_in}
SELECT {payment_id|payment_id|payment_id,||'abc|(fee|payment_id|payment_id} {FORM|FROM payments FROM|FROM|FROM|FROM|FROM|FROM|FROM} payments{||||||  WHERE fee| WHERE country IN ()};

-- constant_condition_over_{aggregate|join|rank|window}: nothing is left to run
{SELECT country, COUNT(*) AS n FROM payments WHERE 1 = 2 GROUP BY country|SELECT o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id WHERE FALSE|SELECT payment_id FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY country ORDER BY amount DESC) AS rn FROM payments WHERE FALSE) WHERE rn <= 3|SELECT window_start, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE payments, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) WHERE CAST(NULL AS BOOLEAN) GROUP BY window_start, window_end};

-- number_cast_to_time_{column|count|literal}
SELECT {CAST(customer_id AS TIMESTAMP(3))|CAST(COUNT(*) AS TIMESTAMP(3))|CAST(1 AS TIMESTAMP(3))} AS v FROM payments;

-- grouped_by_{map|multiset|array|row}
SELECT COUNT(*) AS n FROM {clicks GROUP BY properties|baskets GROUP BY words|clicks GROUP BY tags|clicks GROUP BY device};
