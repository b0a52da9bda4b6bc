from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from streamt.runtimes.base import Change, Key, Refusal
from streamt.runtimes.flink import Job, Known, LiveJob, newest, plan
from streamt.runtimes.flink.plan import parameters_of

KEY = Key("flink_job", "default", "demo.m")
JOB = Job(KEY, "model:m@v2", "demo", "dev", {}, (), "INSERT", fingerprint="f1", shape="s1")
LIVE = LiveJob("j1", "RUNNING", "f1", "s1")
OVER = LiveJob("j1", "CANCELED", "f1", "s1", checkpoint="file:/cp/j1/chk-3")
KNOWN = Known(frozenset({"j1"}), "s1", "file:/cp/j1/chk-1", worked=True)


def planned(job: Job, live: tuple[LiveJob, ...] = (), known: Known | None = None) -> Change | Refusal | None:
    found = list(plan([job], {"demo.m": live} if live else {}, {KEY: known} if known else {}))
    assert len(found) <= 1
    return found[0] if found else None


def test_a_job_that_runs_as_declared_needs_nothing() -> None:
    assert planned(JOB, (LIVE,), KNOWN) is None


def test_a_first_job_starts_fresh() -> None:
    change = planned(JOB)
    assert isinstance(change, Change)
    assert (change.action, dict(change.details)) == ("create", {})


def test_a_job_that_restarts_is_looked_at_again() -> None:
    change = planned(JOB, (replace(LIVE, state="RESTARTING"),), KNOWN)
    assert isinstance(change, Change)
    assert change.details == {"job": "j1"}


def test_another_definition_of_the_same_shape_resumes_from_a_savepoint() -> None:
    change = planned(replace(JOB, fingerprint="f2"), (LIVE,), KNOWN)
    assert isinstance(change, Change)
    assert change.action == "update"
    assert change.details == {"stop": "j1", "shape": "s1"}


@pytest.mark.parametrize("shapes", [("s2", "s1"), ("", "s1"), ("s1", ""), ("", "")])
def test_another_or_an_unknown_shape_is_refused_with_the_ways_out(shapes: tuple[str, str]) -> None:
    refusal = planned(
        replace(JOB, fingerprint="f2", shape=shapes[0]), (replace(LIVE, shape=shapes[1]),), KNOWN
    )
    assert isinstance(refusal, Refusal)
    assert "stateless" in refusal.help
    assert "new version" in refusal.help


def test_another_shape_is_replaced_where_state_may_be_dropped() -> None:
    change = planned(replace(JOB, fingerprint="f2", shape="s2", upgrade="stateless"), (LIVE,), KNOWN)
    assert isinstance(change, Change)
    assert change.action == "replace"
    assert change.details["stateless"] is True


def test_the_same_shape_keeps_its_state_even_where_it_may_be_dropped() -> None:
    change = planned(replace(JOB, fingerprint="f2", upgrade="stateless"), (LIVE,), KNOWN)
    assert isinstance(change, Change)
    assert change.action == "update"


def test_blue_green_is_refused_by_name() -> None:
    refusal = planned(replace(JOB, fingerprint="f2", shape="s2", upgrade="blue_green"), (LIVE,), KNOWN)
    assert isinstance(refusal, Refusal)
    assert "blue_green is not supported yet" in refusal.what


def test_a_job_that_was_cancelled_starts_from_its_last_checkpoint() -> None:
    change = planned(JOB, (OVER,), KNOWN)
    assert isinstance(change, Change)
    assert change.details == {"restore": "file:/cp/j1/chk-3"}


def test_a_job_whose_jobmanager_forgot_it_starts_from_what_was_noted() -> None:
    change = planned(JOB, (), KNOWN)
    assert isinstance(change, Change)
    assert change.details == {"restore": "file:/cp/j1/chk-1"}


def test_a_lost_job_is_never_started_empty() -> None:
    refusal = planned(JOB, (), replace(KNOWN, state_path=None))
    assert isinstance(refusal, Refusal)
    assert "where its state lies is not known" in refusal.what


def test_a_lost_job_starts_empty_where_that_is_said() -> None:
    change = planned(replace(JOB, upgrade="stateless"), (), replace(KNOWN, state_path=None))
    assert isinstance(change, Change)
    assert dict(change.details) == {}


def test_a_job_that_never_worked_has_nothing_to_lose() -> None:
    change = planned(JOB, (replace(OVER, checkpoint=None),), Known(frozenset({"j1"})))
    assert isinstance(change, Change)
    assert (change.action, dict(change.details)) == ("create", {})


def test_a_job_of_an_earlier_life_is_not_resumed() -> None:
    change = planned(JOB, (OVER,), None)
    assert isinstance(change, Change)
    assert dict(change.details) == {}
    other = planned(JOB, (replace(OVER, id="older"),), Known(frozenset({"j1"})))
    assert isinstance(other, Change)
    assert dict(other.details) == {}


def test_two_jobs_of_one_model_are_refused_by_their_ids() -> None:
    refusal = planned(JOB, (LIVE, replace(LIVE, id="j2")), KNOWN)
    assert isinstance(refusal, Refusal)
    assert "j1, j2" in refusal.what


def test_what_is_written_into_a_job_survives_flinks_map_syntax() -> None:
    written = parameters_of(JOB)
    assert written["streamt.model"] == "model/m@v2"
    assert not [value for value in written.values() if ":" in value or "," in value]


def test_the_newest_complete_checkpoint_is_found_beside_the_noted_one(tmp_path: Path) -> None:
    for name in ("chk-2", "chk-10", "chk-11", "shared"):
        (tmp_path / name).mkdir()
    for name in ("chk-2", "chk-10"):
        (tmp_path / name / "_metadata").touch()
    assert newest(f"file:{tmp_path}/chk-1") == f"file:{tmp_path}/chk-10"


@pytest.mark.parametrize("path", ["s3://bucket/cp/j1/chk-1", "file:/nowhere/chk-1", "file:/sp/savepoint-1"])
def test_a_path_that_cannot_be_looked_at_stays(path: str) -> None:
    assert newest(path) == path
