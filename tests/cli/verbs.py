"""A command run as a user runs it: through the error boundary, to an exit code and two streams."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from streamt.cli.main import main


class Run(NamedTuple):
    code: int
    out: str
    err: str


Streamt = Callable[..., Run]


def runner(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], folder: Path) -> Streamt:
    """`streamt ARGUMENTS` in a folder, without the variables of who runs the tests."""
    monkeypatch.chdir(folder)
    for variable in ("STREAMT_ENV", "COLUMNS", "NO_COLOR"):
        monkeypatch.delenv(variable, raising=False)

    def run(*arguments: str) -> Run:
        monkeypatch.setattr(sys, "argv", ["streamt", *arguments])
        with pytest.raises(SystemExit) as stopped:
            main()
        streams = capsys.readouterr()
        return Run(int(stopped.value.code or 0), streams.out, streams.err)

    return run
