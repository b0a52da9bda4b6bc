"""Which function a name means."""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from typing import Final

from streamt.sql.functions.builtin import BUILTIN, OLDER
from streamt.sql.functions.builtin.operators import OPERATORS
from streamt.sql.functions.model import Function
from streamt.sql.versions import ordered

_BY_NAME: Final[dict[str, Function]] = {function.name: function for function in BUILTIN}
_OLDER: Final[dict[str, Function]] = {function.name: function for function in OLDER}
_SIGNS: Final = frozenset(function.name for function in OPERATORS) - {"NULLIF", "MINUS_DATE"}
_FOREIGN: Final = {  # what other systems call it -> what Flink does
    "LEN": "CHAR_LENGTH", "LENGTH": "CHAR_LENGTH", "NVL": "COALESCE", "ISNULL": "COALESCE", "GETDATE": "NOW",
    "SYSDATE": "NOW", "TO_CHAR": "DATE_FORMAT", "DATE_TRUNC": "FLOOR(time TO DAY)", "DATEDIFF": "TIMESTAMPDIFF(DAY, from, to)",
    "DATEADD": "TIMESTAMPADD(DAY, 1, time)", "DATE_ADD": "TIMESTAMPADD(DAY, 1, time)", "DATE_DIFF": "TIMESTAMPDIFF(DAY, from, to)", "STRING_AGG": "LISTAGG",
    "GROUP_CONCAT": "LISTAGG", "EXPLODE": "CROSS JOIN UNNEST(..) in FROM", "IIF": "IF", "POW": "POWER", "RANDOM": "RAND", "SIZE": "CARDINALITY",
    "ARRAY_LENGTH": "CARDINALITY", "GET_JSON_OBJECT": "JSON_VALUE", "JSON_EXTRACT": "JSON_VALUE", "ANY_VALUE": "FIRST_VALUE",
    "MEDIAN": "PERCENTILE", "UCASE": "UPPER", "LCASE": "LOWER", "STRPOS": "POSITION", "CHARINDEX": "LOCATE",
    "FROM_TIMESTAMP": "DATE_FORMAT", "EPOCH": "UNIX_TIMESTAMP", "TO_UNIX_TIMESTAMP": "UNIX_TIMESTAMP", "NVL2": "IF",
    "COLLECT_LIST": "ARRAY_AGG", "COUNT_IF": "COUNT(*) FILTER (WHERE ..)", "COUNTIF": "COUNT(*) FILTER (WHERE ..)",
    "SUM_IF": "SUM(..) FILTER (WHERE ..)", "ARG_MAX": "LAST_VALUE", "MAX_BY": "LAST_VALUE", "COLLECT_SET": "COLLECT", "MAKE_ARRAY": "ARRAY", "STRUCT": "ROW", "SHA": "SHA1",
}  # fmt: skip


def resolve(name: str, version: str = "2.2") -> Function | None:
    """The built-in function or operator of that name, in any case; None when this Flink version has none."""
    found = _BY_NAME.get(name) or _BY_NAME.get(name.upper())
    if found is None or (found.since is None and found.name not in _OLDER):
        return found
    asked = ordered(version)
    older = _OLDER.get(found.name)
    if older is not None and older.until is not None and asked < ordered(older.until):
        return older
    return None if found.since is not None and asked < ordered(found.since) else found


def resolve_call(name: str, version: str = "2.2") -> Function | None:
    """The built-in function that `name(..)` calls: an operator, `ITEM` or `+`, has no such form."""
    found = resolve(name, version)
    return None if found is None or found.name in _SIGNS else found


def suggest(name: str, extra_names: Iterable[str] = ()) -> str | None:
    """The function a misspelt or foreign name most likely means."""
    wanted = name.upper()[:60]
    extra = {other.upper(): other for other in extra_names}
    if wanted in _FOREIGN and wanted not in extra:
        return _FOREIGN[wanted]
    names = [*extra, *(known for known in _BY_NAME if known.replace("_", "").isalnum())]
    closest = difflib.get_close_matches(wanted, sorted(names), 1, 0.75)
    return extra.get(closest[0], closest[0]) if closest else None
