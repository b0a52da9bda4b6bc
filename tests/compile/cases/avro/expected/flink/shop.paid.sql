SET 'pipeline.name' = 'shop.paid';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/paid,streamt.fingerprint:8fd728e3771feb39a86839425998b8abd17a69c6c47309e8da676eadafdd8fb0';

CREATE TABLE `orders` (
  `order_id` STRING NOT NULL,
  `amount` DECIMAL(10, 2),
  `tags` MAP<STRING, STRING>,
  `placed_at` TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.paid',
  'scan.startup.mode' = 'earliest-offset',
  'value.avro-confluent.basic-auth.credentials-source' = 'USER_INFO',
  'value.avro-confluent.basic-auth.user-info' = '${REGISTRY_USER}:${REGISTRY_PASSWORD}',
  'value.avro-confluent.url' = 'http://registry:8081',
  'value.format' = 'avro-confluent'
);

CREATE TABLE `paid` (
  `order_id` STRING NOT NULL,
  `amount` DECIMAL(10, 2),
  `tags` MAP<STRING, STRING>,
  `placed_at` TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'paid',
  'properties.bootstrap.servers' = 'kafka:9092',
  'key.fields' = 'order_id',
  'key.format' = 'raw',
  'value.avro-confluent.basic-auth.credentials-source' = 'USER_INFO',
  'value.avro-confluent.basic-auth.user-info' = '${REGISTRY_USER}:${REGISTRY_PASSWORD}',
  'value.avro-confluent.url' = 'http://registry:8081',
  'value.format' = 'avro-confluent',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `paid`
SELECT order_id, amount, tags, placed_at FROM `orders` WHERE amount > 0;
