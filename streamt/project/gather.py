"""The files of a project -> its entries, once for all environments: read, brought to canonical spelling, checked key by key."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from pydantic import BaseModel

from streamt.diagnostics.model import Diagnostic, Span
from streamt.load.document import Document, Place, Route
from streamt.load.files import ROOT_FILE, project_files
from streamt.load.marks import Marks
from streamt.load.tree import Tree
from streamt.project import compat, parse, reading
from streamt.project.draft import Draft
from streamt.project.merging import merged
from streamt.project.spec.exposure import ExposureSpec
from streamt.project.spec.function import FunctionSpec
from streamt.project.spec.model import ModelSpec
from streamt.project.spec.project import RootBlocks, RootFile
from streamt.project.spec.source import SourceSpec
from streamt.project.spec.test import TestSpec
from streamt.project.vocabulary import did_you_mean

SECTIONS: Mapping[str, type[BaseModel]] = {
    "sources": SourceSpec,
    "models": ModelSpec,
    "tests": TestSpec,
    "exposures": ExposureSpec,
    "functions": FunctionSpec,
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One source, model, ...: its spec, and `data`, the canonical mapping with the defaults laid under it."""

    section: str
    spec: Any
    data: Mapping[str, Any]
    place: Place
    own: frozenset[str]  # the keys that it has itself, not from the defaults
    damaged: frozenset[Route]  # where, in the file, something wrong was taken out of it

    @property
    def name(self) -> str:
        return str(self.data.get("name"))


@dataclass(frozen=True, eq=False)
class Gathered:
    """A project as written, whatever the environment."""

    tree: Tree
    root: Document
    blocks: RootBlocks | None
    data: Mapping[str, Any]  # of the root file
    entries: tuple[Entry, ...]
    environments: tuple[reading.Environment, ...]
    macros: tuple[Document, ...]
    documents: Mapping[str, Document]
    diagnostics: tuple[Diagnostic, ...]


def gather(tree: Tree) -> Gathered:
    """Read every file of the project. What is wrong is in `diagnostics`; what could be read is in `entries`."""
    found: list[Diagnostic] = []
    root = reading.document(tree, ROOT_FILE, found)
    blocks = _blocks(root)
    spec = parse.read(blocks, RootFile)
    _needs_project(blocks, spec)
    files, problems = project_files(tree, reading.layout(tree, blocks, spec.paths if spec else None))
    found += problems
    documents = [root, *(reading.document(tree, path, found) for path in files.entities)]
    environments = tuple(reading.environments(tree, files.environments, found))
    macros = tuple(reading.macros(tree, files.macros, found))
    drafts = _drafts(documents, names_in(documents, blocks), found)
    read = [(draft, *_read(draft, blocks)) for draft in drafts]
    final = _rewritten(documents, drafts)
    found += [diagnostic for draft in [blocks, *drafts] for diagnostic in draft.found]
    for document in [*documents, *(environment.document for environment in environments)]:
        found += parse.placeholder_keys(document)
    others = [*macros, *(environment.document for environment in environments)]
    return Gathered(
        tree=tree,
        root=final[ROOT_FILE],
        blocks=spec,
        data=blocks.mapping() if spec else {},
        entries=tuple(_entry(draft, entity, own, final) for draft, entity, own in read if entity is not None),
        environments=environments,
        macros=macros,
        documents={**final, **{document.path: document for document in others}},
        diagnostics=tuple(found),
    )


# --- root file, environments


def _needs_project(blocks: Draft, spec: RootBlocks | None) -> None:
    if spec is not None and spec.project is None and not blocks.found:
        message = "the project file needs 'project'"
        blocks.report(
            "project.missing_key",
            Span(ROOT_FILE, 1, 1, 1, 1),
            message,
            help="name the project: `project: {name: orders}`",
        )


def _blocks(root: Document) -> Draft:
    """The root file without its entities."""
    data = root.data if isinstance(root.data, dict) else {}
    return Draft(
        "the project file", root, (), {key: value for key, value in data.items() if key not in SECTIONS}
    )


# --- entries


def names_in(documents: list[Document], blocks: Draft) -> compat.Names:
    """The names that the files declare, read before anything is checked."""
    found: dict[str, set[str]] = {"sources": set(), "models": set()}
    for document in documents:
        data = document.data if isinstance(document.data, dict) else {}
        for section, names in found.items():
            entries = data.get(section)
            for entry in entries if isinstance(entries, list) else ():
                if isinstance(entry, dict) and isinstance(entry.get("name"), str):
                    names.add(entry["name"])
    clusters = frozenset(blocks.mapping("runtime", "connect", "clusters"))
    return compat.Names(frozenset(found["sources"]), frozenset(found["models"]), clusters)


def _drafts(documents: list[Document], names: compat.Names, found: list[Diagnostic]) -> list[Draft]:
    drafts: list[Draft] = []
    for document in documents:
        if isinstance(document.data, dict):
            found += _misplaced(document)
            for section in SECTIONS:
                drafts += _section(document, section, found)
    for draft in drafts:
        compat.rewrite(draft, names)
    wanted = [topic for topic in map(compat.upstream_topic, drafts) if topic is not None]
    if wanted:
        by_name = {
            draft.name: draft for draft in drafts if draft.name and draft.section in ("sources", "models")
        }
        for topic in wanted:
            compat.name_upstream(topic, by_name)
    return drafts


def _misplaced(document: Document) -> Iterator[Diagnostic]:
    """Keys of the root file, or of none, in another file."""
    if document.path == ROOT_FILE or not isinstance(document.data, dict):
        return
    for key in document.data:
        if key in SECTIONS:
            continue
        place = Place(document, (key,))
        if key in RootBlocks.model_fields:
            help_: str | None = f"move it to {ROOT_FILE}"
        else:
            help_ = did_you_mean(key, SECTIONS) or f"known keys: {', '.join(SECTIONS)}"
        yield Diagnostic(
            "project.unknown_key",
            "error",
            f"a file of entities has no key '{key}'",
            place.key_span,
            help=help_,
        )


def _section(document: Document, section: str, found: list[Diagnostic]) -> Iterator[Draft]:
    entries = document.data.get(section) if isinstance(document.data, dict) else None
    if entries is None:
        return
    if not isinstance(entries, list):
        message = f"'{section}' is not a list"
        span = Place(document, (section,)).span
        found.append(
            Diagnostic("project.type", "error", message, span, expected="a list, such as `- name: orders`")
        )
        return
    for index, data in enumerate(entries):
        yield Draft(section, document, (section, index), data)


def _read(draft: Draft, blocks: Draft) -> tuple[Any, frozenset[str]]:
    """The spec of an entry with the defaults laid under it, and the keys that it has itself."""
    own = frozenset(draft.data) if isinstance(draft.data, dict) else frozenset()
    if own:
        below = _defaults(draft.section, blocks)
        if below:
            draft.data = merged(below, draft.data)
    return parse.read(draft, SECTIONS[draft.section]), own


def _defaults(section: str, blocks: Draft) -> Mapping[str, Any]:
    defaults = blocks.mapping("defaults", section) if section in ("models", "tests") else {}
    topics = blocks.mapping("defaults", "topics")
    if section == "models" and topics:
        return merged({"topic": topics}, defaults)
    return defaults


def _rewritten(documents: list[Document], drafts: list[Draft]) -> dict[str, Document]:
    """The documents, with the places of what was rewritten."""
    moved: dict[str, dict[Route, Route]] = {}
    for draft in drafts:
        if draft.moved:
            moved.setdefault(draft.document.path, {}).update(draft.moved)
    return {
        document.path: replace(document, marks=document.marks.moving(moved[document.path]))
        if document.path in moved and isinstance(document.marks, Marks)
        else document
        for document in documents
    }


def _entry(draft: Draft, spec: Any, own: frozenset[str], documents: Mapping[str, Document]) -> Entry:
    place = Place(documents[draft.document.path], draft.route)
    return Entry(draft.section, spec, draft.data, place, own, frozenset(draft.damaged))
