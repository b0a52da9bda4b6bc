"""Drafts -> specs. Every complaint of pydantic becomes one located diagnostic; what is wrong is taken out and the rest read on."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from streamt.diagnostics.model import Diagnostic, Span
from streamt.load.document import Document, Route
from streamt.load.text import line_text
from streamt.placeholders import has_placeholder
from streamt.project.draft import Draft
from streamt.project.merging import without_nulls
from streamt.project.vocabulary import choices_at, did_you_mean, dotted, keys_at, one_of

SpecType = TypeVar("SpecType", bound=BaseModel)

NAME_EXPECTED = "a letter, then letters, digits, _ or -, 128 at most"
_ROUNDS = (
    20  # each round takes out at least one wrong thing; more are only needed for mistakes behind mistakes
)

Complaint = Mapping[str, Any]


def read(draft: Draft, spec: type[SpecType]) -> SpecType | None:
    """The spec of what the draft holds; None when too little of it could be read. Diagnostics go to the draft."""
    if not isinstance(draft.data, dict):
        _not_a_mapping(draft)
        return None
    nulls = list(_nulls(draft.data))
    if nulls:
        _unknown_keys_without_value(draft, spec, nulls)
        draft.data = without_nulls(draft.data)
    taken: set[Route] = set()
    for _ in range(_ROUNDS):
        try:
            return spec.model_validate(draft.data)
        except ValidationError as error:
            complaints = error.errors(include_url=False)
        if not _repair(draft, spec, complaints, taken):
            return None
    return None


def _not_a_mapping(draft: Draft) -> None:
    kind = "nothing" if draft.data is None else _kind(draft.data)
    draft.report(
        "project.type",
        draft.place().span,
        f"this is no {draft.kind}",
        expected="a mapping, such as `- name: orders`" if draft.section.endswith("s") else "a mapping",
        got=kind,
    )


def _repair(draft: Draft, spec: type[BaseModel], complaints: Iterable[Complaint], taken: set[Route]) -> bool:
    """Report what is wrong and take it out; False when nothing of the entry is left to read."""
    out: set[Route] = set()
    for complaint in complaints:
        loc = _loc(complaint)
        if complaint["type"] == "string_type" and _as_written(draft, loc):
            continue
        if not (complaint["type"] == "missing" and loc in taken):
            _report(draft, spec, complaint, loc)
        out.add(loc[:-1] if complaint["type"] == "missing" else loc)
    if () in out:
        return False
    taken |= out
    draft.damaged |= {draft.origin(loc[:-1]) for loc in out}
    _take_out(draft, out)
    return True


def _loc(complaint: Complaint) -> Route:
    return tuple(step for step in complaint["loc"] if step != "[key]")


def _as_written(draft: Draft, loc: Route) -> bool:
    """`version: 1.20` where text is meant: take what stands in the file, not the number 1.2."""
    value = draft.at(*loc)
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    mark = draft.document.mark(draft.origin(loc))
    if mark is None or mark.value.line != mark.value.end_line:
        return False
    text = line_text(draft.document.text, mark.value.line)[mark.value.column - 1 : mark.value.end_column - 1]
    draft.put(loc, text or str(value), draft.origin(loc))
    return True


def _take_out(draft: Draft, out: set[Route]) -> None:
    lists: dict[Route, set[int]] = {}
    for loc in out:
        last = loc[-1]
        if isinstance(last, int):
            lists.setdefault(loc[:-1], set()).add(last)
        elif not any(loc[:length] in out for length in range(1, len(loc))):
            draft.drop(*loc)
    for steps, indexes in sorted(lists.items(), key=lambda item: -len(item[0])):
        entries = draft.at(*steps)
        if isinstance(entries, list):
            draft.keep(steps, [index for index in range(len(entries)) if index not in indexes])


# --- words for each complaint


def _report(draft: Draft, spec: type[BaseModel], complaint: Complaint, loc: Route) -> None:
    kind, value, context = complaint["type"], complaint.get("input"), complaint.get("ctx") or {}
    place = draft.place(*loc)
    where = f"'{dotted(loc)}' of {draft.label}"
    if kind == "extra_forbidden":
        _unknown_key(draft, spec, loc)
    elif kind == "missing":
        draft.report(
            "project.missing_key", draft.place(*loc[:-1]).key_span, f"{draft.label} needs '{dotted(loc)}'"
        )
    elif kind == "placeholder" or (
        isinstance(value, str) and kind in _NO_PLACEHOLDER and has_placeholder(value)
    ):
        what = context.get("what") or _NO_PLACEHOLDER[kind]
        message = f"{where} is {what}, and no placeholder can stand there"
        draft.report(
            "project.placeholder", place.span, message, got=_shown(value), help=f"write {what} itself"
        )
    elif kind == "string_pattern_mismatch":
        draft.report(
            "project.name", place.span, f"{where} is not a name", expected=NAME_EXPECTED, got=_shown(value)
        )
    elif kind == "literal_error":
        choices = choices_at(spec, loc)
        help_ = did_you_mean(str(value), choices)
        expected = one_of(choices) or context.get("expected")
        draft.report(
            "project.choice",
            place.span,
            f"{where} is none of the choices",
            expected=expected,
            got=_shown(value),
            help=help_,
        )
    else:
        _wrong_value(draft, place.span, where, complaint)


_NO_PLACEHOLDER = {"string_pattern_mismatch": "a name", "literal_error": "a choice"}

_EXPECTED = {
    "string_type": "text",
    "dict_type": "a mapping",
    "model_type": "a mapping",
    "model_attributes_type": "a mapping",
    "list_type": "a list",
    "bool_type": "true or false",
    "int_type": "a whole number",
    "too_short": "at least one entry",
}


def _wrong_value(draft: Draft, span: Span, where: str, complaint: Complaint) -> None:
    kind, value, context = complaint["type"], complaint.get("input"), complaint.get("ctx") or {}
    expected = context.get("expected") or _EXPECTED.get(kind) or complaint["msg"]
    wrong_type = kind in (
        "wrong_type",
        "dict_type",
        "model_type",
        "model_attributes_type",
        "list_type",
        "string_type",
        "bool_type",
    )
    got = context.get("got") or (
        _kind(value) if isinstance(value, dict | list) and kind != "too_short" else _shown(value)
    )
    help_ = None
    if kind == "string_type" and isinstance(value, bool):
        help_ = f'put it in quotes: "{str(value).lower()}"'
    elif expected == "true or false" and str(value).lower() in ("yes", "no", "on", "off"):
        help_ = f"write {'true' if str(value).lower() in ('yes', 'on') else 'false'}"
    elif kind == "list_type" and isinstance(value, str):
        help_ = f"write [{value}]"
    elif expected == "a mapping" and isinstance(value, str) and where.startswith("'topic' of model"):
        help_ = f"write {{name: {value}}}"
    rule = "project.type" if wrong_type else "project.value"
    message = f"{where} has the wrong type" if wrong_type else f"{where} has a value that is not allowed"
    draft.report(rule, span, message, expected=expected, got=got, help=help_)


def _unknown_key(draft: Draft, spec: type[BaseModel], loc: Route) -> None:
    key, parent = str(loc[-1]), loc[:-1]
    owner = f"'{dotted(parent)}' of {draft.label}" if parent else draft.label
    known = keys_at(spec, parent) or ()
    help_ = _split_at_a_comma(key) or did_you_mean(key, known) or (
        f"known keys: {', '.join(sorted(known))}" if known and len(known) <= 12 else None
    )
    draft.report("project.unknown_key", draft.place(*loc).key_span, f"{owner} has no key '{key}'", help=help_)


def _split_at_a_comma(key: str) -> str | None:
    """`{type: DECIMAL(10, 2)}` reads as a type `DECIMAL(10` and a key `2)`."""
    closes = key.endswith(")") and "(" not in key
    return 'put a value that holds a comma in quotes, such as type: "DECIMAL(10, 2)"' if closes else None


def _unknown_keys_without_value(draft: Draft, spec: type[BaseModel], nulls: Iterable[Route]) -> None:
    """A key with no value counts as absent, but a misspelt one is reported all the same."""
    for loc in nulls:
        known = keys_at(spec, loc[:-1])
        if known is not None and loc[-1] not in known:
            _unknown_key(draft, spec, loc)


def _nulls(data: Any) -> Iterator[Route]:
    pending: list[tuple[Route, Any]] = [((), data)]
    while pending:
        route, value = pending.pop()
        for key, item in value.items() if type(value) is dict else enumerate(value):
            if item is None and type(key) is str:
                yield (*route, key)
            elif type(item) is dict or type(item) is list:
                pending.append(((*route, key), item))


def _kind(value: Any) -> str:
    if isinstance(value, dict):
        return "a mapping"
    return "a list" if isinstance(value, list) else _shown(value)


def _shown(value: Any) -> str:
    if isinstance(value, bool) or value is None:
        return "null" if value is None else str(value).lower()
    text = str(value)
    return f"'{text if len(text) <= 60 else text[:57] + '...'}'" if isinstance(value, str) else text


def placeholder_keys(document: Document) -> Iterator[Diagnostic]:
    """Mapping keys written with a placeholder."""
    if "${" not in document.text or document.data is None:
        return
    for route in document.marks:
        key = route[-1] if route else None
        if isinstance(key, str) and "${" in key and has_placeholder(key):
            mark = document.marks[route]
            yield Diagnostic(
                "project.placeholder",
                "error",
                f"'{key}' is a key, and no placeholder can stand there",
                mark.key or mark.value,
                help="write the key itself",
            )
