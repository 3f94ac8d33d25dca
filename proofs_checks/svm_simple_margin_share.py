r"""How unevenly the simple margin may cut: in a long version space, by as little as you like.

A triangle on the sphere with a tip of angle :math:`\phi` at the pole and its base on the equator
has the area :math:`\phi`.  The machine, the center of its largest ball, is at a latitude r with
:math:`\tan r = s = \sin(\phi/2)`.  An instance across, whose wall goes through it, is asked first
whatever else there is.  Below the wall are

.. math:: \int_{-\phi/2}^{\phi/2} \frac{\tan r \cos\lambda}{\sqrt{1 + \tan^2 r \cos^2\lambda}}
          d\lambda = 2 \arcsin(s \sin r),

so the share that it cuts off is
:math:`\arcsin(s^2/\sqrt{1 + s^2}) / \arcsin s`, which tends to 0 as s does.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
from flint import arb, ctx, fmpq

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.numeric.directions import primitive
from altheory.numeric.enclosure import Enclosure
from proofs_checks._long_triangles import LONG, Sides, below, center, crosses_center, walls
from proofs_checks.svm_largest_ball import Labeled, machine

Share: TypeAlias = Callable[[Any], Any]  # of the sine of half the angle at the tip, as balls

PROGRAM = """\
from math import acos, pi, sqrt

def unit(x):
    return [c / sqrt(sum(c * c for c in x)) for c in x]

def dot(x, y):
    return sum(a * b for a, b in zip(x, y))

def cross(x, y):
    return [x[1] * y[2] - x[2] * y[1], x[2] * y[0] - x[0] * y[2], x[0] * y[1] - x[1] * y[0]]

def area(corners):  # by the angles, of a convex polygon on the sphere
    sides = [unit(cross(p, q)) for p, q in zip(corners, corners[1:] + corners[:1])]
    angles = [pi - acos(dot(m, n)) for m, n in zip(sides, sides[1:] + sides[:1])]
    return sum(angles) - (len(corners) - 2) * pi

walls = [unit(x) for x in [(9, 40, 0), (9, -40, 0), (0, 0, 1)]]  # all labeled +1
center, x = unit((41, 0, 9)), unit((9, 0, -41))
assert max(abs(dot(center, z) - dot(center, walls[0])) for z in walls) < 1e-9  # as far from all
assert abs(dot(center, x)) < 1e-9  # so x is asked first

tip, left, right = [0, 0, 1], unit((40, -9, 0)), unit((40, 9, 0))
meets = [unit(cross(walls[0], x)), unit(cross(x, walls[1]))]  # of the wall of x and the sides
meets = [p if p[2] > 0 else [-c for c in p] for p in meets]
p, q = sorted(meets, key=lambda p: p[1])
share = area([left, right, q, p]) / area([left, right, tip])
assert share < 0.22  # and not a half
"""


def ball(s: Fraction) -> Any:
    """Return a rational as a ball."""
    return arb(fmpq(s.numerator, s.denominator))


def by_arcsines(s: Any) -> Any:
    """Return the share below the wall through the center."""
    return (s * s / (1 + s * s).sqrt()).asin() / s.asin()


def shown(s: Fraction) -> Counterexample:
    """Certify that less than half is below: 4 t^2 (1 - t^2) < s^2 with t = s^2 / root(1 + s^2)."""
    square = ("/", ("^", s, 4), ("+", 1, ("^", s, 2)))
    certificate = arithmetic(("*", 4, square, ("-", 1, square)), "<", ("^", s, 2))
    return Counterexample(certificate, PROGRAM)


def compared(share: Share, several: Iterable[Sides]) -> Finding:
    """Check that the machine is where the wall is, and enclose the areas of both parts."""
    told: list[str] = []
    for sides in several:
        a, _, c = sides
        x, s = (a, 0, -c), Fraction(a, c)
        sample: Labeled = [(wall, 1) for wall in walls(sides)]
        if primitive(machine(sample)) != center(sides) or not crosses_center(sides, x):
            return fails(f"{sides}: the wall misses the machine", computed=machine(sample))
        found = below(sides, x)
        with ctx.workprec(150):
            claimed = Enclosure.of_ball(share(ball(s)))
        if claimed.less_than(found) or found.less_than(claimed):
            is_half = claimed.lo == claimed.hi == Fraction(1, 2)
            return fails(
                f"s = {s}",
                claimed=f"{float(claimed.lo):.5f}",
                computed=f"{float(found.lo):.5f}",
                counterexample=shown(s) if is_half else None,
            )
        if max(claimed.width, found.width) > Fraction(1, 10**20):
            return fails(f"s = {s}: too wide to tell", computed=float(found.width))
        told.append(f"{float(found.lo):.4f}")
    return holds(f"{len(told)} triangles, to 20 digits", claimed="the same", computed=told)


def one_triangle(share: Share, rng: np.random.Generator) -> Finding:
    """Try one triangle."""
    del rng
    return compared(share, LONG[:1])


def several_triangles(share: Share, rng: np.random.Generator) -> Finding:
    """Try wide triangles, and long ones."""
    del rng
    return compared(share, (*LONG, (5, 12, 13), (3, 4, 5), (4, 3, 5), (200, 9999, 10001)))


CHECKS: tuple[Check[Share], ...] = (
    Check(Method.ENCLOSURE, one_triangle, scope="s = 9/41"),
    Check(
        Method.ENCLOSURE,
        several_triangles,
        scope="s = 9/41, 7/25, 11/61, 20/101, 5/13, 3/5, 4/5 and 200/10001",
        tier="normal",
    ),
)

CLAIM: Claim[Share] = Claim(
    key="svm/simple-margin/share",
    title="How little the simple margin may cut off a long version space",
    statement=(
        r"\frac{\text{area below}}{\text{area}} = \frac{\arcsin(s^2/\sqrt{1 + s^2})}{\arcsin s},"
        r" \quad s = \sin\tfrac\phi2 \in \{\tfrac9{41}, \tfrac7{25}, \tfrac{11}{61},"
        r" \tfrac{20}{101}, \tfrac5{13}, \tfrac35, \tfrac45, \tfrac{200}{10001}\}"
    ),
    plain=(
        "In a long triangle of separators the machine is near the base, so the simple margin may "
        "ask an instance that cuts off a small part: 21 percent at one length, 2 percent at a "
        "tenth of the width; for eight triangles on the sphere."
    ),
    relation="exact",
    does_not_say=(
        "that real data leave such version spaces, nor that the smaller part is the likelier one"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=by_arcsines,
    checks=CHECKS,
    controls={
        "a half": lambda _: ball(Fraction(1, 2)),
        "the sine": lambda s: s,
        "by latitudes": lambda s: s.atan() / (arb.pi() / 2),
    },
    uses=("svm/center-of-the-largest-ball",),
)
