"""``altheory claims``: what the ledger holds, before anything is run."""

import json
import sys
import textwrap
from collections.abc import Iterable, Iterator
from typing import Annotated, Any

import typer

from altheory.cli import _ledger
from altheory.cli._terminal import encodable
from altheory.discovery import nearest
from altheory.ledger.description import brief, describe, grounds
from altheory.ledger.selection import VERDICTS, listed
from altheory.ledger.uses import dot

FORMATS = ("json", "text")

_HELP = """Look at the claims of the ledger without running them.

\b
Examples:
  altheory claims list --format json
  altheory claims list --search 'star number'
  altheory claims show cal/queries/at-most-the-sample
  altheory claims why cal/queries/at-most-the-sample
  altheory claims graph | dot -Tsvg > claims.svg
"""

_LIST = """List claims: the key, the verdict that is expected, the title.

\b
--search keeps the claims in which every word occurs, as part of a word too: in
the key, the title, what is said plainly, or the source. A source is a key of the
references; lecturenotes are the lecture notes. JSON has all of these.

\b
Examples:
  altheory claims list
  altheory claims list --select 'thresholds/*' --verdict proved
  altheory claims list --search 'disagreement coefficient' --format json
What the lecture notes say of uncertainty sampling that is false:
  altheory claims list --search 'lecturenotes uncertain' --verdict refuted
"""

Form = Annotated[str, typer.Option("--format", metavar="text|json", help="Form of the answer.")]
Key = Annotated[str, typer.Argument(metavar="KEY", show_default=False)]


def attach(app: typer.Typer) -> None:
    """Add the group of commands to the program."""
    group = typer.Typer(help=_HELP, rich_markup_mode=None, invoke_without_command=True)
    group.callback()(claims)
    group.command(name="list", help=_LIST)(every)
    group.command(name="show", help=_listed("Show one claim.", f"show {_EXAMPLE}"))(show)
    group.command(name="graph", help=_listed("Print what uses what, for Graphviz.", "graph"))(graph)
    group.command(name="why", help=_listed("Show what a claim rests on.", f"why {_EXAMPLE}"))(why)
    app.add_typer(group, name="claims")


_EXAMPLE = "cal/queries/at-most-the-sample"


def _listed(sentence: str, example: str) -> str:
    return f"{sentence}\n\n\b\nExample:\n  altheory claims {example}"


def claims(context: typer.Context) -> None:
    """List every claim if no other command is named."""
    if context.invoked_subcommand is None:
        every()


def every(
    *,
    select: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Keep claims that match; repeatable.")
    ] = None,
    verdict: Annotated[
        str, typer.Option(metavar="|".join(VERDICTS), help="Keep claims of one verdict.")
    ] = "",
    search: Annotated[
        str, typer.Option(metavar="WORDS", help="Keep claims with all of these words.")
    ] = "",
    form: Form = "text",
) -> None:
    """List every claim, or those asked for: the key, the verdict it expects, the title."""
    _known(form)
    registry, _ = _ledger.load([], everything=True)
    status = _ledger.complain(registry)  # what does not load may be what is looked for
    entries = listed(registry, select=select or (), verdict=verdict, search=search)
    if form == "json":
        _print({"claims": [brief(entry) for entry in entries]})
    else:
        width = max((len(entry.key) for entry in entries), default=0)
        _say(
            f"{entry.key:<{width}}  {entry.claim.expected.value:<12}  {entry.claim.title}"
            for entry in entries
        )
    raise typer.Exit(status)


def show(key: Key, form: Form = "text") -> None:
    """Show everything that a claim says about itself."""
    _known(form)
    registry, entry = _ledger.one(key)
    described = describe(registry, entry)
    if form == "json":
        _print(described)
    else:
        _say(_page(described))


def graph(form: Form = "text") -> None:
    """Print the graph of uses in Graphviz's language, or as JSON."""
    _known(form)
    registry, _ = _ledger.load([], everything=True)
    if form == "json":
        _print({"uses": {key: list(uses) for key, uses in registry.graph.items()}})
    else:
        typer.echo(dot(registry.graph))
    raise typer.Exit(_ledger.complain(registry))


def why(key: Key, form: Form = "text") -> None:
    """Show the claims that a claim rests on, each with the arguments behind it."""
    _known(form)
    registry, entry = _ledger.one(key)
    found = grounds(registry, entry.key)
    if form == "json":
        _print(found)
    else:
        _say(_tree(found))


def _known(form: str) -> None:
    if form not in FORMATS:
        raise nearest(form, FORMATS, "format")


def _print(document: dict[str, Any]) -> None:
    typer.echo(json.dumps(document, indent=2))


def _say(lines: Iterable[str]) -> None:
    typer.echo(encodable("\n".join(lines), sys.stdout.encoding))


def _page(claim: dict[str, Any]) -> Iterator[str]:
    """Yield the lines that show a claim; what is empty is left out."""
    yield from (claim["key"], claim["title"], "")
    yield from textwrap.wrap(claim["plain"], 98, initial_indent="  ", subsequent_indent="  ")
    yield ""
    rows = {
        "statement": claim["statement"],
        "relation": claim["relation"],
        "assumes": ", ".join(claim["assumptions"]),
        "does not say": claim["does_not_say"],
        "source": _cited(claim["source"]),
        "expected": claim["expected"],
    }
    lists = {
        "checks": [_argument(check) for check in claim["checks"]],
        "false twins": claim["twins"],
        "corrected by": [claim["corrected_by"]],
        "uses": claim["uses"],
        "used by": claim["used_by"],
        "found in": [claim["found_in"]],
    }
    for name, text in rows.items():
        yield from _row(name, text)
    for name, items in lists.items():
        for number, item in enumerate(items):
            yield from _row("" if number else name, item)


def _row(name: str, text: str) -> list[str]:
    return textwrap.wrap(text, 98, initial_indent=f"  {name:<14}", subsequent_indent=" " * 16)


def _argument(check: dict[str, Any]) -> str:
    argument = f"{check['method']}: {check['name']} ({check['scope']}; {check['tier']})"
    if check["alpha"] is None:
        return argument
    sees = f"alpha {check['alpha']:g}, power {check['power']:g}, sees {check['discrepancy']}"
    return f"{argument}; {sees}"


def _cited(source: dict[str, str]) -> str:
    where = ", ".join(part for part in (source["key"], source["locator"]) if part)
    difference = f": {source['difference']}" if source["difference"] else ""
    return f"{where} ({source['match']}){difference}"


def _tree(claim: dict[str, Any], depth: int = 0) -> Iterator[str]:
    """Yield the claim, its arguments, and below it what it uses."""
    indent = "    " * depth
    if "fault" in claim:
        yield f"{indent}{claim['key']} {claim['fault']}"
        return
    yield f"{indent}{claim['key']}  {claim['expected']}"
    reasons = [f"by {_argument(check)}" for check in claim["checks"]]
    for reason in (*reasons, f"from {_cited(claim['source'])}"):
        yield from textwrap.wrap(
            reason, 98, initial_indent=f"{indent}  ", subsequent_indent=f"{indent}      "
        )
    for use in claim["uses"]:
        yield from _tree(use, depth + 1)
