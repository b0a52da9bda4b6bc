"""Projects of any size, the same on every run: eight domains, layers, joins, windows, sinks, tests, exposures.

python -m benchmarks.projects FOLDER [MODELS]
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

DOMAINS = ("payments", "customers", "orders", "shipping", "risk", "marketing", "support", "finance")
PER_FILE = 25  # models in a file: between a file per model and a file per domain
PER_SOURCE = 12  # models that a source feeds, on average

PROJECT = """\
project: {{name: generated, version: "1.0.0"}}
owners:
{owners}
runtime:
  kafka: {{bootstrap_servers: "${{KAFKA_BOOTSTRAP}}"}}
  schema_registry: {{url: "${{SCHEMA_REGISTRY_URL}}"}}
  flink: {{rest_url: "${{FLINK_REST_URL}}", sql_gateway_url: "${{FLINK_SQL_GATEWAY_URL}}"}}
  connect: {{rest_url: "${{CONNECT_REST_URL}}"}}
defaults:
  topics: {{partitions: "${{PARTITIONS:-6}}", replication_factor: 3, config: {{retention.ms: 604800000}}}}
vars: {{least: 10}}
rules:
  topics: {{min_partitions: 3, naming_pattern: '^[a-z]+(\\.[a-z0-9_-]+)+$', forbidden_prefixes: [tmp.]}}
  models: {{require_description: true, require_owner: true, max_dependencies: 4}}
  sources: {{require_schema: true, require_owner: true}}
  security: {{require_classification: true}}
"""

SOURCE = """\
  - name: {name}
    topic: {domain}.{name}.v1
    description: {domain} events as their application writes them
    owner: team-{domain}
    key: id
    event_time: {{column: made_at, watermark: {{max_out_of_orderness_ms: 5000}}}}
    freshness: {{max_lag_seconds: 300}}
    columns:
      - {{name: id, type: STRING, nullable: false, classification: internal}}
      - {{name: customer, type: STRING, classification: confidential}}
      - {{name: status, type: STRING, classification: internal}}
      - {{name: amount, type: 'DECIMAL(12, 2)', classification: internal}}
      - {{name: tags, type: 'ARRAY<STRING>', classification: internal}}
      - {{name: made_at, type: TIMESTAMP(3), classification: internal}}
"""

HEAD = """\
  - name: {name}
    description: Number {number} of {domain}
    owner: team-{domain}
    topic: {{name: {domain}.{name}.v1}}
"""

CLEAN = """\
    key: id
    sql: |
      SELECT id, customer, UPPER(status) AS status, amount, made_at
      FROM {{{{ {first} }}}}
      WHERE amount > {{{{ var("least") }}}} AND status IN ('NEW', 'PAID', 'SENT')
"""

JOINED = """\
    sql: |
      SELECT a.id, a.customer, a.amount, b.status, a.made_at,
        CASE WHEN a.amount > b.amount THEN 'more' WHEN a.amount = b.amount THEN 'same' ELSE 'less' END AS compared
      FROM {{{{ {first} }}}} AS a
      JOIN {{{{ {second} }}}} AS b
        ON a.id = b.id AND b.made_at BETWEEN a.made_at - INTERVAL '10' MINUTE AND a.made_at
"""

WINDOWED = """\
    sql: |
      SELECT customer, window_start, window_end, COUNT(*) AS n, SUM(amount) AS amount, MAX(amount) AS most
      FROM TABLE(TUMBLE(TABLE {{{{ {first} }}}}, DESCRIPTOR(made_at), INTERVAL '5' MINUTE))
      GROUP BY customer, window_start, window_end
"""

RANKED = """\
    key: customer
    sql: |
      SELECT customer, id, status, amount
      FROM (
        SELECT customer, id, status, amount, ROW_NUMBER() OVER (PARTITION BY customer ORDER BY made_at DESC) AS place
        FROM {{{{ {first} }}}}
      )
      WHERE place = 1
"""

SINK = """\
    from: [{{{read}}}]
    sink: {{connector: s3-sink, config: {{aws.s3.bucket.name: "${{BUCKET:-bucket}}", aws.secret.access.key: "${{S3_KEY}}"}}}}
"""

TEST = """\
  - name: {name}_checked
    model: {name}
    type: sample
    assertions:
      - not_null: {{columns: [{column}]}}
"""

EXPOSURE = """\
  - name: {name}_screen
    type: dashboard
    description: What {domain} looks at
    owner: team-{domain}
    sla: {{max_end_to_end_latency_ms: 5000}}
    depends_on:
      - {{ref: {name}, columns: [{column}]}}
"""


def project(models: int) -> Iterator[tuple[str, str]]:
    """(path, text) of every file of a project with so many models."""
    owners = "\n".join(f"  team-{domain}: {{contact: {domain}@example.com}}" for domain in DOMAINS)
    yield "stream_project.yml", PROJECT.format(owners=owners)
    for number, domain in enumerate(DOMAINS):
        share = models // len(DOMAINS) + (number < models % len(DOMAINS))
        yield from _domain(domain, share)


def _domain(domain: str, models: int) -> Iterator[tuple[str, str]]:
    sources = max(1, models // PER_SOURCE)
    yield f"sources/{domain}.yml", "sources:\n" + "".join(SOURCE.format(name=f"{domain}_{n}", domain=domain) for n in range(sources))
    written = [_model(domain, number, sources) for number in range(models)]
    for first in range(0, models, PER_FILE):
        part = written[first : first + PER_FILE]
        yield f"models/{domain}/part_{first // PER_FILE}.yml", "models:\n" + "".join(text for _, text, _ in part)
        tested = "".join(TEST.format(name=name, column=column) for name, _, column in part if column)
        yield f"tests/{domain}/part_{first // PER_FILE}.yml", "tests:\n" + tested
    shown = "".join(EXPOSURE.format(name=name, domain=domain, column=column) for name, _, column in written[::5] if column)
    yield f"exposures/{domain}.yml", "exposures:\n" + (shown or "  []\n")


def _model(domain: str, number: int, sources: int) -> tuple[str, str, str]:
    """(name, text, a column to test and show; "" for a sink). Each ten: four layers of clean ones, what is made of them, a sink."""
    layer, ten = number % 10, number // 10
    name = f"{domain}_m{number}"
    source = f'source("{domain}_{number % sources}")'
    head = HEAD.format(name=name, number=number, domain=domain)

    def sibling(offset: int) -> str:
        return f'ref("{domain}_m{ten * 10 + offset}")'

    if layer in (0, 1):
        return name, head + CLEAN.format(first=source), "id"
    if layer in (2, 3):
        return name, head + CLEAN.format(first=sibling(layer - 2)), "id"
    if layer == 4:
        return name, head + JOINED.format(first=sibling(2), second=sibling(3)), "id"
    if layer in (5, 6):
        return name, head + WINDOWED.format(first=sibling(layer - 3)), "n"
    if layer == 7:
        return name, head + RANKED.format(first=sibling(1)), "id"
    if layer == 8:
        return name, head + CLEAN.format(first=source), "id"
    return name, head + SINK.format(read=f"ref: {domain}_m{ten * 10 + 4}"), ""


def write(folder: Path, models: int) -> Path:
    for path, text in project(models):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text, "utf-8")
    return folder


if __name__ == "__main__":
    write(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1_000)
