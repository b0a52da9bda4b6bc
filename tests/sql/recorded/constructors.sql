-- row_{call|implicit|nested|in_function|named_by_cast|of_columns}
SELECT {ROW(1, 'a', fee)|(amount, fee)|ROW(1, ROW(2, 'x'))|ROW(UPPER(country), 1)|CAST(ROW(1, 'a') AS ROW<n INT, s STRING>)|ROW(payment_id, attempts)} AS r FROM payments;

-- array_{ints|texts|mixed_numbers|of_arrays|of_rows|columns|with_null|function}
SELECT {ARRAY[1, 2, 3]|ARRAY['a', 'bcd']|ARRAY[1, 2.5]|ARRAY[ARRAY[1], ARRAY[2]]|ARRAY[ROW(1, 'a')]|ARRAY[card_id, country]|ARRAY[1, NULL]|ARRAY[UPPER(country)]} AS a FROM payments;

-- map_{texts|numbers|columns|of_array|mixed_values|nested}
SELECT {MAP['a', 'b']|MAP['a', 1, 'b', 2]|MAP[country, amount]|MAP['a', ARRAY[1]]|MAP['a', 1, 'b', 2.5]|MAP['a', MAP['b', 1]]} AS m FROM payments;

-- access_{array|map|row_field|nested|array_of_rows|matrix|computed_index|row_index}
SELECT {codes[1]|coupons['x']|owner.contact.email|owner.contact.phones[1]|items[1].sku|matrix[1][2]|codes[CARDINALITY(codes)]|items[1]} AS v FROM baskets;

-- cardinality_element
SELECT CARDINALITY(codes) AS a, CARDINALITY(coupons) AS b, ELEMENT(ARRAY[basket_id]) AS c FROM baskets;

-- compared_{arrays|rows|in}
SELECT basket_id FROM baskets WHERE {codes = ARRAY[1]|(basket_id, 1) = (2, 1)|(basket_id, 1) IN ((1, 1), (2, 1))};

-- required_parts
SELECT ARRAY[r_int, 1] AS a, ROW(r_int, r_string) AS r, MAP[r_string, r_int] AS m, r_row.a AS f, r_array[1] AS e, r_map['k'] AS v FROM all_required;

-- row_field_of_a_nullable_row
SELECT address.city AS city, address.zip AS zip, address FROM customers;

-- field_of_a_constructed_row
SELECT CAST(ROW(1, 'a') AS ROW<n INT, s STRING>).s AS s FROM payments;

-- empty_array_cast
SELECT CAST(ARRAY[] AS ARRAY<INT>) AS a FROM payments;

-- group_by_row
SELECT ROW(country, status) AS k, COUNT(*) AS n FROM payments GROUP BY ROW(country, status);

-- wrong_{clash|odd_map|unknown_field|index_text|field_of_scalar|map_key_type|element_of_number|mixed_map_keys|row_compared}
SELECT {ARRAY[1, DATE '2024-01-01']|MAP['a', 1, 'b']|owner.contact.fax|codes['a']|basket_id.x|coupons[1]|basket_id[1]|MAP['a', 1, DATE '2024-01-01', 2]|owner = 1} AS v FROM baskets;

-- rows_compared_{required|optional|negated|unequal|below|counted}: taken field by field, of what is NOT NULL before the cast
SELECT {CAST(ROW(1, r_string) AS ROW<a INT, b STRING>) = CAST(ROW(2, r_string) AS ROW<a INT, b STRING>)|CAST(ROW(c_int, r_string) AS ROW<a INT, b STRING>) = CAST(ROW(2, 'a') AS ROW<a INT, b STRING>)|NOT (CAST(ROW(1, r_string) AS ROW<a INT, b STRING>) = ROW(2, r_string))|CAST(ROW(1, r_string) AS ROW<a INT, b STRING>) <> ROW(2, r_string)|x|COLLECT(x)} AS y FROM {all_required|all_required, all_types|all_required|all_required|(SELECT CAST(ROW(1, r_string) AS ROW<a INT, b STRING>) = ROW(2, r_string) AS x FROM all_required)|(SELECT CAST(ROW(1, r_string) AS ROW<a INT, b STRING>) = ROW(2, r_string) AS x FROM all_required)};

-- multiset_{of_constants|of_columns}
SELECT MULTISET[{1, 2|attempts}] AS m FROM payments;

-- operator_by_name_{map|item|row|and|plus|negate}: a function's form, which none of them has
SELECT {MAP('a', 1)|`ITEM`(c_array, 1)|`ROW`(1, 2)|`AND`(c_boolean, TRUE)|`+`(c_int, 1)|NEGATE(c_int)} AS v FROM all_types

-- null_in_a_row_{cast|case|typed_case|array|compared|tested|coalesced|counted|called}
SELECT {CAST(ROW(1, NULL) AS ROW<a INT, b STRING>)|CASE WHEN c_boolean THEN ROW(NULL) END|CASE WHEN c_boolean THEN ROW(1, NULL, 2.5) ELSE c_row END|ARRAY[ROW(NULL)]|ROW(1, NULL) = ROW(1, 2)|ROW(1, NULL) IS NULL|COALESCE(c_row, ROW(1, NULL, 2.5))|COUNT(ROW(1, NULL))|TYPEOF(ROW(NULL))} AS v FROM all_types

-- null_number_beside_a_time_{case|case_date|array|array_date|column|double}
SELECT {CASE WHEN c_boolean THEN CAST(NULL AS INT) ELSE c_timestamp3 END|CASE WHEN c_boolean THEN CAST(NULL AS BIGINT) ELSE c_date END|ARRAY[CAST(NULL AS INT), c_timestamp3]|ARRAY[CAST(NULL AS INT), c_date]|CASE WHEN c_boolean THEN c_int ELSE c_timestamp3 END|CASE WHEN c_boolean THEN CAST(NULL AS DOUBLE) ELSE c_timestamp3 END} AS v FROM all_types
