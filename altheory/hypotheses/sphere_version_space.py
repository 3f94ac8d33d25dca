r"""The separators that agree with labels, as an open polyhedral cone.

With signed examples :math:`z_i = y_i x_i` the version space is
:math:`V = \{w : w \cdot z_i > 0 \text{ for all } i\}`, the interior of a closed cone of
which the facets are known, and the extreme rays where they are few
(:mod:`altheory.spaces.cones`).  Then

.. math:: \mathrm{SB} = \{x \ne 0 : x = \textstyle\sum_i \lambda_i z_i,\; \lambda \ge 0\}, \qquad
          \mathrm{GB} = \{x \ne 0\} \setminus (-\mathrm{SB}), \qquad
          \mathrm{DIS} = \mathrm{GB} \setminus \mathrm{SB},

while :math:`V` is not empty: by Farkas, no member says -1 at :math:`x` iff :math:`x` is in
the cone of the signed examples, and then every member says +1, for a member has no
instance of that cone on its hyperplane.  So :math:`x` is in SB iff
:math:`x \cdot r \ge 0` for all extreme rays :math:`r` and 0 for all lines within the
closure of :math:`V`.  Beyond dimension 8, or a few thousand rays, a ladder decides: two
members that disagree, least squares with a proof, least squares in integers
(:mod:`altheory.spaces.facet_cone`).  :math:`V` is empty iff :math:`0 = \sum_i \lambda_i z_i` with
:math:`\lambda \ge 0` not all zero (Gordan).  If the :math:`z_i` with :math:`\lambda_i > 0` but
one are linearly independent, any proper part of them is satisfiable: an irreducible
contradiction, of at most :math:`d + 1` labels.

No label needs special care.  The same direction twice teaches nothing the second time;
antipodes with the same label empty the space; an instance on a facet of SB is in SB, and
one exactly on the far side in GB's complement; labels that do not span space, fewer than
:math:`d` of them or all on one great circle, leave lines within the closure of :math:`V`
and only their own span in SB.

SB is a closed pointed cone and GB the complement of one: neither is a half space, and no
half space contains another.  So the class has no boundary *hypotheses*, whatever the
labels, only the two envelopes.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from typing import Any, TypeAlias, final

import numpy as np

from altheory.certificate import (
    empty_version_space,
    forced_label,
    two_witnesses,
    within_limits,
)
from altheory.errors import EmptyVersionSpaceError
from altheory.hypotheses.half_space import SphereSeparator, signed
from altheory.numeric.directions import Direction, opposite, primitive
from altheory.numeric.inputs import label, labeled, listed
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats, Label
from altheory.spaces.cone import Cone
from altheory.spaces.cone_laws import uniform
from altheory.spaces.cones import ClosedConvexCone, above, closed_cone, witness
from altheory.spaces.sphere import (
    SphereRegion,
    Vector,
    sphere_dimension,
    sphere_point,
    sphere_points,
)

Labeled: TypeAlias = tuple[tuple[Vector, Label], ...]

BOTH: tuple[Label, Label] = (-1, 1)


@final
@dataclass(frozen=True, slots=True, eq=False)
class SphereVersionSpace:
    """The separators that agree with every label so far.

    Only the labels that bind are kept, one for each facet, or irreducible ones that
    contradict each other.  Of labels with the same signed example, up to its length, the
    first binds.  Equal version spaces are equal sets of separators, whatever labels bind.

    Attributes
    ----------
    dimension
        Of the space of normals.
    sample
        The labels that bind, in increasing order.
    cone
        The closure of the version space, None if it is empty; found if not given.

    Examples
    --------
    >>> labels = (((2, 0), 1), ((1, 0), 1), ((1, 1), 1), ((0, -3), -1))
    >>> space = SphereVersionSpace(2, labels)  # x + y > 0 follows from x > 0 and y > 0
    >>> print(*((*map(str, x), y) for x, y in space.sample))
    ('0', '-3', -1) ('1', '0', 1)
    >>> space == SphereVersionSpace(2).restrict((0, 1), 1).restrict((-5, 0), -1)
    True

    """

    dimension: int
    sample: Labeled = ()
    cone: ClosedConvexCone | None = field(default=None, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.cone is None:
            d = sphere_dimension(self.dimension)
            binding, cone = _bound(d, [(sphere_point(x, d), label(y)) for x, y in self.sample])
            object.__setattr__(self, "sample", binding)
            object.__setattr__(self, "cone", cone)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, SphereVersionSpace) or other.dimension != self.dimension:
            return NotImplemented
        return self._facets == other._facets

    def __hash__(self) -> int:
        return hash((self.dimension, self._facets))

    @property
    def _facets(self) -> frozenset[Direction] | None:
        """The inner normals of the facets, which say what the set is; None if it is empty."""
        return None if self.cone is None else frozenset(self.cone.normals)

    def __str__(self) -> str:
        known = f"{len(self.sample)} {'label binds' if len(self.sample) == 1 else 'labels bind'}"
        if self.cone is None:
            return f"no separator in dimension {self.dimension}: {known}"
        shape = f"a cone of {len(self.cone.normals)} facets"
        if isinstance(self.cone, Cone):
            shape += f" and {len(self.cone.rays)} extreme rays"
        return f"separators in dimension {self.dimension}: {known}, {shape}"

    @property
    def is_empty(self) -> bool:
        return self.cone is None

    @property
    def contradiction(self) -> Labeled:
        """An irreducible set of labels that no separator satisfies, if empty."""
        return self.sample if self.is_empty else ()

    def restrict(self, x: Any, y: Any) -> "SphereVersionSpace":
        """Keep the separators that label ``x`` with ``y``."""
        x, y = sphere_point(x, self.dimension), label(y)
        if self.cone is None:
            return self
        kept = above(self.cone, signed(x, y))
        if kept is self.cone:  # nothing to learn
            return self
        binding = _binding(self.cone, kept, self.sample, (x, y))
        return SphereVersionSpace(self.dimension, binding, kept)

    def restrict_all(self, xs: Any, ys: Any) -> "SphereVersionSpace":
        """Keep the separators that agree with a labeled sample, of which few labels bind."""
        if isinstance(xs, np.ndarray):
            return self._restrict_batch(sphere_points(xs, self.dimension), ys)
        return reduce(lambda space, pair: space.restrict(*pair), labeled(listed(xs), ys), self)

    def _restrict_batch(self, xs: Floats, ys: Any) -> "SphereVersionSpace":
        """Pass over the labels that are sure by now all at once, and learn from the next."""
        space, positive = self, np.array([y == 1 for _, y in labeled(xs, ys)], dtype=np.bool_)
        while len(xs) and space.cone is not None:
            unsure = space.cone.batch_sides(xs).values != np.where(positive, 1, -1)
            xs, positive = xs[unsure], positive[unsure]
            if len(xs):
                space = space.restrict(xs[0].tolist(), 1 if positive[0] else -1)
        return space

    def labels(self, x: Any) -> frozenset[Label]:
        """Return the labels that some remaining separator gives to ``x``."""
        direction = primitive(sphere_point(x, self.dimension))
        sides = frozenset[int]() if self.cone is None else self.cone.sides(direction)
        return frozenset(y for y in BOTH if y in sides)

    def specific(self) -> SphereRegion:
        """Return SB, the cone of the signed examples without 0 (everything if V is empty)."""
        if self.cone is None:
            return ~SphereRegion.nothing(self.dimension)
        return _combinations(self.cone)

    def general(self) -> SphereRegion:
        """Return GB, the complement of the cone opposite to SB."""
        if self.cone is None:
            return SphereRegion.nothing(self.dimension)
        return ~_combinations(self.cone).antipodes

    def disagreement(self) -> SphereRegion:
        """Return DIS = GB minus SB: what lies in neither of two opposite cones."""
        if self.cone is None:
            return SphereRegion.nothing(self.dimension)
        specific = _combinations(self.cone)
        return ~(specific | specific.antipodes)

    def specific_hypothesis(self) -> SphereSeparator | None:
        """Return None: SB is closed and positive half spaces are open."""
        return None

    def general_hypothesis(self) -> SphereSeparator | None:
        """Return None: version spaces are open, and two half spaces are not nested."""
        return None

    def member(self) -> SphereSeparator:
        """Return a central separator.

        It is the mean of the extreme rays of unit length, or of a point on each facet.
        """
        return SphereSeparator(self.closure().inner)

    def draw(self, rng: Rng) -> SphereSeparator:
        """Return a Gibbs draw: a remaining separator, uniform on the sphere of normals.

        Exact in dimension 2 and 3.  From dimension 4 on it is approximately uniform, the end
        of a Markov chain of 20 d^2 steps (:mod:`altheory.spaces.hit_and_run`) of which nothing
        proves that they are enough.
        """
        return SphereSeparator(uniform(self.closure(), generator(rng)))

    def closure(self) -> ClosedConvexCone:
        """Return the closure of the version space, or refuse an empty one."""
        if self.cone is None:
            raise EmptyVersionSpaceError("no separator agrees with every label")
        return self.cone

    def certificate(self, x: Any) -> dict[str, Any]:
        r"""Return the proof of ``labels(x)``.

        Both labels have two witnesses, as normals.  A forced label has multipliers
        :math:`\lambda \ge 0` with :math:`y x = \sum_i \lambda_i y_i x_i`, an empty version
        space those of :math:`0 = \sum_i \lambda_i y_i x_i`, one for each label, and of a
        forced label there is a witness, a normal that agrees with all labels.

        Raises
        ------
        CertificateError
            If the checker would not read so large a proof, as of a forced label among
            hundreds of floats that are far from each other in size.

        """
        x, answer = sphere_point(x, self.dimension), self.labels(x)
        problem = {"class": "sphere", "dimension": self.dimension}
        if self.cone is None:
            shares = _contradictory(self.sample, self.dimension)
            return within_limits(empty_version_space(problem, self.sample, multipliers=shares))
        pair = {y: witness(self.cone, signed(x, y)) for y in answer}
        if len(answer) == 2:
            return within_limits(two_witnesses(problem, self.sample, x, [pair[y] for y in BOTH]))
        (y,) = answer
        shares = _factors(self.cone, self.sample, x, y)
        return within_limits(
            forced_label(problem, self.sample, x, y, multipliers=shares, witness=pair[y])
        )


def _bound(
    dimension: int, sample: list[tuple[Vector, Label]]
) -> tuple[Labeled, ClosedConvexCone | None]:
    """Return the labels of a sample that bind, in whatever order it came, and what they leave."""
    binding: Labeled = ()
    cone = closed_cone(dimension, ())
    for pair in sorted(sample):
        if cone is None:
            break
        kept = above(cone, signed(*pair))
        if kept is not cone:
            binding, cone = _binding(cone, kept, binding, pair), kept
    return binding, cone


def _binding(
    cone: ClosedConvexCone,
    kept: ClosedConvexCone | None,
    sample: Labeled,
    pair: tuple[Vector, Label],
) -> Labeled:
    """Return the labels that bind after one more, which contradict each other if none are left."""
    given = {signed(*each): each for each in sample}
    if kept is not None:
        return tuple(sorted(given.get(n, pair) for n in kept.normals))
    against = cone.combination(opposite(signed(*pair))) or {}
    return tuple(sorted([*(given[cone.normals[i]] for i in against), pair]))


def _combinations(cone: ClosedConvexCone) -> SphereRegion:
    """Return the nonnegative combinations of the normals of a cone, without 0."""
    if isinstance(cone, Cone):
        return SphereRegion.cone(cone.dimension, cone.rays, cone.lines)
    return SphereRegion.combinations(cone)


def _factors(cone: ClosedConvexCone, sample: Labeled, x: Vector, y: Label) -> list[Fraction]:
    """Return how much of each signed example makes the signed instance, if any does."""
    lengths = {signed(*pair): _length(pair[0]) for pair in sample}
    found = cone.combination(signed(x, y)) or {}
    shares = {cone.normals[i]: share for i, share in found.items()}
    scaled = (shares.get(signed(*pair), Fraction(0)) / lengths[signed(*pair)] for pair in sample)
    return [share * _length(x) for share in scaled]


def _length(x: Vector) -> Fraction:
    """Return by what factor a vector exceeds its primitive direction."""
    return next(a / b for a, b in zip(x, primitive(x), strict=True) if b)


def _contradictory(sample: Labeled, dimension: int) -> list[Fraction]:
    """Return how much of each signed example sums up to nothing, in few digits."""
    *others, (x, y) = sample
    rest = SphereVersionSpace(dimension, tuple(others)).closure()
    opposed: Label = -1 if y == 1 else 1
    shares = [*_factors(rest, tuple(others), x, opposed), Fraction(1)]
    return min(shares, [*map(Fraction, primitive(shares))], key=_longest)


def _longest(shares: list[Fraction]) -> int:
    return max(a.bit_length() + b.bit_length() for a, b in map(Fraction.as_integer_ratio, shares))
