"""What a function is: the arguments it takes, the type it yields, and what is wrong with a call."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final, Literal, NamedTuple, TypeAlias

from streamt.coltypes import DataType
from streamt.coltypes.datatype import DATETIME, EXACT, SYMBOL, Kind

NOT_LITERAL: Final = object()

FunctionKind = Literal["scalar", "aggregate", "table", "window", "process_table"]
Determinism = Literal["deterministic", "non_deterministic", "dynamic"]
ProblemKind = Literal["argument_count", "argument_type", "argument_literal", "no_plan"]


class Arg(NamedTuple):
    """One argument of a call.

    literal  the value of a literal: str, bytes, int, Decimal, float, bool, None for NULL; a tuple for ARRAY[..] of them
    symbol   a key word standing for a value (DAY, BOTH), or before a type (RETURNING)
    time     the argument is a column that is this time attribute
    name     of a named argument, f(x => 1)
    known    the value that what is no literal has in every row all the same, as the planner's simplifier sees it
    """

    type: DataType
    literal: object = NOT_LITERAL
    symbol: str | None = None
    time: Literal["rowtime", "proctime"] | None = None
    name: str | None = None
    known: object = NOT_LITERAL

    @property
    def is_literal(self) -> bool:
        return self.literal is not NOT_LITERAL

    @property
    def value(self) -> object:
        return self.known if self.literal is NOT_LITERAL else self.literal


def symbol(word: str) -> Arg:
    """A key word argument: the DAY of EXTRACT(DAY FROM x)."""
    return Arg(SYMBOL, NOT_LITERAL, word.upper())


class Site(NamedTuple):
    """Where an aggregate stands. grouped=False: a query without GROUP BY, whose SUM over no rows is NULL."""

    over: bool = False
    grouped: bool = True
    distinct: bool = False
    filtered: bool = False

    @property
    def may_be_empty(self) -> bool:
        """Whether a row can come of no input rows."""
        return self.filtered or not (self.grouped or self.over)


SCALAR: Final = Site()


@dataclass(frozen=True, slots=True)
class CallProblem:
    """Why the planner refuses a call, or (kind "no_plan") validates it and then cannot run it as a stream.

    argument   index of the argument at fault; None: the call as a whole
    validated  the type that the call has all the same, which counts where nothing runs it
    """

    kind: ProblemKind
    function: str
    argument: int | None
    expected: str
    got: str
    message: str
    validated: DataType | None = None


@dataclass(frozen=True, slots=True)
class Parameter:
    """What may stand at one place: `kinds` of types; `word` names it in a signature, `says` in a message."""

    word: str
    says: str
    kinds: frozenset[str]


@dataclass(frozen=True, slots=True)
class Signature:
    """Parameters in order; the last `repeated` of them may come again, any number of times."""

    parameters: tuple[Parameter, ...]
    repeated: int = 0

    def takes_count(self, count: int) -> bool:
        extra = count - len(self.parameters)
        return extra == 0 or (extra > 0 and self.repeated > 0 and extra % self.repeated == 0)

    def at(self, index: int) -> Parameter:
        fixed = len(self.parameters)
        return self.parameters[
            index if index < fixed else fixed - self.repeated + (index - fixed) % self.repeated
        ]

    def misfit(self, args: Sequence[Arg]) -> int | None:
        """Index of the first argument that does not fit; None when all do. The count is right already."""
        if len(args) == len(self.parameters):
            for index, (parameter, arg) in enumerate(zip(self.parameters, args)):  # noqa: B905  (hot; counts are equal)
                if arg.type.kind not in parameter.kinds:
                    return index
            return None
        for index, arg in enumerate(args):
            if arg.type.kind not in self.at(index).kinds:
                return index
        return None


Inferred: TypeAlias = "DataType | CallProblem"
Returns: TypeAlias = Callable[[Sequence[Arg], Site], "DataType | None"]
Check: TypeAlias = Callable[["Function", Sequence[Arg], Site], "CallProblem | None"]
Special: TypeAlias = Callable[["Function", Sequence[Arg], Site], Inferred]


@dataclass(frozen=True, slots=True)
class Function:
    """A built-in or declared function, or an operator (named by its sign: "+", "IS NOT NULL").

    returns  type of a call whose arguments fit; None: they have no common type
    checks   what the arguments must satisfy beyond their kinds, in order
    special  infers the whole call instead of signatures, checks and returns
    since    first Flink version that has it; until: first one that has it no more
    """

    name: str
    kind: FunctionKind
    signatures: tuple[Signature, ...]
    returns: Returns
    checks: tuple[Check, ...] = ()
    special: Special | None = None
    determinism: Determinism = "deterministic"
    parentheses: bool = True
    needs_over: bool = False
    since: str | None = None
    until: str | None = None
    text: str = ""
    declared: bool = False

    @property
    def sign(self) -> str:
        """As it is written: the sign of NEGATE is -."""
        return {"NEGATE": "-", "POSITIVE": "+", "MINUS_DATE": "-"}.get(self.name, self.name)

    @property
    def signature(self) -> str:
        """One line for messages: SUBSTRING(string, integer[, integer])."""
        return self.text or f"{self.name}({_merged(self.signatures)})"

    def infer(self, args: Sequence[Arg], site: Site = SCALAR) -> Inferred:
        """The type the call yields (of a table function: its columns as a ROW), or what is wrong with it."""
        if self.special is not None:
            return self.special(self, args, site)
        for signature in self.signatures:
            if signature.takes_count(len(args)) and signature.misfit(args) is None:
                break
        else:
            return mismatch(self, args)
        without_plan: CallProblem | None = None
        for check in self.checks:
            problem = check(self, args, site)
            if problem is not None and problem.kind != "no_plan":
                return problem
            without_plan = without_plan or problem
        result = self.returns(args, site) or no_common_type(self, args)
        if without_plan is None or not isinstance(result, DataType):
            return result
        return replace(without_plan, validated=result)


def _merged(signatures: tuple[Signature, ...]) -> str:
    """Alternatives that only add arguments as brackets, others side by side."""
    ordered = sorted(signatures, key=lambda signature: len(signature.parameters))
    words = [[parameter.word for parameter in signature.parameters] for signature in ordered]
    if not words:
        return ""
    if all(longer[: len(shorter)] == shorter for shorter, longer in itertools.pairwise(words)):
        text = ", ".join(words[0])
        for shorter, longer in itertools.pairwise(words):
            added = ", ".join(longer[len(shorter) :])
            text += f"[, {added}]" if text else f"[{added}]"
        return text + (", .." if ordered[-1].repeated else "")
    return " | ".join(
        ", ".join(names) + (", .." if signature.repeated else "")
        for names, signature in zip(words, ordered, strict=True)
    )


def said(arg: Arg) -> str:
    """An argument's type as a message names it."""
    if arg.symbol is not None and arg.type is SYMBOL:
        return arg.symbol
    return arg.type.display


def problem(
    function: Function, kind: ProblemKind, argument: int | None, expected: str, got: str, message: str = ""
) -> CallProblem:
    where = "" if argument is None else f" (argument {argument + 1})"
    text = message or f"{function.sign} takes {expected}; got {got}{where}"
    return CallProblem(kind, function.name, argument, expected, got, text)


def no_plan(function: Function, argument: int | None, message: str) -> CallProblem:
    """Flink validates the call and then has no code to run it."""
    return CallProblem("no_plan", function.name, argument, "", "", message)


def unless(problem: CallProblem | None, result: DataType, args: Sequence[Arg]) -> Inferred:
    """The result, unless something is wrong; NULL among the arguments is the result before there is anything to run."""
    if problem is None or (problem.kind == "no_plan" and any(arg.value is None for arg in args)):
        return result
    return replace(problem, validated=result) if problem.kind == "no_plan" else problem


def types_beside_times(args: Sequence[Arg], times: frozenset[Kind] = DATETIME, others: frozenset[Kind] = EXACT) -> list[DataType]:
    """The arguments' types. The planner makes one of `times` of any of `others` beside it, which runs for NULL alone."""
    time = next((arg.type for arg in args if arg.type.kind in times), None)
    if time is None:
        return [arg.type for arg in args]
    null = time.with_nullable(True)
    return [null if arg.value is None and arg.type.kind in others else arg.type for arg in args]


def mismatch(function: Function, args: Sequence[Arg]) -> CallProblem:
    """Why no signature fits: the count, or the argument where the closest one stops fitting."""
    fitting = [signature for signature in function.signatures if signature.takes_count(len(args))]
    if not fitting:
        return wrong_count(function, args)
    misfits = [(signature.misfit(args), signature) for signature in fitting]
    furthest = max(index or 0 for index, _ in misfits)
    says = tuple(_wanted(misfits, furthest))
    arg = args[furthest]
    expected = " or ".join(dict.fromkeys(says))
    if arg.type.kind == "NULL":
        message = f"{function.sign} takes {expected}; got NULL without a type (argument {furthest + 1}): write CAST(NULL AS ..)"
        return problem(function, "argument_type", furthest, expected, "NULL", message)
    return problem(function, "argument_type", furthest, expected, said(arg))


def _wanted(misfits: Sequence[tuple[int | None, Signature]], furthest: int) -> Iterator[str]:
    for index, signature in misfits:
        if index == furthest:
            yield signature.at(furthest).says


def wrong_count(function: Function, args: Sequence[Arg]) -> CallProblem:
    counts = sorted({len(signature.parameters) for signature in function.signatures})
    more = any(signature.repeated for signature in function.signatures)
    expected = f"{counts[0]} or more" if more else " or ".join(map(str, counts))
    noun = "argument" if expected == "1" else "arguments"
    message = f"{function.name} takes {expected} {noun}; got {len(args)}: {function.signature}"
    return CallProblem("argument_count", function.name, None, expected, str(len(args)), message)


def no_common_type(function: Function, args: Sequence[Arg]) -> CallProblem:
    got = " and ".join(dict.fromkeys(said(arg) for arg in args if arg.type is not SYMBOL))
    message = f"{function.name} takes values of one kind; {got} have no common type: CAST one of them"
    return CallProblem("argument_type", function.name, None, "values of one kind", got, message)
