"""``altheory simulate``: label complexity, simulated beside exact."""

import csv
import io
from collections.abc import Callable
from concurrent.futures import Executor
from contextlib import AbstractContextManager
from dataclasses import fields, replace
from typing import Annotated, Any

import typer

from altheory import __version__
from altheory.certificate import digest
from altheory.cli._numbers import number, numbers, whole_numbers
from altheory.cli._output import write
from altheory.cli._resumable import interruptible, journal_beside, output_path, workers_of
from altheory.cli._terminal import bar
from altheory.errors import DomainError, UnknownNameError
from altheory.simulation.curve import Curve
from altheory.simulation.journal import Journal
from altheory.simulation.naming import identity, shortened
from altheory.simulation.roster import (
    class_called,
    class_forms,
    class_names,
    resized,
    simulated_names,
    takes_bound,
    takes_delta,
)
from altheory.simulation.sweep import label_complexity

_HELP = """Simulate a learner, and print its label complexity beside the exact value.

\b
--epsilon: stop when the learner guarantees an error of at most epsilon.
--stream: stop after so many instances (labels, if the learner makes up its queries).
The target is drawn anew in each replicate unless --target names one; under the
noises pure, tie and block labels have none.
--noise: none, classification:ETA, massart:GAMMA, tsybakov:KAPPA, pure, and on the
line tie[:W] or block[:W]; cal, qbc, bisection and margin believe each label.
Failures are outputs whose error (under noise: beyond that of the best hypothesis of the
class) exceeds epsilon, or with --stream what the learner itself guarantees at its end.
Intervals are normal approximations, from 10 replicates on.
--bound: what a2 and robust-cal trust, by default the first of clopper-pearson, dkw and vc
with a theorem for the whole class. Passive learning has it under noise: to buy once, enough.
iwal, on thresholds and finite classes, asks where its members disagree and elsewhere with
probability 0.1; the labels bought there count ten times.
qbc asks where a committee of two, drawn from the version space, differs.
margin halves the error of a homogeneous separator in rounds. Each buys fresh labels in a
band, and pays also for those that earlier ones imply: often more labels than cal, even
in dimension 100; to halve an error it needs fewer from about dimension 171 on.
It stops at epsilon, at the end of the stream, or where labels contradict its rounds.
On the sphere cal is simulated up to dimension 10; with noise, and qbc, up to 8; beyond,
short streams only. altheory.theory.cal_expected_queries(D, N) is the exact mean of cal.
In high dimensions runs take long: fewer --replicates or more --jobs shorten that.

\b
Same seed, same bytes: whatever the jobs, the cluster, or an interruption.
Finished blocks are kept in FILE.partial.jsonl until FILE is written.

\b
Examples:
  altheory simulate --learner cal --epsilon 1e-2,1e-4,1e-6 --replicates 1000
  altheory simulate --learner passive --stream 10,100 --target 0.3 --replicates 500
  altheory simulate --learner a2 --noise classification:0.05 --epsilon 0.1,0.01 --target 0.37
  altheory simulate --learner a2 --noise tie --bound vc --delta 0.1 --stream 1000
  altheory simulate --hypotheses intervals --width 0.1 --epsilon 0.1 --replicates 20
  altheory simulate --hypotheses sphere:10 --learner margin --epsilon 1e-3 --replicates 20
  altheory simulate --hypotheses sphere --dimension 4 --stream 1000,1e10 --replicates 100
  altheory simulate --hypotheses finite:rows.txt --epsilon 0.1 --format json -o out.json
"""


def attach(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(name="simulate", help=_HELP)(simulate)


def _those(takes: Callable[[str], bool]) -> str:
    """Return the learners that take an option, and passive learning, which does under noise."""
    return ", ".join([*filter(takes, simulated_names()), "passive under noise"])


_Class = Annotated[
    str, typer.Option(metavar="NAME[:TEXT]", help=f"The class: {', '.join(class_forms())}.")
]
_Learner = Annotated[str, typer.Option(metavar="NAME", help=f"{', '.join(simulated_names())}.")]
_Epsilon = Annotated[str | None, typer.Option(metavar="E1,E2,...", help="Errors to guarantee.")]
_Stream = Annotated[str | None, typer.Option(metavar="N1,N2,...", help="Instances to look at.")]
_Replicates = Annotated[int, typer.Option(metavar="R", help="Runs for each goal.")]
_Target = Annotated[str | None, typer.Option(metavar="T", help="A target, such as 0.3 or +--+.")]
_Batch = Annotated[int, typer.Option(metavar="B", help="Labels that cal asks for together.")]
_Noise = Annotated[str, typer.Option(metavar="NAME[:X]", help="How labels are corrupted.")]
_Bound = Annotated[
    str | None, typer.Option(metavar="NAME", help=f"The uniform theorem of {_those(takes_bound)}.")
]
_Delta = Annotated[
    str | None,
    typer.Option(metavar="D", help=f"The chance to fail, of {_those(takes_delta)}; 0.05."),
]
_Width = Annotated[str | None, typer.Option(metavar="W", help="The class's minimal width.")]
_Dimension = Annotated[str | None, typer.Option(metavar="D", help="The class's dimension.")]
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
    bound: _Bound = None,
    delta: _Delta = None,
    width: _Width = None,
    dimension: _Dimension = None,
    seed: _Seed = 0,
    jobs: _Jobs = 1,
    dask: _Dask = None,
    resume: _Resume = False,
    form: _Format = "text",
    output: _Output = None,
) -> None:
    """Simulate, and write the curve."""
    render = _renderer(form)
    path = output_path(output)
    chosen = _sized(hypotheses, width, dimension)
    question: dict[str, Any] = {
        "learner": learner,
        "epsilons": numbers(epsilon, "--epsilon", "1e-2,1e-4"),
        "streams": whole_numbers(stream, "--stream", "10,100"),
        "replicates": replicates,
        "target": None if target is None else chosen.parse_target(target),
        "batch": batch,
        "noise": noise,
        "bound": bound,
        "delta": None if delta is None else number(delta, "--delta", "0.05"),
        "rng": seed,
    }
    said = {"hypotheses": _said(hypotheses, chosen, width, dimension)}
    if target is not None:
        said["target"] = shortened(target)
    journal = journal_beside(path, _key(chosen, question), resume=resume)
    curve = _curve(chosen, question, journal, workers_of(jobs, dask))
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
    with interruptible(journal), team as executor, bar(1.0) as move:
        return label_complexity(
            chosen,
            **question,
            executor=executor,
            journal=journal,
            report=lambda done, total: move(done / total, f"{done} of {total} blocks"),
        )


def _key(chosen: Any, question: dict[str, Any]) -> str:
    """Return what a run is called: no other class, question or version has it."""
    asked = {key: str(value) for key, value in question.items()}
    return digest({"version": __version__, "class": identity(chosen), "question": asked})


def _sized(name: str, width: str | None, dimension: str | None) -> Any:
    """Return the class called ``name`` with a minimal width and a dimension, if given."""
    sizes: dict[str, Any] = {}
    if width is not None:
        sizes["min_width"] = number(width, "--width", "0.1")
    if dimension is not None:
        sizes["dimension"] = number(dimension, "--dimension", "2")
    chosen = class_called(name)
    grown = resized(chosen, sizes)
    if ":" in name and grown != chosen:
        given = " and ".join(f"--{size.removeprefix('min_')} {x}" for size, x in sizes.items())
        raise DomainError(f"{name} and {given} contradict each other; give one of them")
    return grown


def _said(name: str, chosen: Any, width: str | None, dimension: str | None) -> str:
    """Return the class as it was asked for; sizes that nobody named are said too."""
    sizes = [f"{k} {v}" for k, v in {"width": width, "dimension": dimension}.items() if v]
    if not sizes and name in class_names() and name not in class_forms():
        sizes = [f"{size.name} {getattr(chosen, size.name)}" for size in fields(chosen)]
    return ", ".join([name, *sizes])


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
