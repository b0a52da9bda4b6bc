SELECT a LIKE b || 'c' ESCAPE '!' = d FROM t
=> (select [(binary = (like LIKE a pattern:(arithmetic [||] [b 'c']) escape:'!') d)] source:(table t))

SELECT x AT TIME ZONE 'UTC' FROM t
!! 1:10 AT cannot stand here [Flink SQL has no AT TIME ZONE: use CONVERT_TZ(..), or CAST to TIMESTAMP_LTZ]

SELECT DATE '2020-01-01', TIME '00:00:00', TIMESTAMP '2020-01-01 00:00:00', TIMESTAMP WITH LOCAL TIME ZONE '2020-01-01 00:00:00' FROM t
=> (select [date'2020-01-01' time'00:00:00' timestamp'2020-01-01 00:00:00' timestamp_ltz'2020-01-01 00:00:00'] source:(table t))

SELECT DATE '2020-99-01' FROM t
=> (select [date'2020-99-01'] source:(table t))

SELECT TIMESTAMP_LTZ '2020-01-01 00:00:00' FROM t
!! 1:8 found TIMESTAMP_LTZ, expected an expression

SELECT U&'\00e9', U&'d!0061t' UESCAPE '!', N'a', _UTF8'b', X'0aFF', E'a\nb', 'it''s' FROM t
=> (select ['é' 'dat' 'a' 'b' binary'0AFF' 'a\nb' "it's"] source:(table t))

SELECT 'a' 'b' FROM t
!! 1:12 two strings follow each other [a quote inside a string is written twice: ''; join strings with ||, or part them by a comma]

SELECT x'0g' FROM t
!! 1:8 a binary string has an even number of hexadecimal digits, 0 to 9 and A to F

SELECT x'0' FROM t
!! 1:8 a binary string has an even number of hexadecimal digits, 0 to 9 and A to F

SELECT 1.5e3, 1e3, .5, 1., 007, 1.e2 FROM t
=> (select [1.5e3 1e3 .5 1. 007 1.e2] source:(table t))

SELECT a AS 'b' FROM t
!! 1:13 a name cannot be a string [write `b`, in backticks]

SELECT a SIMILAR TO b ESCAPE 'x', a NOT LIKE b, a ILIKE b, a NOT RLIKE b, a NOT SIMILAR TO b
=> (select [(like SIMILAR TO a pattern:b escape:'x') (like LIKE a pattern:b negated) (like ILIKE a pattern:b) (like RLIKE a pattern:b negated) (like SIMILAR TO a pattern:b negated)])

SELECT 1a, 1.5b, 'a'b
=> (select [(selectitem 1 alias:a) (selectitem 1.5 alias:b) (selectitem 'a' alias:b)])

SELECT `a``b`, `select`, `a b`.c FROM `x`.`y`
=> (select [`a`b` select `a b`.c] source:(table x.y))

SELECT ``
!! 1:8 there is no name between these backticks

SELECT 'a''b', '', '''', 'a
b'
=> (select ["a'b" '' "'" 'a\nb'])

SELECT 'unclosed
!! 1:8 this quote is never closed [add ' where the text ends; a quote in it is '']

SELECT U&'\zzzz'
!! 1:8 \ is followed by four hexadecimal digits in a U&'' string [for the character itself write \\]

SELECT _foo'x'
!! 1:8 there is no character set foo

SELECT x'zz'
!! 1:8 a binary string has an even number of hexadecimal digits, 0 to 9 and A to F

SELECT 99999999999999999999, 1e400, 0x10
=> (select [99999999999999999999 1e400 (selectitem 0 alias:x10)])

SELECT 1.2.3
!! 1:11 found .3, expected an operator, a comma or the next clause [is AND, OR, a comma or an operator missing before it?]

SELECT N'é', _UTF16'x', _utf8'x', _latin1'x', _iso88591'x', _ASCII'x'
!! 1:47 there is no character set iso88591

SELECT `a` `b` FROM `t` `u`
=> (select [(selectitem a alias:b)] source:(table t alias:(alias u)))

SELECT 'a'
  'b'
=> (select ['ab'])

SELECT 'a' -- goes on
  'b'
=> (select ['ab'])

SELECT U&'\0041'
 '\0042'
=> (select ['AB'])

SELECT X'0a'
'0b'
=> (select [binary'0A0B'])
