"""Gibbs draws are members, uniform over what is left, also where that is next to nothing."""

import math
from collections import Counter
from fractions import Fraction

import numpy as np
import pytest

from altheory.errors import EmptyVersionSpaceError
from altheory.hypotheses.affine import AffineSeparators
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.circle_version_space import CircleVersionSpace
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.threshold_version_space import ThresholdVersionSpace
from altheory.hypotheses.thresholds import Thresholds
from altheory.protocols import Drawable
from altheory.spaces.circle import ArcUnion
from altheory.spaces.line import IntervalUnion

ALPHA = 1e-7
SIZE = 2000
FARTHEST = math.sqrt(math.log(2 / ALPHA) / (2 * SIZE))  # Dvoretzky, Kiefer, Wolfowitz, Massart

LINE = IntervalUnion.closed(0, Fraction(1, 4)) | IntervalUnion.closed(Fraction(1, 2), 1)
RING = ArcUnion.open(Fraction(7, 8), Fraction(9, 8)) | ArcUnion.open(0.5, 0.75)


def distance(shares):
    """Return how far the empirical distribution function is from the uniform one."""
    ordered, steps = np.sort(shares), np.arange(len(shares) + 1) / len(shares)
    return max(np.max(steps[1:] - ordered), np.max(ordered - steps[:-1]))


def before(union, x):
    """Return the share of a union that lies before a place."""
    ends = [(piece.lo, piece.hi) for piece in union.pieces]
    return float(sum(max(min(x, hi) - lo, 0) for lo, hi in ends) / union.length)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
@pytest.mark.parametrize("tiny", [Fraction(1), Fraction(1, 2**200)])
def test_cuts_are_uniform_at_any_scale(tiny, rng):
    wide = ThresholdVersionSpace(LINE).restrict(Fraction(1, 8), -1).restrict(Fraction(7, 8), 1)
    narrow = Thresholds().version_space().restrict(0.5, -1).restrict(Fraction(1, 2) + tiny / 2, 1)
    for space in (wide, narrow):
        cuts = [space.draw(rng).cut for _ in range(SIZE)]
        assert all(cut in space.cuts for cut in cuts)
        assert distance([before(space.cuts, cut) for cut in cuts]) < FARTHEST


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_directions_are_uniform(rng):
    space = CircleVersionSpace(RING).restrict(Fraction(7, 8), 1)
    found = [space.draw(rng).direction for _ in range(SIZE)]
    assert all(u in space.directions for u in found)
    # seen from a place in no arc, every arc is in one piece
    turned = space.directions.turned(Fraction(1, 4))
    places = [before(turned, (u + Fraction(1, 4)) % 1) for u in found]
    assert distance(places) < FARTHEST


@pytest.mark.statistical(alpha=4 * ALPHA, power=0.99)
def test_members_of_finite_spaces_are_equally_likely(rng):
    """By Hoeffding's inequality for each of the four members."""
    space = FiniteClass(4, range(16)).version_space().restrict(0, 1).restrict(3, -1)
    met = Counter(space.draw(rng) for _ in range(SIZE))
    assert len(met) == 4
    assert all(abs(k / SIZE - 1 / 4) < FARTHEST for k in met.values())


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_normals_of_affine_separators_are_uniform_on_the_sphere(rng):
    """Of x > -b/w positive at 0 and negative at 1 an eighth is left, even in the angle."""
    space = AffineSeparators(1).version_space().restrict((0,), 1).restrict((1,), -1)
    normals = np.array([space.draw(rng).normal for _ in range(SIZE)], dtype=float)
    turns = np.arctan2(normals[:, 1], normals[:, 0]) / (2 * np.pi)
    assert distance((turns - 3 / 8) * 8) < FARTHEST


@pytest.mark.seeded("only finitely many are left")
def test_what_has_no_length_is_drawn_all_the_same(rng):
    cuts = IntervalUnion.closed(0.25, 0.25) | IntervalUnion.closed(0.5, 0.5)
    assert {ThresholdVersionSpace(cuts).draw(rng).cut for _ in range(60)} == {0.25, 0.5}
    rays = ArcUnion.closed(0.25, 0.25) | ArcUnion.closed(0.5, 0.5)
    assert {CircleVersionSpace(rays).draw(rng).direction for _ in range(60)} == {0.25, 0.5}


@pytest.mark.seeded("refused before any draw")
def test_nothing_is_drawn_from_nothing(rng):
    one = Fraction(1, 3)
    spaces = (
        Thresholds().version_space().restrict(one, 1).restrict(one, -1),
        CircleSeparators().version_space().restrict(one, 1).restrict(one, -1),
        FiniteClass(2, [0]).version_space().restrict(0, 1),
        AffineSeparators(1).version_space().restrict((one,), 1).restrict((one,), -1),
    )
    for space in spaces:
        assert isinstance(space, Drawable)
        with pytest.raises(EmptyVersionSpaceError, match="agrees with every label"):
            space.draw(rng)
