SET 'pipeline.name' = 'fraud-detection.card_payments_clean';
SET 'table.local-time-zone' = 'UTC';
SET 'parallelism.default' = '1';
SET 'execution.checkpointing.interval' = '10000 ms';
SET 'pipeline.global-job-parameters' = 'streamt.project:fraud-detection,streamt.environment:standalone,streamt.model:model/card_payments_clean,streamt.fingerprint:491a439970ae077f7176dd79390f7196146c19a812b8b7f6254fa490d2a5d81f';

CREATE TABLE `card_payments_raw` (
  `payment_id` STRING NOT NULL,
  `customer_id` STRING NOT NULL,
  `amount_cents` BIGINT NOT NULL,
  `currency` STRING NOT NULL,
  `status` STRING NOT NULL,
  `card_number` STRING,
  `card_network` STRING,
  `customer_email` STRING,
  `event_time` TIMESTAMP(3) NOT NULL,
  WATERMARK FOR `event_time` AS `event_time` - INTERVAL '5.000' SECOND
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
