SET 'pipeline.name' = 'shop.open_accounts';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/open_accounts,streamt.fingerprint:381671bcc43ff6177c24fab8bc7312457017bf3ad7ff2c0888677b94fc13ddbb';

CREATE TABLE `accounts` (
  `customer_id` STRING NOT NULL,
  `number` INT NOT NULL,
  `in_use` BOOLEAN,
  PRIMARY KEY (`customer_id`, `number`) NOT ENFORCED
) WITH (
  'connector' = 'kafka',
  'topic' = 'crm.public.accounts',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.open_accounts',
  'scan.startup.mode' = 'earliest-offset',
  'value.debezium-json.timestamp-format.standard' = 'ISO-8601',
  'value.format' = 'debezium-json'
);

CREATE TABLE `open_accounts` (
  `customer_id` STRING NOT NULL,
  `number` INT NOT NULL,
  PRIMARY KEY (`customer_id`, `number`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'open_accounts',
  'properties.bootstrap.servers' = 'kafka:9092',
  'key.format' = 'json',
  'key.json.timestamp-format.standard' = 'ISO-8601',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `open_accounts`
SELECT customer_id, number FROM `accounts` WHERE in_use;
