"""A PostgreSQL server for tests of database sinks: the machine's own, in a folder of its own."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest


@dataclass(frozen=True, slots=True)
class Database:
    port: int
    user: str = "postgres"
    password: str = "warehouse-secret"
    name: str = "warehouse"

    @property
    def jdbc_url(self) -> str:
        return f"jdbc:postgresql://127.0.0.1:{self.port}/{self.name}"

    def rows(self, query: str) -> list[tuple[str, ...]]:
        """The rows of a query as text; none while its table is not there yet."""
        command = ["psql", "-X", "-At", "-F", "\t", "-h", "127.0.0.1", "-p", str(self.port), "-U", self.user]
        answer = subprocess.run(
            [*command, "-d", self.name, "-c", query],
            capture_output=True,
            text=True,
            env={**os.environ, "PGPASSWORD": self.password},
        )
        if answer.returncode != 0 and "does not exist" in answer.stderr:
            return []
        assert answer.returncode == 0, answer.stderr
        return [tuple(line.split("\t")) for line in answer.stdout.splitlines()]


def binaries() -> Path:
    """The folder of `initdb`. Skips where PostgreSQL is not installed, fails in CI."""
    candidates = [Path(found).resolve().parent for found in [shutil.which("initdb")] if found]
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = next((folder for folder in candidates if (folder / "initdb").exists()), None)
    if found is not None and shutil.which("psql"):
        return found
    reason = "PostgreSQL is not installed (Debian, Ubuntu: apt install postgresql)"
    if os.environ.get("CI"):
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


@contextmanager
def database() -> Iterator[Database]:
    """A server that lives as long as the block."""
    tools = binaries()
    as_user: list[str] = []
    # Not pytest's folder: as root the server must run as somebody else, who cannot look into it.
    with tempfile.TemporaryDirectory(prefix="postgres-") as name:
        folder = Path(name)
        if os.geteuid() == 0:
            shutil.chown(folder, "postgres")
            as_user = ["runuser", "-u", "postgres", "--"]
        with _running(tools, as_user, folder) as here:
            yield here


@contextmanager
def _running(tools: Path, as_user: list[str], folder: Path) -> Iterator[Database]:
    here = Database(_free_port())
    secret, data = folder / "password", folder / "data"
    secret.write_text(here.password)
    secret.chmod(0o644)
    run = ["-D", str(data), "-A", "scram-sha-256", "-U", here.user, f"--pwfile={secret}", "-N"]
    subprocess.run([*as_user, str(tools / "initdb"), *run], check=True, capture_output=True, cwd=folder)
    options = f"-h 127.0.0.1 -p {here.port} -k {folder} -c fsync=off"
    control = [*as_user, str(tools / "pg_ctl"), "-D", str(data), "-w"]
    log = ["-l", str(folder / "log"), "-o", options]
    subprocess.run([*control, *log, "start"], check=True, capture_output=True, cwd=folder)
    try:
        Database(here.port, name="postgres").rows(f"CREATE DATABASE {here.name}")
        yield here
    finally:
        subprocess.run([*control, "-m", "immediate", "stop"], check=True, capture_output=True, cwd=folder)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        port: int = one.getsockname()[1]
        return port
