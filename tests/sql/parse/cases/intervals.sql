SELECT INTERVAL 1 DAY FROM t
=> (select [(interval 1 (intervalunit DAY))] source:(table t))

SELECT INTERVAL a.b DAY FROM t
=> (select [(interval a.b (intervalunit DAY))] source:(table t))

SELECT INTERVAL '1' DAYS FROM t
=> (select [(interval '1' (intervalunit DAY))] source:(table t))

SELECT INTERVAL '10' SECOND(3) FROM t
=> (select [(interval '10' (intervalunit SECOND precision:3))] source:(table t))

SELECT INTERVAL '10' SECOND(3, 2) FROM t
=> (select [(interval '10' (intervalunit SECOND precision:3 scale:2))] source:(table t))

SELECT INTERVAL '1 2' DAY(3) TO SECOND(2) FROM t
=> (select [(interval '1 2' (intervalunit DAY until:SECOND precision:3 scale:2))] source:(table t))

SELECT (a - b) DAY FROM t
=> (select [(call MINUS_DATE [a b 'DAY])] source:(table t))

SELECT a FROM TABLE(f(a => TABLE t PARTITION BY (x, y), b => DESCRIPTOR(z), c => INTERVAL '1' DAY))
=> (select [a] source:(functiontable (call F [(namedarg a (tablearg query:(tablequery (table t)) partition_by:[x y])) (namedarg b (descriptor z)) (namedarg c (interval '1' (intervalunit DAY)))])))

SELECT a FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' DAY))
=> (select [a] source:(functiontable (call TUMBLE [(tablearg query:(tablequery (table t))) (descriptor ts) (interval '1' (intervalunit DAY))])))

SELECT a FROM TABLE(TUMBLE(DATA => TABLE t, TIMECOL => DESCRIPTOR(ts), SIZE => INTERVAL '1' DAY))
=> (select [a] source:(functiontable (call TUMBLE [(namedarg DATA (tablearg query:(tablequery (table t)))) (namedarg TIMECOL (descriptor ts)) (namedarg SIZE (interval '1' (intervalunit DAY)))])))

SELECT a FROM TUMBLE(TABLE t, DESCRIPTOR(ts), INTERVAL '1' DAY)
=> (select [a] source:(functiontable (call TUMBLE [(tablearg query:(tablequery (table t))) (descriptor ts) (interval '1' (intervalunit DAY))])))

SELECT SUM(a) OVER (PARTITION BY b ORDER BY c ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING), SUM(a) OVER (RANGE INTERVAL '1' DAY PRECEDING), SUM(a) OVER (ROWS UNBOUNDED PRECEDING), SUM(a) OVER ()
=> (select [(call SUM [a] over:(window partition_by:[b] order_by:[(sortkey c)] frame:(frame ROWS low:(bound PRECEDING 1) high:(bound FOLLOWING 1)))) (call SUM [a] over:(window frame:(frame RANGE low:(bound PRECEDING (interval '1' (intervalunit DAY)))))) (call SUM [a] over:(window frame:(frame ROWS low:(bound UNBOUNDED PRECEDING)))) (call SUM [a] over:(window))])

SELECT INTERVAL '1' FOO
!! 1:21 found `FOO`, expected a unit of time: YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE or SECOND

SELECT INTERVAL 'a' DAY
=> (select [(interval 'a' (intervalunit DAY))])

SELECT INTERVAL '1' YEAR TO DAY
!! 1:26 TO cannot stand here [an interval goes to a smaller unit of its kind: YEAR TO MONTH, DAY TO SECOND and between]

SELECT INTERVAL '1' YEAR TO MONTH, INTERVAL '1:2' HOUR TO MINUTE, INTERVAL '1' WEEK, INTERVAL '1' QUARTER, INTERVAL '1' QUARTERS
=> (select [(interval '1' (intervalunit YEAR until:MONTH)) (interval '1:2' (intervalunit HOUR until:MINUTE)) (interval '1' (intervalunit WEEK)) (interval '1' (intervalunit QUARTER)) (interval '1' (intervalunit QUARTER))])

SELECT INTERVAL (a + 1) DAY, INTERVAL -1 DAY, INTERVAL - '1' DAY, INTERVAL +a MONTH
=> (select [(interval (arithmetic [+] [a 1]) (intervalunit DAY)) (interval 1 negative (intervalunit DAY)) (interval '1' negative (intervalunit DAY)) (interval a (intervalunit MONTH))])

SELECT INTERVAL f(x) DAY
!! 1:18 found (, expected a unit of time: YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE or SECOND

SELECT INTERVAL 1 DAY TO HOUR
!! 1:23 TO cannot stand here [an interval goes to a smaller unit of its kind: YEAR TO MONTH, DAY TO SECOND and between]

SELECT INTERVAL '1' MILLISECOND
!! 1:21 found `MILLISECOND`, expected a unit of time: YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE or SECOND

SELECT (a - b) DAY, (a - b) DAY TO HOUR, (a - b - c) SECOND(3)
=> (select [(call MINUS_DATE [a b 'DAY]) (call MINUS_DATE [a b 'DAY TO HOUR]) (call MINUS_DATE [(arithmetic [-] [a b]) c 'SECOND])])

SELECT (a + b) DAY
!! 1:16 found DAY, expected an operator, a comma or the next clause [as a name write `DAY`, in backticks: it is a reserved word]

SELECT (a) DAY
!! 1:12 found DAY, expected an operator, a comma or the next clause [as a name write `DAY`, in backticks: it is a reserved word]

SELECT (a - b) days
=> (select [(call MINUS_DATE [a b 'DAY])])

SELECT a.b day FROM t
!! 1:12 found DAY, expected an operator, a comma or the next clause [as a name write `day`, in backticks: it is a reserved word]

SELECT TUMBLE_START(a, INTERVAL '1' DAY), HOP_END(a, b, c), SESSION(a, b) FROM t GROUP BY TUMBLE(a, INTERVAL '1' DAY)
=> (select [(call TUMBLE_START [a (interval '1' (intervalunit DAY))]) (call HOP_END [a b c]) (call SESSION [a b])] source:(table t) group_by:(groupby [(call TUMBLE [a (interval '1' (intervalunit DAY))])]))

SELECT FLOOR(ts + INTERVAL '1' DAY TO DAY), CEIL(ts - INTERVAL '2' HOURS TO HOUR), FLOOR(ts - INTERVAL '1' DAY TO MONTH) FROM t
=> (select [(call FLOOR [(arithmetic [+] [ts (interval '1' (intervalunit DAY))]) 'DAY]) (call CEIL [(arithmetic [-] [ts (interval '2' (intervalunit HOUR))]) 'HOUR]) (call FLOOR [(arithmetic [-] [ts (interval '1' (intervalunit DAY))]) 'MONTH])] source:(table t))

SELECT FLOOR(ts + INTERVAL '1' DAY TO HOUR) FROM t
=> (select [(call FLOOR [(arithmetic [+] [ts (interval '1' (intervalunit DAY until:HOUR))])])] source:(table t))

SELECT INTERVAL '1' MINUTE TO HOUR
!! 1:28 TO cannot stand here [an interval goes to a smaller unit of its kind: YEAR TO MONTH, DAY TO SECOND and between]

SELECT INTERVAL '1' YEAR TO
!! 1:26 TO cannot stand here [an interval goes to a smaller unit of its kind: YEAR TO MONTH, DAY TO SECOND and between]

SELECT a - INTERVAL '1 hour' FROM t
!! 1:21 the unit of an interval stands behind the quotes [write INTERVAL '1' HOUR]
