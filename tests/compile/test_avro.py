"""Avro schemas to the letter: what Flink would register is what we register."""

from __future__ import annotations

import json

import pytest

from streamt.analysis.model import NodeColumn
from streamt.coltypes import parse_type
from streamt.compile.avro import avro_record, avro_text


def derived(*columns: tuple[str, str]) -> list[dict[str, object]] | None:
    found = avro_record("record", [column(name, kind) for name, kind in columns])
    fields: list[dict[str, object]] | None = found["fields"] if found else None
    return fields


def column(name: str, kind: str) -> NodeColumn:
    parsed = parse_type(kind)
    return NodeColumn(name, parsed, parsed.nullable, declared=None)


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("BIGINT NOT NULL", "long"),
        ("TINYINT", ["null", "int"]),
        ("TIMESTAMP(3)", ["null", {"type": "long", "logicalType": "timestamp-millis"}]),
        ("TIME(0)", ["null", {"type": "int", "logicalType": "time-millis"}]),
        ("DECIMAL(12, 2)", ["null", {"type": "bytes", "logicalType": "decimal", "precision": 12, "scale": 2}]),
        ("MULTISET<STRING> NOT NULL", {"type": "map", "values": "int"}),
        ("MAP<STRING, INT NOT NULL> NOT NULL", {"type": "map", "values": "int"}),
        (
            "ARRAY<ROW<a INT NOT NULL, b ROW<x STRING>> NOT NULL> NOT NULL",
            {
                "type": "array",
                "items": {
                    "type": "record",
                    "name": "record_c",
                    "fields": [
                        {"name": "a", "type": "int"},
                        {
                            "name": "b",
                            "type": [
                                "null",
                                {
                                    "type": "record",
                                    "name": "record_c_b",
                                    "fields": [{"name": "x", "type": ["null", "string"], "default": None}],
                                },
                            ],
                            "default": None,
                        },
                    ],
                },
            },
        ),
    ],
)
def test_a_column_as_flink_maps_it(kind: str, expected: object) -> None:
    fields = derived(("c", kind))
    assert fields is not None
    assert fields[0]["type"] == expected


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("seen", "TIMESTAMP_LTZ(3)"),
        ("seen", "TIMESTAMP(6)"),
        ("clock", "TIME(6)"),
        ("counted", "MAP<INT, INT>"),
        ("odd name", "INT"),
        ("odd", "ROW<`a-b` INT>"),
        ("deep", "ARRAY<MAP<STRING, TIMESTAMP(9)>>"),
    ],
)
def test_what_flinks_avro_cannot_hold_has_no_schema(name: str, kind: str) -> None:
    assert derived(("id", "INT"), (name, kind)) is None


def test_text_has_the_order_of_javas_avro_whatever_order_it_was_written_in() -> None:
    written = {
        "fields": [
            {"default": None, "doc": "what for", "name": "note", "type": ["null", "string"]},
            {"type": {"logicalType": "timestamp-millis", "type": "long"}, "name": "t"},
            {"name": "kind", "type": {"symbols": ["A", "B"], "name": "Kind", "type": "enum", "default": "A"}},
        ],
        "aliases": ["Old"],
        "owner": {"type": "team", "name": "kept as it is"},
        "doc": "What comes out",
        "namespace": "com.shop",
        "name": "Out",
        "type": "record",
    }
    text = avro_text(written)
    assert json.loads(text) == written
    assert text == (
        '{"type":"record","name":"Out","namespace":"com.shop","doc":"What comes out","fields":['
        '{"name":"note","type":["null","string"],"doc":"what for","default":null},'
        '{"name":"t","type":{"type":"long","logicalType":"timestamp-millis"}},'
        '{"name":"kind","type":{"type":"enum","name":"Kind","symbols":["A","B"],"default":"A"}}],'
        '"owner":{"type":"team","name":"kept as it is"},"aliases":["Old"]}'
    )
