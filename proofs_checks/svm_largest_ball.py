r"""The support vector machine is the center of the largest ball in the version space.

With signed instances :math:`z_i = y_i x_i / |x_i|` of unit length the distance of a unit normal u
from the i-th wall of the version space is :math:`u \cdot z_i`.  The machine is
:math:`\min |w|^2` with all :math:`w \cdot z_i \ge 1`; at its optimum
:math:`w = \sum_i \lambda_i z_i` with :math:`\lambda \ge 0`, 0 where :math:`w \cdot z_i > 1`, so
:math:`|w|^2 = \sum_i \lambda_i`.  Hence for every unit normal u

.. math:: \min_i u \cdot z_i \le \frac{\sum_i \lambda_i \, u \cdot z_i}{\sum_i \lambda_i}
          = \frac{u \cdot w}{|w|^2} \le \frac1{|w|},

with equality for :math:`u = w / |w|` alone: the center, and the margin as radius.

The check goes the other way.  It takes the facets of the version space, of whatever lengths, finds
those nearest to the center that is claimed, and asks whether it is a nonnegative combination of
their normals, from which the same inequality follows.  Instances have integer coordinates and
integer lengths, so that everything is rational.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import chain, combinations
from math import isqrt
from typing import Any, TypeAlias

import flint
import numpy as np

from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds
from altheory.numeric.directions import dot, primitive
from altheory.protocols import Label

Vector: TypeAlias = tuple[Any, ...]
Labeled: TypeAlias = Sequence[tuple[Vector, Label]]
Rule: TypeAlias = Callable[[Labeled], Vector]

PLANE = ((3, 4), (-8, 6), (12, 5), (-5, 12), (15, -8), (1, 0), (24, 7), (0, -2))
SPACE = ((1, 2, 2), (4, -2, 4), (2, 3, 6), (-6, 2, 3), (1, 4, -8), (8, 4, 1), (0, 3, 4))
TARGETS = {2: (2, 3), 3: (3, 2, 1)}


def inner(u: Vector, v: Vector) -> Any:
    """Return the dot product."""
    return sum((a * b for a, b in zip(u, v, strict=True)), Fraction(0))


def signed(sample: Labeled, *, of_unit_length: bool = True) -> list[Vector]:
    """Return the signed instances, exactly; lengths are integers."""
    scales = (isqrt(dot(x, x)) if of_unit_length else 1 for x, _ in sample)
    return [
        tuple(Fraction(y * c, scale) for c in x)
        for (x, y), scale in zip(sample, scales, strict=True)
    ]


def least_norm(signs: list[Vector]) -> Vector:
    """Return the shortest w with ``w . z >= 1`` for all, by trying which of them bind."""
    for size in range(1, len(signs[0]) + 1):
        for some in combinations(signs, size):
            gram = flint.fmpq_mat([[_fmpq(inner(a, b)) for b in some] for a in some])
            if gram.det() == 0:
                continue
            shares = gram.solve(flint.fmpq_mat(size, 1, [1] * size)).entries()
            w = tuple(
                sum((_fraction(s) * z[k] for s, z in zip(shares, some, strict=True)), Fraction(0))
                for k in range(len(some[0]))
            )
            if min(shares) >= 0 and all(inner(w, z) >= 1 for z in signs):
                return w
    raise ArithmeticError("no separator agrees with all labels")


def _fmpq(x: Fraction) -> Any:
    return flint.fmpq(x.numerator, x.denominator)


def _fraction(x: Any) -> Fraction:
    return Fraction(int(x.p), int(x.q))


def machine(sample: Labeled) -> Vector:
    """Return the normal of the hard-margin machine, homogeneous, on instances of unit length."""
    return least_norm(signed(sample))


def unnormalized(sample: Labeled) -> Vector:
    """Return that of instances of the lengths they have, scaled to margin one."""
    return to_margin(least_norm(signed(sample, of_unit_length=False)), sample)


def mean_instance(sample: Labeled) -> Vector:
    """Return the sum of the signed instances of unit length, scaled to margin one."""
    return to_margin(tuple(map(sum, zip(*signed(sample), strict=True))), sample)


def mean_ray(sample: Labeled) -> Vector:
    """Return the mean of the extreme rays of unit length, scaled to margin one."""
    return to_margin(space_of(sample).member().normal, sample)


def to_margin(w: Vector, sample: Labeled) -> Vector:
    """Return the multiple of w with ``w . z = 1`` for the nearest instance."""
    least = min(inner(w, z) for z in signed(sample))
    return tuple(Fraction(c) / abs(least) for c in w) if least else w


def space_of(sample: Labeled) -> SphereVersionSpace:
    """Return the version space of the labels."""
    return SphereVersionSpace(len(sample[0][0]), tuple(sample))


def judged(formula: Rule, sample: Labeled) -> Finding:
    """Decide whether a normal is the center of the largest ball, and its margin the radius."""
    space, w = space_of(sample), formula(sample)
    center, where = primitive(w), f"labels {sample}"
    facets = space.closure().normals
    if any(dot(center, n) <= 0 for n in facets):
        return fails(f"{where}: outside of the version space", claimed=center)
    squares = {n: Fraction(dot(center, n) ** 2, dot(n, n) * dot(center, center)) for n in facets}
    radius = min(squares.values())
    near: Labeled = [(n, 1) for n, square in squares.items() if square == radius]
    if -1 in space_of(near).labels(center):  # not in the cone of the nearest normals
        return fails(f"{where}: a ball around another center is larger", claimed=center)
    if inner(w, w) * radius != 1:
        return fails(f"{where}: its margin is not the radius", claimed=1 / inner(w, w))
    return holds(f"{where}, center {center}", claimed=1 / inner(w, w), computed=radius)


def samples(points: Sequence[tuple[int, ...]], sizes: Sequence[int]) -> Iterator[Labeled]:
    """Yield sets of instances with the labels of a target."""
    target = TARGETS[len(points[0])]
    for size in sizes:
        for some in combinations(points, size):
            labels: list[Label] = [1 if dot(target, x) > 0 else -1 for x in some]
            yield tuple(zip(some, labels, strict=True))


def every(formula: Rule, cases: Iterator[Labeled], seen: str) -> Finding:
    """Judge all samples."""
    found, number = holds("no sample"), 0
    for sample in cases:
        found = judged(formula, sample)
        if found.outcome is not Outcome.HOLDS:
            return found
        number += 1
    return holds(
        f"{number} {seen}; last radius squared", claimed=found.claimed, computed=found.computed
    )


def few_labels(formula: Rule, rng: np.random.Generator) -> Finding:
    """Judge pairs of some instances in the plane, triples of some in space."""
    del rng
    cases = chain(samples(PLANE[:4], (2,)), samples(SPACE[:4], (3,)))
    return every(formula, cases, "pairs in the plane and triples in space")


def more_labels(formula: Rule, rng: np.random.Generator) -> Finding:
    """Judge larger samples in the plane and in space."""
    del rng
    plane = every(formula, samples(PLANE, (1, 2, 3, 4)), "samples in the plane")
    if plane.outcome is not Outcome.HOLDS:
        return plane
    return every(formula, samples(SPACE, (1, 2, 3, 4, 7)), "samples in space")


CLAIM: Claim[Rule] = Claim(
    key="svm/center-of-the-largest-ball",
    title="The support vector machine is the center of the largest ball in the version space",
    statement=(
        r"\frac{w}{|w|} = \operatorname*{argmax}_{|u| = 1} \min_i u \cdot z_i, \quad \max = "
        r"\frac1{|w|}, \quad z_i = y_i \frac{x_i}{|x_i|}, \quad d \in \{2, 3\}, \text{ sets of "
        r"15 given instances}"
    ),
    plain=(
        "Among all separators through the origin that agree with the labels, the one of largest "
        "margin is farthest from the walls that labels put up, if instances have one length; on "
        "up to four of eight given instances in the plane, and one to four or all of seven in "
        "space."
    ),
    relation="exact",
    does_not_say=(
        "that it is the center of mass, or that a question next to it halves the version space; "
        "nor anything with an offset, or with slack"
    ),
    source=Source(
        "tong2001",
        match="special case",
        difference="exact rational solutions on given instances; the paper was not seen",
    ),
    expected=Verdict.PROVED,
    formula=machine,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            few_labels,
            scope="pairs of 4 instances in the plane, triples of 4 in space",
        ),
        Check(
            Method.EXHAUSTIVE,
            more_labels,
            scope="1 to 4 of 8 instances in the plane; 1 to 4 and 7 of 7 in space",
            tier="normal",
        ),
    ),
    controls={
        "instances of the lengths they have": unnormalized,
        "mean of the signed instances": mean_instance,
        "mean of the extreme rays": mean_ray,
    },
)
