SET 'pipeline.name' = 'shop.paid';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/paid,streamt.fingerprint:28b6542182b09f1e1ebd270c7c845cf5dc34a58c06e336a78c3390d5621022ce';

CREATE TABLE `orders` (
  `order_id` STRING,
  `amount` DECIMAL(10, 2),
  `lines` ARRAY<ROW<`sku` STRING, `n` INT>>,
  `placed_at` TIMESTAMP(3),
  `kafka_offset` BIGINT METADATA FROM 'offset' VIRTUAL,
  `cents` AS CAST(amount * 100 AS BIGINT),
  WATERMARK FOR `placed_at` AS `placed_at` - INTERVAL '5.000' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.paid',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '60000 ms',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `paid` (
  `order_id` STRING,
  `amount` DECIMAL(10, 2),
  `placed_at` TIMESTAMP(3),
  `note` CHAR(4) NOT NULL
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.paid.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'key.fields' = 'order_id',
  'key.format' = 'raw',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `paid`
SELECT order_id, amount, placed_at, 'it''s' AS note
FROM `orders`
WHERE amount > 0;
