"""What the lint has to say, most severe first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from streamt.docs.addresses import page_uri
from streamt.docs.page import Page
from streamt.docs.pages.writer import Writer

_ROWS = 250


def pages(writer: Writer) -> Iterator[Page]:
    found = writer.catalog.findings
    parts = [found[at : at + _ROWS] for at in range(0, len(found), _ROWS)] or [()]
    uris = [page_uri("findings"), *(page_uri("findings", "page", str(n)) for n in range(2, len(parts) + 1))]
    for number, (uri, part) in enumerate(zip(uris, parts, strict=True)):
        yield writer.page(
            "findings.html",
            uri,
            "Findings" if number == 0 else f"Findings ({number + 1})",
            in_nav=number == 0,
            items=part,
            total=len(found),
            severities=Counter(located.finding.severity for located in found),
            uris=uris,
            number=number,
        )
