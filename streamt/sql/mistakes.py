"""What is wrong with a template, in words, and on which of its lines."""

from __future__ import annotations

from traceback import walk_tb

from jinja2 import TemplateError, UndefinedError

# What an expression of a template can raise that is no error of Jinja's own: all of it is the template's mistake.
UNEXPECTED = (TypeError, ValueError, ArithmeticError, AttributeError, KeyError, IndexError, RecursionError, MemoryError, SyntaxError)


def line_of(error: BaseException, text: str) -> tuple[int, int] | tuple[None, None]:
    """Where the line is that failed; Jinja rewrites the traceback to lines of the template, a macro's below the call."""
    for frame, number in walk_tb(error.__traceback__):
        if frame.f_code.co_filename == "<template>":
            return line(text, number)
    return None, None


def line(text: str, number: int) -> tuple[int, int]:
    lines = text.splitlines(keepends=True)
    place = max(1, min(number, len(lines) or 1))
    start = sum(len(before) for before in lines[: place - 1])
    here = lines[place - 1].rstrip("\n") if lines else ""
    indent = len(here) - len(here.lstrip())
    return start + indent, start + max(len(here), indent + 1)


ELSEWHERE = {  # what other tools have -> what to write here
    "env_var": 'write env("X")',
    "is_incremental": "a stream is never run a second time: write the query alone",
    "this": "a query cannot read what it writes: name what it reads with ref() or source()",
}


def reason(error: TemplateError) -> str:
    said = (error.message or type(error).__name__).rstrip(".")
    if "unexpected end of template" in said and "end of print statement" in said:
        return "{{ is never closed: write }} behind the expression"
    name = said.removesuffix(" is undefined").strip("'") if isinstance(error, UndefinedError) else ""
    return f"{said}: {ELSEWHERE[name]}" if name in ELSEWHERE else said


def mistake(error: BaseException) -> str:
    if isinstance(error, RecursionError):
        return "macros call each other without end, or one thing stands too deep in another"
    if isinstance(error, (SyntaxError, MemoryError)):
        return "too much stands in each other"
    return f"the expression fails: {str(error)[:200]}"
