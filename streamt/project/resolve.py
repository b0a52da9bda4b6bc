"""Entries + one environment -> the Project: environment over node over defaults, every name filled in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from streamt.diagnostics.model import Diagnostic
from streamt.errors import CannotRun
from streamt.load.document import Document, Place
from streamt.load.tree import hidden, out_of_sight, outside
from streamt.project import blocks, build, model, names, structure, systems
from streamt.project.gather import Entry, Gathered
from streamt.project.merging import merged, without_nulls
from streamt.project.reading import Environment, text_file, unreadable
from streamt.project.spec.governance import AlertingSpec, SafetySpec
from streamt.project.spec.model import ModelSpec
from streamt.project.spec.runtime import RuntimeSpec
from streamt.project.vocabulary import did_you_mean

DEFAULT = "default"  # the environment of a project without environments/


@dataclass(frozen=True, eq=False)
class Resolver:
    """What is the same in every environment: the entries without duplicates, the text files they name."""

    gathered: Gathered
    entries: Mapping[str, tuple[Entry, ...]]
    files: Mapping[str, Document]
    diagnostics: tuple[Diagnostic, ...] = field(default=())


def prepare(gathered: Gathered) -> Resolver:
    kept, problems = names.unique(gathered.entries)
    found = [*problems, *_unknown_overrides(gathered, kept)]
    for entry in gathered.entries:
        found += structure.problems(entry.section, entry.spec, entry.place, entry.damaged)
    files: dict[str, Document] = {}
    for entry in gathered.entries:
        for place, path in _named_files(entry):
            if path not in files:
                document = _text(gathered, place, path, found)
                files.update({path: document} if document else {})
    return Resolver(gathered, kept, files, tuple(found))


def _named_files(entry: Entry) -> Iterator[tuple[Place, str]]:
    """Where a file is named, and its path: in the project, unless it leads out of it."""
    if entry.section not in ("sources", "models"):
        return
    spec = entry.spec
    for steps, named in (
        (("sql_file",), getattr(spec, "sql_file", None)),
        (("schema", "file"), spec.schema_ and spec.schema_.file),
    ):
        if named:
            place = entry.place.at(*steps)
            yield (
                place,
                named
                if outside(named) and named.startswith(("/", "\\"))
                else blocks.beside(place.path, named),
            )


def _text(gathered: Gathered, place: Place, path: str, found: list[Diagnostic]) -> Document | None:
    if outside(path):
        message = "the path leads out of the project"
        found.append(
            Diagnostic(
                "load.outside",
                "error",
                message,
                place.span,
                got=f"'{path}'",
                help="move the file into the project",
            )
        )
        return None
    if hidden(path):
        found.append(replace(unreadable(out_of_sight(), place.span), got=f"'{path}'"))
        return None
    return text_file(gathered.tree, path, place.span, found)


def _unknown_overrides(gathered: Gathered, kept: Mapping[str, tuple[Entry, ...]]) -> Iterator[Diagnostic]:
    known = {name for entry in kept["models"] for name in _override_names(entry)}
    for environment in gathered.environments:
        overrides = environment.spec.overrides
        for name in overrides.models if overrides else ():
            if name not in known:
                place = Place(environment.document, ("overrides", "models", name))
                message = (
                    f"environment '{environment.name}' overrides the model '{name}', which is not declared"
                )
                yield Diagnostic(
                    "project.unknown_override",
                    "error",
                    message,
                    place.key_span,
                    help=did_you_mean(name, known),
                )


def _override_names(entry: Entry) -> tuple[str, ...]:
    """What an environment may call a model: all versions by its name, one by `name@v2`."""
    version = entry.spec.version
    return (entry.name,) if version is None else (entry.name, f"{entry.name}@v{version}")


def environments(gathered: Gathered, wanted: str | None) -> tuple[Environment, ...]:
    """The environment that is wanted; without one the default, else the only one, else all. CannotRun when there is no such one."""
    known = gathered.environments or (Environment(DEFAULT, Document(gathered.root.path, "")),)
    by_name = {environment.name: environment for environment in known}
    if wanted is not None:
        if wanted in by_name:
            return (by_name[wanted],)
        names_ = ", ".join(sorted(by_name))
        raise CannotRun(f"there is no environment '{wanted}'; this project has {names_}")
    default = _default(gathered)
    return (by_name[default],) if default in by_name else known


def _default(gathered: Gathered) -> str | None:
    project = gathered.blocks.project if gathered.blocks else None
    return project.default_environment if project else None


def unknown_default(gathered: Gathered) -> Iterator[Diagnostic]:
    default = _default(gathered)
    known = [environment.name for environment in gathered.environments] or [DEFAULT]
    if default is not None and default not in known:
        place = Place(gathered.root, ("project", "default_environment"))
        help_ = did_you_mean(default, known) or f"environments: {', '.join(known)}"
        yield Diagnostic(
            "project.unknown_default", "error", f"there is no environment '{default}'", place.span, help=help_
        )


def resolve(resolver: Resolver, environment: Environment) -> tuple[model.Project, tuple[Diagnostic, ...]]:
    gathered, found = resolver.gathered, list[Diagnostic]()
    runtime = _runtime(gathered, environment, found)
    blocks, data = gathered.blocks, gathered.data
    project = blocks.project if blocks else None
    files, entries = resolver.files, resolver.entries
    models = [_model(entry, environment, gathered, runtime, files, found) for entry in entries["models"]]
    resolved = model.Project(
        name=project.name if project else "unnamed",
        root=gathered.root,
        environment=environment.name,
        environments=tuple(known.name for known in gathered.environments) or (DEFAULT,),
        version=project.version if project else None,
        description=project.description if project else None,
        owners=_owners(gathered),
        runtime=runtime,
        variables=without_nulls(_over(data, environment, "vars")),
        rules=data.get("rules") or {},
        rules_place=Place(gathered.root, ("rules",)) if data.get("rules") else None,
        functions=tuple(
            build.function(entry.spec, entry.data, entry.place) for entry in _sorted(entries["functions"])
        ),
        dependencies=_dependencies(gathered),
        alerting=_set(AlertingSpec, without_nulls(_over(data, environment, "alerting"))),
        safety=_set(SafetySpec, environment.data.get("safety") or {}),
        sources=tuple(
            build.source(entry.spec, entry.data, entry.place, runtime, files)
            for entry in _sorted(entries["sources"])
        ),
        models=tuple(sorted(models, key=lambda item: (item.name, item.version or 0))),
        tests=tuple(
            build.test(entry.spec, entry.data, entry.place, runtime) for entry in _sorted(entries["tests"])
        ),
        exposures=tuple(
            build.exposure(entry.spec, entry.data, entry.place) for entry in _sorted(entries["exposures"])
        ),
        macros=gathered.macros,
        documents={**gathered.documents, **files},
    )
    return resolved, tuple(found)


def _sorted(entries: tuple[Entry, ...]) -> list[Entry]:
    return sorted(entries, key=lambda entry: entry.name)


def _over(data: Mapping[str, Any], environment: Environment, key: str) -> dict[str, Any]:
    """A block of the root file with the environment's laid over it."""
    return merged(data.get(key) or {}, environment.data.get(key) or {})


def _set(spec: Any, data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in spec.model_validate(data) if value is not None}


def _runtime(gathered: Gathered, environment: Environment, found: list[Diagnostic]) -> model.Runtime:
    overridden = bool(environment.data.get("runtime"))
    place = Place(environment.document if overridden else gathered.root, ("runtime",))
    data = without_nulls(_over(gathered.data, environment, "runtime"))
    if not data:
        return model.Runtime()
    spec = RuntimeSpec.model_validate(data)
    found += systems.problems(spec, place, environment.name if gathered.environments else None)
    return systems.runtime(spec, data, place)


def _model(
    entry: Entry,
    environment: Environment,
    gathered: Gathered,
    runtime: model.Runtime,
    files: Mapping[str, Document],
    found: list[Diagnostic],
) -> model.Model:
    spec, data, override = entry.spec, entry.data, _override(entry, environment)
    materialized = entry.place.at("materialized") if "materialized" in entry.own else None
    if override:
        data = without_nulls(merged(data, override[1]))
        spec = ModelSpec.model_validate(data)
        if "materialized" in override[1]:
            materialized = Place(environment.document, ("overrides", "models", override[0], "materialized"))
    if spec.materialized is not None and materialized is None:
        materialized = Place(gathered.root, ("defaults", "models", "materialized"))
    found += structure.model_shape(spec, entry.place, entry.damaged)
    return build.model(spec, data, entry.place, materialized if spec.materialized else None, runtime, files)


def _override(entry: Entry, environment: Environment) -> tuple[str, Mapping[str, Any]] | None:
    models = (environment.data.get("overrides") or {}).get("models") or {}
    for name in reversed(_override_names(entry)):
        if models.get(name):
            return name, models[name]
    return None


def _owners(gathered: Gathered) -> dict[str, model.Owner]:
    owners = gathered.blocks.owners if gathered.blocks else None
    return {
        name: model.Owner(
            name,
            Place(gathered.root, ("owners", name)),
            spec.contact,
            spec.slack,
            spec.github,
            spec.access_request,
        )
        for name, spec in sorted((owners or {}).items())
    }


def _dependencies(gathered: Gathered) -> tuple[model.Dependency, ...]:
    declared = gathered.blocks.dependencies if gathered.blocks else None
    return tuple(
        model.Dependency(spec.project, spec.manifest, Place(gathered.root, ("dependencies", index)))
        for index, spec in enumerate(declared or ())
    )


__all__ = ["DEFAULT", "Resolver", "environments", "prepare", "resolve", "unknown_default"]
