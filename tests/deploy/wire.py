"""What goes over the wire: HTTP through a proxy that counts, Kafka by librdkafka's own account of what it sends."""

from __future__ import annotations

import http.client
import logging
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

_SENT = re.compile(r"Sent (\w+?)Request")


@contextmanager
def counted(url: str) -> Iterator[tuple[str, list[str]]]:
    """A URL that leads to `url`, and the `METHOD path` of every call that was made through it."""
    target = urlsplit(url)
    calls: list[str] = []

    class Proxy(BaseHTTPRequestHandler):
        def forward(self) -> None:
            calls.append(f"{self.command} {self.path}")
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            assert target.hostname is not None
            connection = http.client.HTTPConnection(target.hostname, target.port, timeout=60)
            headers = {name: value for name, value in self.headers.items() if name.lower() != "host"}
            connection.request(self.command, self.path, body, headers)
            answer = connection.getresponse()
            content = answer.read()
            connection.close()
            self.send_response(answer.status)
            self.send_header("Content-Type", answer.headers.get("Content-Type", "application/json"))
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            self.wfile.write(content)

        do_GET = do_POST = do_PUT = do_DELETE = do_PATCH = forward  # noqa: N815  (the names http.server looks for)

        def log_message(self, format: str, *args: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Proxy)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}{target.path}", calls
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


class Requests(logging.Handler):
    """The kinds of requests that clients with `settings()` sent, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[str] = []
        self._logger = logging.Logger("requests", logging.DEBUG)
        self._logger.addHandler(self)

    def settings(self) -> dict[str, object]:
        return {"debug": "protocol", "log_level": 7, "logger": self._logger}

    def emit(self, record: logging.LogRecord) -> None:
        self.sent += _SENT.findall(record.getMessage())
