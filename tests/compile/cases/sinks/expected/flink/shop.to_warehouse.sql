SET 'pipeline.name' = 'shop.to_warehouse';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/to_warehouse,streamt.fingerprint:59c777bca38fb12e4a21660fc8aebac8ad2fb4c9fa17beede158a448e9d388af';

CREATE TABLE `orders` (
  `order_id` STRING NOT NULL,
  `card` STRING,
  `amount` DECIMAL(10, 2),
  `placed_at` TIMESTAMP(3)
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.bootstrap.servers' = 'kafka:9092',
  'properties.group.id' = 'shop.to_warehouse',
  'scan.startup.mode' = 'earliest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `to_warehouse` (
  `key_order_id` STRING NOT NULL,
  `schema` ROW<`type` STRING, `optional` BOOLEAN, `fields` ARRAY<ROW<`field` STRING, `type` STRING, `optional` BOOLEAN, `name` STRING, `version` INT, `parameters` MAP<STRING, STRING>>>>,
  `payload` ROW<`order_id` STRING, `card` STRING, `amount` DECIMAL(10, 2), `placed_at` BIGINT>
) WITH (
  'connector' = 'kafka',
  'key.fields' = 'key_order_id',
  'key.fields-prefix' = 'key_',
  'key.format' = 'raw',
  'properties.bootstrap.servers' = 'kafka:9092',
  'sink.delivery-guarantee' = 'at-least-once',
  'topic' = 'shop.warehouse.v1',
  'value.fields-include' = 'EXCEPT_KEY',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

INSERT INTO `to_warehouse`
SELECT
  `order_id` AS `key_order_id`,
  CAST(ROW('struct', FALSE, ARRAY[ROW('order_id', 'string', FALSE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('card', 'string', TRUE, CAST(NULL AS STRING), CAST(NULL AS INT), CAST(NULL AS MAP<STRING, STRING>)), ROW('amount', 'bytes', TRUE, 'org.apache.kafka.connect.data.Decimal', 1, MAP['scale', '2']), ROW('placed_at', 'int64', TRUE, 'org.apache.kafka.connect.data.Timestamp', 1, CAST(NULL AS MAP<STRING, STRING>))]) AS ROW<`type` STRING, `optional` BOOLEAN, `fields` ARRAY<ROW<`field` STRING, `type` STRING, `optional` BOOLEAN, `name` STRING, `version` INT, `parameters` MAP<STRING, STRING>>>>) AS `schema`,
  CAST(ROW(`order_id`, `card`, `amount`, CAST(TIMESTAMPDIFF(SECOND, TIMESTAMP '1970-01-01 00:00:00', CAST(`placed_at` AS TIMESTAMP(3))) AS BIGINT) * 1000 + EXTRACT(MILLISECOND FROM CAST(`placed_at` AS TIMESTAMP(3)))) AS ROW<`order_id` STRING, `card` STRING, `amount` DECIMAL(10, 2), `placed_at` BIGINT>) AS `payload`
FROM (
SELECT `order_id`, SHA256(`card`) AS `card`, `amount`, `placed_at`
FROM (
SELECT * FROM `orders`
)
);
