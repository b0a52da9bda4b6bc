"""Whom a change reaches, how surely, and what closes the gate."""

from __future__ import annotations

import time
from itertools import chain
from typing import Any

import pytest

from streamt.impact import Report, Side, assess, closing
from streamt.manifest.model import Manifest
from tests.manifests import exposure, model, project, source

READS = exposure("board", reads={"enriched": ["cents"]}, owner="team-board")
NODES: dict[str, Any] = {
    "payments": source("payments", "id BIGINT", "amount INT", "customer STRING"),
    "clean": model(
        "clean",
        "id BIGINT <identity payments.id>",
        "cents BIGINT <transform payments.amount>",
        "customer STRING <identity payments.customer>",
        compiled_sql="SELECT id, amount * 100 AS cents, customer FROM payments",
        owner="team-pay",
    ),
    "enriched": model(
        "enriched",
        "cents BIGINT <identity clean.cents> <filter clean.customer?>",
        "id BIGINT <identity clean.id> <filter clean.customer?>",
        compiled_sql="SELECT cents, id FROM clean WHERE customer <> ''",
    ),
    "opaque": model("opaque", reads=("clean",), compiled_sql="SELECT ("),
    "board": READS,
    "ids": exposure("ids", reads={"enriched": ["id"]}),
    "all_of_it": exposure("all_of_it", reads={"enriched": None}),
    "behind": exposure("behind", reads={"opaque": None}, access={"roles": ["support"]}),
    "direct": exposure("direct", reads={"payments": ["customer"]}, access={"roles": ["fraud"]}),
}


def shop(**instead: Any) -> Manifest:
    nodes = {**NODES, **instead}
    return project(*(node for node in nodes.values() if node is not None))


def found(old: Manifest, new: Manifest) -> Report:
    return assess(Side("old", old), Side("new", new))


def reached(report: Report, kind: str) -> dict[str, str]:
    impact = next(impact for impact in report.impacts if impact.change.kind == kind)
    return {node.id: certainty for node, certainty in chain(impact.reach.exposures(), impact.reach.models())}


def payments(*columns: str, **facts: Any) -> dict[str, Any]:
    return source("payments", *(columns or ("id BIGINT", "amount INT", "customer STRING")), **facts)


def test_a_removed_column_reaches_only_who_reads_it_column_by_column() -> None:
    report = found(shop(), shop(payments=payments("id BIGINT", "customer STRING")))
    assert reached(report, "column.removed") == {
        "model:clean": "proven",
        "model:enriched": "proven",
        "exposure:board": "proven",
        "exposure:all_of_it": "structural",
        "model:opaque": "structural",
        "exposure:behind": "structural",
    }


def test_a_column_that_only_filters_reaches_as_surely_as_the_filter_is_known() -> None:
    report = found(shop(), shop(payments=payments("id BIGINT", "amount INT")))
    assert reached(report, "column.removed") == {
        "model:clean": "proven",
        "exposure:direct": "proven",
        "model:enriched": "structural",
        "exposure:board": "structural",
        "exposure:ids": "structural",
        "exposure:all_of_it": "structural",
        "model:opaque": "structural",
        "exposure:behind": "structural",
    }


def test_a_column_nobody_reads_reaches_nobody() -> None:
    wider = payments("id BIGINT", "amount INT", "customer STRING", "note STRING")
    assert reached(found(shop(payments=wider), shop()), "column.removed") == {}


def test_a_reader_that_moved_on_with_the_removal_is_not_reached() -> None:
    moved = model(
        "clean", "id BIGINT <identity payments.id>", "customer STRING <identity payments.customer>", compiled_sql="SELECT id, customer FROM payments"
    )  # fmt: skip
    report = found(shop(), shop(payments=payments("id BIGINT", "customer STRING"), clean=moved))
    of_source = next(impact for impact in report.impacts if impact.change.node == "source:payments")
    assert of_source.reach.count == 0


def test_a_copy_passes_on_what_it_loses() -> None:
    def copied(*columns: str) -> Manifest:
        return project(
            source("s", *(f"{name} INT" for name in columns)),
            model(
                "copy",
                *(f"{name} INT <identity s.{name}>" for name in columns),
                reads=("s",),
                materialized="sink",
            ),
            exposure("e", reads={"copy": ["b"]}),
        )

    assert reached(found(copied("a", "b"), copied("a")), "column.removed") == {
        "exposure:e": "proven",
        "model:copy": "proven",
    }


def test_an_exposure_that_no_longer_lists_the_column_is_not_reached() -> None:
    shorter = model("enriched", "id BIGINT <identity clean.id>", compiled_sql="SELECT id FROM clean")
    report = found(
        shop(), shop(enriched=shorter, board=exposure("board", reads={"enriched": ["id"]}), all_of_it=None)
    )
    assert reached(report, "column.removed") == {}


def test_a_changed_type_is_followed_through_the_new_lineage() -> None:
    report = found(shop(), shop(payments=payments("id STRING", "amount INT", "customer STRING")))
    assert reached(report, "column.type_changed") == {
        "model:clean": "proven",
        "model:enriched": "proven",
        "exposure:ids": "proven",
        "exposure:all_of_it": "structural",
        "model:opaque": "structural",
        "exposure:behind": "structural",
    }


def test_nothing_is_reached_more_surely_than_the_change_is_known() -> None:
    open_feed = payments("id BIGINT", "amount INT", "customer STRING", columns_complete=False)
    less = payments("id BIGINT", "customer STRING", columns_complete=False)
    report = found(shop(payments=open_feed), shop(payments=less))
    assert set(reached(report, "column.removed").values()) == {"unknown"}


def test_what_rows_there_are_concerns_everything_downstream() -> None:
    other = {
        **NODES["clean"],
        "compiled_sql": "SELECT id, amount * 100 AS cents, customer FROM payments WHERE id > 0",
    }
    assert reached(found(shop(), shop(clean=other)), "sql.changed") == {
        "model:enriched": "structural",
        "model:opaque": "structural",
        "exposure:board": "structural",
        "exposure:ids": "structural",
        "exposure:all_of_it": "structural",
        "exposure:behind": "structural",
    }


def test_a_topics_settings_concern_who_touches_the_topic() -> None:
    report = found(shop(), shop(payments=payments(topic="other")))
    assert reached(report, "topic.renamed") == {"exposure:direct": "proven", "model:clean": "proven"}


def test_a_policy_concerns_the_readers_with_its_roles() -> None:
    denied = payments(security={"policies": [{"deny": {"roles": ["fraud"]}}]})
    assert reached(found(shop(), shop(payments=denied)), "policy.deny_added") == {"exposure:direct": "proven"}
    spared = payments(security={"policies": [{"deny": {"roles": ["support"]}}]})
    assert reached(found(shop(), shop(payments=spared)), "policy.deny_added") == {}


def test_a_removed_node_reaches_who_still_reads_it() -> None:
    by_id = exposure("all_of_it", reads={"model:enriched": None})
    report = found(shop(all_of_it=by_id), shop(all_of_it=by_id, enriched=None, board=None, ids=None))
    assert reached(report, "model.removed") == {"exposure:all_of_it": "proven"}


def test_what_follows_from_an_upstream_change_says_so() -> None:
    renamed = {
        "clean": model("clean", "cents STRING <transform payments.amount>", compiled_sql="x"),
        "enriched": model("enriched", "cents STRING <identity clean.cents>", compiled_sql="y"),
    }
    before = shop(clean=model("clean", "cents BIGINT <transform payments.amount>", compiled_sql="x"),
                  enriched=model("enriched", "cents BIGINT <identity clean.cents>", compiled_sql="y"))  # fmt: skip
    follows = {impact.change.id: impact.follows for impact in found(before, shop(**renamed)).impacts}
    assert follows == {
        "column.type_changed:model:clean:cents": None,
        "column.type_changed:model:enriched:cents": "column.type_changed:model:clean:cents",
    }


def test_a_cycle_of_models_ends() -> None:
    def cycle(type_: str) -> Manifest:
        return project(
            source("s", f"a {type_}"),
            model("x", "a INT <identity s.a> <filter y.a>", reads=("s", "y")),
            model("y", "a INT <identity x.a>"),
            exposure("e", reads={"y": ["a"]}),
        )

    report = found(cycle("INT"), cycle("STRING"))
    assert reached(report, "column.type_changed") == {
        "exposure:e": "proven",
        "model:x": "proven",
        "model:y": "proven",
    }


PROVEN = found(shop(), shop(payments=payments("id BIGINT", "customer STRING")))
STRUCTURAL = found(shop(), shop(payments=payments("id BIGINT", "amount INT"), direct=None))
UNREAD = found(shop(payments=payments("id BIGINT", "amount INT", "customer STRING", "note STRING")), shop())
RISKY = found(shop(), shop(payments=payments("id BIGINT", "amount BIGINT", "customer STRING")))
SAFE = found(shop(), shop(payments=payments("id BIGINT", "amount INT", "customer STRING", "note STRING")))


@pytest.mark.parametrize(
    ("report", "closes"),
    [
        (PROVEN, {"proven", "exposure", "breaking", "any"}),
        (STRUCTURAL, {"exposure", "breaking", "any"}),
        (UNREAD, {"breaking", "any"}),
        (RISKY, {"any"}),
        (SAFE, set()),
        (found(shop(), shop()), set()),
    ],
    ids=["proven", "structural", "unread", "risky", "safe", "equal"],
)
def test_gate(report: Report, closes: set[str]) -> None:
    assert {
        level for level in ("none", "proven", "exposure", "breaking", "any") if list(closing(report, level))
    } == closes  # type: ignore[arg-type]


def test_exposures_worst_and_surest_first_and_who_answers() -> None:
    assert [(each.exposure.name, each.severity, each.certainty) for each in PROVEN.affected] == [
        ("board", "breaking", "proven"),
        ("all_of_it", "breaking", "structural"),
        ("behind", "breaking", "structural"),
    ]
    assert PROVEN.owners == ("team-board", "team-pay")


def retyped(manifest: Manifest, nodes: str, count: int) -> Manifest:
    """The same manifest, with the columns of its first sources or models another type."""

    def other(node: Any) -> Any:
        return node.model_copy(
            update={"columns": [each.model_copy(update={"type": "STRING"}) for each in node.columns]}
        )

    kept = getattr(manifest, nodes)
    return manifest.model_copy(update={nodes: [*map(other, kept[:count]), *kept[count:]]})


def test_a_chain_of_ten_thousand_models() -> None:
    links = (model(f"m{i}", f"c INT <identity m{i - 1}.c>") for i in range(1, 10_000))
    old = project(model("m0", "c INT"), *links, exposure("end", reads={"m9999": ["c"]}))
    (impact,) = found(old, retyped(old, "models", 1)).impacts
    assert impact.reach.count == 10_000
    assert [exposure.name for exposure, _ in impact.reach.exposures()] == ["end"]


def test_five_thousand_models_reached_within_seconds() -> None:
    """Layers of a hundred; each model reads two of the layer above, column by column, filtered by one."""
    names = [f"c{i}" for i in range(4)]
    nodes = [source(f"n{i}", *(f"{name} INT" for name in names)) for i in range(100)]
    for i in range(100, 5_000):
        above = (f"n{i - 100}", f"n{max(i - 107, i // 100 * 100 - 100)}")
        made = (
            f"{name} INT <identity {above[k % 2]}.{name}> <filter {above[0]}.c0>"
            for k, name in enumerate(names)
        )
        nodes.append(model(f"n{i}", *made))
    old = project(*nodes, *(exposure(f"e{i}", reads={f"n{4_999 - i}": ["c1"]}) for i in range(50)))
    new = retyped(old, "sources", 100)
    started = time.process_time()
    report = found(old, new)
    assert time.process_time() - started < 10  # about 1 s when written
    assert len(report.impacts) == 400
    assert len(report.models) == 4_900
    assert len(report.affected) == 50


def test_a_changed_key_is_proven_for_direct_readers_and_structural_beyond() -> None:
    keyed = {**NODES["payments"], "key": ["customer"]}
    assert reached(found(shop(), shop(payments=keyed)), "key.changed") == {
        "exposure:direct": "proven",
        "model:clean": "structural",
        "model:enriched": "structural",
        "model:opaque": "structural",
        "exposure:board": "structural",
        "exposure:ids": "structural",
        "exposure:all_of_it": "structural",
        "exposure:behind": "structural",
    }
