r"""How large the disagreement region can be when all members are close together.

For a target :math:`h^*` in a version space :math:`V` and every law,

.. math:: P(\mathrm{DIS}(V)) \le \sum_{h \in V} P(h \ne h^*),

because the region is the union of the sets :math:`\{h \ne h^*\}`.  Hence it is at
most the number of rivals times the largest of their errors.  The star class meets
both bounds: there those sets are single points, which together are everything.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from altheory.certificate import star_set
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds, unknown
from proofs_checks._diameters import Spread, every_spread, is_linear, spreads
from proofs_checks._small_classes import random_class, star

# What a bound is told: the errors of the members other than the target, in increasing order.
Bound: TypeAlias = Callable[[Sequence[Any]], Any]


def sum_of_errors(errors: Sequence[Any]) -> Any:
    """Return the sum of the errors of the rivals."""
    return sum(errors)


def largest_error(errors: Sequence[Any]) -> Any:
    """Return the error of the worst rival, 0 if there is no rival."""
    return max(errors, default=Fraction(0))


def star_counterexample(n: int, allowed: Fraction) -> Counterexample:
    """Return the star of ``n`` points: all members within 1/n, disagreement everywhere."""
    rows = star(n).table()["hypotheses"]
    certificate = star_set(star(n).table(), range(n), rows[0], rows[1:])
    python = f"""\
from fractions import Fraction as F

rows, n = {rows}, {n}
target, *rivals = rows
errors = [F(sum(a != b for a, b in zip(row, target)), n) for row in rivals]
disagreement = F(sum(len(set(column)) == 2 for column in zip(*rows)), n)
allowed = F("{allowed}")  # what is claimed for these errors
assert errors == n * [F(1, n)] and disagreement == 1 > allowed
"""
    return Counterexample(certificate, python)


def exceeded(bound: Bound, seen: Spread) -> Finding | None:
    """Return the failure of the bound in one case, if it fails there."""
    allowed = bound(seen.errors)
    if seen.disagreement <= allowed:
        return None
    return fails(str(seen), claimed=allowed, computed=seen.disagreement)


def stars(bound: Bound, rng: np.random.Generator) -> Finding:
    """Look at the centers of stars, for which the bound is an equality."""
    del rng
    for n in range(2, 9):
        *_, center = (s for s in spreads(star(n).version_space()) if s.target == 0)
        allowed = bound(center.errors)
        if center.disagreement > allowed:
            return fails(
                f"star of {n} points, uniform law: every member errs at most 1/{n}",
                claimed=allowed,
                computed=center.disagreement,
                counterexample=star_counterexample(n, allowed),
            )
    allowed = bound([Fraction(1, 8)] * 8)
    return holds("stars of 2 to 8 points, uniform law", claimed=f"<= {allowed}", computed=1)


def compared(bound: Bound, cases: Sequence[Spread]) -> Finding:
    """Compare with the bound under point masses, which decide if the bound is linear."""
    for finding in (exceeded(bound, seen) for seen in cases):
        if finding:
            return finding
    if not all(is_linear(bound, size) for size in {len(seen.errors) for seen in cases}):
        return unknown("the bound is not linear, so point masses do not decide it")
    return holds(f"{len(cases)} kinds of cases: the region and the errors; the bound is linear")


def few_version_spaces(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare on few classes."""
    del rng
    return compared(bound, every_spread(few=True))


def every_version_space(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare on every small class."""
    del rng
    return compared(bound, every_spread())


def random_version_space(bound: Bound, rng: np.random.Generator) -> Finding:
    """Try all targets on a random class of 4 points."""
    of = random_class(rng, 4)
    for seen in spreads(of.version_space()):
        if finding := exceeded(bound, seen):
            return finding
    return holds("a random class on 4 points")


CHECKS: tuple[Check[Bound], ...] = (
    Check(
        Method.EXHAUSTIVE,
        few_version_spaces,
        scope="every version space of the classes on 1 and 2 points, of a star and the cube on "
        "3, every target, point masses and the uniform law",
    ),
    Check(
        Method.EXHAUSTIVE,
        every_version_space,
        scope="every version space on at most 3 points, every target, point masses (which decide "
        "every law, as both sides are linear in it) and the uniform law",
        tier="normal",
    ),
    Check(Method.EXHAUSTIVE, stars, scope="stars of 2 to 8 points, uniform law"),
)

CLAIM: Claim[Bound] = Claim(
    key="cal/disagreement/union-bound",
    title="Disagreement is at most the sum of the errors",
    statement=(r"P(\mathrm{DIS}(V)) \le \sum_{h \in V} P(h \ne h^*), \quad |\mathcal X| \le 3"),
    plain=(
        "On at most three points, a version space of few members that are close together "
        "disagrees on little, under every law."
    ),
    relation="upper",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="anything for infinite classes, where only the disagreement coefficient helps",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=sum_of_errors,
    checks=CHECKS,
    controls={
        "half of the sum": lambda errors: sum(errors) / 2,
        "twice the largest error": lambda errors: 2 * largest_error(errors),
        "logarithm of the size times the largest error": lambda errors: (
            len(errors).bit_length() * largest_error(errors)
        ),
        "the worst rival forgotten": lambda errors: sum(errors[:-1]),
    },
    attack=random_version_space,
)
