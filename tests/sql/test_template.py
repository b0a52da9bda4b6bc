"""Templates: what they may do, where their mistakes are, and what a stranger's cannot do to lint."""

from __future__ import annotations

import time
from collections.abc import Mapping
from typing import Any

import pytest

from streamt.sql.template import Rendered, Scope, render


def rendered(text: str, variables: Mapping[str, Any] | None = None, macros: tuple[str, ...] = (), **config: Any) -> Rendered:
    return render(text, Scope(lambda use: f"`{use.name}`", variables or {}, config), macros)


@pytest.mark.parametrize(
    ("text", "sql"),
    [
        ('SELECT * FROM {{ source("a") }}', "SELECT * FROM `a`"),
        ('{{ ref("a", v=2) }}, {{ ref("b", version=1) }}', "`a`, `b`"),
        ("{{ var('least') }}{{ var('none', 3) }}", "53"),
        ("{{ config('topic.partitions') }}", "6"),
        ("'{{ env('X') }}' '{{ env('Y', 'z') }}'", "'${X}' '${Y:-z}'"),
        ("{% for c in ['a', 'b'] %}{{ c | upper }}{{ ', ' if not loop.last }}{% endfor %}", "A, B"),
        ("{{ ['a', 'b'] | map('upper') | join(', ') }}", "A, B"),
        ("{{ 'a' ~ 1 ~ 'b' }} {{ 'a' + 'b' }} {{ 2 * 3 % 4 }}", "a1b ab 2"),
        ("{% set t = {'a': 1} %}{% for k, v in t.items() %}{{ k }}{{ v }}{% endfor %}", "a1"),
        ("{% macro m(c) %}UPPER({{ c }}){% endmacro %}{{ m('a') }}", "UPPER(a)"),
        ("{{ twice('a') }}", "aa"),
        ("{{ 'a b'.split(' ') | last }} {{ 1.256 | round(2) }} {{ 'aXb'[0:1] }} {{ 'b' if 'a' in ['a'] else 'c' }}", "b 1.26 a b"),
        ("{{ range(4) | select('odd') | list | length }} {{ [3, 1] | sort | first }}", "2 1"),
        ("{# nothing #}{% raw %}{{ x }}{% endraw %}", "{{ x }}"),
    ],
)
def test_what_templates_are_for(text: str, sql: str) -> None:
    found = rendered(text, {"least": 5}, ("{% macro twice(x) %}{{ x }}{{ x }}{% endmacro %}",), topic={"partitions": 6})
    assert (found.sql, found.problem) == (sql, None)


def test_every_character_of_a_straight_template_has_its_origin() -> None:
    text = 'SELECT é\n  FROM {{ source("a") }} AS x {# why #}\nWHERE x.b = 1'
    found = rendered(text)
    assert found.sql is not None
    for offset, character in enumerate(found.sql):
        origin = found.origin(offset)
        assert origin is not None
        assert text[origin] == (character if character != "`" and found.sql[offset] == text[origin] else "{")
    assert [(use.name, text[use.start : use.end]) for use in found.refs] == [("a", '{{ source("a") }}')]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("{{ vra('x') }}", "'vra' is undefined"),
        ("{{ var('x') }}", "var('x') is not in `vars:`"),
        ("{{ source(1) }}", "source() takes a name in quotes"),
        ("{{ ref('a', v='b') }}", "ref() takes a whole number as version"),
        ("{% if env('X') %}{% endif %}", "${X} is not known before plan"),
        ("{{ env('X') | lower }}", "${X} is not known before plan"),
        ("{{ env('X') == 'a' }}", "${X} is not known before plan"),
        ("{% include 'x' %}", "include, import and extends are not available"),
        ("{{ [1] }}", "only text and numbers can be printed"),
        ("{% if %}", "Expected an expression"),
        ("{{ 1 / 0 }}", "the expression fails"),
        ("{{ config(materialized='table') }}", "set `materialized:` beside `sql:` in the YAML"),
        ("{{ source('shop', 'orders') }}", "source() takes one name"),
        ("{{ ref('a', package='b') }}", "ref() takes one name and a version: ref('a', v=1)"),
        ("{{ env_var('X') }}", 'write env("X")'),
        ("{% if is_incremental() %}{% endif %}", "a stream is never run a second time"),
        ("x {{ source('a') ", "{{ is never closed"),
    ],
)
def test_a_mistake_is_a_problem(text: str, message: str) -> None:
    found = rendered("SELECT " + text)
    assert found.sql is None
    assert found.problem is not None
    assert message in found.problem.message
    assert found.problem.start in (7, None, 0)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("SELECT a\n{% if true %}\n  , {{ nope('b') }}{% endif %}\nFROM t", ", {{ nope('b') }}{% endif %}"),
        ("SELECT a\n{% for c in 'ab' %}\n  , {{ 1 / 0 }}{% endfor %}", ", {{ 1 / 0 }}{% endfor %}"),
        ("SELECT 1\n  {{ fails() }} {% if true %}{% endif %}", "{{ fails() }} {% if true %}{% endif %}"),
    ],
)
def test_a_mistake_among_blocks_stands_on_its_line(text: str, line: str) -> None:
    problem = rendered(text, macros=("{% macro fails() %}\n\n\n{{ gone() }}{% endmacro %}",)).problem
    assert problem is not None
    assert text[problem.start : problem.end] == line


BIG = "{% set s = 'x' * 0 ~ 'xxxxxxxxxx' %}{% for i in range(4) %}{% endfor %}{% set s = s|replace('x', 'xxxxxxxxxx')|replace('x', 'xxxxxxxxxx')|replace('x', 'xxxxxxxxxx')|replace('x', 'xxxxxxxxxx')|replace('x', 'xxxxxxxxx') %}".replace("'x' * 0 ~ ", "")  # fmt: skip
DOUBLED = "{% set a = [1] %}{% set b = [1] %}" + "{% set a = [a, a] %}{% set b = [b, b] %}" * 40
ATTACKS = {
    "nested loops": "{% for a in range(99999) %}{% for b in range(99999) %}x{% endfor %}{% endfor %}",
    "a loop that never gets to its body": "{% for a in range(99999) %}{% for b in range(99999) if false %}x{% endfor %}{% endfor %}",
    "a recursive loop": "{% for a in range(9) recursive %}{{ loop(range(99999)) }}{% endfor %}",
    "a long body, many times": "{% for a in range(99999) %}" + "{% set b = 1 + 1 %}" * 9000 + "{% endfor %}",
    "a macro that calls itself twice": "{% macro m() %}{{ m() }}{{ m() }}{% endmacro %}{{ m() }}",
    "a block that shows itself twice": "{% block m %}{{ self.m() }}{{ self.m() }}{% endblock %}",
    "text caught in a loop": BIG + "{% set y %}{% for i in range(90000) %}{{ s }}{% endfor %}{% endset %}{{ y }}",
    "written text caught in a loop": "{% set y %}{% for i in range(90000) %}" + "y" * 90_000 + "{% endfor %}{% endset %}",
    "replaced again and again": BIG + "{% for i in range(90000) %}{% set y = s|replace('x', 'y') %}{% endfor %}",
    "replaced by map": BIG + "{{ range(90000)|map('string')|map('replace', '', s)|list|length }}",
    "methods on big text": BIG + "{% for i in range(90000) %}{% set y = s.upper() %}{% endfor %}",
    "slices of big text": BIG + "{% for i in range(90000) %}{% set y = s[::2] %}{% endfor %}",
    "looking into big text": BIG + "{% for i in range(90000) %}{% set y = 'ab' in s %}{% endfor %}",
    "looking into a long range": "{% for i in range(90000) %}{% set y = 'a' in range(90000) %}{% endfor %}",
    "doubling by ~": "{% set s = 'xx' %}" + "{% set s = s ~ s %}" * 40,
    "doubling by +": "{% set s = 'xx' %}" + "{% set s = s + s %}" * 40,
    "doubling by join": "{% set s = 'xx' %}" + "{% set s = [s, s]|join(s) %}" * 40,
    "multiplied text": "{{ 'x' * 999999999 }}",
    "a multiplied list": "{{ ([1] * 999999999)|length }}",
    "a power": "{{ 9 ** 9 ** 9 }}",
    "a factorial": "{% set n = 9 %}" + "{% set n = n * n %}" * 60,
    "rounding to a billion digits": "{{ 1.5|round(999999999) }}",
    "bytes of a number": "{{ (1).to_bytes(999999999, 'big') }}",
    "padding": "{{ 'x'.ljust(999999999) }}",
    "format": "{{ '{:999999999}'.format(1) }}",
    "percent format": "{{ '%999999999d' % 1 }}",
    "a doubled list, compared": DOUBLED + "{{ a == b }}",
    "a doubled list as text": DOUBLED + "{{ a|upper }}",
    "a doubled list, printed": DOUBLED + "{{ a }}",
    "a doubled tuple as key": "{% set a = (1, 1) %}" + "{% set a = (a, a) %}" * 40 + "{% set d = {a: 1} %}",
    "doubled arguments": "{% macro m(n) %}{{ m(varargs, varargs) }}{% endmacro %}{{ m(1, 2) }}",
    "deep parentheses": "{{ " + "(" * 5000 + "1" + ")" * 5000 + " }}",
    "deep lists": "{{ " + "[" * 150 + "]" * 150 + " }}",
    "deep blocks": "{% if 1 %}" * 2000 + "{% endif %}" * 2000,
    "more loops in each other than Python takes": "".join(f"{{% for a{n} in [1] %}}" for n in range(40)) + "{% endfor %}" * 40,
    "a long chain of not": "{{ " + "not " * 9000 + "1 }}",
    "a long chain of attributes": "{{ a" + ".b" * 9000 + " }}",
    "a long sum": "{{ 1" + " + 1" * 9000 + " }}",
    "attributes of Python": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "the function behind a name": "{{ source.__globals__ }}",
    "the budget itself": "{{ __spend(-999999999) }}",
    "the budget through a bound function": "{{ range.__self__.spend(-999999) }}",
    "a template of a million characters": "{{ 1 }}" + "x" * 1_000_000,
}  # fmt: skip


@pytest.mark.parametrize("attack", ATTACKS)
def test_an_attack_is_a_problem_soon(attack: str) -> None:
    begin = time.process_time()
    found = rendered("SELECT " + ATTACKS[attack])
    assert found.problem is not None
    assert len(found.problem.message) < 300
    assert time.process_time() - begin < 5


@pytest.mark.parametrize("text", ["{{" * 50_000, "{#" * 50_000, "{%" * 50_000, "{{ '" * 40_000, "{{ 1 }}" * 25_000, "}}" * 50_000, "{" * 100_000])
def test_odd_text_takes_no_time(text: str) -> None:
    begin = time.process_time()
    rendered(text)
    assert time.process_time() - begin < 5
