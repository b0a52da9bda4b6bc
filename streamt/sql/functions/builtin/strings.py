"""String, hash, URL and encoding functions."""

from __future__ import annotations

from collections.abc import Sequence

from streamt.coltypes import BOOLEAN, BYTES, INT, STRING, DataType, array, char, data_type, map_of, varchar
from streamt.coltypes import datatype as dt
from streamt.sql.functions import parameters as p
from streamt.sql.functions import returns as r
from streamt.sql.functions.builtin.define import NILADIC, define
from streamt.sql.functions.checks import hash_has_plan, index_from_zero, one_family
from streamt.sql.functions.model import Arg, Function
from streamt.sql.functions.parameters import one_of, or_null, signature


def _overlaid(args: Sequence[Arg]) -> DataType:
    one, other = args[0].type, args[1].type
    if one.is_unknown or other.is_unknown:
        return one if one.is_unknown else other
    kind = other.kind if other.kind in ("VARCHAR", "VARBINARY") else one.kind
    varying: dt.Kind = "VARCHAR" if kind in dt.CHARACTER else "VARBINARY"
    return data_type(varying, True, min(one.length + other.length, dt.MAX_LENGTH))


_TEXT = or_null(p.STRING)
_BINARY = or_null(p.BINARY)
_INT = or_null(p.SMALL_INTEGER)
_INTEGER = or_null(p.INTEGER_OR_INTERVAL)
_ONE = (signature(p.STRING),)
_TWO = (signature(p.STRING, p.STRING),)
_THREE = (signature(p.STRING, p.STRING, p.STRING),)
_PART = one_of((p.STRING, p.INTEGER), (p.STRING, p.INTEGER, p.INTEGER))
_HASHED = (signature(p.TEXT_OR_BINARY),)
_TO_STRING = r.nullable_if_any(STRING)

STRINGS: tuple[Function, ...] = (
    *define("UPPER LOWER INITCAP", _ONE, r.first),
    *define("CHAR_LENGTH CHARACTER_LENGTH ASCII", _ONE, r.nullable_if_any(INT)),
    *define("TRIM", one_of((p.STRING,), (p.UNIT, p.STRING), (p.UNIT, p.STRING, p.STRING)), r.if_any(lambda args: r.varying(args[-1].type)),
            text="TRIM([[BOTH | LEADING | TRAILING] string FROM] string)"),
    *define("LTRIM RTRIM", one_of((p.STRING,), (p.STRING, p.STRING)), r.if_any(r.varying_first)),
    *define("BTRIM", one_of((_TEXT,), (_TEXT, _TEXT)), _TO_STRING, since="2.0"),
    *define("POSITION", one_of((p.STRING, p.STRING), (p.STRING, p.STRING, p.INTEGER)), r.nullable_if_any(INT),
            text="POSITION(string IN string)"),
    *define("OVERLAY", one_of((p.TEXT_OR_BINARY, p.TEXT_OR_BINARY, p.INTEGER),
                              (p.TEXT_OR_BINARY, p.TEXT_OR_BINARY, p.INTEGER, p.INTEGER)),
            r.if_any(_overlaid), one_family, text="OVERLAY(string PLACING string FROM integer [FOR integer])"),
    *define("SUBSTRING SUBSTR", _PART, r.nullable(r.varying_first)),
    *define("LEFT RIGHT", (signature(p.STRING, p.INTEGER),), r.nullable(r.varying_first)),
    *define("REPLACE REGEXP_REPLACE", _THREE, _TO_STRING),
    *define("TRANSLATE", _THREE, r.nullable_if_first(STRING), since="2.0"),
    *define("TRANSLATE3", (signature(_TEXT, _TEXT, _TEXT),), r.nullable_if_first(STRING), since="2.0"),
    *define("REPEAT", (signature(p.STRING, p.INTEGER),), _TO_STRING),
    *define("LPAD RPAD", (signature(p.STRING, p.INTEGER, p.STRING),), _TO_STRING),
    *define("REVERSE", _ONE, r.always(STRING)),
    *define("INSTR", one_of((p.STRING, p.STRING), (p.STRING, p.STRING, p.INTEGER),
                            (p.STRING, p.STRING, p.INTEGER, p.INTEGER)), r.nullable_if_any(INT)),
    *define("LOCATE", one_of((p.STRING, p.STRING), (p.STRING, p.STRING, p.INTEGER)), r.nullable_if_any(INT)),
    *define("CONCAT", (signature(p.STRING, repeated=1),), _TO_STRING),
    *define("CONCAT_WS", (signature(p.STRING, repeated=1),), _TO_STRING),
    *define("REGEXP", _TWO, r.nullable_if_any(BOOLEAN)),
    *define("REGEXP_COUNT REGEXP_INSTR", (signature(_TEXT, _TEXT),), r.always(INT), since="2.0"),
    *define("REGEXP_SUBSTR", (signature(_TEXT, _TEXT),), r.always(STRING), since="2.0"),
    *define("REGEXP_EXTRACT", one_of((p.STRING, p.STRING), (p.STRING, p.STRING, p.INTEGER)), r.always(STRING)),
    *define("REGEXP_EXTRACT_ALL", one_of((_TEXT, _TEXT), (_TEXT, _TEXT, _INTEGER)), r.always(array(STRING)), since="2.0"),
    *define("SPLIT", (signature(_TEXT, _TEXT),), r.nullable_if_any(array(STRING))),
    *define("SPLIT_INDEX", one_of((p.STRING, p.STRING, p.INTEGER), (p.STRING, p.INTEGER, p.INTEGER)), r.always(STRING)),
    *define("STR_TO_MAP", one_of((p.STRING,), (p.STRING, p.STRING, p.STRING)), r.always(map_of(STRING, STRING))),
    *define("STARTSWITH ENDSWITH", one_of((_TEXT, _TEXT), (_BINARY, _BINARY)), r.nullable_if_any(BOOLEAN), since="2.0"),
    *define("CHR", (signature(p.INTEGER),), r.always(STRING)),
    *define("ENCODE", _TWO, r.nullable_if_any(BYTES)),
    *define("DECODE", (signature(p.BINARY, p.STRING),), _TO_STRING),
    *define("TO_BASE64 FROM_BASE64", _HASHED, _TO_STRING),
    *define("UNHEX", (signature(_TEXT),), r.always(BYTES), since="2.0"),
    *define("MD5", _HASHED, r.nullable_if_any(char(32))),
    *define("SHA1", _HASHED, r.nullable_if_any(char(40))),
    *define("SHA224", _HASHED, r.nullable_if_any(char(56))),
    *define("SHA256", _HASHED, r.nullable_if_any(char(64))),
    *define("SHA384", _HASHED, r.nullable_if_any(char(96))),
    *define("SHA512", _HASHED, r.nullable_if_any(char(128))),
    *define("SHA2", (signature(p.TEXT_OR_BINARY, p.INTEGER),), r.nullable_if_any(varchar(128))),
    *define("UUID", NILADIC, r.never_null(char(36)), determinism="non_deterministic"),
    *define("PARSE_URL", one_of((p.STRING, p.STRING), (p.STRING, p.STRING, p.STRING)), r.always(STRING)),
    *define("URL_ENCODE URL_DECODE", (signature(_TEXT),), r.always(STRING), since="2.0"),
    *define("PRINTF", (signature(_TEXT), signature(_TEXT, or_null(p.ANY), repeated=1)), r.always(STRING), since="2.0"),
    *define("ELT", (signature(p.INTEGER, _TEXT, repeated=1), signature(p.INTEGER, _BINARY, repeated=1)),
            r.merged_from(1), index_from_zero(0), since="2.0"),
    *define("IS_ALPHA IS_DECIMAL IS_DIGIT", (signature(p.TEXT_OR_NUMBER),), r.never_null(BOOLEAN)),
    *define("$HASHCODE$1", (signature(p.NO_VARIANT),), r.nullable_if_any(INT)),
    *define("HASH_CODE", (signature(p.HASHABLE),), r.nullable_if_any(INT), hash_has_plan),
)  # fmt: skip
