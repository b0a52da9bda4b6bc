SELECT EXTRACT(DAY FROM a), EXTRACT(EPOCH FROM a), EXTRACT(foo FROM a), EXTRACT(WEEK(MONDAY) FROM a)
=> (select [(call EXTRACT ['DAY a]) (call EXTRACT ['EPOCH a]) (call EXTRACT ['FOO a]) (call EXTRACT ['WEEK(MONDAY) a])])

SELECT FLOOR(a, b)
!! 1:15 found ,, expected TO and a unit, an operator or )

SELECT CEIL(a, 2)
!! 1:14 found ,, expected TO and a unit, an operator or )

SELECT POSITION('a' IN b), POSITION(a || b IN c)
!! 1:39 found ||, expected IN and the text to look in

SELECT POSITION(a.b IN c FROM 2), POSITION(f(x) IN c)
=> (select [(call POSITION [a.b c 2]) (call POSITION [(call F [x]) c])])

SELECT POSITION(-1 IN c)
=> (select [(call POSITION [-1 c])])

SELECT SUBSTRING(a FROM 1), SUBSTRING(a FROM 1 FOR 2), SUBSTRING(a, 1, 2), SUBSTRING(a, 1 FOR 2), SUBSTRING(a FROM 1, 2)
=> (select [(call SUBSTRING [a 1]) (call SUBSTRING [a 1 2]) (call SUBSTRING [a 1 2]) (call SUBSTRING [a 1 2]) (call SUBSTRING [a 1 2])])

SELECT SUBSTRING(a)
!! 1:19 found ), expected FROM or a comma, and the position

SELECT TRIM(a), TRIM(BOTH FROM a), TRIM(LEADING 'x' FROM a), TRIM('x' FROM a), TRIM(BOTH a)
=> (select [(call TRIM [a]) (call TRIM ['BOTH a]) (call TRIM ['LEADING 'x' a]) (call TRIM ['x' a]) (call TRIM ['BOTH a])])

SELECT TRIM(FROM a)
!! 1:13 found FROM, expected BOTH, LEADING, TRAILING or the characters before FROM

SELECT TRIM()
!! 1:13 found ), expected an expression

SELECT TRIM(a, b)
!! 1:14 found ,, expected FROM and a text, an operator or )

SELECT CONVERT(a USING utf8), TRANSLATE(a USING utf8), TRANSLATE(a, b, c), TRANSLATE(a)
=> (select [(call CONVERT [a 'UTF8]) (call TRANSLATE [a 'UTF8]) (call TRANSLATE [a b c]) (call TRANSLATE [a])])

SELECT CONVERT(a, b)
!! 1:17 found ,, expected USING and a character set

SELECT TIMESTAMPADD(DAY, 1, a), TIMESTAMPDIFF(foo, a, b), TIMESTAMPADD(SQL_TSI_DAY, 1, a)
=> (select [(call TIMESTAMPADD ['DAY 1 a]) (call TIMESTAMPDIFF ['FOO a b]) (call TIMESTAMPADD ['DAY 1 a])])

SELECT TIMESTAMPADD, TIMESTAMPDIFF.a FROM t
=> (select [TIMESTAMPADD TIMESTAMPDIFF.a] source:(table t))

SELECT DATE_TRUNC(a, DAY), DATE_TRUNC('day', a)
=> (select [(call DATE_TRUNC [a 'DAY]) (call DATE_TRUNC ['day' a])])

SELECT TIMESTAMP_DIFF(a, b, DAY), DATE_DIFF(a, b, DAY), TIME_TRUNC(a, DAY), DATETIME_DIFF(a, b, DAY)
!! 1:8 Flink SQL has no function TIMESTAMP_DIFF(..) [write TIMESTAMPDIFF(unit, from, to)]

SELECT DATE(a), TIME(a), TIMESTAMP(a), DATETIME(a), DATETIME '2020-01-01 00:00:00'
!! 1:40 Flink SQL has no function DATETIME(..) [write TO_TIMESTAMP(..)]

SELECT CURRENT_DATE, CURRENT_TIMESTAMP, LOCALTIME, USER, CURRENT_TIMESTAMP(3), CURRENT_DATE()
=> (select [(call CURRENT_DATE bare) (call CURRENT_TIMESTAMP bare) (call LOCALTIME bare) (call USER bare) (call CURRENT_TIMESTAMP [3]) (call CURRENT_DATE)])

SELECT CURRENT_USER()
!! 1:20 found (, expected the end of the query

SELECT LEFT(a, 1), RIGHT(a, 1), YEAR(a), SOME(a), EVERY(a), TRUNCATE(a, 1), CHAR(a)
=> (select [(call LEFT [a 1]) (call RIGHT [a 1]) (call YEAR [a]) (call SOME [a]) (call EVERY [a]) (call TRUNCATE [a 1]) (call CHAR [a])])

SELECT WEEK(a), QUARTER(a), DAYOFMONTH(a), DAY(a), MONTH(a)
!! 1:44 Flink SQL has no function DAY(..) [write DAYOFMONTH(..) or EXTRACT(DAY FROM ..)]

SELECT DAYOFMONTH(a), MONTH(a), HOUR(a), WEEK(a)
=> (select [(call DAYOFMONTH [a]) (call MONTH [a]) (call HOUR [a]) (call WEEK [a])])

SELECT {fn ABS(1)}, {d '2020-01-01'}, {ts '2020-01-01 00:00:00'}, {fn CONVERT(a, SQL_INTEGER)}
!! 1:80 found ,, expected USING and a character set

SELECT {d '2020-01-01'}
=> (select [date'2020-01-01'])

SELECT TUMBLE FROM t
=> (select [TUMBLE] source:(table t))

SELECT SESSION FROM t
=> (select [SESSION] source:(table t))

SELECT HOP.a FROM t
=> (select [HOP.a] source:(table t))
