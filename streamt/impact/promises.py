"""Changes of what a node promises: contract, service levels, versions, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from streamt.impact.change import Change
from streamt.impact.values import differences, plain
from streamt.manifest.model import Exposure, Model, Source, Test


def contract_changes(old: Model, new: Model) -> Iterator[Change]:
    for path, before, after in differences(old.contract, new.contract, "contract"):
        if path == "contract.enforced":
            if bool(before) != bool(after):
                yield Change(
                    "contract.enforced" if after else "contract.relaxed",
                    new.id,
                    path,
                    bool(before),
                    bool(after),
                )
        else:
            yield Change("contract.changed", new.id, path, before, after)


def sla_changes(old: Source | Model, new: Source | Model) -> Iterator[Change]:
    for path, before, after in differences(old.sla, new.sla, "sla"):
        yield Change("sla.changed", new.id, path, before, after)


def freshness_changes(old: Source, new: Source) -> Iterator[Change]:
    for path, before, after in differences(old.freshness, new.freshness, "freshness"):
        yield Change("freshness.changed", new.id, path, before, after)


def version_changes(old: Model, new: Model) -> Iterator[Change]:
    if old.latest != new.latest:
        yield Change("version.latest_changed", new.id, "latest_version", old.latest, new.latest)
    before, after = old.deprecation_date, new.deprecation_date
    if before != after:
        kind = "announced" if before is None else "withdrawn" if after is None else "changed"
        yield Change(f"deprecation.{kind}", new.id, "deprecation_date", before, after)


def placement_changes(old: Model, new: Model) -> Iterator[Change]:
    for name in ("allowed_clusters", "forbidden_sinks"):
        before, after = (sorted(getattr(model, name) or ()) for model in (old, new))
        yield from plain("placement.changed", new.id, name, before, after)


def region_changes(old: Source | Model, new: Source | Model) -> Iterator[Change]:
    yield from plain("region.changed", new.id, "region", old.region, new.region)


def domain_changes(old: Source | Model | Exposure, new: Source | Model | Exposure) -> Iterator[Change]:
    yield from plain("domain.changed", new.id, "domain", old.domain, new.domain)


def about_changes(
    old: Source | Model | Test | Exposure, new: Source | Model | Test | Exposure
) -> Iterator[Change]:
    yield from plain("owner.changed", new.id, "owner", old.owner, new.owner)
    yield from plain("description.changed", new.id, "description", old.description, new.description)
    yield from plain("tags.changed", new.id, "tags", sorted(old.tags), sorted(new.tags))
