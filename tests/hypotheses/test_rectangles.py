"""Boxes in the cube: closed ends at every float, open general regions, intervals as d = 1."""

import math
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError, EmptyVersionSpaceError
from altheory.hypotheses._hulls import binding
from altheory.hypotheses.rectangles import Rectangle, Rectangles, from_argument
from altheory.ledger.checker import verify
from altheory.spaces.boxes import BoxUnion
from altheory.spaces.line import EMPTY, UNIT, IntervalUnion
from altheory.testing import laws
from altheory.testing.replay import fold
from altheory.testing.strategies import adversarial_floats, labeled_samples, rationals_in_unit

PLANE, LINE = Rectangles(2), Rectangles(1)
HALF, THIRD = Fraction(1, 2), Fraction(1, 3)
BOX = Rectangle(2, ((THIRD, HALF), (HALF, HALF)))


@given(st.tuples(rationals_in_unit(), rationals_in_unit()), st.data())
def test_floats_beside_the_ends_are_labeled_exactly(ends, data):
    lo, hi = min(ends), max(ends)
    floats = data.draw(st.lists(adversarial_floats(ends), max_size=6))
    xs = list(product(floats, floats))
    h = Rectangle(2, ((lo, hi), (lo, hi)))
    laws.classes.batches_are_labeled_one_by_one(h, xs)
    assert [h(x) for x in xs] == [1 if all(lo <= c <= hi for c in x) else -1 for x in xs]
    assert h.positive.contains(np.array(xs).reshape(-1, 2)).tolist() == [h(x) == 1 for x in xs]


@given(labeled_samples(LINE))
def test_one_axis_is_an_interval(sample):
    """SB from the least to the largest positive; GB up to the next negative on each side."""
    space = fold(LINE.version_space(), sample)
    plus = [x for (x,), y in sample if y == 1]
    minus = [x for (x,), y in sample if y == -1]
    if not plus:
        everywhere = UNIT - sum_of([IntervalUnion.closed(x, x) for x in minus])
        assert (space.specific(), space.general()) == (line(EMPTY), line(everywhere))
        return
    lo, hi = min(plus), max(plus)
    if any(lo <= x <= hi for x in minus):
        assert space.is_empty
        return
    left = [IntervalUnion.closed(0, x) for x in minus if x < lo]
    right = [IntervalUnion.closed(x, 1) for x in minus if x > hi]
    assert space.specific() == line(IntervalUnion.closed(lo, hi))
    assert space.general() == line(UNIT - sum_of([*left, *right]))


def sum_of(intervals):
    union = EMPTY
    for interval in intervals:
        union |= interval
    return union


def line(union):
    return BoxUnion.product([union])


def test_general_regions_are_open_at_negative_labels():
    """+ in the middle, - to its right: what lies beyond the negative is ruled out."""
    space = PLANE.version_space().restrict((HALF, HALF), 1).restrict((0.75, 0.5), -1)
    below = (math.nextafter(0.75, 0), 0.9)
    assert space.labels(below) == {-1, 1}
    assert space.labels((0.75, 0.9)) == space.labels((1, 0)) == {-1}
    assert space.general().contains([below, (0.75, 0.9)]).tolist() == [True, False]
    assert str(space.general()) == "[0, 3/4) x [0, 1]"
    assert PLANE.law().mass(space.disagreement()) == Fraction(3, 4)


def test_a_corner_rules_out_only_what_lies_beyond_it_on_both_axes():
    space = PLANE.version_space().restrict((HALF, HALF), 1).restrict((0.75, 0.75), -1)
    assert space.general() == ~BoxUnion.closed((0.75, 0.75), (1, 1))
    assert space.labels((1, 0.7)) == space.labels((0.7, 1)) == {-1, 1}


def test_a_negative_label_beyond_another_one_does_not_bind():
    space = PLANE.version_space().restrict((HALF, HALF), 1)
    far, near, aside = (0.9, 0.9), (0.75, 0.75), (0.8, 0.25)
    for x in (far, near, aside):
        space = space.restrict(x, -1)
    assert space.negatives == tuple(sorted(map(exact, (far, near, aside))))
    found = binding(PLANE, space.member(), space.negatives)
    assert set(found) == {exact(near), exact(aside)}
    nearest = fold(PLANE.version_space(), [((HALF, HALF), 1), (near, -1), (aside, -1)])
    assert space.general() == nearest.general()


def exact(x):
    return tuple(map(Fraction, x))


def test_the_most_general_box_is_the_cube_or_not_attained():
    space = PLANE.version_space()
    assert space.general_set() == (PLANE.everything,)
    assert space.general_hypothesis() == PLANE.everything
    assert space.specific_set() == (PLANE.nothing,)
    bounded = space.restrict((1, 1), -1)
    assert (bounded.general_set(), bounded.general_hypothesis()) == (None, None)
    empty = bounded.restrict((1, 1), 1)
    assert empty.is_empty
    assert (empty.specific_set(), empty.general_set(), empty.general_hypothesis()) == ((), (), None)
    assert bounded.specific_hypothesis() == bounded.member() == PLANE.nothing
    assert PLANE.law().mass(bounded.general()) == 1


def test_a_contradiction_needs_few_corners():
    around = [(0, HALF), (1, HALF), (HALF, 0), (HALF, 1)]
    sample = [*((x, 1) for x in around), ((0.25, 0.25), 1), ((HALF, HALF), -1)]
    space = fold(PLANE.version_space(), sample)
    assert space.is_empty
    assert len(space.contradiction) == 3
    with pytest.raises(EmptyVersionSpaceError):
        space.member()


@given(labeled_samples(PLANE, max_size=5), st.tuples(rationals_in_unit(4), rationals_in_unit(4)))
def test_every_certificate_passes_and_says_what_labels_say(sample, x):
    space = fold(PLANE.version_space(), sample)
    certificate = space.certificate(x)
    assert verify(certificate)
    assert set(certificate["problem"].get("answer", ())) == space.labels(x)


def test_a_point_has_as_many_numbers_as_axes():
    with pytest.raises(DomainError, match=r"a point of \[0, 1\]\^2, .* got 0\.5"):
        PLANE.version_space().restrict(0.5, 1)


def test_all_at_once_on_arrays():
    xs, ys = np.array([[0.5, 0.5], [0.75, 0.5]]), np.array([1, -1], dtype=np.int8)
    space = PLANE.version_space().restrict_all(xs, ys)
    assert space == fold(PLANE.version_space(), [((0.5, 0.5), 1), ((0.75, 0.5), -1)])


@pytest.mark.parametrize("d", [1, 2, 3])
def test_two_points_an_axis_are_shattered(d):
    """The middles of the faces of the cube."""
    faces = [tuple(end if k == i else HALF for k in range(d)) for i in range(d) for end in (0, 1)]
    assert len(Rectangles(d).representatives(faces)) == 4**d == 2 ** Rectangles(d).vc_dimension


def test_closed_forms():
    known = PLANE.combinatorics(7)
    assert (known.growth, known.star_number, known.queries) == (None, 7, 7)
    assert PLANE.combinatorics(4).growth == 16


@pytest.mark.parametrize("h", [BOX, PLANE.nothing, PLANE.everything], ids=str)
def test_text_is_read_as_it_is_written(h):
    assert PLANE.parse_target(str(h)) == h


@pytest.mark.parametrize(
    "text",
    ["", "0,1", "0,1 x", "1,0 x 0,1", "0,1 x 0,3/2", "a,b x 0,1", "0,1,1 x 0,1", "0,1/0 x 0,1"],
)
def test_other_targets_are_refused(text):
    with pytest.raises(DomainError):
        PLANE.parse_target(text)


@pytest.mark.parametrize("n", [1, 3, 10, 100])
@pytest.mark.parametrize("dimension", [1, 2, 7])
def test_grids_have_about_n_points_and_two_corners(dimension, n):
    points = Rectangles(dimension).grid(n)
    assert min(points) == (0,) * dimension
    assert max(points) == (1,) * dimension
    assert n / 4 <= len(points) <= 4 * n


def test_too_many_labelings_are_refused():
    faces = [tuple(end if k == i else HALF for k in range(9)) for i in range(9) for end in (0, 1)]
    with pytest.raises(BudgetError, match="more than 50000 labelings"):
        Rectangles(9).representatives(faces)


def test_the_command_line_names_the_dimension():
    assert from_argument("3") == Rectangles(3)
    assert from_argument(None) == PLANE
    for text in ("", "x", "2.5"):
        with pytest.raises(DomainError, match="rectangles:D"):
            from_argument(text)


@pytest.mark.parametrize(
    "make",
    [
        lambda: Rectangles(0),
        lambda: Rectangle(2, ((THIRD, HALF),)),
        lambda: Rectangle(1, ((HALF, THIRD),)),
        lambda: Rectangle(1, ((HALF, Fraction(2)),)),
        lambda: BOX((HALF,)),
        lambda: BOX(HALF),
        lambda: BOX.predict([HALF]),
        lambda: PLANE.version_space().restrict((HALF, math.nan), 1),
        lambda: PLANE.version_space().restrict((HALF, HALF), 0),
    ],
)
def test_refusals(make):
    with pytest.raises(DomainError):
        make()
