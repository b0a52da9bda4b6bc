"""The files of a project as documents: the root file, files of entities, environments, macros, SQL."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from streamt.diagnostics.model import Diagnostic, Span
from streamt.load.document import Document, text_document
from streamt.load.files import Layout
from streamt.load.syntax import decode
from streamt.load.tree import Tree, Unreadable, outside
from streamt.load.yaml import read_yaml
from streamt.project import parse
from streamt.project.draft import Draft
from streamt.project.spec import scalars
from streamt.project.spec.governance import PathsSpec
from streamt.project.spec.project import EnvironmentFile

NAME = re.compile(scalars.NAME)


@dataclass(frozen=True, slots=True)
class Environment:
    name: str
    document: Document
    data: Mapping[str, Any] = field(default_factory=dict)
    spec: EnvironmentFile = field(default_factory=EnvironmentFile)


def document(tree: Tree, path: str, found: list[Diagnostic]) -> Document:
    try:
        content = tree.read(path)
    except (FileNotFoundError, Unreadable) as error:
        found.append(unreadable(error, Span(path, 1, 1, 1, 1)))
        return Document(path, "")
    document, problems = read_yaml(path, content)
    found += problems
    return document


def unreadable(error: FileNotFoundError | Unreadable, span: Span) -> Diagnostic:
    if isinstance(error, Unreadable):
        return Diagnostic(error.rule, "error", error.reason, span, help=error.help)
    return Diagnostic("load.missing", "error", "there is no such file", span)


def text_file(tree: Tree, path: str, span: Span, found: list[Diagnostic]) -> Document | None:
    """A file of text; None, and a diagnostic at `span`, when it cannot be read."""
    try:
        content = tree.read(path)
    except (FileNotFoundError, Unreadable) as error:
        found.append(replace(unreadable(error, span), got=f"'{path}'"))
        return None
    text, problem = decode(path, content)
    if problem is not None:
        found.append(problem)
        return None
    return text_document(path, text)


def macros(tree: Tree, paths: tuple[str, ...], found: list[Diagnostic]) -> Iterator[Document]:
    for path in paths:
        document = text_file(tree, path, Span(path, 1, 1, 1, 1), found)
        if document is not None:
            yield document


def layout(tree: Tree, blocks: Draft, paths: PathsSpec | None) -> Layout:
    """The folders that `paths:` names, else the usual ones. Folders out of the project are reported and left out."""
    named: dict[str, tuple[str, ...]] = {}
    for key, folders in paths if paths else ():
        for folder in folders or ():
            span, got = blocks.place("paths", key).span, f"'{folder}'"
            if outside(folder):
                blocks.report("load.outside", span, f"'paths.{key}' leads out of the project", got=got)
            elif next(iter(tree.entries(_folder(folder))), None) is None:
                blocks.report(
                    "load.missing", span, f"'paths.{key}' names a folder that is not there, or empty", got=got
                )
        if folders is not None:
            named[key] = tuple(_folder(folder) for folder in folders if not outside(folder))
    return Layout(**named)


def _folder(path: str) -> str:
    return "/".join(step for step in path.replace("\\", "/").split("/") if step not in ("", "."))


def environments(tree: Tree, paths: tuple[str, ...], found: list[Diagnostic]) -> Iterator[Environment]:
    seen: dict[str, str] = {}
    for path in paths:
        written = document(tree, path, found)
        name = path.rpartition("/")[2].rpartition(".")[0]
        start = Span(path, 1, 1, 1, 1)
        if name in seen:
            message = f"environment '{name}' is also in {seen[name]}"
            found.append(Diagnostic("names.duplicate", "error", message, start, help="keep one of the two"))
            continue
        seen[name] = path
        if not NAME.fullmatch(name):
            found.append(
                Diagnostic(
                    "project.name",
                    "error",
                    "the file's name is not a name",
                    start,
                    expected=parse.NAME_EXPECTED,
                    got=f"'{name}'",
                )
            )
            continue
        draft = Draft("the environment", written, (), written.data if written.data is not None else {})
        spec = parse.read(draft, EnvironmentFile)
        found += draft.found
        data = with_nulls_of(written.data, draft.data) if spec else {}
        yield Environment(name, written, data, spec or EnvironmentFile())


def with_nulls_of(written: Any, read: Any) -> Mapping[str, Any]:
    """What was read, with the nulls that were written: in an environment a null unsets what lies below."""
    if not isinstance(written, dict) or not isinstance(read, dict):
        return read if isinstance(read, dict) else {}
    nulls = {key: None for key, value in written.items() if value is None}
    inner = {
        key: with_nulls_of(written[key], value) if isinstance(value, dict) else value
        for key, value in read.items()
        if key in written
    }
    return {**nulls, **inner}
