"""Trying to break a claim for a while, and saying exactly what was tried.

A claim that brings an attack is attacked with one exact random attempt after
the other, each with its own named stream, so attempt 4711 can be repeated alone.
A claim without one has its deterministic checks run once and its statistical
checks again and again on fresh streams; there, k rounds at level alpha raise a
false alarm with probability at most k alpha, and the report says so.  A claim
that stands is *not refuted in N attempts*; it is never confirmed this way.
"""

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import partial
from typing import Any, TypeAlias, final

from altheory.discovery import nearest
from altheory.errors import DomainError
from altheory.ledger.claim import Claim, Method, Verdict
from altheory.ledger.examination import find
from altheory.ledger.failure import Failure, attempt
from altheory.ledger.finding import Finding, Outcome
from altheory.ledger.records import Replay
from altheory.ledger.registry import Entry
from altheory.ledger.verdicts import replay
from altheory.numeric.seeds import stream

SCHEMA = "altheory-refutation/1"

NOTHING = "cited, no check to attack"

Try: TypeAlias = Callable[[], Finding | Failure]


@final
@dataclass(frozen=True, slots=True)
class Attack:
    """What was attacked, how often, and what came of it.

    ``outcome`` FAILS means refuted, HOLDS that the formula stands, and
    INCONCLUSIVE that something failed which does not count, for ``reason``.
    """

    key: str
    twin: str
    expected: Verdict
    seed: int
    outcome: Outcome = Outcome.HOLDS
    attempts: int = 0
    by: str = ""
    reason: str = ""
    claimed: str = ""
    computed: str = ""
    replay: Replay | None = None
    interrupted: bool = False
    seconds: float = 0.0

    @property
    def should_fall(self) -> bool:
        """Whether the formula attacked is meant to be false."""
        return bool(self.twin) or self.expected is Verdict.REFUTED

    @property
    def status(self) -> int:
        """The exit status: 0 as expected, 1 otherwise, 2 if undecided, 130 if interrupted."""
        if self.interrupted:
            return 130
        if self.outcome is Outcome.INCONCLUSIVE:
            return 2
        return int((self.outcome is Outcome.FAILS) is not self.should_fall)


def refute(
    entry: Entry,
    *,
    budget: float,
    seed: int = 0,
    twin: str = "",
    clock: Callable[[], float] = time.perf_counter,
    progress: Callable[[int], None] = lambda _: None,
) -> Attack:
    """Attack a claim, or one of its false twins, for ``budget`` seconds.

    At least one attempt is made, and the first counterexample ends the attack.  A claim that is
    cited only has nothing to attack, and stays undecided.

    Raises
    ------
    DomainError
        If the budget is not a positive number of seconds.
    UnknownNameError
        If the claim has no twin of that name.

    """
    if not 0 < budget < float("inf"):
        raise DomainError(f"a budget is a positive number of seconds, got {budget}")
    result = Attack(entry.key, twin, entry.claim.expected, seed)
    if not entry.claim.checks and entry.claim.attack is None:
        return replace(result, outcome=Outcome.INCONCLUSIVE, reason=NOTHING)
    tries = _tries(entry.key, entry.claim, _formula(entry.claim, twin), seed)
    start = clock()
    try:
        for by, action in tries:
            found = action()
            result = replace(result, attempts=result.attempts + 1)
            progress(result.attempts)
            if isinstance(found, Failure) or found.outcome is Outcome.FAILS:
                result = _worse(result, _judged(result, by, found, entry.claim))
            if _is_over(result, entry.claim) or clock() - start >= budget:
                break
    except KeyboardInterrupt:
        result = replace(result, interrupted=True)
    return replace(result, seconds=round(clock() - start, 3))


def _formula(claim: Claim[Any], twin: str) -> Any:
    if not twin:
        return claim.formula
    if twin not in claim.controls:
        raise nearest(twin, tuple(claim.controls), "false twin of this claim")
    return claim.controls[twin]


def _tries(key: str, claim: Claim[Any], formula: Any, seed: int) -> Iterator[tuple[str, Try]]:
    """Yield the attempts in their order, without end if one of them is random."""
    if claim.attack is not None:
        attack, number = claim.attack, 0
        while True:
            rng = stream(seed, key, "attack", number)
            yield "attack", partial(attempt, partial(attack, formula, rng))
            number += 1
    rounds = 0
    while rounds == 0 or any(check.method is Method.STATISTICAL for check in claim.checks):
        for check in claim.checks:
            if rounds == 0 or check.method is Method.STATISTICAL:
                rng = stream(seed, key, check.name, "refute", rounds)
                yield check.name, partial(find, check, formula, rng)
        rounds += 1


def _worse(result: Attack, judged: Attack) -> Attack:
    """Return what is known after one more failure: a refutation, or else the first failure."""
    if result.outcome is Outcome.HOLDS or judged.outcome is Outcome.FAILS:
        return judged
    return result


def _is_over(result: Attack, claim: Claim[Any]) -> bool:
    """Tell whether nothing more is to be learned.

    A failure that does not count waits for the other checks, which may bring a
    counterexample.
    """
    if result.outcome is Outcome.INCONCLUSIVE:
        return claim.attack is not None or result.attempts >= len(claim.checks)
    return result.outcome is Outcome.FAILS


def _judged(result: Attack, by: str, found: Finding | Failure, claim: Claim[Any]) -> Attack:
    """Add what a failing attempt is worth: a refutation only if it can be replayed."""
    if isinstance(found, Failure):
        return replace(result, by=by, outcome=Outcome.INCONCLUSIVE, reason=found.text)
    result = replace(result, by=by, claimed=found.claimed, computed=found.computed)
    if found.counterexample is None:
        if result.twin:  # a control is rejected by any check that fails on it
            return replace(result, outcome=Outcome.FAILS, reason=found.evidence)
        reason = f"{_alarm(result, by, claim)}: {found.evidence}"
        return replace(result, outcome=Outcome.INCONCLUSIVE, reason=reason)
    stood = replay(found.counterexample)
    if isinstance(stood, Failure):
        reason = f"its counterexample does not replay: {stood.text}"
        return replace(result, outcome=Outcome.INCONCLUSIVE, reason=reason)
    return replace(result, outcome=Outcome.FAILS, reason=found.evidence, replay=stood)


def _alarm(result: Attack, by: str, claim: Claim[Any]) -> str:
    """Describe a failure that brings nothing to replay."""
    alphas = [check.alpha for check in claim.checks if check.name == by and check.alpha is not None]
    if not alphas:
        return "fails without a counterexample to replay"
    level = float(Fraction(str(alphas[0])) * result.attempts)
    return f"statistical alarm (false with probability at most {level:.2g} by then)"
