-- {one_row|two_rows|mixed_numbers|with_null|text_lengths|decimals|dates|booleans}
SELECT * FROM (VALUES {(1, 'a')|(1, 'a'), (2, 'b')|(1), (2.5)|(1, NULL), (NULL, 'b')|('a'), ('abc')|(1.5), (22.25)|(DATE '2024-01-01'), (DATE '2024-01-02')|(TRUE), (FALSE)}){|||||||};

-- bare
VALUES (1, 'a'), (2, 'b');

-- named
SELECT code, label FROM (VALUES (1, 'one'), (2, 'two')) AS t (code, label);

-- {arrays|rows|maps|timestamps|intervals}
SELECT v FROM (VALUES {(ARRAY[1, 2])|(ROW(1, 'x'))|(MAP['a', 1])|(TIMESTAMP '2024-01-01 00:00:00')|(INTERVAL '1' DAY)}) AS t (v);

-- joined
SELECT p.payment_id, t.label FROM payments p JOIN (VALUES ('FR', 'France'), ('DE', 'Deutschland')) AS t (code, label) ON p.country = t.code;

-- cast
SELECT CAST(n AS BIGINT) AS n FROM (VALUES (1), (2)) AS t (n);

-- without_parentheses
SELECT * FROM (VALUES 1, 2, 3) AS t (n);

-- in_a_union
SELECT country FROM payments UNION ALL VALUES ('XX');

-- select_without_from_{int|text|null|now|expression}
SELECT {1|'x'|NULL|CURRENT_DATE|1 + 2.5} AS v;

-- unnamed_expressions
SELECT 1, 'a', 2 + 3;

-- insertion_order_limit
SELECT * FROM (VALUES (1), (2)) AS t (n) LIMIT 1;

-- aggregated
SELECT SUM(n) AS s FROM (VALUES (1), (2)) AS t (n);

-- row_constructor_value
SELECT t.r.EXPR$0 AS a FROM (VALUES (ROW(1, 'x'))) AS t (r);

-- wrong_{different_lengths|clash|too_many_names|unknown|array_clash}
SELECT {*|*|*|m|*} FROM (VALUES {(1, 2), (3)|(1), (DATE '2024-01-01')|(1)|(1)|(ARRAY[1]), (1)}) AS t (n{|, m|, m||});
