"""What a check found: an outcome, the evidence, and a counterexample if there is one."""

import enum
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, final


class Outcome(enum.Enum):
    """What a check concludes about the formula it was handed."""

    HOLDS = "holds"
    FAILS = "fails"
    INCONCLUSIVE = "inconclusive"


@final
@dataclass(frozen=True, slots=True)
class Counterexample:
    """An instance on which a statement is false, for others to replay.

    ``certificate`` is accepted by ``altheory.ledger.checker``; ``python`` is a
    self-contained text that runs without error iff the counterexample stands.

    Replaying establishes that the certificate is true, and that the text asserts
    something and runs.  That the two refute *this* statement, and no weaker one, is
    for a reader to judge: no program compares numbers with a sentence.  So the text
    computes what the statement speaks of (the windows of a bound, the run of a
    learner) before it asserts that the value promised is missed.
    """

    certificate: Mapping[str, Any]
    python: str


@final
@dataclass(frozen=True, slots=True)
class Finding:
    """What a check found, and the evidence a reader can follow by hand.

    ``claimed`` is the formula's value at the most telling instance, ``computed``
    the value found by the independent route.
    """

    outcome: Outcome
    evidence: str
    claimed: str = ""
    computed: str = ""
    counterexample: Counterexample | None = None


def holds(evidence: str, *, claimed: object = "", computed: object = "") -> Finding:
    """Return the finding that the formula passed."""
    return Finding(Outcome.HOLDS, evidence, str(claimed), str(computed))


def fails(
    evidence: str,
    *,
    claimed: object = "",
    computed: object = "",
    counterexample: Counterexample | None = None,
) -> Finding:
    """Return the finding that the formula was refuted."""
    return Finding(Outcome.FAILS, evidence, str(claimed), str(computed), counterexample)


def unknown(evidence: str) -> Finding:
    """Return the finding that the check could decide nothing."""
    return Finding(Outcome.INCONCLUSIVE, evidence)
