"""Sites that are built once for all tests, and a browser to look at them."""

from __future__ import annotations

import functools
import http.server
import os
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from streamt import mkdocs_site
from streamt.manifest import io
from streamt.manifest.model import Manifest
from tests.docs import manifests

# What keeps Chromium from asking its maker for updates while we watch for requests.
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


def written(manifest: Manifest, folder: Path, name: str = "manifest.json") -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    path.write_text(io.to_text(manifest), "utf-8")
    return path


def _built(manifest: Manifest, folder: Path) -> Path:
    mkdocs_site.build([written(manifest, folder)], folder / "site")
    return folder / "site"


@pytest.fixture(scope="session")
def fraud_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(manifests.fraud(), tmp_path_factory.mktemp("fraud"))


@pytest.fixture(scope="session")
def hostile_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(manifests.hostile(), tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def large_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return _built(manifests.many(300), tmp_path_factory.mktemp("large"))


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        reason = "Chromium is not installed (Debian: apt-get install chromium)"
        pytest.fail(reason) if os.environ.get("CI") == "true" else pytest.skip(reason)
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield browser
        browser.close()


# Nothing from another host, and no script or style that stands in a page: what a careful host allows. The theme's icons are
# images inside its style sheet.
POLICY = "default-src 'self'; img-src 'self' data:"


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture(scope="session")
def served(fraud_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The fraud site below a path of a server, as on a host that serves several sites, under a strict policy."""
    root = tmp_path_factory.mktemp("www")
    (root / "below").mkdir()
    (root / "below" / "catalog").symlink_to(fraud_site)
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/below/catalog"
    server.shutdown()
    thread.join()
    server.server_close()
