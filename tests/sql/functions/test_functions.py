"""What users of the table rely on: names, versions, messages, UNKNOWN, a project's own functions."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from streamt.coltypes import UNKNOWN, DataType, parse_type
from streamt.sql.functions import BUILTIN, Arg, CallProblem, Site, declared, resolve, suggest, symbol
from tests.oracle.functions_cases import BASES, Base
from tests.sql.functions.calls import SITES, argument


def called(function: str, *types: str, site: Site | None = None) -> DataType | CallProblem:
    found = resolve(function)
    assert found is not None
    return found.infer([Arg(parse_type(text)) for text in types], site or Site())


@pytest.mark.parametrize(
    ("function", "types", "kind", "index", "message"),
    [
        ("SUM", ["STRING"], "argument_type", 0, "SUM takes a number; got STRING (argument 1)"),
        ("UPPER", ["INT"], "argument_type", 0, "UPPER takes a string; got INT (argument 1)"),
        ("SUBSTRING", ["STRING", "STRING"], "argument_type", 1, "SUBSTRING takes a whole number; got STRING (argument 2)"),
        ("SUBSTRING", ["STRING"], "argument_count", None, "SUBSTRING takes 2 or 3 arguments; got 1: SUBSTRING(string, integer[, integer])"),
        ("NOW", ["INT"], "argument_count", None, "NOW takes 0 arguments; got 1: NOW()"),
        ("CONCAT", [], "argument_count", None, "CONCAT takes 1 or more arguments; got 0: CONCAT(string, ..)"),
        ("UPPER", ["NULL"], "argument_type", 0, "UPPER takes a string; got NULL without a type (argument 1): write CAST(NULL AS ..)"),
        ("STARTSWITH", ["STRING", "BYTES"], "argument_type", 1, "STARTSWITH takes a string; got BYTES (argument 2)"),
        ("COALESCE", ["INT", "STRING"], "argument_type", None, "COALESCE takes values of one kind; INT and STRING have no common type: CAST one of them"),
        ("=", ["INT", "DATE"], "argument_type", None, "= compares values of one kind; got INT and DATE: CAST one of them"),
        ("=", ["INT", "STRING"], "no_plan", None, "Flink cannot run = between INT and STRING: CAST the string to a number"),
        ("AND", ["BOOLEAN", "INT"], "argument_type", 1, "AND takes conditions; got INT: compare it with something"),
        ("CASE", ["INT", "INT", "INT"], "argument_type", 0, "a WHEN takes a condition; got INT (WHEN 1)"),
        ("ITEM", ["MAP<STRING, INT>", "INT"], "argument_type", 1, "the keys of this MAP are STRING; got INT"),
        ("ARRAY_CONTAINS", ["ARRAY<INT>", "STRING"], "argument_type", 1, "the elements of this ARRAY are INT; got STRING (argument 2)"),
        ("CAST", ["BIGINT", "TIMESTAMP(3)"], "no_plan", 0, "BIGINT cannot be cast to TIMESTAMP(3): use TO_TIMESTAMP_LTZ(number, 0 for seconds or 3 for milliseconds)"),
        ("||", ["STRING", "INT"], "argument_type", None, "|| joins strings; got STRING || INT: CAST the other value to STRING"),
        ("JSON_STRING", ["DATE"], "no_plan", 0, "DATE has no form in JSON: CAST it to STRING (argument 1)"),
    ],
)  # fmt: skip
def test_a_wrong_call_says_what_to_do(
    function: str, types: list[str], kind: str, index: int | None, message: str
) -> None:
    problem = called(function, *types)
    assert isinstance(problem, CallProblem)
    assert (problem.kind, problem.argument, problem.message) == (kind, index, message)


def test_a_wrong_operand_names_the_operator_and_the_way_out() -> None:
    problem = called("+", "INT", "STRING")
    assert isinstance(problem, CallProblem)
    assert problem.got == "INT + STRING"
    assert problem.message.endswith("CAST the string to a number, or join strings by ||")


def test_a_wrong_unit_lists_the_units() -> None:
    extract = resolve("EXTRACT")
    assert extract is not None
    problem = extract.infer([symbol("fortnight"), Arg(parse_type("DATE"))])
    assert isinstance(problem, CallProblem)
    assert problem.message == (
        "EXTRACT does not know the unit FORTNIGHT; units are YEAR, QUARTER, MONTH, WEEK, DAY, HOUR, MINUTE, SECOND"
    )


@pytest.mark.parametrize(
    ("site", "result"),
    [
        (Site(), "INT NOT NULL"),
        (Site(grouped=False), "INT"),
        (Site(filtered=True), "INT"),
        (Site(over=True, grouped=False), "INT NOT NULL"),
    ],
)
def test_an_aggregate_over_no_rows_is_null(site: Site, result: str) -> None:
    assert str(called("SUM", "INT NOT NULL", site=site)) == result


def _with_unknown(args: Sequence[Arg], place: int) -> list[Arg]:
    return [Arg(UNKNOWN) if index == place else arg for index, arg in enumerate(args)]


LITERALS_ONLY = frozenset(
    {"OBJECT_OF", "OBJECT_UPDATE", "JSON_OBJECT", "LISTAGG", "TYPEOF"}
)  # no unknown is a literal


def _problem_with_unknown(base: Base, place: int) -> str | None:
    function = resolve(base.function)
    assert function is not None
    args = [argument(text) for text in base.args]
    before = function.infer(args, SITES[base.site])
    after = function.infer(_with_unknown(args, place), SITES[base.site])
    return (
        f"{base}, {place}: {after.message}"
        if isinstance(before, DataType) and isinstance(after, CallProblem)
        else None
    )


def test_an_unknown_argument_is_never_a_problem() -> None:
    problems = [
        _problem_with_unknown(base, place)
        for base in BASES
        for place, text in enumerate(base.args)
        if text[0] not in ":>" and base.function not in LITERALS_ONLY
    ]
    assert len(problems) > 900
    assert [problem for problem in problems if problem] == []


def test_what_holds_of_every_value_is_known_of_an_unknown_one() -> None:
    assert str(called("CHAR_LENGTH", "UNKNOWN")) == "INT"
    assert str(called("IS NULL", "UNKNOWN")) == "BOOLEAN NOT NULL"
    assert str(called("COUNT", "UNKNOWN")) == "BIGINT NOT NULL"
    assert str(called("=", "UNKNOWN", "INT")) == "BOOLEAN"
    assert isinstance(called("UPPER", "UNKNOWN"), DataType)


@pytest.mark.parametrize("name", ["sum", "Sum", "SUM", "is not null", "||", "current_date"])
def test_names_are_found_in_any_case(name: str) -> None:
    found = resolve(name)
    assert found is not None
    assert found.name == name.upper()


@pytest.mark.parametrize(
    ("name", "version", "there"),
    [
        ("SPLIT", "1.20", True),
        ("URL_ENCODE", "1.20", False),
        ("URL_ENCODE", "1.20.3", False),
        ("URL_ENCODE", "2.0", True),
        ("PARSE_JSON", "2.0", False),
        ("PARSE_JSON", "2.1.0", True),
        ("OBJECT_OF", "2.1", False),
        ("OBJECT_OF", "2.x", True),
        ("NO_SUCH", "2.2", False),
    ],
)
def test_a_version_has_what_it_has(name: str, version: str, there: bool) -> None:
    assert (resolve(name, version) is not None) is there


@pytest.mark.parametrize(
    ("function", "types", "version", "result"),
    [
        ("TO_TIMESTAMP_LTZ", ["BIGINT"], "1.20", None),
        ("TO_TIMESTAMP_LTZ", ["BIGINT"], "2.0", "TIMESTAMP_LTZ(3)"),
        ("TO_TIMESTAMP_LTZ", ["BIGINT", "INT"], "1.20", "TIMESTAMP_LTZ(3)"),
        ("ENCODE", ["STRING", "STRING"], "2.1", "BINARY(1)"),
        ("ENCODE", ["STRING", "STRING"], "2.2", "BYTES"),
        ("SHA2", ["STRING", "DOUBLE"], "2.1", "VARCHAR(128)"),
        ("SHA2", ["STRING", "DOUBLE"], "2.2", None),
    ],
)
def test_older_versions_took_and_yielded_something_else(
    function: str, types: list[str], version: str, result: str | None
) -> None:
    found = resolve(function, version)
    assert found is not None
    inferred = found.infer([Arg(parse_type(text)) for text in types])
    assert str(inferred) == result if result else isinstance(inferred, CallProblem)


def test_timestamps_took_whole_units_before_flink_2() -> None:
    args = [symbol("MILLISECOND"), Arg(parse_type("INT")), Arg(parse_type("TIMESTAMP(3)"))]
    older, newer = resolve("TIMESTAMPADD", "1.20"), resolve("TIMESTAMPADD")
    assert older is not None
    assert newer is not None
    assert isinstance(older.infer(args), CallProblem)
    assert str(newer.infer(args)) == "TIMESTAMP(3)"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("UPER", "UPPER"),
        ("json_valu", "JSON_VALUE"),
        ("LEN", "CHAR_LENGTH"),
        ("nvl", "COALESCE"),
        ("DATE_TRUNC", "FLOOR(time TO DAY)"),
        ("mask_emial", "mask_email"),
        ("QQQQ", None),
    ],
)
def test_the_function_a_wrong_name_means(written: str, meant: str | None) -> None:
    assert suggest(written, ["mask_email"]) == meant


def test_names_are_unique_and_signatures_readable() -> None:
    names = [function.name for function in BUILTIN]
    assert len(names) == len(set(names))
    assert all(function.signature and "\n" not in function.signature for function in BUILTIN)


MASK = declared(
    "mask_email",
    [("email", parse_type("STRING")), ("keep", parse_type("INT NOT NULL"))],
    parse_type("STRING NOT NULL"),
)


def test_a_projects_function_is_called_as_declared() -> None:
    args = [Arg(parse_type("VARCHAR(10)")), Arg(parse_type("TINYINT NOT NULL"))]
    assert str(MASK.infer(args)) == "STRING NOT NULL"
    assert MASK.signature == "mask_email(email STRING, keep INT)"
    assert MASK.declared


def test_named_arguments_may_come_in_any_order() -> None:
    args = [Arg(parse_type("INT NOT NULL"), name="keep"), Arg(parse_type("STRING"), name="email")]
    assert isinstance(MASK.infer(args), DataType)


@pytest.mark.parametrize(
    ("types", "kind", "message"),
    [
        (["INT", "INT NOT NULL"], "argument_type", "mask_email takes STRING for email; got INT (argument 1)"),
        (["STRING", "INT"], "argument_type", "mask_email takes INT NOT NULL for keep; got INT (argument 2)"),
        (
            ["STRING"],
            "argument_count",
            "mask_email takes 2 arguments; got 1: mask_email(email STRING, keep INT)",
        ),
    ],
)
def test_a_wrong_call_of_a_projects_function(types: list[str], kind: str, message: str) -> None:
    problem = MASK.infer([Arg(parse_type(text)) for text in types])
    assert isinstance(problem, CallProblem)
    assert (problem.kind, problem.message) == (kind, message)


def test_a_table_function_yields_its_columns() -> None:
    columns = parse_type("ROW<word STRING, length INT>")
    split = declared("split_words", [("text", parse_type("STRING"))], columns, "table", deterministic=False)
    assert split.infer([Arg(UNKNOWN)]) is columns
    assert (split.kind, split.determinism) == ("table", "non_deterministic")


@pytest.mark.parametrize(
    ("column", "text", "message"),
    [
        ("TIMESTAMP(3)", "2024-01-01T00:00:00Z", "'2024-01-01T00:00:00Z' does not read as TIMESTAMP: write 'yyyy-MM-dd HH:mm:ss[.fff]'"),
        ("DATE", "2024/01/01", "'2024/01/01' does not read as DATE: write 'yyyy-MM-dd'"),
        ("TIME(0)", "24:00:00", "'24:00:00' does not read as TIME: write 'HH:mm:ss'"),
    ],
)  # fmt: skip
def test_a_literal_that_is_no_date_is_caught_before_submit(column: str, text: str, message: str) -> None:
    equals = resolve("=")
    assert equals is not None
    problem = equals.infer([Arg(parse_type(column)), Arg(parse_type(f"CHAR({len(text)}) NOT NULL"), text)])
    assert isinstance(problem, CallProblem)
    assert (problem.kind, problem.argument, problem.message) == ("no_plan", 1, message)


@pytest.mark.parametrize(("version", "runs"), [("1.20", False), ("2.0", False), ("2.2", True)])
def test_first_and_last_value_of_a_time_came_late(version: str, runs: bool) -> None:
    found = resolve("LAST_VALUE", version)
    assert found is not None
    assert isinstance(found.infer([Arg(parse_type("TIMESTAMP(3)"))]), DataType) is runs
    assert isinstance(found.infer([Arg(parse_type("STRING"))]), DataType)
