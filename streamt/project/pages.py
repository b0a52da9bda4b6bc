"""The pages of everything that loading a project reports."""

from __future__ import annotations

from streamt.project.page import Page
from streamt.project.pages_compat import COMPAT
from streamt.project.pages_files import FILES
from streamt.project.pages_project import PROJECT

PAGES: tuple[Page, ...] = (*FILES, *PROJECT, *COMPAT)

__all__ = ["PAGES", "Page"]
