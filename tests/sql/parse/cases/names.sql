TABLE t
=> (tablequery (table t))

SELECT STREAM a FROM t
=> (select [a] source:(table t) stream)

SELECT ALL a FROM t
=> (select [a] source:(table t) quantifier:ALL)

SELECT a b FROM t
=> (select [(selectitem a alias:b)] source:(table t))

SELECT a "b" FROM t
!! 1:10 double quotes mean nothing in Flink SQL [text stands in single quotes 'like this', a name in backticks `like this`]

SELECT a WHERE b
!! 1:10 WHERE needs a FROM before it [write FROM and the table, or leave it out]

SELECT a, FROM t
!! 1:9 there is a comma too many before FROM [remove it, or add what is missing after it]

SELECT FROM t
!! 1:8 found FROM, expected an expression [write the columns, or * for all of them]

SELECT f(a PARTITION BY b)
!! 1:12 found PARTITION, expected an operator, a comma or )

SELECT NEW foo(1)
!! 1:8 found NEW, expected an expression

SELECT a$b, $a, _a, é FROM t
=> (select [`a$b` `$a` _a é] source:(table t))

SELECT t.user FROM t
!! 1:10 user is a reserved word, it cannot be a name after the dot as it stands [to use it as a name, write `user`, in backticks]

SELECT user.a FROM t
=> (select [(field (call USER bare) a)] source:(table t))

SELECT t.date FROM t
!! 1:10 date is a reserved word, it cannot be a name after the dot as it stands [to use it as a name, write `date`, in backticks]

SELECT value FROM t
!! 1:8 value is a reserved word, it cannot be an expression as it stands [to use it as a name, write `value`, in backticks]

SELECT timestamp FROM t
!! 1:8 timestamp is a reserved word, it cannot be an expression as it stands [to use it as a name, write `timestamp`, in backticks]

SELECT start, end FROM t
!! 1:8 start is a reserved word, it cannot be an expression as it stands [to use it as a name, write `start`, in backticks]

SELECT a AS value FROM t
!! 1:13 value is a reserved word, it cannot be the name of a column as it stands [to use it as a name, write `value`, in backticks]

SELECT a value FROM t
!! 1:10 found VALUE, expected an operator, a comma or the next clause [as a name write `value`, in backticks: it is a reserved word]

SELECT a AS language, b AS position FROM t
!! 1:13 language is a reserved word, it cannot be the name of a column as it stands [to use it as a name, write `language`, in backticks]

SELECT a AS name, b AS type, c AS key, d AS data, e AS state, f AS version, g AS source FROM t
=> (select [(selectitem a alias:name) (selectitem b alias:type) (selectitem c alias:key) (selectitem d alias:data) (selectitem e alias:state) (selectitem f alias:version) (selectitem g alias:source)] source:(table t))

SELECT a FROM table
!! 1:15 table is a reserved word, it cannot be a table as it stands [to use it as a name, write `table`, in backticks]

SELECT a FROM order
!! 1:15 order is a reserved word, it cannot be a table as it stands [to use it as a name, write `order`, in backticks]

SELECT a FROM t WHERE
!! 1:21 the query ends where an expression is expected

SELECT a FROM t WHERE a WHERE b
!! 1:25 WHERE cannot stand here: the query before it is complete [the order is SELECT, FROM, WHERE, GROUP BY, HAVING, WINDOW, QUALIFY, then UNION .., and last ORDER BY, LIMIT]

SELECT (a FROM t
!! 1:8 this ( is not closed before FROM

SELECT a) FROM t
!! 1:9 this ) closes nothing [remove it, or add the one that opens]

SELECT a FROM t)
!! 1:16 this ) closes nothing [remove it, or add the one that opens]

SELECT f(a, FROM t
!! 1:11 there is a comma too many before FROM [remove it, or add what is missing after it]

SELECT a b c FROM t
!! 1:12 found `c`, expected an operator, a comma or the next clause [is AND, OR, a comma or an operator missing before it?]

SELECT TOP 1 a FROM t
!! 1:8 Flink SQL has no TOP [end the query with LIMIT 1]

SELECT a FROM t USE INDEX (x)
!! 1:17 found USE, expected an operator, a comma or the next clause

SELECT first, last, last(x) FROM t
=> (select [first last (call LAST [x])] source:(table t))

SELECT a.b.c.d.e FROM a.b.c
=> (select [a.b.c.d.e] source:(table a.b.c))

SELECT "a" FROM t
!! 1:8 double quotes mean nothing in Flink SQL [text stands in single quotes 'like this', a name in backticks `like this`]

SELECT a FROM [t]
!! 1:15 found [, expected a table

SELECT a.1
!! 1:9 found .1, expected an operator, a comma or the next clause [is AND, OR, a comma or an operator missing before it?]

SELECT a FROM t AS
!! 1:18 the query ends where an alias is expected

SELECT a FROM t AS select
!! 1:20 select is a reserved word, it cannot be an alias as it stands [to use it as a name, write `select`, in backticks]

SELECT a FROM t select
!! 1:17 found SELECT, expected an operator, a comma or the next clause [as a name write `select`, in backticks: it is a reserved word]

SELECT a AS FROM t
!! 1:13 FROM is a reserved word, it cannot be the name of a column as it stands [to use it as a name, write `FROM`, in backticks]

SELECT a, b, FROM t
!! 1:12 there is a comma too many before FROM [remove it, or add what is missing after it]

SELECT f(a,) FROM t
!! 1:11 there is a comma too many before ) [remove it, or add what is missing after it]

SELECT f(,a) FROM t
!! 1:10 found ,, expected an expression

SELECT a "b"
!! 1:10 double quotes mean nothing in Flink SQL [text stands in single quotes 'like this', a name in backticks `like this`]

SELECT aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa FROM t
=> (select [aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa] source:(table t))

SELECT aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa FROM t
!! 1:8 a name has at most 256 characters

SELECT `bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb` FROM t
=> (select [bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb] source:(table t))

SELECT 'bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb' FROM t
=> (select ['bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb'] source:(table t))

SELECT ‘a’ FROM t
!! 1:8 the character '\u2018' means nothing in Flink SQL [it looks like a quote: write ', or ` around a name]

SELECT a FROM t
!! 1:9 the character '\xa0' means nothing in Flink SQL [it looks like a blank, or like nothing: replace it by a blank]

SELECT “a” FROM t
!! 1:8 the character '\u201c' means nothing in Flink SQL [it looks like a quote: write ', or ` around a name]

SELECT a​ FROM t
!! 1:9 the character '\u200b' means nothing in Flink SQL [it looks like a blank, or like nothing: replace it by a blank]

SELECT 한 FROM t
!! 1:8 the character '\ud55c' means nothing in Flink SQL

SELECT (a::INT) FROM t
!! 1:10 Flink SQL has no :: [write CAST(.. AS ..)]
