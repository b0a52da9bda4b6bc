"""A site without a mkdocs.yml: the configuration made in memory, the Material theme, the plugin of this package."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from streamt.docs.assets import FOLDER, templates_folder
from streamt.errors import CannotRun

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig

    from streamt.docs.page import Site
    from streamt.mkdocs_plugin import StreamtPlugin

_PALETTE = [
    ("(prefers-color-scheme)", "default", "material/brightness-auto", "Use the light scheme"),
    ("(prefers-color-scheme: light)", "default", "material/brightness-7", "Use the dark scheme"),
    ("(prefers-color-scheme: dark)", "slate", "material/brightness-4", "Use the system's scheme"),
]


def build(paths: Sequence[Path], site_dir: Path, env: str | None = None) -> Site:
    """Writes the site of the manifests or projects at `paths` into `site_dir`, in place of the site that stood there.

    CannotRun when the site cannot be made, when `site_dir` holds anything but a site, or when MkDocs is not installed.
    """
    _refuse_foreign(site_dir)
    with _config(paths, site_dir, env) as config, _mkdocs_errors():
        from mkdocs.commands.build import build as mkdocs_build

        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
        config.plugins.on_shutdown()
        return _plugin(config).site


def serve(paths: Sequence[Path], host: str, port: int, env: str | None = None) -> None:
    """Builds, serves on `http://host:port/` and builds again when an input changes, until it is interrupted."""
    with (
        tempfile.TemporaryDirectory(prefix="streamt-site-") as built,
        _config(paths, Path(built), env, f"http://{host}:{port}/") as config,
        _mkdocs_errors(),
    ):
        from mkdocs.commands.build import build as mkdocs_build
        from mkdocs.livereload import LiveReloadServer

        def builder() -> None:
            mkdocs_build(config)

        config.plugins.on_startup(command="serve", dirty=False)
        builder()
        server = LiveReloadServer(builder, host=host, port=port, root=built)
        server = config.plugins.on_serve(server, config=config, builder=builder)
        try:
            server.serve()  # type: ignore[no-untyped-call]
        except KeyboardInterrupt:
            server.shutdown()
        finally:
            config.plugins.on_shutdown()


def _plugin(config: MkDocsConfig) -> StreamtPlugin:
    from streamt.mkdocs_plugin import StreamtPlugin

    return next(each for each in config.plugins.values() if isinstance(each, StreamtPlugin))


def _refuse_foreign(site_dir: Path) -> None:
    """MkDocs empties the folder it builds into. It shall never be somebody's home."""
    if site_dir.is_dir() and any(site_dir.iterdir()) and not (site_dir / FOLDER).is_dir():
        raise CannotRun(
            f"{site_dir} is not empty and holds no site of streamt, so it is left alone. Give another folder."
        )


@contextmanager
def _mkdocs_errors() -> Iterator[None]:
    """MkDocs' own errors as ours; its messages are written for people already."""
    from mkdocs.exceptions import MkDocsException

    try:
        yield
    except MkDocsException as error:
        # MkDocs ends a failed build with an `Abort` that only says so; what failed is in front of it.
        why = error.__context__ if isinstance(error.__context__, MkDocsException) else error
        raise CannotRun(f"The site was not built: {why}") from error


@contextmanager
def _config(
    paths: Sequence[Path], site_dir: Path, env: str | None, url: str | None = None
) -> Iterator[MkDocsConfig]:
    """The configuration, with an empty folder for the pages that MkDocs wants to find on a disk."""
    # Material prints a notice about the end of MkDocs 1 at every start; who runs streamt did not choose either.
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")
    try:
        from mkdocs.config.defaults import MkDocsConfig
    except ImportError as error:
        raise CannotRun('The site needs MkDocs. Install it with `pip install "streamt[docs]"`.') from error
    config = MkDocsConfig()
    with tempfile.TemporaryDirectory(prefix="streamt-docs-") as docs_dir:
        folders = {"docs_dir": docs_dir, "site_dir": str(site_dir)}
        config.load_dict({**settings([path.absolute() for path in paths], env, url), **folders})
        errors, _ = config.validate()
        if errors:
            raise CannotRun(f"The site was not built: {errors[0][0]}: {errors[0][1]}")
        yield config


def settings(paths: Sequence[Path], env: str | None, url: str | None = None) -> dict[str, Any]:
    """What a mkdocs.yml of this site would say."""
    return {
        "site_name": "",  # the plugin knows it once it has read what the site is made of
        "site_url": url or "",
        "use_directory_urls": False,
        "copyright": "Made with streamt",
        "theme": {
            "name": "material",
            "custom_dir": str(templates_folder() / "material"),
            "font": False,
            "features": [
                "navigation.top",
                "search.suggest",
                "search.highlight",
                "content.code.copy",
                "toc.follow",
            ],
            "palette": [
                {
                    "media": media,
                    "scheme": scheme,
                    "primary": "custom",
                    "accent": "indigo",
                    "toggle": {"icon": icon, "name": label},
                }
                for media, scheme, icon, label in _PALETTE
            ],
            "icon": {"logo": "material/waves"},
        },
        "plugins": [
            # Words of identifiers are words: `email` finds `customer_email`.
            {"material/search": {"separator": r"[\s\-_.,:;/()\[\]]+"}},
            # The index as a script, for sites opened from a disk.
            {"material/offline": {}},
            {"streamt": {**_inputs(paths), "env": env}},
        ],
        "extra": {"generator": False, "polyfills": [f"{FOLDER}/iframe-worker.js"]},
        "validation": {"nav": {"omitted_files": "ignore"}},
    }


def _inputs(paths: Sequence[Path]) -> dict[str, Any]:
    if len(paths) == 1 and paths[0].is_dir():
        return {"project_dir": str(paths[0])}
    return {"manifest": [str(path) for path in paths]}
