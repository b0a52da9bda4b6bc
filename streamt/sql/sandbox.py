"""What a template may do: Jinja without any name of Python's, and with a budget.

A stranger's pull request must not hang lint. Each loop turn, call, filter and comparison takes a step of the rendering's budget,
and so does each hundred characters that they touch; bodies that run many times are charged by their size. Values cannot grow
but through what is charged: numbers have a width, containers a size.
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator, Sequence, Sized
from typing import Any, TypeVar

from jinja2 import StrictUndefined, TemplateSyntaxError, Undefined, nodes, pass_context
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from jinja2.visitor import NodeTransformer

MAX_TEXT = 1_000_000  # characters of any one text
MAX_STEPS = 100_000  # of one rendering
MAX_BITS = 4_096  # of a whole number
MAX_ITEMS = 10_000  # of a container, those of the containers in it included
MAX_DIGITS = 30  # that round() keeps
# fmt: off
TEXT_FILTERS = frozenset(("capitalize", "lower", "replace", "title", "trim", "upper"))
FILTERS = (
    "abs", "capitalize", "count", "d", "default", "dictsort", "first", "float", "int", "items", "last", "length", "list", "lower",
    "map", "max", "min", "reject", "rejectattr", "reverse", "select", "selectattr", "sort", "title", "trim", "unique", "upper",
)  # join, replace, round, string, sum: bounded ones of our own
TESTS = (
    "boolean", "defined", "divisibleby", "eq", "equalto", "==", "even", "false", "float", "ge", ">=", "gt", ">", "greaterthan", "integer",
    "le", "<=", "lt", "<", "lessthan", "lower", "mapping", "ne", "!=", "none", "number", "odd", "sequence", "string", "true", "undefined", "upper",
)
METHODS = frozenset((
    "capitalize", "changed", "count", "cycle", "endswith", "find", "get", "index", "isalnum", "isalpha", "isdigit", "islower", "isupper",
    "items", "keys", "lower", "lstrip", "partition", "removeprefix", "removesuffix", "rfind", "rpartition", "rsplit", "rstrip", "split",
    "splitlines", "startswith", "strip", "swapcase", "title", "upper", "values",
))
# fmt: on
Node = TypeVar("Node", bound=nodes.Node)


class Refused(SecurityError):
    """A template asked for something that templates here may not do."""


class Deferred:
    """`env("X")`: printed as the placeholder `${X}`. Its value is not known before plan, so nothing may branch on it."""

    __slots__ = ("_text",)

    def __init__(self, name: str, default: str | None) -> None:
        self._text = f"${{{name}}}" if default is None else f"${{{name}:-{default}}}"

    def __str__(self) -> str:
        return self._text

    def _unknown(self, *_: object) -> Any:
        raise Refused(f"{self._text} is not known before plan: a template can print it, not branch on it, change it or compare it")

    __bool__ = __eq__ = __ne__ = __lt__ = __le__ = __gt__ = __ge__ = _unknown
    __len__ = __iter__ = __hash__ = __contains__ = __int__ = __float__ = _unknown


class Budget:
    """The steps that one rendering has left."""

    def __init__(self) -> None:
        self._left = MAX_STEPS

    def spend(self, steps: int = 1) -> None:
        self._left -= steps
        if self._left < 0:
            raise Refused(f"the template takes more than {MAX_STEPS:,} steps")

    def weighed(self, value: Any) -> Any:
        self.spend(1 + weight(value))
        return value

    def turns(self, values: Any) -> Iterator[Any]:
        for value in values:
            self.spend()
            yield value

    def numbers(self, *bounds: int) -> range:
        found = range(*bounds)
        if len(found) > MAX_STEPS:
            raise Refused(f"range() of more than {MAX_STEPS:,} numbers")
        return found

    def concatenated(self, *values: Any) -> str:
        texts = [text_of(self.weighed(value)) for value in values]
        spans(sum(map(len, texts)))
        return "".join(texts)

    def contained(self, value: Any) -> Any:
        """A list, tuple or dict that the template writes: one in the other, doubled forty times, is compared without end."""
        self.spend(1 + _items(value) // 10)
        return value

    def names(self) -> dict[str, Any]:
        """What the rewritten template calls."""
        return {
            "__spend": self.spend, "__weighed": self.weighed, "__turns": self.turns, "__concatenated": self.concatenated,
            "__contained": self.contained, "range": self.numbers,
        }  # fmt: skip


def weight(value: Any) -> int:
    if isinstance(value, (str, bytes)):
        return len(value) // 100
    return len(value) // 10 if isinstance(value, Sized) and not isinstance(value, Undefined | Deferred) else 0


def _items(value: Any) -> int:
    """How many values a container holds, all levels; Refused beyond the limit, so that no walk takes long."""
    count = 0
    stack = [value]
    while stack:
        inside = stack.pop()
        children = [*inside, *inside.values()] if isinstance(inside, dict) else inside
        count += len(children)
        if count > MAX_ITEMS:
            raise Refused(f"the template makes a list of more than {MAX_ITEMS:,} values")
        stack.extend(child for child in children if isinstance(child, (list, tuple, dict)))
    return count


def text_of(value: Any) -> str:
    """A value that becomes text. Lists do not: a list of lists of lists prints without end."""
    if isinstance(value, (str, int, float, Deferred, Undefined)) or value is None:
        return str(value)
    raise Refused(f"only text and numbers can be printed, not a {type(value).__name__}: join() it")


def spans(length: int) -> None:
    if length > MAX_TEXT:
        raise Refused(f"the template makes more than {MAX_TEXT:,} characters of text")


@pass_context
def _printed(context: Context, value: Any) -> Any:
    text_of(value)
    context["__weighed"](value)
    return value


def _join(values: Any, separator: str = "") -> str:
    texts = [text_of(value) for value in values]
    spans(sum(map(len, texts)) + len(texts) * len(separator))
    return separator.join(texts)


def _replace(text: Any, old: str, new: str) -> str:
    before = text_of(text)
    spans(len(before) + (before.count(old) if old else len(before) + 1) * len(new))
    return before.replace(old, new)


def _round(number: Any, digits: int = 0) -> Any:
    if abs(digits) > MAX_DIGITS:
        raise Refused(f"round() keeps at most {MAX_DIGITS} digits")
    return round(number, digits)


def _sum(values: Any) -> Any:
    return sum(value for value in values if isinstance(value, (int, float)))


def _charged(name: str, function: Callable[..., Any]) -> Callable[..., Any]:
    """A filter that is paid for, by what it is given."""

    @pass_context
    def run(context: Context, value: Any, *args: Any, **kwargs: Any) -> Any:
        for given in (value, *args, *kwargs.values()):
            context["__weighed"](given)
        if name in TEXT_FILTERS:
            bool(value)  # a deferred one refuses
            text_of(value)
        elif name == "list" and isinstance(value, str):
            raise Refused("list is not for text: split() it")
        found = plain().call_filter(name, value, args, kwargs, context, context.eval_ctx)
        return context["__weighed"](found)

    return run


@functools.lru_cache(maxsize=1)
def plain() -> ImmutableSandboxedEnvironment:
    """Jinja's own filters and tests, those that are let through."""
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, cache_size=0)
    own = {"join": _join, "replace": _replace, "round": _round, "string": text_of, "sum": _sum}
    environment.filters = {name: environment.filters[name] for name in FILTERS} | own
    return environment


class _Bounder(NodeTransformer):
    """Rewrites a template so that what takes time or space is paid for."""

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802  (Jinja's naming, here and below)
        self.generic_visit(node)
        return _calling("__concatenated", node.nodes, node)

    def visit_Compare(self, node: nodes.Compare) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.expr = _calling("__weighed", [node.expr], node)
        for operand in node.ops:
            operand.expr = _calling("__weighed", [operand.expr], node)
        return node

    def visit_Getitem(self, node: nodes.Getitem) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        if isinstance(node.arg, nodes.Slice):
            node.node = _calling("__weighed", [node.node], node)
        return node

    def _container(self, node: nodes.Expr) -> nodes.Node:
        self.generic_visit(node)
        stored = isinstance(node, nodes.Tuple) and node.ctx != "load"
        return node if stored else _calling("__contained", [node], node)

    visit_List = visit_Tuple = visit_Dict = _container  # noqa: N815

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        paid = self._body(node)
        node.iter = _calling("__turns", [node.iter], node)
        return paid

    def _body(self, node: Node) -> Node:
        """Each run of a body costs by its size, text and expressions."""
        size = sum(1 + len(getattr(part, "data", "")) // 10 for part in node.find_all(nodes.Node))
        self.generic_visit(node)
        spend = nodes.ExprStmt(_calling("__spend", [nodes.Const(1 + size // 10)], node), lineno=node.lineno)
        node.body.insert(0, spend)  # type: ignore[attr-defined]
        return node

    visit_Macro = visit_CallBlock = visit_Block = _body  # noqa: N815


def _calling(name: str, arguments: Sequence[nodes.Node], at: nodes.Node) -> nodes.Call:
    return nodes.Call(nodes.Name(name, "load"), list(arguments), [], None, None, lineno=at.lineno)


class _Environment(ImmutableSandboxedEnvironment):
    intercepted_binops = frozenset({"+", "*", "**", "%"})

    def __init__(self) -> None:
        super().__init__(undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False, cache_size=0, finalize=_printed)
        self.filters = {name: _charged(name, function) for name, function in plain().filters.items()}
        self.tests = {name: self.tests[name] for name in TESTS}
        self.globals = {}

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        if operator == "+" and isinstance(left, str) and isinstance(right, str):
            return context["__concatenated"](left, right)
        if operator == "**" or not (isinstance(left, (int, float)) and isinstance(right, (int, float))):
            raise Refused("`**` is not available here" if operator == "**" else f"`{operator}` works on numbers only here")
        value = super().call_binop(context, operator, left, right)
        if isinstance(value, int) and value.bit_length() > MAX_BITS:
            raise Refused("the template computes a number without bounds")
        return value

    def call(__self, __context: Context, __obj: Any, *args: Any, **kwargs: Any) -> Any:  # noqa: N805  (Jinja's signature)
        owner = getattr(getattr(__obj, "__wrapped__", __obj), "__self__", None)  # Jinja wraps str.format
        if not isinstance(owner, Budget):
            for given in (owner, *args, *kwargs.values()):
                __context["__weighed"](given)
        if isinstance(owner, (str, bytes, int, float, list, tuple, dict, range)) and __obj.__name__ not in METHODS:
            raise Refused(f"the method {__obj.__name__}() is not available here")
        return super().call(__context, __obj, *args, **kwargs)

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        template = super()._parse(source, name, filename)
        for refused in template.find_all((nodes.Include, nodes.Import, nodes.FromImport, nodes.Extends)):
            raise TemplateSyntaxError("include, import and extends are not available; macros in macros/*.sql are", refused.lineno)
        for used in template.find_all(nodes.Name):
            if used.name in ("varargs", "kwargs") or used.name.startswith("__"):
                raise TemplateSyntaxError(f"`{used.name}` is not available", used.lineno)
        return _Bounder().visit(template)  # type: ignore[no-any-return]


@functools.lru_cache(maxsize=1)
def environment() -> ImmutableSandboxedEnvironment:
    return _Environment()


@functools.lru_cache(maxsize=4096)
def compiled(source: str) -> Any:
    return environment().from_string(source)


def lexed(source: str) -> Sequence[tuple[int, str, str]]:
    return list(environment().lex(source))
