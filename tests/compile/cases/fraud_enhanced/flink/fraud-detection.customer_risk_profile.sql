SET 'pipeline.name' = 'fraud-detection.customer_risk_profile';
SET 'table.local-time-zone' = 'UTC';
SET 'parallelism.default' = '1';
SET 'execution.checkpointing.interval' = '10000 ms';
SET 'table.exec.state.ttl' = '7776000000 ms';
SET 'pipeline.global-job-parameters' = 'streamt.project:fraud-detection,streamt.environment:enhanced,streamt.model:model/customer_risk_profile,streamt.fingerprint:95465d18b790b9e28f1effb8eca17bc45942fe6ca596d13c5a6ccbba5641fe54';

CREATE TABLE `customers_cdc` (
  `customer_id` STRING NOT NULL,
  `customer_email` STRING,
  `national_id` STRING,
  `risk_band` STRING,
  `kyc_status` STRING,
  `updated_at` TIMESTAMP(3) NOT NULL,
  WATERMARK FOR `updated_at` AS `updated_at` - INTERVAL '5.000' SECOND,
  PRIMARY KEY (`customer_id`) NOT ENFORCED
) WITH (
  'connector' = 'kafka',
  'topic' = 'crm.customers.cdc',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'properties.group.id' = 'fraud-detection.customer_risk_profile',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '10000 ms',
  'value.debezium-json.timestamp-format.standard' = 'ISO-8601',
  'value.format' = 'debezium-json'
);

CREATE TABLE `customer_risk_profile` (
  `customer_id` STRING NOT NULL,
  `risk_band` STRING,
  `kyc_status` STRING,
  `updated_at` TIMESTAMP(3) NOT NULL,
  PRIMARY KEY (`customer_id`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'crm.risk-profile.v1',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'key.format' = 'raw',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `customer_risk_profile`
SELECT customer_id, risk_band, kyc_status, updated_at
FROM `customers_cdc`
WHERE kyc_status IN ('APPROVED', 'REVIEW');
