SET 'pipeline.name' = 'shop.paid';
SET 'table.local-time-zone' = 'UTC';
SET 'parallelism.default' = '${PARALLELISM:-2}';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/paid,streamt.fingerprint:59d5d2bdb0ea49236df67c392dd5f53ecb92132552523a00a3573335ca7d9503';

CREATE TABLE `orders` (
  `order_id` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = '${SPACE:-prod}.orders',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'properties.group.id' = 'shop.paid',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `paid` (
  `order_id` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = '${SPACE}.paid',
  'properties.bootstrap.servers' = '${KAFKA_BOOTSTRAP}',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `paid`
SELECT order_id FROM `orders` WHERE order_id <> '${SKIPPED:-none}' AND order_id <> '${OTHER}';
