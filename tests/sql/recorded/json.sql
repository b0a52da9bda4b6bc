-- value_{plain|returning_int|returning_boolean|returning_double|default_empty|default_error|null_on_error|error_on_empty}
SELECT JSON_VALUE(body, '$.a'{| RETURNING INT| RETURNING BOOLEAN| RETURNING DOUBLE| DEFAULT 'x' ON EMPTY| RETURNING INT DEFAULT 0 ON ERROR| NULL ON ERROR| ERROR ON EMPTY}) AS v FROM events;

-- query_{plain|wrapper|without|conditional|empty_array|empty_object|returning_array|null_on_empty}
SELECT JSON_QUERY(body, '$.a'{| WITH WRAPPER| WITHOUT WRAPPER| WITH CONDITIONAL ARRAY WRAPPER| EMPTY ARRAY ON EMPTY| EMPTY OBJECT ON ERROR| RETURNING ARRAY<STRING>| NULL ON EMPTY}) AS v FROM events;

-- exists_{plain|true_on_error|unknown_on_error|lax|strict}
SELECT JSON_EXISTS(body, '{$.a|$.a|$.a|lax $.a|strict $.a}'{| TRUE ON ERROR| UNKNOWN ON ERROR||}) AS v FROM events;

-- object_{one|two|null_absent|value_word|colon|nested|empty}
SELECT JSON_OBJECT({KEY 'a' VALUE 1|'a' VALUE id, 'b' VALUE type|KEY 'a' VALUE id ABSENT ON NULL|'k' VALUE body|'a' : id|'o' VALUE JSON_OBJECT('x' VALUE 1)|}) AS v FROM events;

-- array_{empty|values|null_on_null|absent|nested}
SELECT JSON_ARRAY({|1, id, TRUE|id NULL ON NULL|id ABSENT ON NULL|JSON_ARRAY(1), JSON_OBJECT('a' VALUE 1)}) AS v FROM events;

-- {is_json|is_json_object|is_not_json|is_json_array|is_json_scalar|is_json_value}
SELECT body {IS JSON|IS JSON OBJECT|IS NOT JSON|IS JSON ARRAY|IS JSON SCALAR|IS JSON VALUE} AS v FROM events;

-- {json_string|json_quote|json_unquote|json_length|json}
SELECT {JSON_STRING(headers)|JSON_QUOTE(body)|JSON_UNQUOTE(body)|JSON_LENGTH(body)|JSON_OBJECT('a' VALUE JSON(body))} AS v FROM events;

-- aggregates_{objectagg|objectagg_absent|arrayagg|arrayagg_null}
SELECT type, {JSON_OBJECTAGG(KEY id VALUE body)|JSON_OBJECTAGG(id VALUE body ABSENT ON NULL)|JSON_ARRAYAGG(id)|JSON_ARRAYAGG(id NULL ON NULL)} AS v FROM events GROUP BY type;

-- in_where
SELECT id FROM events WHERE JSON_VALUE(body, '$.country') = 'FR' AND JSON_EXISTS(body, '$.amount');

-- wrong_{number_input|missing_path|returning_type|clause|path_number|unknown_clause|array_wrapper|object_without_value}
SELECT {JSON_VALUE(epoch_millis, '$.a')|JSON_VALUE(body)|JSON_VALUE(body, '$.a' RETURNING BANANA)|JSON_VALUE(body, '$.a' WITH WRAPPER)|JSON_VALUE(body, 1)|JSON_QUERY(body, '$.a' FULL ON EMPTY)|JSON_QUERY(body, '$.a' RETURNING ROW<a INT>)|JSON_OBJECT('a')} AS v FROM events;

-- format_json_{value|exists|object|array|aggregate}: read, and then no function
SELECT {JSON_VALUE(body FORMAT JSON, '$.a')|JSON_EXISTS(body FORMAT JSON, '$.a')|JSON_OBJECT('a' VALUE body FORMAT JSON)|JSON_ARRAY(body FORMAT JSON)|JSON_ARRAYAGG(body FORMAT JSON)} AS v FROM events

-- key_{required|nullable|joined|cast|called|case}: of an object, never NULL
SELECT JSON_OBJECT({r_string|r_array[1]|r_string \|\| 'x'|CAST(r_int AS STRING)|UPPER(r_string)|CASE WHEN r_boolean THEN 'a' ELSE 'b' END} VALUE r_int) AS v FROM all_required

-- planner_s_own_aggregates_{array|array_absent|object|object_absent|keyless}
SELECT {JSON_ARRAYAGG_NULL_ON_NULL(epoch_millis)|JSON_ARRAYAGG_ABSENT_ON_NULL(body)|JSON_OBJECTAGG_NULL_ON_NULL(id, body)|JSON_OBJECTAGG_ABSENT_ON_NULL(id, epoch_millis)|JSON_OBJECTAGG_NULL_ON_NULL(id)} AS v FROM events

-- json_as_a_{key|value|element}: only values are put in as JSON
SELECT {JSON_OBJECT(KEY JSON('[]') VALUE status)|JSON_OBJECT(KEY status VALUE JSON('[]') NULL ON NULL)|JSON_ARRAY(JSON('[1]'))} AS j FROM payments;
