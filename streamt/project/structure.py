"""What a spec needs beyond the type of each key: one of several, one with another, neither twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from streamt.diagnostics.model import Diagnostic
from streamt.load.document import Place, Route
from streamt.placeholders import has_placeholder
from streamt.project.draft import KINDS
from streamt.project.spec.exposure import ExposureSpec
from streamt.project.spec.model import ModelSpec
from streamt.project.spec.shared import FreshnessSpec, ReferenceSpec, SchemaSpec, SecuritySpec
from streamt.project.spec.source import SourceSpec
from streamt.project.spec.test import AssertionSpec, Distribution, TestSpec

Found = Iterator[Diagnostic]


def problems(section: str, spec: Any, place: Place, damaged: frozenset[Route]) -> Found:
    """`damaged`: where something wrong was already reported and taken out; what is missing there is no news."""
    check = _CHECKS.get(section)
    if check is not None:
        about = _About(f"{KINDS[section]} '{spec.name}'", _node(section, spec), damaged)
        yield from check(spec, place, about)


def _node(section: str, spec: Any) -> str:
    version = spec.version if section == "models" else None
    return f"{KINDS[section]}:{spec.name}" + (f"@v{version}" if version is not None else "")


class _About:
    """Which entry the diagnostics are about."""

    def __init__(self, label: str, node: str, damaged: frozenset[Route]) -> None:
        self.label = label
        self.node = node
        self.damaged = damaged

    def missing(self, scope: Place, place: Place, message: str, help: str | None = None) -> Found:
        """`scope` is the mapping that lacks the key, `place` where to say so."""
        mark = scope.document.mark(scope.route)
        if mark is None or mark.route not in self.damaged:
            yield Diagnostic(
                "project.missing_key",
                "error",
                f"{self.label} {message}",
                place.key_span,
                self.node,
                help=help,
            )

    def conflict(self, place: Place, message: str, help: str | None = None) -> Found:
        yield Diagnostic(
            "project.conflict", "error", f"{self.label} {message}", place.key_span, self.node, help=help
        )

    def value(self, place: Place, message: str, expected: str, got: object) -> Found:
        yield Diagnostic(
            "project.value", "error", f"{self.label} {message}", place.span, self.node, expected, f"'{got}'"
        )


def _source(spec: SourceSpec, place: Place, about: _About) -> Found:
    if spec.topic is None and spec.lookup is None:
        yield from about.missing(
            place,
            place.at("name"),
            "needs 'topic'",
            "name its Kafka topic, or say with `lookup:` which table it is",
        )
    if spec.topic is not None and spec.lookup is not None:
        yield from about.conflict(place.at("lookup"), "has both 'topic' and 'lookup'", "keep one of the two")
    if spec.changelog == "upsert" and not spec.key and not any(column.primary_key for column in spec.columns):
        yield from about.missing(
            place,
            place.at("changelog"),
            "needs 'key', since later records replace earlier ones of the same key",
        )
    yield from _columns_and_key(spec, place, about)
    yield from _schema(spec.schema_, place.at("schema"), about)
    yield from _freshness(spec.freshness, place.at("freshness"), about)
    yield from _policies(spec.security, place.at("security"), about)


def _columns_and_key(spec: SourceSpec | ModelSpec, place: Place, about: _About) -> Found:
    seen: dict[str, int] = {}
    for index, column in enumerate(spec.columns):
        at = place.at("columns", index)
        if column.name in seen:
            line = place.at("columns", seen[column.name]).line
            message = f"{about.label} lists column '{column.name}' twice (also on line {line})"
            yield Diagnostic(
                "names.duplicate",
                "error",
                message,
                at.at("name").span,
                about.node,
                help="keep one of the two",
            )
        seen.setdefault(column.name, index)
        if column.expression is not None and column.metadata is not None:
            yield from about.conflict(
                at.at("metadata"), f"has both 'expression' and 'metadata' for column '{column.name}'"
            )
        if spec.key and column.primary_key is True and column.name not in spec.key:
            yield from about.conflict(
                at.at("primary_key"), f"has a primary key column '{column.name}' that is not in its 'key'"
            )


def _schema(spec: SchemaSpec | None, place: Place, about: _About) -> Found:
    if spec is None:
        return
    in_registry = spec.definition is None and spec.file is None
    if spec.definition is not None and spec.file is not None:
        yield from about.conflict(
            place.at("file"), "has both 'schema.definition' and 'schema.file'", "keep one of the two"
        )
    if spec.registry is not None and not in_registry:
        key = "definition" if spec.definition is not None else "file"
        yield from about.conflict(
            place.at(key), f"has both 'schema.registry' and 'schema.{key}'", "keep one of the two"
        )
    if spec.version is not None and spec.registry is None:
        yield from about.conflict(
            place.at("version"), "has 'schema.version' without 'schema.registry'", "name the registry"
        )


def _freshness(spec: FreshnessSpec | None, place: Place, about: _About) -> Found:
    if spec is not None and spec.max_lag_seconds is not None and spec.max_lag_minutes is not None:
        yield from about.conflict(
            place.at("max_lag_minutes"),
            "has both 'max_lag_seconds' and 'max_lag_minutes'",
            "keep one of the two",
        )


def _policies(spec: SecuritySpec | None, place: Place, about: _About) -> Found:
    for index, policy in enumerate(spec.policies if spec else ()):
        yield from _one_of(policy, place.at("policies", index), about, "a policy")


def _one_of(spec: Any, place: Place, about: _About, what: str) -> Found:
    """Exactly one of a spec's keys."""
    kinds = [key for key, value in spec if value is not None]
    if not kinds:
        known = ", ".join(type(spec).model_fields)
        yield from about.missing(place, place, f"has {what} that says nothing", f"one of {known}")
    for extra in kinds[1:]:
        yield from about.conflict(
            place.at(extra), f"has '{kinds[0]}' and '{extra}' in {what}", f"write each as {what} of its own"
        )


def _references(specs: Sequence[ReferenceSpec], place: Place, about: _About) -> Found:
    for index, spec in enumerate(specs):
        at = place.at(index)
        if spec.ref is None and spec.source is None:
            yield from about.missing(
                at, at, "has an entry that names nothing", "write `ref: model` or `source: source`"
            )
        if spec.ref is not None and spec.source is not None:
            yield from about.conflict(
                at.at("source"), "has 'ref' and 'source' in one entry", "write each as an entry of its own"
            )
        if spec.source is not None and spec.version is not None:
            yield from about.conflict(
                at.at("version"), "asks for a version of a source; only models have versions"
            )


def _model(spec: ModelSpec, place: Place, about: _About) -> Found:
    if spec.sql is not None and spec.sql_file is not None:
        yield from about.conflict(
            place.at("sql_file"), "has both 'sql' and 'sql_file'", "keep one of the two"
        )
    if spec.deprecation_date is not None and not _is_date(spec.deprecation_date):
        yield from about.value(
            place.at("deprecation_date"),
            "has no date in 'deprecation_date'",
            "a date such as 2026-12-31",
            spec.deprecation_date,
        )
    yield from _references(spec.from_ or (), place.at("from"), about)
    yield from _columns_and_key(spec, place, about)
    yield from _schema(spec.schema_, place.at("schema"), about)
    yield from _policies(spec.security, place.at("security"), about)


def model_shape(spec: ModelSpec, place: Place, damaged: frozenset[Route]) -> Found:
    """What depends on the materialization, and so on the environment."""
    about = _About(f"model '{spec.name}'", _node("models", spec), damaged)
    has_sql, reads = spec.sql is not None or spec.sql_file is not None, len(spec.from_ or ())
    is_sink = spec.materialized == "sink" or (spec.materialized is None and spec.sink is not None)
    if not has_sql and reads > 1:
        yield from about.conflict(
            place.at("from"),
            f"reads {reads} others and has no SQL that says how",
            "write the SQL, or keep one of them",
        )
    if is_sink and not has_sql and reads == 0:
        yield from about.missing(
            place,
            place.at("name"),
            "is a sink and needs 'from'",
            "name what it reads: `from: [{ref: model}]`",
        )
    if is_sink and (spec.sink is None or spec.sink.connector is None):
        yield from about.missing(place.at("sink"), place.at("sink"), "is a sink and needs 'sink.connector'")
    if spec.materialized in ("flink", "virtual_topic") and not has_sql:
        yield from about.missing(
            place, place.at("materialized"), f"is materialized as {spec.materialized} and needs 'sql'"
        )


def _is_date(text: str) -> bool:
    if has_placeholder(text):
        return True
    try:
        date.fromisoformat(text)
    except ValueError:
        return False
    return True


def _test(spec: TestSpec, place: Place, about: _About) -> Found:
    for index, assertion in enumerate(spec.assertions):
        at = place.at("assertions", index)
        yield from _one_of(assertion, at, about, "an assertion")
        yield from _limits(assertion, at, about)
    for index, action in enumerate(spec.on_failure.actions if spec.on_failure else ()):
        yield from _one_of(action, place.at("on_failure", "actions", index), about, "an action")
    if spec.sample_size is not None and spec.type != "sample":
        yield from about.conflict(
            place.at("sample_size"), f"has 'sample_size', which a {spec.type} test does not use"
        )


def _limits(spec: AssertionSpec, place: Place, about: _About) -> Found:
    """Assertions that hold nothing without a limit."""
    if spec.range is not None and spec.range.min is None and spec.range.max is None:
        yield from about.missing(place.at("range"), place.at("range"), "has a range without 'min' or 'max'")
    if (
        spec.throughput is not None
        and spec.throughput.min_per_second is None
        and spec.throughput.max_per_second is None
    ):
        yield from about.missing(
            place.at("throughput"),
            place.at("throughput"),
            "has a throughput without 'min_per_second' or 'max_per_second'",
        )
    if isinstance(spec.distribution, Distribution):
        for index, bucket in enumerate(spec.distribution.buckets):
            at = place.at("distribution", "buckets", index)
            if bucket.expected_ratio is None and bucket.max_ratio is None:
                yield from about.missing(at, at, "has a bucket without 'expected_ratio' or 'max_ratio'")


def _exposure(spec: ExposureSpec, place: Place, about: _About) -> Found:
    if spec.type == "application" and spec.role is None:
        yield from about.missing(
            place, place.at("type"), "is an application and needs 'role'", "producer, consumer or both"
        )
    if spec.role == "producer" and spec.consumes:
        yield from about.conflict(
            place.at("consumes"), "is a producer and has 'consumes'", "write `role: both`"
        )
    if spec.role == "consumer" and spec.produces:
        yield from about.conflict(
            place.at("produces"), "is a consumer and has 'produces'", "write `role: both`"
        )
    for key in ("produces", "consumes", "depends_on"):
        yield from _references(getattr(spec, key), place.at(key), about)
    yield from _freshness(spec.freshness, place.at("freshness"), about)


_CHECKS: Mapping[str, Callable[[Any, Place, _About], Found]] = {
    "sources": _source,
    "models": _model,
    "tests": _test,
    "exposures": _exposure,
}
