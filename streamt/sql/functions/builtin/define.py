"""Rows of the function tables."""

from __future__ import annotations

from streamt.coltypes import UNKNOWN
from streamt.sql.functions.model import (
    Check,
    Determinism,
    Function,
    FunctionKind,
    Returns,
    Signature,
    Special,
)
from streamt.sql.functions.parameters import ANY
from streamt.sql.functions.returns import always

NILADIC = (Signature(()),)


def define(
    names: str,
    signatures: tuple[Signature, ...],
    returns: Returns,
    *checks: Check,
    kind: FunctionKind = "scalar",
    determinism: Determinism = "deterministic",
    parentheses: bool = True,
    needs_over: bool = False,
    since: str | None = None,
    until: str | None = None,
    text: str = "",
) -> tuple[Function, ...]:
    """One function for each of the blank-separated names, all alike."""
    return tuple(
        Function(
            name, kind, signatures, returns, checks, None, determinism, parentheses, needs_over, since, until, text
        )
        for name in names.split()
    )  # fmt: skip


def operator(
    name: str, special: Special, operands: int, text: str = "", since: str | None = None
) -> Function:
    """An operator or constructor that infers its calls by itself."""
    signatures = (Signature((ANY,) * operands),)
    return Function(name, "scalar", signatures, always(UNKNOWN), special=special, since=since, text=text)
