"""Secrets written into the project's files."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from streamt.analysis.model import Analysis
from streamt.load.document import Place
from streamt.placeholders import has_placeholder
from streamt.project.model import Project
from streamt.rules.rule import Finding, rule

SECRET_KEY = re.compile(
    r"(^|[._-])(password|passwd|secret|api[._-]?key|access[._-]?key|private[._-]?key|token|credentials?|sasl[._-]jaas[._-]config"
    r"|basic[._-]auth[._-]user[._-]info)$", re.IGNORECASE,
)  # fmt: skip
SECRET_VALUE = re.compile(r"-----BEGIN [A-Z ]*PRIVATE KEY-----|\bAKIA[0-9A-Z]{16}\b|://[^/\s:@${}]+:[^/\s@${}]+@")


@rule("security.literal_secret", on=Project)
def literal_secret(project: Project, see: Analysis) -> Iterator[Finding]:
    """A secret is written into the project.

    **Why.** What is in Git is known to everybody who can read it, for ever. Write `${NAME}`: it is filled in at apply, and never
    shown.

    Bad:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092', security: {protocol: SASL_SSL, mechanism: PLAIN, username: u, password: hunter2}}}
    ```
    Good:
    ```yaml
    runtime: {kafka: {bootstrap_servers: 'localhost:9092', security: {protocol: SASL_SSL, mechanism: PLAIN, username: u, password: '${KAFKA_PASSWORD}'}}}
    ```
    """
    for path in sorted(project.documents):
        document = project.documents[path]
        for route, value in _scalars(document.data):
            key = next((str(step) for step in reversed(route) if isinstance(step, str)), "")
            if key != "sql" and _is_secret(key, value):  # a URL inside a query is data to take apart
                yield Finding(
                    Place(document, route), f"`{key}` looks like a secret written into the project",
                    help="Write ${NAME} and set it where plan and apply run; revoke what was in Git.",
                    confidential=True,
                )  # fmt: skip


def _is_secret(key: str, value: str) -> bool:
    if not value or has_placeholder(value) or value.startswith("${"):
        return False
    return bool(SECRET_KEY.search(key)) or bool(SECRET_VALUE.search(value))


def _scalars(data: object) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """(route, text) of every text in a document."""
    stack: list[tuple[tuple[str | int, ...], object]] = [((), data)]
    while stack:
        route, value = stack.pop()
        if isinstance(value, str):
            yield route, value
        elif isinstance(value, Mapping):
            stack.extend(((*route, str(key)), child) for key, child in value.items())
        elif isinstance(value, list):
            stack.extend(((*route, index), child) for index, child in enumerate(value))
