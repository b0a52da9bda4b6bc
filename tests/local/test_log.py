from __future__ import annotations

from pathlib import Path

import pytest

from streamt.local.log import follow, tail, useful_line

BIND = """\
2026-11-21T01:53:24,899 INFO  Awaiting socket connections on 127.0.0.1:9092. (DataPlaneAcceptor)
2026-11-21T01:53:24,901 ERROR Error starting server (SocketServer)
org.apache.kafka.common.KafkaException: Socket server failed to bind to 127.0.0.1:9092: Address already in use.
\tat kafka.network.Acceptor.openServerSocket(SocketServer.scala:709)
Caused by: java.net.BindException: Address already in use
\tat java.base/sun.nio.ch.Net.bind0(Native Method)
2026-11-21T01:53:24,999 INFO  shut down completed (SocketServer)
"""
OPTION = """\
Unrecognized option: -XX:+UseNothing
Error: Could not create the Java Virtual Machine.
Error: A fatal exception has occurred. Program will exit.
"""
MAIN = """\
Exception in thread "main" org.apache.kafka.common.config.ConfigException: Missing required configuration "process.roles"
\tat kafka.Kafka.main(Kafka.scala)
"""
MAVEN = """\
[ERROR] Failed to execute goal on project kafka: Could not resolve org.apache.kafka:kafka_2.13:jar:4.1.0
[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
"""


@pytest.mark.parametrize(
    ("log", "line"),
    [
        (BIND, "java.net.BindException: Address already in use"),
        (OPTION, "Error: Could not create the Java Virtual Machine."),
        (
            MAIN,
            'org.apache.kafka.common.config.ConfigException: Missing required configuration "process.roles"',
        ),
        (
            MAVEN,
            "[ERROR] Failed to execute goal on project kafka: Could not resolve org.apache.kafka:kafka_2.13:jar:4.1.0",
        ),
        ("starting\nKilled\n\n", "Killed"),
        ("", "(nothing was written)"),
    ],
    ids=["cause", "option", "uncaught", "maven", "last-line", "empty"],
)
def test_the_line_that_says_why(log: str, line: str) -> None:
    assert useful_line(log) == line


@pytest.mark.parametrize(("count", "lines"), [(2, ("b", "c")), (9, ("a", "b", "c")), (0, ())])
def test_the_last_lines(tmp_path: Path, count: int, lines: tuple[str, ...]) -> None:
    log = tmp_path / "log"
    log.write_text("a\nb\nc\n")
    assert tail(log, count) == lines


def test_no_file_has_no_lines(tmp_path: Path) -> None:
    assert tail(tmp_path / "log", 5) == ()


def test_following_shows_what_comes_in_whole_lines(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("old\n")
    lines = follow({"kafka": log}, 1)
    assert next(lines) == ("kafka", "old")
    with log.open("a") as file:
        file.write("new\nha")
    assert next(lines) == ("kafka", "new")
    with log.open("a") as file:
        file.write("lf\n")
    assert next(lines) == ("kafka", "half")


def test_following_begins_anew_when_the_log_does(tmp_path: Path) -> None:
    log = tmp_path / "log"
    log.write_text("a long first run\n")
    lines = follow({"kafka": log}, 1)
    next(lines)
    log.write_text("again\n")
    assert next(lines) == ("kafka", "again")


def test_following_waits_for_a_log_that_is_not_there_yet(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    first.write_text("here\n")
    lines = follow({"first": first, "second": second}, 1)
    assert next(lines) == ("first", "here")
    second.write_text("late\n")
    assert next(lines) == ("second", "late")
