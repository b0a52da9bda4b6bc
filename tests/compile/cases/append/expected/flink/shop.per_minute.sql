SET 'pipeline.name' = 'shop.per_minute';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/per_minute,streamt.fingerprint:a9da5f524103b291bf7e85f775c2c4882d51063a1b857bd7b29e7911ef0a1de8';

CREATE TABLE `paid` (
  `order_id` STRING NOT NULL,
  `amount` DECIMAL(10, 2),
  `placed_at` TIMESTAMP(3),
  `note` CHAR(4) NOT NULL,
  WATERMARK FOR `placed_at` AS `placed_at` - INTERVAL '5.000' SECOND
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.paid.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.per_minute',
  'scan.startup.mode' = 'earliest-offset',
  'scan.watermark.idle-timeout' = '60000 ms',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `per_minute` (
  `window_start` TIMESTAMP(3) NOT NULL,
  `window_end` TIMESTAMP(3) NOT NULL,
  `total` DECIMAL(38, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'per_minute',
  'properties.bootstrap.servers' = 'kafka:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `per_minute`
SELECT window_start, window_end, SUM(amount) AS total
FROM TABLE(TUMBLE(TABLE `paid`, DESCRIPTOR(placed_at), INTERVAL '1' MINUTE))
GROUP BY window_start, window_end;
