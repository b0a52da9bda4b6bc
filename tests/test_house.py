"""The habits of this code, held by tests: small modules and functions, layers, examples that are clean, no machine in it."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from streamt import pipeline
from streamt.manifest.io import canonical
from streamt.project.json_schema import project_json_schema
from tests.repositories import ROOT

MAX_MODULE = 300
MAX_FUNCTION = 60
DATA = {  # tables of data, whose length is that of what they list
    "streamt/project/pages_compat.py": "the pages of older spellings",
    "streamt/project/pages_files.py": "the pages of what loading reports",
    "streamt/project/model.py": "the project as values: a class per block of the DSL, no code",
    "streamt/manifest/model.py": "the manifest as values: a class per block of the contract, no code",
}
MODULES = sorted(path.relative_to(ROOT).as_posix() for path in (ROOT / "streamt").rglob("*.py") if "_shipped" not in path.parts)
EXAMPLES = sorted(path.parent for path in (ROOT / "examples").glob("*/stream_project.yml"))
TO_SETTLE = {"fraud_as_written"}  # older spellings, and what its user has to settle by hand: recorded in its own test
MACHINE = re.compile(rb"/(?:home|Users)/[a-z][a-z0-9_-]*/|" + re.escape(os.fsencode(ROOT)) + rb"/")


@pytest.mark.parametrize("module", MODULES)
def test_a_module_fits_in_one_reading(module: str) -> None:
    lines = (ROOT / module).read_text().count("\n")
    assert lines <= MAX_MODULE or module in DATA


@pytest.mark.parametrize("module", MODULES)
def test_a_function_fits_on_a_screen(module: str) -> None:
    found = ast.walk(ast.parse((ROOT / module).read_text()))
    functions = (node for node in found if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))
    # A rule's docstring is its page: `streamt explain` prints it.
    long = {node.name: length for node in functions if (length := _length(node)) > MAX_FUNCTION}
    assert long == {}


def _length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    first = function.body[0]
    documented = ast.get_docstring(function) is not None and len(function.body) > 1
    begin = (first.end_lineno or first.lineno) if documented else function.lineno
    return (function.end_lineno or function.lineno) - begin + 1


def test_exceptions_are_still_needed() -> None:
    for module in DATA:
        assert (ROOT / module).read_text().count("\n") > MAX_MODULE, module


def test_the_layers_are_kept() -> None:
    code = "import sys; from importlinter.cli import lint_imports; sys.exit(lint_imports(no_cache=True))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-2000:]


@pytest.mark.parametrize("example", [path for path in EXAMPLES if path.name not in TO_SETTLE], ids=lambda path: path.name)
def test_an_example_is_clean_in_every_environment(example: Path) -> None:
    assert [found.message for found in pipeline.check(pipeline.tree_at(example)).diagnostics] == []


def test_the_editor_s_schema_is_up_to_date() -> None:
    """`streamt jsonschema project --output examples/project.schema.json` writes it anew."""
    written = (ROOT / "examples" / "project.schema.json").read_text()
    assert written == canonical(project_json_schema())
    assert json.loads(written)["$schema"]


@pytest.mark.parametrize("example", [path for path in EXAMPLES if path.name not in TO_SETTLE], ids=lambda path: path.name)
def test_every_file_of_an_example_tells_the_editor_its_schema(example: Path) -> None:
    for path in example.rglob("*.yml"):
        first = path.read_text().partition("\n")[0]
        assert first.startswith("# yaml-language-server: $schema="), path
        if path.parent.name != "environments":
            assert (path.parent / first.partition("=")[2]).resolve() == ROOT / "examples" / "project.schema.json"


def test_no_tracked_file_names_a_machine() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    own = Path(__file__).relative_to(ROOT).as_posix()
    paths = [path.decode() for path in listed.split(b"\0") if path and path.decode() != own]
    found = [path for path in paths if (ROOT / path).is_file() and MACHINE.search((ROOT / path).read_bytes())]
    assert found == []
