SET 'pipeline.name' = 'shop.skips';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/skips,streamt.fingerprint:20994dfdb2b4449c0750822148ec2284e80464fb3ceb3013b939192c669870ee';

CREATE TABLE `orders` (
  `order_id` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.auto.offset.reset' = 'earliest',
  'properties.bootstrap.servers' = 'us:9092',
  'properties.group.id' = 'shop-skips',
  'properties.sasl.jaas.config' = 'org.apache.flink.kafka.shaded.org.apache.kafka.common.security.scram.ScramLoginModule required username="${US_USER}" password="${US_PASSWORD}";',
  'properties.sasl.mechanism' = 'SCRAM-SHA-512',
  'properties.security.protocol' = 'SASL_SSL',
  'scan.startup.mode' = 'group-offsets',
  'value.format' = 'json',
  'value.json.ignore-parse-errors' = 'true',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `skips` (
  `order_id` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'skips',
  'properties.bootstrap.servers' = 'eu:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `skips`
SELECT order_id FROM `orders`;
