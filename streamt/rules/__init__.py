"""The rules, a module per family. To add one: write the function in its family's module, and its cases in tests/rules/."""

from streamt.rules import (
    access,
    clusters,
    columns,
    contracts,
    exposures,
    functions,
    models,
    references,
    residency,
    runtime,
    secrets,
    security,
    settings,
    sources,
    sql,
    streaming,
    tests,
    topic_names,
    topics,
)
from streamt.rules.rule import Rule, rules_of

FAMILIES = (
    settings, references, access, functions, sql, columns, contracts, streaming, runtime, clusters, topics,
    topic_names, sources, models, tests, exposures, security, secrets, residency,
)  # fmt: skip

RULES: tuple[Rule, ...] = tuple(found for family in FAMILIES for found in rules_of(family))
