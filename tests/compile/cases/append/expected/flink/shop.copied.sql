SET 'pipeline.name' = 'shop.copied';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/copied,streamt.fingerprint:3bb09d285893154eeab02810775ed17253574f1b57ccc4e8d683c3cd34231479';

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
  'properties.group.id' = 'shop.copied',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '60000 ms',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `copied` (
  `order_id` STRING,
  `amount` DECIMAL(10, 2),
  `lines` ARRAY<ROW<`sku` STRING, `n` INT>>,
  `placed_at` TIMESTAMP(3),
  `kafka_offset` BIGINT,
  `cents` BIGINT
) WITH (
  'connector' = 'kafka',
  'topic' = 'copied',
  'properties.bootstrap.servers' = 'kafka:9092',
  'key.fields' = 'order_id',
  'key.format' = 'raw',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `copied`
SELECT * FROM `orders`;
