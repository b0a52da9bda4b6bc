SET 'pipeline.name' = 'shop.per_amount';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/per_amount,streamt.fingerprint:04a4b6e1095f3266ea2040f6a866d906a3ae33888a12921cd3efdc692de4d1d9';

CREATE TABLE `paid` (
  `order_id` STRING,
  `amount` INT
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.paid',
  'properties.bootstrap.servers' = 'gateway:6969',
  'properties.group.id' = 'shop.per_amount',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `per_amount` (
  `amount` INT NOT NULL,
  `n` BIGINT NOT NULL,
  PRIMARY KEY (`amount`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'per_amount',
  'properties.bootstrap.servers' = 'kafka:9092',
  'key.format' = 'json',
  'key.json.timestamp-format.standard' = 'ISO-8601',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `per_amount`
SELECT amount, COUNT(*) AS n FROM `paid` GROUP BY amount;
