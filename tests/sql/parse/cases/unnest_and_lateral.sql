SELECT a FROM LATERAL TABLE(f(x)) AS t(a, b)
=> (select [a] source:(functiontable (call F [x]) lateral alias:(alias t [a b])))

SELECT a FROM u, LATERAL TABLE(f(x)) AS t(a, b)
=> (select [a] source:(join COMMA (table u) (functiontable (call F [x]) lateral alias:(alias t [a b]))))

SELECT a FROM u, LATERAL f(x) AS t
!! 1:26 found `f`, expected TABLE(..), UNNEST(..) or a query in parentheses after LATERAL

SELECT a FROM u LEFT JOIN LATERAL TABLE(f(x)) t ON TRUE
=> (select [a] source:(join LEFT (table u) (functiontable (call F [x]) lateral alias:(alias t)) on:TRUE))

SELECT a FROM u CROSS JOIN UNNEST(b) WITH ORDINALITY AS t (c, o)
=> (select [a] source:(join CROSS (table u) (unnest [b] ordinality alias:(alias t [c o]))))

SELECT a FROM u CROSS JOIN LATERAL UNNEST(b) AS t (c)
=> (select [a] source:(join CROSS (table u) (unnest [b] lateral alias:(alias t [c]))))

SELECT a FROM u CROSS JOIN LATERAL (SELECT 1) AS t (c)
=> (select [a] source:(join CROSS (table u) (derived query:(select [1]) lateral alias:(alias t [c]))))

SELECT a FROM UNNEST((SELECT b FROM t)) AS x
=> (select [a] source:(unnest [(subquery query:(select [b] source:(table t)))] alias:(alias x)))

SELECT a FROM UNNEST(SELECT b FROM t) AS x
=> (select [a] source:(unnest [(subquery query:(select [b] source:(table t)))] alias:(alias x)))

SELECT a FROM UNNEST(b, c) AS x
=> (select [a] source:(unnest [b c] alias:(alias x)))

SELECT a FROM t, LATERAL TABLE(VECTOR_SEARCH(TABLE u, t.v, DESCRIPTOR(w), 10))
=> (select [a] source:(join COMMA (table t) (functiontable (call VECTOR_SEARCH [(tablearg query:(tablequery (table u))) t.v (descriptor w) 10]) lateral)))

SELECT id, tag, pos FROM orders CROSS JOIN UNNEST(tags) WITH ORDINALITY AS t (tag, pos)
=> (select [id tag pos] source:(join CROSS (table orders) (unnest [tags] ordinality alias:(alias t [tag pos]))))

SELECT state, c.name FROM states, LATERAL (SELECT name FROM cities WHERE cities.state = states.state ORDER BY pop DESC LIMIT 3) AS c
=> (select [state c.name] source:(join COMMA (table states) (derived query:(query body:(select [name] source:(table cities) where:(binary = cities.state states.state)) order_by:[(sortkey pop descending)] limit:3) lateral alias:(alias c))))

SELECT a FROM u CROSS JOIN UNNEST(b) WITH OFFSET AS t
!! 1:43 found OFFSET, expected ORDINALITY

SELECT a FROM u CROSS JOIN UNNEST b
!! 1:35 found `b`, expected ( and the array, map or multiset to unnest
