SET 'pipeline.name' = 'shop.per_order';
SET 'table.local-time-zone' = 'UTC';
SET 'parallelism.default' = '4';
SET 'execution.checkpointing.interval' = '10000 ms';
SET 'state.backend.type' = 'rocksdb';
SET 'table.exec.state.ttl' = '86400000 ms';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/per_order,streamt.fingerprint:e5eae09a36c0408abf919c453e1c9ffca5b7f23dcb3471d23b8127fbaab6cdee';

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
  'properties.group.id' = 'shop.per_order',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '60000 ms',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `per_order` (
  `order_id` STRING NOT NULL,
  `n` BIGINT NOT NULL,
  PRIMARY KEY (`order_id`) NOT ENFORCED
) WITH (
  'connector' = 'upsert-kafka',
  'topic' = 'per_order',
  'properties.bootstrap.servers' = 'kafka:9092',
  'key.format' = 'raw',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `per_order`
SELECT order_id, COUNT(*) AS n FROM `orders` GROUP BY order_id;
