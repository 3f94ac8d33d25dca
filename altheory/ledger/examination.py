"""Examining one claim: its checks, then the variants they must tell apart.

With controls every check judges every false twin.  That some check rejects each
twin is not enough: the check that decided the claim must tell one of them apart,
and a statistical check every one, or it does not have the power that it states.
Each check draws from the stream named by the claim's key and the check's name,
so its result depends on the seed and on nothing that ran before it.
"""

import time
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method
from altheory.ledger.failure import Failure, attempt
from altheory.ledger.finding import Finding, Outcome, unknown
from altheory.ledger.records import CheckRecord, ClaimRecord, ControlRecord
from altheory.ledger.selection import Scope
from altheory.ledger.verdicts import judge, replay
from altheory.numeric.seeds import stream

Answers: TypeAlias = Sequence[tuple[Check[Any], Finding | Failure]]


def examine(
    key: str, claim: Claim[Any], scope: Scope, seed: int, *, controls: bool = False
) -> ClaimRecord:
    """Return what the checks in ``scope`` find about a claim.

    Parameters
    ----------
    key
        The claim's key as the ledger knows it.
    controls
        Whether to run the checks on the false twins and the corrected formula.

    """
    checks = scope.checks(claim)
    records = tuple(record(check, claim.formula, stream(seed, key, check.name)) for check in checks)
    judgment = judge(records)
    tried = _controls(key, claim, checks, seed) if controls else ()
    return ClaimRecord(
        key=key,
        title=claim.title,
        plain=claim.plain,
        statement=claim.statement,
        relation=claim.relation,
        source=claim.source,
        assumptions=tuple(sorted(claim.assumptions)),
        does_not_say=claim.does_not_say,
        uses=claim.uses,
        expected=claim.expected,
        verdict=judgment.verdict,
        decided_by=judgment.decided_by,
        reason=judgment.reason,
        checks=records,
        controls=tried,
        vacuous=_is_vacuous(judgment.decided_by, tried),
        partial=len(checks) < len(claim.checks),
    )


def record(check: Check[Any], formula: Any, rng: np.random.Generator) -> CheckRecord:
    """Run one check on one formula; a failure's counterexample is replayed here."""
    start = time.perf_counter()
    found = find(check, formula, rng)
    stood = None
    if isinstance(found, Finding) and found.counterexample is not None:
        stood = replay(found.counterexample)
    seconds = round(time.perf_counter() - start, 3)
    objection = ""
    if isinstance(found, Failure):
        objection = found.text
        found = unknown("")
    elif isinstance(stood, Failure):
        objection = f"its counterexample does not replay: {stood.text}"
    return CheckRecord(
        name=check.name,
        method=check.method,
        scope=check.scope,
        tier=check.tier,
        outcome=found.outcome,
        evidence=found.evidence,
        claimed=found.claimed,
        computed=found.computed,
        alpha=check.alpha,
        power=check.power,
        discrepancy=check.discrepancy,
        objection=objection,
        replay=None if isinstance(stood, Failure) else stood,
        seconds=seconds,
    )


def find(check: Check[Any], formula: Any, rng: np.random.Generator) -> Finding | Failure:
    """Return what a check finds, or how it broke the rules.

    A check that is not statistical must not draw: its answer would depend on a
    seed, and its method would be misstated.
    """
    before = rng.bit_generator.state
    found = attempt(lambda: check.run(formula, rng))
    if isinstance(found, Failure):
        return Failure(f"'{check.name}' raised {found.text}")
    if check.method is not Method.STATISTICAL and rng.bit_generator.state != before:
        return Failure(f"'{check.name}' draws random numbers, so it is not {_name(check)}")
    if not _is_finding(found):
        return Failure(f"'{check.name}' returned {found!r:.60} in place of a Finding")
    return found


def _is_finding(found: object) -> bool:
    return isinstance(found, Finding)


def _name(check: Check[Any]) -> str:
    return check.method.name.lower()


def _controls(
    key: str, claim: Claim[Any], checks: tuple[Check[Any], ...], seed: int
) -> tuple[ControlRecord, ...]:
    """Run every check on every false twin and on the corrected formula, if there is one."""
    if not checks:
        return ()

    def answers(formula: Any, *path: str) -> Answers:
        return [(c, find(c, formula, stream(seed, key, c.name, *path))) for c in checks]

    twins = [
        _control(name, "twin", partial(answers, twin)) for name, twin in claim.controls.items()
    ]
    if claim.corrected is not None:
        formula, name = claim.corrected
        twins.append(_control(name, "corrected", partial(answers, formula, "corrected")))
    return tuple(twins)


def _control(name: str, kind: str, answers: Callable[[], Answers]) -> ControlRecord:
    start = time.perf_counter()
    found = answers()
    return ControlRecord(
        name=name,
        kind=kind,
        passed=_is_rejected(found) if kind == "twin" else _is_accepted(found),
        rejected_by=_saying(Outcome.FAILS, found),
        accepted_by=_saying(Outcome.HOLDS, found),
        evidence="; ".join(_said(check, answer) for check, answer in found),
        seconds=round(time.perf_counter() - start, 3),
    )


def _is_rejected(found: Answers) -> bool:
    """Tell whether some check rejects a twin, and each statistical one: it states its power."""
    outcomes = [(check.method, _outcome(answer)) for check, answer in found]
    return any(outcome is Outcome.FAILS for _, outcome in outcomes) and all(
        outcome is Outcome.FAILS for method, outcome in outcomes if method is Method.STATISTICAL
    )


def _is_accepted(found: Answers) -> bool:
    """Tell whether some check accepts the corrected formula, and none rejects it or raises."""
    broken = any(isinstance(answer, Failure) for _, answer in found)
    return bool(_saying(Outcome.HOLDS, found) and not _saying(Outcome.FAILS, found) and not broken)


def _saying(outcome: Outcome, found: Answers) -> tuple[str, ...]:
    """Return the names of the checks that reach an outcome."""
    return tuple(check.name for check, answer in found if _outcome(answer) is outcome)


def _outcome(answer: Finding | Failure) -> Outcome:
    """Return what a check concludes: an exception decides nothing."""
    return answer.outcome if isinstance(answer, Finding) else Outcome.INCONCLUSIVE


def _said(check: Check[Any], answer: Finding | Failure) -> str:
    if isinstance(answer, Failure):
        return answer.text
    return f"'{check.name}' {answer.outcome.value}: {answer.evidence}"


def _is_vacuous(decided_by: str, controls: Sequence[ControlRecord]) -> bool:
    """Tell whether the check that decided accepts every false twin as well."""
    twins = [control for control in controls if control.kind == "twin"]
    return bool(twins) and all(decided_by in twin.accepted_by for twin in twins)
