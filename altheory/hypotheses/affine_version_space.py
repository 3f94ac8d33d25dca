r"""Affine linear separators, and those that agree with labels, by the lift to the sphere.

.. math:: h_{w,b}(x) = \operatorname{sign}(w \cdot x + b), \qquad (w, b) \ne 0,

is the homogeneous separator with the normal :math:`(w, b)` at the lifted point
:math:`(x, 1)`, and gives no label on its hyperplane.  So everything asked of a version space
is asked of the sphere's (:mod:`altheory.hypotheses.sphere_version_space`) at lifted points.

Two normals have no hyperplane: :math:`w = 0` leaves the *constant* classifiers
:math:`\pm 1`, which the class holds as limits of separators far away.  So labels that are
all positive leave + possible everywhere, and SB is their convex hull, a bounded set.

With labels of both signs, let P and N be the convex hulls of the positive and of the
negative instances.  Of :math:`(x, 1) = \sum_i \lambda_i y_i (x_i, 1)` the last coordinate
says that the positive weights exceed the negative ones by 1, so

.. math:: \mathrm{SB} = \{p + t (p - q) : p \in P, q \in N, t \ge 0\}, \qquad
          \mathbb R^d \setminus \mathrm{GB} = \{q + t (q - p) : p \in P, q \in N, t \ge 0\}:

the *shadow* of P in the light of N, and that of N in the light of P.  What lies in neither
is the disagreement region.  In the plane it is bounded by the two inner common tangents of P
and N and by the sides that these turn to each other: a double wedge, no strip.
"""

from dataclasses import dataclass
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses.half_space import SphereSeparator
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.numeric.directions import Direction, dot, opposite, primitive, sign
from altheory.numeric.inputs import labeled, listed
from altheory.numeric.seeds import Rng
from altheory.numeric.signs import dot_signs
from altheory.protocols import Label, Labels
from altheory.spaces.affine import AffineRegion, affine_dimension, lifted, lifted_rows
from altheory.spaces.sphere import Vector


@final
@dataclass(frozen=True, slots=True)
class AffineSeparator:
    """The classifier that says +1 where ``w . x + b > 0``.

    >>> h = AffineSeparator((1, 0, -0.5))  # x > 1/2
    >>> h.normal, h((0.75, 3)), h.predict([[0.25, 0.0], [1e300, -1e300]]).tolist()
    ((2, 0, -1), 1, [-1, 1])
    >>> str(AffineSeparator((0, 0, 1))), AffineSeparator((0, 0, 1))((7, -7))  # a constant
    ('0,0,1', 1)
    """

    normal: Direction

    def __post_init__(self) -> None:
        object.__setattr__(self, "normal", SphereSeparator(self.normal).normal)

    @property
    def dimension(self) -> int:
        return len(self.normal) - 1

    @property
    def lift(self) -> SphereSeparator:
        """The homogeneous separator of lifted points."""
        return SphereSeparator(self.normal)

    @property
    def positive(self) -> AffineRegion:
        """The open half space that is labeled +1."""
        return AffineRegion.open_half(self.normal)

    @property
    def negative(self) -> AffineRegion:
        """The open half space that is labeled -1."""
        return AffineRegion.open_half(opposite(self.normal))

    def __call__(self, x: Any) -> Label:
        found = sign(dot(self.normal, primitive(lifted(x, self.dimension))))
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
        rows = lifted_rows(xs, self.dimension)
        labels: Labels = dot_signs(rows, [self.normal]).values[:, 0]
        if not labels.all():
            raise self._undefined(rows[np.argmin(np.abs(labels)), :-1].tolist())
        return labels

    def _undefined(self, x: Any) -> DomainError:
        return DomainError(
            f"the separator {self!s:.60} labels its two open half spaces, "
            f"but {x!s:.120} lies on its hyperplane"
        )

    def __str__(self) -> str:
        return ",".join(map(str, self.normal))


@final
@dataclass(frozen=True, slots=True)
class AffineVersionSpace:
    """The affine separators that agree with every label so far.

    Attributes
    ----------
    lift
        The homogeneous separators that agree with them at lifted points.

    Raises
    ------
    DomainError
        If a label that binds the lift is at no lifted point.

    """

    lift: SphereVersionSpace

    def __post_init__(self) -> None:
        below = [x for x, _ in self.lift.sample if x[-1] != 1]
        if below:
            raise DomainError(
                f"labels of affine separators are at lifted points (x, 1), got {_shown(below[0])}; "
                "start from AffineVersionSpace.whole(d) and restrict"
            )

    @classmethod
    def whole(cls, dimension: int) -> "AffineVersionSpace":
        """Return all affine separators, the constant ones included."""
        return cls(SphereVersionSpace(affine_dimension(dimension) + 1))

    def __str__(self) -> str:
        return f"affine separators in R^{self.dimension}, their lift: {self.lift}"

    @property
    def dimension(self) -> int:
        return self.lift.dimension - 1

    @property
    def sample(self) -> tuple[tuple[Vector, Label], ...]:
        """The labels that bind, or the irreducible ones that contradict each other."""
        return tuple((x[:-1], y) for x, y in self.lift.sample)

    @property
    def is_empty(self) -> bool:
        return self.lift.is_empty

    @property
    def contradiction(self) -> tuple[tuple[Vector, Label], ...]:
        """An irreducible set of at most d + 2 labels that no separator satisfies, if empty."""
        return self.sample if self.is_empty else ()

    def restrict(self, x: Any, y: Any) -> "AffineVersionSpace":
        """Keep the separators that label ``x`` with ``y``."""
        return AffineVersionSpace(self.lift.restrict(lifted(x, self.dimension), y))

    def restrict_all(self, xs: Any, ys: Any) -> "AffineVersionSpace":
        """Keep the separators that agree with a labeled sample, of which few labels bind."""
        if isinstance(xs, np.ndarray):
            return AffineVersionSpace(self.lift.restrict_all(lifted_rows(xs, self.dimension), ys))
        pairs = labeled(listed(xs), ys)
        raised = [lifted(x, self.dimension) for x, _ in pairs]
        return AffineVersionSpace(self.lift.restrict_all(raised, [y for _, y in pairs]))

    def labels(self, x: Any) -> frozenset[Label]:
        """Return the labels that some remaining separator gives to ``x``."""
        return self.lift.labels(lifted(x, self.dimension))

    def specific(self) -> AffineRegion:
        """Return SB, the shadow of the positive labels (everything if V is empty)."""
        return AffineRegion(self.lift.specific())

    def general(self) -> AffineRegion:
        """Return GB, the complement of the shadow of the negative labels."""
        return AffineRegion(self.lift.general())

    def disagreement(self) -> AffineRegion:
        """Return DIS = GB minus SB: what lies in neither shadow."""
        return AffineRegion(self.lift.disagreement())

    def specific_hypothesis(self) -> AffineSeparator | None:
        """Return None: SB is closed and positive half spaces are open."""
        return None

    def general_hypothesis(self) -> AffineSeparator | None:
        """Return None: version spaces are open, so GB is attained by no member."""
        return None

    def member(self) -> AffineSeparator:
        """Return a central separator: the mean of the extreme rays of unit length."""
        return AffineSeparator(self.lift.member().normal)

    def draw(self, rng: Rng) -> AffineSeparator:
        """Return a Gibbs draw: the direction of ``(w, b)`` is uniform over those that remain.

        That is the prior of :meth:`AffineSeparators.draw_target`, the uniform law on the
        sphere of normals in dimension d + 1; w and b have no uniform law of their own.
        """
        return AffineSeparator(self.lift.draw(rng).normal)

    def certificate(self, x: Any) -> dict[str, Any]:
        """Return the proof of ``labels(x)``: the sphere's, about lifted points."""
        return self.lift.certificate(lifted(x, self.dimension))


def _shown(x: Vector) -> str:
    return f"({', '.join(map(str, x))})"
