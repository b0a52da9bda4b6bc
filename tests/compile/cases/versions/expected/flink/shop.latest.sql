SET 'pipeline.name' = 'shop.latest';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/latest,streamt.fingerprint:22648a1642143dcd1b85e36b3e5e1394781289127b526456c9513f818c8f3c94';

CREATE TABLE `scored@v2` (
  `order_id` STRING,
  `score` DOUBLE,
  `band` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'scored.v2',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.latest',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `latest` (
  `band` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'latest',
  'properties.bootstrap.servers' = 'kafka:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `latest`
SELECT band FROM `scored@v2`;
