SET 'pipeline.name' = 'shop.first';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/first,streamt.fingerprint:e2b31b96c8fcb1b76fd4262a204c26d621355c99d3c05b5e64bdd368d41657b1';

CREATE TABLE `scored@v1` (
  `order_id` STRING,
  `score` DOUBLE
) WITH (
  'connector' = 'kafka',
  'topic' = 'scored.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.first',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `first` (
  `score` DOUBLE
) WITH (
  'connector' = 'kafka',
  'topic' = 'first',
  'properties.bootstrap.servers' = 'kafka:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `first`
SELECT score FROM `scored@v1`;
