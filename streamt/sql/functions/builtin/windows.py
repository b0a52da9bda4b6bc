"""Window functions, MATCH_RECOGNIZE functions and the table functions that are built in.

The binder lays out what a window TVF yields (its input's columns and three more); here are names and arguments.
"""

from __future__ import annotations

from streamt.coltypes import BIGINT, STRING, UNKNOWN, timestamp, timestamp_ltz
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import NILADIC, define
from streamt.sql.functions.model import Function
from streamt.sql.functions.parameters import one_of, or_null, signature

_TIME_AND_SIZE = one_of((p.DATETIME, p.INTERVAL), (p.DATETIME, p.INTERVAL, p.TIME))
_TIME_SLIDE_AND_SIZE = one_of(
    (p.DATETIME, p.INTERVAL, p.INTERVAL), (p.DATETIME, p.INTERVAL, p.INTERVAL, p.TIME)
)
_FREE = (signature(or_null(p.ANY), repeated=1),)
_ENDS = "{0}_START {0}_END"
_ATTRIBUTES = "{0}_ROWTIME {0}_PROCTIME"

WINDOWS: tuple[Function, ...] = (
    *define("TUMBLE SESSION", _TIME_AND_SIZE, r.first, kind="window", text="TUMBLE(time, size)"),
    *define("HOP", _TIME_SLIDE_AND_SIZE, r.first, kind="window", text="HOP(time, slide, size)"),
    *define("CUMULATE", _TIME_SLIDE_AND_SIZE, r.first, kind="window", text="CUMULATE(TABLE t, DESCRIPTOR(time), step, size)"),
    *define(" ".join(_ENDS.format(name) for name in ("TUMBLE", "SESSION")), _TIME_AND_SIZE, r.first, kind="window"),
    *define(_ENDS.format("HOP"), _TIME_SLIDE_AND_SIZE, r.first, kind="window"),
    *define(" ".join(_ATTRIBUTES.format(name) for name in ("TUMBLE", "SESSION")), _TIME_AND_SIZE, r.first, kind="window"),
    *define(_ATTRIBUTES.format("HOP"), _TIME_SLIDE_AND_SIZE, r.first, kind="window"),
    *define("FIRST LAST PREV NEXT", one_of((p.ANY,), (p.ANY, p.NUMBER)), r.first_nullable, text="FIRST(any[, number])"),
    *define("CLASSIFIER", NILADIC, r.never_null(STRING)),
    *define("MATCH_ROWTIME", one_of((), (p.ANY,)), r.never_null(timestamp(3))),
    *define("MATCH_PROCTIME", NILADIC, r.never_null(timestamp_ltz(3)), determinism="non_deterministic"),
    *define("SOURCE_WATERMARK", NILADIC, r.always(timestamp_ltz(3)), determinism="non_deterministic"),
    *define("CURRENT_DATABASE", NILADIC, r.never_null(STRING), determinism="dynamic"),
    *define("STREAMRECORD_TIMESTAMP", (signature(p.NUMBER),), r.never_null(BIGINT)),
    *define("PRINT", (signature(p.STRING, p.ANY),), r.second),
    *define("UNNEST", (signature(p.COLLECTION_OR_MAP),), r.always(UNKNOWN), kind="table"),
    *define("ML_PREDICT ML_EVALUATE", _FREE, r.always(UNKNOWN), kind="process_table", since="2.1"),
    *define("VECTOR_SEARCH", _FREE, r.always(UNKNOWN), kind="process_table", since="2.2"),
)  # fmt: skip
