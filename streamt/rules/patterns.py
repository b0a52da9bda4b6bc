"""Regular expressions of a project's rules, matched in bounded time.

The pattern of a stranger's pull request must not hang lint, and Python's engine takes exponential time for `(a+)+$`. Here all
ways through a pattern are followed at once: the positions reached so far are the bits of one number, and each step of the
pattern moves them. Positions cannot multiply, so the time is the pattern's length times the text's, not their power.

Supported: characters, classes, `.`, groups, `|`, `*`, `+`, `?`, `{m,n}` (greedy or not), `^`, `$`, `\\b`, look-ahead.
Not supported: what needs memory (back references) or looks back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

MAX_PATTERN = 1_000  # characters
MAX_DEPTH = 30  # groups in groups
MAX_STEPS = 200_000  # moves of one match: far more than a pattern that is meant takes on a name of 249 characters
TOKEN = re.compile(
    r"(?P<atom>\\[dDwWsS]|\\[^A-Za-z0-9]|\\[tnrfv]|\\x[0-9a-fA-F]{2}|\[\^?\]?(?:\\.|[^\]\\])*\]|[^\\()\[|*+?^$])"
    r"|(?P<anchor>[\^$]|\\[AZbB])|(?P<open>\((?:\?(?::|=|!|P<\w+>))?)(?!\?)|(?P<close>\))|(?P<or>\|)",
    re.DOTALL,
)
REPEAT = re.compile(r"(?:(?P<sign>[*+?])|\{(?P<low>[0-9]{0,4})(?P<comma>,(?P<high>[0-9]{0,4}))?\})(?P<lazy>\??)(?P<possessive>\+?)")
SIGNS = {"*": (0, None), "+": (1, None), "?": (0, 1)}


class PatternError(ValueError):
    """The message says what is wrong, or what this engine leaves out."""


@dataclass(frozen=True, slots=True)
class Atom:
    """One character; `text` is a pattern of Python's own for a single character."""

    text: str


@dataclass(frozen=True, slots=True)
class Anchor:
    text: str


@dataclass(frozen=True, slots=True)
class Repeat:
    what: Node
    low: int
    high: int | None


@dataclass(frozen=True, slots=True)
class Ahead:
    what: Node
    wanted: bool


@dataclass(frozen=True, slots=True)
class Either:
    """One of several sequences."""

    ways: tuple[tuple[Node, ...], ...]


Node = Atom | Anchor | Repeat | Ahead | Either


@lru_cache(maxsize=64)
def compiled(pattern: str) -> Either:
    """The pattern, read. PatternError when it is no regular expression, or more than can be matched in bounded time."""
    if len(pattern) > MAX_PATTERN:
        raise PatternError(f"it has {len(pattern)} characters; {MAX_PATTERN:,} are read")
    try:
        found, refused = _parse(pattern), None
    except PatternError as error:
        found, refused = Either(()), error
    try:
        re.compile(pattern)
    except (re.error, OverflowError) as error:
        raise PatternError(str(error)) from None  # Python's word for what is no pattern at all
    except RecursionError:
        pass  # so deep that it was refused above
    if refused:
        raise refused
    return found


def matches(pattern: Either, text: str) -> bool:
    """Does the pattern match anywhere in the text? PatternError when finding out takes too long."""
    return bool(_Match(text).either(pattern, (1 << (len(text) + 1)) - 1))


@dataclass
class _Group:
    opening: str
    ways: list[list[Node]]


def _parse(pattern: str) -> Either:
    stack = [_Group("", [[]])]
    offset = 0
    while offset < len(pattern):
        found = TOKEN.match(pattern, offset)
        if found is None:
            raise PatternError(f"`{pattern[offset : offset + 8]}` at character {offset + 1} is not supported here")
        offset = found.end()
        node = _token(found, stack)
        if node is not None:
            repeated, offset = _repeated(node, pattern, offset)
            stack[-1].ways[-1].append(repeated)
    if len(stack) > 1:
        raise PatternError("a group is not closed")
    return _either(stack[0])


def _token(found: re.Match[str], stack: list[_Group]) -> Node | None:
    """The node a token completes; None while a group is open."""
    if found["atom"]:
        return Atom(found["atom"])
    if found["anchor"]:
        return Anchor(found["anchor"])
    if found["or"]:
        stack[-1].ways.append([])
        return None
    if found["open"]:
        if len(stack) > MAX_DEPTH:
            raise PatternError(f"more than {MAX_DEPTH} groups stand in each other")
        stack.append(_Group(found["open"], [[]]))
        return None
    if len(stack) == 1:
        raise PatternError("a `)` closes no group")
    group = stack.pop()
    return Ahead(_either(group), group.opening == "(?=") if group.opening in ("(?=", "(?!") else _either(group)


def _either(group: _Group) -> Either:
    return Either(tuple(tuple(way) for way in group.ways))


def _repeated(node: Node, pattern: str, offset: int) -> tuple[Node, int]:
    found = REPEAT.match(pattern, offset)
    if found is None or (found["sign"] is None and not (found["low"] or found["high"])):
        return node, offset
    if found["possessive"]:
        raise PatternError("possessive repetition is not supported here")
    if found["sign"]:
        low, high = SIGNS[found["sign"]]
    else:
        low = int(found["low"] or 0)
        high = (int(found["high"]) if found["high"] else None) if found["comma"] else low
    return Repeat(node, low, high), found.end()


class _Match:
    """One text, and the moves made so far. Bit i of a number stands for the place before character i."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._steps = 0
        self._masks: dict[str, int] = {}

    def either(self, node: Either, places: int) -> int:
        reached = 0
        for way in node.ways:
            here = places
            for part in way:
                if not here:
                    break
                here = self._after(part, here)
            reached |= here
        return reached

    def _after(self, node: Node, places: int) -> int:
        """The places reached from some places."""
        self._steps += 1
        if self._steps > MAX_STEPS:
            raise PatternError("it takes too long to match")
        if isinstance(node, Atom):
            return (places & self._mask(node.text)) << 1
        if isinstance(node, Anchor):
            return places & self._mask(node.text)
        if isinstance(node, Either):
            return self.either(node, places)
        if isinstance(node, Ahead):
            return self._ahead(node, places)
        return self._repeat(node, places)

    def _repeat(self, node: Repeat, places: int) -> int:
        for _ in range(node.low):
            if not places:
                return 0
            places = self._after(node.what, places)
        reached = fresh = places
        turns = 0
        while fresh and (node.high is None or turns < node.high - node.low):
            fresh = self._after(node.what, fresh) & ~reached
            reached |= fresh
            turns += 1
        return reached

    def _ahead(self, node: Ahead, places: int) -> int:
        kept = 0
        while places:
            place = places & -places
            places ^= place
            if bool(self._after(node.what, place)) == node.wanted:
                kept |= place
        return kept

    def _mask(self, step: str) -> int:
        """The places before a character that an atom takes, or at which an anchor holds."""
        if step not in self._masks:
            self._masks[step] = sum(1 << found.start() for found in re.finditer(step, self._text))
        return self._masks[step]
