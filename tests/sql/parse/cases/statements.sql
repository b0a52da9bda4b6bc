SELECT a;
=> (select [a])

SELECT a;;
=> (select [a])

SELECT a INTO b FROM t
!! 1:10 INTO cannot stand here [the query says what the rows are: the model says where they go]

INSERT INTO t SELECT 1
!! 1:1 a model is one query, this is INSERT [write the SELECT alone: streamt writes the statement that creates the table or runs the query]

CREATE TABLE t (a INT)
!! 1:1 a model is one query, this is CREATE [write the SELECT alone: streamt writes the statement that creates the table or runs the query]

SET 'a' = 'b'
!! 1:1 a model is one query, this is SET [write the SELECT alone: streamt writes the statement that creates the table or runs the query]

EXPLAIN SELECT 1
!! 1:1 a model is one query, this is EXPLAIN [write the SELECT alone: streamt writes the statement that creates the table or runs the query]

SHOW TABLES
!! 1:1 a model is one query, this is SHOW [write the SELECT alone: streamt writes the statement that creates the table or runs the query]

WITH a AS (SELECT 1) INSERT INTO x SELECT 1
!! 1:22 a model is one query, this is INSERT [write the SELECT alone: streamt writes the statement that creates the table or runs the query]

(t JOIN u)
!! 1:2 found `t`, expected SELECT, VALUES, TABLE or a query in parentheses

1 + 1
!! 1:1 found 1, expected SELECT, WITH, VALUES or a query in parentheses

a
!! 1:1 found `a`, expected SELECT, WITH, VALUES or a query in parentheses

SELECT a, COUNT(*) FROM t GROUP BY a EMIT CHANGES
!! 1:38 Flink SQL has no EMIT: a query over a stream always gives its changes [leave it out]

SELECT a FROM t LIMIT 3 BY a
!! 1:25 Flink SQL has no LIMIT .. BY [number the rows of each key: ROW_NUMBER() OVER (PARTITION BY key ORDER BY ..), and filter outside]

SELECT DATEADD(day, 1, a) FROM t
!! 1:8 Flink SQL has no function DATEADD(..) [write TIMESTAMPADD(DAY, 1, time)]
