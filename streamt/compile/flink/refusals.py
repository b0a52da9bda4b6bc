"""What is well declared and no Flink job can do: lint and compile let it pass, plan refuses it by name."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from streamt.analysis.model import Analysis, NodeColumn
from streamt.analysis.sinks import needs_schema
from streamt.coltypes import DataType
from streamt.compile.flink.envelope import unsupported
from streamt.compile.flink.formats import CHANGELOG_FORMATS, key_format, unfit_key, unfit_value, value_format
from streamt.compile.flink.tables import STARTUP, TRANSACTION_TIMEOUT_MS, named, types_of, unknown_columns
from streamt.compile.kafka_access import LOGIN_MODULES, kafka_cluster
from streamt.manifest.model import Refusal
from streamt.placeholders import Deferred, known, known_text
from streamt.project.model import Model, Source

Why = tuple[str, str]  # what is wrong, what to do

# The rest of a transaction's life is for the checkpoint itself and for a restart.
LONGEST_CHECKPOINT_INTERVAL_MS = TRANSACTION_TIMEOUT_MS * 2 // 3


def refusal(model: Model, see: Analysis) -> Refusal | None:
    found = next((why for check in CHECKS for why in check(model, see)), None)
    return None if found is None else Refusal(name=model.key_name, node=model.id, what=found[0], help=found[1])


def _inputs(model: Model, see: Analysis) -> Iterator[Why]:
    for read in see.reads[model.id]:
        node = see.nodes[read.target] if read.target else None
        if isinstance(node, (Source, Model)):
            yield from _input(node, model, see)


def _input(node: Source | Model, reader: Model, see: Analysis) -> Iterator[Why]:
    declared = value_format(node.schema)
    if declared == "protobuf":
        yield f"{node.id} has format protobuf, which Flink reads only with a generated class", "Use avro or json."
    if reader.flink.on_malformed == "skip" and "json" not in declared:
        yield f"on_malformed: skip is for JSON; {node.id} is {declared}", "Use on_malformed: fail."
    hidden = unknown_columns(node, see)
    if hidden or (isinstance(node, Source) and not see.complete.get(node.id)):
        which = f"the type of {', '.join(hidden)}" if hidden else "all columns"
        yield f"{which} of {node.id} is not known", "Give every column a type, or the source a schema."
    if isinstance(node, Source) and node.lookup is None:
        yield from _unfit(node, see.columns[node.id], node.key if node.changelog == "upsert" else (), see)
    yield from _security(node, see)


def _output(model: Model, see: Analysis) -> Iterator[Why]:
    if unknown_columns(model, see) or not see.complete.get(model.id):
        yield "not all of its columns and their types are known", "Run `streamt lint`."
    facts = see.queries.get(model.id)
    changelog = facts.changelog if facts is not None else "append"
    if changelog == "UNKNOWN":
        yield "it is not known whether its output is updated", "Run `streamt lint`."
    if changelog != "append" and not see.keys[model.id]:
        yield "its output is updated, and no key says which record an update replaces", "Give it a `key`."
    times = [column.name for column in facts.columns if column.time == "rowtime"] if facts is not None else []
    if len(times) > 1:
        yield f"its output has {len(times)} event times ({', '.join(times)}), and Flink writes one", "Cast the others to TIMESTAMP(3)."
    yield from _output_format(model, see)
    tokenized = [column for column, method in see.masked.get(model.id, {}).items() if method == "tokenize"]
    if tokenized:
        yield f"nothing here can tokenize {', '.join(tokenized)}", "Use hash, redact, partial or null."
    yield from _security(model, see)


def _output_format(model: Model, see: Analysis) -> Iterator[Why]:
    declared = value_format(model.schema)
    if declared == "protobuf":
        yield "Flink writes protobuf only with a generated class", "Use avro or json."
    if declared in CHANGELOG_FORMATS:
        yield f"{declared} describes changes of a database; a model writes its rows", "Use json or avro, and a `key` for rows that change."
    if needs_schema(model):
        beyond = unsupported(see.columns[model.id])
        if beyond:
            yield f"its connector has no type for {', '.join(beyond)}", "Select their fields one by one, as plain values."
    else:
        yield from _unfit(model, see.columns[model.id], see.keys[model.id], see)


def _unfit(node: Source | Model, columns: Sequence[NodeColumn], key: Sequence[str], see: Analysis) -> Iterator[Why]:
    declared = value_format(node.schema)
    for column in columns:
        written = column.declared
        outside = isinstance(node, Source) and written is not None and (written.expression or written.metadata)
        reason = None if outside or column.type is None else unfit_value(declared, column.name, column.type)
        if reason is not None:
            yield f"{node.id}.{column.name}: {reason}", "Give the column another type (a CAST in the SQL), or leave it out."
    keyed = named(columns, key)
    typed: list[tuple[str, DataType]] = [(column.name, column.type) for column in keyed if column.type is not None]
    reason = unfit_key(key_format(node.schema, types_of(keyed)), typed) if typed else None
    if reason is not None:
        yield f"the key of {node.id}: {reason}", "Use `key_format: json`, or another key."


def _security(node: Source | Model, see: Analysis) -> Iterator[Why]:
    """What the Kafka client in Flink cannot be told, and would meet as a job that restarts for ever."""
    security = kafka_cluster(see.project.runtime.declared, node.cluster).get("security") or {}
    mechanism = known_text(str(security.get("mechanism") or ""))
    if mechanism and mechanism not in LOGIN_MODULES:
        yield f"Flink jobs cannot log in by {mechanism}", f"Use {', '.join(LOGIN_MODULES)}."
    if security.get("ssl_key") and security["ssl_key"] != security.get("ssl_certificate"):
        yield (
            "the Kafka client in Flink reads certificate and key from one file",
            "Put both into one PEM file, and name it in ssl_certificate and in ssl_key.",
        )


def _running(model: Model, see: Analysis) -> Iterator[Why]:
    startup = model.flink.startup
    if isinstance(startup, Deferred) and known_text(startup.text) in STARTUP:
        yield "a placeholder in `startup` can only stand for a time in milliseconds", "Write the word in an environment's overrides."
    interval = known(model.flink.checkpoint_interval_ms)
    if model.flink.delivery == "exactly_once" and interval is not None and interval > LONGEST_CHECKPOINT_INTERVAL_MS:
        yield (
            f"a Kafka transaction ends after {TRANSACTION_TIMEOUT_MS // 60_000} minutes: "
            f"with a checkpoint every {interval} ms what it holds would be lost",
            f"For exactly_once, checkpoint_interval_ms is {LONGEST_CHECKPOINT_INTERVAL_MS} at most.",
        )


CHECKS: tuple[Callable[[Model, Analysis], Iterator[Why]], ...] = (_inputs, _output, _running)
