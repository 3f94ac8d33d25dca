"""``altheory certify``: what labels that were bought prove of models, and when to stop."""

from fractions import Fraction
from pathlib import Path
from typing import Annotated, Any

import typer

from altheory.cli._numbers import number
from altheory.cli._output import write
from altheory.cli._tables import table
from altheory.errors import DomainError
from altheory.learners.certification import certify as certification

_HELP = """Certify which models may still be the best, and when to stop buying labels.

\b
PREDICTIONS.csv: one line for each instance of the pool, one column for each model;
names of the models in the first line, if you like.
LABELS.csv: lines `instance,label` or `instance,label,probability` in the order bought.
Instances are counted from 0 in the order of PREDICTIONS.csv. The probability is that
with which the instance was drawn at its turn; without that column all were drawn
uniformly from the whole pool, with replacement.
Labels are all -1 or +1, in both files, or all whole numbers from 0.

\b
The answer holds whatever the labels and the rule that bought them, with probability
1 - delta after every label at once: so ask as often as you like, and stop when told.
The models must not have been fitted to these labels. An instance that was chosen
without chance has probability 1 and proves next to nothing: mix in some chance.

\b
What it costs: twenty models of scikit-learn's digits (is it below five?) with errors
from .021 on may stop, on average, after 955 labels bought at random, or 223 bought
where the models that are left differ, at epsilon = .02; after 164 or 106 at .05.

\b
Examples:
  altheory certify predictions.csv labels.csv --delta .05 --epsilon .02
  altheory certify predictions.csv labels.csv --epsilon .05 --format json -o certified.json
"""

LABELED, LOGGED = 2, 3  # columns of the labels

_Predictions = Annotated[Path, typer.Argument(metavar="PREDICTIONS.csv")]
_Labels = Annotated[Path, typer.Argument(metavar="LABELS.csv")]
_Delta = Annotated[str, typer.Option(metavar="D", help="Probability that it is ever wrong.")]
_Epsilon = Annotated[str, typer.Option(metavar="E", help="Excess error that is good enough.")]
_Format = Annotated[str, typer.Option("--format", metavar="text|json", help="Form of result.")]
_Output = Annotated[Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write it.")]


def attach(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(name="certify", help=_HELP)(certify)


def certify(
    predictions: _Predictions,
    labels: _Labels,
    *,
    delta: _Delta = "0.05",
    epsilon: _Epsilon = "0.02",
    form: _Format = "text",
    output: _Output = None,
) -> None:
    """Read both files, certify, and write the answer."""
    if form not in ("text", "json"):
        raise DomainError(f"--format is text or json, got {form!r}")
    names, said = _predictions(predictions)
    bought = _bought(labels, said)
    numbers: dict[str, Any] = {
        "delta": number(delta, "--delta", "0.05"),
        "epsilon": number(epsilon, "--epsilon", "0.02"),
    }
    found = certification(said, *bought, **numbers)
    write(found.to_json() if form == "json" else found.text(names), output)


def _predictions(path: Path) -> tuple[list[str], list[list[int]]]:
    """Return the names of the models and the rows of predictions."""
    names, rows = table(path)
    is_signed = any(-1 in row for _, row in rows)
    for line, row in rows:
        for value in row:
            _refuse_unless(value, f"{path}, line {line}", is_signed=is_signed)
    said = [[int(value) for value in row] for _, row in rows]
    return names or [f"model {i}" for i in range(len(said[0]))], said


def _bought(
    path: Path, said: list[list[int]]
) -> tuple[list[int], list[int], list[Fraction] | None]:
    """Return instances, labels and probabilities, these if the file has them."""
    _, rows = table(path)
    width = len(rows[0][1])
    if width not in (LABELED, LOGGED):
        raise DomainError(
            f"{path}, line {rows[0][0]}: instance,label or instance,label,probability are 2 or 3 "
            f"columns, got {width}"
        )
    is_one = all(value == 1 for row in said for value in row)  # which is a sign and a class
    is_signed = any(-1 in row for row in said) or (is_one and any(row[1] < 0 for _, row in rows))
    for line, row in rows:
        where = f"{path}, line {line}"
        if row[0].denominator > 1 or not 0 <= row[0] < len(said):
            raise DomainError(f"{where}: an instance is 0 to {len(said) - 1}, got {row[0]}")
        _refuse_unless(row[1], where, is_signed=is_signed)
        if width == LOGGED and not 0 < row[2] <= 1:
            raise DomainError(f"{where}: a probability lies in (0, 1], got {row[2]}")
    asked, given = [int(row[0]) for _, row in rows], [int(row[1]) for _, row in rows]
    return asked, given, [row[2] for _, row in rows] if width == LOGGED else None


def _refuse_unless(value: Fraction, where: str, *, is_signed: bool) -> None:
    """Refuse what is no sign where predictions are signs, and no class from 0 where not."""
    if is_signed and value not in (-1, 1):
        raise DomainError(f"{where}: where one answer is -1 each is -1 or +1, got {value}")
    if value.denominator > 1 or (value < 0 and not is_signed):
        raise DomainError(
            f"{where}: where no prediction is -1 answers are whole numbers from 0, got {value}"
        )
