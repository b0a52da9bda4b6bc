SET 'pipeline.name' = 'shop.with_rate';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/with_rate,streamt.fingerprint:b0d8942a10371fc2e496993c4a125f14e1ac8f891444bae47b6fa9065d71f0af';

CREATE TABLE `orders` (
  `order_id` STRING,
  `customer_id` STRING,
  `placed_at` TIMESTAMP(3),
  `seen_at` AS PROCTIME(),
  WATERMARK FOR `placed_at` AS `placed_at`
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.with_rate',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `rates` (
  `customer_id` STRING,
  `rate` DOUBLE
) WITH (
  'connector' = 'jdbc',
  'url' = 'jdbc:postgresql://db/rates',
  'table-name' = 'rates'
);

CREATE TABLE `with_rate` (
  `order_id` STRING,
  `rate` DOUBLE
) WITH (
  'connector' = 'kafka',
  'topic' = 'with_rate',
  'properties.bootstrap.servers' = 'kafka:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `with_rate`
SELECT o.order_id, r.rate
FROM `orders` AS o
JOIN `rates` FOR SYSTEM_TIME AS OF o.seen_at AS r ON o.customer_id = r.customer_id;
