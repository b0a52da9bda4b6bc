"""What the project asks of its exposures."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.analysis.model import Analysis
from streamt.project.model import Exposure
from streamt.rules.rule import Finding, place_of, rule, violates


@rule("exposures.require_owner", on=Exposure, setting=bool)
def require_owner(exposure: Exposure, see: Analysis, required: bool) -> Iterator[Finding]:
    """An exposure has no owner.

    **Why.** The impact of a change is told to its owner; without one it is told to nobody.

    Bad:
    ```yaml
    rules: {exposures: {require_owner: true}}
    exposures:
      - {name: app, type: dashboard}
    ```
    Good:
    ```yaml
    rules: {exposures: {require_owner: true}}
    exposures:
      - {name: app, type: dashboard, owner: team-risk}
    ```
    """
    if not exposure.owner:
        yield Finding(place_of(exposure), violates(exposure, "exposures.require_owner"), expected="`owner:`", got="no owner")


@rule("exposures.require_sla", on=Exposure, setting=bool)
def require_sla(exposure: Exposure, see: Analysis, required: bool) -> Iterator[Finding]:
    """An exposure says nothing about what it needs: neither `sla` nor `freshness`.

    **Why.** A model can only be held to what its users say they need.

    Bad:
    ```yaml
    rules: {exposures: {require_sla: true}}
    exposures:
      - {name: app, type: dashboard}
    ```
    Good:
    ```yaml
    rules: {exposures: {require_sla: true}}
    exposures:
      - {name: app, type: dashboard, freshness: {max_lag_minutes: 5}}
    ```
    """
    if not exposure.sla and exposure.freshness is None:
        yield Finding(
            place_of(exposure), violates(exposure, "exposures.require_sla"), expected="`sla:` or `freshness:`", got="neither"
        )


@rule("exposures.require_description", on=Exposure, setting=bool)
def require_description(exposure: Exposure, see: Analysis, required: bool) -> Iterator[Finding]:
    """An exposure has no description.

    **Why.** Whoever is about to break it should understand what it is for.

    Bad:
    ```yaml
    rules: {exposures: {require_description: true}}
    exposures:
      - {name: app, type: dashboard}
    ```
    Good:
    ```yaml
    rules: {exposures: {require_description: true}}
    exposures:
      - {name: app, type: dashboard, description: Fraud by shop and hour}
    ```
    """
    if not (exposure.description or "").strip():
        yield Finding(
            place_of(exposure), violates(exposure, "exposures.require_description"),
            expected="`description:`", got="no description",
        )  # fmt: skip
