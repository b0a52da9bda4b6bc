SET 'pipeline.name' = 'fraud-detection.card_payments_fraud_events';
SET 'table.local-time-zone' = 'UTC';
SET 'parallelism.default' = '1';
SET 'execution.checkpointing.interval' = '10000 ms';
SET 'pipeline.global-job-parameters' = 'streamt.project:fraud-detection,streamt.environment:standalone,streamt.model:model/card_payments_fraud_events,streamt.fingerprint:bd2bdf8add3a40ebf69866db59aba59e967b765c70b71adf7ce56d65570594e3';

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
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'properties.group.id' = 'fraud-detection.card_payments_fraud_events',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '10000 ms',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `customer_risk_profile` (
  `customer_id` STRING NOT NULL,
  `risk_band` STRING,
  `kyc_status` STRING,
  `updated_at` TIMESTAMP(3) NOT NULL,
  WATERMARK FOR `updated_at` AS `updated_at` - INTERVAL '5.000' SECOND,
  PRIMARY KEY (`customer_id`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'crm.risk-profile.v1',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'properties.group.id' = 'fraud-detection.card_payments_fraud_events',
  'scan.watermark.idle-timeout' = '10000 ms',
  'key.format' = 'raw',
  'value.fields-include' = 'EXCEPT_KEY',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

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
  `decision` VARCHAR(6) NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'fraud.events.enriched.v1',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'key.fields' = 'payment_id',
  'key.format' = 'raw',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `card_payments_fraud_events`
-- Each payment with its customer's risk as it was when the payment was made: customers change, so this is a temporal join.
SELECT
  s.payment_id,
  s.customer_id,
  s.amount_cents,
  s.currency,
  s.card_number,
  s.card_network,
  s.event_time,
  s.risk_band,
  s.kyc_status,
  s.risk_score,
  CASE
    WHEN s.risk_score > 0.9 THEN 'BLOCK'
    WHEN s.risk_score > 0.7 THEN 'REVIEW'
    ELSE 'ALLOW'
  END AS decision
FROM (
  SELECT
    p.payment_id,
    p.customer_id,
    p.amount_cents,
    p.currency,
    p.card_number,
    p.card_network,
    p.event_time,
    c.risk_band,
    c.kyc_status,
    CASE c.risk_band WHEN 'HIGH' THEN 0.6e0 WHEN 'MEDIUM' THEN 0.4e0 ELSE 0.1e0 END
      + CASE WHEN p.amount_cents >= 100000 THEN 0.35e0 ELSE 0.0e0 END
      + CASE c.kyc_status WHEN 'REVIEW' THEN 0.05e0 ELSE 0.0e0 END AS risk_score
  FROM `card_payments_clean` AS p
  JOIN `customer_risk_profile` FOR SYSTEM_TIME AS OF p.event_time AS c
    ON p.customer_id = c.customer_id
) AS s;
