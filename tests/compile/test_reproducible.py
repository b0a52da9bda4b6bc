"""What is compiled depends on the project alone: not on the run, the hash seed, the folder or the environment's values."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import jsonschema
import pytest

from streamt.manifest.json_schema import manifest_json_schema
from tests.repositories import ROOT

SECRET = "value-from-the-environment"
VARIABLES = (
    "KAFKA_BOOTSTRAP", "SCHEMA_REGISTRY_URL", "FLINK_REST_URL", "FLINK_SQL_GATEWAY_URL", "CONNECT_REST_URL", "WAREHOUSE_PASSWORD",
    "WAREHOUSE_URL", "TOPIC_REPLICATION_FACTOR", "CONDUKTOR_GATEWAY_PASSWORD",
)  # fmt: skip


def compile_in(folder: Path, seed: str, **extra: str) -> dict[str, bytes]:
    shutil.copytree(ROOT / "examples" / "fraud", folder, ignore=shutil.ignore_patterns("generated", "site", ".streamt"))
    (folder / ".env").write_text("".join(f"{name}={SECRET}\n" for name in VARIABLES))
    own = {key: value for key, value in os.environ.items() if not key.startswith("STREAMT_")}
    done = subprocess.run(
        [sys.executable, "-m", "streamt", "compile", "--env", "standalone"], cwd=folder, capture_output=True, text=True, check=False,
        env=own | {"PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": "0"} | extra,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    files = (path for path in sorted((folder / "generated").rglob("*")) if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return compile_in(tmp_path_factory.mktemp("one") / "project", "1", **dict.fromkeys(VARIABLES, SECRET))


def test_another_folder_hash_seed_and_environment_give_the_same_bytes(first: dict[str, bytes], tmp_path: Path) -> None:
    assert compile_in(tmp_path / "deeper" / "elsewhere", "2") == first


def test_nothing_holds_a_value_of_the_environment_or_a_path_of_the_machine(first: dict[str, bytes]) -> None:
    everything = b"".join(first.values()).decode()
    assert SECRET not in everything
    assert "${KAFKA_BOOTSTRAP}" in everything
    for path in (str(ROOT), str(Path.home()), "/tmp/", os.sep + "one0"):
        assert path not in everything


def test_the_manifest_keeps_its_published_schema(first: dict[str, bytes]) -> None:
    data = json.loads(first["generated/manifest.json"])
    jsonschema.validate(data, manifest_json_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data | {"sources": 1}, manifest_json_schema())
