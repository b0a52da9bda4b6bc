"""What a random query is built of: a source of randomness, the columns in sight, relations with their columns."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple, TypeVar

T = TypeVar("T")

# A tag is a type the grammar knows how to build; "?" is the type of a call nobody predicted.
TYPES = {
    "b": "BOOLEAN", "ti": "TINYINT", "si": "SMALLINT", "i": "INT", "bi": "BIGINT", "f": "FLOAT", "d": "DOUBLE",
    "dec": "DECIMAL(10, 2)", "dec0": "DECIMAL(20, 0)", "dec38": "DECIMAL(38, 18)",
    "c": "CHAR(5)", "v": "VARCHAR(10)", "s": "STRING", "bin": "BINARY(4)", "vb": "VARBINARY(6)", "bs": "BYTES",
    "dt": "DATE", "tm": "TIME(0)", "ts0": "TIMESTAMP(0)", "ts3": "TIMESTAMP(3)", "ts6": "TIMESTAMP(6)",
    "ts9": "TIMESTAMP(9)", "tz3": "TIMESTAMP_LTZ(3)", "tz6": "TIMESTAMP_LTZ(6)",
    "ai": "ARRAY<INT>", "ain": "ARRAY<INT NOT NULL>", "ad": "ARRAY<DOUBLE>", "astr": "ARRAY<STRING>",
    "aai": "ARRAY<ARRAY<INT>>", "ar": "ARRAY<ROW<a INT, b STRING>>", "mi": "MULTISET<INT>",
    "m": "MAP<STRING, INT>", "mii": "MAP<INT, INT>", "mn": "MAP<INT NOT NULL, STRING NOT NULL>",
    "r": "ROW<a INT, b STRING>", "rn": "ROW<a INT NOT NULL, r2 ROW<x DOUBLE>>", "va": "VARIANT",
}  # fmt: skip
COMMON = ("i", "bi", "s", "dec", "d", "ts3", "b", "v", "c", "dt", "si", "ti", "f", "dec38", "tz3")
KEYS = ("i", "bi", "s", "v", "c", "dt", "b", "si")  # what people group and join by


class Field(NamedTuple):
    """`ref` is how the column is written where it is in sight, `name` what it is called one level up."""

    ref: str
    name: str
    tag: str
    time: str | None = None


@dataclass(frozen=True, slots=True)
class Relation:
    """`text` stands in FROM. `append`: rows are never updated. `window`: the three window columns are among the fields."""

    text: str
    fields: tuple[Field, ...]
    append: bool = True
    window: bool = False

    def of(self, *tags: str) -> tuple[Field, ...]:
        return tuple(column for column in self.fields if column.tag in tags)

    @property
    def rowtimes(self) -> tuple[Field, ...]:
        return tuple(column for column in self.fields if column.time == "rowtime")

    @property
    def proctimes(self) -> tuple[Field, ...]:
        return tuple(column for column in self.fields if column.time == "proctime")


@dataclass(frozen=True, slots=True)
class Select:
    """A query; its fields' `ref` is empty until it gets an alias."""

    text: str
    fields: tuple[Field, ...]
    append: bool = True


@dataclass(slots=True)
class Draw:
    """Randomness with a counter for aliases; the same seed draws the same query."""

    seed: str
    aliases: int = 0
    source: random.Random = field(init=False)

    def __post_init__(self) -> None:
        self.source = random.Random(self.seed)

    def one(self, options: Sequence[T]) -> T:
        return options[self.source.randrange(len(options))]

    def some(self, options: Sequence[T], most: int) -> tuple[T, ...]:
        """One to `most` of them, in their order."""
        count = min(len(options), self.source.randint(1, most))
        return tuple(options[at] for at in sorted(self.source.sample(range(len(options)), count)))

    def chance(self, share: float) -> bool:
        return self.source.random() < share

    def number(self, low: int, high: int) -> int:
        return self.source.randint(low, high)

    def alias(self) -> str:
        self.aliases += 1
        return f"t{self.aliases}"


def aliased(draw: Draw, fields: Sequence[Field]) -> tuple[str, tuple[Field, ...]]:
    """A fresh alias, and the columns as they are written behind it."""
    alias = draw.alias()
    return alias, tuple(column._replace(ref=f"{alias}.`{column.name}`") for column in fields)


def derived(draw: Draw, select: Select) -> Relation:
    alias, fields = aliased(draw, select.fields)
    return Relation(f"({select.text}) AS {alias}", fields, select.append)


def without_time(relation: Relation) -> Relation:
    return replace(relation, fields=tuple(column._replace(time=None) for column in relation.fields))
