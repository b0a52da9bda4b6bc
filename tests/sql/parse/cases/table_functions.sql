SELECT a FROM f(x) AS u
=> (select [a] source:(functiontable (call F [x]) alias:(alias u)))

SELECT a FROM f()
=> (select [a] source:(functiontable (call F)))

SELECT a FROM f(DISTINCT x)
!! 1:17 found DISTINCT, expected an argument

SELECT a FROM TABLE(f(TABLE t))
=> (select [a] source:(functiontable (call F [(tablearg query:(tablequery (table t)))])))

SELECT a FROM TABLE(f(TABLE(t)))
!! 1:28 found (, expected a table

SELECT a FROM TABLE(f(TABLE t PARTITION BY x ORDER BY y))
=> (select [a] source:(functiontable (call F [(tablearg query:(tablequery (table t)) partition_by:[x] order_by:[(sortkey y)])])))

SELECT a FROM TABLE(f((SELECT * FROM t) PARTITION BY x))
=> (select [a] source:(functiontable (call F [(tablearg query:(select [*] source:(table t)) partition_by:[x])])))

SELECT a FROM f(a => TABLE t PARTITION BY (x, y), b => DESCRIPTOR(z), c => DEFAULT)
=> (select [a] source:(functiontable (call F [(namedarg a (tablearg query:(tablequery (table t)) partition_by:[x y])) (namedarg b (descriptor z)) (namedarg c (default))])))

SELECT a FROM (TABLE(f(x)) AS y JOIN z ON TRUE)
=> (select [a] source:(join INNER (functiontable (call F [x]) alias:(alias y)) (table z) on:TRUE))

SELECT f(TABLE t)
=> (select [(call F [(tablearg query:(tablequery (table t)))])])

SELECT a FROM f(TABLE t PARTITION BY a ORDER BY (b, c DESC), 1)
=> (select [a] source:(functiontable (call F [(tablearg query:(tablequery (table t)) partition_by:[a] order_by:[(sortkey b) (sortkey c descending)]) 1])))

SELECT a FROM f(TABLE t ORDER BY b DESC)
=> (select [a] source:(functiontable (call F [(tablearg query:(tablequery (table t)) order_by:[(sortkey b descending)])])))

SELECT a FROM f(TABLE t PARTITION BY a.b)
!! 1:39 found ., expected an operator, a comma or )

SELECT a FROM f(1, TABLE t)
=> (select [a] source:(functiontable (call F [1 (tablearg query:(tablequery (table t)))])))

SELECT a FROM f(1, (SELECT 1) PARTITION BY x)
!! 1:31 found PARTITION, expected an operator, a comma or )

SELECT a FROM f(x => (SELECT 1) PARTITION BY x)
=> (select [a] source:(functiontable (call F [(namedarg x (tablearg query:(select [1]) partition_by:[x]))])))

SELECT a FROM f(DESCRIPTOR(a, b), DESCRIPTOR(`a`))
!! 1:17 Flink takes the result of a function as first argument only inside TABLE(..) [write TABLE(f(..))]

SELECT a FROM f(DESCRIPTOR(a.b))
!! 1:17 Flink takes the result of a function as first argument only inside TABLE(..) [write TABLE(f(..))]

SELECT a FROM f(DESCRIPTOR())
!! 1:17 Flink takes the result of a function as first argument only inside TABLE(..) [write TABLE(f(..))]

SELECT a FROM ML_PREDICT(TABLE t, MODEL m, DESCRIPTOR(a))
=> (select [a] source:(functiontable (call ML_PREDICT [(tablearg query:(tablequery (table t))) (modelarg m) (descriptor a)])))

SELECT a FROM TABLE(ML_PREDICT(INPUT => TABLE t, MODEL => MODEL m, ARGS => DESCRIPTOR(a)))
=> (select [a] source:(functiontable (call ML_PREDICT [(namedarg INPUT (tablearg query:(tablequery (table t)))) (namedarg MODEL (modelarg m)) (namedarg ARGS (descriptor a))])))

SELECT a FROM ML_PREDICT(TABLE t, MODEL `a`.`m`, DESCRIPTOR(a), MAP['async', 'true'])
=> (select [a] source:(functiontable (call ML_PREDICT [(tablearg query:(tablequery (table t))) (modelarg a.m) (descriptor a) (collection MAP ['async' 'true'])])))

SELECT a FROM t EXTEND (b INT)
!! 1:17 found EXTEND, expected an operator, a comma or the next clause

SELECT a FROM t (b INT)
!! 1:20 found INT, expected an operator, a comma or )

SELECT a FROM t EXTEND
!! 1:17 found EXTEND, expected an operator, a comma or the next clause [as a name write `EXTEND`, in backticks: it is a reserved word]

SELECT a FROM f(g(x))
!! 1:17 Flink takes the result of a function as first argument only inside TABLE(..) [write TABLE(f(..))]

SELECT a FROM f(g(x), 1)
!! 1:17 Flink takes the result of a function as first argument only inside TABLE(..) [write TABLE(f(..))]

SELECT a FROM f(a, b)
=> (select [a] source:(functiontable (call F [a b])))

SELECT a FROM f(a.b)
=> (select [a] source:(functiontable (call F [a.b])))

SELECT a FROM f(a)
=> (select [a] source:(functiontable (call F [a])))

SELECT a FROM f('x', DESCRIPTOR(a))
=> (select [a] source:(functiontable (call F ['x' (descriptor a)])))

SELECT a FROM f(a + 1)
=> (select [a] source:(functiontable (call F [(arithmetic [+] [a 1])])))

SELECT a FROM f(ARRAY[1])
=> (select [a] source:(functiontable (call F [(collection ARRAY [1])])))

SELECT a FROM f(ABS(a))
!! 1:17 Flink takes the result of a function as first argument only inside TABLE(..) [write TABLE(f(..))]

SELECT a FROM f(a => g(x))
=> (select [a] source:(functiontable (call F [(namedarg a (call G [x]))])))

SELECT a FROM f(first)
=> (select [a] source:(functiontable (call F [first])))

SELECT a FROM f(1)
=> (select [a] source:(functiontable (call F [1])))

SELECT a FROM f(x) t
=> (select [a] source:(functiontable (call F [x]) alias:(alias t)))

SELECT a FROM f(x) AS t(b)
=> (select [a] source:(functiontable (call F [x]) alias:(alias t [b])))

SELECT a FROM f(x y)
!! 1:19 found `y`, expected an operator, a comma or ) [is a comma missing after `x`?]

SELECT a FROM f(x ROW<a INT>)
!! 1:19 found ROW, expected an operator, a comma or )

SELECT a FROM MODEL m
=> (select [a] source:(table MODEL alias:(alias m)))

SELECT f(MODEL m)
=> (select [(call F [(modelarg m)])])

SELECT f(1, MODEL m), f(x => MODEL a.b.c)
=> (select [(call F [1 (modelarg m)]) (call F [(namedarg x (modelarg a.b.c))])])

SELECT f(MODEL)
=> (select [(call F [MODEL])])

SELECT model FROM t
=> (select [model] source:(table t))

SELECT f(model, 1), f(model.a), model(1)
=> (select [(call F [model 1]) (call F [model.a]) (call MODEL [1])])

SELECT window_start, window_end, SUM(price) AS total
FROM TABLE(HOP(TABLE bids, DESCRIPTOR(bid_time), INTERVAL '5' MINUTE, INTERVAL '10' MINUTE, INTERVAL '1' MINUTE))
GROUP BY window_start, window_end
=> (select [window_start window_end (selectitem (call SUM [price]) alias:total)] source:(functiontable (call HOP [(tablearg query:(tablequery (table bids))) (descriptor bid_time) (interval '5' (intervalunit MINUTE)) (interval '10' (intervalunit MINUTE)) (interval '1' (intervalunit MINUTE))])) group_by:(groupby [window_start window_end]))

SELECT * FROM TABLE(SESSION(TABLE bids PARTITION BY item, DESCRIPTOR(bid_time), INTERVAL '5' MINUTE)) AS w
=> (select [*] source:(functiontable (call SESSION [(tablearg query:(tablequery (table bids)) partition_by:[item]) (descriptor bid_time) (interval '5' (intervalunit MINUTE))]) alias:(alias w)))

SELECT * FROM TABLE(CUMULATE(DATA => TABLE bids, TIMECOL => DESCRIPTOR(bid_time), STEP => INTERVAL '2' MINUTES, SIZE => INTERVAL '10' MINUTES))
=> (select [*] source:(functiontable (call CUMULATE [(namedarg DATA (tablearg query:(tablequery (table bids)))) (namedarg TIMECOL (descriptor bid_time)) (namedarg STEP (interval '2' (intervalunit MINUTE))) (namedarg SIZE (interval '10' (intervalunit MINUTE)))])))

SELECT * FROM my_ptf(input => TABLE events PARTITION BY user_id, threshold => 5, uid => 'x')
=> (select [*] source:(functiontable (call MY_PTF [(namedarg input (tablearg query:(tablequery (table events)) partition_by:[user_id])) (namedarg threshold 5) (namedarg uid 'x')])))
