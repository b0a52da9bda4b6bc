"""What is wrong with a text before anybody asks what it says: its encoding, its YAML syntax."""

from __future__ import annotations

import re

import yaml

from streamt.diagnostics.model import Diagnostic
from streamt.load import text as lines

_FORBIDDEN = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

MAX_DEPTH = 100
TOO_DEEP = f"nested more than {MAX_DEPTH} levels deep"
_CONFLICT = re.compile(r"^(?:<<<<<<<|>>>>>>>)(?= |\r?$)", re.MULTILINE)


def decode(path: str, content: bytes) -> tuple[str, Diagnostic | None]:
    """The text without its byte order mark; with a diagnostic, as much of the text as can be shown."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        good = content[: error.start].decode("utf-8-sig", "replace")
        shown = content.decode("utf-8", "replace")
        wide = content[:2] in (b"\xff\xfe", b"\xfe\xff")
        return shown, Diagnostic(
            "yaml.encoding",
            "error",
            "the file is not UTF-8",
            lines.span(path, good + " ", len(good), len(good) + 1),
            got="UTF-16" if wide else f"byte 0x{content[error.start]:02x}",
            help="save the file as UTF-8",
        )
    bad = _FORBIDDEN.search(text)
    if bad is None:
        return text, None
    return text, Diagnostic(
        "yaml.character",
        "error",
        "a control character, which YAML does not allow",
        lines.span(path, text, bad.start(), bad.end()),
        got=f"U+{ord(bad.group()):04X}",
        help='delete it, or write it as an escape in double quotes, such as "\\u0007"',
    )


_ADVICE = (
    (
        "mapping values are not allowed",
        "a colon where no key can stand",
        "put a value that holds `: ` in quotes, and check the indentation",
    ),
    ("could not find expected ':'", "a key without its colon", "write `key: value`; keep `key` on one line"),
    (
        "did not find expected '-' indicator",
        "this line does not line up with the list above it",
        "indent the entries of one list alike",
    ),
    (
        "did not find expected key",
        "this line does not line up with the mapping above it",
        "indent the keys of one mapping alike",
    ),
    ("found undefined tag handle", "a tag that means nothing here", "delete the tag"),
    ("cannot start any token", "a character that no plain value can start with", "put the value in quotes"),
    (
        "expected <block end>",
        "this line does not line up with what stands above it",
        "indent the entries of one list or mapping alike",
    ),
    (
        "while parsing a flow",
        "the list or mapping in brackets that starts on line {line} is not closed, or lacks a comma",
        "close the `[` or `{`, and separate its entries with commas",
    ),
)


def syntax_error(path: str, text: str, error: yaml.YAMLError) -> Diagnostic:
    """One parser error as a diagnostic, in words of ours where the case is a common one."""
    started, problem_mark = getattr(error, "context_mark", None), getattr(error, "problem_mark", None)
    mark = problem_mark or started
    offset = min(mark.index if mark else 0, len(text))
    tab = _tab(text, offset)
    if tab is not None:
        message = "a tab indents this line, and YAML allows spaces only"
        return Diagnostic(
            "yaml.tab", "error", message, lines.span(path, text, tab, tab + 1), help="replace it with spaces"
        )
    conflict = _CONFLICT.search(text)
    if conflict is not None:
        here = lines.span(path, text, conflict.start(), conflict.end())
        return Diagnostic(
            "yaml.syntax", "error", "a conflict of a merge is not resolved here", here,
            help="keep what is right of both sides, and delete the lines of markers",
        )  # fmt: skip
    words = (getattr(error, "context", None), getattr(error, "problem", None))
    problem = " ".join(word for word in words if word) or "not valid YAML"
    if "maximum nesting depth" in problem:  # of the YAML library, which looks ahead: ours is less
        return Diagnostic("yaml.depth", "error", TOO_DEEP, lines.span(path, text, offset, offset + 1))
    if started is not None and "unexpected end of stream" in problem:
        here = lines.span(path, text, started.index, started.index + 1)
        return Diagnostic(
            "yaml.syntax",
            "error",
            "the quoted text that starts here is never closed",
            here,
            help="close the quotes",
        )
    message, help_ = next(
        ((ours, advice) for key, ours, advice in _ADVICE if key in problem), (problem, None)
    )
    if started is not None:
        message = message.replace(
            "{line}", str(lines.line_and_column(text, min(started.index, len(text)))[0])
        )
    return Diagnostic("yaml.syntax", "error", message, lines.span(path, text, offset, offset + 1), help=help_)


def _tab(text: str, offset: int) -> int | None:
    """Where a tab stands that the parser stumbled over at `offset`."""
    row = lines.line_starts(text)[lines.line_and_column(text, offset)[0] - 1]
    indent = re.compile(r"[ ]*\t").match(text, row)
    if indent is not None and offset <= indent.end():
        return indent.end() - 1
    return offset if text[offset : offset + 1] == "\t" else None
