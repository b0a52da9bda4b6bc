from __future__ import annotations

import argparse
import importlib
import sys

COMMANDS = {
    "ask": "put cases (JSON lines) to the planner",
    "record": "record the planner's answers to the queries in tests/sql/recorded",
    "generate": "random typed queries (JSON lines), reproducible by their seed",
    "compare": "how far streamt agrees with the planner",
}


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.oracle", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True)
    chosen = next((word for word in sys.argv[1:2] if word in COMMANDS), None)
    for name, text in COMMANDS.items():
        command = commands.add_parser(name, help=text)
        if name == chosen:  # the others need not be importable: `ask` works without streamt's SQL
            module = importlib.import_module(f"tests.oracle.{name}")
            module.add_arguments(command)
            command.set_defaults(run=module.run)
    arguments = parser.parse_args()
    result: int = arguments.run(arguments)
    return result


if __name__ == "__main__":
    sys.exit(main())
