r"""What q queries guarantee: a version space, or an estimate, of which accuracy.

Bisection halves the interval with every answer, whatever the target.  And q answers
lead any learner to at most :math:`2^q` places, of which one of accuracy e serves an
interval of targets: of width e for the version space, of width 2e for an estimate,
which may err on either side.  They must cover [0, 1], so the best accuracy is
:math:`2^{-q}` or half of it, and q queries reach epsilon iff it is at most epsilon.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias, final

import numpy as np
import sympy as sp

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.theory.bisection import bisection_queries_to_error, bisection_queries_to_width
from proofs_checks._bisections import DENOMINATORS, accuracies, guarantee
from proofs_checks._identities import chain, identical

# The best accuracy that a number of queries guarantees.
Accuracy: TypeAlias = Callable[[Any], Any]
MOST = 7


@final
@dataclass(frozen=True, slots=True)
class Goal:
    """A goal: how much wider than its accuracy the targets are that one place serves.

    ``worst`` is what the real bisection guarantees and ``queries`` the package's count.
    """

    breadth: int
    worst: Callable[[int], Fraction]
    queries: Callable[[Fraction], int]


WIDTH = Goal(1, lambda q: guarantee(q)[0], bisection_queries_to_width)
ERROR = Goal(2, lambda q: guarantee(q)[1], bisection_queries_to_error)


def halves(q: Any) -> Any:
    """Return 2^-q."""
    return 1 / sp.Integer(2) ** q


def half_of_halves(q: Any) -> Any:
    """Return half of 2^-q."""
    return halves(q) / 2


def checks(goal: Goal) -> tuple[Check[Accuracy], ...]:
    """Return the proof for every q, the real bisection, and the package's count."""

    def halving(formula: Accuracy, rng: np.random.Generator) -> Finding:
        """Follow an interval from q to q + 1 queries, and cover [0, 1] by 2^q places."""
        del rng
        q = sp.Symbol("q", integer=True, nonnegative=True)
        lo, hi = sp.symbols("lo hi")
        at = {q: 3, lo: 1, hi: 4}
        middle = (lo + hi) / 2

        def steps() -> Iterator[Finding]:
            for part in (middle - lo, hi - middle):
                yield identical(part, (hi - lo) / 2, at, "either answer leaves a half")
            yield identical(goal.breadth * formula(0), 1, at, "no query")
            yield identical(formula(q + 1), formula(q) / 2, at, "bisection, all q")
            yield identical(2**q * goal.breadth * formula(q), 1, at, "any learner, all q")

        return chain(steps(), "bisection attains it and no learner covers [0, 1] with less, all q")

    return (
        Check(Method.SYMBOLIC, halving, scope="all q, every learner"),
        every_answer(goal),
        least_number(goal),
    )


def every_answer(goal: Goal) -> Check[Accuracy]:
    """Return the check that runs the real bisection."""

    def every_sequence_of_answers(formula: Accuracy, rng: np.random.Generator) -> Finding:
        """Run bisection on every sequence of answers."""
        del rng
        for q in range(1, MOST + 1):
            claimed, computed = formula(q), goal.worst(q)
            if claimed != computed:
                return fails(
                    f"q = {q}",
                    claimed=claimed,
                    computed=computed,
                    counterexample=better(q, claimed) if computed < claimed else None,
                )
        return holds(f"every sequence of at most {MOST} answers")

    return Check(
        Method.EXHAUSTIVE,
        every_sequence_of_answers,
        scope=f"q <= {MOST}, every sequence of answers",
    )


def least_number(goal: Goal) -> Check[Accuracy]:
    """Return the check that the package counts the least queries that reach epsilon."""

    def package(formula: Accuracy, rng: np.random.Generator) -> Finding:
        """Compare the package's count with the accuracies, from both sides."""
        del rng
        for epsilon in accuracies():
            q = goal.queries(epsilon)
            if not formula(q) <= epsilon or (q and formula(q - 1) <= epsilon):
                return fails(f"epsilon = {epsilon}", claimed=formula(q), computed=f"{q} queries")
        return holds(f"every epsilon = a/b < 1 with b <= {DENOMINATORS}")

    return Check(
        Method.EXHAUSTIVE, package, scope=f"epsilon = a/b < 1 with b <= {DENOMINATORS}, the package"
    )


def better(queries: int, claimed: Any) -> Counterexample:
    """Show that the middle after ``queries`` halvings is nearer than ``claimed`` to all targets."""
    accuracy = Fraction(int(claimed.p), int(claimed.q))
    half = ("/", ("^", Fraction(1, 2), queries), 2)
    certificate = arithmetic(half, "<", "claimed", {"claimed": accuracy})
    return Counterexample(certificate, _PROGRAM.format(q=queries, claimed=accuracy))


_PROGRAM = """\
from fractions import Fraction as F
from itertools import product

q, claimed = {q}, F("{claimed}")  # q queries are said to guarantee an error of this size at best
errors = []
for answers in product(("below", "above"), repeat=q):  # where the target is, seen from the query
    lo, hi = F(0), F(1)
    for answer in answers:
        query = (lo + hi) / 2
        lo, hi = (lo, query) if answer == "below" else (query, hi)
    estimate = (lo + hi) / 2
    errors.append(max(hi - estimate, estimate - lo))

epsilon = max(errors)  # bisection guarantees an error of at most epsilon with q queries
assert epsilon < claimed
assert 2**q < 1 / epsilon  # so ceil(log2(1/epsilon)) counts more queries than q
"""
