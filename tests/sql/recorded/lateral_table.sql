-- {cross|left|comma}
SELECT l.host, w.word, w.length FROM log_lines l{ CROSS JOIN LATERAL TABLE(split_words(l.message)) AS w| LEFT JOIN LATERAL TABLE(split_words(l.message)) AS w ON TRUE|, LATERAL TABLE(split_words(message)) AS w};

-- renamed_columns
SELECT host, token, size FROM log_lines, LATERAL TABLE(split_words(message)) AS t (token, size);

-- {star|table_star}
SELECT {*|w.*} FROM log_lines CROSS JOIN LATERAL TABLE(split_words(message)) AS w;

-- expression_argument
SELECT w.word FROM log_lines l, LATERAL TABLE(split_words(UPPER(l.message) || ' ' || l.host)) AS w;

-- without_lateral_keyword
SELECT w.word FROM log_lines l, TABLE(split_words('a b c')) AS w;

-- constant_table
SELECT * FROM TABLE(split_words('to be or not'));

-- filtered
SELECT l.host FROM log_lines l, LATERAL TABLE(split_words(l.message)) AS w WHERE w.length > 3;

-- aggregated
SELECT word, COUNT(*) AS n FROM log_lines, LATERAL TABLE(split_words(message)) AS w GROUP BY word;

-- two_in_a_row
SELECT a.word, b.word AS again FROM log_lines l, LATERAL TABLE(split_words(l.message)) AS a, LATERAL TABLE(split_words(a.word)) AS b;

-- rowtime_survives
SELECT c.click_time, w.word FROM clicks c, LATERAL TABLE(split_words(c.url)) AS w;

-- over_cdc
SELECT c.id, w.word FROM customers c LEFT JOIN LATERAL TABLE(split_words(c.name)) AS w ON TRUE;

-- nested_field_argument
SELECT c.session_id, w.word FROM clicks c, LATERAL TABLE(split_words(c.device.os)) AS w;

-- join_condition_not_true
SELECT l.host, w.word FROM log_lines l LEFT JOIN LATERAL TABLE(split_words(l.message)) AS w ON w.length > 3;

-- scalar_function_{mask|risk|token}
SELECT {mask_card(card_id)|risk_score(fee, country)|next_token()} AS v FROM payments;

-- {aggregate_function|aggregate_with_filter}
SELECT country, weighted_average(fee, customer_id){| FILTER (WHERE attempts > 1)} AS w FROM payments GROUP BY country;

-- implicit_{int_to_double|decimal}
SELECT risk_score({attempts|amount}, country) AS r FROM payments;

-- wrong_{undeclared|misspelled|argument_type|argument_count|scalar_as_table|table_as_scalar}
SELECT {w.word|w.word|w.word|w.word|w.*|split_words(l.message)} FROM log_lines l{, LATERAL TABLE(explode_text(l.message)) AS w|, LATERAL TABLE(split_wordz(l.message)) AS w|, LATERAL TABLE(split_words(l.payload)) AS w|, LATERAL TABLE(split_words(l.message, 1)) AS w|, LATERAL TABLE(mask_card(l.message)) AS w|};

-- wrong_scalar_{arguments|type|name}
SELECT {mask_card(card_id, 1)|risk_score(country, fee)|mask_cards(card_id)} FROM payments;

-- wrong_alias_columns
SELECT * FROM log_lines, LATERAL TABLE(split_words(message)) AS t (token);

-- on_the_left_side_{compared|alone|of_constants|left_join_of_constants|only_the_right}
SELECT l.host, w.word FROM log_lines l {JOIN LATERAL TABLE(split_words(l.message)) AS w ON w.word = l.host|JOIN LATERAL TABLE(split_words(l.message)) AS w ON l.host = 'a'|JOIN LATERAL TABLE(split_words('a b')) AS w ON w.word = l.host|LEFT JOIN LATERAL TABLE(split_words('a b')) AS w ON w.word = l.host|JOIN LATERAL TABLE(split_words(l.message)) AS w ON w.word = 'a'}
