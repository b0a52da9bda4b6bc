"""`streamt explain`: the page of a rule."""

from __future__ import annotations

import json

import click

from streamt.cli import options


@click.command()
@click.argument("rule", required=False)
@options.output_format("text", "json")
def explain(rule: str | None, output_format: str) -> None:
    """Print the page of RULE; without one, list every rule with one line each."""
    from streamt.closest import did_you_mean
    from streamt.rules.pages import pages

    known = pages()
    if rule is None:
        rows = [{"rule": page.rule, "severity": page.severity, "summary": page.summary} for page in known.values()]
        width = max(len(row["rule"]) for row in rows)
        listing = "\n".join(f"{row['rule']:<{width}}  {row['summary']}" for row in rows)
        click.echo(json.dumps(rows, indent=2) if output_format == "json" else listing)
        return
    page = known.get(rule)
    if page is None:
        hint = did_you_mean(rule, known)
        raise click.UsageError(f"There is no rule '{rule}'.{f' {hint}' if hint else ''} `streamt explain` lists them.")
    if output_format == "json":
        data = {"rule": page.rule, "severity": page.severity, "summary": page.summary, "page": page.text}
        click.echo(json.dumps(data, indent=2, sort_keys=True, ensure_ascii=False))
    else:
        click.echo(f"{page.rule} ({page.severity})\n\n{page.text}")
