"""A grid of characters with a style each, for drawings in a terminal."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby

_RESET = "\x1b[0m"
STYLES = {
    "source": "\x1b[32m",
    "model": "\x1b[36m",
    "exposure": "\x1b[35m",
    "test": "\x1b[33m",
    "line": "\x1b[2m",
    "focus": "\x1b[1m",
    "dim": "\x1b[2m",
}


class Canvas:
    """Rows grow as they are written on. Later characters cover earlier ones."""

    def __init__(self) -> None:
        self._rows: list[dict[int, tuple[str, str]]] = []

    @property
    def height(self) -> int:
        return len(self._rows)

    def put(self, row: int, column: int, text: str, style: str = "line") -> None:
        while len(self._rows) <= row:
            self._rows.append({})
        for offset, character in enumerate(text):
            self._rows[row][column + offset] = (character, style)

    def at(self, row: int, column: int) -> str:
        return self._rows[row].get(column, " ")[0] if row < len(self._rows) else " "

    def lines(self, colour: bool) -> Iterator[str]:
        for cells in self._rows:
            width = max(cells, default=-1) + 1
            row = [cells.get(column, (" ", "")) for column in range(width)]
            yield "".join(
                _run(style, list(run), colour) for style, run in groupby(row, key=lambda cell: cell[1])
            ).rstrip()


def _run(style: str, cells: list[tuple[str, str]], colour: bool) -> str:
    return styled("".join(character for character, _ in cells), style if colour else "")


def styled(text: str, style: str) -> str:
    """Styles may be joined: `model focus`. No style leaves the text alone."""
    codes = "".join(STYLES[name] for name in style.split())
    return f"{codes}{text}{_RESET}" if codes else text


def printable(text: str) -> str:
    """Names come from strangers: a control character must not reach the terminal."""
    return "".join(character if character.isprintable() else "�" for character in text)
