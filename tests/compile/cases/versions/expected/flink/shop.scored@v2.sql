SET 'pipeline.name' = 'shop.scored@v2';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/scored@v2,streamt.fingerprint:11c253af5bffbf86d6fa3015570e2cc0cfdcef94e28fadb9c3f6455dde5d1fa5';

CREATE TEMPORARY SYSTEM FUNCTION `BAND` AS 'shop.functions.band' LANGUAGE PYTHON;

CREATE TEMPORARY SYSTEM FUNCTION `SCORE` AS 'com.shop.Score';

CREATE TABLE `orders` (
  `order_id` STRING,
  `amount` INT
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.scored@v2',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `scored@v2` (
  `order_id` STRING,
  `score` DOUBLE,
  `band` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'scored.v2',
  'properties.bootstrap.servers' = 'kafka:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `scored@v2`
SELECT order_id, SCORE(amount) AS score, BAND(SCORE(amount)) AS band FROM `orders`;
