"""Facts -> findings: every rule over every node it is about."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from streamt.analysis.model import Analysis
from streamt.diagnostics.model import Diagnostic, Span, ordered
from streamt.project.model import Exposure, Function, Model, Project, Source, Test
from streamt.rules import RULES
from streamt.rules.rule import Finding, Rule, Subject
from streamt.rules.settings import fits


def lint(see: Analysis, rules: Sequence[Rule] = RULES) -> tuple[Diagnostic, ...]:
    """All findings of one project in one environment, in the order of its files."""
    return ordered(found for rule in rules for found in _findings(rule, see))


def _findings(rule: Rule, see: Analysis) -> Iterator[Diagnostic]:
    arguments: tuple[Any, ...] = ()
    if rule.setting is not None:
        value = setting(see.project.rules, rule)
        if value is None or value is False:
            return
        arguments = (value,)
    for subject in _subjects(rule.on, see.project):
        for finding in rule.check(subject, see, *arguments):
            yield _diagnostic(rule, subject, finding)


def setting(rules: Mapping[str, Any], rule: Rule) -> Any:
    """What the project's `rules:` block says for a rule; None when it says nothing, or what it cannot say (`rules.unknown`)."""
    family, _, name = rule.id.partition(".")
    block = rules.get(family)
    value = block.get(name) if isinstance(block, Mapping) else None
    return value if value is not None and fits(rule, value) else None


def _subjects(kind: type, project: Project) -> Sequence[Subject]:
    groups: Mapping[type, Sequence[Subject]] = {
        Project: (project,),
        Function: project.functions,
        Source: project.sources,
        Model: project.models,
        Test: project.tests,
        Exposure: project.exposures,
    }
    return groups[kind]


def _diagnostic(rule: Rule, subject: Subject, finding: Finding) -> Diagnostic:
    node = subject.id if isinstance(subject, (Source, Model, Test, Exposure)) else None
    return Diagnostic(
        rule=rule.id,
        severity=finding.severity or rule.severity,
        message=finding.message,
        span=finding.at if isinstance(finding.at, Span) else finding.at.span,
        node=node,
        expected=finding.expected,
        got=finding.got,
        help=finding.help,
        confidential=finding.confidential,
    )
