"""Where the page of a thing stands: one folder for each, named so that any disk and any URL can hold it."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable

_UNSAFE = re.compile(r"[^A-Za-z0-9_-]+")
_LONGEST = 80
# Windows opens a device, not a folder, under these names.
_DEVICES = frozenset(
    {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))}
)


def slugs(names: Iterable[str]) -> dict[str, str]:
    """A slug for each name; names whose slugs differ by nothing or by case alone get a digest each."""
    unique = sorted(set(names))
    plain = {name: slug(name) for name in unique}
    times = Counter(text.lower() for text in plain.values())
    return {name: text if times[text.lower()] == 1 else _marked(text, name) for name, text in plain.items()}


def slug(name: str) -> str:
    """The name itself where it is safe, else what is safe of it and a digest of the whole."""
    safe = _UNSAFE.sub("-", name).strip("-_")[:_LONGEST]
    return safe if name and safe == name and safe.lower() not in _DEVICES else _marked(safe, name)


def _marked(text: str, name: str) -> str:
    digest = hashlib.sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{text}-{digest}" if text else digest


def page_uri(*parts: str) -> str:
    return "/".join((*parts, "index.md"))


def href(uri: str) -> str:
    """The address of a page's HTML, from the root of the site."""
    return uri.removesuffix(".md") + ".html"


def root(uri: str) -> str:
    """The way from a page back to the root of the site: "" or "../../"."""
    return "../" * uri.count("/")


def column_anchor(column: str) -> str:
    return f"column-{slug(column)}"
