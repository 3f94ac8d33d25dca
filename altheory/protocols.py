"""The vocabulary: what regions, laws, version spaces, classes and learners can do.

Interfaces only.  A label is -1 or +1; an instance is an exact rational on the
line, an index on a finite domain.  ``R`` is the region type of a domain, ``X``
its instances, ``H`` the hypotheses of a class and ``S`` the state of a learner.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import Any, Literal, Protocol, Self, TypeAlias, TypeVar, runtime_checkable

import numpy as np
from numpy.typing import NDArray

from altheory.numeric.enclosure import Enclosure

Label: TypeAlias = Literal[-1, 1]
Real: TypeAlias = int | float | Fraction
Floats: TypeAlias = NDArray[np.float64]
Bools: TypeAlias = NDArray[np.bool_]
Labels: TypeAlias = NDArray[np.int8]

X = TypeVar("X")
X_co = TypeVar("X_co", covariant=True)
X_contra = TypeVar("X_contra", contravariant=True)
H = TypeVar("H")
H_co = TypeVar("H_co", covariant=True)
R = TypeVar("R")
R_co = TypeVar("R_co", covariant=True)
R_contra = TypeVar("R_contra", contravariant=True)
S = TypeVar("S")

V_co = TypeVar("V_co", covariant=True)

Oracle: TypeAlias = Callable[[X], Label]
Sample: TypeAlias = Sequence[tuple[X, Label]]


class Region(Protocol[X_contra]):
    """A measurable set of instances, closed under ``&``, ``|``, ``-`` and ``~``."""

    def __contains__(self, x: X_contra, /) -> bool:
        """Decide membership exactly."""
        ...

    def contains(self, xs: Any, /) -> Bools:
        """Decide a batch; agrees with ``in`` element by element."""
        ...

    @property
    def is_empty(self) -> bool: ...
    def __and__(self, other: Self, /) -> Self: ...
    def __or__(self, other: Self, /) -> Self: ...
    def __sub__(self, other: Self, /) -> Self: ...
    def __invert__(self) -> Self: ...


class Hypothesis(Protocol[X_contra, R_co]):
    """A classifier, as the set of instances that it labels +1."""

    def __call__(self, x: X_contra, /) -> Label:
        """Label one instance exactly."""
        ...

    def predict(self, xs: Any, /) -> Labels:
        """Label a batch; agrees with a call element by element."""
        ...

    @property
    def positive(self) -> R_co:
        """The region labeled +1."""
        ...


class Distribution(Protocol[X_co, R_contra]):
    """A probability law on the instances of one domain."""

    def mass(self, region: R_contra, /) -> Fraction | Enclosure:
        """Return the probability of ``region``, exactly or enclosed."""
        ...

    def sample(self, rng: np.random.Generator, n: int, /) -> NDArray[Any]:
        """Draw ``n`` independent instances as a batch."""
        ...

    def draw(self, region: R_contra, rng: np.random.Generator, /) -> X_co:
        """Draw one exact instance conditioned on ``region``."""
        ...


class Envelope(Protocol[X_co]):
    """A region around another one: of known mass, and easy to draw from."""

    @property
    def mass(self) -> Fraction | Enclosure:
        """Its probability, above 0 and enclosed to the digits of a float at least."""
        ...

    def draw(self, rng: np.random.Generator, /) -> X_co:
        """Draw one exact instance of it."""
        ...


@runtime_checkable
class Enveloping(Protocol[X_co, R_contra]):
    """A law that knows regions of which the mass is hard by what is around them."""

    def envelope(self, region: R_contra, /) -> Envelope[X_co] | None:
        """Return an envelope of ``region``, None where ``mass`` and ``draw`` do without."""
        ...


class LabelLaw(Protocol[X, R]):
    """How labels depend on instances: the law of y given x.

    A label law is no source of chance; ``oracle`` makes one of it.
    """

    @property
    def bayes(self) -> R:
        """The region of P(y = +1 | x) >= 1/2, labeled +1 by a Bayes classifier."""
        ...

    @property
    def turns(self) -> tuple[X, ...]:
        """The instances at which P(y = +1 | x) may cross 1/2, on a continuum."""
        ...

    @property
    def is_step(self) -> bool:
        """Whether P(y = +1 | x) is constant between ``turns``."""
        ...

    def probability(self, x: X, /) -> Fraction | Enclosure:
        """Return P(y = +1 | x)."""
        ...

    def compare(self, x: X, u: Fraction, /) -> int:
        """Return the sign of P(y = +1 | x) - u, exactly."""
        ...

    def error(self, positive: R, law: Any, /) -> Fraction | Enclosure:
        """Return P(y != h(x)) of the classifier h that says +1 on ``positive``."""
        ...

    def oracle(self, rng: np.random.Generator, /) -> Oracle[X]:
        """Return the oracle that draws a fresh label for every question."""
        ...


class VersionSpace(Protocol[X, H_co, R_co]):
    """The hypotheses that agree with every label so far; immutable.

    Being empty is a value: ``contradiction`` then names an irreducible set of
    labels that no hypothesis satisfies together.
    """

    @property
    def is_empty(self) -> bool: ...
    @property
    def contradiction(self) -> tuple[tuple[X, Label], ...]: ...
    def restrict(self, x: X, y: Label, /) -> Self: ...
    def restrict_all(self, xs: Any, ys: Any, /) -> Self: ...
    def labels(self, x: X, /) -> frozenset[Label]:
        """Return the labels that some member gives to ``x``."""
        ...

    def specific(self) -> R_co:
        """Return SB, where every member says +1 (everything if there is none)."""
        ...

    def general(self) -> R_co:
        """Return GB, where some member says +1."""
        ...

    def disagreement(self) -> R_co:
        """Return DIS = GB minus SB, where two members differ."""
        ...

    def specific_hypothesis(self) -> H_co | None:
        """Return the member whose positive set is SB, None if SB is not attained."""
        ...

    def general_hypothesis(self) -> H_co | None:
        """Return the member whose positive set is GB, None if GB is not attained."""
        ...

    def member(self) -> H_co:
        """Return one member, the most central where that has a meaning."""
        ...

    def certificate(self, x: X, /) -> dict[str, Any]:
        """Return the proof of what ``labels(x)`` answers, for the checker."""
        ...


@runtime_checkable
class Splittable(Protocol[X_co]):
    """A version space that knows the instance which splits it most evenly."""

    def bisector(self) -> X_co | None:
        """Return that instance, or None if no instance splits it."""
        ...


@runtime_checkable
class Drawable(Protocol[H_co]):
    """A version space of which a member can be drawn at random."""

    def draw(self, rng: np.random.Generator, /) -> H_co:
        """Return a Gibbs draw: a member, uniform over the version space."""
        ...


class ErrorCounts(Protocol[V_co]):
    """How many errors each member of a version space makes on one sample."""

    @property
    def minimum(self) -> int:
        """The fewest errors of a member."""
        ...

    def at_most(self, errors: int, /) -> V_co:
        """Return the version space of the members with at most so many errors."""
        ...


@runtime_checkable
class Counting(Protocol):
    """A version space that can count the errors of all its members at once.

    No member is removed for a single error, so this is what a learner under
    noise works with: survivors are version spaces too, with disagreement regions.
    """

    def counts(self, sample: Sample[Any], /) -> ErrorCounts[Any]:
        """Return the error counts of the members on ``sample``."""
        ...


@runtime_checkable
class HasVertices(Protocol):
    """A class of which finitely many hypotheses are candidates for the least error."""

    @property
    def vertices_need_steps(self) -> bool:
        """Whether ``vertices`` asks P(y = +1 | x) to be constant between ``points``.

        If not, it is enough that it does not cross 1/2 there.
        """
        ...

    def vertices(self, points: Sequence[Any], /) -> tuple[Any, ...]:
        """Return hypotheses of which one has the least error under the uniform law."""
        ...


class HypothesisClass(Protocol[X, H, R]):
    """A set of classifiers on one domain, with the law it is usually studied under."""

    @property
    def vc_dimension(self) -> int: ...
    def version_space(self) -> VersionSpace[X, H, R]: ...
    def law(self) -> Distribution[X, R]:
        """Return the uniform law of the domain."""
        ...

    def grid(self, n: int, /) -> tuple[X, ...]:
        """Return about ``n`` instances that probe the class, end points included."""
        ...

    def representatives(self, points: Sequence[X], /) -> tuple[H, ...]:
        """Return one hypothesis for each labeling of ``points`` in the class."""
        ...

    def difference(self, h: H, g: H, /) -> R:
        """Return the region on which two hypotheses differ."""
        ...

    def erm(self, sample: Sample[X], /) -> H:
        """Return a hypothesis with the fewest errors on ``sample``."""
        ...

    def draw_target(self, rng: np.random.Generator, /) -> H:
        """Draw a target from the uniform prior."""
        ...

    def parse_target(self, text: str, /) -> H:
        """Read a hypothesis as the command line writes it."""
        ...


class Learner(Protocol[X, S, H_co]):
    """A stream learner: a pure step function and what it believes."""

    def init(self) -> S: ...
    def step(self, state: S, x: X, ask: Oracle[X], /) -> S: ...
    def hypothesis(self, state: S, /) -> H_co: ...
