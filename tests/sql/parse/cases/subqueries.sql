SELECT EXISTS (SELECT 1) AND b FROM t
=> (select [(logical AND [(exists query:(select [1])) b])] source:(table t))

SELECT a AND NOT EXISTS (SELECT 1) FROM t
=> (select [(logical AND [a (unary NOT (exists query:(select [1])))])] source:(table t))

SELECT a = ANY (SELECT 1) FROM t
=> (select [(quantified = quantifier:SOME a [] query:(select [1]))] source:(table t))

SELECT a FROM ((SELECT 1)) AS x
=> (select [a] source:(derived query:(select [1]) alias:(alias x)))

SELECT a FROM ((SELECT 1) AS y) AS x
!! 1:15 one table needs no parentheses: they hold a query or joined tables [remove the parentheses, or write (SELECT * FROM ..)]

SELECT a FROM ((SELECT 1) AS y JOIN t ON TRUE) AS x
!! 1:48 joined tables in parentheses cannot have an alias [give each table its own, or write (SELECT * FROM ..) AS name]

SELECT a FROM ((SELECT 1) AS y JOIN t ON TRUE)
=> (select [a] source:(join INNER (derived query:(select [1]) alias:(alias y)) (table t) on:TRUE))

SELECT a FROM (TABLE t) AS x
=> (select [a] source:(derived query:(tablequery (table t)) alias:(alias x)))

SELECT EXISTS ((SELECT 1)), EXISTS (TABLE t)
=> (select [(exists query:(select [1])) (exists query:(tablequery (table t)))])

SELECT EXISTS (a)
!! 1:16 found `a`, expected a query

SELECT UNIQUE (SELECT 1)
!! 1:8 Flink SQL has no function UNIQUE(..) [a function of your own with that name stands in backticks: `UNIQUE`(..)]

SELECT ARRAY(SELECT 1), MAP(SELECT 1, 2), MULTISET(SELECT 1)
=> (select [(collection ARRAY [] query:(select [1])) (collection MAP [] query:(select [1 2])) (collection MULTISET [] query:(select [1]))])

SELECT ROW(1, 2), ROW(a, (SELECT 1)), (1, 2), ROW()
!! 1:51 found ), expected an expression

SELECT ROW(1, 2), ROW(a, (SELECT 1)), (1, 2), ROW(1)
=> (select [(row [1 2] explicit) (row [a (subquery query:(select [1]))] explicit) (row [1 2]) (row [1] explicit)])

SELECT CURSOR(SELECT 1)
!! 1:8 Flink SQL has no function CURSOR(..) [a function of your own with that name stands in backticks: `CURSOR`(..)]

SELECT a < b < c, a <> b, a <= ALL (SELECT 1), a >= SOME (1)
=> (select [(binary < (binary < a b) c) (binary <> a b) (quantified <= quantifier:ALL a [] query:(select [1])) (quantified >= quantifier:SOME a [1])])

SELECT ARRAY[(SELECT 1)]
!! 1:14 no query can stand here [join it in FROM, or a WITH table]

SELECT ARRAY[1 + (SELECT 1)]
=> (select [(collection ARRAY [(arithmetic [+] [1 (subquery query:(select [1]))])])])

SELECT ARRAY[f((SELECT 1))]
=> (select [(collection ARRAY [(call F [(subquery query:(select [1]))])])])

SELECT a FROM t WHERE x IN (SELECT 1) AND y
=> (select [a] source:(table t) where:(logical AND [(in x [] query:(select [1])) y]))
