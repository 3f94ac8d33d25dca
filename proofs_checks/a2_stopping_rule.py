r"""A2 may stop by the mass it sampled, not by the mass on which survivors disagree.

Labels were drawn in a region of mass m, in which the members disagree, and bounds
:math:`L \le \mathrm{err} \le U` hold for their errors there.  Whoever makes the fewest
errors of a sample then errs by at most

.. math:: m \, (\min_h U(h) - \min_h L(h))

more than the best member.  Members with :math:`L(h) > \min_g U(g)` may be dropped, and what
is left may disagree on a smaller mass m', but the width was paid for on m:
:math:`m' (\min U - \min L)` promises too much.

Why: errors differ by m times what they differ by on the region, the one with the fewest
errors has the least upper bound, and the best has no lower bound below the least.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations, product
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._identities import identical

# From the mass sampled, the mass left and the width to the excess error promised.
Promise: TypeAlias = Callable[[Any, Any, Any], Any]

POINTS, LABELS = 2, 4
RADII = (Fraction(1, 4), Fraction(1, 2))
CHANCES = (Fraction(0), Fraction(1, 2), Fraction(1))
CLASSES = tuple(members for size in (2, 3) for members in combinations(range(1 << POINTS), size))


class Look(NamedTuple):
    """What the bounds say of a class, and by how much the worst of the fewest errors is off."""

    sampled: Fraction
    left: Fraction
    width: Fraction
    excess: Fraction
    shown: str


def disagreement(members: tuple[int, ...]) -> list[int]:
    """Return the points on which bitmasks differ."""
    return [x for x in range(POINTS) if len({h >> x & 1 for h in members}) > 1]


def looks(members: tuple[int, ...], chances: tuple[Fraction, ...]) -> Iterator[Look]:
    """Yield every look at which all bounds hold: k errors of n, plus and minus a radius."""
    region = disagreement(members)

    def error(h: int) -> Fraction:
        wrong = (1 - chances[x] if h >> x & 1 else chances[x] for x in region)
        return sum(wrong, Fraction(0)) / len(region)

    errors = [error(h) for h in members]
    sampled = Fraction(len(region), POINTS)
    for radius, counts in product(RADII, product(range(LABELS + 1), repeat=len(members))):
        seen = [Fraction(k, LABELS) for k in counts]
        if any(abs(s - e) > radius for s, e in zip(seen, errors, strict=True)):
            continue
        upper = min(Fraction(1), min(seen) + radius)
        lower = max(Fraction(0), min(seen) - radius)
        kept = tuple(h for h, s in zip(members, seen, strict=True) if s - radius <= upper)
        returned = max(e for e, s in zip(errors, seen, strict=True) if s == min(seen))
        yield Look(
            sampled,
            Fraction(len(disagreement(kept)), POINTS),
            upper - lower,
            sampled * (returned - min(errors)),
            f"members {members}, P(+1) = {[str(p) for p in chances]}, errors {counts} of {LABELS}",
        )


def every_look(formula: Promise, rng: np.random.Generator) -> Finding:
    """Go through all classes, laws of labels, radii and counts of errors within them."""
    del rng
    n_looks, closest = 0, Fraction(1)
    for members, chances in product(CLASSES, product(CHANCES, repeat=POINTS)):
        for look in looks(members, chances):
            promised = formula(look.sampled, look.left, look.width)
            if look.excess > promised:
                return fails(look.shown, claimed=f"<= {promised}", computed=look.excess)
            n_looks, closest = n_looks + 1, min(closest, promised - look.excess)
    return holds(f"{n_looks} looks; attained up to {closest}")


def in_general(formula: Promise, rng: np.random.Generator) -> Finding:
    """Chain the inequalities for a hypothesis with the least upper bound and the best one."""
    del rng
    mass, left = sp.symbols("m m_left", positive=True)
    least_lower = sp.Symbol("L", nonnegative=True)
    width, above, below = sp.symbols("width above below", nonnegative=True)
    returned = least_lower + width - below  # its error is at most U, the least upper bound
    best = least_lower + above  # its error is at least its lower bound, at least the least
    if not sp.expand(mass * width - mass * (returned - best)).is_nonnegative:
        return unknown("the excess may exceed the mass times the width")
    at = {mass: sp.Rational(3, 4), left: sp.Rational(1, 4), width: sp.Rational(1, 2)}
    return identical(formula(mass, left, width), mass * width, at, "all masses and widths")


def stopping_rule(mass: Any, left: Any, width: Any) -> Any:
    """Return the mass sampled times the width."""
    del left
    return mass * width


CLAIM: Claim[Promise] = Claim(
    key="a2/stopping-rule",
    title="The width counts on the mass that was sampled",
    statement=(
        r"\mathrm{err}(\hat h) - \min_{h \in V} \mathrm{err}(h) \le"
        r" P(\mathrm{DIS}(V)) \, (\min_h U(h) - \min_h L(h))"
    ),
    plain=(
        "If the bounds hold, the fewest errors are within the width times the mass of the region "
        "in which labels were drawn; the smaller region of the survivors promises too much."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances"}),
    does_not_say="that the bounds hold: that has its own error probability, spent over looks",
    source=Source(
        "balcan2009agnostic",
        match="related",
        difference="commonly stated as part of the algorithm; the argument is derived here",
    ),
    expected=Verdict.PROVED,
    formula=stopping_rule,
    checks=(
        Check(Method.SYMBOLIC, in_general, scope="all masses, bounds and errors"),
        Check(
            Method.EXHAUSTIVE,
            every_look,
            scope="two points, two or three hypotheses, 4 labels, two radii, every count",
            tier="normal",
        ),
    ),
    controls={
        "the mass that is left": lambda _mass, left, width: left * width,
        "half of the width": lambda mass, _left, width: mass * width / 2,
        "the square of the mass": lambda mass, _left, width: mass**2 * width,
    },
)
