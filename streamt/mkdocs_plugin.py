"""The MkDocs plugin `streamt`: hands the pages of the catalog to MkDocs. What is in them is `streamt.docs`' business.

    plugins:
      - search
      - streamt:
          project_dir: .              # where stream_project.yml is; or
          manifest: [manifest.json]   # manifests that were compiled before; several make one catalog
          env: production             # of the project; else STREAMT_ENV, as for every command
          folder: ""                  # where in the site the catalog goes
          external_resources: false   # true: the theme may load fonts and scripts from other hosts, as it does by itself

The HTML of a page reaches MkDocs after the Markdown stage: no Markdown extension and no other plugin that rewrites Markdown
(snippets, macros) ever reads project data.
"""

from __future__ import annotations

import html as markup
import logging
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

from mkdocs.config import base
from mkdocs.config import config_options as options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.toc import get_toc

from streamt.docs.assets import FOLDER
from streamt.docs.page import Page, Section, Site, html, search_html
from streamt.errors import StreamtError

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.livereload import LiveReloadServer
    from mkdocs.structure.pages import Page as MkDocsPage

log = logging.getLogger("mkdocs.plugins.streamt")

# What themes ask of other hosts when nobody said otherwise: Material a font, MkDocs' own two a script that colours code.
_FROM_ELSEWHERE = {"font": {"text": "Roboto", "code": "Roboto Mono"}, "highlightjs": True}


class StreamtConfig(base.Config):  # type: ignore[no-untyped-call]
    project_dir = options.Type(str, default=".")
    manifest = options.ListOfItems(options.Type(str), default=[])
    env = options.Optional(options.Type(str))
    folder = options.Type(str, default="")
    external_resources = options.Type(bool, default=False)


class StreamtPlugin(BasePlugin[StreamtConfig]):  # type: ignore[no-untyped-call]
    site: Site
    """What the last build showed."""
    _pages: dict[str, Page]

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        config.extra_css.append(self._placed(f"{FOLDER}/catalog.css"))
        config.extra_javascript.append(self._placed(f"{FOLDER}/catalog.js"))
        for name, asked in _FROM_ELSEWHERE.items():
            if not self.config.external_resources and config.theme.get(name) == asked:
                config.theme[name] = False
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        site = self.site = self._site(config)
        if not config.site_name:
            config.site_name = markup.escape(site.title)
        self._pages = {self._placed(page.uri): page for page in site.pages}
        if config.nav is None and not files.documentation_pages():
            config.nav = [{title: self._placed(uri)} for title, uri in site.nav]
        for uri in sorted(uri for uri in self._pages if files.get_file_from_path(uri) is not None):
            log.info("%s of this site takes the place of the catalog's page", uri)
            del self._pages[uri]
        for uri, page in self._pages.items():
            files.append(
                _file(config, uri, "", InclusionLevel.UNDEFINED if page.in_nav else InclusionLevel.NOT_IN_NAV)
            )
        for asset in site.assets:
            files.append(_file(config, self._placed(asset.uri), asset.content))
        return files

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        if (ours := self._pages.get(page.file.src_uri)) is not None:
            # Themes write a title into HTML as it is.
            page.meta["title"] = markup.escape(ours.title)
            page.meta["hide"] = [] if ours.sections else ["toc"]
            page.meta["search"] = {} if ours.found_by else {"exclude": True}
        return markdown

    def on_page_content(self, html_text: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        if (ours := self._pages.get(page.file.src_uri)) is None:
            return html_text
        page.toc = get_toc([_toc_token(section) for section in ours.sections])
        return search_html(ours)

    # After the search plugins, which read all they are shown: on whole pages they spend half the time of a build.
    @event_priority(-100)
    def on_page_context(self, context: Any, *, page: MkDocsPage, config: MkDocsConfig, nav: Any) -> Any:
        if (ours := self._pages.get(page.file.src_uri)) is not None:
            page.content = html(ours)
        return context

    def on_serve(self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Any) -> LiveReloadServer:
        for path in self._inputs(config):
            server.watch(str(path))
        return server

    def _placed(self, uri: str) -> str:
        folder = self.config.folder.strip("/")
        return f"{folder}/{uri}" if folder else uri

    def _inputs(self, config: MkDocsConfig) -> list[Path]:
        beside = Path(config.config_file_path).parent if config.config_file_path else Path.cwd()
        return [beside / path for path in self.config.manifest or [self.config.project_dir]]

    def _site(self, config: MkDocsConfig) -> Site:
        from streamt.docs.site import site
        from streamt.site_inputs import manifests, overrides

        try:
            paths = self._inputs(config)
            return site(manifests(paths, self.config.env or os.environ.get("STREAMT_ENV")), overrides(paths))
        except StreamtError as error:
            raise PluginError(str(error)) from error


def _file(
    config: MkDocsConfig, uri: str, content: str | bytes, inclusion: InclusionLevel = InclusionLevel.UNDEFINED
) -> File:
    return File.generated(config, uri, content=content, inclusion=inclusion)


def _toc_token(section: Section) -> Any:
    return {"level": 2, "id": section.id, "name": section.heading, "children": []}
