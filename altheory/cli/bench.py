"""``altheory bench``: side-by-side timings, interleaved in one run."""

import json
import sys
from dataclasses import asdict
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from altheory.bench.row import Result
from altheory.bench.runner import find, run
from altheory.cli._output import writable, write


class Format(StrEnum):
    """How results are printed."""

    TEXT = "text"
    JSON = "json"


def attach(app: typer.Typer) -> None:
    """Add the command to the application."""
    app.command("bench")(bench)


def bench(
    names: Annotated[list[str] | None, typer.Argument(help="Rows to run; all if none.")] = None,
    *,
    peers: Annotated[bool, typer.Option("--peers", help="Include other packages.")] = False,
    seconds: Annotated[float, typer.Option(help="About how long a row may take.")] = 3.0,
    list_rows: Annotated[bool, typer.Option("--list", help="List the rows and stop.")] = False,
    form: Annotated[Format, typer.Option("--format", help="text or json.")] = Format.TEXT,
    output: Annotated[Path | None, typer.Option("-o", "--output", help="File to write.")] = None,
) -> None:
    """Time each piece of work and its contenders side by side.

    Ratios are to the first contender, round by round; quote those, since
    absolute times drift with the machine. Whoever alone takes longer than
    --seconds, and than three, runs three times: to warm up, timed, and for its memory.

    \b
    Examples:
      altheory bench
      altheory bench cal_thresholds --seconds 10
      altheory bench --peers --format json -o bench.json
    """
    if list_rows:
        for name, row in find(()).items():
            typer.echo(f"{name:<20} {row.title}")
        return
    target, rows = writable(output), find(names or ())
    results = [
        run(name, row, seconds=seconds, peers=peers, report=_progress) for name, row in rows.items()
    ]
    write(_json(results) if form is Format.JSON else "\n\n".join(map(_text, results)), target)


def _progress(contender: str) -> None:
    if sys.stderr.isatty():
        typer.echo(f"timing {contender} ...", err=True)


def _json(results: list[Result]) -> str:
    return json.dumps(
        {"schema": "altheory-bench/1", "rows": [asdict(r) for r in results]}, indent=2
    )


def _text(result: Result) -> str:
    lines = [f"{result.name}: {result.title}", f"  goal: {result.goal}"]
    lines.append(
        f"  {'contender':<34} {'median':>10} {'fastest':>10} {'ratio':>7} {'MiB':>7}  accuracy"
    )
    lines += [
        f"  {t.contender:<34} {_seconds(t.median):>10} {_seconds(t.fastest):>10} "
        f"{t.ratio:>7.2f} {t.memory:>7.2f}  {t.accuracy}"
        for t in result.timings
    ]
    return "\n".join(lines)


def _seconds(t: float) -> str:
    return f"{t * 1e3:.3f} ms" if t < 1 else f"{t:.3f} s"
