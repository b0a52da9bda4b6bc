SELECT a IS DISTINCT FROM b + 1 FROM t
=> (select [(binary IS DISTINCT FROM a (arithmetic [+] [b 1]))] source:(table t))

SELECT a = b IS NOT DISTINCT FROM c FROM t
=> (select [(binary IS NOT DISTINCT FROM (binary = a b) c)] source:(table t))

SELECT DISTINCT a FROM t
=> (select [a] source:(table t) quantifier:DISTINCT)

SELECT GROUP_CONCAT(a SEPARATOR ',') FROM t
!! 1:8 Flink SQL has no function GROUP_CONCAT(..) [write LISTAGG(..)]

SELECT COUNT(*), COUNT(DISTINCT a, b), f(*) FROM t
=> (select [(call COUNT [*]) (call COUNT [a b] quantifier:DISTINCT) (call F [*])] source:(table t))

SELECT COUNT(SELECT 1), f(1, SELECT 2)
!! 1:28 there is a comma too many before SELECT [remove it, or add what is missing after it]

SELECT COUNT(SELECT 1)
=> (select [(call COUNT [(subquery query:(select [1]))])])

SELECT COUNT(t.*)
=> (select [(call COUNT [t.*])])

SELECT DISTINCT ON (a) b FROM t
!! 1:17 Flink SQL has no DISTINCT ON [number the rows of each key: ROW_NUMBER() OVER (PARTITION BY key ORDER BY ..), and filter outside]

SELECT SUM(a) WITHIN DISTINCT (b)
=> (select [(call SUM [a] options:[(calloption WITHIN DISTINCT (row [b]))])])

SELECT COUNT(DISTINCT *) FROM t
!! 1:23 DISTINCT is asked of columns [COUNT(DISTINCT id) counts the values of a column, COUNT(*) the rows]

SELECT COUNT(*, a) FROM t
!! 1:14 found *, expected an expression

SELECT STREAM DISTINCT a FROM t
=> (select [a] source:(table t) quantifier:DISTINCT stream)

SELECT DISTINCT STREAM a FROM t
!! 1:17 found STREAM, expected an expression

SELECT ALL DISTINCT a FROM t
!! 1:12 found DISTINCT, expected an expression

SELECT TUMBLE(DISTINCT a) FROM t
=> (select [(call TUMBLE [a] quantifier:DISTINCT)] source:(table t))

SELECT COUNT(*) FILTER (WHERE status = 'ok') AS good, SUM(DISTINCT amount) FROM t
=> (select [(selectitem (call COUNT [*] filter:(binary = status 'ok')) alias:good) (call SUM [amount] quantifier:DISTINCT)] source:(table t))

SELECT COUNT(*) FILTER (status = 'ok') FROM t
!! 1:25 found `status`, expected WHERE and the condition of the FILTER
