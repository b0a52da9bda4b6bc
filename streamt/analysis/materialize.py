"""What a model becomes: declared, or inferred from what it is and what the runtime has."""

from __future__ import annotations

from dataclasses import dataclass

from streamt.project.model import Materialized, Model, Runtime
from streamt.sql.facts import QueryFacts
from streamt.sql.gateway import GatewayRefusal, GatewayStatement


@dataclass(frozen=True, slots=True)
class Materialization:
    kind: Materialized
    because: str


def materialization(
    model: Model, runtime: Runtime, facts: QueryFacts | None, gateway: GatewayStatement | GatewayRefusal | None
) -> Materialization:
    if model.materialized is not None:
        return Materialization(model.materialized, "declared")
    if model.sink is not None:
        return Materialization("sink", "it has a `sink:` block")
    if model.sql is None:
        return Materialization("topic", "it has no SQL and no `sink:` block")
    if facts is None or facts.stateful is None:
        return Materialization("flink", "its SQL could not be analysed, so Flink has to run it")
    if facts.stateful:
        operators = ", ".join(dict.fromkeys(operator.operator for operator in facts.state)) or "an operator"
        return Materialization("flink", f"its SQL keeps state ({operators})")
    if not runtime.has_gateway:
        return Materialization("topic", "its SQL keeps no state and no Gateway is configured")
    if isinstance(gateway, GatewayStatement):
        return Materialization("virtual_topic", "its SQL keeps no state and the Gateway can run it")
    why = gateway.reason if gateway else "its SQL could not be analysed"
    return Materialization("topic", f"its SQL keeps no state, but the Gateway cannot run it: {why}")
