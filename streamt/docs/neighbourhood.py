"""The small picture on every page: what is two steps above and below a node, laid out here and drawn as SVG."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from streamt.docs.catalog import Catalog, Entry

_STEPS = 2
_PER_COLUMN = 6
_WIDTH, _HEIGHT, _ACROSS, _DOWN, _MARGIN = 168, 44, 36, 12, 4
_LONGEST_LABEL = 21


@dataclass(frozen=True, slots=True)
class Box:
    """`entry` is None for the one that stands for those left out."""

    x: int
    y: int
    entry: Entry | None
    label: str
    focus: bool = False

    @property
    def text(self) -> str:
        return self.label if len(self.label) <= _LONGEST_LABEL else self.label[: _LONGEST_LABEL - 1] + "…"


@dataclass(frozen=True, slots=True)
class Line:
    d: str
    proven: bool


@dataclass(frozen=True, slots=True)
class Drawing:
    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Line, ...]
    above: int
    below: int
    left_out: int
    box_width: int = _WIDTH
    box_height: int = _HEIGHT


def drawing(catalog: Catalog, entry: Entry) -> Drawing | None:
    """None for a node that stands alone. Tests are listed on the page and drawn only beside themselves."""
    above = _within(catalog, catalog.upstream, entry, _STEPS)
    below = _within(catalog, catalog.downstream, entry, _STEPS)
    below = {key: step for key, step in below.items() if key not in above}
    if not above and not below:
        return None
    columns = {-step: keys for step, keys in _columns(above).items()} | _columns(below) | {0: [entry.key]}
    shown = {column: keys[:_PER_COLUMN] for column, keys in columns.items()}
    boxes = _boxes(catalog, entry, columns, shown)
    return Drawing(
        width=max(box.x for box in boxes) + _WIDTH + _MARGIN,
        height=max(box.y for box in boxes) + _HEIGHT + _MARGIN,
        boxes=boxes,
        lines=_lines(catalog, boxes),
        above=len(above),
        below=len(below),
        left_out=sum(len(columns[column]) - len(shown[column]) for column in columns),
    )


def _within(
    catalog: Catalog, beside: Mapping[str, tuple[str, ...]], entry: Entry, steps: int
) -> dict[str, int]:
    """Keys at most `steps` away, with the number of steps of the shortest way."""
    found: dict[str, int] = {}
    border = [entry.key]
    for step in range(1, steps + 1):
        reached = sorted(
            {key for near in border for key in beside.get(near, ())} - found.keys() - {entry.key}
        )
        border = [key for key in reached if catalog.entries[key].kind != "test"]
        found |= dict.fromkeys(border, step)
    return found


def _columns(steps: Mapping[str, int]) -> dict[int, list[str]]:
    columns: defaultdict[int, list[str]] = defaultdict(list)
    for key in sorted(steps):
        columns[steps[key]].append(key)
    return columns


def _boxes(
    catalog: Catalog, entry: Entry, columns: Mapping[int, list[str]], shown: Mapping[int, list[str]]
) -> tuple[Box, ...]:
    heights = {at: len(shown[at]) + (len(columns[at]) > len(shown[at])) for at in columns}
    tallest = max(heights.values())
    boxes: list[Box] = []
    for place, at in enumerate(sorted(columns)):
        x = _MARGIN + place * (_WIDTH + _ACROSS)
        top = _MARGIN + (tallest - heights[at]) * (_HEIGHT + _DOWN) // 2
        ys = [top + row * (_HEIGHT + _DOWN) for row in range(heights[at])]
        entries = [catalog.entries[key] for key in shown[at]]
        boxes += [Box(x, y, each, each.label, each is entry) for y, each in zip(ys, entries, strict=False)]
        if len(ys) > len(entries):
            boxes.append(Box(x, ys[-1], None, f"{len(columns[at]) - len(entries)} more"))
    return tuple(boxes)


def _lines(catalog: Catalog, boxes: Iterable[Box]) -> tuple[Line, ...]:
    placed = {box.entry.key: box for box in boxes if box.entry is not None}
    found = []
    for key, box in placed.items():
        for target in catalog.downstream.get(key, ()):
            if target in placed and placed[target].x >= box.x:
                found.append(Line(_curve(box, placed[target]), (key, target) not in catalog.unproven))
    return tuple(found)


def _curve(left: Box, right: Box) -> str:
    """From side to side; between two boxes of one column, around their left."""
    if left.x == right.x:
        y1, y2, out = left.y + _HEIGHT // 2, right.y + _HEIGHT // 2, left.x - _ACROSS // 2
        return f"M{left.x} {y1}C{out} {y1} {out} {y2} {left.x} {y2}"
    x1, y1 = left.x + _WIDTH, left.y + _HEIGHT // 2
    x2, y2 = right.x, right.y + _HEIGHT // 2
    bend = min((x2 - x1) // 2, _ACROSS)
    return f"M{x1} {y1}C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
