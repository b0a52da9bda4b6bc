SELECT * FROM t WHERE a LIMIT 1, 2
!! 1:32 Flink SQL has no LIMIT start, count [write LIMIT count OFFSET start]

SELECT * FROM t OFFSET 1 LIMIT 2
!! 1:26 LIMIT stands before OFFSET [write LIMIT .. OFFSET ..]

SELECT * FROM t LIMIT ALL
=> (select [*] source:(table t))

SELECT * FROM t LIMIT ?
=> (query body:(select [*] source:(table t)) limit:(param number:0))

SELECT * FROM t OFFSET 1 ROW FETCH NEXT 2 ROWS ONLY
=> (query body:(select [*] source:(table t)) offset:1 limit:2)

SELECT * FROM t FETCH FIRST ROW ONLY
!! 1:29 found ROW, expected a number of rows

SELECT * FROM t LIMIT 1 FETCH FIRST 2 ROWS ONLY
!! 1:25 FETCH cannot stand here: the query before it is complete [the order is SELECT, FROM, WHERE, GROUP BY, HAVING, WINDOW, QUALIFY, then UNION .., and last ORDER BY, LIMIT]

(SELECT 1) UNION (SELECT 2) ORDER BY 1
=> (query body:(setoperation [UNION] [(select [1]) (select [2])]) order_by:[(sortkey 1)])

SELECT 1 ORDER BY 1 UNION SELECT 2
!! 1:21 UNION cannot stand here: the query before it is complete [the order is SELECT, FROM, WHERE, GROUP BY, HAVING, WINDOW, QUALIFY, then UNION .., and last ORDER BY, LIMIT]

SELECT LISTAGG(a, ',') WITHIN GROUP (ORDER BY b DESC NULLS LAST) FROM t
=> (select [(call LISTAGG [a ','] within:[(sortkey b descending nulls:LAST)])] source:(table t))

SELECT ARRAY_AGG(DISTINCT a ORDER BY b) FROM t
=> (select [(call ARRAY_AGG [a] quantifier:DISTINCT order_by:[(sortkey b)])] source:(table t))

SELECT STRING_AGG(a, ',' ORDER BY b) FROM t
!! 1:8 Flink SQL has no function STRING_AGG(..) [write LISTAGG(..)]

SELECT a FROM ((SELECT 1) UNION ALL (SELECT 2) ORDER BY 1) AS x
!! 1:48 found ORDER, expected UNION, JOIN or )

SELECT (SELECT 1) + 1, ((SELECT 1)), ((SELECT 1) UNION (SELECT 2)), (SELECT 1 UNION SELECT 2 ORDER BY 1 LIMIT 1)
=> (select [(arithmetic [+] [(subquery query:(select [1])) 1]) (subquery query:(select [1])) (subquery query:(setoperation [UNION] [(select [1]) (select [2])])) (subquery query:(query body:(setoperation [UNION] [(select [1]) (select [2])]) order_by:[(sortkey 1)] limit:1))])

SELECT ((SELECT 1) UNION (SELECT 2) ORDER BY 1)
=> (select [(subquery query:(query body:(setoperation [UNION] [(select [1]) (select [2])]) order_by:[(sortkey 1)]))])

SELECT f(a ORDER BY b)
!! 1:12 found ORDER, expected an operator, a comma or )

SELECT a FROM t ORDER a
!! 1:23 found `a`, expected BY

SELECT a FROM t ORDER BY a WHERE b
!! 1:28 WHERE cannot stand here: the query before it is complete [the order is SELECT, FROM, WHERE, GROUP BY, HAVING, WINDOW, QUALIFY, then UNION .., and last ORDER BY, LIMIT]

SELECT a FROM t LIMIT -1
!! 1:23 found -, expected a number of rows

SELECT a FROM t LIMIT 1 + 1
!! 1:25 found +, expected the end of the query

SELECT a FROM t LIMIT 1.5
=> (query body:(select [a] source:(table t)) limit:1.5)

SELECT a FROM t LIMIT ALL OFFSET 1
=> (query body:(select [a] source:(table t)) offset:1)

SELECT SUM(a) FILTER (WHERE b) WITHIN GROUP (ORDER BY c)
!! 1:32 found WITHIN, expected an operator, a comma or the next clause

(SELECT 1) LIMIT 1
=> (query body:(select [1]) limit:1)

(SELECT 1 LIMIT 1) LIMIT 2
=> (query body:(query body:(select [1]) limit:1) limit:2)

SELECT a FROM t LIMIT ? OFFSET ?
=> (query body:(select [a] source:(table t)) offset:(param number:1) limit:(param number:0))

SELECT a FROM t ORDER BY a,
!! 1:27 the query ends where an expression is expected
