"""What the lint has to say, most severe first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from streamt.docs.page import Page
from streamt.docs.pages.writer import Writer


def pages(writer: Writer) -> Iterator[Page]:
    found = writer.catalog.findings
    severities = Counter(located.finding.severity for located in found)
    yield from writer.listing("findings.html", ("findings",), "Findings", found, severities=severities)
