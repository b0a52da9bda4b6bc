SET 'pipeline.name' = 'fraud-detection.fraud_events_warehouse';
SET 'table.local-time-zone' = 'UTC';
SET 'parallelism.default' = '1';
SET 'execution.checkpointing.interval' = '10000 ms';
SET 'pipeline.global-job-parameters' = 'streamt.project:fraud-detection,streamt.environment:standalone,streamt.model:model/fraud_events_warehouse,streamt.fingerprint:9ea34aee554a5cc62abff03c7043efe79cda306df57e3baac4b51159b5b39c53';

CREATE TABLE `card_payments_fraud_events` (
  `payment_id` STRING NOT NULL,
  `customer_id` STRING NOT NULL,
  `amount_cents` BIGINT NOT NULL,
  `currency` STRING NOT NULL,
  `card_number` STRING,
  `card_network` STRING,
  `event_time` TIMESTAMP(3) NOT NULL,
  `risk_band` STRING,
  `kyc_status` STRING,
  `risk_score` DOUBLE NOT NULL,
  `decision` VARCHAR(6) NOT NULL,
  WATERMARK FOR `event_time` AS `event_time` - INTERVAL '5.000' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'fraud.events.enriched.v1',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'properties.group.id' = 'fraud-detection.fraud_events_warehouse',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '10000 ms',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `fraud_events_warehouse` (
  `key_payment_id` STRING NOT NULL,
  `schema` ROW<`type` STRING, `optional` BOOLEAN, `fields` ARRAY<ROW<`field` STRING, `type` STRING, `optional` BOOLEAN, `name` STRING, `version` INT, `parameters` MAP<STRING, STRING>>>>,
  `payload` ROW<`payment_id` STRING, `customer_id` STRING, `amount_cents` BIGINT, `currency` STRING, `card_number` STRING, `card_network` STRING, `event_time` BIGINT, `risk_band` STRING, `kyc_status` STRING, `risk_score` DOUBLE, `decision` VARCHAR(6)>
) WITH (
  'connector' = 'kafka',
  'key.fields' = 'key_payment_id',
  'key.fields-prefix' = 'key_',
  'key.format' = 'raw',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'sink.delivery-guarantee' = 'at-least-once',
  'topic' = 'fraud.events.warehouse.v1',
  'value.fields-include' = 'EXCEPT_KEY',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

INSERT INTO `fraud_events_warehouse`
SELECT
  `payment_id` AS `key_payment_id`,
  CAST(ROW('struct', FALSE, ARRAY[ROW('payment_id', 'string', FALSE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('customer_id', 'string', FALSE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('amount_cents', 'int64', FALSE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('currency', 'string', FALSE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('card_number', 'string', TRUE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('card_network', 'string', TRUE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('event_time', 'int64', FALSE, 'org.apache.kafka.connect.data.Timestamp', 1, CAST(NULL AS MAP<STRING, STRING>)), ROW('risk_band', 'string', TRUE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('kyc_status', 'string', TRUE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('risk_score', 'double', FALSE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('decision', 'string', FALSE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>))]) AS ROW<`type` STRING, `optional` BOOLEAN, `fields` ARRAY<ROW<`field` STRING, `type` STRING, `optional` BOOLEAN, `name` STRING, `version` INT, `parameters` MAP<STRING, STRING>>>>) AS `schema`,
  CAST(ROW(`payment_id`, `customer_id`, `amount_cents`, `currency`, `card_number`, `card_network`, CAST(TIMESTAMPDIFF(SECOND, TIMESTAMP '1970-01-01 00:00:00', CAST(`event_time` AS TIMESTAMP(3))) AS BIGINT) * 1000 + EXTRACT(MILLISECOND FROM CAST(`event_time` AS TIMESTAMP(3))), `risk_band`, `kyc_status`, `risk_score`, `decision`) AS ROW<`payment_id` STRING, `customer_id` STRING, `amount_cents` BIGINT, `currency` STRING, `card_number` STRING, `card_network` STRING, `event_time` BIGINT, `risk_band` STRING, `kyc_status` STRING, `risk_score` DOUBLE, `decision` VARCHAR(6)>) AS `payload`
FROM (
SELECT `payment_id`, `customer_id`, `amount_cents`, `currency`, CASE WHEN CHAR_LENGTH(`card_number`) > 8 THEN CONCAT('****', RIGHT(`card_number`, 4)) WHEN `card_number` IS NULL THEN CAST(NULL AS STRING) ELSE '****' END AS `card_number`, `card_network`, `event_time`, `risk_band`, `kyc_status`, `risk_score`, `decision`
FROM (
SELECT * FROM `card_payments_fraud_events`
)
);
