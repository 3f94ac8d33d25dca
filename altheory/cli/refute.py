"""``altheory refute``: try to break a claim, for as long as you like."""

import dataclasses
import json
import sys
import time
from typing import Annotated

import typer

from altheory.cli import _ledger, _seed
from altheory.cli._terminal import bar, encodable
from altheory.discovery import nearest
from altheory.ledger.finding import Outcome
from altheory.ledger.refutation import SCHEMA, Attack, refute

FORMATS = ("json", "text")

_HELP = """Try to refute a claim, and print the counterexample if there is one.

\b
The first counterexample that the independent checker accepts ends the attack;
its Python text can be pasted. A claim that stands is not thereby confirmed.
With --twin the same attack goes at a false variant of the claim, which it
should break.

\b
Exit status: 0 as expected, 1 refuted (or a false statement not refuted), 2
usage or undecided (as a claim that is cited and has no check), 130 interrupted.

\b
Examples:
  altheory refute lectures/stop-when-disagreement-is-small
  altheory refute cal/queries/at-most-the-sample --budget 10 --fresh
  altheory refute cal/queries/at-most-the-sample --twin 'an answer halves the class'
"""


def attach(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(name="refute", help=_HELP)(command)


def command(
    key: Annotated[str, typer.Argument(metavar="KEY", show_default=False)],
    *,
    budget: Annotated[float, typer.Option(metavar="SECONDS", help="How long to try.")] = 60.0,
    twin: Annotated[str, typer.Option(metavar="NAME", help="Attack this false twin.")] = "",
    seed: Annotated[int | None, typer.Option(help="Seed of the attempts; 0.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Draw a seed and print it.")] = False,
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="Form.")] = "text",
) -> None:
    """Attack one claim and say what was tried."""
    if form not in FORMATS:
        raise nearest(form, FORMATS, "format")
    chosen = _seed.chosen(seed, fresh=fresh)
    _, entry = _ledger.one(key)
    start = time.perf_counter()
    with bar(budget) as move:

        def progress(attempts: int) -> None:
            move(time.perf_counter() - start, f"{attempts} attempts")

        attack = refute(entry, budget=budget, seed=chosen, twin=twin, progress=progress)
    page = _json(attack) if form == "json" else _text(attack)
    typer.echo(encodable(page, sys.stdout.encoding))
    raise typer.Exit(attack.status)


def _json(attack: Attack) -> str:
    document = {"schema": SCHEMA, "status": attack.status, **dataclasses.asdict(attack)}
    document |= {"outcome": _outcome(attack), "expected": attack.expected.value}
    return json.dumps(document, indent=2)


def _outcome(attack: Attack) -> str:
    words = {Outcome.FAILS: "refuted", Outcome.HOLDS: "not refuted"}
    return words.get(attack.outcome, "undecided")


def _text(attack: Attack) -> str:
    what = f"{attack.key}, false twin '{attack.twin}'" if attack.twin else attack.key
    tried = f"{attack.attempts} attempt{'s' if attack.attempts != 1 else ''}"
    effort = f"{tried}, {attack.seconds:.1f} s, seed {attack.seed}"
    if attack.outcome is Outcome.HOLDS:
        ending = "; interrupted" if attack.interrupted else ""
        return f"{what}: not refuted in {effort}{ending}"
    if not attack.attempts:
        return f"{what}: {attack.reason}"
    lines = [f"{what}: {_outcome(attack)} ({attack.by}; {effort})", f"  {attack.reason}"]
    if attack.computed or attack.claimed:
        lines.append(f"  computed {attack.computed or '-'}, claimed {attack.claimed or '-'}")
    if attack.replay is not None:
        lines += [f"  the checker accepts {attack.replay.accepted}", "", "# paste into Python"]
        lines.append(attack.replay.python.strip())
    return "\n".join(lines)
