"""Pages of what can be wrong with a file, before anybody asks what it says."""

from __future__ import annotations

from streamt.project.page import Page, page

FILES: tuple[Page, ...] = (
    page(
        "yaml.syntax",
        """
        The file is not YAML.

        **Why.** Reading stops at this place, so nothing in the file is known: neither its models nor what is wrong with them.

        Bad:
        ```yaml
        models:
          - name: orders
            description: all orders: even cancelled ones
        ```
        Good:
        ```yaml
        models:
          - name: orders
            description: "all orders: even cancelled ones"
        ```
        """,
    ),
    page(
        "yaml.tab",
        """
        A tab indents a line.

        **Why.** YAML allows spaces only, since tabs look different in every editor. Most editors can turn them into spaces.

        Bad:
        ```yaml
        models:
        \t- name: orders
        ```
        Good:
        ```yaml
        models:
          - name: orders
        ```
        """,
    ),
    page(
        "yaml.encoding",
        """
        The file is not UTF-8.

        **Why.** Every other encoding is a guess, and a wrong guess changes names and SQL without a word. A byte order mark is fine.

        Save the file as UTF-8. `iconv -f ISO-8859-1 -t UTF-8 old.yml > new.yml` converts one that is in Latin-1.
        """,
    ),
    page(
        "yaml.character",
        """
        The file holds a control character, which YAML does not allow.

        **Why.** It is invisible, and usually came with a copy from elsewhere. Where it is meant, double quotes can hold it as an escape.

        Delete it, or write it as an escape in double quotes: `"\\u0007"`.
        """,
    ),
    page(
        "yaml.root",
        """
        The file is not a mapping of keys.

        **Why.** A project file says what its entries are: `models:`, `sources:`, `tests:`, `exposures:`, `functions:`.

        Bad:
        ```yaml
        - name: orders
        ```
        Good:
        ```yaml
        models:
          - name: orders
        ```
        """,
    ),
    page(
        "yaml.documents",
        """
        The file holds a second YAML document.

        **Why.** A `---` line in the middle starts another document, and only the first would be read; nothing is left out in silence.

        Bad:
        ```yaml
        models:
          - name: orders
        ---
        models:
          - name: customers
        ```
        Good:
        ```yaml
        models:
          - name: orders
          - name: customers
        ```
        """,
    ),
    page(
        "yaml.duplicate_key",
        """
        A key is given twice in one mapping.

        **Why.** Only one of the two values can count, and which one is not to be seen.

        Bad:
        ```yaml
        models:
          - name: orders
            owner: team-a
            owner: team-b
        ```
        Good:
        ```yaml
        models:
          - name: orders
            owner: team-a
        ```
        """,
    ),
    page(
        "yaml.key",
        """
        A key is missing, or is a list or mapping.

        **Why.** Keys are text. Most often a value starts with `{{`, which YAML reads as a mapping: put such a value in quotes.

        Bad:
        ```yaml
        models:
          - name: orders
            sql: {{ source("orders_raw") }}
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
        models:
          - name: orders
            sql: 'SELECT * FROM {{ source("orders_raw") }}'
        ```
        """,
    ),
    page(
        "yaml.tag",
        """
        A YAML tag means nothing in a project.

        **Why.** Tags such as `!Ref` or `!!python/object` make a parser do something. Here values are only data; nothing is executed.

        Bad:
        ```yaml
        models:
          - name: orders
            owner: !team a
        ```
        Good:
        ```yaml
        models:
          - name: orders
            owner: team-a
        ```
        """,
    ),
    page(
        "yaml.depth",
        """
        A value is nested more than 100 levels deep.

        **Why.** Nothing in a project needs that, and programs that read it should not have to cope with it.

        Take the value apart, or put a deep schema into a file of its own (`schema.file`).
        """,
    ),
    page(
        "yaml.alias",
        """
        An alias names no anchor, contains itself, or repeats too much.

        **Why.** `*name` stands for what `&name` marks earlier in the same file. A few lines of aliases to aliases can stand for
        gigabytes; a file may grow by 100,000 values.

        Bad:
        ```yaml
        models:
          - name: orders
            columns: *order_columns
        ```
        Good:
        ```yaml
        sources:
          - name: orders_raw
            topic: orders
            columns: &order_columns
              - name: id
                type: BIGINT
        models:
          - name: orders
            columns: *order_columns
        ```
        """,
    ),
    page(
        "yaml.merge",
        """
        `<<` merges something that is no mapping.

        **Why.** `<<: *name` takes over the keys of a mapping, or of a list of mappings. Keys written beside it win.

        Bad:
        ```yaml
        models:
          - <<: team-a
            name: orders
        ```
        Good:
        ```yaml
        sources:
          - &common
            name: orders_raw
            topic: orders
            owner: team-a
          - <<: *common
            name: customers_raw
            topic: customers
        ```
        """,
    ),
    page(
        "load.outside",
        """
        A path leads out of the project.

        **Why.** A project is read by whoever reviews it, in CI too. It must not be able to show files from elsewhere on that machine.

        Bad:
        ```yaml
        models:
          - name: orders
            sql_file: ../../shared/orders.sql
        ```
        Good:
        ```yaml
        models:
          - name: orders
            sql: SELECT 1 AS id
        ```
        """,
    ),
    page(
        "load.link",
        """
        A symbolic link leads out of the project, or to a folder.

        **Why.** A project must not be able to show files from elsewhere on the machine that reads it, and links to folders can go in circles.
        Links to files inside the project are read.

        Copy the file into the project; name a folder by its real path under `paths:`.
        """,
    ),
    page(
        "load.hidden",
        """
        A path leads to a hidden file, or into a hidden folder.

        **Why.** `.env` and `.git/config` stand beside a project and hold secrets. Lint shows lines of the files it reads, the manifest holds
        whole ones, and both read strangers' pull requests.

        Bad:
        ```yaml
        models:
          - name: orders
            sql_file: ../.queries/orders.sql
        ```
        Good:
        ```yaml
        models:
          - name: orders
            sql: SELECT 1 AS id
        ```
        """,
    ),
    page(
        "load.special",
        """
        What stands there is no regular file.

        **Why.** Reading a pipe or a device could wait for ever.

        Replace it by a file.
        """,
    ),
    page(
        "load.size",
        """
        A file has more than 32 MB.

        **Why.** 10,000 models take about 6 MB; a larger file is almost always data that got among the declarations.

        Move it out of the project's folders, or split it.
        """,
    ),
    page(
        "load.unreadable",
        """
        A file cannot be read.

        **Why.** The system refused it (most often its permissions), or Git does not have the object (a shallow or partial clone).

        Give yourself the right to read it; for an earlier commit, fetch the whole history (`git fetch --unshallow`).
        """,
    ),
    page(
        "load.missing",
        """
        A file that the project names does not exist.

        **Why.** `sql_file` and `schema.file` are relative to the YAML file that names them.

        Bad:
        ```yaml
        models:
          - name: orders
            sql_file: orders.sqll
        ```
        Good:
        ```yaml
        models:
          - name: orders
            sql: SELECT 1 AS id
        ```
        """,
    ),
)
