from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from streamt.errors import CannotRun
from streamt.local.ports import choose_ports, free_ports, is_free

NAMES = ("kafka", "connect")


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        yield server.getsockname()[1]


def test_free_ports_differ_and_are_free() -> None:
    ports = free_ports(20)
    assert len(set(ports)) == 20
    assert all(map(is_free, ports))


def test_a_listening_port_is_not_free(taken: int) -> None:
    assert not is_free(taken)


def test_every_name_gets_a_port() -> None:
    assert set(choose_ports(NAMES, {}, {}, {})) == set(NAMES)


def test_the_port_of_last_time_is_kept() -> None:
    last = dict(zip(NAMES, free_ports(2), strict=True))
    assert choose_ports(NAMES, {}, {}, last) == last


def test_a_port_of_last_time_that_is_taken_now_is_replaced(taken: int) -> None:
    assert choose_ports(NAMES, {}, {}, {"kafka": taken})["kafka"] != taken


def test_an_asked_port_wins_over_last_time() -> None:
    asked, last = free_ports(2)
    assert choose_ports(NAMES, {"kafka": asked}, {}, {"kafka": last})["kafka"] == asked


def test_another_name_does_not_keep_a_port_that_is_asked_for() -> None:
    (port,) = free_ports(1)
    chosen = choose_ports(NAMES, {"kafka": port}, {}, {"connect": port})
    assert chosen["kafka"] == port
    assert chosen["connect"] != port


def test_what_runs_keeps_its_port_although_it_is_in_use(taken: int) -> None:
    assert choose_ports(NAMES, {}, {"kafka": taken}, {})["kafka"] == taken
    assert choose_ports(NAMES, {"kafka": taken}, {"kafka": taken}, {})["kafka"] == taken


def test_an_asked_port_that_is_taken_is_refused(taken: int) -> None:
    with pytest.raises(CannotRun, match=f"Port {taken}, asked for kafka, is taken by another program"):
        choose_ports(NAMES, {"kafka": taken}, {}, {})


def test_moving_what_runs_is_refused(taken: int) -> None:
    (other,) = free_ports(1)
    with pytest.raises(
        CannotRun, match=f"kafka listens on port {taken} already. Stop it first: streamt local down"
    ):
        choose_ports(NAMES, {"kafka": other}, {"kafka": taken}, {})


def test_one_port_for_two_names_is_refused() -> None:
    (port,) = free_ports(1)
    with pytest.raises(CannotRun, match="asked for twice: for kafka and for connect"):
        choose_ports(NAMES, {"kafka": port, "connect": port}, {}, {})


def test_an_unknown_name_is_refused_with_the_known_ones() -> None:
    with pytest.raises(CannotRun, match=r"no port 'kafak' to set\. Ports are: kafka, connect"):
        choose_ports(NAMES, {"kafak": 9092}, {}, {})
