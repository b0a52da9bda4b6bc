SELECT a MULTISET UNION b MULTISET INTERSECT c FROM t
=> (select [(binary MULTISET UNION a (binary MULTISET INTERSECT b c))] source:(table t))

SELECT 1 UNION SELECT 2 INTERSECT SELECT 3 EXCEPT ALL SELECT 4
=> (setoperation [UNION EXCEPT ALL] [(select [1]) (setoperation [INTERSECT] [(select [2]) (select [3])]) (select [4])])

SELECT 1 MINUS SELECT 2
!! 1:10 Flink SQL has no MINUS [write EXCEPT]

SELECT 1 UNION VALUES 1, (2), ROW(3)
=> (setoperation [UNION] [(select [1]) (values [1 (row [2]) (row [3] explicit)])])

TABLE t UNION TABLE u
=> (setoperation [UNION] [(tablequery (table t)) (tablequery (table u))])

(WITH a AS (SELECT 1) SELECT 2)
=> (query body:(select [2]) ctes:[(commontable a query:(select [1]))])

SELECT a FROM ((SELECT 1) UNION ALL (SELECT 2)) AS x
=> (select [a] source:(derived query:(setoperation [UNION ALL] [(select [1]) (select [2])]) alias:(alias x)))

SELECT a IN ((SELECT 1)), a IN ((SELECT 1) UNION (SELECT 2)), a IN (SELECT 1 UNION SELECT 2), a IN ((SELECT 1), 2)
=> (select [(in a [] query:(select [1])) (in a [] query:(setoperation [UNION] [(select [1]) (select [2])])) (in a [] query:(setoperation [UNION] [(select [1]) (select [2])])) (in a [(subquery query:(select [1])) 2])])

SELECT EXISTS ((SELECT 1) UNION (SELECT 2))
=> (select [(exists query:(setoperation [UNION] [(select [1]) (select [2])]))])

SELECT a SUBMULTISET OF b, a NOT SUBMULTISET OF b, a MULTISET UNION DISTINCT b, a MULTISET EXCEPT ALL b
=> (select [(binary SUBMULTISET OF a b) (unary NOT (binary SUBMULTISET OF a b)) (binary MULTISET UNION DISTINCT a b) (binary MULTISET EXCEPT ALL a b)])

WITH a AS ((SELECT 1) UNION ALL (SELECT 2)) SELECT 1
=> (query body:(select [1]) ctes:[(commontable a query:(setoperation [UNION ALL] [(select [1]) (select [2])]))])

(WITH a AS (SELECT 1) SELECT 1) UNION SELECT 2
=> (setoperation [UNION] [(query body:(select [1]) ctes:[(commontable a query:(select [1]))]) (select [2])])

WITH a AS (SELECT 1) SELECT 1 UNION WITH b AS (SELECT 1) SELECT 2
!! 1:37 found WITH, expected SELECT, VALUES, TABLE or a query in parentheses

((SELECT 1))
=> (select [1])

(SELECT 1 UNION SELECT 2) INTERSECT SELECT 3
=> (setoperation [INTERSECT] [(setoperation [UNION] [(select [1]) (select [2])]) (select [3])])
