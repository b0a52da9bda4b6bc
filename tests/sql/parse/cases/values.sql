VALUES (1, 2), (3, DEFAULT)
=> (values [(row [1 2]) (row [3 (default)])])

SELECT a FROM (VALUES 1, 2) AS x
=> (select [a] source:(derived query:(values [1 2]) alias:(alias x)))

SELECT a IN (SELECT 1, 2) , a IN (VALUES 1)
=> (select [(in a [] query:(select [1 2])) (in a [] query:(values [1]))])

SELECT NEXT VALUE FOR s, CURRENT VALUE FOR s
!! 1:8 found NEXT, expected an expression

VALUES 1
=> (values [1])

VALUES (1), ROW(2), 3, ((4)), ((SELECT 5)), (SELECT 6)
=> (values [(row [1]) (row [2] explicit) 3 (row [4]) (row [(subquery query:(select [5]))]) (subquery query:(select [6]))])

VALUES (ROW(1, 2))
=> (values [(row [1 2] explicit)])

VALUES ((1, 2))
=> (values [(row [(row [1 2])])])

VALUES ()
!! 1:9 found ), expected an expression

VALUE 1
=> (values [1])

SELECT * FROM (VALUES (1, 'a')) AS t(a, b)
=> (select [*] source:(derived query:(values [(row [1 'a'])]) alias:(alias t [a b])))

VALUES (1, 'a'), (2)
=> (values [(row [1 'a']) (row [2])])

VALUES 1 2
!! 1:10 found 2, expected an operator, a comma or the next clause [is AND, OR, a comma or an operator missing before it?]

SELECT * FROM VALUES (1)
!! 1:15 VALUES is a reserved word, it cannot be a table as it stands [to use it as a name, write `VALUES`, in backticks]
