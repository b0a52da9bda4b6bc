SELECT a FROM t GROUP BY DISTINCT a
=> (select [a] source:(table t) group_by:(groupby quantifier:DISTINCT [a]))

SELECT a FROM t GROUP BY ALL a
=> (select [a] source:(table t) group_by:(groupby quantifier:ALL [a]))

SELECT a FROM t GROUP BY ()
=> (select [a] source:(table t) group_by:(groupby [(row [])]))

SELECT a FROM t GROUP BY (a, b), ROLLUP(a, (b, c)), CUBE(a), GROUPING SETS ((a), (), b, ROLLUP(c), GROUPING SETS(d))
=> (select [a] source:(table t) group_by:(groupby [(row [a b]) (groupingsets ROLLUP sets:[a (row [b c])]) (groupingsets CUBE sets:[a]) (groupingsets GROUPING SETS sets:[a (row []) b (groupingsets ROLLUP sets:[c]) (groupingsets GROUPING SETS sets:[d])])]))

SELECT a FROM t HAVING a > 1
=> (select [a] source:(table t) having:(binary > a 1))

SELECT a FROM t GROUP a
!! 1:23 found `a`, expected BY

SELECT a FROM t GROUP BY a HAVING b ORDER BY c LIMIT 1 OFFSET 2
=> (query body:(select [a] source:(table t) group_by:(groupby [a]) having:b) order_by:[(sortkey c)] offset:2 limit:1)

SELECT a FROM t GROUP BY a, HAVING b
!! 1:27 there is a comma too many before HAVING [remove it, or add what is missing after it]

SELECT a FROM t GROUP BY ROLLUP a
!! 1:33 found `a`, expected (

SELECT a FROM t GROUP BY ROLLUP(a, ())
!! 1:37 found ), expected an expression

SELECT a FROM t GROUP BY CUBE(ROLLUP(a))
!! 1:31 found ROLLUP, expected an expression

SELECT a FROM t GROUP BY GROUPING SETS ()
!! 1:41 found ), expected an expression

SELECT a FROM t GROUP BY GROUPING SET (a)
!! 1:26 found GROUPING, expected an expression

SELECT a FROM t GROUP BY GROUPING SETS ((a, b), c, ())
=> (select [a] source:(table t) group_by:(groupby [(groupingsets GROUPING SETS sets:[(row [a b]) c (row [])])]))

SELECT GROUPING(a), GROUPING_ID(a, b), GROUP_ID() FROM t GROUP BY a
=> (select [(call GROUPING [a]) (call GROUPING_ID [a b]) (call GROUP_ID)] source:(table t) group_by:(groupby [a]))
