"""The sources' topics on the local Kafka."""

from __future__ import annotations

import uuid

import pytest

from streamt.errors import CannotRun
from streamt.local.stack import Stack
from streamt.local.topics import create_topics


@pytest.mark.stack
def test_topics_that_are_missing_are_created_once(stack: Stack) -> None:
    names = [f"shop.{uuid.uuid4().hex}.v1" for _ in range(2)]
    kafka = stack.variables["KAFKA_BOOTSTRAP"]
    assert create_topics(kafka, names[:1]) == (names[0],)
    assert create_topics(kafka, [*names, names[0]]) == (names[1],)
    assert create_topics(kafka, names) == ()


def test_a_kafka_that_does_not_answer_cannot_run(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("streamt.local.topics.SECONDS", 1.0)
    with pytest.raises(CannotRun, match=r"The local Kafka at 127\.0\.0\.1:1"):
        create_topics("127.0.0.1:1", ["a"])
