r"""How large the disagreement region can be when all members are close together.

For a target :math:`h^*` in a version space :math:`V`,

.. math:: P(\mathrm{DIS}(V)) \le (|V| - 1) \max_{h \in V} P(h \ne h^*).

Why: the region is the union of the sets :math:`\{h \ne h^*\}` over the other
members.  The star class meets the bound: there those sets are single points, which
together are everything.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import star_set
from altheory.ledger.claim import (
    Check,
    Claim,
    Counterexample,
    Finding,
    Method,
    Source,
    Verdict,
    fails,
    holds,
)
from proofs_checks._diameters import Spread, every_spread, spreads
from proofs_checks._small_classes import random_class, star

Bound: TypeAlias = Callable[[Fraction, int], Fraction]


def rivals_times_error(error: Fraction, size: int) -> Fraction:
    """Return the bound for the largest error of ``size`` members."""
    return (size - 1) * error


def star_counterexample(n: int) -> Counterexample:
    """Return the star of ``n`` points: all members within 1/n, disagreement everywhere."""
    rows = star(n).table()["hypotheses"]
    certificate = star_set(star(n).table(), range(n), rows[0], rows[1:])
    python = f"""\
rows, n = {rows}, {n}
target = rows[0]
errors = [sum(a != b for a, b in zip(row, target)) / n for row in rows]
disagreement = sum(len(set(column)) == 2 for column in zip(*rows)) / n
assert max(errors) == 1 / n and disagreement == 1
"""
    return Counterexample(certificate, python)


def violated(bound: Bound, seen: Spread) -> bool:
    """Decide whether a version space exceeds the bound."""
    return seen.disagreement > bound(seen.error, seen.size)


def stars(bound: Bound, rng: np.random.Generator) -> Finding:
    """Look at the centers of stars, which all other members are closest to."""
    del rng
    for n in range(2, 9):
        allowed = bound(Fraction(1, n), n + 1)
        *_, center = (s for s in spreads(star(n).version_space()) if s.target == 0)
        if center.disagreement > allowed:
            return fails(
                f"star of {n} points, uniform law: every member within {center.error}",
                claimed=allowed,
                computed=center.disagreement,
                counterexample=star_counterexample(n),
            )
    allowed = bound(Fraction(1, 8), 9)
    return holds("stars of 2 to 8 points, uniform law", claimed=f"<= {allowed}", computed=1)


def every_version_space(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare the mass of disagreement with the bound, case by case."""
    del rng
    cases = 0
    for seen in every_spread():
        if violated(bound, seen):
            allowed = bound(seen.error, seen.size)
            return fails(str(seen), claimed=allowed, computed=seen.disagreement)
        cases += 1
    return holds(f"{cases} kinds of cases: size, region and largest error")


def random_version_space(bound: Bound, rng: np.random.Generator) -> Finding:
    """Try all laws and targets on a random class of 4 points."""
    of = random_class(rng, 4)
    for seen in spreads(of.version_space()):
        if violated(bound, seen):
            return fails(str(seen), computed=seen.disagreement)
    return holds("a random class on 4 points")


CHECKS: tuple[Check[Bound], ...] = (
    Check(Method.EXHAUSTIVE, stars, scope="stars of 2 to 8 points"),
    Check(
        Method.EXHAUSTIVE,
        every_version_space,
        scope="every version space on at most 3 points, every target, point masses and uniform",
    ),
)

CLAIM: Claim[Bound] = Claim(
    key="cal/disagreement/union-bound",
    title="Disagreement is at most rivals times error",
    statement=(
        r"P(\mathrm{DIS}(V)) \le (|V| - 1) \max_{h \in V} P(h \ne h^*), \quad |\mathcal X| \le 3"
    ),
    plain="A version space of few members that are close together disagrees on little.",
    relation="upper",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="anything for infinite classes, where only the disagreement coefficient helps",
    source=Source("hanneke2014theory", match="derived"),
    expected=Verdict.PROVED,
    formula=rivals_times_error,
    checks=CHECKS,
    controls={
        "twice the error": lambda error, _: 2 * error,
        "logarithm of the size times the error": lambda error, size: size.bit_length() * error,
        "one rival forgotten": lambda error, size: max(size - 2, 1) * error,
    },
    attack=random_version_space,
)
