"""The real stack for tests: one per test run, started by the first test that asks for it.

    pytest_plugins = ("tests.local_stack",)      (in the top conftest.py)

    @pytest.mark.stack
    def test_something(stack): stack.variables["KAFKA_BOOTSTRAP"]

With STREAMT_TEST_STACK=<folder>, the stack that `streamt local up --project-dir <folder>` started is used, and left
running. Without Java or Maven the tests are skipped on somebody's machine and fail in CI.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from streamt.errors import CannotRun
from streamt.local.jars import MODULES, missing
from streamt.local.java import find_java, find_maven
from streamt.local.stack import Stack, running_stack, start, stop


@pytest.fixture(scope="session")
def stack(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stack]:
    shared = os.environ.get("STREAMT_TEST_STACK")
    if shared:
        yield running_stack(Path(shared))
        return
    require_java_and_maven()
    project = tmp_path_factory.mktemp("stack")
    try:
        yield start(project)
    finally:
        stop(project, forget=True)


def require_java_and_maven() -> None:
    try:
        find_java()
        if missing(module for module, _ in MODULES):
            find_maven()
    except CannotRun as reason:
        if os.environ.get("CI"):
            pytest.fail(str(reason), pytrace=False)
        pytest.skip(str(reason))
