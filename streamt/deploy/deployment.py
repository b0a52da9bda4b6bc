"""One manifest on its way to its systems: everything that plan, apply, status and destroy start from."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from streamt.deploy.desired import Desired, desired
from streamt.deploy.journal import Journal, read_journal, topic_name
from streamt.deploy.systems import SECTIONS, Systems, blocks_of, kafka_settings
from streamt.deploy.variables import Variables, read_variables, require
from streamt.manifest.io import as_data
from streamt.manifest.model import Manifest


@dataclass(frozen=True)
class Deployment:
    manifest: Manifest
    desired: Desired
    systems: Systems
    variables: Variables
    used: frozenset[str]
    """Names of the variables whose values are in use; `hide` takes them out of messages."""

    @property
    def journal_topic(self) -> str:
        return topic_name(self.manifest.project, self.manifest.environment)

    @property
    def journal_settings(self) -> dict[str, str | int]:
        blocks = self.systems.blocks
        return kafka_settings(blocks.kafka[blocks.default_kafka])

    def journal(self) -> Journal:
        """Raises Unreachable."""
        # Asked through the admin protocol first: a consumer is slow to say that it cannot connect, and does not say why.
        if not self.systems.kafka(self.systems.blocks.default_kafka).existing([self.journal_topic]):
            return Journal()
        return read_journal(self.journal_settings, self.journal_topic)

    def hide(self, text: str) -> str:
        return self.variables.hide(text, self.used)


def deployment_of(manifest: Manifest, project: Path, exclude: Iterable[str] = ()) -> Deployment:
    """`project` is the folder of `.env` and jars. Raises CannotRun for variables that are not set."""
    variables = read_variables(project)
    used = require(variables, texts_in_use(manifest))
    blocks = blocks_of(manifest.runtime, variables)
    wanted = desired(manifest, blocks, variables, project, exclude)
    systems = Systems(blocks, manifest.project, manifest.environment)
    return Deployment(manifest, wanted, systems, variables, used)


def texts_in_use(manifest: Manifest) -> list[Any]:
    """Everything whose placeholders have to be filled: how to connect, and what is sent."""
    runtime = [manifest.runtime.get(section) for section in SECTIONS]
    return [runtime, *_sent(as_data(manifest)["artifacts"])]


def _sent(artifacts: dict[str, Sequence[Any]]) -> Iterator[Any]:
    """A job's `script` only shows it once more, and refused things go nowhere."""
    for kind in ("topics", "schemas", "flink_jobs", "connectors"):
        for one in artifacts[kind]:
            yield {name: value for name, value in one.items() if name != "script"}
