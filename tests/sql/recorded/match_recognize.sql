-- v_shape
SELECT * FROM stock_ticks MATCH_RECOGNIZE (
  PARTITION BY symbol ORDER BY rowtime
  MEASURES FIRST(A.price) AS start_price, LAST(DOWN.price) AS bottom, LAST(UP.price) AS end_price
  ONE ROW PER MATCH AFTER MATCH SKIP TO LAST UP
  PATTERN (A DOWN+ UP+) DEFINE DOWN AS DOWN.price < A.price, UP AS UP.price > LAST(DOWN.price));

-- skip_{past_last|next_row|to_first|to_last}
SELECT symbol, low FROM stock_ticks MATCH_RECOGNIZE (
  PARTITION BY symbol ORDER BY rowtime MEASURES MIN(B.price) AS low ONE ROW PER MATCH AFTER MATCH SKIP {PAST LAST ROW|TO NEXT ROW|TO FIRST B|TO LAST B}
  PATTERN (A B+ C) DEFINE B AS B.price < 10, C AS C.price > 10);

-- quantifier_{star|question|reluctant}
SELECT n FROM stock_ticks MATCH_RECOGNIZE (
  PARTITION BY symbol ORDER BY rowtime MEASURES COUNT(B.price) AS n AFTER MATCH SKIP PAST LAST ROW
  PATTERN (A B{*|?|*?} C) DEFINE B AS B.volume > 100, C AS C.volume <= 100);

-- quantifier_exact
SELECT n FROM stock_ticks MATCH_RECOGNIZE (
  PARTITION BY symbol ORDER BY rowtime MEASURES COUNT(B.price) AS n AFTER MATCH SKIP PAST LAST ROW PATTERN (A B{3} C) DEFINE B AS B.volume > 100);

-- quantifier_range
SELECT n FROM stock_ticks MATCH_RECOGNIZE (
  PARTITION BY symbol ORDER BY rowtime MEASURES COUNT(B.price) AS n AFTER MATCH SKIP PAST LAST ROW PATTERN (A B{2,4} C) DEFINE B AS B.volume > 100);

-- quantifier_at_least
SELECT n FROM stock_ticks MATCH_RECOGNIZE (
  PARTITION BY symbol ORDER BY rowtime MEASURES COUNT(B.price) AS n AFTER MATCH SKIP PAST LAST ROW PATTERN (A B{2,} C) DEFINE B AS B.volume > 100);

-- v_shape_then_flat
SELECT * FROM stock_ticks MATCH_RECOGNIZE (
  PARTITION BY symbol ORDER BY rowtime
  MEASURES FIRST(A.price) AS start_price, LAST(DOWN.price) AS bottom, LAST(UP.price) AS top_price, FLAT.rowtime AS until
  ONE ROW PER MATCH AFTER MATCH SKIP TO LAST UP
  PATTERN (A DOWN+ UP+ FLAT) DEFINE DOWN AS DOWN.price < A.price, UP AS UP.price > LAST(DOWN.price), FLAT AS FLAT.price = LAST(UP.price)) AS shape;

-- within
SELECT card_id, first_amount, last_amount FROM payments MATCH_RECOGNIZE (
  PARTITION BY card_id ORDER BY event_time MEASURES FIRST(A.amount) AS first_amount, LAST(B.amount) AS last_amount
  ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A B) WITHIN INTERVAL '1' HOUR DEFINE B AS B.amount > 10 * A.amount);

-- {match_rowtime|match_proctime}
SELECT * FROM payments MATCH_RECOGNIZE (
  PARTITION BY card_id ORDER BY {event_time|proc_time} MEASURES {MATCH_ROWTIME()|MATCH_PROCTIME()} AS at_time, A.amount AS a
  ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A B) DEFINE B AS B.amount > A.amount);

-- not_partitioned
SELECT T.a FROM payments MATCH_RECOGNIZE (ORDER BY event_time MEASURES A.amount AS a ONE ROW PER MATCH PATTERN (A) DEFINE A AS A.amount > 1000) AS T;

-- aggregates_{sum|avg|max}
SELECT card_id, v FROM payments MATCH_RECOGNIZE (
  PARTITION BY card_id ORDER BY event_time MEASURES {SUM|AVG|MAX}(A.amount) AS v ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW
  PATTERN (A+ B) DEFINE A AS AVG(A.amount) < 15, B AS B.amount > 15);

-- prev_in_define: the planner knows no PREV
SELECT symbol FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE B AS B.price < PREV(B.price));

-- last_with_offset
SELECT symbol, d FROM stock_ticks MATCH_RECOGNIZE (
  PARTITION BY symbol ORDER BY rowtime MEASURES LAST(UP.price, 1) AS d ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW
  PATTERN (A UP+ B) DEFINE UP AS LAST(UP.price, 1) IS NULL OR UP.price > LAST(UP.price, 1), B AS B.price < LAST(UP.price));

-- two_partition_keys
SELECT card_id, country, n FROM payments MATCH_RECOGNIZE (
  PARTITION BY card_id, country ORDER BY event_time MEASURES COUNT(*) AS n ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A B+ C) DEFINE B AS B.status = 'FAILED', C AS C.status = 'OK');

-- over_a_subquery
SELECT * FROM (SELECT card_id, amount, event_time FROM payments WHERE status = 'OK') MATCH_RECOGNIZE (
  PARTITION BY card_id ORDER BY event_time MEASURES A.amount AS small, B.amount AS big ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW
  PATTERN (A B) DEFINE A AS A.amount < 1, B AS B.amount > 500) AS suspicious;

-- expression_measures
SELECT symbol, ratio, label FROM stock_ticks MATCH_RECOGNIZE (
  PARTITION BY symbol ORDER BY rowtime MEASURES B.price / A.price AS ratio, UPPER(A.symbol) || '!' AS label, B.rowtime AS until
  ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A B) DEFINE B AS B.price > A.price * 1.1);

-- symbol_rank
SELECT m.symbol, COUNT(*) AS n FROM stock_ticks MATCH_RECOGNIZE (
  PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A) DEFINE A AS A.price > 5) AS m GROUP BY m.symbol;

-- undefined_variable_is_true
SELECT symbol, p FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES Z.price AS p ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (Z Y) DEFINE Y AS Y.price > Z.price);

-- unsupported_{all_rows|alternation|permute|optional_reluctant|subset}
SELECT symbol FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p {ALL ROWS PER MATCH|ONE ROW PER MATCH|ONE ROW PER MATCH|ONE ROW PER MATCH|ONE ROW PER MATCH} AFTER MATCH SKIP PAST LAST ROW PATTERN ({A B|A \| B|PERMUTE(A, B)|A B?? C|A B}) {|||| SUBSET U = (A, B)} DEFINE B AS B.price > 1);

-- greedy_last
SELECT symbol FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B+) DEFINE B AS B.price > 1);

-- not_ordered_by_time
SELECT symbol FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY price MEASURES A.price AS p PATTERN (A B) DEFINE B AS B.price > 1);

-- over_a_changelog
SELECT currency FROM fx_rates MATCH_RECOGNIZE (PARTITION BY currency ORDER BY rate_time MEASURES A.rate AS r PATTERN (A B) DEFINE B AS B.rate > A.rate);

-- wrong_{measure_column|define_column|partition_column|type|no_define|no_pattern}
SELECT symbol FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY {symbol|symbol|ticker|symbol|symbol|symbol} ORDER BY rowtime MEASURES {A.cost|A.price|A.price|A.price|A.price|A.price} AS p {PATTERN (A B)|PATTERN (A B)|PATTERN (A B)|PATTERN (A B)|PATTERN (A B)|} {DEFINE B AS B.price > 1|DEFINE B AS B.cost > 1|DEFINE B AS B.price > 1|DEFINE B AS B.price > B.rowtime||DEFINE B AS B.price > 1});

-- wrong_variable_not_in_the_pattern
SELECT symbol FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p PATTERN (A B) DEFINE X AS X.price > 1);

-- unsupported_exclude
SELECT symbol FROM stock_ticks MATCH_RECOGNIZE (PARTITION BY symbol ORDER BY rowtime MEASURES A.price AS p ONE ROW PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A {- B -} C) DEFINE B AS B.price > 1);

-- counts_of_a_required_column
SELECT * FROM payments MATCH_RECOGNIZE (PARTITION BY card_id ORDER BY event_time
  MEASURES COUNT(A.payment_id) AS n, COUNT(*) AS m, COUNT(A.attempts) AS t PATTERN (A+ B) DEFINE A AS A.amount > 5, B AS B.amount < 5);

-- rows_of_{two_variables|two_variables_in_define|a_variable_and_all|one_variable|one_variable_twice|all|two_variables_at_their_last|two_aggregates|two_last_rows}: an aggregate goes over one variable
SELECT * FROM payments MATCH_RECOGNIZE (PARTITION BY card_id ORDER BY event_time MEASURES {SUM(A.attempts + B.attempts)|A.attempts|SUM(A.attempts + attempts)|SUM(A.attempts)|SUM(A.attempts + A.fee)|SUM(attempts)|LAST(A.attempts + B.attempts)|SUM(A.attempts) + SUM(B.attempts)|LAST(A.attempts) + FIRST(B.attempts)} AS x PATTERN (A B C) DEFINE {A AS A.attempts > 1|B AS SUM(A.attempts + B.attempts) > 1|A AS A.attempts > 1|B AS AVG(B.fee) > A.fee|A AS A.attempts > 1|A AS A.attempts > 1|A AS A.attempts > 1|A AS A.attempts > 1|A AS A.attempts > 1}) AS m
