from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from streamt.local.process import Process, is_running, resident_mb, spawn, stop


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Callable[[str], Process]]:
    """Start a Python program that says `ready` when it is."""
    started: list[Process] = []

    def start(program: str) -> Process:
        log = tmp_path / f"{len(started)}.log"
        started.append(spawn((sys.executable, "-u", "-c", program), log, dict(os.environ)))
        wait_for(lambda: "ready" in log.read_text())
        return started[-1]

    yield start
    stop(started, 0)


def wait_for(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < deadline
        time.sleep(0.01)


SLEEP = "import time; print('ready'); time.sleep(60)"
DEAF = f"import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); {SLEEP}"


def test_a_started_process_runs_until_stopped(run: Callable[[str], Process]) -> None:
    process = run(SLEEP)
    assert is_running(process)
    assert stop([process], 10) == ()
    assert not is_running(process)


def test_one_that_does_not_listen_is_ended_by_force_and_returned(run: Callable[[str], Process]) -> None:
    deaf, polite = run(DEAF), run(SLEEP)
    assert stop([deaf, polite], 0.5) == (deaf,)
    assert not is_running(deaf)
    assert not is_running(polite)


def test_children_are_stopped_too(run: Callable[[str], Process], tmp_path: Path) -> None:
    child = tmp_path / "child"
    process = run(
        "import subprocess, sys, time\n"
        "one = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)'])\n"
        f"open({str(child)!r}, 'w').write(str(one.pid)); print('ready'); time.sleep(60)"
    )
    stop([process], 10)
    wait_for(lambda: not alive(int(child.read_text())))


def alive(pid: int) -> bool:
    answer = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True)
    return answer.stdout.strip() not in ("",) and not answer.stdout.strip().startswith("Z")


def test_one_that_ended_by_itself_does_not_run(run: Callable[[str], Process]) -> None:
    process = run("print('ready')")
    wait_for(lambda: not is_running(process))


def test_another_process_of_the_same_number_is_left_alone(run: Callable[[str], Process]) -> None:
    stranger = run(SLEEP)
    ours_long_gone = Process(stranger.pid, "some other time")
    assert not is_running(ours_long_gone)
    stop([ours_long_gone], 0)
    assert is_running(stranger)


def test_a_number_nobody_has_does_not_run() -> None:
    assert not is_running(Process(2**22 + 1, "1"))


def test_it_outlives_the_command_that_started_it(tmp_path: Path) -> None:
    starter = (
        "import os, sys; from pathlib import Path; from streamt.local.process import spawn\n"
        f"one = spawn(({sys.executable!r}, '-c', 'import time; time.sleep(60)'), Path({str(tmp_path / 'log')!r}), dict(os.environ))\n"
        "print(one.pid, one.started)"
    )
    answer = subprocess.run([sys.executable, "-c", starter], capture_output=True, text=True, check=True)
    pid, started = answer.stdout.split()
    process = Process(int(pid), started)
    assert is_running(process)
    assert os.getsid(process.pid) == process.pid
    stop([process], 10)
    assert not is_running(process)


def test_memory_is_told_in_megabytes(run: Callable[[str], Process]) -> None:
    memory = resident_mb(run("big = b'x' * 50_000_000; " + SLEEP))
    assert memory is not None
    assert 50 < memory < 200


def test_output_and_errors_go_to_the_log(tmp_path: Path) -> None:
    log = tmp_path / "log"
    program = "import sys; print('out'); print('err', file=sys.stderr)"
    process = spawn((sys.executable, "-c", program), log, dict(os.environ))
    wait_for(lambda: not is_running(process))
    assert sorted(log.read_text().split()) == ["err", "out"]
