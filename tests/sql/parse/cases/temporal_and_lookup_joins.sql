SELECT a FROM t FOR SYSTEM_TIME AS OF u.p AS x
=> (select [a] source:(table t as_of:u.p alias:(alias x)))

SELECT a FROM t AS x FOR SYSTEM_TIME AS OF u.p
!! 1:22 FOR cannot stand here [FOR SYSTEM_TIME AS OF stands right after the name of a table, before its alias]

SELECT a FROM (SELECT 1) FOR SYSTEM_TIME AS OF u.p AS x
!! 1:26 FOR cannot stand here [FOR SYSTEM_TIME AS OF stands right after the name of a table, before its alias]

SELECT a FROM t FOR SYSTEM_TIME AS OF x.p + INTERVAL '1' DAY
=> (select [a] source:(table t as_of:(arithmetic [+] [x.p (interval '1' (intervalunit DAY))])))

SELECT a FROM t FOR SYSTEM_TIME AS OF
!! 1:37 the query ends where an expression is expected

SELECT a FROM t AS x FOR SYSTEM_TIME AS OF y
!! 1:22 FOR cannot stand here [FOR SYSTEM_TIME AS OF stands right after the name of a table, before its alias]

SELECT a FROM t FOR SYSTEM_TIME AS OF (SELECT 1)
!! 1:39 no query can stand here [join it in FROM, or a WITH table]

SELECT o.id, o.price * r.rate AS total
FROM orders AS o
JOIN rates FOR SYSTEM_TIME AS OF o.order_time AS r ON o.currency = r.currency
=> (select [o.id (selectitem (arithmetic [*] [o.price r.rate]) alias:total)] source:(join INNER (table orders alias:(alias o)) (table rates as_of:o.order_time alias:(alias r)) on:(binary = o.currency r.currency)))

SELECT o.id, c.city
FROM orders AS o
LEFT JOIN customers FOR SYSTEM_TIME AS OF o.proc_time AS c ON o.customer_id = c.id
=> (select [o.id c.city] source:(join LEFT (table orders alias:(alias o)) (table customers as_of:o.proc_time alias:(alias c)) on:(binary = o.customer_id c.id)))

SELECT /*+ LOOKUP('table'='c', 'retry-predicate'='lookup_miss', 'retry-strategy'='fixed_delay') */ o.id
FROM orders AS o JOIN customers FOR SYSTEM_TIME AS OF o.proc_time c ON o.customer_id = c.id
=> (select [o.id] source:(join INNER (table orders alias:(alias o)) (table customers as_of:o.proc_time alias:(alias c)) on:(binary = o.customer_id c.id)) hints:[(hint LOOKUP [table='c' retry-predicate='lookup_miss' retry-strategy='fixed_delay'])])

SELECT a FROM t FOR SYSTEM_TIME AS u.p
!! 1:36 found `u`, expected OF

SELECT a FROM t FOR SYSTEM_TIME BETWEEN a AND b
!! 1:33 found BETWEEN, expected AS OF
