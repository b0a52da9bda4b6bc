"""`streamt docs`: the catalog site."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from streamt.cli import options

if TYPE_CHECKING:
    from streamt.docs.page import Site

_manifests = click.option(
    "--manifest", "manifests", type=click.Path(path_type=Path), multiple=True,
    help="A compiled manifest instead of the project; several make one catalog.",
)  # fmt: skip


@click.group()
def docs() -> None:
    """The catalog site: what there is, where it comes from, who reads it. A site shows findings, errors too; it gates nothing.

    A folder site_templates/ in the project overrides templates of the site by name. They run, in a sandbox, when a site is
    built, and never when the project is linted or compiled.
    """


@docs.command()
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path),
    default=None,
    help="Folder to write (default: site/ in the project).",
)
@_manifests
@options.project_dir
@options.env
def build(
    site_dir: Path | None, manifests: tuple[Path, ...], project_dir: Path | None, environment: str | None
) -> None:
    """Write the site: plain files for any host, any sub-path, or to open from a disk."""
    from streamt import mkdocs_site

    paths = _inputs(manifests, project_dir)
    folder = site_dir or (paths[0] if not manifests else Path.cwd()) / "site"
    site = mkdocs_site.build(paths, folder, environment)
    _tell_findings(site)
    click.echo(f"{options.shown(folder)}/index.html: {_pages(site)}")


@docs.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option(
    "--port", default=8000, show_default=True, type=click.IntRange(1, 65535), help="Port to listen on."
)
@_manifests
@options.project_dir
@options.env
def serve(
    host: str, port: int, manifests: tuple[Path, ...], project_dir: Path | None, environment: str | None
) -> None:
    """Show the site at http://127.0.0.1:8000/ and build it again when a file changes. Ctrl-C ends it."""
    from streamt import mkdocs_site

    click.echo(f"http://{host}:{port}/")
    mkdocs_site.serve(_inputs(manifests, project_dir), host, port, environment)


@docs.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
@_manifests
@options.project_dir
@options.env
def pages(
    folder: Path, manifests: tuple[Path, ...], project_dir: Path | None, environment: str | None
) -> None:
    """Write the same pages as plain Markdown and assets, for any other site generator that lets HTML through.

    A page that an earlier run wrote into DIR and that is no longer in the catalog is removed; nothing else is.
    """
    from streamt.docs import markdown
    from streamt.docs.site import site
    from streamt.site_inputs import manifests as read
    from streamt.site_inputs import overrides

    paths = _inputs(manifests, project_dir)
    made = site(read(paths, environment), overrides(paths))
    markdown.write(made, folder)
    _tell_findings(made)
    click.echo(f"{options.shown(folder)}: {_pages(made)}, {len(made.assets)} assets")


def _inputs(manifests: tuple[Path, ...], project_dir: Path | None) -> tuple[Path, ...]:
    if manifests:
        return manifests
    from streamt import pipeline

    return (pipeline.project_root(project_dir),)


def _pages(site: Site) -> str:
    return f"{len(site.pages)} page{'' if len(site.pages) == 1 else 's'}"


def _tell_findings(site: Site) -> None:
    counts = [(site.findings.get(severity, 0), severity) for severity in ("error", "warning")]
    told = ", ".join(f"{count} {name}{'' if count == 1 else 's'}" for count, name in counts if count)
    if told:
        click.echo(f"{told}: they are on the page of findings.", err=True)
