"""Every rule's page: of this folder's rules, and of what loading a project reports."""

from __future__ import annotations

from collections.abc import Mapping

from streamt.project.pages import PAGES, Page
from streamt.rules import RULES
from streamt.rules.rule import Rule


def pages() -> Mapping[str, Page]:
    """By rule id, sorted."""
    found = {page.rule: page for page in PAGES} | {rule.id: _page(rule) for rule in RULES}
    return dict(sorted(found.items()))


def _page(rule: Rule) -> Page:
    setting = "" if rule.setting is None else f"\n\nIt runs where the project's `rules:` block sets `{rule.id}`."
    return Page(rule.id, rule.severity, rule.summary, rule.page + setting)
