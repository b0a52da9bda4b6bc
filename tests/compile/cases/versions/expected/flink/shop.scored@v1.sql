SET 'pipeline.name' = 'shop.scored@v1';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/scored@v1,streamt.fingerprint:892057f750a3165fb0efda106f07e5b62015a12a3b6a227ff5d9f707697106c2';

CREATE TEMPORARY SYSTEM FUNCTION `SCORE` AS 'com.shop.Score';

CREATE TABLE `orders` (
  `order_id` STRING,
  `amount` INT
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.scored@v1',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `scored@v1` (
  `order_id` STRING,
  `score` DOUBLE
) WITH (
  'connector' = 'kafka',
  'topic' = 'scored.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `scored@v1`
SELECT order_id, SCORE(amount) AS score FROM `orders`;
