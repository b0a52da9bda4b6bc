"""Pages as plain Markdown files, for any generator that lets HTML through.

Headings are Markdown, so that a generator finds them; what stands under them is one HTML block without a blank line, which
ends such a block in CommonMark.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import yaml

from streamt.docs import addresses
from streamt.docs.assets import FOLDER
from streamt.docs.page import Page, Site
from streamt.errors import CannotRun

LISTING = f"{FOLDER}/files.txt"
_BEFORE_BLANK = re.compile(r"\n(?=[ \t]*\n)")


def text(page: Page) -> str:
    front = yaml.safe_dump({"title": page.title}, allow_unicode=True, width=10**6)
    root = addresses.root(page.uri)
    style = f'<link rel="stylesheet" href="{root}{FOLDER}/catalog.css">\n'
    script = f'\n<script src="{root}{FOLDER}/catalog.js" defer></script>\n'
    return "".join(("---\n", front, "---\n\n", _block(style + page.lead), *_parts(page), script))


def _parts(page: Page) -> Iterator[str]:
    for section in page.sections:
        yield f"\n## {section.heading}\n\n"
        yield _block(section.html)


def _block(html: str) -> str:
    """A newline that would make a blank line becomes a character reference: the same white space to a browser."""
    return f'<div class="streamt">\n{_BEFORE_BLANK.sub("&#10;", html.strip())}\n</div>\n'


def write(site: Site, folder: Path) -> None:
    """Writes pages and assets; a file that holds the same already is left alone, and one of an earlier run that is no longer
    part of the site is removed.

    CannotRun when a file cannot be written.
    """
    files = {page.uri: text(page).encode("utf-8", "replace") for page in site.pages}
    files |= {asset.uri: asset.content for asset in site.assets}
    listing = folder / LISTING
    earlier = set(listing.read_text("utf-8").splitlines()) if listing.is_file() else set()
    for uri in sorted(earlier - files.keys()):
        _remove(folder, uri)
    for uri, content in files.items():
        _write(folder / uri, content)
    _write(listing, "".join(f"{uri}\n" for uri in sorted(files)).encode())


def _remove(folder: Path, uri: str) -> None:
    """A listing that somebody wrote by hand must not lead out of the folder."""
    path = (folder / uri).resolve()
    if path.is_relative_to(folder.resolve()):
        path.unlink(missing_ok=True)


def _write(path: Path, content: bytes) -> None:
    try:
        if path.is_file() and path.read_bytes() == content:
            return
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    except OSError as error:
        raise CannotRun(f"Cannot write {path}: {error.strerror}.") from error
