"""The card-fraud example on the real engines: from nothing to rows in a database, and back to nothing."""

from __future__ import annotations

import itertools
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import httpx
import pytest

from streamt.local.stack import Stack
from tests.deploy.records import delete_topics, eventually, make_topics, produce, read_all, topic_names
from tests.postgres import Database, database

pytestmark = pytest.mark.stack

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "fraud"
RAW = ("payments.raw.v1", "crm.customers.cdc")
WITHOUT = ("--exclude", "payments_quality", "--exclude", "fraud_events_quality")


@dataclass(frozen=True)
class Project:
    folder: Path
    stack: Stack
    database: Database

    @property
    def bootstrap(self) -> str:
        return self.stack.variables["KAFKA_BOOTSTRAP"]

    def streamt(self, *words: str, **variables: str) -> subprocess.CompletedProcess[str]:
        environment = {
            **os.environ,
            **self.stack.variables,
            "TOPIC_REPLICATION_FACTOR": "1",
            "WAREHOUSE_JDBC_URL": self.database.jdbc_url,
            "WAREHOUSE_USERNAME": self.database.user,
            "WAREHOUSE_PASSWORD": self.database.password,
            **variables,
        }
        return subprocess.run(
            [sys.executable, "-m", "streamt", *words, "--env", "standalone"],
            cwd=self.folder,
            env=environment,
            capture_output=True,
            text=True,
            timeout=300,
        )


@pytest.fixture(scope="module")
def project(stack: Stack, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Project]:
    folder = tmp_path_factory.mktemp("fraud") / "project"
    shutil.copytree(EXAMPLE, folder, ignore=shutil.ignore_patterns("generated", ".streamt"))
    be_quick(folder)
    with database() as warehouse:
        project = Project(folder, stack, warehouse)
        make_topics(project.bootstrap, RAW)
        yield project
        project.streamt("destroy", "--confirm", "standalone")
        delete_topics(project.bootstrap, RAW)


def be_quick(folder: Path) -> None:
    """Checkpoints and idle partitions by the second; nothing else of the example is changed."""
    for path in folder.rglob("*.yml"):
        text = path.read_text().replace("checkpoint_interval_ms: 10000", "checkpoint_interval_ms: 1000")
        path.write_text(text.replace("idle_timeout_ms: 10000", "idle_timeout_ms: 2000"))


@pytest.fixture(scope="module")
def applied(project: Project) -> Project:
    done = project.streamt("apply", *WITHOUT)
    assert done.returncode == 0, done.stdout + done.stderr
    return project


def payment(
    id_: str, customer: str, cents: int, second: str, status: str = "AUTHORIZED"
) -> dict[str, object]:
    return {
        "payment_id": id_,
        "customer_id": customer,
        "amount_cents": cents,
        "currency": "EUR",
        "status": status,
        "card_number": f"400000000000{1000 + int(id_[1:])}",
        "card_network": "VISA",
        "customer_email": f"{customer}@mail.example",
        "event_time": f"2026-01-05T{second}",
    }


def customer(id_: str, band: str, kyc: str, moment: str, before: object = None) -> dict[str, object]:
    after = {
        "customer_id": id_,
        "customer_email": f"{id_}@mail.example",
        "national_id": "x",
        "risk_band": band,
        "kyc_status": kyc,
        "updated_at": f"2026-01-05T{moment}",
    }
    return {"before": before, "after": after, "op": "u" if before else "c", "customer_id": id_}


_numbers = itertools.count()


def move_on(project: Project) -> None:
    """Payments of twenty past, on every partition: what happened at noon is then complete.

    Their customer is unknown: they move the clock and come out nowhere but in the windows.
    """
    payments = [
        payment(f"p{1000 + number}", "clock", 1, "12:20:00") for number in itertools.islice(_numbers, 12)
    ]
    produce(project.bootstrap, "payments.raw.v1", payments, key="payment_id")


def test_continuous_tests_are_refused_by_name(project: Project) -> None:
    plan = project.streamt("plan")
    assert plan.returncode == 1
    assert "test:payments_quality: Continuous tests are not deployed by this version." in plan.stdout
    assert "--exclude payments_quality" in plan.stdout


def test_records_come_out_where_they_belong(applied: Project) -> None:
    """In the order of their time: a clock that runs ahead makes late ones of what comes after."""
    first = customer("c1", "LOW", "APPROVED", "11:00:00")
    others = [
        customer("c2", "HIGH", "REVIEW", "11:00:01"),
        customer("c3", "HIGH", "REJECTED", "11:00:02"),
        customer("c4", "MEDIUM", "APPROVED", "11:00:03"),
    ]
    produce(applied.bootstrap, "crm.customers.cdc", [first, *others], key="customer_id")
    until_read(applied, "crm.risk-profile.v1", 3)
    before = [payment("p1", "c1", 5_000, "12:00:10"), payment("p2", "c2", 200_000, "12:00:20", "CAPTURED")]
    produce(applied.bootstrap, "payments.raw.v1", before, key="payment_id")
    until_read(applied, "payments.clean.v1", 2)
    now_high = customer("c1", "HIGH", "APPROVED", "12:00:30", before=first["after"])
    produce(applied.bootstrap, "crm.customers.cdc", [now_high], key="customer_id")
    until_read(applied, "crm.risk-profile.v1", 4)
    after = [
        payment("p3", "c1", 150_000, "12:00:40"),
        payment("p4", "c4", 100_000, "12:00:41"),
        payment("p5", "c1", 1_000, "12:00:42", "DECLINED"),
        "not even JSON",
        {**payment("p6", "c1", 1_000, "12:00:43"), "amount_cents": "a lot"},
        {**payment("p8", "c1", 1_000, "12:00:43"), "event_time": "noon"},
        {name: value for name, value in payment("p9", "c1", 1_000, "12:00:43").items() if name != "currency"},
        payment("p7", "c3", 1_000, "12:00:44"),
    ]
    produce(applied.bootstrap, "payments.raw.v1", after, key="payment_id")
    until_read(applied, "payments.clean.v1", 5)

    query = "SELECT payment_id, customer_id, amount_cents, card_number, risk_band, decision FROM fraud_events ORDER BY 1"

    def rows_by_noon() -> list[tuple[str, ...]]:
        move_on(applied)
        return applied.database.rows(query)

    rows = eventually(rows_by_noon, lambda rows: len(rows) >= 4)
    assert rows == [
        ("p1", "c1", "5000", "****1001", "LOW", "ALLOW"),
        ("p2", "c2", "200000", "****1002", "HIGH", "BLOCK"),
        ("p3", "c1", "150000", "****1003", "HIGH", "BLOCK"),
        ("p4", "c4", "100000", "****1004", "MEDIUM", "REVIEW"),
    ]
    decided = read_all(applied.bootstrap, "fraud.decisions.v1")
    assert sorted((one["payment_id"], one["decision"]) for one in decided) == [
        (row[0], row[5]) for row in rows
    ]


def until_read(project: Project, topic: str, records: int) -> None:
    """Until a topic has so many records and the jobs behind it have read them."""
    eventually(lambda: read_all(project.bootstrap, topic), lambda found: len(found) == records)
    behind = ("card_payments_fraud_events", *(["customer_spend_5m"] if topic == "payments.clean.v1" else []))
    for model in behind:
        eventually(lambda model=model: unread(project, model), lambda lag: lag == 0)  # type: ignore[misc]


def test_windows_close_and_late_payments_are_dropped_and_counted(applied: Project) -> None:
    def windows() -> list[tuple[str, int, int]]:
        move_on(applied)
        found = read_all(applied.bootstrap, "payments.spend.5m.v1")
        ours = [one for one in found if one["customer_id"] != "clock"]
        return sorted((one["customer_id"], one["payments"], one["spent_cents"]) for one in ours)

    closed = [("c1", 2, 155_000), ("c2", 1, 200_000), ("c3", 1, 1_000), ("c4", 1, 100_000)]
    assert eventually(windows, lambda seen: len(seen) >= 4) == closed

    produce(applied.bootstrap, "payments.raw.v1", [payment("p10", "c1", 7, "12:01:00")], key="payment_id")
    assert eventually(lambda: late_records(applied, "customer_spend_5m"), lambda seen: seen >= 1) == 1
    assert windows() == closed


def unread(project: Project, model: str) -> int | None:
    shown = json.loads(project.streamt("status", "--format", "json", *WITHOUT).stdout)
    job = next(thing for thing in shown["things"] if thing["name"].endswith(f".{model}"))
    lag: int | None = job["lag"]
    return lag


def late_records(project: Project, model: str) -> int:
    """What Flink counts as dropped for being late, over all tasks of a model's job."""
    with httpx.Client(base_url=project.stack.variables["FLINK_REST_URL"]) as flink:
        jobs = flink.get("/jobs/overview").json()["jobs"]
        id_ = next(
            job["jid"] for job in jobs if job["name"].endswith(f".{model}") and job["state"] == "RUNNING"
        )
        total = 0
        for vertex in flink.get(f"/jobs/{id_}").json()["vertices"]:
            path = f"/jobs/{id_}/vertices/{vertex['id']}/subtasks/metrics"
            names = [
                one["id"] for one in flink.get(path).json() if one["id"].endswith("numLateRecordsDropped")
            ]
            for one in flink.get(path, params={"get": ",".join(names)}).json() if names else ():
                total += int(one["sum"])
        return total


def test_status_shows_everything_running(applied: Project) -> None:
    shown = applied.streamt("status", "--format", "json", *WITHOUT)
    assert shown.returncode == 0, shown.stdout + shown.stderr
    things = json.loads(shown.stdout)["things"]
    assert {thing["state"] for thing in things if thing["kind"] in ("flink_job", "connector")} == {"running"}
    assert len(things) == 17


def test_a_second_apply_has_nothing_to_do(applied: Project) -> None:
    again = applied.streamt("apply", *WITHOUT)
    assert again.returncode == 0
    assert "Nothing to change." in again.stdout


def test_no_value_of_a_variable_is_shown(applied: Project) -> None:
    secrets = (applied.database.password, applied.database.jdbc_url)
    for words in (("plan", "--format", "json"), ("status",), ("plan",)):
        shown = applied.streamt(*words, *WITHOUT, WAREHOUSE_USERNAME="somebody-else")
        assert not [secret for secret in secrets if secret in shown.stdout + shown.stderr]
    changed = applied.streamt("plan", *WITHOUT, WAREHOUSE_USERNAME="somebody-else")
    assert "connection.username changes" in changed.stdout
    assert "somebody-else" not in changed.stdout


def test_destroy_takes_away_what_is_ours_and_nothing_else(applied: Project) -> None:
    refused = applied.streamt("destroy")
    assert refused.returncode == 1
    assert "--confirm standalone" in refused.stderr
    done = applied.streamt("destroy", "--confirm", "standalone")
    assert done.returncode == 0, done.stdout + done.stderr
    shown = json.loads(applied.streamt("status", "--format", "json", *WITHOUT).stdout)
    assert {thing["state"] for thing in shown["things"]} <= {"missing", "not running (canceled)"}
    assert set(RAW) <= topic_names(applied.bootstrap)
    assert "payments.clean.v1" not in topic_names(applied.bootstrap)
