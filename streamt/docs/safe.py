"""Project data on its way into a page: the one place that decides what of it may be markup.

Templates escape every value by themselves (autoescape). Only what this module returns goes in as it is: descriptions with a
few harmless inline marks, highlighted code, JSON inside a script. Links go to http, https and mailto and nowhere else.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import yaml
from markupsafe import Markup, escape

_LONGEST_PROSE = 20_000
_SCHEMES = ("http://", "https://", "mailto:")
_CONTROL = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")
# Each repetition is bounded: hostile text costs no more than its length times a constant.
_INLINE = re.compile(
    r"`(?P<code>[^`\n]{1,400})`"
    r"|\[(?P<label>[^\[\]\n]{1,300})\]\((?P<target>[^()\s]{1,1000})\)"
    r"|(?P<bare>https?://[^\s<>\"'`()]{1,1000})"
    r"|\*\*(?P<strong>[^*\n]{1,300})\*\*"
    r"|(?<![\w*])\*(?P<em>[^*\n]{1,300})\*(?![\w*])"
)


def url(text: str | None) -> str | None:
    """The address, or None where it is not one a reader may safely be sent to."""
    if text is None or _CONTROL.search(text) or not text.lower().startswith(_SCHEMES):
        return None
    return text


def link(target: str | None, label: str) -> Markup:
    """A link that leaves the site; the label alone where the target is not safe."""
    if url(target) is None:
        return escape(label)
    return Markup('<a href="{}" rel="noopener noreferrer">{}</a>').format(target, label)


def prose(text: str | None) -> Markup:
    """A description: paragraphs, `- ` lists, `code`, *emphasis*, **strong**, [links](https://..) and bare addresses."""
    if not text or not text.strip():
        return Markup("")
    cut = text if len(text) <= _LONGEST_PROSE else text[:_LONGEST_PROSE] + " …"
    blocks = re.split(r"\n[ \t]*\n", cut.replace("\r\n", "\n").strip())
    return Markup("").join(_block(block) for block in blocks if block.strip())


def line(text: str | None, longest: int = 140) -> Markup:
    """The first paragraph of a description on one line, cut at a word, with no links: for tables that link already."""
    first = " ".join(re.split(r"\n[ \t]*\n", (text or "").strip(), maxsplit=1)[0].split())
    if len(first) > longest:
        first = first[:longest].rsplit(" ", 1)[0].rstrip(".,;:") + " …"
    return _inline(first, links=False)


def _block(block: str) -> Markup:
    lines = [line.strip() for line in block.split("\n")]
    if all(line.startswith(("- ", "* ")) for line in lines):
        items = Markup("").join(Markup("<li>{}</li>").format(_inline(line[2:])) for line in lines)
        return Markup("<ul>{}</ul>").format(items)
    return Markup("<p>{}</p>").format(_inline("\n".join(lines)))


def _inline(text: str, links: bool = True) -> Markup:
    return Markup("").join(_pieces(text, links))


def _pieces(text: str, links: bool) -> Iterator[Markup]:
    end = 0
    for match in _INLINE.finditer(text):
        yield escape(text[end : match.start()])
        yield _piece(match, links)
        end = match.end()
    yield escape(text[end:])


def _piece(match: re.Match[str], links: bool) -> Markup:
    match match.lastgroup:
        case "code":
            return Markup("<code>{}</code>").format(match["code"])
        case "target":
            return link(match["target"], match["label"]) if links else escape(match["label"])
        case "bare":
            return link(match["bare"], match["bare"]) if links else escape(match["bare"])
        case "strong":
            return Markup("<strong>{}</strong>").format(match["strong"])
        case _:
            return Markup("<em>{}</em>").format(match["em"])


@lru_cache(maxsize=1)
def _sql() -> tuple[Any, Any]:
    from pygments.formatters import HtmlFormatter
    from pygments.lexers import get_lexer_by_name

    return get_lexer_by_name("sql+jinja", stripnl=True), HtmlFormatter(nowrap=True)


def sql(text: str) -> Markup:
    """SQL with its template marks, highlighted; the classes are Pygments', which most themes style."""
    from pygments import highlight

    lexer, formatter = _sql()
    marked = highlight(text, lexer, formatter)
    return Markup(f'<div class="highlight"><pre><code>{marked.rstrip()}</code></pre></div>')


def as_yaml(value: Any) -> str:
    """A declared block as people wrote it, but sorted."""
    return yaml.safe_dump(value, allow_unicode=True, default_flow_style=False, width=100).rstrip()


def script(name: str, value: Any) -> bytes:
    """A script that sets one global to plain data, for pages that must also work where `fetch` does not (file://).

    `<`, `>`, `&` and the line separators are escaped inside strings, so that the text stays data wherever it is put.
    """
    text = json.dumps(value, sort_keys=True, ensure_ascii=True, separators=(",", ":"))
    for mark in "<>&":
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return f"window.{name} = {text};\n".encode("ascii")
