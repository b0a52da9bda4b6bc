"""Ports for the parts: what was asked for, else last time's, else free ones."""

from __future__ import annotations

import socket
from collections.abc import Iterable, Mapping
from contextlib import ExitStack

from streamt.errors import CannotRun

HOST = "127.0.0.1"


def is_free(port: int) -> bool:
    with socket.socket() as probe:
        # As the servers do: a port whose last connection is just closing counts as free.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def free_ports(count: int) -> tuple[int, ...]:
    """Different ports, free at this moment (all are held open until the last is found)."""
    with ExitStack() as held:
        sockets = [held.enter_context(socket.socket()) for _ in range(count)]
        for one in sockets:
            one.bind((HOST, 0))
        return tuple(one.getsockname()[1] for one in sockets)


def choose_ports(
    names: Iterable[str], asked: Mapping[str, int], in_use: Mapping[str, int], last: Mapping[str, int]
) -> dict[str, int]:
    """A port for every name.

    `in_use` are those of parts that run already and cannot move, `last` those of the previous start, kept where still
    free. Raises CannotRun when a port that was asked for cannot be had.
    """
    wanted = tuple(names)
    _refuse_impossible(wanted, asked, in_use)
    chosen = {**asked, **in_use}
    for name in wanted:
        port = last.get(name)
        if name not in chosen and port is not None and port not in chosen.values() and is_free(port):
            chosen[name] = port
    open_names = [name for name in wanted if name not in chosen]
    return chosen | dict(zip(open_names, free_ports(len(open_names)), strict=True))


def _refuse_impossible(names: tuple[str, ...], asked: Mapping[str, int], in_use: Mapping[str, int]) -> None:
    owners: dict[int, str] = {}
    for name, port in asked.items():
        if name not in names:
            raise CannotRun(f"There is no port {name!r} to set. Ports are: {', '.join(names)}.")
        if port in owners:
            raise CannotRun(f"Port {port} is asked for twice: for {owners[port]} and for {name}.")
        owners[port] = name
        if name in in_use:
            if in_use[name] != port:
                raise CannotRun(
                    f"{name} listens on port {in_use[name]} already. Stop it first: streamt local down."
                )
        elif not is_free(port):
            raise CannotRun(f"Port {port}, asked for {name}, is taken by another program.")
