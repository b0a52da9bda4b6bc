-- like_{prefix|underscore|escape|not|column|concat}
SELECT host FROM log_lines WHERE {message LIKE 'a%'|message LIKE 'a_c'|message LIKE 'a!%' ESCAPE '!'|message NOT LIKE '%x%'|message LIKE host|message LIKE '%' \|\| host \|\| '%'};

-- similar_{plain|not|escape}
SELECT host FROM log_lines WHERE message {SIMILAR TO '(a\|b)+'|NOT SIMILAR TO '[0-9]+'|SIMILAR TO 'a!%' ESCAPE '!'};

-- position_{in|locate|instr}
SELECT {POSITION('a' IN message)|LOCATE('a', message)|INSTR(message, 'a')} AS v FROM log_lines;

-- {overlay|overlay_for|substring_from|substring_for|substring_comma}
SELECT {OVERLAY(message PLACING 'xx' FROM 2)|OVERLAY(message PLACING 'xx' FROM 2 FOR 1)|SUBSTRING(message FROM 2)|SUBSTRING(message FROM 2 FOR 3)|SUBSTRING(message, 2, 3)} AS v FROM log_lines;

-- trim_{both|leading|trailing|default}
SELECT TRIM({BOTH 'x' FROM message|LEADING 'x' FROM message|TRAILING FROM message|message}) AS v FROM log_lines;

-- regexp_{regexp|extract|replace|operator|extract_all|count}
SELECT {REGEXP(message, '[0-9]+')|REGEXP_EXTRACT(message, '(a)(b)', 2)|REGEXP_REPLACE(message, 'a', 'b')|message SIMILAR TO 'x'|REGEXP_EXTRACT_ALL(message, '[0-9]+')|REGEXP_COUNT(message, 'a')} AS v FROM log_lines;

-- concat_{operator|function|ws|chars|required}
SELECT {host \|\| level|CONCAT(host, '-', level)|CONCAT_WS(',', host, level)|'a' \|\| 'bc'|host \|\| 'x'} AS v FROM log_lines;

-- between_texts
SELECT host FROM log_lines WHERE level BETWEEN 'A' AND 'M' AND host NOT BETWEEN 'x' AND 'z';

-- symmetric
SELECT host FROM log_lines WHERE epoch_ms BETWEEN SYMMETRIC 10 AND 1;

-- is_distinct
SELECT host IS DISTINCT FROM level AS a, host IS NOT DISTINCT FROM level AS b FROM log_lines;

-- char_length
SELECT CHAR_LENGTH(message) AS a, CHARACTER_LENGTH(message) AS b, UPPER(message) AS c, INITCAP(message) AS d FROM log_lines;

-- wrong_{like_number|similar_number|position_number|overlay_missing|trim_number|regexp_count|escape_long|substring_text|concat_bytes|overlaps_text}
SELECT host, {epoch_ms LIKE 'a%'|epoch_ms SIMILAR TO 'a'|POSITION(1 IN message)|OVERLAY(message PLACING 'x')|TRIM(epoch_ms)|REGEXP(message)|message LIKE 'a' ESCAPE 1|SUBSTRING(message, 'a')|payload \|\| message|(host, level) OVERLAPS (host, level)} AS v FROM log_lines;

-- words_of_other_systems_{ilike|rlike|not_ilike}
SELECT host FROM log_lines WHERE message {ILIKE '%error%'|RLIKE 'err.*'|NOT ILIKE '%error%'};

-- escape_by_nothing_{column|constant|function|null|null_below|unread|filtered}: fails where the planner computes it
{SELECT status LIKE 'a_' ESCAPE '' AS x FROM payments|SELECT 'abc' LIKE 'a_' ESCAPE '' AS x FROM payments|SELECT UPPER('abc') LIKE 'a_' ESCAPE '' AS x FROM payments|SELECT CAST(NULL AS STRING) LIKE 'a_' ESCAPE '' AS x FROM payments|SELECT x LIKE 'a_' ESCAPE '' AS y FROM (SELECT CAST(NULL AS STRING) AS x FROM payments)|SELECT card_id FROM (SELECT card_id, 'abc' LIKE 'a_' ESCAPE '' AS x FROM payments)|SELECT x FROM (SELECT 'abc' LIKE 'a_' ESCAPE '' AS x FROM payments) WHERE 1 = 2};
