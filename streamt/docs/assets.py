"""Where the templates, styles and scripts of the site are, and the graph library that it ships."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import streamt
from streamt.docs.page import Asset
from streamt.errors import CannotRun

FOLDER = "assets/streamt"
_SHIPPED = ("catalog.css", "catalog.js", "lineage.js", "scheme.js", "iframe-worker.js")


def templates_folder() -> Path:
    """`site_templates/`: inside the package in a wheel, at the top of the repository in an editable checkout."""
    package = Path(streamt.__file__).parent
    for folder in (package / "_shipped" / "site_templates", package.parent / "site_templates"):
        if (folder / "page.html").is_file():
            return folder
    raise CannotRun("The templates of the site are missing from this installation. Reinstall streamt.")


def shipped() -> Iterator[Asset]:
    """The files every page loads, and vis-network, which the lineage page loads. All are served by the site itself."""
    folder = templates_folder()
    for name in _SHIPPED:
        yield Asset(f"{FOLDER}/{name}", (folder / name).read_bytes())
    yield Asset(f"{FOLDER}/vis-network.min.js", _vis_network().read_bytes())


def _vis_network() -> Path:
    """Out of pyvis's package files; its own pages ask other hosts for their parts, even with resources "in line"."""
    spec = find_spec("pyvis")
    if spec is None or not spec.submodule_search_locations:
        raise CannotRun('The site needs pyvis. Install it with `pip install "streamt[docs]"`.')
    found = sorted(Path(spec.submodule_search_locations[0]).glob("lib/vis-*/vis-network.min.js"))
    if not found:
        raise CannotRun(
            'This pyvis has no vis-network with it. Install another with `pip install "streamt[docs]"`.'
        )
    return found[-1]
