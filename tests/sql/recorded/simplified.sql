-- null_compared_{equal|unequal|less|text_and_number|distinct|like|in|between|case}: a constant NULL settles it, and no column counts
SELECT {c_int = CAST(NULL AS INT)|CAST(NULL AS BIGINT) <> c_int|c_double < CAST(NULL AS INT)|c_string = CAST(NULL AS INT)|c_int IS DISTINCT FROM CAST(NULL AS INT)|c_string LIKE CAST(NULL AS STRING)|c_int IN (CAST(NULL AS INT))|c_int BETWEEN CAST(NULL AS INT) AND CAST(NULL AS INT)|CASE c_int WHEN NULL THEN 1 END} AS v FROM all_types;

-- null_beside_others_{in|between|distinct|modulo|concat|function}: what may still be settled by a row
SELECT {c_int IN (CAST(NULL AS INT), 1)|c_int BETWEEN CAST(NULL AS INT) AND 3|c_int IS NOT DISTINCT FROM CAST(NULL AS INT)|c_int % CAST(NULL AS INT)|c_string \|\| CAST(NULL AS STRING)|CONCAT(c_string, CAST(NULL AS STRING))} AS v FROM all_types;

-- null_counted_{plus|times|interval|then_compared|coalesced|of_a_case}: arithmetic with a NULL that is constant as it is written
SELECT {c_int + CAST(NULL AS INT)|CAST(NULL AS INT) * c_bigint|c_timestamp + CAST(NULL AS INTERVAL DAY)|c_int + CAST(NULL AS INT) = 1|COALESCE(c_int + CAST(NULL AS INT), c_bigint)|c_int + CASE WHEN CAST(NULL AS BOOLEAN) THEN c_bigint END} AS v FROM all_types;

-- itself_{equal|unequal|in|between|distinct|function|sum|nullif|text}: what is never NULL, compared with itself
SELECT {r_int = r_int|r_bigint <> r_bigint|r_int IN (1, r_int)|r_int BETWEEN r_int AND r_int|r_int IS NOT DISTINCT FROM r_int|UPPER(r_string) = UPPER(r_string)|r_int + 1 = r_int + 1|NULLIF(r_int, r_int)|r_string LIKE '%'} AS v FROM all_required;

-- itself_maybe_null_{equal|unequal|in|nullif|text|rows|two_columns}
SELECT {c_int = c_int|c_bigint <> c_bigint|c_int IN (1, c_int)|NULLIF(c_int, c_int)|c_string LIKE '%'|c_row = c_row|c_int = c_bigint} AS v FROM all_types;

-- branch_{true|false|null|constants|numbers|texts|by_operand|all_alike|alike_constants|alike_sums}: the branches that are left
SELECT {CASE WHEN TRUE THEN c_int ELSE c_bigint END|CASE WHEN FALSE THEN c_int ELSE c_bigint END|CASE WHEN CAST(NULL AS BOOLEAN) THEN c_int ELSE c_bigint END|CASE WHEN 1 = 2 THEN c_int ELSE c_bigint END|CASE WHEN 1 < 2 THEN c_int ELSE c_bigint END|CASE WHEN 'a' = 'b' THEN c_int ELSE c_bigint END|CASE 2 WHEN 1 THEN c_int ELSE c_bigint END|CASE WHEN c_boolean THEN c_int ELSE c_int END|CASE WHEN c_boolean THEN 'x' ELSE 'x' END|CASE WHEN c_boolean THEN c_int + 1 ELSE c_int + 1 END} AS v FROM all_types;

-- branches_kept_{plain|computed_constant|function|last_true|alike_of_two}
SELECT {CASE WHEN c_boolean THEN c_int ELSE c_bigint END|CASE WHEN 1 + 1 = 2 THEN c_int ELSE c_bigint END|IF(TRUE, c_int, c_bigint)|CASE WHEN c_boolean THEN c_int WHEN TRUE THEN c_tinyint ELSE c_bigint END|CASE WHEN c_boolean THEN c_int WHEN c_date IS NULL THEN c_int ELSE c_bigint END} AS v FROM all_types;

-- branch_of_what_is_not_null_{asked|other_asked|null_asked|required}: only the first is never NULL
SELECT {CASE WHEN c_int IS NOT NULL THEN c_int ELSE 0 END|CASE WHEN c_bigint IS NOT NULL THEN c_int ELSE 0 END|CASE WHEN c_int IS NULL THEN 0 ELSE c_int END|CASE WHEN c_int IS NOT NULL THEN c_int END} AS v FROM all_types;

-- logic_{false|true|neutral|twice|null|nested|not_not|or_not}
SELECT {c_boolean AND FALSE|c_boolean OR TRUE|c_boolean AND TRUE|c_boolean OR c_boolean|c_boolean AND CAST(NULL AS BOOLEAN)|c_boolean AND (c_int = 1 OR TRUE)|NOT NOT c_boolean|c_boolean OR NOT c_boolean} AS v FROM all_types;

-- logic_required_{or_not|and_not|null_tests|tests_of_a_comparison|is_true|is_unknown|equals_true}
SELECT {r_boolean OR NOT r_boolean|r_boolean AND NOT r_boolean|r_int IS NULL OR r_int IS NOT NULL|r_int = 1 AND NOT (r_int = 1)|r_boolean IS TRUE|r_boolean IS UNKNOWN|r_boolean = TRUE} AS v FROM all_required;

-- null_test_{column|sum|comparison|like|between|in|division|cast|logic}: of what cannot be NULL
SELECT {r_int IS NULL|r_int + r_bigint IS NULL|(r_int = r_bigint) IS NOT NULL|(r_string LIKE 'a') IS NULL|(r_int BETWEEN 1 AND 2) IS NULL|(r_int IN (1, 2)) IS NULL|(r_int / 2) IS NULL|CAST(r_int AS BIGINT) IS NULL|(r_boolean AND r_boolean) IS NULL} AS v FROM all_required;

-- null_test_kept_{modulo|concat|function|narrowing|text_cast|element}: the planner does not look through these
SELECT {(r_int % 2) IS NULL|(r_string \|\| 'a') IS NULL|UPPER(r_string) IS NULL|CAST(r_bigint AS INT) IS NULL|CAST(r_string AS INT) IS NULL|r_array[1] IS NULL} AS v FROM all_required;

-- null_test_of_{sum|comparison|required_and_not}: only what may be NULL counts
SELECT {(o.quantity + o.order_id) IS NULL|(o.order_id = o.customer_id) IS NULL|(o.order_id - o.quantity) IS NOT NULL} AS v FROM orders o;

-- unchanged_{plus_zero|zero_plus|minus_zero|times_one|over_one|double|wider|minus_minus|tried|zero_minus|of_a_product}: the column itself
SELECT {c_int + 0|0 + c_int|c_int - 0|1 * c_int|c_int / 1|c_double * 1|c_tinyint + 0|- (- c_int)|TRY_CAST(c_int AS INT)|0 - c_int|c_int * 1 + 0} AS v FROM all_types;

-- divided_by_zero_{whole|decimal|double|cast|branch|left_constant|column|modulo}: of constants the planner says so at once
SELECT {1 / 0|1 / 0.0|1 / 0e0|1 / CAST(0 AS BIGINT)|CASE WHEN c_boolean THEN 1 / 0 ELSE c_int END|(1 + 1) / 0|c_int / 0|1 % 0} AS v FROM all_types;

-- over_{alike_branches|aggregated}: inside a window nothing is simplified
SELECT {SUM(CASE WHEN fee > 1 THEN attempts ELSE attempts END) OVER (PARTITION BY country ORDER BY proc_time)|COUNT(CASE WHEN TRUE THEN fee ELSE amount END) OVER (PARTITION BY country ORDER BY proc_time)} AS v FROM payments;

-- aggregated_{alike_branches|constant_branch|null}
SELECT country, {SUM(CASE WHEN fee > 1 THEN attempts ELSE attempts END)|SUM(CASE WHEN TRUE THEN fee ELSE amount END)|COUNT(fee = CAST(NULL AS DOUBLE))} AS v FROM payments GROUP BY country;

-- any_of_a_list_{required|nullable|no_common_type}
SELECT {r_int = ANY (1, 2)|r_int <> ALL (1, r_bigint)|r_int < SOME (1, 'a')} AS v FROM all_required;
