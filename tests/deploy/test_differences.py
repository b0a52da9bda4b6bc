"""A plan shows which lines of a running job's SQL changed."""

from __future__ import annotations

from streamt.deploy.differences import MAX_LINES, differences, with_differences
from streamt.deploy.journal.records import Journal, deployment_records, journal_of
from streamt.manifest.io import to_text
from streamt.manifest.model import Artifacts, FlinkJobArtifact, Manifest
from streamt.runtimes.base import Change, Key

KEY = Key("flink_job", "default", "shop.large")


def job(*lines: str, fingerprint: str = "a") -> FlinkJobArtifact:
    script = "\n".join([f"SET 'pipeline.global-job-parameters' = 'streamt.fingerprint:{fingerprint}';", "", *lines])
    return FlinkJobArtifact(
        name="shop.large", node="model:large", cluster="default", version="2.2", insert="", script=script, fingerprint=fingerprint
    )


def manifest(*jobs: FlinkJobArtifact) -> Manifest:
    return Manifest(
        streamt_version="0", project="shop", environment="dev", compiled_at="", artifacts=Artifacts(flink_jobs=list(jobs))
    )


def deployed(*jobs: FlinkJobArtifact) -> Journal:
    return journal_of(deployment_records("1", {"result": "done"}, to_text(manifest(*jobs))))


def change(action: str, key: Key = KEY) -> Change:
    return Change(key, action, "model:large", ("its definition changed",))  # type: ignore[arg-type]


OLD = job("INSERT INTO `large`", "SELECT id FROM `orders`", "WHERE amount > 10")
NEW = job("INSERT INTO `large`", "SELECT id FROM `orders`", "WHERE amount > '${LEAST}'", fingerprint="b")


def test_the_lines_that_went_and_came():
    (shown,) = with_differences([change("update")], manifest(NEW), deployed(OLD))
    assert shown.why == ("its definition changed", "- WHERE amount > 10", "+ WHERE amount > '${LEAST}'")


def test_the_fingerprint_alone_is_no_line():
    assert differences(OLD, job(*OLD.script.splitlines()[2:], fingerprint="c")) == ()


def test_only_changed_jobs_have_lines():
    changes = [change("create"), change("update", Key("topic", "default", "shop.large"))]
    assert list(with_differences(changes, manifest(NEW), deployed(OLD))) == changes


def test_nothing_is_said_where_it_is_not_known_what_was_deployed():
    for journal in (Journal(), deployed(), Journal(last_manifest="{}")):
        assert list(with_differences([change("update")], manifest(NEW), journal)) == [change("update")]


def test_a_long_difference_is_cut_and_says_so():
    lines = differences(OLD, job(*(f"line {number}" for number in range(100))))
    assert len(lines) == MAX_LINES + 1
    assert lines[-1].endswith("lines more")


def test_the_last_deployment_counts():
    records = [
        *deployment_records("1", {}, to_text(manifest(OLD))),
        *deployment_records("2", {}, to_text(manifest(NEW))),
    ]
    assert journal_of(records).last_manifest == to_text(manifest(NEW))


def test_a_deployment_with_a_piece_gone_has_no_manifest():
    records = [record for record in deployment_records("1", {}, to_text(manifest(OLD))) if not record[0].endswith("/0")]
    assert journal_of(records).last_manifest is None
