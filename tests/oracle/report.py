"""Marks as tables for people: one line per measure, one per construct, and the disagreements grouped by kind."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from tests.oracle.corpus import Case
from tests.oracle.judge import Mark

# measure -> share that must be right; None: printed for information
BARS: dict[str, float | None] = {
    "no_crash": 1.0,
    "accepted": 1.0,
    "refused": 0.95,
    "unplannable": 0.90,
    "names": 1.0,
    "types": 1.0,
    "types_strict": None,
    "nullable": 0.99,
    "time": None,
    "changelog": 0.99,
    "changelog_mode": None,
    "upsert_keys": 0.99,
    "upsert_keys_all": None,
    "stateful": 0.99,
    "lineage_proven": 1.0,
    "lineage_guessed": None,
    "lineage_recall": 0.99,
    "lineage_kind": None,
    "influence_precision": None,
    "influence_recall": None,
}
COLUMNS = ("accepted", "refused", "unplannable", "names", "types", "nullable", "changelog", "upsert_keys", "stateful", "lineage_proven", "lineage_recall")  # fmt: skip


@dataclass
class Tally:
    """Counts of outcomes by measure, and the cases behind every mark that is not right."""

    outcomes: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    misses: dict[str, list[tuple[Case, Mark]]] = field(default_factory=lambda: defaultdict(list))
    disagreeing: set[str] = field(default_factory=set)  # on accept/refuse, names or types
    cases: int = 0

    def add(self, case: Case, marks: Iterable[Mark]) -> None:
        self.cases += 1
        for mark in marks:
            self.outcomes[mark.measure][mark.outcome] += 1
            if mark.outcome != "right":
                self.misses[mark.measure].append((case, mark))
                if mark.measure in ("accepted", "refused", "unplannable", "names", "types"):
                    self.disagreeing.add(case.id)

    def share(self, measure: str) -> float | None:
        counts = self.outcomes[measure]
        return counts["right"] / counts.total() if counts.total() else None

    def below(self) -> Iterator[str]:
        for measure, bar in BARS.items():
            share = self.share(measure)
            if bar is not None and share is not None and share < bar:
                yield f"{measure}: {share:.4f}, wanted {bar}"


def summary(tally: Tally) -> Iterator[str]:
    yield f"{tally.cases} cases, {len(tally.disagreeing)} of them disagree on accept/refuse, names or types"
    yield f"{'measure':<20} {'right':>7} {'wrong':>6} {'unknown':>7} {'share':>8} {'bar':>6}"
    for measure, bar in BARS.items():
        counts, share = tally.outcomes[measure], tally.share(measure)
        if share is not None:
            wanted = "" if bar is None else f"{bar:.3f}"
            below = " <" if bar is not None and share < bar else ""
            yield f"{measure:<20} {counts['right']:>7} {counts['wrong']:>6} {counts['unknown']:>7} {share:>8.4f} {wanted:>6}{below}"


def by_construct(tallies: dict[str, Tally]) -> Iterator[str]:
    yield f"{'construct':<24} {'cases':>5} " + " ".join(f"{name[:9]:>9}" for name in COLUMNS)
    for construct, tally in sorted(tallies.items()):
        yield f"{construct[:24]:<24} {tally.cases:>5} " + " ".join(f"{_percent(tally.share(name)):>9}" for name in COLUMNS)


def _percent(share: float | None) -> str:
    return "-" if share is None else f"{100 * share:.1f}"


def disagreements(tally: Tally, show: int, width: int = 160) -> Iterator[str]:
    """Grouped by measure, `show` of each; the messages that repeat come first, so that the commonest cause does."""
    for measure in BARS:
        missed = tally.misses.get(measure)
        if not missed:
            continue
        yield f"--- {measure}: {len(missed)} not right"
        causes = Counter(_cause(mark) for _, mark in missed)
        ranked = sorted(missed, key=lambda miss: (-causes[_cause(miss[1])], _cause(miss[1]), miss[0].id))
        for case, mark in ranked[:show]:
            yield f"  {case.id}: {_cut(mark.ours, width)} | planner: {_cut(mark.planners, width)}"


def _cause(mark: Mark) -> str:
    return mark.ours.partition(":")[0] if mark.measure == "accepted" else ""


def _cut(text: str, width: int) -> str:
    return text if len(text) <= width else text[: width - 1] + "…"
