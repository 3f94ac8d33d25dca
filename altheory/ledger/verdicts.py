"""From what the checks found to what is known of the claim.

The verdict is what the strongest passing check can grant.  A refutation is
granted only on a counterexample that the independent checker accepts *and*
whose Python text runs; whatever else goes wrong (a check that raises, an
argument that went blind, checks that contradict each other, a statistical alarm)
leaves the claim INCONCLUSIVE, with the reason.  The strength of a claim is the
weakest verdict it rests on.
"""

import ast
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import final

from altheory.ledger.claim import GRANTS, Method, Verdict
from altheory.ledger.failure import Failure, attempt
from altheory.ledger.finding import Counterexample, Outcome
from altheory.ledger.records import CheckRecord, ClaimRecord, Replay

# a claim is as good as the worst it rests on, and nothing is worse than a false premise
_STRENGTH = (
    Verdict.REFUTED,
    Verdict.INCONCLUSIVE,
    Verdict.CITED,
    Verdict.SUPPORTED,
    Verdict.ENCLOSED,
    Verdict.PROVED,
)


@final
@dataclass(frozen=True, slots=True)
class Judgment:
    """A verdict, the check it rests on, and why."""

    verdict: Verdict
    decided_by: str
    reason: str


def replay(counterexample: Counterexample) -> Replay | Failure:
    """Return the counterexample if it stands on its own, or why it does not.

    The text must assert something: one that states nothing cannot fail.
    """

    def stand() -> Replay:
        from altheory.ledger.graph_checker import verify

        certificate = json.loads(json.dumps(dict(counterexample.certificate)))
        accepted = verify(certificate)
        execute(counterexample.python)
        return Replay(accepted, certificate, counterexample.python)

    return attempt(stand)


def execute(python: str) -> None:
    """Run a text in a fresh namespace, as if it were pasted into Python.

    Raises
    ------
    ValueError
        If the text asserts nothing.

    """
    tree = ast.parse(python, "<counterexample>")
    if not any(isinstance(node, ast.Assert | ast.Raise) for node in ast.walk(tree)):
        raise ValueError("the Python text of a counterexample must assert what it shows")
    # optimize=0 keeps the assertions under `python -O`
    exec(compile(tree, "<counterexample>", "exec", optimize=0), {"__name__": "__main__"})


def judge(records: Sequence[CheckRecord]) -> Judgment:
    """Return what the checks of one claim grant together."""
    for record in records:
        if obstacle := _obstacle(record):
            return _undecided(record, obstacle)
    passing = [r for r in records if r.outcome is Outcome.HOLDS]
    failing = [r for r in records if r.outcome is Outcome.FAILS]
    if passing and failing:
        return _undecided(
            failing[0],
            f"the checks contradict each other: '{passing[0].name}' holds, "
            f"'{failing[0].name}' fails ({failing[0].evidence})",
        )
    if failing:
        return _refutation(failing)
    if passing:
        best = min(passing, key=lambda r: list(Method).index(r.method))
        return Judgment(GRANTS[best.method], best.name, best.evidence)
    if records:
        return _undecided(records[0], _silence(records[0]))
    return Judgment(Verdict.INCONCLUSIVE, "", "the claim has no check")


def _obstacle(record: CheckRecord) -> str:
    """Return why nothing is decided as long as the check says this, or nothing.

    A deterministic argument that decides nothing is broken: were it passed over,
    the claim would quietly rest on whatever weaker case the other checks make.
    """
    if record.objection and record.outcome is not Outcome.FAILS:
        return record.objection
    exact = record.method is not Method.STATISTICAL
    return _silence(record) if exact and record.outcome is Outcome.INCONCLUSIVE else ""


def _silence(record: CheckRecord) -> str:
    return f"'{record.name}' could not decide: {record.evidence}"


def _refutation(failing: Sequence[CheckRecord]) -> Judgment:
    for record in failing:
        if record.replay is not None:
            return Judgment(Verdict.REFUTED, record.name, record.evidence)
    first = failing[0]
    if first.objection:
        return _undecided(first, f"fails, but {first.objection}")
    if first.method is Method.STATISTICAL:
        return _undecided(first, f"statistical alarm at alpha {first.alpha:g}: {first.evidence}")
    return _undecided(first, f"fails without a counterexample to replay: {first.evidence}")


def _undecided(record: CheckRecord, reason: str) -> Judgment:
    return Judgment(Verdict.INCONCLUSIVE, record.name, reason)


def weakest(own: Verdict, others: Iterable[Verdict]) -> Verdict:
    """Return the strength of a claim with verdict ``own`` that rests on ``others``.

    A counterexample stands by itself; anything else that rests on a refuted or
    undecided claim is undecided.
    """
    if own is Verdict.REFUTED:
        return own
    worst = min((own, *others), key=_STRENGTH.index)
    return Verdict.INCONCLUSIVE if worst is Verdict.REFUTED else worst


def falls_short(record: ClaimRecord) -> bool:
    """Tell whether a verdict is only weaker than expected because checks were left out."""
    order = _STRENGTH.index
    return (
        record.partial
        and record.verdict not in {Verdict.REFUTED, Verdict.INCONCLUSIVE}
        and order(record.verdict) < order(record.expected)
    )
