SELECT IF(a, b, c), REPLACE(a, b, c), JSON(a), TYPE(a), HASH(a)
!! 1:57 Flink SQL has no function HASH(..) [a function of your own with that name stands in backticks: `HASH`(..)]

SELECT JSON_EXISTS(a, '$' TRUE ON ERROR), JSON_EXISTS(a, '$')
=> (select [(call JSON_EXISTS [a '$'] options:[(calloption ON ERROR word:TRUE)]) (call JSON_EXISTS [a '$'])])

SELECT JSON_VALUE(a, '$' RETURNING INT NULL ON EMPTY DEFAULT 1 ON ERROR), JSON_VALUE(a, 'lax $.a' ERROR ON ERROR)
=> (select [(call JSON_VALUE [a '$'] options:[(calloption RETURNING <INT>) (calloption ON EMPTY word:NULL) (calloption ON ERROR word:DEFAULT 1)]) (call JSON_VALUE [a 'lax $.a'] options:[(calloption ON ERROR word:ERROR)])])

SELECT JSON_VALUE(a, '$' DEFAULT 1 + 1 ON EMPTY)
=> (select [(call JSON_VALUE [a '$'] options:[(calloption ON EMPTY word:DEFAULT (arithmetic [+] [1 1]))])])

SELECT JSON_VALUE(a FORMAT JSON, '$' PASSING 1 AS b, 2 AS c)
=> (select [(call JSON_VALUE [a '$'] options:[(calloption FORMAT word:JSON a) (calloption PASSING word:b 1) (calloption PASSING word:c 2)])])

SELECT JSON_QUERY(a, '$' RETURNING ARRAY<STRING> WITH CONDITIONAL ARRAY WRAPPER EMPTY ARRAY ON EMPTY NULL ON ERROR), JSON_QUERY(a, '$' WITHOUT WRAPPER), JSON_QUERY(a, '$' WITH WRAPPER), JSON_QUERY(a, '$' WITH UNCONDITIONAL ARRAY WRAPPER)
=> (select [(call JSON_QUERY [a '$'] options:[(calloption RETURNING <ARRAY < STRING >>) (calloption WRAPPER word:CONDITIONAL) (calloption ON EMPTY word:EMPTY ARRAY) (calloption ON ERROR word:NULL)]) (call JSON_QUERY [a '$'] options:[(calloption WRAPPER word:WITHOUT)]) (call JSON_QUERY [a '$'] options:[(calloption WRAPPER word:UNCONDITIONAL)]) (call JSON_QUERY [a '$'] options:[(calloption WRAPPER word:UNCONDITIONAL)])])

SELECT JSON_QUERY(a, '$' WITH CONDITIONAL UNCONDITIONAL WRAPPER)
!! 1:43 found `UNCONDITIONAL`, expected WRAPPER

SELECT JSON_OBJECT(KEY 'a' VALUE 1, 'b' VALUE 2, 'c' : 3, key : 4 NULL ON NULL), JSON_OBJECT(), JSON_OBJECT(ABSENT ON NULL)
=> (select [(call JSON_OBJECT ['a' 1 'b' 2 'c' 3 key 4] options:[(calloption NULLS word:NULL)]) (call JSON_OBJECT) (call JSON_OBJECT options:[(calloption NULLS word:ABSENT)])])

SELECT JSON_OBJECT('a', 1)
!! 1:23 found ,, expected VALUE and the value of the key

SELECT JSON_OBJECT(KEY 'a' : 1)
!! 1:28 found :, expected VALUE and the value of the key

SELECT JSON_OBJECT('a' VALUE b FORMAT JSON)
=> (select [(call JSON_OBJECT ['a' b] options:[(calloption FORMAT word:JSON b)])])

SELECT JSON_OBJECT(key VALUE 1), JSON_OBJECT(key.a VALUE 1), JSON_OBJECT(KEY key VALUE 1)
!! 1:20 found `key`, expected the key after KEY: a column of that name is written `key`, in backticks

SELECT JSON_OBJECTAGG(KEY a VALUE b ABSENT ON NULL), JSON_OBJECTAGG(a VALUE b)
=> (select [(call JSON_OBJECTAGG [a b] options:[(calloption NULLS word:ABSENT)]) (call JSON_OBJECTAGG [a b])])

SELECT JSON_OBJECTAGG(a VALUE b) FILTER (WHERE c)
!! 1:34 found FILTER, expected an operator, a comma or the next clause

SELECT JSON_OBJECTAGG(a VALUE b) OVER w
!! 1:34 found OVER, expected an operator, a comma or the next clause

SELECT JSON_ARRAY(1, 2 NULL ON NULL), JSON_ARRAY(), JSON_ARRAY(NULL), JSON_ARRAY(NULL ON NULL), JSON_ARRAY(JSON_ARRAY(1) FORMAT JSON)
!! 1:87 found ON, expected a comma, a clause of the function or )

SELECT JSON_ARRAYAGG(a ORDER BY b NULL ON NULL), JSON_ARRAYAGG(a) WITHIN GROUP (ORDER BY b)
=> (select [(call JSON_ARRAYAGG [a] order_by:[(sortkey b)] options:[(calloption NULLS word:NULL)]) (call JSON_ARRAYAGG [a] within:[(sortkey b)])])

SELECT JSON_ARRAYAGG(a) FILTER (WHERE b)
!! 1:25 found FILTER, expected an operator, a comma or the next clause

SELECT JSON_ARRAYAGG(a) OVER w
!! 1:25 found OVER, expected an operator, a comma or the next clause

SELECT a IS JSON, a IS NOT JSON OBJECT, a IS JSON SCALAR, a IS A SET, a IS NOT EMPTY, a IS UNKNOWN, a IS NOT TRUE
=> (select [(is a JSON) (is a JSON OBJECT negated) (is a JSON SCALAR) (is a A SET) (is a EMPTY negated) (is a UNKNOWN) (is a TRUE negated)])

SELECT a FORMAT JSON
!! 1:17 found `JSON`, expected an operator, a comma or the next clause [is AND, OR, a comma or an operator missing before it?]

SELECT a format, a json, a key
=> (select [(selectitem a alias:format) (selectitem a alias:json) (selectitem a alias:key)])

SELECT JSON_OBJECT(key VALUE 1)
!! 1:20 found `key`, expected the key after KEY: a column of that name is written `key`, in backticks

SELECT JSON_OBJECT(key.a VALUE 1)
!! 1:20 found `key`, expected the key after KEY: a column of that name is written `key`, in backticks

SELECT JSON_OBJECT(KEY key VALUE 1)
=> (select [(call JSON_OBJECT [key 1])])

SELECT JSON_OBJECT(key : 1)
!! 1:20 found `key`, expected the key after KEY: a column of that name is written `key`, in backticks

SELECT JSON_OBJECT(KEY (a) VALUE 1)
=> (select [(call JSON_OBJECT [a 1])])

SELECT JSON_OBJECT(KEY(a) VALUE 1)
=> (select [(call JSON_OBJECT [a 1])])

SELECT JSON_OBJECT(KEY a.b VALUE 1)
=> (select [(call JSON_OBJECT [a.b 1])])

SELECT JSON_OBJECT(NULL ON NULL)
=> (select [(call JSON_OBJECT options:[(calloption NULLS word:NULL)])])

SELECT JSON_OBJECT(NULL VALUE 1)
=> (select [(call JSON_OBJECT [null 1])])

SELECT JSON_ARRAY(ABSENT ON NULL)
!! 1:26 found ON, expected a comma, a clause of the function or )

SELECT JSON_ARRAY(absent)
=> (select [(call JSON_ARRAY [absent])])

SELECT JSON_VALUE((SELECT 1), '$')
!! 1:19 no query can stand here [join it in FROM, or a WITH table]
