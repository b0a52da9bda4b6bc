"""The project's own SQL functions, as the analysis of a query looks them up."""

from __future__ import annotations

from streamt.coltypes import TypeSyntaxError, parse_type
from streamt.project.model import Function as Declaration
from streamt.project.model import Project
from streamt.sql.functions import Function
from streamt.sql.functions import declared as declared_function


def declared_functions(project: Project) -> tuple[Function, ...]:
    """Those whose types can be read; a rule reports the others at their place."""
    return tuple(function for declaration in project.functions if (function := _function(declaration)) is not None)


def _function(declaration: Declaration) -> Function | None:
    try:
        arguments = tuple((name, parse_type(text)) for name, text in declaration.arguments)
        returns = parse_type(declaration.returns)
    except TypeSyntaxError:
        return None
    return declared_function(declaration.name, arguments, returns, declaration.kind, declaration.deterministic)
