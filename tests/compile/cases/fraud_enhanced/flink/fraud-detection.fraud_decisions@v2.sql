SET 'pipeline.name' = 'fraud-detection.fraud_decisions@v2';
SET 'table.local-time-zone' = 'UTC';
SET 'parallelism.default' = '1';
SET 'execution.checkpointing.interval' = '10000 ms';
SET 'pipeline.global-job-parameters' = 'streamt.project:fraud-detection,streamt.environment:enhanced,streamt.model:model/fraud_decisions@v2,streamt.fingerprint:2539e96c0239052cc0cfac4e01d5d520d2649aba5095ac05b8a04cef10e17e08';

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
  'properties.group.id' = 'fraud-detection.fraud_decisions@v2',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '10000 ms',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `fraud_decisions@v2` (
  `payment_id` STRING NOT NULL,
  `customer_id` STRING NOT NULL,
  `risk_score` DOUBLE NOT NULL,
  `decision` STRING NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'fraud.decisions.v2',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'key.fields' = 'payment_id',
  'key.format' = 'raw',
  'value.avro-confluent.url' = '${SCHEMA_REGISTRY_URL}',
  'value.format' = 'avro-confluent',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `fraud_decisions@v2`
SELECT payment_id, customer_id, risk_score, CAST(decision AS STRING) AS decision
FROM `card_payments_fraud_events`;
