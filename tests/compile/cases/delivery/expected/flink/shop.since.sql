SET 'pipeline.name' = 'shop.since';
SET 'table.local-time-zone' = 'UTC';
SET 'pipeline.global-job-parameters' = 'streamt.project:shop,streamt.environment:default,streamt.model:model/since,streamt.fingerprint:523eb94f280b62550a978156b268438a9b5c59f731fcfb81b0e0a95bd07cb892';

CREATE TABLE `orders` (
  `order_id` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'orders.v1',
  'properties.bootstrap.servers' = 'us:9092',
  'properties.group.id' = 'shop.since',
  'properties.sasl.jaas.config' = 'org.apache.flink.kafka.shaded.org.apache.kafka.common.security.scram.ScramLoginModule required username="${US_USER}" password="${US_PASSWORD}";',
  'properties.sasl.mechanism' = 'SCRAM-SHA-512',
  'properties.security.protocol' = 'SASL_SSL',
  'scan.startup.mode' = 'timestamp',
  'scan.startup.timestamp-millis' = '1700000000000',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601'
);

CREATE TABLE `since` (
  `order_id` STRING
) WITH (
  'connector' = 'kafka',
  'topic' = 'since',
  'properties.bootstrap.servers' = 'eu:9092',
  'value.format' = 'json',
  'value.json.timestamp-format.standard' = 'ISO-8601',
  'sink.delivery-guarantee' = 'at-least-once'
);

INSERT INTO `since`
SELECT order_id FROM `orders`;
