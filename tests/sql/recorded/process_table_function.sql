-- undeclared_{positional|named|partitioned|descriptor|two_tables|scalar_argument}: nobody declared them, so the planner refuses
SELECT * FROM {score(TABLE payments)|score(input => TABLE payments)|score(TABLE payments PARTITION BY card_id)|score(TABLE payments PARTITION BY card_id, DESCRIPTOR(event_time))|score(TABLE payments PARTITION BY card_id, TABLE refunds PARTITION BY payment_id)|score(input => TABLE payments, threshold => 3)};

-- undeclared_in_table_{plain|named|uid|on_time|columns|subquery}
SELECT {*|*|*|*|card_id|*} FROM TABLE(score({TABLE payments|input => TABLE payments PARTITION BY card_id|input => TABLE payments, uid => 'scores'|input => TABLE payments PARTITION BY card_id, on_time => DESCRIPTOR(event_time)|TABLE payments PARTITION BY (card_id, country)|(SELECT card_id FROM payments)}));

-- order_in_the_table_argument
SELECT * FROM score(TABLE payments PARTITION BY card_id ORDER BY event_time);

-- aliased
SELECT s.card_id FROM score(TABLE payments PARTITION BY card_id) AS s;

-- joined
SELECT p.payment_id FROM payments p JOIN score(TABLE refunds) AS s ON p.payment_id = s.payment_id;

-- model_function_{predict|evaluate}
SELECT * FROM {ML_PREDICT(TABLE payments, MODEL fraud_model, DESCRIPTOR(amount))|ML_PREDICT(INPUT => TABLE payments, MODEL => MODEL fraud_model, ARGS => DESCRIPTOR(amount))};

-- scalar_over_a_table
SELECT mask_card(TABLE payments) AS v FROM payments;

-- table_function_given_a_table
SELECT * FROM TABLE(split_words(TABLE payments));

-- unknown_table_in_the_argument
SELECT * FROM score(TABLE paymentz);
