SELECT a FROM t1 JOIN t2 ON x JOIN t3
=> (select [a] source:(join INNER (join INNER (table t1) (table t2) on:x) (table t3)))

SELECT a FROM t1 NATURAL LEFT JOIN t2
=> (select [a] source:(join LEFT natural (table t1) (table t2)))

SELECT a FROM t1 CROSS JOIN t2 ON x
=> (select [a] source:(join CROSS (table t1) (table t2) on:x))

SELECT a FROM t1 LEFT SEMI JOIN t2 ON x
!! 1:23 found `SEMI`, expected JOIN

SELECT a FROM t1 CROSS APPLY f(x)
!! 1:24 found `APPLY`, expected JOIN

SELECT a FROM (t1 JOIN t2 ON x) JOIN t3 ON y
=> (select [a] source:(join INNER (join INNER (table t1) (table t2) on:x) (table t3) on:y))

SELECT a FROM (t1) 
!! 1:15 one table needs no parentheses: they hold a query or joined tables [remove the parentheses, or write (SELECT * FROM ..)]

SELECT a FROM (t1 AS b) 
!! 1:15 one table needs no parentheses: they hold a query or joined tables [remove the parentheses, or write (SELECT * FROM ..)]

SELECT a FROM (t1, t2) 
!! 1:18 found ,, expected JOIN or )

SELECT a FROM t JOIN (u JOIN v ON x) ON y
=> (select [a] source:(join INNER (table t) (join INNER (table u) (table v) on:x) on:y))

SELECT a FROM t JOIN u USING (a, b)
=> (select [a] source:(join INNER (table t) (table u) using:[a b]))

SELECT a FROM t JOIN u JOIN v ON x ON y
!! 1:36 ON cannot stand here: the query before it is complete [the order is SELECT, FROM, WHERE, GROUP BY, HAVING, WINDOW, QUALIFY, then UNION .., and last ORDER BY, LIMIT]

SELECT a FROM t, u JOIN v ON x, w
=> (select [a] source:(join COMMA (join INNER (join COMMA (table t) (table u)) (table v) on:x) (table w)))

SELECT a FROM t LEFT OUTER JOIN u ON x RIGHT JOIN v ON y FULL OUTER JOIN w ON z
=> (select [a] source:(join FULL (join RIGHT (join LEFT (table t) (table u) on:x) (table v) on:y) (table w) on:z))

SELECT a FROM t INNER u
!! 1:23 found `u`, expected JOIN

SELECT a FROM t LEFT u
!! 1:22 found `u`, expected JOIN

SELECT a FROM t OUTER JOIN u
!! 1:17 OUTER cannot stand here [write LEFT, RIGHT or FULL OUTER JOIN]

SELECT a FROM t JOIN
!! 1:20 the query ends where a table is expected

SELECT a FROM t JOIN u ON
!! 1:25 the query ends where an expression is expected

SELECT a FROM t JOIN u WHERE
!! 1:28 the query ends where an expression is expected

SELECT a, b c, d FROM t AS x(y), z
=> (select [a (selectitem b alias:c) d] source:(join COMMA (table t alias:(alias x [y])) (table z)))

SELECT a FROM t LEFT JOIN u ON TRUE, v
=> (select [a] source:(join COMMA (join LEFT (table t) (table u) on:TRUE) (table v)))

SELECT a FROM t NATURAL JOIN u ON TRUE
=> (select [a] source:(join INNER natural (table t) (table u) on:TRUE))

SELECT a FROM t JOIN u USING ()
!! 1:31 found ), expected the name of a column

SELECT a FROM t AS x ASOF JOIN u ON x.a = u.a
!! 1:22 Flink SQL has no ASOF JOIN [join the version of a time: LEFT JOIN prices FOR SYSTEM_TIME AS OF t.event_time AS p ON t.id = p.id]
