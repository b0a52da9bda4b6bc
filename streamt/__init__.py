"""streamt: dbt for streaming. Declare, lint, compile, review, document and deploy Kafka pipelines from Git."""

from __future__ import annotations

__version__ = "0.1.0"
