SELECT - a[1].b FROM t
=> (select [(unary - (field (item a 1) b))] source:(table t))

SELECT f(x).y.z FROM t
=> (select [(field (field (call F [x]) y) z)] source:(table t))

SELECT a[1].b.c[2] FROM t
=> (select [(item (field (field (item a 1) b) c) 2)] source:(table t))

SELECT (a, b) = (1, 2) FROM t
=> (select [(binary = (row [a b]) (row [1 2]))] source:(table t))

SELECT (a).b FROM t
=> (select [(field a b)] source:(table t))

SELECT (a.b).c FROM t
=> (select [(field a.b c)] source:(table t))

SELECT (t.r).* FROM t
!! 1:14 found *, expected the name of a field

SELECT f(x).* FROM t
!! 1:13 found *, expected the name of a field

SELECT PERIOD (a, b) CONTAINS c FROM t
=> (select [(binary CONTAINS (row [a b] explicit) c)] source:(table t))

SELECT f(x).g(y)
!! 1:14 found (, expected the end of the query

SELECT (a).b.c, (a)[1], ARRAY[1,2][1], MAP['a', 1]['a'], a.b[1].c
=> (select [(field (field a b) c) (item a 1) (item (collection ARRAY [1 2]) 1) (item (collection MAP ['a' 1]) 'a') (field (item a.b 1) c)])

SELECT f(x)[1].b
=> (select [(field (item (call F [x]) 1) b)])

SELECT ARRAY[], MAP[], MULTISET[1]
=> (select [(collection ARRAY []) (collection MAP []) (collection MULTISET [1])])

SELECT MULTISET[]
!! 1:17 found ], expected an expression

SELECT MAP(a, b)
=> (select [(call MAP [a b])])

SELECT map, map.a, map(1)
=> (select [map map.a (call MAP [1])])

SELECT ROW(a.*), ROW(*)
!! 1:22 found *, expected an expression

SELECT (a.*, 1)
=> (select [(row [a.* 1])])
