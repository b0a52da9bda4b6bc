"""Does a part answer?"""

from __future__ import annotations

import http.client
import json
import socket
import struct
from collections.abc import Mapping

from streamt.local.parts import Probe
from streamt.local.ports import HOST

_TIMEOUT_SECONDS = 2.0
_API_VERSIONS = 18
_CORRELATION = 20_117


def answers(probe: Probe, ports: Mapping[str, int]) -> bool:
    port = ports[probe.port]
    try:
        if probe.speaks == "kafka":
            return _answers_kafka(port)
        return _answers_http(port, probe)
    except (OSError, ValueError, http.client.HTTPException):
        return False  # not yet: refused, cut off, or half an answer


def _answers_kafka(port: int) -> bool:
    """Ask for the broker's API versions, the first thing any client does."""
    body = struct.pack(">hhih", _API_VERSIONS, 0, _CORRELATION, -1)
    with socket.create_connection((HOST, port), timeout=_TIMEOUT_SECONDS) as connection:
        connection.sendall(struct.pack(">i", len(body)) + body)
        with connection.makefile("rb") as stream:
            head = stream.read(10)
    if len(head) < 10:
        return False
    _size, correlation, error = struct.unpack(">iih", head)
    return bool(correlation == _CORRELATION and error == 0)


def _answers_http(port: int, probe: Probe) -> bool:
    connection = http.client.HTTPConnection(HOST, port, timeout=_TIMEOUT_SECONDS)
    try:
        connection.request("GET", probe.path)
        answer = connection.getresponse()
        body = answer.read()
    finally:
        connection.close()
    if answer.status != 200:
        return False
    return not probe.counts or int(json.loads(body)[probe.counts]) > 0
