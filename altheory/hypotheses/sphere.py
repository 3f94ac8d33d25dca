r"""Homogeneous linear separators of a space, on its unit sphere.

The class is :math:`\mathcal H = \{h_w : w \in \mathbb R^d, w \ne 0\}` with
:math:`h_w(x) = \operatorname{sign}(w \cdot x)` (:mod:`altheory.hypotheses.half_space`).
Instances and normals change places in :math:`w \cdot x`: one instance cuts the normals by
a hyperplane, and :math:`n` instances in general position leave

.. math:: 2 \sum_{k < d} \binom{n - 1}{k}

cells, one for each labeling (Cover).  Two separators differ on two opposite lunes, so
under the uniform law :math:`P(h_w \ne h_v)` is their angle over :math:`\pi`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import Any, final

import numpy as np

from altheory.errors import BudgetError, DomainError
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses.half_space import SphereSeparator, apart
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.numeric.directions import opposite, primitive
from altheory.numeric.inputs import count, label
from altheory.protocols import Sample
from altheory.spaces.cone import Cone
from altheory.spaces.sphere import SphereRegion, sphere_dimension, sphere_point
from altheory.spaces.sphere_laws import UniformSphere

LABELINGS = 50_000  # listed at most
PRIME = 2**61 - 1  # larger than every mantissa


@final
@dataclass(frozen=True, slots=True)
class SphereSeparators:
    """The class of all half spaces bounded by a hyperplane through the origin.

    Three labels leave a triangle of normals, and what lies between them on the sphere.

    >>> space = SphereSeparators(3).version_space()
    >>> for x in ((1, 0, 0), (0, 1, 0), (0, 0, 1)):
    ...     space = space.restrict(x, 1)
    >>> space.labels((1, 2, 3)), (1, 1, -1) in space.disagreement(), space.member().normal
    (frozenset({1}), True, (1, 1, 1))
    """

    dimension: int

    def __post_init__(self) -> None:
        sphere_dimension(self.dimension)

    @property
    def vc_dimension(self) -> int:
        return self.dimension

    def version_space(self) -> SphereVersionSpace:
        return SphereVersionSpace(self.dimension)

    def law(self) -> UniformSphere:
        return UniformSphere(self.dimension)

    def grid(self, n: int) -> tuple[tuple[Fraction, ...], ...]:
        """Return ``n`` integer vectors (1, t, t^2, ...) with t in [-2, 2], up to a factor.

        Any ``d`` of them are linearly independent: they are in general position.
        """
        size = count(n, "the instances of a grid")
        scale = max(1, size // 4)
        return tuple(
            tuple(Fraction(scale ** (self.dimension - 1 - i) * t**i) for i in range(self.dimension))
            for t in range(-(size // 2), size - size // 2)
        )

    def representatives(self, points: Sequence[Any]) -> tuple[SphereSeparator, ...]:
        """Return a central separator of each cell of those that label all ``points`` alike.

        Raises
        ------
        BudgetError
            If there are more than ``LABELINGS``.

        """
        cells = [Cone.whole(self.dimension)]
        for x in points:
            z = primitive(sphere_point(x, self.dimension))
            halves = [half for cell in cells for half in (cell.above(z), cell.above(opposite(z)))]
            cells = [half for half in halves if half is not None]
            if len(cells) > LABELINGS:
                raise BudgetError(
                    f"these points take more than {LABELINGS} labelings; use fewer points"
                )
        return tuple(SphereSeparator(cell.inner) for cell in cells)

    def difference(self, h: SphereSeparator, g: SphereSeparator) -> SphereRegion:
        """Return where two separators both give a label and differ: two opposite open lunes."""
        return apart(h, g)

    def erm(self, sample: Sample[Any]) -> SphereSeparator:
        """Return a separator with the fewest errors on a small sample, among all labelings."""
        pairs = [(sphere_point(x, self.dimension), label(y)) for x, y in sample]
        rivals = self.representatives(tuple(dict.fromkeys(x for x, _ in pairs)))
        return min(rivals, key=lambda h: sum(h(x) != y for x, y in pairs))

    def combinatorics(self, n: int) -> Combinatorics:
        """Return Cover's count of the labelings of ``n`` instances in general position."""
        size = count(n, "the number of instances", least=0)
        if size == 0:
            return Combinatorics(growth=1)
        return Combinatorics(growth=2 * sum(comb(size - 1, k) for k in range(self.dimension)))

    def draw_target(self, rng: np.random.Generator) -> SphereSeparator:
        r"""Draw a uniform direction, moved by less than :math:`10^{-18}`.

        To the i-th coordinate, a float, :math:`p^{-i}` is added for the prime
        :math:`p = 2^{61} - 1`.  No numerator of a float is a multiple of p, so where
        :math:`x_i \ne 0` is a float, exactly :math:`p^i` divides the denominator of the i-th
        term of :math:`w \cdot x`.  So the sum is not zero, and the target labels every
        instance of a stream.
        """
        gaussian = rng.standard_normal(self.dimension).tolist()
        moved = (Fraction(c) + Fraction(1, PRIME**i) for i, c in enumerate(gaussian, 1))
        return SphereSeparator(primitive(moved))

    def parse_target(self, text: str) -> SphereSeparator:
        """Read a normal such as ``1,0,-0.5`` or ``1,2/3,0``."""
        try:
            target = SphereSeparator(primitive(map(Fraction, text.split(","))))
        except (ValueError, ZeroDivisionError) as error:
            raise self._misread(text) from error
        if target.dimension != self.dimension:
            raise self._misread(text)
        return target

    def _misread(self, text: str) -> DomainError:
        return DomainError(
            f"a target separator is a normal of {self.dimension} numbers, not all zero, such as "
            f"{','.join(['1', '-0.5', *['0'] * (self.dimension - 2)])}, got {text!r}"
        )


def from_argument(text: str | None) -> SphereSeparators:
    """Return the class that the command line calls ``sphere:D``, in dimension D."""
    if text is None:
        return EXAMPLES[0]
    if not re.fullmatch("[0-9]+", text, re.ASCII):
        raise DomainError(f"write sphere:D with the dimension D, got {text!r}")
    return SphereSeparators(int(text))


EXAMPLES = (SphereSeparators(3), SphereSeparators(2))
