"""Aggregates, and functions that need OVER."""

from __future__ import annotations

from collections.abc import Sequence

from streamt.coltypes import (
    BIGINT,
    DOUBLE,
    DataType,
    array,
    average_type,
    multiset,
    sum_type,
    varchar,
)
from streamt.coltypes import datatype as dt
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import NILADIC, define
from streamt.sql.functions.checks import (
    distinct_has_plan,
    literal_string,
    neighbour,
    on_each,
    percentage,
)
from streamt.sql.functions.json_checks import json_values
from streamt.sql.functions.model import Arg, CallProblem, Function, Signature, Site, no_plan
from streamt.sql.functions.parameters import one_of, or_null, signature


def _itself(data_type: DataType) -> DataType:
    return data_type


def _shares(args: Sequence[Arg], _site: Site) -> DataType:
    """PERCENTILE: as many results as shares were asked for."""
    asked = args[1].type
    return array(DOUBLE) if asked.kind == "ARRAY" else asked if asked.is_unknown else DOUBLE


def _neighbour(args: Sequence[Arg], _site: Site) -> DataType:
    """LAG, LEAD: NULL beyond the edge unless a default stands in."""
    found = args[0].type
    if len(args) < 3:
        return found.with_nullable(True)
    return found.with_nullable(args[2].type.nullable)


def _one_value(function: Function, args: Sequence[Arg], site: Site) -> CallProblem | None:
    all_counted = site.over or site.distinct
    counted = len(args) if all_counted else sum(arg.type.nullable for arg in args)
    if counted < 2:
        return None  # else what cannot be NULL is dropped
    if site.distinct:
        return no_plan(function, 1, f"{function.name}(DISTINCT ..) counts one column in Flink; got {len(args)}: join them, CONCAT_WS('|', a, b)")
    return no_plan(function, 1, f"Flink counts one column that may be NULL; {function.name} got {len(args)}: count one of them")


def _not_streaming(function: Function, _args: Sequence[Arg], _site: Site) -> CallProblem | None:
    return no_plan(function, None, f"{function.name} works in batch mode only, not on a stream")


def _grouped_only_over(function: Function, args: Sequence[Arg], site: Site) -> CallProblem | None:
    return None if site.over else _not_streaming(function, args, site)


_JSON_TEXT = varchar(2000)
_VALUE = or_null(p.ANY)
_NUMBER = (signature(p.NUMBER),)
_ANY = (signature(p.ANY),)
_unordered = on_each(
    dt.BINARY_STRING, dt.INTERVAL, dt.CONSTRUCTED, frozenset({"VARIANT", "STRUCTURED"}),
    message=lambda got: f"Flink cannot order values of {got}: aggregate a part of it, or take LAST_VALUE(..)",
)  # fmt: skip

_AGGREGATES: tuple[Function, ...] = (
    *define("SUM", _NUMBER, r.of_group(sum_type), kind="aggregate"),
    *define("AVG STDDEV STDDEV_POP STDDEV_SAMP VARIANCE VAR_POP VAR_SAMP", _NUMBER, r.of_group(average_type), kind="aggregate"),
    *define("MIN MAX", _ANY, r.of_group(_itself), _unordered, kind="aggregate"),
    *define("FIRST_VALUE LAST_VALUE", _ANY, r.of_group(_itself), distinct_has_plan, kind="aggregate"),
    *define("COUNT", (Signature(()), signature(p.ANY, repeated=1)), r.never_null(BIGINT), _one_value, distinct_has_plan,
            kind="aggregate", text="COUNT(*) | COUNT([DISTINCT] any)"),
    *define("APPROX_COUNT_DISTINCT", (signature(p.ANY, repeated=1),), r.never_null(BIGINT), _grouped_only_over, _one_value,
            kind="aggregate"),
    *define("COLLECT", _ANY, lambda args, _site: multiset(args[0].type, False), distinct_has_plan, kind="aggregate"),
    *define("ARRAY_AGG", _ANY, lambda args, _site: array(args[0].type, args[0].type.nullable), distinct_has_plan,
            kind="aggregate"),
    *define("LISTAGG", one_of((p.STRING,), (p.STRING, p.STRING)), r.first, literal_string(1, "the separator"), kind="aggregate"),
    *define("SINGLE_VALUE", _ANY, r.of_group(_itself), _unordered, kind="aggregate"),
    *define("$SUM0", _NUMBER, lambda args, _site: sum_type(args[0].type).with_nullable(False), kind="aggregate"),
    *define("PERCENTILE", one_of((or_null(p.NUMBER_OR_INTERVAL), p.ANY),
                                 (or_null(p.NUMBER_OR_INTERVAL), p.ANY, or_null(p.INTEGER_OR_INTERVAL))),
            _shares, percentage, kind="aggregate", since="2.0", text="PERCENTILE(number, share[, frequency])"),
    *define("JSON_OBJECTAGG", (signature(p.STRING, or_null(p.ANY)),), r.never_null(_JSON_TEXT), json_values(1, 2), kind="aggregate",
            text="JSON_OBJECTAGG(KEY key VALUE value)"),
    *define("JSON_ARRAYAGG", (signature(or_null(p.ANY)),), r.never_null(_JSON_TEXT), json_values(0, 1), kind="aggregate"),
    *define("JSON_OBJECTAGG_NULL_ON_NULL JSON_OBJECTAGG_ABSENT_ON_NULL", (signature(p.STRING, or_null(p.ANY)),), r.never_null(_JSON_TEXT),
            json_values(1, 2), kind="aggregate"),
    *define("JSON_ARRAYAGG_NULL_ON_NULL JSON_ARRAYAGG_ABSENT_ON_NULL", (signature(_VALUE),), r.never_null(_JSON_TEXT),
            json_values(0, 1), kind="aggregate"),
    *define("GROUPING GROUPING_ID", (signature(p.ANY, repeated=1),), r.never_null(BIGINT), kind="aggregate"),
    *define("AUXILIARY_GROUP", _ANY, r.first, lambda function, _args, _site: no_plan(function, None, f"{function.name} is the planner's own")),
    *define("GROUP_ID", NILADIC, r.never_null(BIGINT), kind="aggregate"),
)  # fmt: skip

_NEIGHBOURS = one_of((p.ANY,), (p.ANY, p.NUMBER), (p.ANY, p.NUMBER, p.ANY))

_OVER: tuple[Function, ...] = (
    *define("ROW_NUMBER RANK DENSE_RANK", NILADIC, r.never_null(BIGINT), kind="aggregate", needs_over=True),
    *define("CUME_DIST PERCENT_RANK", NILADIC, r.never_null(DOUBLE), _not_streaming, kind="aggregate", needs_over=True),
    *define("NTILE", (signature(p.INTEGER),), r.never_null(BIGINT), _not_streaming, kind="aggregate", needs_over=True),
    *define("LAG", _NEIGHBOURS, _neighbour, neighbour, kind="aggregate", needs_over=True),
    *define("LEAD", _NEIGHBOURS, _neighbour, neighbour, _not_streaming, kind="aggregate", needs_over=True),
)  # fmt: skip

AGGREGATES: tuple[Function, ...] = (*_AGGREGATES, *_OVER)
