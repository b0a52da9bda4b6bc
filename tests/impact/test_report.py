"""The report in its forms: whole, as golden text; and against hostile and huge projects."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from streamt.impact import Report, Side, assess
from streamt.impact.report import data, github, markdown, text
from streamt.manifest.model import Manifest
from tests.manifests import exposure, model, project, source

GOLDEN = Path(__file__).parent / "golden"


def shop(amount: str | None = "amount INT", partitions: int = 6, **facts: Any) -> Manifest:
    cents = ["cents BIGINT <transform payments.amount>"] if amount else []
    return project(
        source("payments", "id BIGINT", *([amount] if amount else [])),
        model("clean", "id BIGINT <identity payments.id>", *cents, topic={"name": "clean.v1", "partitions": partitions},
              compiled_sql="SELECT ..", owner="team-pay", access="public"),
        model("later", reads=("clean",), compiled_sql="SELECT ("),
        exposure("board", reads={"clean": ["cents"]}, owner="team-board"),
        exposure("training", reads={"later": None}, type="ml_training", owner="team-ml"),
        **facts,
    )  # fmt: skip


def compared(old: Manifest, new: Manifest) -> Report:
    return assess(Side("origin/main", old, "0123456789abcdef"), Side("this project", new))


CHANGED = compared(shop(), shop(None, partitions=12, version="2", owners={"team-pay": {"slack": "#pay"}}))


@pytest.mark.parametrize(
    ("name", "rendered"),
    [
        ("report.md", markdown.render(CHANGED)),
        ("report.txt", text.render(CHANGED)),
        ("report.json", json.dumps(data.as_data(CHANGED, "proven"), indent=2, sort_keys=True) + "\n"),
        ("report.github", github.render(CHANGED)),
    ],
)
def test_golden(name: str, rendered: str) -> None:
    assert rendered == (GOLDEN / name).read_text("utf-8")


@pytest.mark.parametrize("render", [markdown.render, text.render, github.render])
def test_nothing_is_said_when_nothing_changed(render: Any) -> None:
    assert render(compared(shop(), shop())) == ""


def test_json_of_no_change_is_a_document_still() -> None:
    found = data.as_data(compared(shop(), shop()), "any")
    assert found["summary"] == {
        "changes": 0, "breaking": 0, "risky": 0, "safe": 0, "exposures": 0, "models": 0, "owners": [],
    }  # fmt: skip
    assert found["gate"] == {"fail_on": "any", "closed": False, "because": []}


HOSTILE = "x`|\\|``` @team <img src=x onerror=1> [a](http://b) \n\n# h\r| cell |\x1b[31m --> ![i](http://c) &lt; #1 ::error::x"


def hostile(after: str) -> Report:
    def manifest(words: str) -> Manifest:
        return project(
            source("s", "a INT", description=words, topic=words, owner=words, tags=[words]),
            model("m", "a INT <identity s.a>", owner=words, topic={"name": words, "config": {words: words}}),
            exposure("e", reads={"m": None}, owner=words, url=words),
            project=words,
            runtime={words: words},
        )

    return compared(manifest("before"), manifest(after))


def test_markdown_shows_hostile_text_only_inside_code_spans() -> None:
    outside = re.sub(r"(?<!`)(`+)(?!`)(?:.*?)(?<!`)\1(?!`)", "", markdown.render(hostile(HOSTILE)))
    for bait in ("@team", "<img", "](http", "# h", "onerror=", "\x1b", "::error"):
        assert bait not in outside
    assert set(re.findall(r"<[^>]*>", outside)) <= {
        "<!-- streamt:impact:x-team-img-src-x-onerror-1-a-http-b-h-cell-31m-i-http-c-lt-1-error-x:default -->",
        "<br>", "<details>", "</details>", "<summary>", "</summary>",
    }  # fmt: skip


def test_every_row_of_a_table_has_its_cells_whatever_they_hold() -> None:
    rows = [line for line in markdown.render(hostile(HOSTILE)).splitlines() if line.startswith("|")]
    cells = {len(re.findall(r"(?<!\\)(?:\\\\)*\|", row)) for row in rows}
    assert cells == {6, 7}


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("plain", "`plain`"),
        ("a|b", "`a\\|b`"),
        ("a\\|b", "`a\\\\\\|b`"),
        ("a`b", "``a`b``"),
        ("`a`", "`` `a` ``"),
        ("a\nb\x1b", "` a b  `"),
        (" ", ""),
        ("", ""),
        ("x" * 200, "`" + "x" * 118 + "..`"),
    ],
)
def test_code_span(value: str, span: str) -> None:
    assert markdown.code(value) == span


def test_the_terminal_gets_no_control_characters() -> None:
    shown = text.render(hostile(HOSTILE))
    assert all(character.isprintable() or character == "\n" for character in shown)


def test_annotations_stay_on_their_lines() -> None:
    lines = github.render(hostile(HOSTILE)).splitlines()
    assert lines
    assert all(re.match(r"::(error|warning|notice)( file=| title=|::)", line) for line in lines)


def test_a_comment_of_any_size_fits_github() -> None:
    def many(type_: str) -> Manifest:
        names = [f"n{i}_{'é' * 60}" for i in range(1_000)]
        sources = (source(name, f"a {type_}", owner=f"owner-{name}") for name in names)
        readers = (exposure(f"e_{name}", reads={name: ["a"]}, owner=f"team-{name}") for name in names)
        return project(*sources, *readers)

    comment = markdown.render(compared(many("INT"), many("STRING")))
    assert len(comment.encode()) < markdown.LIMIT
    assert "more: `streamt impact --format json` lists them all." in comment
    assert comment.count("(source)") + comment.count("(exposure)") <= 30
