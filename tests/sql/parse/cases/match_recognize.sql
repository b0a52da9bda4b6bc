SELECT * FROM t MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE) AS x
=> (select [*] source:(matchrecognize source:(table t) pattern:(patternvariable A) defines:[(patterndefine A TRUE)] alias:(alias x)))

SELECT * FROM t AS x MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE)
=> (select [*] source:(matchrecognize source:(table t alias:(alias x)) pattern:(patternvariable A) defines:[(patterndefine A TRUE)]))

SELECT a FROM t AS x (b, c) MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE) AS y
!! 1:29 MATCH_RECOGNIZE reads one table or query, without an alias before it [write the alias behind MATCH_RECOGNIZE (..), or read from (SELECT * FROM ..)]

SELECT a FROM t AS x MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE) y
=> (select [a] source:(matchrecognize source:(table t alias:(alias x)) pattern:(patternvariable A) defines:[(patterndefine A TRUE)] alias:(alias y)))

SELECT a FROM t MATCH_RECOGNIZE (PARTITION BY a, b ORDER BY c DESC MEASURES FINAL LAST(A.x) AS l, RUNNING SUM(B.y) AS s, PREV(A.x, 2) AS p, FIRST(A.x, 1) AS f, MATCH_NUMBER() AS m, CLASSIFIER() AS c ONE ROW PER MATCH AFTER MATCH SKIP TO LAST B PATTERN (^ A B+? C{2,3} D{,4}? E{5,} (F | G)* {- H -} PERMUTE(I, J) $) WITHIN INTERVAL '1' HOUR SUBSET U = (A, B) DEFINE A AS A.x > 1, B AS PREV(B.x) < NEXT(B.x)) AS m
=> (select [a] source:(matchrecognize source:(table t) partition_by:[a b] order_by:[(sortkey c descending)] measures:[(selectitem (unary FINAL (call LAST [A.x])) alias:l) (selectitem (unary RUNNING (call SUM [B.y])) alias:s) (selectitem (call PREV [A.x 2]) alias:p) (selectitem (call FIRST [A.x 1]) alias:f) (selectitem (call MATCH_NUMBER) alias:m) (selectitem (call CLASSIFIER) alias:c)] ONE ROW PER MATCH skip:TO LAST skip_to:B pattern:(patternsequence [(patternvariable A) (patternrepeat item:(patternvariable B) low:1) (patternrepeat item:(patternvariable C) low:2 high:3 greedy) (patternrepeat item:(patternvariable D) low:0 high:4 from_any) (patternrepeat item:(patternvariable E) low:5 greedy) (patternrepeat item:(patternchoice [(patternvariable F) (patternvariable G)]) low:0 greedy) (patternexclude item:(patternvariable H)) (patternpermute [(patternvariable I) (patternvariable J)])]) anchored_start anchored_end within:(interval '1' (intervalunit HOUR)) subsets:[(patternsubset U [A B])] defines:[(patterndefine A (binary > A.x 1)) (patterndefine B (binary < (call PREV [B.x]) (call NEXT [B.x])))] alias:(alias m)))

SELECT a FROM t MATCH_RECOGNIZE (ALL ROWS PER MATCH AFTER MATCH SKIP PAST LAST ROW PATTERN (A) DEFINE A AS TRUE)
=> (select [a] source:(matchrecognize source:(table t) ALL ROWS PER MATCH skip:PAST LAST ROW pattern:(patternvariable A) defines:[(patterndefine A TRUE)]))

SELECT a FROM t MATCH_RECOGNIZE (AFTER MATCH SKIP TO NEXT ROW PATTERN (A{2}) DEFINE A AS TRUE)
=> (select [a] source:(matchrecognize source:(table t) skip:TO NEXT ROW pattern:(patternrepeat item:(patternvariable A) low:2 high:2 greedy) defines:[(patterndefine A TRUE)]))

SELECT a FROM t MATCH_RECOGNIZE (AFTER MATCH SKIP TO B PATTERN (A | B | C) DEFINE A AS TRUE)
=> (select [a] source:(matchrecognize source:(table t) skip:TO LAST skip_to:B pattern:(patternchoice [(patternvariable A) (patternvariable B) (patternvariable C)]) defines:[(patterndefine A TRUE)]))

SELECT a FROM t MATCH_RECOGNIZE (AFTER MATCH SKIP TO FIRST B PATTERN (A* B?? C*?) DEFINE A AS TRUE)
=> (select [a] source:(matchrecognize source:(table t) skip:TO FIRST skip_to:B pattern:(patternsequence [(patternrepeat item:(patternvariable A) low:0 greedy) (patternrepeat item:(patternvariable B) low:0 high:1) (patternrepeat item:(patternvariable C) low:0)]) defines:[(patterndefine A TRUE)]))

SELECT a FROM t MATCH_RECOGNIZE (PATTERN () DEFINE A AS TRUE)
!! 1:43 found ), expected a variable of the pattern

SELECT a FROM t MATCH_RECOGNIZE (PATTERN (A) )
!! 1:46 found ), expected DEFINE and the conditions of the variables

SELECT a FROM t MATCH_RECOGNIZE (MEASURES a PATTERN (A) DEFINE A AS TRUE)
!! 1:45 found PATTERN, expected AS and the name of the measure

SELECT a FROM t MATCH_RECOGNIZE (MEASURES a + 1 AS final, first AS x PATTERN (A {- B -} C) DEFINE A AS TRUE)
=> (select [a] source:(matchrecognize source:(table t) measures:[(selectitem (arithmetic [+] [a 1]) alias:final) (selectitem first alias:x)] pattern:(patternsequence [(patternvariable A) (patternexclude item:(patternvariable B)) (patternvariable C)]) defines:[(patterndefine A TRUE)]))

SELECT a FROM (SELECT 1) MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE)
=> (select [a] source:(matchrecognize source:(derived query:(select [1])) pattern:(patternvariable A) defines:[(patterndefine A TRUE)]))

SELECT a FROM t MATCH_RECOGNIZE (PATTERN (A) WITHIN INTERVAL '1' DAY DEFINE A AS LAST(a, 1 + 1))
!! 1:90 the number of rows must be a literal

SELECT final FROM t
=> (select [final] source:(table t))

SELECT final x FROM t
=> (select [(selectitem final alias:x)] source:(table t))

SELECT final(x) FROM t
=> (select [(call FINAL [x])] source:(table t))

SELECT a FROM (SELECT 1) AS x MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE)
=> (select [a] source:(matchrecognize source:(derived query:(select [1]) alias:(alias x)) pattern:(patternvariable A) defines:[(patterndefine A TRUE)]))

SELECT a FROM TABLE(f(x)) AS x MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE)
!! 1:32 MATCH_RECOGNIZE reads one table or query, without an alias before it [write the alias behind MATCH_RECOGNIZE (..), or read from (SELECT * FROM ..)]

SELECT a FROM TABLE(f(x)) MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE)
!! 1:27 MATCH_RECOGNIZE reads one table or query, without an alias before it [write the alias behind MATCH_RECOGNIZE (..), or read from (SELECT * FROM ..)]

SELECT a FROM t x MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE)
!! 1:19 MATCH_RECOGNIZE reads one table or query, without an alias before it [write the alias behind MATCH_RECOGNIZE (..), or read from (SELECT * FROM ..)]

SELECT a FROM t MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE) x (b, c)
=> (select [a] source:(matchrecognize source:(table t) pattern:(patternvariable A) defines:[(patterndefine A TRUE)] alias:(alias x [b c])))

SELECT a FROM t FOR SYSTEM_TIME AS OF y MATCH_RECOGNIZE (PATTERN (A) DEFINE A AS TRUE)
=> (select [a] source:(matchrecognize source:(table t as_of:y) pattern:(patternvariable A) defines:[(patterndefine A TRUE)]))

SELECT LAST(a, 1 + 1) FROM t
!! 1:16 the number of rows must be a literal

SELECT LAST(a, b) FROM t
!! 1:16 the number of rows must be a literal

SELECT FIRST(a, b, c) FROM t
!! 1:17 the number of rows must be a literal

SELECT PREV(a, b) FROM t
!! 1:16 the number of rows must be a literal
