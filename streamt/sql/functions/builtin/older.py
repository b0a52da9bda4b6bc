"""Functions as older Flink versions had them, where those took or yielded something else."""

from __future__ import annotations

from streamt.coltypes import STRING, binary, timestamp_ltz, varchar
from streamt.coltypes import datatype as dt
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import define
from streamt.sql.functions.builtin.times import added, difference
from streamt.sql.functions.checks import on_each
from streamt.sql.functions.model import Function
from streamt.sql.functions.parameters import signature
from streamt.sql.functions.units import plain_unit

_unkept = on_each(
    dt.DATETIME, dt.INTERVAL, dt.BINARY_STRING, dt.CONSTRUCTED, frozenset({"CHAR"}),
    message=lambda got: f"FIRST_VALUE and LAST_VALUE take no {got} before Flink 2.1: CAST it to STRING",
)  # fmt: skip

OLDER: tuple[Function, ...] = (
    *define("FIRST_VALUE LAST_VALUE", (signature(p.ANY),), r.of_group(lambda found: found), _unkept, kind="aggregate", until="2.1"),
    *define("TO_TIMESTAMP_LTZ", (signature(p.NUMBER, p.INTEGER),), r.always(timestamp_ltz(3)), until="2.0"),
    *define("TIMESTAMPADD", (signature(p.UNIT, p.INTEGER, p.DATETIME),), r.if_any(added), plain_unit,
            until="2.0", text="TIMESTAMPADD(unit, integer, datetime)"),
    *define("TIMESTAMPDIFF", (signature(p.UNIT, p.DATETIME, p.DATETIME),), difference, plain_unit,
            until="2.0", text="TIMESTAMPDIFF(unit, start, end)"),
    *define("ENCODE", (signature(p.STRING, p.STRING),), r.always(binary(1)), until="2.2"),
    *define("DECODE", (signature(p.BINARY, p.STRING),), r.always(STRING), until="2.2"),
    *define("SHA2", (signature(p.TEXT_OR_BINARY, p.NUMBER),), r.nullable_if_any(varchar(128)), until="2.2"),
)  # fmt: skip
