"""SQL templates: sandboxed Jinja in, SQL and what it refers to out.

A template without blocks (`{% %}`) is rendered piece by piece, so that every character of the SQL maps back to its place in
the template. One with blocks is rendered whole and maps to the template as a whole. `source()`, `ref()`, `var()`, `env()`
and `config()` are all a template can call, beside the project's macros; streamt.sql.sandbox bounds what it may compute.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from jinja2 import TemplateError, TemplateSyntaxError, UndefinedError

from streamt.sql.mistakes import UNEXPECTED, line, line_of, mistake, reason
from streamt.sql.sandbox import Budget, Deferred, Refused, compiled, lexed, spans

MAX_TEMPLATE = 200_000  # characters


@dataclass(frozen=True, slots=True)
class RefUse:
    """One `source()` or `ref()` in a template. `start` and `end` are offsets in the template (None inside blocks and macros)."""

    kind: Literal["source", "ref"]
    name: str
    version: int | None = None
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Piece:
    """SQL from `start` on came from the template from `origin` to `origin_end`, letter by letter when `exact`."""

    start: int
    origin: int
    origin_end: int
    exact: bool


@dataclass(frozen=True, slots=True)
class TemplateProblem:
    message: str
    start: int | None = None
    end: int | None = None
    help: str | None = None


@dataclass(frozen=True, slots=True)
class Rendered:
    """`sql` is None when the template could not be rendered; `problem` then says why."""

    sql: str | None
    refs: tuple[RefUse, ...] = ()
    pieces: tuple[Piece, ...] = ()
    problem: TemplateProblem | None = None

    def origin(self, offset: int) -> int | None:
        """Offset in the template of an offset in the SQL; None when the rendering is not straight-line."""
        piece = None
        for candidate in self.pieces:
            if candidate.start > offset:
                break
            piece = candidate
        if piece is None:
            return None
        return min(piece.origin + (offset - piece.start), piece.origin_end) if piece.exact else piece.origin


@dataclass(frozen=True, slots=True)
class Scope:
    """What a template can look up. `table` gives the SQL name of a reference; `config` the model's own settings."""

    table: Callable[[RefUse], str]
    variables: Mapping[str, Any] = field(default_factory=dict)
    config: Mapping[str, Any] = field(default_factory=dict)


def render(text: str, scope: Scope, macros: Sequence[str] = ()) -> Rendered:
    """The SQL of a template. Never raises: a template that cannot be rendered is a `problem`."""
    if "{" not in text:
        return Rendered(text, pieces=(Piece(0, 0, len(text), True),))
    if len(text) > MAX_TEMPLATE:
        return Rendered(None, problem=TemplateProblem(f"a template has at most {MAX_TEMPLATE:,} characters, this one {len(text):,}", 0, 1))
    session = _Session(scope, macros)
    try:
        pieces = _lexed(text)
    except TemplateSyntaxError as error:
        return _syntax_problem(text, error)
    if pieces is None:
        return session.whole(text)
    return session.straight(pieces)


@dataclass(frozen=True, slots=True)
class _Part:
    """A stretch of a straight-line template: text as it stands, or one expression with its tokens."""

    start: int
    end: int
    text: str
    tokens: tuple[tuple[str, str], ...] | None = None


def _lexed(text: str) -> list[_Part] | None:
    """The parts of a template; None when it has blocks, or where Jinja's own white-space control changes the text."""
    if "{%" in text or "{%-" in text or "-}}" in text or "{{-" in text or "-#}" in text:
        return None
    parts: list[_Part] = []
    offset = 0
    begin = -1
    tokens: list[tuple[str, str]] = []
    for _, kind, value in lexed(text):
        if kind == "data":
            parts.append(_Part(offset, offset + len(value), value))
        elif kind == "variable_begin":
            begin, tokens = offset, []
        elif kind == "variable_end":
            end = offset + len(value)
            parts.append(_Part(begin, end, text[begin:end], tuple(tokens)))
            begin = -1
        elif begin >= 0 and kind != "whitespace":
            tokens.append((kind, value))
        offset += len(value)
    return parts if offset == len(text) and begin < 0 else None


class _Session:
    """One rendering: what was referred to, and what it may still spend."""

    def __init__(self, scope: Scope, macros: Sequence[str]) -> None:
        self._scope = scope
        self._macros = macros
        self._refs: list[RefUse] = []
        self._budget = Budget()
        self._at: tuple[int, int] | None = None
        self._context: dict[str, Any] | None = None

    def straight(self, parts: list[_Part]) -> Rendered:
        out: list[str] = []
        pieces: list[Piece] = []
        length = 0
        for part in parts:
            self._at = (part.start, part.end)
            try:
                text = part.text if part.tokens is None else self._expression(part)
            except TemplateError as error:
                return Rendered(None, tuple(self._refs), problem=TemplateProblem(reason(error), part.start, part.end))
            except UNEXPECTED as error:
                return Rendered(None, tuple(self._refs), problem=TemplateProblem(mistake(error), part.start, part.end))
            pieces.append(Piece(length, part.start, part.end, part.tokens is None))
            out.append(text)
            length += len(text)
        return Rendered("".join(out), tuple(self._refs), tuple(pieces))

    def whole(self, text: str) -> Rendered:
        try:
            out: list[str] = []
            length = 0
            for chunk in compiled(text).generate(self._names()):
                out.append(chunk)
                length += len(chunk)
                spans(length)
        except TemplateSyntaxError as error:
            return _syntax_problem(text, error, tuple(self._refs))
        except TemplateError as error:
            return Rendered(None, tuple(self._refs), problem=TemplateProblem(reason(error), *line_of(error, text)))
        except UNEXPECTED as error:
            return Rendered(None, tuple(self._refs), problem=TemplateProblem(mistake(error), *line_of(error, text)))
        return Rendered("".join(out), tuple(self._refs))

    def _expression(self, part: _Part) -> str:
        plain = _plain_reference(part.tokens or ())
        if plain is not None:
            return self._reference(*plain)
        text = compiled(part.text).render(self._names())
        spans(len(text))
        return str(text)

    def _names(self) -> dict[str, Any]:
        if self._context is None:
            own: dict[str, Any] = {
                "source": self._source, "ref": self._ref, "var": self._var, "env": self._env, "config": self._config,
                **self._budget.names(),
            }  # fmt: skip
            for macro in self._macros:
                module = compiled(macro).make_module(own)
                own |= {name: value for name, value in vars(module).items() if not name.startswith("_")}
            self._context = own
        return self._context

    def _reference(self, kind: Literal["source", "ref"], name: str, version: int | None) -> str:
        start, end = self._at or (None, None)
        use = RefUse(kind, name, version, start, end)
        self._refs.append(use)
        return self._scope.table(use)

    def _source(self, name: str, *more: Any, **named: Any) -> str:
        if more or named:
            raise Refused('source() takes one name, without schema or group: source("x")')
        return self._reference("source", _text(name, "source"), None)

    def _ref(self, name: str, v: int | None = None, version: int | None = None, *more: Any, **named: Any) -> str:
        wanted = v if v is not None else version
        if more or named:
            raise Refused(f"ref() takes one name and a version: ref({_text(name, 'ref')!r}, v=1)")
        if wanted is not None and (isinstance(wanted, bool) or not isinstance(wanted, int)):
            raise Refused(f"ref() takes a whole number as version: ref({name!r}, v=1)")
        return self._reference("ref", _text(name, "ref"), wanted)

    def _var(self, name: str, *default: Any) -> Any:
        if name in self._scope.variables:
            return self._scope.variables[name]
        if default:
            return default[0]
        raise UndefinedError(f"var({name!r}) is not in `vars:` of the project or the environment, and has no default here")

    def _env(self, name: str, default: str | None = None) -> Deferred:
        return Deferred(_text(name, "env"), default)

    def _config(self, path: str = "", *default: Any, **settings: Any) -> Any:
        if settings:
            raise Refused(f"config() reads a setting; set `{next(iter(settings))}:` beside `sql:` in the YAML")
        value: Any = self._scope.config
        for step in _text(path, "config").split("."):
            if not isinstance(value, Mapping) or step not in value:
                if default:
                    return default[0]
                raise UndefinedError(f"config({path!r}) is not set on this model, and has no default here")
            value = value[step]
        return value


def _text(value: object, function: str) -> str:
    if not isinstance(value, str):
        raise Refused(f"{function}() takes a name in quotes")
    return value


def _plain_reference(tokens: Sequence[tuple[str, str]]) -> tuple[Literal["source", "ref"], str, int | None] | None:
    """`ref("x")`, `source("x")`, `ref("x", v=1)` read straight from the tokens: compiling each with Jinja costs 1000 x more."""
    values = [value for _, value in tokens]
    if len(tokens) not in (4, 8) or values[1] != "(" or values[-1] != ")" or tokens[2][0] != "string":
        return None
    name = values[2][1:-1]
    if "\\" in name or values[0] not in ("source", "ref"):
        return None
    if len(tokens) == 4:
        return ("source" if values[0] == "source" else "ref", name, None)
    if values[0] == "ref" and values[3] == "," and values[4] in ("v", "version") and values[5] == "=" and values[6].isdigit():
        return ("ref", name, int(values[6]))
    return None


def _syntax_problem(text: str, error: TemplateSyntaxError, refs: tuple[RefUse, ...] = ()) -> Rendered:
    return Rendered(None, refs, problem=TemplateProblem(reason(error), *line(text, error.lineno)))
