r"""Affine linear separators of a space, the constant classifiers included.

The class is :math:`\{h_{w,b} : w \in \mathbb R^d, b \in \mathbb R, (w, b) \ne 0\}` with
:math:`h_{w,b}(x) = \operatorname{sign}(w \cdot x + b)`
(:mod:`altheory.hypotheses.affine_version_space`): homogeneous separators in dimension
:math:`d + 1`, asked about lifted points :math:`(x, 1)` only.  Points in general position, no
:math:`d + 1` of them on a hyperplane, lift to directions in general position, so n of them
take Cover's number of labelings

.. math:: 2 \sum_{k \le d} \binom{n - 1}{k},

14 of the 16 for four points in the plane: no line parts the corners of a square crosswise.

The law is Cauchy's (:mod:`altheory.spaces.affine_laws`), under which the lift is uniform on
the upper half sphere.  A separator says the opposite at the antipode of what it says at a
lifted point, so a label there is the same constraint, and distances, disagreement masses and
CAL's questions are those of the sphere in dimension :math:`d + 1`.  That law is a choice: all
three change with it, but not what is certain given labels.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses.affine_version_space import (
    AffineSeparator,
    AffineVersionSpace,
)
from altheory.hypotheses.half_space import apart
from altheory.hypotheses.sphere import SphereSeparators
from altheory.numeric.directions import primitive
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count
from altheory.protocols import Sample
from altheory.spaces.affine import AffineRegion, affine_dimension, lifted
from altheory.spaces.affine_laws import Cauchy


@final
@dataclass(frozen=True, slots=True)
class AffineSeparators:
    """The class of all half spaces, everything and nothing.

    >>> space = AffineSeparators(2).version_space()
    >>> space = space.restrict_all([(1, 0), (2, 1), (-1, 0), (-2, 1)], [1, 1, -1, -1])
    >>> space.labels((3, 0)), (0, 9) in space.disagreement(), (9, 0) in space.disagreement()
    (frozenset({1}), True, False)
    """

    dimension: int

    def __post_init__(self) -> None:
        affine_dimension(self.dimension)

    @property
    def lift(self) -> SphereSeparators:
        """The homogeneous separators of lifted points."""
        return SphereSeparators(self.dimension + 1)

    @property
    def vc_dimension(self) -> int:
        return self.dimension + 1

    @property
    def star_number(self) -> float:
        """That of the lift, as an antipode in a star set may take its place: infinite for d > 1."""
        return self.lift.star_number

    def version_space(self) -> AffineVersionSpace:
        return AffineVersionSpace.whole(self.dimension)

    def law(self) -> Cauchy:
        """Return the Cauchy law, uniform on the upper half sphere after the lift."""
        return Cauchy(self.dimension)

    def grid(self, n: int) -> tuple[tuple[Fraction, ...], ...]:
        """Return ``n`` points (t, t^2, ..., t^d) with t in [-2, 2], in general position."""
        size = count(n, "the instances of a grid")
        scale = max(1, size // 4)
        steps = (Fraction(t, scale) for t in range(-(size // 2), size - size // 2))
        return tuple(tuple(t**k for k in range(1, self.dimension + 1)) for t in steps)

    def representatives(self, points: Sequence[Any]) -> tuple[AffineSeparator, ...]:
        """Return a central separator for each labeling of ``points``.

        Raises
        ------
        BudgetError
            If there are too many.

        """
        found = self.lift.representatives([lifted(x, self.dimension) for x in points])
        return tuple(AffineSeparator(h.normal) for h in found)

    def difference(self, h: AffineSeparator, g: AffineSeparator) -> AffineRegion:
        """Return where two separators both give a label and differ: a double wedge."""
        return AffineRegion(apart(h.lift, g.lift))

    def erm(self, sample: Sample[Any]) -> AffineSeparator:
        """Return the central separator without an error, or on a small sample one with the fewest.

        Where no separator agrees with all labels, one of each labeling is tried.
        """
        best = self.lift.erm([(lifted(x, self.dimension), y) for x, y in sample])
        return AffineSeparator(best.normal)

    def combinatorics(self, n: int) -> Combinatorics:
        """Return Cover's count of the labelings of ``n`` points in general position."""
        return self.lift.combinatorics(n)

    def ball_disagreement(self, center: AffineSeparator, radius: Any) -> Enclosure:
        r"""Return :math:`P(\mathrm{DIS}(B(h, r)))` under the Cauchy law, as on the sphere."""
        return self.lift.ball_disagreement(center.lift, radius)

    def disagreement_coefficient(self, target: AffineSeparator, r0: Any) -> Enclosure:
        r"""Return :math:`\theta_h(r_0)` under the Cauchy law, the same around any target."""
        return self.lift.disagreement_coefficient(target.lift, r0)

    def draw_target(self, rng: np.random.Generator) -> AffineSeparator:
        """Draw a normal ``(w, b)`` whose direction is uniform, so that no float is unlabeled."""
        return AffineSeparator(self.lift.draw_target(rng).normal)

    def parse_target(self, text: str) -> AffineSeparator:
        """Read ``w`` and then ``b``, such as ``1,-0.5,0.3`` or ``0,0,1``."""
        try:
            target = AffineSeparator(primitive(map(Fraction, text.split(","))))
        except (ValueError, ZeroDivisionError) as error:
            raise self._misread(text) from error
        if target.dimension != self.dimension:
            raise self._misread(text)
        return target

    def _misread(self, text: str) -> DomainError:
        example = ",".join(["1", *["-0.5"] * (self.dimension - 1), "0.3"])
        return DomainError(
            f"a target separator is w and b, {self.dimension + 1} numbers and not all zero, "
            f"such as {example}, got {text!r}"
        )


def from_argument(text: str | None) -> AffineSeparators:
    """Return the class that the command line calls ``affine:D``, in dimension D."""
    if text is None:
        return EXAMPLES[0]
    if not re.fullmatch("[0-9]+", text, re.ASCII):
        raise DomainError(f"write affine:D with the dimension D, got {text!r}")
    return AffineSeparators(int(text))


EXAMPLES = (AffineSeparators(2), AffineSeparators(1))
