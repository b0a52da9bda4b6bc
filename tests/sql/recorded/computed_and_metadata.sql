-- {star|computed|metadata|headers|derived_key|both}
SELECT {*|event_time|offset_id, partition_id|headers['trace']|day_key|id, event_time, offset_id} FROM events;

-- grouped_by_{computed|metadata|day}
SELECT {type|partition_id|day_key} AS k, COUNT(*) AS n FROM events GROUP BY {type|partition_id|day_key};

-- where_{metadata|computed}
SELECT id FROM events WHERE {partition_id = 3 AND offset_id > 100|day_key = '2024-01-01'};

-- over_computed_rowtime
SELECT id, COUNT(*) OVER (PARTITION BY type ORDER BY event_time) AS n FROM events;

-- dedup_by_{offset|rowtime}
SELECT id, body FROM (SELECT *, ROW_NUMBER() OVER (PARTITION BY id ORDER BY {offset_id|event_time} DESC) AS rn FROM events) WHERE rn = 1;

-- join_on_{metadata|computed}
SELECT e.id FROM events e JOIN {sensors s ON e.partition_id = s.device_id|log_lines s ON e.day_key = s.logged_on};

-- window_on_computed
SELECT window_start, window_end, COUNT(*) AS n FROM TABLE(TUMBLE(TABLE events, DESCRIPTOR(event_time), INTERVAL '1' MINUTE)) GROUP BY window_start, window_end;

-- header_value_cast
SELECT CAST(headers['trace'] AS STRING) AS trace FROM events;

-- proctime_computed
SELECT pt, page FROM page_views;

-- expression_of_computed
SELECT day_key || '/' || id AS path, EXTRACT(HOUR FROM event_time) AS h FROM events;

-- union_of_metadata
SELECT id, offset_id FROM events UNION ALL SELECT host, epoch_ms FROM log_lines;

-- wrong_{unknown_metadata|header_index|computed_misspelt|type}
SELECT {`partition`|headers[1]|daykey|headers + 1} AS v FROM events;

-- wrong_compare_{headers|partition}
SELECT id FROM events WHERE {headers = 'x'|partition_id = event_time};
