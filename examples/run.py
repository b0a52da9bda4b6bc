"""The main job, on the card-fraud example: lint, compile, the impact of a change, the catalog site.

python3 examples/run.py      needs Python and Git; everything else it brings itself, into .venv/ and .work/ of this clone.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / ".ci"))

from environment import python  # noqa: E402  (.ci is on the path only now)

DEMO = ROOT / ".work" / "demo"
PROJECT = DEMO / "fraud"
CHANGES = (  # what a pull request does to the project: file, before, after
    ("models/payments.yml", "        card_network,\n", ""),
    ("models/payments.yml", "SUM(amount_cents) AS spent_cents", "SUM(amount_cents) / 100.0 AS spent_cents"),
    ("models/fraud.yml", "topic: {name: fraud.events.enriched.v1}", "topic: {name: fraud.events.enriched.v1, partitions: 12}"),
    ("models/fraud_events.sql", "  s.card_network,\n", ""),
    ("models/fraud_events.sql", "    p.card_network,\n", ""),
)


def main() -> int:
    streamt = [str(python(["-e", ".[docs]"], "streamt with its site")), "-m", "streamt"]
    _fresh_copy()
    step("Lint both environments, offline, with no variable set")
    run(streamt, "lint")
    step("Compile for a plain Kafka with Flink and Connect")
    run(streamt, "compile", "--env", "standalone")
    step("Who reads whom")
    run(streamt, "lineage", "--env", "standalone", "--model", "card_payments_clean")
    step("A pull request drops a column and changes a sum: what breaks, and for whom?")
    _commit()
    _change()
    run(streamt, "impact", "--base", "HEAD", "--env", "standalone", "--format", "text", allowed=(0, 1))
    git("checkout", "--quiet", ".")
    step("The catalog site")
    run(streamt, "docs", "build", "--env", "standalone", "--site-dir", str(DEMO / "site"))
    print(f"\nLook at  {(DEMO / 'site' / 'index.html').relative_to(ROOT)}   the catalog; open it in a browser")
    print(f"         {(PROJECT / 'generated').relative_to(ROOT)}   the manifest and one file per artifact")
    print("         examples/fraud   the project itself")
    return 0


def step(title: str) -> None:
    print(f"\n== {title}", flush=True)


def run(streamt: Sequence[str], *arguments: str, allowed: Sequence[int] = (0,)) -> None:
    print(f"$ streamt {' '.join(arguments)}".replace(f"{ROOT}{os.sep}", ""), flush=True)
    done = subprocess.run([*streamt, *arguments], cwd=PROJECT, check=False)
    if done.returncode not in allowed:
        raise SystemExit(f"`streamt {arguments[0]}` ended with {done.returncode}; that is not meant to happen here.")


def _fresh_copy() -> None:
    shutil.rmtree(DEMO, ignore_errors=True)
    shutil.copytree(ROOT / "examples" / "fraud", PROJECT, ignore=shutil.ignore_patterns("generated", "site", ".streamt"))


def _commit() -> None:
    (PROJECT / ".gitignore").write_text("generated/\n")
    git("init", "--quiet")
    git("add", ".")
    git("-c", "user.name=demo", "-c", "user.email=demo@example.com", "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "As it is")


def _change() -> None:
    for path, before, after in CHANGES:
        text = (PROJECT / path).read_text("utf-8")
        if before not in text:
            raise SystemExit(f"{path} no longer holds what the demonstration changes: {before!r}")
        (PROJECT / path).write_text(text.replace(before, after), "utf-8")


def git(*arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=PROJECT, check=True)


if __name__ == "__main__":
    raise SystemExit(main())
