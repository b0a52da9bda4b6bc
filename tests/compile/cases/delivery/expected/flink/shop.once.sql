SET 'pipeline.name' = 'shop.once';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/once,streamt.fingerprint:17a169c5d90738fa79a7ace660ba7bc204f3c4b66b094efd13885bfd0870ffe8';

CREATE TABLE `orders` (
  `order_id` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.bootstrap.servers' = 'us:9092',
  'properties.group.id' = 'shop.once',
  'properties.sasl.jaas.config' = 'org.apache.flink.kafka.shaded.org.apache.kafka.common.security.scram.ScramLoginModule required username="${US_USER}" password="${US_PASSWORD}";',
  'properties.sasl.mechanism' = 'SCRAM-SHA-512',
  'properties.security.protocol' = 'SASL_SSL',
  'scan.startup.mode' = 'latest-offset',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `once` (
  `order_id` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'once',
  'properties.bootstrap.servers' = 'eu:9092',
  'properties.transaction.timeout.ms' = '900000',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'exactly-once',
  'sink.transactional-id-prefix' = 'shop.default.once'
);

INSERT INTO `once`
SELECT order_id FROM `orders`;
