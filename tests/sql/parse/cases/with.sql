WITH a (x, y) AS (SELECT 1, 2), b AS (TABLE a) SELECT * FROM b
=> (query body:(select [*] source:(table b)) ctes:[(commontable a [x y] query:(select [1 2])) (commontable b query:(tablequery (table a)))])

WITH RECURSIVE a AS (SELECT 1) SELECT * FROM a
=> (query body:(select [*] source:(table a)) ctes:[(commontable a query:(select [1]))] recursive)

WITH a AS (SELECT 1) (SELECT 2)
=> (query body:(select [2]) ctes:[(commontable a query:(select [1]))])

SELECT * FROM (WITH a AS (SELECT 1) SELECT 2)
=> (select [*] source:(derived query:(query body:(select [2]) ctes:[(commontable a query:(select [1]))])))

WITH a AS SELECT 1 SELECT 2
!! 1:11 found SELECT, expected ( and a query

WITH a AS (VALUES (1)) TABLE a
=> (query body:(tablequery (table a)) ctes:[(commontable a query:(values [(row [1])]))])

WITH a AS (SELECT 1), SELECT 2
!! 1:21 there is a comma too many before SELECT [remove it, or add what is missing after it]

WITH a AS (t JOIN u) SELECT 1
!! 1:12 found `t`, expected SELECT, VALUES, TABLE or a query in parentheses

WITH a AS ((SELECT 1)) SELECT 1
=> (query body:(select [1]) ctes:[(commontable a query:(select [1]))])

WITH recent AS (
  SELECT * FROM orders WHERE ts > TIMESTAMP '2024-01-01 00:00:00'
), totals (customer, total) AS (
  SELECT customer_id, SUM(amount) FROM recent GROUP BY customer_id
)
SELECT * FROM totals WHERE total > 10
=> (query body:(select [*] source:(table totals) where:(binary > total 10)) ctes:[(commontable recent query:(select [*] source:(table orders) where:(binary > ts timestamp'2024-01-01 00:00:00'))) (commontable totals [customer total] query:(select [customer_id (call SUM [amount])] source:(table recent) group_by:(groupby [customer_id])))])

WITH a AS (SELECT 1)
!! 1:20 the query ends where SELECT, VALUES, TABLE or a query in parentheses is expected

WITH a SELECT 1
!! 1:8 found SELECT, expected AS and a query in parentheses

WITH a (x y) AS (SELECT 1) SELECT 1
!! 1:11 found `y`, expected a comma or ) [is a comma missing after `x`?]
