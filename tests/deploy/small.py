"""A small project with one thing of each kind, deployed by the real command."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import httpx

from streamt.local.stack import Stack

PROJECT = """\
project: {{name: {name}}}
runtime:
  kafka: {{bootstrap_servers: "${{KAFKA_BOOTSTRAP}}"}}
  schema_registry: {{url: "${{SCHEMA_REGISTRY_URL}}"}}
  flink: {{rest_url: "${{FLINK_REST_URL}}", sql_gateway_url: "${{FLINK_SQL_GATEWAY_URL}}", version: "2.2"}}
  connect: {{rest_url: "${{CONNECT_REST_URL}}"}}
defaults:
  models: {{flink: {{checkpoint_interval_ms: 1000}}}}
  topics: {{partitions: 1, replication_factor: 1}}
sources:
  - name: orders
    topic: {name}.orders
    schema: {{format: json}}
    columns: [{{name: id, type: STRING}}, {{name: amount, type: INT}}]
models:
  - name: big
    topic: {{name: {name}.big}}
    sql: SELECT id, amount FROM {{{{ source("orders") }}}} WHERE amount > {least}
  - name: huge
    topic: {{name: {name}.huge}}
    schema: {{format: avro, compatibility: BACKWARD}}
    sql: SELECT id, amount FROM {{{{ ref("big") }}}} WHERE amount > 100
  - name: kept
    from: [{{ref: big}}]
    sink: {{connector: file-sink, config: {{file: {file}}}}}
"""


@dataclass(frozen=True)
class Small:
    name: str
    folder: Path
    stack: Stack
    variables: dict[str, str] = field(default_factory=dict)
    born: float = field(default_factory=time.time)

    @property
    def bootstrap(self) -> str:
        return self.stack.variables["KAFKA_BOOTSTRAP"]

    @property
    def source_topic(self) -> str:
        return f"{self.name}.orders"

    def write(self, least: int = 10) -> None:
        """The project's file. Another `least` is another SQL of the same shape."""
        self.folder.mkdir(parents=True, exist_ok=True)
        text = PROJECT.format(name=self.name, least=least, file=self.folder / "kept.txt")
        (self.folder / "stream_project.yml").write_text(text)

    def environment(self) -> dict[str, str]:
        return {**os.environ, **self.stack.variables, **self.variables}

    def streamt(self, *words: str) -> subprocess.CompletedProcess[str]:
        return self.run("-m", "streamt", *words)

    def run(self, *words: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, *words]
        return subprocess.run(
            command, cwd=self.folder, env=self.environment(), capture_output=True, text=True, timeout=300
        )

    def jobs(self) -> list[tuple[str, str]]:
        """(name, state) of every job of ours that Flink lists; not those of an earlier test run on the same stack."""
        listed = httpx.get(f"{self.stack.variables['FLINK_REST_URL']}/jobs/overview").json()["jobs"]
        mine = [job for job in listed if job["name"].startswith(f"{self.name}.")]
        return sorted((job["name"], job["state"]) for job in mine if job["start-time"] > self.born * 1000)

    def running(self) -> list[str]:
        return [name for name, state in self.jobs() if state == "RUNNING"]

    def connectors(self) -> list[str]:
        names = httpx.get(f"{self.stack.variables['CONNECT_REST_URL']}/connectors").json()
        return sorted(name for name in names if name.startswith(f"{self.name}."))

    def status(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.streamt("status", "--format", "json").stdout)
        return found
