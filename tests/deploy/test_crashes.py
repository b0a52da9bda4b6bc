"""An apply that is killed anywhere is finished by the next one: same end, nothing twice."""

from __future__ import annotations

import random
import re
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamt.deploy.journal import read_journal, topic_name
from streamt.local.stack import Stack
from streamt.runtimes.kafka import Security, client_settings
from tests.deploy.records import delete_topics, eventually, make_topics, produce
from tests.deploy.small import Small

pytestmark = pytest.mark.stack

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def small(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Small]:
    project = Small("crashes", tmp_path_factory.mktemp("crashes"), stack, {"PYTHONPATH": str(ROOT)})
    project.write()
    make_topics(project.bootstrap, [project.source_topic])
    yield project
    project.streamt("destroy", "--confirm", "default")
    delete_topics(project.bootstrap, [project.source_topic])


def unfinished(small: Small) -> list[str]:
    journal = read_journal(client_settings(small.bootstrap, Security()), topic_name(small.name, "default"))
    return [str(key) for key, entry in journal.entries.items() if entry.state != "done"]


def assert_finished_by_one_more_apply(small: Small) -> None:
    done = small.streamt("apply")
    assert done.returncode == 0, done.stdout + done.stderr
    assert unfinished(small) == []
    assert small.running() == ["crashes.big", "crashes.huge"]
    assert small.connectors() == ["crashes.kept"]
    assert "Nothing to change." in small.streamt("apply").stdout


def kill_through(small: Small) -> int:
    """Apply again and again; each is killed one step further: after an intent, before the outcome is written.

    The first word of a run is the lease, the second its first intent, the third that thing's first outcome.
    """
    killed = 0
    while True:
        for side, word in (("after", 2), ("before", 3)):
            answer = small.run("-m", "tests.deploy.dying", side, str(word))
            if answer.returncode == 0:
                return killed
            assert answer.returncode == -signal.SIGKILL, answer.stdout + answer.stderr
            killed += 1
            if killed > 40:
                pytest.fail("it makes no progress:\n" + answer.stdout + answer.stderr)
        # The thing of this round was made, and nobody wrote it down: one run writes that down and dies.
        answer = small.run("-m", "tests.deploy.dying", "after", "3")
        if answer.returncode == 0:
            return killed
        killed += 1


def test_killed_at_every_word_of_a_first_apply(small: Small) -> None:
    assert kill_through(small) >= 10
    assert_finished_by_one_more_apply(small)
    assert small.jobs() == [("crashes.big", "RUNNING"), ("crashes.huge", "RUNNING")]  # none was started twice


def test_killed_at_every_word_of_an_upgrade(small: Small) -> None:
    produce(small.bootstrap, small.source_topic, [{"id": "a", "amount": 15}, {"id": "b", "amount": 25}])
    kept = small.folder / "kept.txt"
    eventually(lambda: kept.read_text() if kept.exists() else "", lambda text: text.count("\n") == 2)
    small.write(least=20)
    assert kill_through(small) >= 2
    assert_finished_by_one_more_apply(small)
    assert [name for name, _ in small.jobs()].count("crashes.big") == 2
    produce(small.bootstrap, small.source_topic, [{"id": "c", "amount": 15}, {"id": "d", "amount": 25}])
    lines = eventually(lambda: kept.read_text().splitlines(), lambda found: len(found) >= 3)
    # Resumed where the old job stopped: nothing is read again, and what came since is judged by the new SQL.
    assert re.findall(r"id=(\w)", "\n".join(lines)) == ["a", "b", "d"]


def test_killed_at_ten_moments(small: Small) -> None:
    moments = random.Random(7)
    for number in range(10):
        small.write(least=30 + number)
        apply = subprocess.Popen(
            [sys.executable, "-m", "streamt", "apply"],
            cwd=small.folder,
            env=small.environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(moments.uniform(0.5, 6))
        apply.kill()
        apply.wait()
    assert_finished_by_one_more_apply(small)


def test_two_at_once_exclude_each_other(small: Small) -> None:
    small.write(least=99)
    both = [
        subprocess.Popen(
            [sys.executable, "-m", "streamt", "apply"],
            cwd=small.folder,
            env=small.environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        for _ in range(2)
    ]
    answers = [(one.communicate(timeout=120), one.returncode) for one in both]
    codes = sorted(code for _, code in answers)
    # One does it; the other finds a lease (2), sees that things moved (1) or was fenced (3), or came after the end (0).
    assert codes[0] == 0 or codes == [1, 3] or codes == [2, 3], answers
    assert_finished_by_one_more_apply(small)
