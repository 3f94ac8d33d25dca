r"""Homogeneous linear separators: half spaces whose boundary passes through the origin.

.. math:: h_w(x) = \operatorname{sign}(w \cdot x), \qquad w \ne 0,

with no label on the hyperplane :math:`w \cdot x = 0`.  The relation is symmetric: :math:`h_w`
says :math:`y` at :math:`x` iff :math:`w \cdot z > 0` for the *signed example* :math:`z = y x`.
Only the direction of :math:`w` matters, so it is kept as a primitive integer vector.
"""

from dataclasses import dataclass
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.directions import Direction, dot, opposite, primitive, sign
from altheory.numeric.inputs import listed
from altheory.numeric.signs import dot_signs
from altheory.protocols import Label, Labels
from altheory.spaces.sphere import SphereRegion, sphere_dimension, sphere_point, sphere_points


def signed(x: tuple[Any, ...], y: Label) -> Direction:
    """Return the direction of the signed example ``y x``."""
    return primitive(x) if y == 1 else opposite(primitive(x))


@final
@dataclass(frozen=True, slots=True)
class SphereSeparator:
    """The classifier that says +1 on the open half space around ``normal``.

    >>> h = SphereSeparator((0.5, -0.25, 0))
    >>> h.normal, h((1, 1, 7)), h.predict([[1.0, 3.0, 0.0], [0.0, -1e-300, 1e300]]).tolist()
    ((2, -1, 0), 1, [-1, 1])
    """

    normal: Direction

    def __post_init__(self) -> None:
        given = listed(self.normal, "the coordinates of a normal")
        d = sphere_dimension(len(given))
        if all(c == 0 for c in given):
            raise DomainError(
                f"the zero vector is no normal of a separator, got {d} zeros; "
                "pass one with another coordinate"
            )
        object.__setattr__(self, "normal", primitive(sphere_point(given, d)))

    @property
    def dimension(self) -> int:
        return len(self.normal)

    @property
    def positive(self) -> SphereRegion:
        """The open half sphere that is labeled +1."""
        return SphereRegion.open_half(self.normal)

    @property
    def negative(self) -> SphereRegion:
        """The open half sphere that is labeled -1."""
        return SphereRegion.open_half(opposite(self.normal))

    def __call__(self, x: Any) -> Label:
        found = sign(dot(self.normal, primitive(sphere_point(x, self.dimension))))
        if found == 0:
            raise self._undefined(x)
        return 1 if found == 1 else -1

    def predict(self, xs: Any) -> Labels:
        """Label a batch: ``float64[n, d] -> int8[n]``, exactly.

        Raises
        ------
        DomainError
            If an instance lies on the hyperplane, where a separator gives no label.

        """
        rows = sphere_points(xs, self.dimension)
        labels: Labels = dot_signs(rows, [self.normal]).values[:, 0]
        if not labels.all():
            raise self._undefined(rows[np.argmin(np.abs(labels))].tolist())
        return labels

    def _undefined(self, x: Any) -> DomainError:
        return DomainError(
            f"the separator {self!s:.60} labels its two open half spaces, "
            f"but {x!s:.120} lies on its hyperplane"
        )

    def __str__(self) -> str:
        return ",".join(map(str, self.normal))


def apart(h: SphereSeparator, g: SphereSeparator) -> SphereRegion:
    """Return where two separators both give a label and differ: two opposite open lunes."""
    one = SphereRegion.cone(h.dimension, [h.normal, g.normal])
    return ~(one | SphereRegion.cone(h.dimension, map(opposite, (h.normal, g.normal))))
