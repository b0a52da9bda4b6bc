"""Schemas of one registry that speaks Confluent's API."""

from streamt.runtimes.schema_registry.plan import LiveSchema, Schema, plan
from streamt.runtimes.schema_registry.runtime import SchemaRegistry

__all__ = ["LiveSchema", "Schema", "SchemaRegistry", "plan"]
