r"""The mass of the disagreement region bounds the error of every member.

If the target is in the version space :math:`V`, then for each :math:`h \in V`

.. math:: P(h \ne h^*) \le P(\mathrm{DIS}(V)),

because a point on which two members differ is a point of disagreement.  This is
why CAL may stop when the region is small, whatever law the points follow.

For each h both sides are linear in the law, so point masses decide: that the largest
error is compared there, at once for all h, changes nothing.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._diameters import Spread, every_spread, is_linear, spreads
from proofs_checks._small_classes import random_class

Bound: TypeAlias = Callable[[Fraction], Fraction]


def mass_of_disagreement(disagreement: Fraction) -> Fraction:
    """Return the bound: the mass itself."""
    return disagreement


def exceeded(bound: Bound, seen: Spread) -> Finding | None:
    """Return the failure of the bound in one case, if it fails there."""
    claimed, computed = bound(seen.disagreement), max(seen.errors, default=Fraction(0))
    return fails(str(seen), claimed=claimed, computed=computed) if computed > claimed else None


def compared(bound: Bound, cases: Sequence[Spread]) -> Finding:
    """Compare the errors of all members with the bound, case by case."""
    for finding in (exceeded(bound, seen) for seen in cases):
        if finding:
            return finding
    if not is_linear(lambda masses: bound(*masses), 1):
        return unknown("the bound is not linear, so point masses do not decide it")
    return holds(f"{len(cases)} kinds of cases: the region and the errors; the bound is linear")


def few_members(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare on few classes."""
    del rng
    return compared(bound, every_spread(few=True))


def every_member(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare on every small class."""
    del rng
    return compared(bound, every_spread())


def random_version_space(bound: Bound, rng: np.random.Generator) -> Finding:
    """Try all targets on a random class of 5 points after one label."""
    of = random_class(rng, 5)
    target, x = of.draw_target(rng), int(rng.integers(5))
    for seen in spreads(of.version_space().restrict(x, target(x))):
        if finding := exceeded(bound, seen):
            return finding
    return holds("a random version space on 5 points")


CLAIM: Claim[Bound] = Claim(
    key="cal/disagreement/bounds-the-error",
    title="The error is at most the mass of disagreement",
    statement=(
        r"h, h^* \in V \implies P(h \ne h^*) \le P(\mathrm{DIS}(V)), \quad |\mathcal X| \le 3"
    ),
    plain=(
        "On at most three points, whatever is still possible errs at most as often as the "
        "possible labels disagree, under every law."
    ),
    relation="upper",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="the converse: members may be close together while the region is everything",
    source=Source("cohn1994improving", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=mass_of_disagreement,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            few_members,
            scope="every version space of the classes on 1 and 2 points, of a star and the cube "
            "on 3, every target, point masses and the uniform law",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_member,
            scope="every version space on at most 3 points, every target, point masses (which "
            "decide every law, as both sides are linear in it) and the uniform law",
            tier="normal",
        ),
    ),
    controls={
        "half of the mass": lambda disagreement: disagreement / 2,
        "the square of the mass": lambda disagreement: disagreement**2,
        "two members err on opposite halves": lambda disagreement: (
            Fraction(1, 2) if disagreement == 1 else disagreement
        ),
    },
    attack=random_version_space,
)
