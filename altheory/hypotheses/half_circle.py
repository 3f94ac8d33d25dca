r"""Half circles: the homogeneous separators of the plane.

An instance :math:`x` and a direction :math:`u` are turns in [0, 1), and

.. math:: h_u(x) = \begin{cases} +1 & x \in (u - \tfrac14, u + \tfrac14), \\
                                -1 & x \in (u + \tfrac14, u + \tfrac34), \end{cases}

with no label at the two boundary points :math:`u \pm 1/4`.  The relation is symmetric:
:math:`h_u` says :math:`y` at :math:`x` iff :math:`u` lies in the open half circle around
the *signed example*, which is :math:`x` for +1 and :math:`x + 1/2` for -1.  All numbers
are rational; no angle is measured in radians and no cosine is taken.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.rational import readable
from altheory.protocols import Label, Labels
from altheory.spaces.circle import ArcUnion, turn, turns

QUARTER, HALF = Fraction(1, 4), Fraction(1, 2)


def half_circle(center: Fraction) -> ArcUnion:
    """Return the open half circle around ``center``."""
    return ArcUnion.open(center - QUARTER, center + QUARTER)


def agreeing(x: Fraction, y: Label) -> ArcUnion:
    """Return the directions that label ``x`` with ``y``."""
    return half_circle(x if y == 1 else x + HALF)


@final
@dataclass(frozen=True, slots=True)
class CircleSeparator:
    """The classifier that says +1 on the open half circle around ``direction``.

    >>> h = CircleSeparator(0.5)
    >>> h(0.5), h(0.0), h.predict([0.3, 0.8]).tolist()
    (1, -1, [1, -1])
    """

    direction: Fraction

    def __post_init__(self) -> None:
        object.__setattr__(self, "direction", turn(self.direction, "a direction"))

    @property
    def positive(self) -> ArcUnion:
        """The open half circle that is labeled +1."""
        return half_circle(self.direction)

    @property
    def negative(self) -> ArcUnion:
        """The open half circle that is labeled -1."""
        return half_circle(self.direction + HALF)

    def __call__(self, x: Any) -> Label:
        place = turn(x)
        if place in self.positive:
            return 1
        if place in self.negative:
            return -1
        raise self._undefined(x)

    def predict(self, xs: Any) -> Labels:
        """Label a batch: ``float64[n] -> int8[n]``, exactly.

        Raises
        ------
        DomainError
            If an instance lies on the boundary, where a separator gives no label.

        """
        batch = turns(xs)
        positive, negative = self.positive.contains(batch), self.negative.contains(batch)
        unlabeled = batch[~(positive | negative)]
        if unlabeled.size:
            raise self._undefined(unlabeled[0])
        return np.where(positive, 1, -1).astype(np.int8)

    def _undefined(self, x: Any) -> DomainError:
        return DomainError(
            f"the separator {readable(self.direction)} labels its two open half circles, "
            f"but {x} lies on its boundary"
        )


def apart(u: Fraction, v: Fraction) -> ArcUnion:
    """Return where the separators ``u`` and ``v`` both give a label and differ: two open arcs."""
    one, other = half_circle(u), half_circle(v)
    return (one & other.turned(HALF)) | (one.turned(HALF) & other)
