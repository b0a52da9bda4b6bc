"""Projects that only exist in memory, and how tests write down what is found in them."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from streamt.diagnostics.model import Diagnostic
from streamt.load.tree import Entry


@dataclass(frozen=True)
class Memory:
    """A Tree over a mapping of paths to texts."""

    files: Mapping[str, str | bytes]

    def entries(self, folder: str) -> Iterator[Entry]:
        names = {}
        for path in self.files:
            inside = posixpath.relpath(path, folder or ".")
            if not inside.startswith(".."):
                first, _, rest = inside.partition("/")
                names[posixpath.join(folder, first)] = "folder" if rest else "file"
        for path, kind in sorted(names.items()):
            yield Entry(path, "folder" if kind == "folder" else "file")

    def read(self, path: str) -> bytes:
        if path not in self.files:
            raise FileNotFoundError(path)
        content = self.files[path]
        return content.encode() if isinstance(content, str) else content


def line(found: Diagnostic) -> str:
    """`models/a.yml:4:5 project.type Message | expected x | got y | help z`; warnings say so."""
    span = found.span
    where = f"{span.path}:{span.line}:{span.column}" if span else "-"
    details = [(found.expected, "expected"), (found.got, "got"), (found.help, "help")]
    severity = "" if found.severity == "error" else f" ({found.severity})"
    return " | ".join(
        [
            f"{where} {found.rule}{severity} {found.message}",
            *(f"{word} {text}" for text, word in details if text),
        ]
    )
