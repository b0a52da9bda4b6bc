from __future__ import annotations

import pytest

from streamt.errors import CannotRun
from streamt.local.env_file import variables
from streamt.local.jars import MODULES
from streamt.local.parts import GROUPS, PARTS, modules_of, parts_of


def names(groups: list[str]) -> list[str]:
    return [part.name for part in parts_of(groups)]


def test_all_parts_without_a_choice() -> None:
    assert parts_of([]) == PARTS


def test_a_choice_starts_nothing_else() -> None:
    assert names(["registry"]) == ["registry"]
    assert names(["flink"]) == ["jobmanager", "taskmanager", "sql-gateway"]


def test_connect_brings_the_broker_it_needs() -> None:
    assert names(["connect"]) == ["kafka", "connect"]


def test_an_unknown_part_is_named_with_the_known_ones() -> None:
    with pytest.raises(CannotRun, match=r"no part 'zookeeper'\. Parts are: kafka, registry, connect, flink"):
        parts_of(["kafka", "zookeeper"])


def test_every_group_has_a_part_and_every_part_a_group() -> None:
    assert {part.group for part in PARTS} == set(GROUPS)


def test_every_port_has_one_owner() -> None:
    ports = [port for part in PARTS for port in part.ports]
    assert len(ports) == len(set(ports))


def test_every_module_is_one_that_maven_fills() -> None:
    assert set(modules_of(PARTS)) == {module for module, _ in MODULES}


def test_variables_are_those_of_the_chosen_parts() -> None:
    ports = {port: 9000 + index for index, port in enumerate(port for part in PARTS for port in part.ports)}
    assert variables(parts_of(["kafka"]), ports) == {
        "KAFKA_BOOTSTRAP": "127.0.0.1:9000",
        "KAFKA_SASL_BOOTSTRAP": "127.0.0.1:9001",
    }
