"""A project's own functions."""

from __future__ import annotations

from collections.abc import Sequence

from streamt.coltypes import DataType, implicitly_castable
from streamt.sql.functions.model import (
    Arg,
    CallProblem,
    Function,
    FunctionKind,
    Inferred,
    Parameter,
    Signature,
    Site,
    problem,
    said,
    wrong_count,
)
from streamt.sql.functions.parameters import ANY, or_null
from streamt.sql.functions.returns import always


def declared(
    name: str,
    arguments: Sequence[tuple[str, DataType]],
    returns: DataType,
    kind: FunctionKind = "scalar",
    deterministic: bool = True,
) -> Function:
    """The function a project declares. `returns` of a table function is its ROW of columns."""
    parameters = tuple(_parameter(argument, data_type) for argument, data_type in arguments)
    wanted = tuple(data_type for _, data_type in arguments)
    names = tuple(argument for argument, _ in arguments)

    def infer(function: Function, args: Sequence[Arg], _site: Site) -> Inferred:
        if len(args) != len(wanted):
            return wrong_count(function, args)
        return _misfit(function, _in_order(args, names), wanted, names) or returns

    words = ", ".join(f"{argument} {data_type.display}" for argument, data_type in arguments)
    return Function(
        name, kind, (Signature(parameters),), always(returns), special=infer,
        determinism="deterministic" if deterministic else "non_deterministic", text=f"{name}({words})", declared=True,
    )  # fmt: skip


def _parameter(name: str, data_type: DataType) -> Parameter:
    return Parameter(f"{name} {data_type.display}", data_type.display, or_null(ANY).kinds)


def _in_order(args: Sequence[Arg], names: Sequence[str]) -> Sequence[Arg]:
    """Named arguments in the order they are declared."""
    if not any(arg.name for arg in args):
        return args
    place = {name: index for index, name in enumerate(names)}
    return sorted(args, key=lambda arg: place.get(arg.name or "", len(names)))


def _misfit(
    function: Function, args: Sequence[Arg], wanted: Sequence[DataType], names: Sequence[str]
) -> CallProblem | None:
    for index, (arg, data_type, name) in enumerate(zip(args, wanted, names, strict=True)):
        if arg.name is not None and arg.name not in names:
            message = f"{function.name} has no argument {arg.name}: {function.signature}"
            return problem(function, "argument_type", index, ", ".join(names), arg.name, message)
        if not implicitly_castable(arg.type, data_type):
            message = f"{function.name} takes {data_type} for {name}; got {arg.type} (argument {index + 1})"
            return problem(function, "argument_type", index, str(data_type), said(arg), message)
    return None
