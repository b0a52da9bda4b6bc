SET 'pipeline.name' = 'shop.cards';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/cards,streamt.fingerprint:f67383f990621a228f599c061e0d05688d47d7be5220a304b040cf44005b0764';

CREATE TABLE `orders` (
  `order_id` STRING NOT NULL,
  `card` STRING,
  `amount` DECIMAL(10, 2),
  `placed_at` TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.cards',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `cards` (
  `order_id` STRING NOT NULL,
  `card` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'shop.cards.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `cards`
SELECT order_id, card FROM `orders`;
