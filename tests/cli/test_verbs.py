"""Every verb as a user or a program calls it: exit codes, what goes to which stream, and what is imported."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from streamt.cli import explain as explain_module
from streamt.cli.main import COMMANDS, LATER
from tests.cli.verbs import Streamt, runner
from tests.projects import completed
from tests.repositories import ROOT

CLEAN = "models:\n  - {name: failed, columns: [{name: id, type: STRING}]}\n"
BROKEN = "models:\n  - {name: failed, columns: [{name: id, type: STRNG}]}\n"
TWO_ENVIRONMENTS = {
    "environments/dev.yml": "runtime: {kafka: {bootstrap_servers: 'd:9092'}}\n",
    "environments/prod.yml": "runtime: {kafka: {bootstrap_servers: 'p:9092'}}\n",
}


@pytest.fixture
def streamt(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> Streamt:
    return runner(monkeypatch, capsys, tmp_path)


def project(folder: Path, fragment: str, **files: str) -> Path:
    for path, text in {"stream_project.yml": completed(fragment), **files}.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text)
    return folder


def test_lint_of_a_clean_project(streamt: Streamt, tmp_path: Path) -> None:
    project(tmp_path, CLEAN)
    assert streamt("lint") == (0, "No problems found.\n", "")


def test_lint_of_a_broken_one(streamt: Streamt, tmp_path: Path) -> None:
    project(tmp_path, BROKEN)
    found = streamt("lint")
    assert (found.code, found.err) == (1, "")
    assert "Location: stream_project.yml:2" in found.out


@pytest.mark.parametrize("output_format", ["json", "github"])
def test_lint_for_programs(streamt: Streamt, tmp_path: Path, output_format: str) -> None:
    project(tmp_path, BROKEN)
    found = streamt("lint", "--format", output_format)
    assert (found.code, found.err) == (1, "")
    if output_format == "json":
        assert json.loads(found.out)["summary"] == {"error": 1, "warning": 0, "info": 0}
    else:
        assert found.out.startswith("::error title=columns.model_type,file=stream_project.yml,line=2,")


def test_from_a_folder_inside_and_from_outside(streamt: Streamt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    inside = project(tmp_path / "shop", CLEAN) / "models" / "deep"
    inside.mkdir(parents=True)
    assert streamt("lint").code == 2
    assert streamt("lint", "--project-dir", "shop").code == 0
    assert streamt("lint", "--project-dir", "shop/models/deep").code == 0
    monkeypatch.chdir(inside)
    assert streamt("lint").code == 0


@pytest.mark.parametrize("verb", ["lint", "compile", "lineage"])
@pytest.mark.parametrize("where", ["nowhere", "stream_project.yml"])
def test_no_project_there_is_said(streamt: Streamt, tmp_path: Path, verb: str, where: str) -> None:
    found = streamt(verb, "--project-dir", where)
    assert (found.code, found.out) == (2, "")
    assert "stream_project.yml" in found.err


def test_several_environments(streamt: Streamt, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project(tmp_path, CLEAN, **TWO_ENVIRONMENTS)
    assert streamt("lint").code == 0
    refused = streamt("compile")
    assert (refused.code, refused.out) == (2, "")
    assert "dev, prod" in refused.err
    assert "--env" in refused.err
    assert not (tmp_path / "generated").exists()
    assert streamt("compile", "--env", "dev").code == 0
    assert json.loads((tmp_path / "generated" / "manifest.json").read_text())["environment"] == "dev"
    monkeypatch.setenv("STREAMT_ENV", "prod")
    assert "prod" in streamt("compile").out
    assert "dev" in streamt("compile", "--env", "dev").out


def test_an_environment_that_is_not_there(streamt: Streamt, tmp_path: Path) -> None:
    project(tmp_path, CLEAN, **TWO_ENVIRONMENTS)
    found = streamt("lint", "--env", "prd")
    assert found.code in (1, 2)
    assert "prod" in found.out + found.err


def test_the_gate_of_compile(streamt: Streamt, tmp_path: Path) -> None:
    project(tmp_path, BROKEN)
    found = streamt("compile")
    assert (found.code, found.out) == (1, "")
    assert "columns.model_type" in found.err
    assert "Nothing was compiled." in found.err
    assert not (tmp_path / "generated").exists()


def test_a_project_that_cannot_be_read_says_why_at_compile(streamt: Streamt, tmp_path: Path) -> None:
    (tmp_path / "stream_project.yml").write_text("project: [\n")
    found = streamt("compile")
    assert found.code == 1
    assert "Location: stream_project.yml" in found.err


def test_compile_for_programs(streamt: Streamt, tmp_path: Path) -> None:
    project(tmp_path, CLEAN)
    found = streamt("compile", "--format", "json", "--output", "out")
    assert (found.code, found.err) == (0, "")
    assert json.loads(found.out)["content_hash"] == json.loads((tmp_path / "out" / "manifest.json").read_text())["content_hash"]


def test_explain(streamt: Streamt) -> None:
    page = streamt("explain", "topics.min_partitions")
    assert page.code == 0
    assert "**Why.**" in page.out
    assert "topics.min_partitions" in streamt("explain").out
    assert {"rule", "summary"} <= json.loads(streamt("explain", "--format", "json").out)[0].keys()
    wrong = streamt("explain", "topics.min_partition")
    assert (wrong.code, wrong.out) == (2, "")
    assert "topics.min_partitions" in wrong.err


@pytest.mark.parametrize("what", ["project", "manifest"])
def test_jsonschema(streamt: Streamt, what: str) -> None:
    found = streamt("jsonschema", what)
    assert (found.code, found.err) == (0, "")
    assert "$schema" in json.loads(found.out)


def test_an_unknown_verb(streamt: Streamt) -> None:
    found = streamt("lnit")
    assert (found.code, found.out) == (2, "")
    assert "Did you mean `lint`?" in found.err


@pytest.mark.parametrize("verb", [verb for verb in COMMANDS if verb not in ("docs", "local")])
def test_every_verb_has_help_and_refuses_unknown_options(streamt: Streamt, verb: str) -> None:
    shown = streamt(verb, "--help")
    assert (shown.code, shown.err) == (0, "")
    assert len(shown.out.splitlines()) > 4
    wrong = streamt(verb, "--no-such-option")
    assert (wrong.code, wrong.out) == (2, "")


def test_a_bug_is_a_report_and_no_traceback(streamt: Streamt, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        raise ZeroDivisionError("hunter2")

    monkeypatch.setattr(explain_module.explain, "callback", broken)
    found = streamt("explain")
    assert (found.code, found.out) == (70, "")
    assert "ZeroDivisionError" in found.err
    assert "hunter2" not in found.err
    assert "Traceback" not in found.err
    assert "command: explain" in found.err


def imported(*arguments: str, folder: Path) -> tuple[set[str], int]:
    """The top-level modules a command has imported when it ends."""
    code = (
        "import sys\nfrom streamt.cli.main import main\n"
        f"sys.argv = ['streamt', *{list(arguments)!r}]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    pass\n"
        "print('\\n' + ' '.join(sorted({name.partition('.')[0] for name in sys.modules})))"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, capture_output=True, text=True, check=True, env=os.environ | {"COLUMNS": "80"})
    return set(done.stdout.splitlines()[-1].split()), len(done.stdout)


def test_help_imports_nothing_heavy(tmp_path: Path) -> None:
    modules, _ = imported("--help", folder=tmp_path)
    assert "click" in modules
    assert not modules & {"pydantic", "jinja2", "yaml", "sqlglot", "mkdocs", "httpx", "confluent_kafka", "networkx", "pyvis"}


def test_lint_imports_no_kafka_http_site_or_drawing() -> None:
    modules, _ = imported("lint", folder=ROOT / "examples" / "fraud")
    assert {"yaml", "jinja2", "pydantic"} <= modules
    assert not modules & {"mkdocs", "httpx", "confluent_kafka", "networkx", "pyvis", "sqlglot", "requests", "urllib3", "markdown"}


def test_an_output_that_is_closed_early_is_no_error() -> None:
    done = subprocess.run(
        f"{sys.executable} -m streamt explain | head -1", shell=True, capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert done.stderr == ""


@pytest.mark.parametrize("verb", LATER)
def test_a_verb_that_is_promised_says_that_it_is_not_there_yet(streamt: Streamt, verb: str) -> None:
    done = streamt(verb)
    assert done.code == 2
    assert f"`streamt {verb}` is not in this version yet." in done.err
