from __future__ import annotations

import base64
import json
import zlib

from streamt.deploy.journal.records import (
    Entry,
    Journal,
    Lease,
    deployment_records,
    entry_record,
    forgotten,
    journal_of,
    lease_record,
)
from streamt.runtimes.base import Key

KEY = Key("topic", "default", "a/b.c")
ENTRY = Entry(KEY, "intent", "apply-1", "create", "model:a", True, {"token": "t"}, {"topic_id": "x"})
LEASE = Lease("apply-1", "ann", "laptop", 42, 1_900_000_000.5)


def test_no_records_are_an_empty_journal() -> None:
    assert journal_of([]) == Journal()


def test_what_is_written_is_read() -> None:
    journal = journal_of([lease_record(LEASE), entry_record(ENTRY)])
    assert journal == Journal({KEY: ENTRY}, LEASE, ())


def test_the_last_word_counts() -> None:
    done = Entry(KEY, "done", "apply-2", "create", "model:a", True)
    assert journal_of([entry_record(ENTRY), entry_record(done)]).entries == {KEY: done}


def test_a_lease_that_is_given_back_is_gone() -> None:
    assert journal_of([lease_record(LEASE), lease_record(None)]).lease is None


def test_what_is_deleted_is_forgotten() -> None:
    assert journal_of([entry_record(ENTRY), forgotten(KEY)]).entries == {}


def test_keys_of_a_later_version_are_passed_over() -> None:
    assert journal_of([("scenario/x", "{}"), ('["window","x"]', "{}")]) == Journal()


def test_a_manifest_larger_than_a_message_comes_in_pieces_and_back() -> None:
    manifest = json.dumps([str(zlib.crc32(str(number).encode())) for number in range(200_000)])
    records = list(deployment_records("d1", {"result": "done"}, manifest))
    assert len(records) > 2
    assert all(len(value or "") <= 500_000 for _, value in records)
    packed = "".join(value or "" for _, value in records[:-1])
    assert zlib.decompress(base64.b64decode(packed)).decode() == manifest
    assert journal_of(records).deployments == ({"id": "d1", "result": "done", "chunks": len(records) - 1},)
