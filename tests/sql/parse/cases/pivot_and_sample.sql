SELECT a FROM t TABLESAMPLE BERNOULLI (10) REPEATABLE (1)
=> (select [a] source:(sample source:(table t) method:BERNOULLI amount:10 seed:1))

SELECT a FROM t TABLESAMPLE SYSTEM (10)
=> (select [a] source:(sample source:(table t) method:SYSTEM amount:10))

SELECT * FROM t PIVOT (SUM(a) AS s FOR b IN (1 AS x, 2))
=> (select [*] source:(pivot source:(table t) aggregates:[(selectitem (call SUM [a]) alias:s)] axes:[b] values:[(selectitem 1 alias:x) 2]))

SELECT * FROM t UNPIVOT INCLUDE NULLS (a FOR b IN (c AS 'x', d))
=> (select [*] source:(unpivot source:(table t) include_nulls measures:[a] axes:[b] [(row [(row [c]) 'x']) (row [d])]))

SELECT a FROM t PIVOT (SUM(a) FOR (b, c) IN ((1, 2) AS x))
=> (select [a] source:(pivot source:(table t) aggregates:[(call SUM [a])] axes:[b c] values:[(selectitem (row [1 2]) alias:x)]))

SELECT a FROM t UNPIVOT ((a, b) FOR c IN ((d, e) AS (1, 2), (f, g)))
=> (select [a] source:(unpivot source:(table t) measures:[a b] axes:[c] [(row [(row [d e]) (row [1 2])]) (row [f g])]))

SELECT a FROM t TABLESAMPLE BERNOULLI(101)
=> (select [a] source:(sample source:(table t) method:BERNOULLI amount:101))

SELECT a FROM t TABLESAMPLE SUBSTITUTE('x')
=> (select [a] source:(sample source:(table t) method:SUBSTITUTE amount:x))

SELECT * FROM t PIVOT (SUM(a) FOR b)
!! 1:36 found ), expected IN

SELECT * FROM t TABLESAMPLE (10)
!! 1:29 found (, expected BERNOULLI or SYSTEM

SELECT * FROM t TABLESAMPLE BERNOULLI (a)
!! 1:40 found `a`, expected a number

SELECT * FROM t UNPIVOT (a FOR b IN ())
!! 1:38 found ), expected a column
