"""Patterns of MATCH_RECOGNIZE: which Flink has a plan for."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from streamt.sql import ast
from streamt.sql.bind.context import Binding
from streamt.sql.bind.intervals import milliseconds

UNPLANNED: dict[type, str] = {
    ast.PatternChoice: "alternatives (A | B)",
    ast.PatternPermute: "PERMUTE",
    ast.PatternExclude: "exclusion ({- A -})",
}


def variables(pattern: ast.Pattern) -> Iterator[ast.PatternVariable]:
    for item in _parts(pattern):
        if type(item) is ast.PatternVariable:
            yield item


def check_pattern(b: Binding, node: ast.MatchRecognize) -> None:
    if node.rows.startswith("ALL"):
        b.report("unsupported", "Flink knows ONE ROW PER MATCH only", node.start, node.end, help="write ONE ROW PER MATCH, and the columns under MEASURES")
    if not node.measures:
        b.report("no_stream_plan", "MATCH_RECOGNIZE without MEASURES has no plan", node.start, node.end, help="MEASURES A.column AS name, .. before PATTERN")
    for part in _parts(node.pattern):
        what = UNPLANNED.get(type(part))
        if what is not None:
            b.report("no_stream_plan", f"Flink's patterns have no {what}", part.start, part.end, help="use UNION ALL of two patterns")
        if type(part) is ast.PatternRepeat:
            _check_repeat(b, part)
    _check_end(b, node.pattern)
    _check_names(b, node)
    _check_within(b, node)


def _check_repeat(b: Binding, part: ast.PatternRepeat) -> None:
    if type(part.item) is not ast.PatternVariable:
        b.report("no_stream_plan", "only a variable can be repeated, not a group of them", part.start, part.end,
                 help="write the repetitions one after the other, with a name for each variable")  # fmt: skip
    elif part.from_any:
        b.report("no_stream_plan", "a repetition has a lower bound", part.start, part.end, help=f"write {{0,{part.high}}}")
    elif part.high is not None and part.high < max(part.low, 1):
        b.report("no_stream_plan", "the repetition ends before it starts", part.start, part.end, help="A{2}, A{2,} or A{2,4}")
    elif not part.greedy and (part.low, part.high) == (0, 1):
        b.report("no_stream_plan", "Flink has no reluctant optional variable (`??`)", part.start, part.end, help="write `?`")


def _check_end(b: Binding, pattern: ast.Pattern) -> None:
    last = pattern
    while type(last) is ast.PatternSequence and last.items:
        last = last.items[-1]
    if type(last) is ast.PatternRepeat and last.greedy and (last.low, last.high) != (0, 1) and last.low != last.high:
        b.report("no_stream_plan", "a pattern cannot end with a greedy repetition: it would never be complete", last.start, last.end,
                 help="end with a single variable, or make it reluctant: A+?")  # fmt: skip
    if _may_be_empty(pattern):
        b.report("no_stream_plan", "the pattern matches nothing at all too", pattern.start, pattern.end,
                 help="make at least one variable obligatory: A+ instead of A*")  # fmt: skip


def _check_names(b: Binding, node: ast.MatchRecognize) -> None:
    used = Counter(variable.name for variable in variables(node.pattern))
    for variable in variables(node.pattern):
        if used[variable.name] > 1:
            b.report("no_stream_plan", f"`{variable.name}` comes twice in the pattern", variable.start, variable.end,
                     help="give each place a variable of its own, with the same condition under DEFINE")  # fmt: skip
            break
    taken = set(used)
    for subset in node.subsets:
        unknown = next((name for name in subset.variables if name not in used and name not in {s.name for s in node.subsets}), None)
        if unknown is not None:
            b.report("match", f"`{unknown}` is no variable of the pattern", subset.start, subset.end, got=unknown, help=_listed(used))
        if subset.name in taken:
            b.report("match", f"`{subset.name}` is defined already", subset.start, subset.end, got=subset.name, help="give the subset another name")
        taken.add(subset.name)
    defined = {subset.name for subset in node.subsets}
    for define in node.defines:
        if define.name in defined:
            b.report("match", f"`{define.name}` is defined already", define.start, define.end, got=define.name, help="join the conditions with AND")
        defined.add(define.name)
    known = {*used, *(subset.name for subset in node.subsets)}
    if node.skip_to and node.skip_to not in known:
        b.report("match", f"AFTER MATCH SKIP names `{node.skip_to}`, which is no variable of the pattern", node.start, node.end, got=node.skip_to,
                 help=_listed(known))  # fmt: skip


def _listed(names: object) -> str:
    return f"variables: {', '.join(sorted(names))}"  # type: ignore[call-overload]


def _check_within(b: Binding, node: ast.MatchRecognize) -> None:
    if node.within is None:
        return
    length = milliseconds(node.within)
    if length is None:
        b.report("no_stream_plan", "WITHIN has no plan for months and years: they have no fixed length", node.within.start, node.within.end,
                 help="write days: INTERVAL '30' DAY")  # fmt: skip
    elif node.within.negative:
        b.report("match", "WITHIN takes no negative interval", node.within.start, node.within.end, help="leave out the minus")


def _parts(pattern: ast.Pattern) -> Iterator[ast.Pattern]:
    stack: list[ast.Pattern] = [pattern]
    while stack:
        item = stack.pop()
        yield item
        if isinstance(item, (ast.PatternRepeat, ast.PatternExclude)):
            stack.append(item.item)
        elif not isinstance(item, ast.PatternVariable):
            stack.extend(reversed(item.items))


def _may_be_empty(pattern: ast.Pattern) -> bool:
    if type(pattern) is ast.PatternVariable:
        return False
    if type(pattern) is ast.PatternRepeat:
        return pattern.low == 0 or _may_be_empty(pattern.item)
    if type(pattern) is ast.PatternExclude:
        return _may_be_empty(pattern.item)
    if type(pattern) is ast.PatternChoice:
        return any(_may_be_empty(item) for item in pattern.items)
    return all(_may_be_empty(item) for item in pattern.items)  # type: ignore[union-attr]
