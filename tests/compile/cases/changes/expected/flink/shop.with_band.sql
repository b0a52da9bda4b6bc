SET 'pipeline.name' = 'shop.with_band';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/with_band,streamt.fingerprint:1d4d87793938de1916b20722345cdf402ea20af57b2e246290c138292d941f7e';

CREATE TABLE `customers` (
  `customer_id` STRING NOT NULL,
  `band` STRING,
  `updated_at` TIMESTAMP(3),
  WATERMARK FOR `updated_at` AS `updated_at`,
  PRIMARY KEY (`customer_id`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'customers.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.with_band',
  'key.format' = 'raw',
  'value.fields-include' = 'EXCEPT_KEY',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

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
  'properties.group.id' = 'shop.with_band',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `with_band` (
  `order_id` STRING,
  `placed_at` TIMESTAMP(3),
  `band` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'with_band',
  'properties.bootstrap.servers' = 'kafka:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `with_band`
SELECT o.order_id, o.placed_at, c.band
FROM `orders` AS o
LEFT JOIN `customers` FOR SYSTEM_TIME AS OF o.placed_at AS c ON o.customer_id = c.customer_id;
