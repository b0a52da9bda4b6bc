-- branch_{false|null|never_equal|never_null|compared|after_true|null_test|in_itself|both_null|missing}: a branch that is never reached
SELECT CASE WHEN {FALSE THEN fee|CAST(NULL AS BOOLEAN) THEN fee|attempts <> attempts THEN fee|payment_id IS NULL THEN fee|1 > 2 THEN fee|TRUE THEN amount WHEN fee > 1 THEN fee|country = CAST(NULL AS STRING) THEN fee|attempts NOT IN (attempts, 3) THEN fee|fee > 1 THEN CAST(NULL AS DOUBLE)|UNKNOWN THEN fee} {ELSE amount|ELSE amount|ELSE amount|ELSE amount|ELSE amount|ELSE fee|ELSE amount|ELSE amount|ELSE NULL|} END AS v FROM payments;

-- branch_{nullable|columns|in|like|function}: a branch that may be reached
SELECT CASE WHEN {country IS NULL|attempts <> merchant_id|attempts NOT IN (merchant_id, 3)|country LIKE '%a'|RAND() = RAND()} THEN fee ELSE amount END AS v FROM payments;

-- same_value_{plain|cast|nested|three|text|unsafe|wider|number}: branches that agree
SELECT CASE WHEN {status = 'OK' THEN amount ELSE amount|status = 'OK' THEN CAST(amount AS DECIMAL(12, 2)) ELSE amount|status = 'OK' THEN amount ELSE CASE WHEN fee > 1 THEN amount ELSE amount END|status = 'OK' THEN fee WHEN country = 'FR' THEN fee ELSE amount|status = 'OK' THEN CAST(country AS STRING) ELSE country|CAST(status AS INT) = 1 THEN fee WHEN CAST(country AS INT) = 2 THEN fee ELSE amount|status = 'OK' THEN CAST(attempts AS DOUBLE) ELSE CAST(CAST(attempts AS BIGINT) AS DOUBLE)|status = 'OK' THEN attempts ELSE 1} END AS v FROM payments;

-- simple_case_{null|never|may}
SELECT CASE {CAST(NULL AS INT) WHEN 1 THEN country WHEN 2 THEN status END|attempts WHEN attempts THEN country ELSE status END|merchant_id WHEN merchant_id THEN country ELSE status END} AS v FROM payments;

-- null_through_{plus|minus|compare|timestampadd|timestampdiff|extract|year|floor|difference|cast|like|negate|between|item|in}
SELECT {merchant_id + CAST(NULL AS INT)|attempts - CAST(NULL AS INT)|merchant_id > CAST(NULL AS INT)|TIMESTAMPADD(MINUTE, attempts, CAST(NULL AS TIMESTAMP(3)))|TIMESTAMPDIFF(DAY, event_time, CAST(NULL AS TIMESTAMP(3)))|EXTRACT(HOUR FROM TIMESTAMPADD(MINUTE, attempts, CAST(NULL AS TIMESTAMP(3))))|YEAR(TIMESTAMPADD(DAY, attempts, CAST(NULL AS DATE)))|FLOOR(TIMESTAMPADD(DAY, attempts, CAST(NULL AS TIMESTAMP(3))) TO DAY)|(event_time - CAST(NULL AS TIMESTAMP(3))) DAY|CAST(merchant_id + CAST(NULL AS INT) AS STRING)|country LIKE CAST(NULL AS STRING)|-(attempts * CAST(NULL AS INT))|attempts BETWEEN CAST(NULL AS INT) AND 5|ARRAY[attempts][CAST(NULL AS INT)]|CAST(NULL AS INT) IN (attempts, 1)} AS v FROM payments;

-- null_stays_{concat|coalesce|mod|power|if|upper|concat_ws|try_cast|and|or|least}: calls that the planner does not look through
SELECT {country \|\| CAST(NULL AS STRING)|COALESCE(country, CAST(NULL AS STRING))|attempts % CAST(NULL AS INT)|POWER(fee, CAST(NULL AS DOUBLE))|IF(CAST(NULL AS BOOLEAN), country, status)|UPPER(SUBSTRING(country, CAST(NULL AS INT)))|CONCAT_WS(CAST(NULL AS STRING), country, status)|TRY_CAST(CONCAT(country, CAST(NULL AS STRING)) AS INT)|fee > 1 AND CAST(NULL AS BOOLEAN)|fee > 1 OR CAST(NULL AS BOOLEAN)|LEAST(fee, CAST(NULL AS DOUBLE))} AS v FROM payments;

-- itself_{equal|less|not_less|nullable_equal|nullable_less|rows|cast|random|distinct|is_true}
SELECT {attempts = attempts|attempts < attempts|attempts >= attempts|fee = fee|fee < fee|ROW(attempts, fee) = ROW(attempts, fee)|CAST(attempts AS STRING) = CAST(attempts AS STRING)|RAND() = RAND()|attempts IS NOT DISTINCT FROM attempts|attempts <> attempts IS TRUE} AS v FROM payments;

-- never_null_{column|test|sum|cast|one_of_two|coalesce|case|unknown|distinct|concat}
SELECT {payment_id IS NULL|fee IS NULL IS NULL|attempts + 1 IS NOT NULL|CAST(attempts AS DECIMAL(12, 2)) IS NULL|attempts + merchant_id IS NULL|COALESCE(country, 'x') IS NOT NULL|CASE WHEN fee > 1 THEN attempts ELSE 0 END IS NULL|attempts > 1 IS UNKNOWN|country IS DISTINCT FROM status IS UNKNOWN|payment_id \|\| '!' IS NULL} AS v FROM payments;

-- logic_{and_false|or_true|and_true|or_false|not|not_not|contradiction|excluded|de_morgan|nested}
SELECT {fee > 1 AND FALSE|fee > 1 OR TRUE|fee > 1 AND TRUE|fee > 1 OR FALSE|NOT (fee > 1 AND FALSE)|NOT NOT fee > 1|r AND NOT r|r OR NOT r|NOT (fee > 1 OR attempts = attempts)|(fee > 1 OR attempts = attempts) AND amount > 2} AS v FROM (SELECT fee, attempts, amount, attempts > 2 AS r FROM payments);

-- nullif_{itself|other|number|nested|never}
SELECT NULLIF({attempts, attempts|fee, amount|attempts, 0|NULLIF(attempts, attempts), merchant_id|country, CAST(NULL AS STRING)}) AS v FROM payments;

-- aggregate_of_{dead_branch|null|same|counted|filter_true|filter_false|filter_branch|folded_key}
SELECT country, {SUM(CASE WHEN FALSE THEN fee ELSE amount END)|MAX(TIMESTAMPADD(MINUTE, attempts, CAST(NULL AS TIMESTAMP(3))))|SUM(CASE WHEN status = 'OK' THEN fee ELSE fee END)|COUNT(CASE WHEN status = 'OK' THEN attempts ELSE 0 END)|SUM(fee) FILTER (WHERE attempts = attempts)|SUM(fee) FILTER (WHERE attempts < attempts)|SUM(fee) FILTER (WHERE CASE WHEN FALSE THEN status = 'OK' ELSE fee > 1 END)|CASE WHEN FALSE THEN MAX(status) ELSE MIN(card_id) END} AS v FROM payments GROUP BY country;

-- key_{folded|same_value}
SELECT COUNT(*) AS n FROM payments GROUP BY {CASE WHEN FALSE THEN country ELSE status END|CASE WHEN country = 'FR' THEN status ELSE status END};

-- where_{always|never_null_call|and|case|not|nullable|true_constant|not_false}: a WHERE stays as it is written, unless it is always met
SELECT fee AS v FROM payments WHERE {payment_id IS NOT NULL|COALESCE(country, 'x') IS NOT NULL|payment_id IS NOT NULL AND attempts = attempts|CASE WHEN FALSE THEN country = 'FR' ELSE status = 'OK' END|NOT payment_id IS NULL|country IS NOT NULL|TRUE|fee > 1 OR attempts = attempts};

-- on_{never_null|false|and_true|case|or|always}: a join condition is folded
SELECT p.fee AS v FROM payments AS p {JOIN|LEFT JOIN|JOIN|JOIN|JOIN|LEFT JOIN} refunds AS r ON p.payment_id = r.payment_id AND {p.payment_id IS NOT NULL|p.payment_id IS NULL|p.attempts = p.attempts|CASE WHEN FALSE THEN r.reason = 'x' ELSE r.refund_amount > 1 END|(r.reason = 'x' OR p.attempts = p.attempts)|r.refund_id IS NOT NULL};

-- having_{folded|plain}
SELECT country, COUNT(*) AS n FROM payments GROUP BY country HAVING {COUNT(*) IS NOT NULL AND MAX(fee) > 1|MAX(fee) > 1 AND SUM(attempts) > 2};

-- distinct_{of_groups|of_a_key|of_some_groups|of_versions|of_one_row}: DISTINCT where no two rows can be equal
SELECT DISTINCT {country, n FROM (SELECT country, COUNT(*) AS n FROM payments GROUP BY country)|account_id, kind FROM accounts|n FROM (SELECT country, COUNT(*) AS n FROM payments GROUP BY country)|product_id, label FROM price_list|n FROM (SELECT COUNT(*) AS n FROM payments)};

-- identity_{case|is_true|plus|equals_true|try_cast|or|coalesce}
SELECT {CASE WHEN FALSE THEN c_bigint ELSE c_int END|c_boolean IS TRUE|+c_int|c_boolean = TRUE|TRY_CAST(c_int AS INT)|c_boolean OR c_boolean|COALESCE(c_int)} AS v FROM all_types;

-- ceil_{of_a_number|of_a_time}: the planner leaves CEIL of a number as it is
SELECT {CEIL(CASE WHEN FALSE THEN fee ELSE amount END)|FLOOR(CASE WHEN FALSE THEN event_time ELSE TIMESTAMPADD(DAY, attempts, event_time) END TO DAY)} AS v FROM payments;

-- over_a_{dead_branch|key}: what stands inside OVER is not folded
SELECT SUM({CASE WHEN FALSE THEN fee ELSE amount END|amount}) OVER (PARTITION BY {country|CASE WHEN FALSE THEN country ELSE status END} ORDER BY event_time) AS v FROM payments;

-- subquery_{dead|alive}
SELECT CASE WHEN {FALSE|fee > 1} THEN (SELECT MAX(refund_amount) FROM refunds) ELSE amount END AS v FROM payments;

-- like_{anything|something|nullable}
SELECT {payment_id LIKE '%'|payment_id LIKE 'a%'|country LIKE '%%'} AS v FROM payments;
