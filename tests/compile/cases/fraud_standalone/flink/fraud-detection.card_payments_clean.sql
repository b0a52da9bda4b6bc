SET 'pipeline.name' = 'fraud-detection.card_payments_clean';
SET 'table.local-time-zone' = 'UTC';
SET 'parallelism.default' = '1';
SET 'execution.checkpointing.interval' = '10000 ms';
SET 'pipeline.global-job-parameters' = 'streamt.project:fraud-detection,streamt.environment:standalone,streamt.model:model/card_payments_clean,streamt.fingerprint:d1d04cdc02f6f1d9e66b4b4b1512af0ada3cac0527c1bab898598a0ca644ca21';

CREATE TABLE `card_payments_raw@records` (
  `payment_id` STRING,
  `customer_id` STRING,
  `amount_cents` BIGINT,
  `currency` STRING,
  `status` STRING,
  `card_number` STRING,
  `card_network` STRING,
  `customer_email` STRING,
  `event_time` TIMESTAMP(3),
  `event_time@known` AS COALESCE(`event_time`, TIMESTAMP '1970-01-01 00:00:00'),
  WATERMARK FOR `event_time@known` AS `event_time@known` - INTERVAL '5.000' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments.raw.v1',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'properties.group.id' = 'fraud-detection.card_payments_clean',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '10000 ms',
  'value.format' = 'json',
  'value.json.ignore-parse-errors' = 'true',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TEMPORARY VIEW `card_payments_raw` AS
SELECT `payment_id`, `customer_id`, `amount_cents`, `currency`, `status`, `card_number`, `card_network`, `customer_email`, `event_time@known` AS `event_time`
FROM `card_payments_raw@records`
WHERE `payment_id` IS NOT NULL AND `customer_id` IS NOT NULL AND `amount_cents` IS NOT NULL AND `currency` IS NOT NULL AND `status` IS NOT NULL AND `event_time` IS NOT NULL;

CREATE TABLE `card_payments_clean` (
  `payment_id` STRING NOT NULL,
  `customer_id` STRING NOT NULL,
  `amount_cents` BIGINT NOT NULL,
  `currency` STRING NOT NULL,
  `card_number` STRING,
  `card_network` STRING,
  `event_time` TIMESTAMP(3) NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments.clean.v1',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'key.fields' = 'payment_id',
  'key.format' = 'raw',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `card_payments_clean`
SELECT
  payment_id,
  customer_id,
  amount_cents,
  currency,
  card_number,
  card_network,
  event_time
FROM `card_payments_raw`
WHERE status IN ('AUTHORIZED', 'CAPTURED');
