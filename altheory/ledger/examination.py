"""Examining one claim: its checks, then the variants they must tell apart.

Each check draws from the stream named by the claim's key and the check's name,
so its result depends on the seed and on nothing that ran before it.
"""

import time
from typing import Any

import numpy as np

from altheory.ledger.claim import Check, Claim, Finding, Method, Outcome, unknown
from altheory.ledger.failure import Failure, attempt
from altheory.ledger.records import CheckRecord, ClaimRecord, ControlRecord
from altheory.ledger.selection import Scope
from altheory.ledger.verdicts import judge, replay
from altheory.numeric.seeds import stream


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
        controls=_controls(key, claim, checks, seed) if controls else (),
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
    if not checks:
        return ()
    twins = [_twin(key, name, twin, checks, seed) for name, twin in claim.controls.items()]
    if claim.corrected is not None:
        twins.append(_corrected(key, *claim.corrected, checks, seed))
    return tuple(twins)


def _twin(
    key: str, name: str, twin: Any, checks: tuple[Check[Any], ...], seed: int
) -> ControlRecord:
    """Run the checks on a false twin until one rejects it."""
    start = time.perf_counter()
    said: list[str] = []
    for check in checks:
        found = find(check, twin, stream(seed, key, check.name))
        if isinstance(found, Finding) and found.outcome is Outcome.FAILS:
            return ControlRecord(name, "twin", True, check.name, found.evidence, _since(start))
        said.append(found.text if isinstance(found, Failure) else f"'{check.name}' {_said(found)}")
    return ControlRecord(name, "twin", False, "", "; ".join(said), _since(start))


def _corrected(
    key: str, formula: Any, name: str, checks: tuple[Check[Any], ...], seed: int
) -> ControlRecord:
    """Run the checks on the corrected formula: none may reject it, one must accept it."""
    start = time.perf_counter()
    accepted = ""
    for check in checks:
        found = find(check, formula, stream(seed, key, check.name, "corrected"))
        if isinstance(found, Failure) or found.outcome is Outcome.FAILS:
            why = found.text if isinstance(found, Failure) else f"'{check.name}' {_said(found)}"
            return ControlRecord(name, "corrected", False, check.name, why, _since(start))
        if found.outcome is Outcome.HOLDS:
            accepted = accepted or check.name
    evidence = f"'{accepted}' accepts it" if accepted else "no check accepts it"
    return ControlRecord(name, "corrected", bool(accepted), accepted, evidence, _since(start))


def _said(found: Finding) -> str:
    return f"{found.outcome.value}: {found.evidence}"


def _since(start: float) -> float:
    return round(time.perf_counter() - start, 3)
