"""Pages of the older spellings. All are read; the canonical form is what new files should say."""

from __future__ import annotations

from streamt.project.page import Page, page

COMPAT: tuple[Page, ...] = (
    page(
        "compat.advanced",
        """
        An older spelling: `advanced:` around the settings of a model.

        **Why.** They stand directly in the model. The older spelling means the same.

        Bad:
        ```yaml
        models:
          - name: orders
            advanced:
              topic:
                partitions: 6
        ```
        Good:
        ```yaml
        models:
          - name: orders
            topic:
              partitions: 6
        ```
        """,
        "warning",
    ),
    page(
        "compat.from",
        """
        An older spelling: `from` as a single name or mapping.

        **Why.** It is a list, and each entry says whether it names a model (`ref`) or a source. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        models:
          - name: orders
            from: orders_raw
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        models:
          - name: orders
            from:
              - source: orders_raw
        ```
        """,
        "warning",
    ),
    page(
        "compat.references",
        """
        An older spelling: A reference written as text, such as `ref("orders")`.

        **Why.** In YAML a reference is a mapping: `ref: orders`, `source: orders_raw`. The call is for SQL. The older spelling means the same.

        Bad:
        ```yaml
        models:
          - name: orders
        exposures:
          - name: shop
            type: dashboard
            depends_on:
              - ref("orders")
        ```
        Good:
        ```yaml
        models:
          - name: orders
        exposures:
          - name: shop
            type: dashboard
            depends_on:
              - ref: orders
        ```
        """,
        "warning",
    ),
    page(
        "compat.source_of_a_model",
        """
        An older spelling: `source:` names a model.

        **Why.** `source` is for topics that others write; a model of this project is `ref`. The older spelling means the same.

        Bad:
        ```yaml
        models:
          - name: orders
          - name: paid
            from:
              - source: orders
        ```
        Good:
        ```yaml
        models:
          - name: orders
          - name: paid
            from:
              - ref: orders
        ```
        """,
        "warning",
    ),
    page(
        "compat.source_type",
        """
        An older spelling: `type: kafka_topic` on a source.

        **Why.** Every source with a `topic` is one. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            type: kafka_topic
            topic: orders
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        ```
        """,
        "warning",
    ),
    page(
        "compat.schema_ref",
        """
        An older spelling: `schema_ref` with a subject of the schema registry.

        **Why.** The canonical form can also name a version, a format or a file. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            schema_ref: sr://orders-value
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            schema:
              registry: schema_registry
              subject: orders-value
        ```
        """,
        "warning",
    ),
    page(
        "compat.pii_tags",
        """
        An older spelling: `pii_tags`.

        **Why.** One place says how sensitive columns are: `security.classification`, or the column's own `classification`. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            pii_tags:
              email: sensitive
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            security:
              classification:
                email: sensitive
        ```
        """,
        "warning",
    ),
    page(
        "compat.source_sla",
        """
        An older spelling: `sla.max_lag_seconds` on a source.

        **Why.** How old the newest record may be is the source's `freshness`. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            sla:
              max_lag_seconds: 60
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            freshness:
              max_lag_seconds: 60
        ```
        """,
        "warning",
    ),
    page(
        "compat.flink_stream",
        """
        An older spelling: `materialized: flink_stream`.

        **Why.** It is called `flink`. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        models:
          - name: orders
            materialized: flink_stream
            sql: SELECT * FROM {{ source("orders_raw") }}
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        models:
          - name: orders
            materialized: flink
            sql: SELECT * FROM {{ source("orders_raw") }}
        ```
        """,
        "warning",
    ),
    page(
        "compat.public",
        """
        An older spelling: `public: true` on a model.

        **Why.** `access` has three levels: private, protected and public. The older spelling means the same.

        Bad:
        ```yaml
        models:
          - name: orders
            public: true
        ```
        Good:
        ```yaml
        models:
          - name: orders
            access: public
        ```
        """,
        "warning",
    ),
    page(
        "compat.sink_keys",
        """
        An older spelling: `sink.type` or `sink.cluster`.

        **Why.** The connector says what the target is, and the model names its cluster. The older spelling means the same.

        Bad:
        ```yaml
        models:
          - name: orders
          - name: warehouse
            from:
              - ref: orders
            sink:
              type: snowflake_table
              connector: snowflake-sink
        ```
        Good:
        ```yaml
        models:
          - name: orders
          - name: warehouse
            from:
              - ref: orders
            sink:
              connector: snowflake-sink
        ```
        """,
        "warning",
    ),
    page(
        "compat.sink_topic",
        """
        An older spelling: `sink.topic`.

        **Why.** A sink reads the topic of the model it names, and that model says what its topic is called. The older spelling means the same.

        Bad:
        ```yaml
        models:
          - name: orders
          - name: warehouse
            from:
              - ref: orders
            sink:
              connector: snowflake-sink
              topic: orders.clean
        ```
        Good:
        ```yaml
        models:
          - name: orders
            topic:
              name: orders.clean
          - name: warehouse
            from:
              - ref: orders
            sink:
              connector: snowflake-sink
        ```
        """,
        "warning",
    ),
    page(
        "compat.mask",
        """
        An older spelling: `applied_in`, `method: tokenization` or `masking` in a policy.

        **Why.** A mask names the roles that see it, `for_roles`, and its method is called `tokenize`. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            security:
              policies:
                - mask:
                    column: email
                    method: tokenization
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            security:
              policies:
                - mask:
                    column: email
                    method: tokenize
        ```
        """,
        "warning",
    ),
    page(
        "compat.test_type",
        """
        An older spelling: `type: streaming` on a test.

        **Why.** It is called `continuous`. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        tests:
          - name: ids
            model: orders_raw
            type: streaming
            assertions:
              - not_null: {columns: [id]}
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        tests:
          - name: ids
            model: orders_raw
            type: continuous
            assertions:
              - not_null: {columns: [id]}
        ```
        """,
        "warning",
    ),
    page(
        "compat.allowed_values",
        """
        An older spelling: `allowed_values`.

        **Why.** The assertion is called `accepted_values`. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        tests:
          - name: status
            model: orders_raw
            type: sample
            assertions:
              - allowed_values: {column: status, values: [PAID]}
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        tests:
          - name: status
            model: orders_raw
            type: sample
            assertions:
              - accepted_values: {column: status, values: [PAID]}
        ```
        """,
        "warning",
    ),
    page(
        "compat.max_lag",
        """
        An older spelling: `max_lag` with `seconds`.

        **Why.** The limit is called `max_seconds`. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        tests:
          - name: lag
            model: orders_raw
            type: sample
            assertions:
              - max_lag: {column: at, seconds: 60}
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        tests:
          - name: lag
            model: orders_raw
            type: sample
            assertions:
              - max_lag: {column: at, max_seconds: 60}
        ```
        """,
        "warning",
    ),
    page(
        "compat.actions",
        """
        An older spelling: `send_alert`, `pause_model: true` or `tag_bad_data`.

        **Why.** They are called `alert`, `pause_model` and `tag`, and say their settings in a mapping. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        tests:
          - name: ids
            model: orders_raw
            type: sample
            assertions:
              - not_null: {columns: [id]}
            on_failure:
              actions:
                - send_alert: "slack://#orders"
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        tests:
          - name: ids
            model: orders_raw
            type: sample
            assertions:
              - not_null: {columns: [id]}
            on_failure:
              actions:
                - alert: {type: slack, channel: "#orders"}
        ```
        """,
        "warning",
    ),
    page(
        "compat.role",
        """
        An older spelling: `role: producer_consumer`.

        **Why.** It is called `both`. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        exposures:
          - name: shop
            type: application
            role: producer_consumer
            produces:
              - source: orders_raw
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        exposures:
          - name: shop
            type: application
            role: both
            produces:
              - source: orders_raw
        ```
        """,
        "warning",
    ),
    page(
        "compat.exposure_type",
        """
        An older spelling: `type: ml_model` on an exposure.

        **Why.** A model that is asked for scores is `ml_inference`, a job that trains one `ml_training`. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        exposures:
          - name: scores
            type: ml_model
            consumes:
              - source: orders_raw
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        exposures:
          - name: scores
            type: ml_inference
            consumes:
              - source: orders_raw
        ```
        """,
        "warning",
    ),
    page(
        "compat.allowed_roles",
        """
        An older spelling: `access.allowed_roles` on an exposure.

        **Why.** The roles it reads with are its `access.roles`. The older spelling means the same.

        Bad:
        ```yaml
        exposures:
          - name: sales
            type: dashboard
            access:
              allowed_roles: [sales]
        ```
        Good:
        ```yaml
        exposures:
          - name: sales
            type: dashboard
            access:
              roles: [sales]
        ```
        """,
        "warning",
    ),
    page(
        "compat.versioning",
        """
        An older spelling: `contracts.versioning`.

        **Why.** It is called `compatibility`, as everywhere. The older spelling means the same.

        Bad:
        ```yaml
        exposures:
          - name: sales
            type: dashboard
            contracts:
              versioning: backward
        ```
        Good:
        ```yaml
        exposures:
          - name: sales
            type: dashboard
            contracts:
              compatibility: backward
        ```
        """,
        "warning",
    ),
    page(
        "compat.consumer_config",
        """
        An older spelling: `consumer_config`.

        **Why.** The group stands in the exposure, the lag it may have among its levels of service. The older spelling means the same.

        Bad:
        ```yaml
        exposures:
          - name: sales
            type: dashboard
            consumer_config:
              consumer_group: sales
              max_lag_messages: 100
        ```
        Good:
        ```yaml
        exposures:
          - name: sales
            type: dashboard
            consumer_group: sales
            sla:
              max_lag_messages: 100
        ```
        """,
        "warning",
    ),
    page(
        "compat.inferred_role",
        """
        An older spelling: An application without `role`.

        **Why.** Its role was inferred from what it produces and consumes. Written down, it stays what it is when a list is emptied. The older spelling means the same.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        exposures:
          - name: shop
            type: application
            produces:
              - source: orders_raw
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        exposures:
          - name: shop
            type: application
            role: producer
            produces:
              - source: orders_raw
        ```
        """,
        "warning",
    ),
    page(
        "compat.encrypt",
        """
        A policy asks for encryption.

        **Why.** Masking is what is supported: a key for each column would need a key service beside Kafka.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            security:
              policies:
                - encrypt:
                    column: card_number
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            security:
              policies:
                - mask:
                    column: card_number
                    method: tokenize
        ```
        """,
    ),
    page(
        "compat.conflict",
        """
        An older and a canonical spelling say different things.

        **Why.** Only one of them can be meant.

        Bad:
        ```yaml
        models:
          - name: orders
            access: private
            public: true
        ```
        Good:
        ```yaml
        models:
          - name: orders
            access: private
        ```
        """,
    ),
)
