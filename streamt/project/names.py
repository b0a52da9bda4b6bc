"""Names stand for one thing each: duplicates, twins that differ by case, versions that do not fit together."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from streamt.diagnostics.model import Diagnostic
from streamt.project.draft import KINDS
from streamt.project.gather import Entry

_NAMESPACES = (("sources", "models"), ("tests",), ("exposures",), ("functions",))


def unique(entries: tuple[Entry, ...]) -> tuple[Mapping[str, tuple[Entry, ...]], tuple[Diagnostic, ...]]:
    """The entries by section, the first of each name (and version) only; and what was wrong with the names."""
    kept: dict[str, list[Entry]] = {section: [] for section in KINDS}
    found: list[Diagnostic] = []
    for sections in _NAMESPACES:
        first: dict[str, dict[int | None, Entry]] = {}
        for entry in entries:
            if entry.section not in sections:
                continue
            known = first.setdefault(entry.name, {})
            earlier = _beside(known, _version(entry))
            if earlier is None:
                known[_version(entry)] = entry
                kept[entry.section].append(entry)
            else:
                found.append(_duplicate(entry, earlier))
        found += _twins(next(iter(known.values())) for known in first.values())
    found += _latest_versions(kept["models"])
    return {section: tuple(listed) for section, listed in kept.items()}, tuple(found)


def _version(entry: Entry) -> int | None:
    version = getattr(entry.spec, "version", None) if entry.section == "models" else None
    return version if isinstance(version, int) else None


def _beside(known: Mapping[int | None, Entry], version: int | None) -> Entry | None:
    """The entry of the same name that one of this version cannot live beside."""
    if version is None:
        return next(iter(known.values()), None)
    return known.get(version) or known.get(None)


def _where(entry: Entry) -> str:
    return f"{entry.place.path}:{entry.place.line}"


def _label(entry: Entry) -> str:
    version = _version(entry)
    return f"{KINDS[entry.section]} '{entry.name}'" + (f" version {version}" if version is not None else "")


def _node(entry: Entry) -> str:
    version = _version(entry)
    return f"{KINDS[entry.section]}:{entry.name}" + (f"@v{version}" if version is not None else "")


def _duplicate(entry: Entry, earlier: Entry) -> Diagnostic:
    mixed = (_version(entry) is None) != (_version(earlier) is None)
    message = f"{_label(entry)} has the name of {_label(earlier)} ({_where(earlier)})"
    if _label(entry) == _label(earlier):
        message = f"{_label(entry)} is declared a second time (first: {_where(earlier)})"
    if mixed and entry.section == earlier.section:
        help_ = "give every entry of this name a `version:`, or none"
    else:
        help_ = "rename one of them" + (
            ", or give each a `version:`" if entry.section == "models" == earlier.section else ""
        )
    return Diagnostic(
        "names.duplicate", "error", message, entry.place.at("name").span, _node(entry), help=help_
    )


def _twins(entries: Iterable[Entry]) -> Iterator[Diagnostic]:
    seen: dict[str, Entry] = {}
    for entry in entries:
        earlier = seen.setdefault(entry.name.lower(), entry)
        if earlier.name != entry.name:
            message = f"{_label(entry)} and {_label(earlier)} ({_where(earlier)}) differ by case only"
            yield Diagnostic(
                "names.case",
                "error",
                message,
                entry.place.at("name").span,
                _node(entry),
                help="rename one of them",
            )


def _latest_versions(models: list[Entry]) -> Iterator[Diagnostic]:
    by_name: dict[str, list[Entry]] = {}
    for entry in models:
        by_name.setdefault(entry.name, []).append(entry)
    for name, entries in by_name.items():
        declared = [entry for entry in entries if entry.spec.latest_version is not None]
        versions = {_version(entry) for entry in entries}
        for entry in declared:
            latest, first = entry.spec.latest_version, declared[0].spec.latest_version
            span = entry.place.at("latest_version").span
            if latest not in versions:
                message = f"model '{name}' has no version {latest}"
                known = (
                    ", ".join(str(version) for version in sorted(v for v in versions if v is not None))
                    or "none"
                )
                yield Diagnostic(
                    "names.latest_version",
                    "error",
                    message,
                    span,
                    _node(entry),
                    help=f"its versions: {known}",
                )
            elif latest != first:
                message = f"the versions of model '{name}' disagree on the latest one"
                yield Diagnostic(
                    "names.latest_version",
                    "error",
                    message,
                    span,
                    _node(entry),
                    expected=str(first),
                    got=str(latest),
                )
