SET 'pipeline.name' = 'fraud-detection.customer_spend_5m';
SET 'table.local-time-zone' = 'UTC';
SET 'parallelism.default' = '1';
SET 'execution.checkpointing.interval' = '10000 ms';
SET 'pipeline.global-job-parameters' = 'streamt.project:fraud-detection,streamt.environment:enhanced,streamt.model:model/customer_spend_5m,streamt.fingerprint:9c6ea4be98955609884361a51e6cf410a0a2fda9e3ae8262320951f105d0586f';

CREATE TABLE `card_payments_clean` (
  `payment_id` STRING NOT NULL,
  `customer_id` STRING NOT NULL,
  `amount_cents` BIGINT NOT NULL,
  `currency` STRING NOT NULL,
  `card_number` STRING,
  `card_network` STRING,
  `event_time` TIMESTAMP(3) NOT NULL,
  WATERMARK FOR `event_time` AS `event_time` - INTERVAL '5.000' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments.clean.v1',
  'properties.bootstrap.servers' = '${GATEWAY_BOOTSTRAP}',
  'properties.group.id' = 'fraud-detection.customer_spend_5m',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '10000 ms',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `customer_spend_5m` (
  `customer_id` STRING NOT NULL,
  `window_start` TIMESTAMP(3) NOT NULL,
  `window_end` TIMESTAMP(3) NOT NULL,
  `payments` BIGINT NOT NULL,
  `spent_cents` BIGINT NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'payments.spend.5m.v1',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'key.fields' = 'customer_id',
  'key.format' = 'raw',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `customer_spend_5m`
SELECT
  customer_id,
  window_start,
  window_end,
  COUNT(*) AS payments,
  SUM(amount_cents) AS spent_cents
FROM TABLE(TUMBLE(TABLE `card_payments_clean`, DESCRIPTOR(event_time), INTERVAL '5' MINUTE))
GROUP BY customer_id, window_start, window_end;
