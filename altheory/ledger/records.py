"""What a run of the ledger found, as plain data that reads back from JSON.

Seconds are measured, not decided: they take no part in equality, so two runs
with the same seed give equal reports whatever the machine or number of workers.
"""

from dataclasses import dataclass, field
from typing import Any, final

from altheory.ledger.claim import Method, Relation, Source, Tier, Verdict
from altheory.ledger.finding import Outcome

SCHEMA = "altheory-check-report/1"


@final
@dataclass(frozen=True, slots=True)
class Replay:
    """A counterexample that stood: what the checker accepted, and text to paste.

    ``accepted`` is the checker's own sentence.
    """

    accepted: str
    certificate: dict[str, Any]
    python: str


@final
@dataclass(frozen=True, slots=True)
class CheckRecord:
    """One check of a claim, and what came of it.

    ``objection`` is why the engine does not take the check at its word: it
    raised, broke a rule, or its counterexample does not replay.
    """

    name: str
    method: Method
    scope: str
    tier: Tier
    outcome: Outcome
    evidence: str
    claimed: str = ""
    computed: str = ""
    alpha: float | None = None
    power: float | None = None
    discrepancy: str = ""
    objection: str = ""
    replay: Replay | None = None
    seconds: float = field(default=0.0, compare=False)


@final
@dataclass(frozen=True, slots=True)
class ControlRecord:
    """How the checks treated a variant of the formula: a false twin, or the corrected one.

    Every check of the run judges it; those that are named neither in
    ``rejected_by`` nor in ``accepted_by`` could not decide.  A twin passes if some
    check rejects it and every statistical one does, the corrected formula if none
    rejects it and one accepts it.
    """

    name: str
    kind: str
    passed: bool
    rejected_by: tuple[str, ...]
    accepted_by: tuple[str, ...]
    evidence: str
    seconds: float = field(default=0.0, compare=False)


@final
@dataclass(frozen=True, slots=True)
class ClaimRecord:
    """A claim beside what was found.

    Parameters
    ----------
    verdict, decided_by, reason
        The verdict on the claim itself, the check it rests on, and why.
    strength
        The weakest of this verdict and those of the claims it uses that ran.
    vacuous
        Whether the check that decided accepts every false twin as well.
    partial
        Whether tier or method left some of its checks out.
    untested
        The claims it uses, directly or not, that took no part in the run.

    """

    key: str
    title: str
    plain: str
    statement: str
    relation: Relation
    source: Source
    assumptions: tuple[str, ...]
    does_not_say: str
    uses: tuple[str, ...]
    expected: Verdict
    verdict: Verdict
    decided_by: str
    reason: str
    checks: tuple[CheckRecord, ...]
    controls: tuple[ControlRecord, ...] = ()
    vacuous: bool = False
    partial: bool = False
    strength: Verdict = Verdict.INCONCLUSIVE
    untested: tuple[str, ...] = ()

    @property
    def decisive(self) -> CheckRecord | None:
        """The check that the verdict rests on."""
        return next((c for c in self.checks if c.name == self.decided_by), None)

    @property
    def seconds(self) -> float:
        return sum(c.seconds for c in self.checks) + sum(c.seconds for c in self.controls)

    @property
    def survivors(self) -> tuple[ControlRecord, ...]:
        """The controls that the checks did not treat as they must."""
        return tuple(c for c in self.controls if not c.passed)


@final
@dataclass(frozen=True, slots=True)
class Report:
    """One run: its settings, a record a claim, and everything that was left out.

    ``false_alarm`` is the family-wise probability of a false alarm; ``not_run``
    the selected claims of which no check belongs to the tier and method, or
    that an interruption kept from running.
    """

    altheory: str
    seed: int
    tier: Tier
    with_controls: bool
    claims: tuple[ClaimRecord, ...]
    not_run: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    false_alarm: float = 0.0
    interrupted: bool = False
    schema: str = SCHEMA
    seconds: float = field(default=0.0, compare=False)
