SELECT a != b FROM t
!! 1:10 Flink SQL has no != [write <>]

SELECT a % b * c || d FROM t
=> (select [(arithmetic [% * ||] [a b c d])] source:(table t))

SELECT a + b || c FROM t
=> (select [(arithmetic [+] [a (arithmetic [||] [b c])])] source:(table t))

SELECT NOT a = b AND c IS NULL FROM t
=> (select [(logical AND [(unary NOT (binary = a b)) (is c NULL)])] source:(table t))

SELECT a = b = c FROM t
=> (select [(binary = (binary = a b) c)] source:(table t))

SELECT a BETWEEN b AND c AND d FROM t
=> (select [(logical AND [(between a low:b high:c) d])] source:(table t))

SELECT a BETWEEN b = c AND d = e FROM t
=> (select [(binary = (between a low:(binary = b c) high:d) e)] source:(table t))

SELECT a IN (1,2) = b FROM t
=> (select [(binary = (in a [1 2]) b)] source:(table t))

SELECT -a + b FROM t
=> (select [(arithmetic [+] [(unary - a) b])] source:(table t))

SELECT - a * b FROM t
=> (select [(arithmetic [*] [(unary - a) b])] source:(table t))

SELECT t.r.* FROM t
=> (select [t.r.*] source:(table t))

SELECT a IS NULL = b FROM t
=> (select [(binary = (is a NULL) b)] source:(table t))

SELECT a = NOT b FROM t
=> (select [(binary = a (unary NOT b))] source:(table t))

SELECT NOT NOT a FROM t
=> (select [(unary NOT (unary NOT a))] source:(table t))

SELECT NOT a IN (1) FROM t
=> (select [(unary NOT (in a [1]))] source:(table t))

SELECT NOT a IS NULL FROM t
=> (select [(unary NOT (is a NULL))] source:(table t))

SELECT a = SOME (1,2) FROM t
=> (select [(quantified = quantifier:SOME a [1 2])] source:(table t))

SELECT a MEMBER OF b AND c FROM t
=> (select [(logical AND [(binary MEMBER OF a b) c])] source:(table t))

SELECT *, a FROM t
=> (select [* a] source:(table t))

SELECT f(a => 1, b => DEFAULT), f(DEFAULT)
=> (select [(call F [(namedarg a 1) (namedarg b (default))]) (call F [(default)])])

SELECT a.b.f(x), `a`.`b`(1), cat.f(*)
=> (select [(call A.B.F [x]) (call A.B [1]) (call CAT.F [*])])

SELECT CASE WHEN a THEN 1 END, CASE a WHEN 1, 2 THEN 3 ELSE 4 END
=> (select [(case whens:[(when tests:[a] result:1)]) (case operand:a whens:[(when tests:[1 2] result:3)] otherwise:4)])

SELECT CASE END
!! 1:13 found END, expected an expression

SELECT CASE a END
!! 1:15 found END, expected WHEN

SELECT a NOT BETWEEN SYMMETRIC b AND c, a BETWEEN ASYMMETRIC b AND c, a NOT IN (1)
=> (select [(between a low:b high:c negated symmetric) (between a low:b high:c) (in a [1] negated)])

SELECT a BETWEEN b OR c AND d
!! 1:20 found OR, expected AND and the upper bound of BETWEEN

SELECT a BETWEEN b AND c BETWEEN d AND e
=> (select [(between a low:b high:(between c low:d high:e))])

SELECT a BETWEEN b BETWEEN c AND d AND e
=> (select [(between a low:(between b low:c high:d) high:e)])

SELECT a + 1 BETWEEN b - 1 AND c + 1 OR d
=> (select [(logical OR [(between (arithmetic [+] [a 1]) low:(arithmetic [-] [b 1]) high:(arithmetic [+] [c 1])) d])])

SELECT a NOT b
!! 1:14 found `b`, expected IN, BETWEEN, LIKE or SIMILAR TO after NOT

SELECT a IMMEDIATELY PRECEDES b, a EQUALS b, a SUCCEEDS b
=> (select [(binary IMMEDIATELY PRECEDES a b) (binary EQUALS a b) (binary SUCCEEDS a b)])

SELECT a AND b OR c AND NOT d OR e
=> (select [(logical OR [(logical AND [a b]) (logical AND [c (unary NOT d)]) e])])

SELECT a OR b AND c = d + e * -f
=> (select [(logical OR [a (logical AND [b (binary = c (arithmetic [+] [d (arithmetic [*] [e (unary - f)])]))])])])

SELECT NOT a = b IS NULL
=> (select [(unary NOT (is (binary = a b) NULL))])

SELECT -1, +1, - -1, -a.b, -(a), 1 - -1, NOT NOT NOT a
=> (select [-1 1 1 (unary - a.b) (unary - a) (arithmetic [-] [1 -1]) (unary NOT (unary NOT (unary NOT a)))])

SELECT a FROM t WHERE a = 
!! 1:25 the query ends where an expression is expected

SELECT a FROM t WHERE a = 1 b = 2
!! 1:29 found `b`, expected an operator, a comma or the next clause [is AND, OR, a comma or an operator missing before it?]

SELECT a == b FROM t
!! 1:11 Flink SQL has no == [write =]

SELECT a <=> b FROM t
!! 1:10 Flink SQL has no <=> [write a IS NOT DISTINCT FROM b]

SELECT a::INT FROM t
!! 1:9 Flink SQL has no :: [write CAST(.. AS ..)]

SELECT t.*, t.a.*, * FROM t
=> (select [t.* t.a.* *] source:(table t))

SELECT * AS x FROM t
=> (select [(selectitem * alias:x)] source:(table t))

SELECT t.* AS x FROM t
=> (select [(selectitem t.* alias:x)] source:(table t))

SELECT * EXCEPT (a) FROM t
!! 1:18 found `a`, expected SELECT, VALUES, TABLE or a query in parentheses [Flink SQL has no * EXCEPT (..): list the columns]

SELECT * REPLACE (1 AS a) FROM t
!! 1:10 Flink SQL has no * REPLACE (..) [list the columns]

SELECT ? + ?
=> (select [(arithmetic [+] [(param number:0) (param number:1)])])

SELECT :a FROM t
!! 1:8 found :, expected an expression

SELECT @a FROM t
!! 1:8 the character '@' means nothing in Flink SQL

SELECT #a FROM t
!! 1:8 the character '#' means nothing in Flink SQL [a comment begins with --]

SELECT a & b FROM t
!! 1:10 the character '&' means nothing in Flink SQL

SELECT a ^ b FROM t
!! 1:10 Flink SQL has no ^ [write POWER(value, exponent)]

SELECT a | b FROM t
!! 1:10 found |, expected the end of the query

SELECT ~a FROM t
!! 1:8 the character '~' means nothing in Flink SQL

SELECT a -> b FROM t
!! 1:11 found >, expected an expression

SELECT f(x -> x + 1) FROM t
!! 1:13 found >, expected an expression

SELECT CASE WHEN a THEN b
!! 1:25 the query ends where WHEN, ELSE or END of the CASE is expected

SELECT CASE WHEN a b END
!! 1:20 found `b`, expected THEN and the result [is a comma missing after `a`?]

SELECT a BETWEEN b
!! 1:18 the query ends where AND and the upper bound of BETWEEN is expected

SELECT a IN b
!! 1:13 found `b`, expected a list or a query in parentheses

SELECT a IN ()
!! 1:14 found ), expected an expression

SELECT a IS b
!! 1:13 found `b`, expected NULL, TRUE, FALSE, UNKNOWN, JSON or DISTINCT FROM

SELECT a LIKE
!! 1:13 the query ends where an expression is expected

SELECT f(*, 1)
!! 1:10 found *, expected an expression

SELECT a FROM t WHERE a ~ 'b'
!! 1:25 the character '~' means nothing in Flink SQL [to match a pattern write REGEXP(text, 'pattern')]

SELECT a->>'$.b' FROM t
!! 1:10 Flink SQL has no -> [write JSON_VALUE(document, '$.field')]
