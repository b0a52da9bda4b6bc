"""MATCH_RECOGNIZE and its patterns."""

from __future__ import annotations

import streamt.sql.parse.expressions as expressions
from streamt.sql.ast import (
    Alias,
    Derived,
    Expr,
    Interval,
    Literal,
    MatchRecognize,
    Pattern,
    PatternChoice,
    PatternDefine,
    PatternExclude,
    PatternPermute,
    PatternRepeat,
    PatternSequence,
    PatternSubset,
    PatternVariable,
    Relation,
    SelectItem,
    Table,
)
from streamt.sql.lexer import NAME_KINDS, STRING
from streamt.sql.parse.cursor import Cursor
from streamt.sql.parse.errors import SqlSyntaxError
from streamt.sql.parse.literals import digits, interval
from streamt.sql.parse.names import name_list
from streamt.sql.parse.ordering import sort_keys


def match_recognize(p: Cursor, source: Relation) -> MatchRecognize:
    if not isinstance(source, (Table, Derived)) or (source.alias and not _can_follow(source.alias)):
        raise SqlSyntaxError(
            "MATCH_RECOGNIZE reads one table or query, without an alias before it",
            p.starts[p.i],
            p.ends[p.i],
            help="write the alias behind MATCH_RECOGNIZE (..), or read from (SELECT * FROM ..)",
        )
    if source.alias:
        p.since((2, 2), p.i, "alias before MATCH_RECOGNIZE", "write it behind MATCH_RECOGNIZE (..)")
    p.i += 1
    p.expect("(")
    partition_by: tuple[Expr, ...] = ()
    if p.accept("PARTITION"):
        p.expect("BY")
        partition_by = expressions.values(p)
    order_by = sort_keys(p)
    measures = _measures(p)
    rows = _rows_per_match(p)
    skip, skip_to = _after_match(p)
    p.expect("PATTERN", "PATTERN and the pattern in parentheses")
    p.expect("(")
    anchored_start = p.accept("^")
    pattern = _pattern(p)
    anchored_end = _anchored_end(p)
    p.expect(")", "a variable, | or )")
    within = _within(p)
    subsets = _subsets(p)
    p.expect("DEFINE", "DEFINE and the conditions of the variables")
    defines = _defines(p)
    p.expect(")", "an operator, a comma or )")
    return MatchRecognize(
        source.start, p.end(), source, partition_by, order_by, measures, rows, skip, skip_to,
        pattern, anchored_start, anchored_end, within, subsets, defines,
    )  # fmt: skip


def _can_follow(alias: Alias) -> bool:
    """Behind `AS name` the planner reads on, behind the bare name or columns it does not."""
    return not alias.columns and alias.start != alias.at[0]


def _measures(p: Cursor) -> tuple[SelectItem, ...]:
    if not p.accept("MEASURES"):
        return ()
    measures = [_measure(p)]
    while p.accept(","):
        measures.append(_measure(p))
    return tuple(measures)


def _measure(p: Cursor) -> SelectItem:
    start = p.starts[p.i]
    value = expressions.value(p)
    p.expect("AS", "AS and the name of the measure")
    alias_start = p.starts[p.i]
    alias = p.name("the name of the measure")
    return SelectItem(start, p.end(), value, alias, alias_start)


def _rows_per_match(p: Cursor) -> str:
    kind = p.kinds[p.i]
    if kind not in {"ONE", "ALL"}:
        return ""
    words = f"{kind} {'ROW' if kind == 'ONE' else 'ROWS'} PER MATCH"
    for word in words.split():
        p.expect(word, words)
    return words


def _after_match(p: Cursor) -> tuple[str, str]:
    """How to go on after a match, and from which variable."""
    if not p.accept("AFTER"):
        return "", ""
    p.expect("MATCH", "MATCH SKIP")
    p.expect("SKIP")
    if p.accept("PAST"):
        p.expect("LAST", "LAST ROW")
        p.expect("ROW")
        return "PAST LAST ROW", ""
    p.expect("TO", "PAST LAST ROW, or TO and where")
    if p.kinds[p.i] == "NEXT":
        p.i += 1
        p.expect("ROW")
        return "TO NEXT ROW", ""
    skip = "TO LAST"
    if p.kinds[p.i] in {"FIRST", "LAST"} and p.kinds[p.i + 1] in NAME_KINDS:
        skip = f"TO {p.kinds[p.i]}"
        p.i += 1
    return skip, p.name("NEXT ROW, FIRST, LAST or a variable of the pattern")


def _within(p: Cursor) -> Interval | None:
    if not p.accept("WITHIN"):
        return None
    if p.kinds[p.i] != "INTERVAL":
        raise p.unexpected("INTERVAL '..' and a unit")
    made = interval(p)
    if not isinstance(made.value, Literal) or made.value.kind != "STRING":
        raise SqlSyntaxError(
            "WITHIN takes a constant interval", made.start, made.end, help="INTERVAL '10' MINUTE"
        )
    return made


def _subsets(p: Cursor) -> tuple[PatternSubset, ...]:
    if not p.accept("SUBSET"):
        return ()
    subsets = [_subset(p)]
    while p.accept(","):
        subsets.append(_subset(p))
    return tuple(subsets)


def _subset(p: Cursor) -> PatternSubset:
    start = p.starts[p.i]
    name = p.name("the name of the subset")
    p.expect("=")
    variables, _ = name_list(p, "a variable of the pattern")
    return PatternSubset(start, p.end(), name, variables)


def _defines(p: Cursor) -> tuple[PatternDefine, ...]:
    defines = [_define(p)]
    while p.accept(","):
        defines.append(_define(p))
    return tuple(defines)


def _define(p: Cursor) -> PatternDefine:
    start = p.starts[p.i]
    name = p.name("a variable of the pattern")
    p.expect("AS", "AS and a condition")
    condition = expressions.expression(p)
    return PatternDefine(start, p.end(), name, condition)


def _anchored_end(p: Cursor) -> bool:
    """`$` is a letter of identifiers to the lexer, so it comes as a name."""
    if p.texts[p.i] == "$":
        p.i += 1
        return True
    return False


def _pattern(p: Cursor) -> Pattern:
    depth = p.deeper(4)
    start = p.starts[p.i]
    choices = [_sequence(p)]
    while p.accept("|"):
        choices.append(_sequence(p))
    p.depth = depth
    if len(choices) == 1:
        return choices[0]
    return PatternChoice(start, p.end(), tuple(choices))


def _sequence(p: Cursor) -> Pattern:
    start = p.starts[p.i]
    items = [_factor(p)]
    while (p.kinds[p.i] in NAME_KINDS and p.texts[p.i] != "$") or p.kinds[p.i] in {"(", "{", "PERMUTE"}:
        items.append(_factor(p))
    if len(items) == 1:
        return items[0]
    return PatternSequence(start, p.end(), tuple(items))


def _factor(p: Cursor) -> Pattern:
    start = p.starts[p.i]
    item = _primary(p)
    i = p.i
    bounds = _quantifier(p)
    if bounds is None:
        return item
    low, high = bounds
    from_any = p.kinds[i : i + 2] == ["{", ","]
    greedy = not p.accept("?")
    return PatternRepeat(start, p.end(), item, low, high, greedy, from_any)


def _quantifier(p: Cursor) -> tuple[int, int | None] | None:
    kind = p.kinds[p.i]
    if kind == "{" and p.kinds[p.i + 1] == "-":
        return None
    bounds = {"*": (0, None), "+": (1, None), "?": (0, 1)}.get(kind)
    if bounds is not None:
        p.i += 1
        return bounds
    if not p.accept("{"):
        return None
    low = 0 if p.kinds[p.i] == "," else digits(p, "a number of repetitions")
    high: int | None = low
    if p.accept(","):
        high = (
            None if p.kinds[p.i] == "}" and p.kinds[p.i - 2] != "{" else digits(p, "a number of repetitions")
        )
    p.expect("}")
    return low, high


def _primary(p: Cursor) -> Pattern:
    start = p.starts[p.i]
    kind = p.kinds[p.i]
    if kind == "(":
        p.i += 1
        inner = _pattern(p)
        p.expect(")", "a variable, | or )")
        return inner
    if kind == "{":
        p.i += 1
        p.expect("-", "- after {")
        inner = _pattern(p)
        p.expect("-", "-}")
        p.expect("}", "-}")
        return PatternExclude(start, p.end(), inner)
    if kind == "PERMUTE":
        return _permute(p)
    if kind == STRING:
        raise p.unexpected("a variable of the pattern, without quotes")
    return PatternVariable(start, p.ends[p.i], p.name("a variable of the pattern"))


def _permute(p: Cursor) -> PatternPermute:
    start = p.starts[p.i]
    p.i += 1
    p.expect("(")
    items = [_pattern(p)]
    while p.accept(","):
        items.append(_pattern(p))
    p.expect(")", "a comma or )")
    return PatternPermute(start, p.end(), tuple(items))
