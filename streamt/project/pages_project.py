"""Pages of what can be wrong with what a project says."""

from __future__ import annotations

from streamt.project.page import Page, page

PROJECT: tuple[Page, ...] = (
    page(
        "project.unknown_key",
        """
        A key means nothing where it stands.

        **Why.** A misspelt key would be ignored, and what it was meant to say with it.

        Bad:
        ```yaml
        models:
          - name: orders
            ownr: team-orders
        ```
        Good:
        ```yaml
        models:
          - name: orders
            owner: team-orders
        ```
        """,
    ),
    page(
        "project.missing_key",
        """
        A key that is needed is missing.

        **Why.** Without it nothing can be compiled. A key without a value counts as missing.

        Bad:
        ```yaml
        sources:
          - name: orders_raw
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        ```
        """,
    ),
    page(
        "project.type",
        """
        A value is of the wrong type.

        **Why.** Numbers, true and false, lists and mappings are not guessed from text: `yes`, `6 partitions` or `"6"` may mean something else.
        Numbers and flags may be written with a placeholder: `${PARTITIONS:-6}`.

        Bad:
        ```yaml
        models:
          - name: orders
            topic:
              partitions: six
        ```
        Good:
        ```yaml
        models:
          - name: orders
            topic:
              partitions: 6
        ```
        """,
    ),
    page(
        "project.value",
        """
        A value is of the right type, but cannot be.

        **Why.** Kafka, Flink or a later command would refuse it, at a worse moment than now.

        Bad:
        ```yaml
        models:
          - name: orders
            topic:
              partitions: 0
        ```
        Good:
        ```yaml
        models:
          - name: orders
            topic:
              partitions: 6
        ```
        """,
    ),
    page(
        "project.choice",
        """
        A value is none of the words that may stand there.

        **Why.** The message lists the words; there are no others.

        Bad:
        ```yaml
        models:
          - name: orders
            access: everyone
        ```
        Good:
        ```yaml
        models:
          - name: orders
            access: public
        ```
        """,
    ),
    page(
        "project.name",
        """
        A name is not one that can be used everywhere.

        **Why.** Names become ids, table names, file names and parts of topics: a letter, then letters, digits, `_` or `-`, 128 at most.

        Bad:
        ```yaml
        models:
          - name: all orders
        ```
        Good:
        ```yaml
        models:
          - name: all_orders
        ```
        """,
    ),
    page(
        "project.placeholder",
        """
        A placeholder stands where none can.

        **Why.** Placeholders are filled in when a change is applied. Names, keys and choices decide what the project is, and lint, lineage
        and impact must know that without any variable set.

        Bad:
        ```yaml
        models:
          - name: orders_${ENV}
        ```
        Good:
        ```yaml
        models:
          - name: orders
            topic:
              name: ${ENV}.orders
        ```
        """,
    ),
    page(
        "project.conflict",
        """
        Two things are said that exclude each other.

        **Why.** One of them would have to be ignored.

        Bad:
        ```yaml
        sources:
          - name: rates
            topic: rates
            lookup:
              connector: jdbc
        ```
        Good:
        ```yaml
        sources:
          - name: rates
            lookup:
              connector: jdbc
        ```
        """,
    ),
    page(
        "project.unknown_default",
        """
        A default names a cluster or environment that is not declared.

        **Why.** Whatever names none would get it.

        Bad:
        ```yaml
        project: {name: shop}
        runtime:
          kafka:
            default: prod
            clusters:
              production: {bootstrap_servers: "${KAFKA}"}
        ```
        Good:
        ```yaml
        project: {name: shop}
        runtime:
          kafka:
            default: production
            clusters:
              production: {bootstrap_servers: "${KAFKA}"}
        ```
        """,
    ),
    page(
        "project.unknown_override",
        """
        An environment overrides a model that is not declared.

        **Why.** The override would do nothing: the model was renamed or removed, or its name is misspelt.

        In `environments/prod.yml`, `overrides.models` names models of the project; `orders@v2` names one version.
        """,
    ),
    page(
        "names.duplicate",
        """
        Two things have one name.

        **Why.** Sources and models share their names, since both are read by name; tests, exposures, functions and the columns of one entry each
        have their own. Versions of a model share its name when every entry of that name has a `version:` of its own.

        Bad:
        ```yaml
        sources:
          - name: orders
            topic: orders
          - name: orders
            topic: orders.eu
        ```
        Good:
        ```yaml
        sources:
          - name: orders
            topic: orders
          - name: orders_eu
            topic: orders.eu
        ```
        """,
    ),
    page(
        "names.case",
        """
        Two names differ by case only.

        **Why.** They are different names here and the same on file systems, in SQL functions and to whoever reads them.

        Bad:
        ```yaml
        sources:
          - name: orders
            topic: orders
          - name: Orders
            topic: orders.eu
        ```
        Good:
        ```yaml
        sources:
          - name: orders
            topic: orders
          - name: orders_eu
            topic: orders.eu
        ```
        """,
    ),
    page(
        "names.latest_version",
        """
        `latest_version` names a version that is not there, or the versions disagree about it.

        **Why.** It says what `ref("name")` means, and that can be one version only. Without it the highest is meant.

        Bad:
        ```yaml
        models:
          - name: orders
            version: 1
            latest_version: 2
        ```
        Good:
        ```yaml
        models:
          - name: orders
            version: 1
            latest_version: 1
          - name: orders
            version: 2
        ```
        """,
    ),
)
