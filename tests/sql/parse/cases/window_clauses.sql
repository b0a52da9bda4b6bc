SELECT (a, b) OVERLAPS (c, d) FROM t
=> (select [(binary OVERLAPS (row [a b]) (row [c d]))] source:(table t))

SELECT a FROM t WINDOW w AS (PARTITION BY a), v AS (w ORDER BY b ROWS 1 PRECEDING)
=> (select [a] source:(table t) windows:[(namedwindow w window:(window partition_by:[a])) (namedwindow v window:(window w order_by:[(sortkey b)] frame:(frame ROWS low:(bound PRECEDING 1))))])

SELECT a FROM t QUALIFY ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) = 1
=> (select [a] source:(table t) qualify:(binary = (call ROW_NUMBER over:(window partition_by:[a] order_by:[(sortkey b)])) 1))

SELECT SUM(a) OVER w, SUM(DISTINCT b) FILTER (WHERE c) OVER (w RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW ALLOW PARTIAL) FROM t
=> (select [(call SUM [a] over:(window w)) (call SUM [b] quantifier:DISTINCT filter:c over:(window w frame:(frame RANGE low:(bound UNBOUNDED PRECEDING) high:(bound CURRENT ROW)) partial:ALLOW))] source:(table t))

SELECT LAG(a) IGNORE NULLS OVER (ORDER BY b) FROM t
=> (select [(call LAG [a] nulls:IGNORE over:(window order_by:[(sortkey b)]))] source:(table t))

SELECT LAG(a IGNORE NULLS) OVER (ORDER BY b) FROM t
!! 1:14 found `IGNORE`, expected an operator, a comma or )

SELECT ARRAY_AGG(a IGNORE NULLS) FROM t
=> (select [(call ARRAY_AGG [a] nulls:IGNORE)] source:(table t))

SELECT FLOOR(a TO DAY), CEIL(a TO MILLENNIUM), CEILING(a), FLOOR(a) OVER w, FLOOR(a TO foo)
=> (select [(call FLOOR [a 'DAY]) (call CEIL [a 'MILLENNIUM]) (call CEILING [a]) (call FLOOR [a] over:(window w)) (call FLOOR [a 'FOO])])

SELECT OVERLAY(a PLACING b FROM 1 FOR 2), OVERLAY(a PLACING b FROM 1)
=> (select [(call OVERLAY [a b 1 2]) (call OVERLAY [a b 1])])

SELECT ARRAY_AGG(a ORDER BY b) FILTER (WHERE c) OVER w, ARRAY_AGG(DISTINCT a RESPECT NULLS ORDER BY b)
=> (select [(call ARRAY_AGG [a] order_by:[(sortkey b)] filter:c over:(window w)) (call ARRAY_AGG [a] quantifier:DISTINCT order_by:[(sortkey b)] nulls:RESPECT)])

SELECT SUM(a) OVER (ORDER BY b ROWS CURRENT ROW), SUM(a) OVER (GROUPS 1 PRECEDING)
!! 1:64 found GROUPS, expected PARTITION BY, ORDER BY, ROWS, RANGE or )

SELECT SUM(a) OVER (PARTITION BY (SELECT 1))
!! 1:34 no query can stand here [join it in FROM, or a WITH table]

SELECT SUM(a) OVER (ORDER BY (SELECT 1))
=> (select [(call SUM [a] over:(window order_by:[(sortkey (subquery query:(select [1])))]))])

SELECT * FROM (
  SELECT *, ROW_NUMBER() OVER (PARTITION BY user_id ORDER BY ts DESC) AS row_num FROM clicks
) WHERE row_num <= 3
=> (select [*] source:(derived query:(select [* (selectitem (call ROW_NUMBER over:(window partition_by:[user_id] order_by:[(sortkey ts descending)])) alias:row_num)] source:(table clicks))) where:(binary <= row_num 3))

SELECT SUM(a) OVER FROM t
!! 1:20 FROM is a reserved word, it cannot be ( or the name of a window as it stands [to use it as a name, write `FROM`, in backticks]

SELECT SUM(a) OVER (ORDER BY b ROWS BETWEEN 1 PRECEDING) FROM t
!! 1:56 found ), expected AND and the upper bound

SELECT SUM(a) OVER (ORDER BY b ROWS 1) FROM t
!! 1:38 found ), expected PRECEDING or FOLLOWING

SELECT a, COUNT(*) FROM t WINDOW TUMBLING (SIZE 1 HOUR) GROUP BY a
!! 1:34 Flink SQL has no WINDOW TUMBLING (..) [a window of time is a table: FROM TABLE(TUMBLE(TABLE t, DESCRIPTOR(time), INTERVAL '1' HOUR)), and GROUP BY window_start, window_end]
