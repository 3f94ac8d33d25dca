"""Every hypothesis class on a handful of points, to be gone through one by one.

There are 2^(2^n) - 1 nonempty classes on n points: 3, 15 and 255 for n = 1, 2, 3.
A statement about finite classes that holds for all 273 of them, for every target,
every order of the points and every version space, leaves little room for doubt
and none within its range.
"""

from collections.abc import Iterable, Iterator, Sequence
from functools import cache, reduce

import numpy as np

from altheory.complexity.star import StarSet
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis, FiniteVersionSpace
from altheory.spaces.finite import FiniteRegion

MOST_POINTS = 3


@cache
def classes_on(n_points: int) -> tuple[FiniteClass, ...]:
    """Return every nonempty class on exactly ``n_points`` points.

    >>> [len(classes_on(n)) for n in (1, 2, 3)]
    [3, 15, 255]
    """
    n_masks = 1 << n_points
    return tuple(
        FiniteClass(n_points, [mask for mask in range(n_masks) if chosen >> mask & 1])
        for chosen in range(1, 1 << n_masks)
    )


def small_classes() -> Iterator[FiniteClass]:
    """Go through every nonempty class on at most three points."""
    return (c for n in range(1, MOST_POINTS + 1) for c in classes_on(n))


def few_classes() -> tuple[FiniteClass, ...]:
    """Return every nonempty class on one or two points, and on three a star and the cube.

    >>> len(few_classes())
    20
    """
    return (*classes_on(1), *classes_on(2), star(3), FiniteClass(3, range(8)))


def hypotheses(of: FiniteClass) -> tuple[FiniteHypothesis, ...]:
    """Return the members of a class as classifiers."""
    return tuple(FiniteHypothesis(FiniteRegion(of.n_points, mask)) for mask in of.hypotheses)


def rows(n_points: int, masks: Iterable[int]) -> str:
    """Return hypotheses as text.

    >>> rows(2, [0, 3])
    '-- ++'
    """
    return " ".join(str(FiniteHypothesis(FiniteRegion(n_points, mask))) for mask in masks)


@cache
def version_spaces(of: FiniteClass) -> tuple[FiniteVersionSpace, ...]:
    """Return every nonempty version space that some labels leave of a class.

    A label matters only at a point of disagreement, so each point is left alone
    or, where the space disagrees, labeled either way.

    >>> len(version_spaces(FiniteClass(2, ["--", "+-", "-+", "++"])))
    9
    """

    def label(spaces: Sequence[FiniteVersionSpace], x: int) -> list[FiniteVersionSpace]:
        split = [v.restrict(x, y) for v in spaces if len(v.labels(x)) == 2 for y in (-1, 1)]
        return [*spaces, *split]

    found = reduce(label, range(of.n_points), [of.version_space()])
    return tuple({space.members: space for space in found}.values())


def every_version_space() -> Iterator[FiniteVersionSpace]:
    """Go through every version space of every class on at most three points."""
    return (space for of in small_classes() for space in version_spaces(of))


def few_version_spaces() -> Iterator[FiniteVersionSpace]:
    """Go through every version space of few classes."""
    return (space for of in few_classes() for space in version_spaces(of))


def star(n_points: int) -> FiniteClass:
    """Return "all negative" and its neighbors, each positive at one point.

    >>> star(3).table()["hypotheses"]
    ['---', '+--', '-+-', '--+']
    """
    return FiniteClass(n_points, [0, *(1 << x for x in range(n_points))])


def star_sets(of: FiniteClass) -> Iterator[StarSet]:
    """Go through every star set of a class but the empty ones, around each hypothesis.

    >>> [str(found.center) + str(found.points) for found in star_sets(star(2))]
    ['--(0,)', '--(1,)', '--(0, 1)', '+-(0,)', '+-(1,)', '-+(0,)', '-+(1,)']
    """
    members = hypotheses(of)
    for center, mask in zip(members, of.hypotheses, strict=True):
        for chosen in range(1, 1 << of.n_points):
            # who differs from the center at which of the chosen points
            differing = {
                (g ^ mask) & chosen: h for g, h in zip(of.hypotheses, members, strict=True)
            }
            points = tuple(x for x in range(of.n_points) if chosen >> x & 1)
            if all(1 << x in differing for x in points):
                yield StarSet(of, points, center, tuple(differing[1 << x] for x in points))


def random_class(rng: np.random.Generator, n_points: int) -> FiniteClass:
    """Draw a class: its size first, then its hypotheses."""
    n_masks = 1 << n_points
    size = int(rng.integers(1, n_masks + 1))
    return FiniteClass(n_points, rng.choice(n_masks, size=size, replace=False).tolist())
