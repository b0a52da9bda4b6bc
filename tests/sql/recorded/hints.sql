-- state_ttl_{join|join_one_side|aggregate|by_alias|hours}
SELECT /*+ STATE_TTL({'o' = '3d', 's' = '12h'|'s' = '1d'|'payments' = '1d'|'p' = '10min'|'payments' = '48h'}) */ {o.order_id, s.carrier|o.order_id|country, COUNT(*) AS n|p.country, COUNT(*) AS n|country, SUM(amount) AS s} FROM {orders o JOIN shipments s ON o.order_id = s.order_id|orders o LEFT JOIN shipments s ON o.order_id = s.order_id|payments GROUP BY country|payments p GROUP BY p.country|payments GROUP BY country};

-- {broadcast|shuffle_hash|shuffle_merge|nest_loop}
SELECT /*+ {BROADCAST|SHUFFLE_HASH|SHUFFLE_MERGE|NEST_LOOP}(s) */ o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id;

-- lookup_{async|retry|capacity}
SELECT /*+ LOOKUP('table'='m', {'async'='true', 'output-mode'='allow_unordered'|'retry-predicate'='lookup_miss', 'retry-strategy'='fixed_delay', 'fixed-delay'='1s', 'max-attempts'='2'|'async'='true', 'capacity'='50', 'timeout'='10s'}) */ p.payment_id, m.risk
FROM payments p JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id;

-- table_options
SELECT payment_id FROM payments /*+ OPTIONS('scan.startup.mode' = 'earliest-offset') */;

-- table_options_aliased
SELECT p.payment_id FROM payments /*+ OPTIONS('changelog-mode' = 'I') */ AS p WHERE p.amount > 1;

-- options_in_a_join
SELECT o.order_id FROM orders /*+ OPTIONS('a' = 'b') */ o JOIN shipments /*+ OPTIONS('c' = 'd', 'e' = 'f') */ s ON o.order_id = s.order_id;

-- two_hints
SELECT /*+ STATE_TTL('o' = '1d'), BROADCAST(s) */ o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id;

-- in_a_subquery
SELECT n FROM (SELECT /*+ STATE_TTL('payments' = '1d') */ COUNT(*) AS n FROM payments);

-- multi_join
SELECT /*+ MULTI_JOIN(o, s) */ o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id;

-- early_fire
SELECT /*+ EARLY_FIRE('a' = 'b') */ payment_id FROM payments;

-- not_a_hint
SELECT /* + STATE_TTL */ payment_id -- and a comment
FROM payments;

-- hint_and_where
SELECT /*+ STATE_TTL('a' = '1d') */ a.kind, COUNT(*) AS n FROM accounts a WHERE a.kind <> 'x' GROUP BY a.kind;

-- unknown_{hint|table}
SELECT /*+ {MY_HINT('a' = 'b')|STATE_TTL('zz' = '1d')} */ o.order_id FROM orders o JOIN shipments s ON o.order_id = s.order_id;

-- wrong_{duration|lookup_without_table|lookup_option|options_syntax|unclosed|empty}
SELECT {/*+ STATE_TTL('o' = 'long') */|/*+ LOOKUP('async'='true') */|/*+ LOOKUP('table'='s', 'async'='perhaps') */||/*+ STATE_TTL('o' = '1d'|/*+ STATE_TTL() */} o.order_id FROM orders {|||/*+ OPTIONS(scan = 'x') */||} o JOIN shipments s ON o.order_id = s.order_id;

-- retry_{with_attempts_only|with_two|with_three|with_delay_only|with_all|zero_times|none}: all four options or none
SELECT /*+ LOOKUP('table'='m'{, 'max-attempts'='3'|, 'retry-predicate'='lookup_miss', 'max-attempts'='3'|, 'retry-predicate'='lookup_miss', 'retry-strategy'='fixed_delay', 'max-attempts'='3'|, 'fixed-delay'='1s'|, 'retry-predicate'='lookup_miss', 'retry-strategy'='fixed_delay', 'fixed-delay'='1s', 'max-attempts'='3'|, 'retry-predicate'='lookup_miss', 'retry-strategy'='fixed_delay', 'fixed-delay'='1s', 'max-attempts'='0'|, 'async'='true', 'capacity'='10'}) */ p.payment_id, m.category FROM payments AS p JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id

-- no_capacity
SELECT /*+ LOOKUP('table'='m', 'async'='true', 'capacity'='0') */ p.payment_id, m.category FROM payments AS p JOIN merchants FOR SYSTEM_TIME AS OF p.proc_time AS m ON p.merchant_id = m.merchant_id

-- options_{without_values|of_names|without_any|with_an_empty_value|with_an_empty_key}
SELECT payment_id FROM payments /*+ OPTIONS({'a', 'b'|a, b||'a' = ''|'' = 'b'}) */
