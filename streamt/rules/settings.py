"""The `rules:` block itself: a misspelt rule checks nothing, and looks as if it did."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from streamt.analysis.model import Analysis
from streamt.closest import did_you_mean
from streamt.load.document import Place
from streamt.project.model import Project
from streamt.rules.rule import Finding, Rule, rule

WORDS = {int: "a whole number", bool: "true or false", str: "text", list: "a list of texts"}
ALSO = frozenset({"extends"})  # keys of the block that are no family
ACCESS = ("open", "closed")


def settable() -> Mapping[str, Mapping[str, Rule]]:
    """family -> name -> rule, of the rules that the block can set."""
    from streamt.rules import RULES  # the list of rules holds this one too

    found: dict[str, dict[str, Rule]] = {}
    for known in RULES:
        if known.setting is not None:
            found.setdefault(known.family, {})[known.id.partition(".")[2]] = known
    return found


@rule("rules.unknown", on=Project)
def unknown(project: Project, see: Analysis) -> Iterator[Finding]:
    """The `rules:` block names a rule that does not exist, or gives one a value it cannot have.

    **Why.** A rule that is misspelt would silently check nothing.

    Bad:
    ```yaml
    rules: {topics: {min_partition: 6}}
    ```
    Good:
    ```yaml
    rules: {topics: {min_partitions: 6}}
    ```
    """
    if project.rules_place is None:
        return
    known = settable()
    for family, block in project.rules.items():
        at = project.rules_place.at(family)
        if family in ALSO:
            yield Finding(at.key_span, f"`rules.{family}` is not supported in this version", help="Write the rules out.")
        elif family not in known:
            yield Finding(at.key_span, f"There is no family of rules '{family}'", help=did_you_mean(family, known))
        elif not isinstance(block, Mapping):
            yield Finding(at, f"`rules.{family}` holds rules and their settings", expected="a mapping", got=_shown(block))
        else:
            yield from _block(family, block, at, known[family])


def _block(family: str, block: Mapping[str, Any], at: Place, known: Mapping[str, Rule]) -> Iterator[Finding]:
    for name, value in block.items():
        if name not in known:
            yield Finding(at.at(name).key_span, f"There is no rule '{family}.{name}' to set", help=did_you_mean(name, known))
        elif not fits(known[name], value):
            yield Finding(
                at.at(name), f"'{family}.{name}' cannot be set to that", expected=_expected(known[name]), got=_shown(value)
            )


def fits(wanted: Rule, value: Any) -> bool:
    """Is that a value the rule can be set to?"""
    if wanted.id == "security.default_access":
        return value in ACCESS
    if wanted.setting is int:
        return isinstance(value, int) and not isinstance(value, bool) and value >= 0
    if wanted.setting is list:
        return isinstance(value, (list, tuple)) and all(isinstance(item, str) for item in value)
    return wanted.setting is not None and isinstance(value, wanted.setting)


def _expected(wanted: Rule) -> str:
    if wanted.id == "security.default_access":
        return " or ".join(ACCESS)
    assert wanted.setting is not None
    return WORDS[wanted.setting]


def _shown(value: Any) -> str:
    return "true" if value is True else "false" if value is False else "nothing" if value is None else str(value)[:80]
