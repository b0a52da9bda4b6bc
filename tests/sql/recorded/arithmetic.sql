-- decimal_{plus|minus|times|divide|modulo|negate}
SELECT {c_decimal + c_money|c_decimal - c_money|c_decimal * c_money|c_decimal / c_money|c_decimal % 7|-c_decimal} AS v FROM all_types;

-- decimals_{small|int|bigint|float|literal|tinyint|division}
SELECT {amount + 1|amount * attempts|amount + customer_id|amount * fee|amount * 1.15|amount + CAST(1 AS TINYINT)|amount / 3} AS v FROM payments;

-- integers_{tiny_small|small_int|int_bigint|tiny_tiny|division|modulo|int_float|bigint_double}
SELECT {c_tinyint + c_smallint|c_smallint * c_int|c_int - c_bigint|c_tinyint * c_tinyint|c_int / 2|c_bigint % 10|c_int * c_float|c_bigint / c_double} AS v FROM all_types;

-- required_{plus|division|function|compare|decimal}
SELECT {r_int + 1|r_int / r_int|ABS(r_int)|r_int > 3|r_decimal * r_decimal} AS v FROM all_required;

-- functions_{abs|round|round_int|floor|ceil|power|sqrt|mod|truncate|sign|exp}
SELECT {ABS(amount)|ROUND(amount, 1)|ROUND(attempts, 1)|FLOOR(amount)|CEIL(amount)|POWER(amount, 2)|SQRT(fee)|MOD(attempts, 3)|TRUNCATE(amount, 1)|SIGN(amount)|EXP(fee)} AS v FROM payments;

-- precedence
SELECT 1 + 2 * 3 - 4 / 2 AS a, (1 + 2) * 3 AS b, -fee * 2 AS c FROM payments;

-- numeric_text_comparison_{equal|less|in}
SELECT payment_id FROM payments WHERE {attempts = '1'|amount < '10'|attempts IN ('1', '2')};

-- sums_of_{decimal_product|decimal_division|int_product|mixed}
SELECT SUM({price * quantity|price / 3|quantity * 2|price * 1.5e0}) AS s, AVG({price * quantity|price / 3|quantity * 2|price * 1.5e0}) AS a FROM orders;

-- literal_{decimal_scale|big|exponent|negative|leading_dot|int_limit}
SELECT {1.500|12345678901234567890|1.5E-3|-5|.5|2147483648} AS v FROM payments;

-- wrong_{text_plus|boolean_plus|date_times|array_plus|timestamp_divide|unary_text|modulo_text|bytes_plus}
SELECT {c_boolean * 2|c_boolean + 1|c_date * 2|c_array + 1|c_timestamp / 2|-c_date|c_map % 2|c_bytes + 1} AS v FROM all_types;

-- pi_without_brackets
SELECT PI AS v, PI() AS w, 2 * PI * fee AS x FROM payments;
