SET 'pipeline.name' = 'shop.to_search';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/to_search,streamt.fingerprint:63fa04465e80bb3937a68c36f05ab922d0764d57f7d4e174056c26968b9584d3';

CREATE TABLE `orders` (
  `order_id` STRING NOT NULL,
  `card` STRING,
  `amount` DECIMAL(10, 2),
  `placed_at` TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.to_search',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `to_search` (
  `order_id` STRING NOT NULL,
  `amount` DECIMAL(10, 2)
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.search.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `to_search`
SELECT order_id, amount FROM `orders` WHERE amount > 10;
