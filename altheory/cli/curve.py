"""``altheory curve``: learning curves of strategies and rules, paired with random sampling."""

import csv
import io
from collections.abc import Callable
from typing import Annotated, Any

import typer

from altheory import __version__
from altheory.certificate import digest
from altheory.cli._numbers import number
from altheory.cli._output import write
from altheory.cli._resumable import interruptible, journal_beside, output_path, workers_of
from altheory.cli._terminal import bar
from altheory.discovery import nearest
from altheory.errors import DomainError
from altheory.simulation.comparison import LearningCurve
from altheory.simulation.learning_curves import learning_curve, selective_curve
from altheory.simulation.learning_data import BUNDLED, dataset_called
from altheory.simulation.learning_results import point_row
from altheory.simulation.learning_runs import LearningRun
from altheory.simulation.predictors import MODELS, model_called
from altheory.simulation.selective_rules import RULES
from altheory.simulation.splits import FIRST, Design
from altheory.simulation.strategies import STRATEGIES

_HELP = """Measure learning curves, each paired with random sampling.

\b
A replicate draws a test set, first labels and a pool, the same for all that is
compared. Labels are bought in batches; after each the model is fitted to all of
them and tested. What counts is the difference from random sampling within a
replicate: its median over replicates, with an interval by order statistics that
holds whatever the law. Below 6 replicates such an interval at 95% says nothing.
Then: which classes were asked for, beside the band that random samples stay
within, and how much better each class is known at the end.

\b
--acquisition: the learner chooses from a pool.
--rule: instances pass by one after the other. threshold:T asks where the largest
probability is at most 1 - T; selective:B asks with probability B/(B + margin).
A learner whose rule asks for less than the budget keeps its model.

\b
--data: pixels of the digits are divided by 16. Features of the others are
standardized: mean 0 and standard deviation 1 over all instances, those tested
on included, which takes no labels.

\b
Same seed, same bytes: whatever the jobs, the cluster, or an interruption.
Finished runs are kept in FILE.partial.jsonl until FILE is written.
Needs scikit-learn, which the extra nets installs; nothing is downloaded.

\b
Examples:
  altheory curve --acquisition margin --budget 100 --replicates 10
  altheory curve --data digits --acquisition margin,entropy,k-center --budget 200 --jobs 2
  altheory curve --acquisition bald --model logistic --batch 5 --format json -o bald.json
  altheory curve --acquisition bald --model logistic --batch 5 --format json -o bald.json --resume
  altheory curve --rule threshold:0.4,selective:0.05 --budget 100 --replicates 10
  altheory curve --data iris --acquisition margin,entropy --format csv -o iris.csv
  altheory curve --data wine --acquisition margin --first random --initial 1 --budget 30

\b
The JSON as a picture, in Python; with shown="difference", what each gains:
  from pathlib import Path
  from matplotlib import pyplot as plt
  from altheory.plot import learning_curve
  figure, ax = plt.subplots()
  learning_curve(ax, Path("bald.json").read_text())
  figure.savefig("bald.pdf")
"""


def attach(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(name="curve", help=_HELP)(curve)


_Data = Annotated[str, typer.Option(metavar="NAME", help=f"{', '.join(BUNDLED)}.")]
_Model = Annotated[str, typer.Option(metavar="NAME", help=f"{', '.join(MODELS)}.")]
_Acquisition = Annotated[
    str | None, typer.Option(metavar="A1,A2,...", help=f"{', '.join(STRATEGIES)}.")
]
_Rule = Annotated[
    str | None,
    typer.Option(metavar="R1:X,R2:X,...", help=f"{', '.join(RULES)}, each with its number."),
]
_Budget = Annotated[int, typer.Option(metavar="N", help="Labels to ask for.")]
_Batch = Annotated[int, typer.Option(metavar="B", help="Labels between two fits.")]
_Initial = Annotated[int, typer.Option(metavar="N", help="First labels for each class.")]
_First = Annotated[
    str, typer.Option(metavar="|".join(FIRST), help="That many of each class, or as many in all.")
]
_Test = Annotated[str, typer.Option(metavar="X", help="Share that is tested on.")]
_Replicates = Annotated[int, typer.Option(metavar="R", help="Runs of each.")]
_Level = Annotated[str, typer.Option(metavar="L", help="Level of each interval.")]
_Seed = Annotated[int, typer.Option(metavar="S", help="The seed of all chance.")]
_Jobs = Annotated[int, typer.Option(metavar="J", help="Worker processes.")]
_Dask = Annotated[str | None, typer.Option(metavar="ADDRESS", help="A Dask scheduler, not --jobs.")]
_Resume = Annotated[bool, typer.Option("--resume", help="Go on where the run of FILE stopped.")]
_Format = Annotated[str, typer.Option("--format", metavar="text|json|csv", help="Form of result.")]
_Output = Annotated[str | None, typer.Option("-o", "--output", metavar="FILE", help="Write it.")]


def curve(
    *,
    data: _Data = "digits",
    model: _Model = "logistic",
    acquisition: _Acquisition = None,
    rule: _Rule = None,
    budget: _Budget = 100,
    batch: _Batch = 10,
    initial: _Initial = 2,
    first: _First = "stratified",
    test: _Test = "1/3",
    replicates: _Replicates = 20,
    level: _Level = "0.95",
    seed: _Seed = 0,
    jobs: _Jobs = 1,
    dask: _Dask = None,
    resume: _Resume = False,
    form: _Format = "text",
    output: _Output = None,
) -> None:
    """Measure, and write the curves."""
    render = _renderer(form)
    path = output_path(output)
    measure, names = _compared(acquisition, rule)
    design: dict[str, Any] = {
        "budget": budget,
        "batch": batch,
        "initial": initial,
        "first": first,
        "test": number(test, "--test", "1/3"),
        "seed": seed,
    }
    asked: dict[str, Any] = {
        "replicates": replicates,
        "level": number(level, "--level", "0.95"),
        "design": Design(**design),
    }
    chosen, estimator = dataset_called(data), model_called(model)
    kind = "pool" if rule is None else "stream"
    run = _key(kind, chosen.digest, repr(estimator), names, asked)
    journal = journal_beside(path, run, resume=resume, read=LearningRun.of)
    with interruptible(journal), workers_of(jobs, dask) as executor, bar(1.0) as move:
        found = measure(
            chosen,
            estimator,
            names,
            **asked,
            executor=executor,
            journal=journal,
            report=lambda done, total: move(done / total, f"{done} of {total} runs"),
        )
    write(render(found), path)
    if journal is not None:
        journal.close()


def _compared(
    acquisition: str | None, rule: str | None
) -> tuple[Callable[..., LearningCurve], list[str]]:
    """Return what measures, and what it compares."""
    if (acquisition is None) == (rule is None):
        raise DomainError(
            "give --acquisition, to choose from a pool, or --rule, to judge a stream; one of them"
        )
    if rule is not None:
        return selective_curve, rule.split(",")
    return learning_curve, (acquisition or "").split(",")


def _key(kind: str, data: str, model: str, names: list[str], asked: dict[str, Any]) -> str:
    """Return what a run is called: no other data, model, question or version has it."""
    question = {key: str(value) for key, value in asked.items()}
    return digest(
        {
            "version": __version__,
            "kind": kind,
            "data": data,
            "model": model,
            "compared": names,
            "question": question,
        }
    )


def _renderer(form: str) -> Callable[[LearningCurve], str]:
    known: dict[str, Callable[[LearningCurve], str]] = {
        "text": str,
        "json": LearningCurve.to_json,
        "csv": _csv,
    }
    if form not in known:
        raise nearest(form, tuple(known), "format")
    return known[form]


def _csv(curve: LearningCurve) -> str:
    """Return a line for each number of labels of each way to choose."""
    rows = [point_row(name, point) for name in curve.runs for point in curve.points(name)]
    text = io.StringIO()
    writer = csv.DictWriter(text, list(rows[0]), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    return text.getvalue()
