"""Date and time functions, and those that read the clock or the watermark."""

from __future__ import annotations

from collections.abc import Sequence

from streamt.coltypes import BIGINT, DATE, INT, STRING, TIME, DataType, timestamp, timestamp_ltz
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import NILADIC, define
from streamt.sql.functions.checks import precision_of_epoch, rowtime_argument
from streamt.sql.functions.model import Arg, Function, Site
from streamt.sql.functions.parameters import one_of, or_null, signature
from streamt.sql.functions.units import added_unit, difference_unit, extracted_unit

_SUB_DAY = frozenset({"HOUR", "MINUTE", "SECOND", "MILLISECOND", "MICROSECOND", "NANOSECOND", "FRAC_SECOND"})
_FRACTION_DIGITS = {"MILLISECOND": 3, "MICROSECOND": 6, "FRAC_SECOND": 6, "NANOSECOND": 9}


def added(args: Sequence[Arg]) -> DataType:
    """TIMESTAMPADD(unit, number, datetime): hours make a timestamp of a date, microseconds widen one."""
    unit, found = args[0].symbol or "", args[2].type
    if found.kind == "DATE" and unit in _SUB_DAY:
        return timestamp(max(_FRACTION_DIGITS.get(unit, 0), 6))
    if found.kind in ("TIMESTAMP", "TIMESTAMP_LTZ"):
        precision = max(found.precision, _FRACTION_DIGITS.get(unit, 0))
        return timestamp(precision) if found.kind == "TIMESTAMP" else timestamp_ltz(precision)
    return found


def difference(args: Sequence[Arg], _site: Site) -> DataType:
    found = BIGINT if args[0].symbol == "NANOSECOND" else INT
    return found.with_nullable(args[1].type.nullable or args[2].type.nullable)


def _watermark(args: Sequence[Arg]) -> DataType:
    found = args[0].type
    return timestamp_ltz(3) if found.kind == "TIMESTAMP_LTZ" else timestamp(3)


_TEXT = or_null(p.STRING)
_NUMBER = or_null(p.NUMBER_OR_INTERVAL)
_PARTS = "YEAR QUARTER MONTH WEEK DAYOFYEAR DAYOFMONTH DAYOFWEEK HOUR MINUTE SECOND"

TIMES: tuple[Function, ...] = (
    *define(_PARTS, (signature(p.DATETIME_OR_INTERVAL),), r.nullable_if_any(BIGINT), extracted_unit),
    *define("EXTRACT", (signature(p.UNIT, p.DATETIME_OR_INTERVAL),), r.nullable_if_any(BIGINT), extracted_unit,
            text="EXTRACT(unit FROM datetime)"),
    *define("TIMESTAMPADD", (signature(p.UNIT, p.INTEGER, p.DATETIME),), r.if_any(added), added_unit,
            text="TIMESTAMPADD(unit, integer, datetime)"),
    *define("TIMESTAMPDIFF", (signature(p.UNIT, p.DATETIME, p.DATETIME),), difference, difference_unit,
            text="TIMESTAMPDIFF(unit, start, end)"),
    *define("CURRENT_DATE", NILADIC, r.never_null(DATE), determinism="dynamic", parentheses=False),
    *define("CURRENT_TIME LOCALTIME", NILADIC, r.never_null(TIME), determinism="dynamic", parentheses=False),
    *define("CURRENT_TIMESTAMP", NILADIC, r.never_null(timestamp_ltz(3)), determinism="dynamic", parentheses=False),
    *define("LOCALTIMESTAMP", NILADIC, r.never_null(timestamp(3)), determinism="dynamic", parentheses=False),
    *define("NOW", NILADIC, r.never_null(timestamp_ltz(3)), determinism="dynamic"),
    *define("CURRENT_ROW_TIMESTAMP PROCTIME", NILADIC, r.never_null(timestamp_ltz(3)), determinism="non_deterministic"),
    *define("PROCTIME_MATERIALIZE", (signature(p.TIMESTAMP),), r.nullable_if_any(timestamp_ltz(3)), determinism="non_deterministic"),
    *define("UNIX_TIMESTAMP", one_of((), (p.STRING,), (p.STRING, p.STRING)), r.nullable_if_any(BIGINT),
            determinism="non_deterministic"),
    *define("FROM_UNIXTIME", one_of((p.INTEGER,), (p.INTEGER, p.STRING)), r.always(STRING)),
    *define("TO_DATE", one_of((p.STRING,), (p.STRING, p.STRING)), r.always(DATE)),
    *define("TO_TIMESTAMP", one_of((p.STRING,), (p.STRING, p.STRING)), r.always(timestamp(3))),
    *define("TO_TIMESTAMP_LTZ", one_of((_NUMBER,), (_NUMBER, p.INTEGER), (_TEXT,), (_TEXT, _TEXT), (_TEXT, _TEXT, _TEXT)),
            r.always(timestamp_ltz(3)), precision_of_epoch,
            text="TO_TIMESTAMP_LTZ(number[, 0 | 3]) | TO_TIMESTAMP_LTZ(string[, format[, time zone]])"),
    *define("DATE_FORMAT", one_of((p.TIMESTAMP, p.STRING), (p.STRING, p.STRING)), r.always(STRING)),
    *define("CONVERT_TZ", (signature(p.STRING, p.STRING, p.STRING),), r.always(STRING)),
    *define("CURRENT_WATERMARK", (signature(p.ANY),), r.nullable(_watermark), rowtime_argument,
            determinism="non_deterministic"),
)  # fmt: skip
