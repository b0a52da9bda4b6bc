"""The `streamt` command: verbs, loaded when they are called, and the one place where errors end."""

from __future__ import annotations

import importlib
import os
import platform
import sys
import traceback
from collections.abc import Mapping

import click

from streamt import __version__
from streamt.errors import BUG, CANNOT_RUN, StreamtError

COMMANDS: Mapping[str, tuple[str, str]] = {  # verb -> (module:command, one line of help, so that --help imports nothing)
    "init": ("streamt.cli.init:init", "Start a project in a folder."),
    "lint": ("streamt.cli.lint:lint", "Check the project: offline, with no cluster and no secret."),
    "explain": ("streamt.cli.explain:explain", "Print the page of a rule."),
    "compile": ("streamt.cli.compile:compile_", "Write the manifest and the deployable artifacts."),
    "lineage": ("streamt.cli.lineage:lineage", "Show what reads what, down to columns."),
    "impact": ("streamt.cli.impact:impact", "Tell what a change breaks, and for whom."),
    "docs": ("streamt.cli.docs:docs", "Build or serve the catalog site."),
    "jsonschema": ("streamt.cli.jsonschema:jsonschema", "Print the JSON Schema of project files or of the manifest."),
    "plan": ("streamt.cli.plan:plan", "Show what apply would change."),
    "apply": ("streamt.cli.apply:apply", "Deploy the compiled project."),
    "status": ("streamt.cli.status:status", "Compare what is declared with what runs."),
    "destroy": ("streamt.cli.destroy:destroy", "Take away what this project created, and nothing else."),
    "debug": ("streamt.cli.debug:debug", "Say what is configured, reachable and supported."),
    "local": ("streamt.cli.local:local", "Run a real Kafka, registry, Connect and Flink on this machine."),
}

LATER = ("rollback", "test", "show", "deps", "schemas", "export", "resolve", "mcp")  # promised, and not there yet


class Verbs(click.Group):
    """Commands by name; a command's module is imported when the command is called, so that `--help` stays fast."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[name][0].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args and args[0] in LATER:
            ctx.fail(f"`streamt {args[0]}` is not in this version yet.")
        if args and args[0] not in COMMANDS:
            from streamt.closest import did_you_mean

            hint = did_you_mean(args[0], COMMANDS)
            ctx.fail(f"No such command '{args[0]}'.{f' {hint}' if hint else ''}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, line) for name, (_, line) in COMMANDS.items()])


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 120})
@click.version_option(__version__, prog_name="streamt")
def streamt() -> None:
    """dbt for streaming: declare Kafka pipelines in Git; lint, compile, review, document and deploy them."""


def main() -> None:
    """Run the command; every way it can end has its exit code, and no traceback reaches a user."""
    try:
        code = streamt.main(standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(CANNOT_RUN)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Stopped.", err=True)
        sys.exit(130)
    except StreamtError as error:
        if str(error):
            click.echo(f"Error: {error}", err=True)
        sys.exit(error.exit_code)
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(CANNOT_RUN)
    except Exception as error:  # noqa: BLE001  (the one boundary: whatever gets here is a bug)
        click.echo(bug_report(error), err=True)
        if os.environ.get("STREAMT_DEBUG"):
            traceback.print_exc()
        sys.exit(BUG)
    sys.exit(code if isinstance(code, int) else 0)


def bug_report(error: BaseException) -> str:
    """What to paste into an issue: versions, the command's verb, and where it happened; no argument, value or path of the user."""
    frames = [
        f"  {os.path.basename(os.path.dirname(frame.filename))}/{os.path.basename(frame.filename)}:{frame.lineno} in {frame.name}"
        for frame in traceback.extract_tb(error.__traceback__)
    ]
    verb = next((argument for argument in sys.argv[1:] if argument in COMMANDS), "?")
    return "\n".join(
        [
            "This is a bug in streamt. Please report it with what follows:",
            f"  streamt {__version__}, Python {platform.python_version()}, {platform.system()}, command: {verb}",
            *frames[-12:],
            f"  {type(error).__name__}",
            "STREAMT_DEBUG=1 shows the whole traceback; look it over for what is yours before you paste it.",
        ]
    )
