"""``altheory simulate``: label complexity, simulated beside exact."""

import csv
import io
import re
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import replace
from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer

from altheory import __version__
from altheory.certificate import digest
from altheory.cli._output import writable, write
from altheory.cli._terminal import bar
from altheory.errors import DomainError, UnknownNameError
from altheory.files import is_special
from altheory.simulation.curve import Curve
from altheory.simulation.journal import Journal
from altheory.simulation.naming import identity, shortened
from altheory.simulation.replicates import workers
from altheory.simulation.roster import class_called
from altheory.simulation.sweep import label_complexity

_HELP = """Simulate a learner, and print its label complexity beside the exact value.

\b
--epsilon: stop when the learner guarantees an error of at most epsilon.
--stream: stop after so many instances (labels, if the learner makes up its queries).
The target is drawn anew in each replicate unless --target names one.

\b
Same seed, same bytes: whatever the jobs, the cluster, or an interruption.
Finished blocks are kept in FILE.partial.jsonl until FILE is written.

\b
Examples:
  altheory simulate --learner cal --epsilon 1e-2,1e-4,1e-6 --replicates 1000
  altheory simulate --learner passive --stream 10,100 --target 0.3 --replicates 500
  altheory simulate --hypotheses finite:rows.txt --epsilon 0.1 --format json -o out.json
"""
_EXTREME = 300  # decimal exponents beyond this are refused before they become huge integers


def attach(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(name="simulate", help=_HELP)(simulate)


_Class = Annotated[str, typer.Option(metavar="NAME[:TEXT]", help="thresholds, or finite:FILE.")]
_Learner = Annotated[str, typer.Option(metavar="NAME", help="passive, bisection or cal.")]
_Epsilon = Annotated[str | None, typer.Option(metavar="E1,E2,...", help="Errors to guarantee.")]
_Stream = Annotated[str | None, typer.Option(metavar="N1,N2,...", help="Instances to look at.")]
_Replicates = Annotated[int, typer.Option(metavar="R", help="Runs for each goal.")]
_Target = Annotated[str | None, typer.Option(metavar="T", help="A target, such as 0.3 or +--+.")]
_Batch = Annotated[int, typer.Option(metavar="B", help="Labels that cal asks for together.")]
_Noise = Annotated[str, typer.Option(metavar="none", help="How labels are corrupted.")]
_Later = Annotated[str | None, typer.Option(hidden=True)]
_Seed = Annotated[int, typer.Option(metavar="S", help="The seed of all chance.")]
_Jobs = Annotated[int, typer.Option(metavar="J", help="Worker processes.")]
_Dask = Annotated[str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler, not --jobs.")]
_Resume = Annotated[bool, typer.Option("--resume", help="Go on where the run of FILE stopped.")]
_Format = Annotated[str, typer.Option("--format", metavar="text|json|csv", help="Form of result.")]
_Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write it.")]


def simulate(
    *,
    hypotheses: _Class = "thresholds",
    learner: _Learner = "cal",
    epsilon: _Epsilon = None,
    stream: _Stream = None,
    replicates: _Replicates = 1000,
    target: _Target = None,
    batch: _Batch = 1,
    noise: _Noise = "none",
    delta: _Later = None,
    dimension: _Later = None,
    width: _Later = None,
    bound: _Later = None,
    seed: _Seed = 0,
    jobs: _Jobs = 1,
    dask: _Dask = None,
    resume: _Resume = False,
    form: _Format = "text",
    output: _Output = None,
) -> None:
    """Simulate, and write the curve."""
    render = _renderer(form)
    _unavailable(noise=noise, delta=delta, dimension=dimension, width=width, bound=bound)
    path = _path(output)
    chosen = class_called(hypotheses)
    question: dict[str, Any] = {
        "learner": learner,
        "epsilons": _each(epsilon, "--epsilon", "1e-2,1e-4"),
        "streams": _whole(_each(stream, "--stream", "10,100"), stream),
        "replicates": replicates,
        "target": None if target is None else chosen.parse_target(target),
        "batch": batch,
        "rng": seed,
    }
    said = {
        "hypotheses": hypotheses,
        "target": "uniform" if target is None else shortened(target),
    }
    journal = _journal(path, _key(chosen, question), resume=resume)
    curve = _curve(chosen, question, journal, _workers(jobs, dask))
    write(render(replace(curve, settings={**curve.settings, **said})), path)
    if journal is not None:
        journal.close()


def _curve(
    chosen: Any,
    question: dict[str, Any],
    journal: Journal | None,
    team: AbstractContextManager[Executor | None],
) -> Curve:
    """Compute the curve; an interruption says how to go on."""
    try:
        with team as executor, bar(1.0) as move:
            return label_complexity(
                chosen,
                **question,
                executor=executor,
                journal=journal,
                report=lambda done, total: move(done / total, f"{done} of {total} blocks"),
            )
    except KeyboardInterrupt:
        kept = "nothing is kept without -o FILE"
        if journal is not None and journal.path.exists():
            kept = f"finished blocks are in {journal.path}; repeat with --resume to go on"
        typer.echo(f"altheory: interrupted; {kept}", err=True)
        raise typer.Exit(130) from None


def _workers(jobs: int, dask: str | None) -> AbstractContextManager[Executor | None]:
    if dask is not None and jobs != 1:
        raise DomainError(f"--jobs {jobs} and --dask exclude each other; give one")
    return workers(jobs, dask)


def _path(output: str | None) -> Path | None:
    """Return where to write, if something can be written there."""
    if output == "":
        raise DomainError("-o takes the name of a file, got ''")
    return writable(None if output is None else Path(output))


def _key(chosen: Any, question: dict[str, Any]) -> str:
    """Return what a run is called: no other class, question or version has it."""
    asked = {key: str(value) for key, value in question.items()}
    return digest({"version": __version__, "class": identity(chosen), "question": asked})


def _journal(output: Path | None, run: str, *, resume: bool) -> Journal | None:
    """Open the journal beside the output; a device or pipe has no place for one."""
    if output is None or is_special(output) or output.is_relative_to("/dev"):
        if resume:
            raise DomainError("--resume goes on with a file: name it with -o FILE")
        return None
    return Journal.open(output.with_name(f"{output.name}.partial.jsonl"), run, resume=resume)


def _unavailable(*, noise: str, **options: str | None) -> None:
    """Refuse what no class or learner of this version makes use of."""
    if noise != "none":
        raise UnknownNameError(f"noise {noise!r} is not available yet; available: none")
    for name, value in options.items():
        if value is not None:
            raise UnknownNameError(
                f"--{name} {value} is not available yet: no class or learner here has a {name}; "
                "leave it out"
            )


def _each(text: str | None, option: str, example: str) -> list[Any] | None:
    """Read a list of numbers, exactly; whole ones become integers."""
    if text is None:
        return None
    numbers = [_number(part, option, example) for part in text.split(",")]
    return [int(x) if x.denominator == 1 else x for x in numbers]


def _whole(numbers: list[Any] | None, text: str | None) -> list[Any] | None:
    if any(isinstance(x, Fraction) for x in numbers or ()):
        raise DomainError(f"--stream takes whole numbers such as 10,100, got {text}")
    return numbers


def _number(text: str, option: str, example: str) -> Fraction:
    exponent = re.search(r"[eE]([+-]?\d+)", text.replace("_", ""))
    if len(text) > _EXTREME or (exponent and abs(int(exponent[1])) > _EXTREME):
        raise DomainError(f"{option} takes numbers from 1e-300 to 1e300, got {text[:40]}")
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise DomainError(f"{option} takes numbers such as {example}, got {text!r}") from error


def _renderer(form: str) -> Callable[[Curve], str]:
    known: dict[str, Callable[[Curve], str]] = {"text": str, "json": Curve.to_json, "csv": _csv}
    if form not in known:
        raise UnknownNameError(f"no format is called {form!r}; available: {', '.join(known)}")
    return known[form]


def _csv(curve: Curve) -> str:
    rows = [row.to_dict() for row in curve.rows]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
