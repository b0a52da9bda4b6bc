"""`streamt init`: a small project that works, to be changed into one's own."""

from __future__ import annotations

import re
import shlex
from collections.abc import Mapping
from pathlib import Path

import click

from streamt.errors import CannotRun

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,127}")

PROJECT = """\
project:
  name: {name}
  version: "0.1.0"
  description: Orders, checked and counted

owners:
  team-shop: {{contact: shop@example.com}}

# Where things run. ${{VAR}} and ${{VAR:-default}} are filled in by plan and apply only; lint and compile never need them.
runtime:
  kafka: {{bootstrap_servers: "${{KAFKA_BOOTSTRAP:-localhost:9092}}"}}
  flink: {{rest_url: "${{FLINK_REST_URL:-http://localhost:8081}}", sql_gateway_url: "${{FLINK_SQL_GATEWAY_URL:-http://localhost:8083}}"}}

# What a model leaves out.
defaults:
  models: {{owner: team-shop}}
  topics: {{partitions: 6, replication_factor: "${{REPLICATION:-3}}"}}

# What this project asks of itself: a violation is an error. `streamt explain` lists every rule.
rules:
  topics: {{min_partitions: 3, naming_pattern: '^[a-z]+(\\.[a-z0-9-]+)+$'}}
  models: {{require_description: true, require_owner: true, require_tests: true}}
  sources: {{require_schema: true, require_owner: true}}
"""

SOURCES = """\
# Topics that others write.
sources:
  - name: orders
    topic: shop.orders.v1
    description: Every order, as the shop's application writes it
    owner: team-shop
    key: order_id
    event_time: {column: ordered_at, watermark: {max_out_of_orderness_ms: 5000}}
    columns:
      - {name: order_id, type: STRING, nullable: false}
      - {name: customer_email, type: STRING, classification: sensitive}
      - {name: amount, type: "DECIMAL(10, 2)"}
      - {name: status, type: STRING}
      - {name: ordered_at, type: TIMESTAMP(3)}
"""

MODELS = """\
# What this project makes. Without `materialized` streamt chooses: stateless SQL becomes a topic, SQL with state a Flink job.
models:
  - name: orders_paid
    description: Orders that were paid, without the customer
    topic: {name: shop.orders.paid.v1}
    key: order_id
    sql: |
      SELECT order_id, amount, ordered_at
      FROM {{ source("orders") }}
      WHERE status = 'PAID' AND amount > 0

  - name: revenue_per_minute
    description: What was paid, per minute
    topic: {name: shop.revenue.minute.v1}
    sql: |
      SELECT window_start, window_end, COUNT(*) AS orders, SUM(amount) AS revenue
      FROM TABLE(TUMBLE(TABLE {{ ref("orders_paid") }}, DESCRIPTOR(ordered_at), INTERVAL '1' MINUTE))
      GROUP BY window_start, window_end
"""

TESTS = """\
# `schema` tests are decided by lint, `sample` tests on some records, `continuous` ones by a Flink job that sees every record.
tests:
  - name: orders_paid_schema
    model: orders_paid
    type: schema
    assertions:
      - accepted_types: {order_id: STRING, amount: "DECIMAL(10, 2)"}

  - name: revenue_is_positive
    model: revenue_per_minute
    type: sample
    sample_size: 100
    assertions:
      - not_null: {columns: [revenue]}
      - range: {column: revenue, min: 0}
"""

EXPOSURES = """\
# Who uses it: the impact of a change is told to their owners.
exposures:
  - name: shop_application
    type: application
    role: producer
    owner: team-shop
    produces: [{source: orders}]

  - name: revenue_dashboard
    type: dashboard
    description: The screen in the hall
    owner: team-shop
    depends_on:
      - {ref: revenue_per_minute, columns: [window_end, revenue]}
"""

IGNORED = """\
.env
generated/
site/
.streamt/
"""


def files(name: str) -> Mapping[str, str]:
    """path -> text of a new project."""
    return {
        "stream_project.yml": PROJECT.format(name=name),
        "sources/orders.yml": SOURCES,
        "models/orders.yml": MODELS,
        "tests/orders.yml": TESTS,
        "exposures/shop.yml": EXPOSURES,
        ".gitignore": IGNORED,
    }


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--name", default=None, help="Name of the project (default: that of the folder).")
def init(folder: Path, name: str | None) -> None:
    """Write a small, working project into FOLDER (default: here). A file that is already there stops it: nothing is written."""
    chosen = name or default_name(folder)
    if not NAME.fullmatch(chosen):
        raise click.BadParameter(f"'{chosen}' is no name: a letter, then letters, digits, '_' and '-'.", param_hint="--name")
    wanted = files(chosen)
    there = [path for path in wanted if (folder / path).exists() or (folder / path).is_symlink()]
    if there:
        raise CannotRun(f"{', '.join(str(folder / path) for path in there)} already there: nothing was written. Choose another folder.")
    try:
        for path, text in wanted.items():
            (folder / path).parent.mkdir(parents=True, exist_ok=True)
            (folder / path).write_text(text, "utf-8", newline="\n")
    except OSError as error:
        raise CannotRun(f"Cannot write {error.filename}: {error.strerror}.") from error
    click.echo("\n".join([*(f"  {folder / path}" for path in wanted), "", next_steps(folder)]))


def default_name(folder: Path) -> str:
    """The folder's name, with what no name may hold left out; `demo` where nothing is left."""
    kept = re.sub(r"[^A-Za-z0-9_-]+", "-", folder.resolve().name).strip("-")
    return kept if NAME.fullmatch(kept) else "demo"


def next_steps(folder: Path) -> str:
    go = "" if folder.resolve() == Path.cwd() else f"  cd {shlex.quote(str(folder))}\n"
    return (
        f"Next:\n{go}"
        "  streamt lint             check it: no cluster, no secret needed\n"
        "  streamt lineage          see what reads what\n"
        "  streamt compile          write the manifest and the artifacts into generated/\n"
        "  streamt docs serve       browse it (pip install 'streamt[docs]')"
    )
