SELECT a -- comment
=> (select [a])

SELECT a // comment
=> (select [a])

SELECT a--b
=> (select [a])

SELECT /* c */ a /** d */ , /**/ b
=> (select [a b])

SELECT a /* unclosed
!! 1:10 this comment is never closed [add */ where it ends]

-- the newest first
SELECT a -- a 'quoted' word
FROM t /* one
  two */ WHERE b
=> (select [a] source:(table t) where:b)

SELECT a /* outer /* inner */ FROM t
=> (select [a] source:(table t))

SELECT a /* outer /* inner */ still */ FROM t
!! 1:37 found */, expected the end of the query

SELECT '--' AS a, '/*' AS b FROM t
=> (select [(selectitem '--' alias:a) (selectitem '/*' alias:b)] source:(table t))

SELECT a -- FROM t
=> (select [a])

SELECT a */ FROM t
!! 1:10 found */, expected the end of the query

/* nothing */
!! 1:1 there is no query [write SELECT .. FROM ..]

-- nothing
!! 1:1 there is no query [write SELECT .. FROM ..]
