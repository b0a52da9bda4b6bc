"""Whatever stands in the files, loading says what is wrong and where; it never raises."""

from __future__ import annotations

import copy
import random
from pathlib import Path

import pytest
import yaml

from streamt.load.text import line_starts
from streamt.project import load_project
from tests.project.test_resolve import DEV, MODELS, PROD, ROOT
from tests.trees import Memory

COMPAT = yaml.safe_load((Path(__file__).parent / "compat.yml").read_text("utf-8"))
SEEDS = [MODELS, *(case["before"] for case in COMPAT.values())]
ODD = [
    None,
    True,
    0,
    -1,
    1.5,
    "",
    "x",
    "${V}",
    "ref('a')",
    [],
    {},
    [None],
    [[]],
    {"": None},
    {"name": "a"},
    [{"ref": "a"}],
    "é" * 200,
]
SCRAPS = [
    "\t",
    ": ",
    "- ",
    "[",
    "}",
    "'",
    '"',
    "\n",
    "&a ",
    "*a",
    "<<: ",
    "!x ",
    "|\n",
    "${",
    "{{",
    "\x00",
    "\u2028",
    "é",
    "#",
    "---\n",
]


def places(value, route=()):
    yield route
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, item in items:
        yield from places(item, (*route, key))


def with_odd_values(text, chance):
    data = yaml.safe_load(text)
    for _ in range(chance.randint(1, 4)):
        route = chance.choice([route for route in places(data) if route])
        parent = data
        for step in route[:-1]:
            parent = parent[step]
        action = chance.random()
        if action < 0.6 or isinstance(parent, list):
            parent[route[-1]] = copy.deepcopy(chance.choice(ODD))
        else:
            parent[
                chance.choice(
                    [
                        "name",
                        "from",
                        "security",
                        "schema",
                        "sink",
                        "type",
                        "public",
                        "advanced",
                        "topic",
                        "sla",
                        "x",
                    ]
                )
            ] = parent.pop(route[-1])
    return yaml.safe_dump(data, allow_unicode=True, sort_keys=False)


def with_odd_text(text, chance):
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(text))
        text = text[:at] + chance.choice(SCRAPS) + text[at + chance.choice([0, 0, 1, 5]) :]
    return text


def check(files):
    loaded = load_project(Memory(files))
    assert loaded.projects
    for found in loaded.diagnostics:
        assert found.message
        span = found.span
        text = files.get(span.path, "")
        assert 1 <= span.line <= len(line_starts(text.removeprefix("\ufeff")))
        assert (span.line, span.column) <= (span.end_line, span.end_column)
    for project in loaded.projects:
        for node in [*project.sources, *project.models, *project.tests, *project.exposures]:
            assert node.place.line >= 1


@pytest.mark.parametrize("change", [with_odd_values, with_odd_text])
@pytest.mark.parametrize("number", range(150))
def test_odd_entries(change, number):
    chance = random.Random(number)
    text = change(chance.choice(SEEDS), chance)
    check({"stream_project.yml": "project: {name: p}\n", "models/m.yml": text})


@pytest.mark.parametrize("change", [with_odd_values, with_odd_text])
@pytest.mark.parametrize("number", range(50))
def test_odd_root_files_and_environments(change, number):
    chance = random.Random(number)
    files = {
        "stream_project.yml": ROOT,
        "models/m.yml": MODELS,
        "environments/dev.yml": DEV,
        "environments/prod.yml": PROD,
    }
    path = chance.choice(["stream_project.yml", "environments/prod.yml"])
    check({**files, path: change(files[path], chance)})
