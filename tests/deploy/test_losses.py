"""Parts that forget when they are killed: the next apply puts back what was there."""

from __future__ import annotations

import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamt.local.stack import Stack, start
from streamt.local.status import status
from tests.deploy.records import delete_topics, eventually, make_topics, produce
from tests.deploy.small import Small

pytestmark = pytest.mark.stack


@pytest.fixture
def small(stack: Stack, tmp_path: Path) -> Iterator[Small]:
    project = Small("losses", tmp_path, stack)
    project.write()
    make_topics(project.bootstrap, [project.source_topic])
    done = project.streamt("apply")
    assert done.returncode == 0, done.stdout + done.stderr
    yield project
    project.streamt("destroy", "--confirm", "default")
    delete_topics(project.bootstrap, [project.source_topic])


def kill_and_restart(stack: Stack, part: str) -> None:
    (pid,) = [one.pid for one in status(stack.project).parts if one.name == part]
    assert pid is not None
    os.kill(pid, signal.SIGKILL)
    start(stack.project)
    eventually(lambda: status(stack.project), lambda seen: seen.is_well)


def test_a_registry_that_lost_its_schemas_gets_them_again(small: Small) -> None:
    kill_and_restart(small.stack, "registry")
    plan = small.streamt("plan")
    assert "+ schema losses.huge-value" in plan.stdout, plan.stdout + plan.stderr
    assert "1 to create." in plan.stdout
    assert small.streamt("apply").returncode == 0
    assert "Nothing to change." in small.streamt("plan").stdout


def test_jobs_that_the_jobmanager_lost_go_on_where_they_were(small: Small) -> None:
    kept = small.folder / "kept.txt"
    produce(small.bootstrap, small.source_topic, [{"id": "a", "amount": 15}])
    eventually(lambda: kept.read_text() if kept.exists() else "", lambda text: "id=a" in text)
    eventually(lambda: unread(small), lambda lag: lag == 0)
    kill_and_restart(small.stack, "jobmanager")
    shown = small.streamt("status")
    assert shown.returncode == 1
    assert "flink job losses.big: missing" in shown.stdout
    plan = small.streamt("plan")
    assert "it is not running: start it from its last state" in plan.stdout
    done = small.streamt("apply")
    assert done.returncode == 0, done.stdout + done.stderr
    produce(small.bootstrap, small.source_topic, [{"id": "b", "amount": 16}])
    lines = eventually(lambda: kept.read_text(), lambda text: "id=b" in text)
    assert re.findall(r"id=(\w)", lines) == ["a", "b"]


def unread(small: Small) -> int | None:
    things = small.status()["things"]
    lag: int | None = next(thing["lag"] for thing in things if thing["name"] == "losses.big")
    return lag
