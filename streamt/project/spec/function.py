"""A SQL function of the user's own."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from streamt.project.spec.scalars import Flag, Name, Ref, Spec, Text


class ArgumentSpec(Spec):
    name: Ref
    type: Text = Field(description="A Flink SQL type.")


class FunctionSpec(Spec):
    name: Name
    arguments: list[ArgumentSpec]
    returns: Text = Field(description="A Flink SQL type.")
    description: Text | None = None
    kind: Literal["scalar", "aggregate", "table"] = "scalar"
    deterministic: Flag = Field(True, description="The same arguments always give the same result.")
    language: Literal["java", "python", "sql"] = "java"
    class_: Text | None = Field(None, alias="class", description="The class, or the Python function.")
    jar: Text | None = Field(None, description="The file that holds it, relative to the project.")
