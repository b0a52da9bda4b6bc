SELECT a FROM t /*+ OPTIONS('a'='b'), X(a, 1), Y() */ AS u
=> (select [a] source:(table t hints:[(hint OPTIONS [a='b']) (hint X ['a' '1']) (hint Y)] alias:(alias u)))

SELECT /*+ LOOKUP('table'='x', 'retry'='y'), BROADCAST(t1, t2) */ a FROM t
=> (select [a] source:(table t) hints:[(hint LOOKUP [table='x' retry='y']) (hint BROADCAST ['t1' 't2'])])

SELECT /*+ STATE_TTL('a'='1d', 'b'='2d'), X, K(1, 'a'), Z(a='b') */ a FROM t
=> (select [a] source:(table t) hints:[(hint STATE_TTL [a='1d' b='2d']) (hint X) (hint K ['1' 'a']) (hint Z [a='b'])])

SELECT a FROM t AS u /*+ OPTIONS('a'='b') */
!! 1:22 /*+ cannot stand here [hints stand after SELECT, or after the name of a table and before its alias]

SELECT a FROM (SELECT 1) /*+ OPTIONS('a'='b') */ AS u
!! 1:26 /*+ cannot stand here [hints stand after SELECT, or after the name of a table and before its alias]

SELECT a FROM t /*+ OPTIONS('a'='b'), X(a, b), Y(), Z */ AS u
=> (select [a] source:(table t hints:[(hint OPTIONS [a='b']) (hint X ['a' 'b']) (hint Y) (hint Z)] alias:(alias u)))

SELECT /*+ STATE_TTL('a'='1d', 'b'='2d'), X, Z(a='b') */ a FROM t
=> (select [a] source:(table t) hints:[(hint STATE_TTL [a='1d' b='2d']) (hint X) (hint Z [a='b'])])

SELECT /*+ K(1, 'a') */ a FROM t
=> (select [a] source:(table t) hints:[(hint K ['1' 'a'])])

SELECT a /*+ x */
!! 1:10 /*+ cannot stand here [hints stand after SELECT, or after the name of a table and before its alias]

SELECT /*+ STATE_TTL('o' = '1d', 'c' = '12h') */ o.id FROM orders o JOIN customers c ON o.c = c.id
=> (select [o.id] source:(join INNER (table orders alias:(alias o)) (table customers alias:(alias c)) on:(binary = o.c c.id)) hints:[(hint STATE_TTL [o='1d' c='12h'])])

SELECT * FROM kafka_table /*+ OPTIONS('scan.startup.mode'='earliest-offset', 'a.b'='c') */ t
=> (select [*] source:(table kafka_table hints:[(hint OPTIONS [scan.startup.mode='earliest-offset' a.b='c'])] alias:(alias t)))

SELECT /*+ OPTIONS('a' 'b') */ a FROM t
!! 1:24 found the string 'b', expected a comma or )

SELECT /*+ OPTIONS('a'=1) */ a FROM t
!! 1:24 found 1, expected a value in single quotes

SELECT /*+ STATE_TTL('a'='1d') a FROM t
!! 1:32 found `a`, expected a comma or */ that ends the hints

SELECT /*+ */ a FROM t
!! 1:12 found */, expected the name of a hint

SELECT /*+ 'x' */ a FROM t
!! 1:12 found the string 'x', expected the name of a hint
