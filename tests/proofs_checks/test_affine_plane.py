"""Segments and triangles against elimination of variables."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from proofs_checks._affine_plane import (
    GRID,
    LABELINGS,
    between,
    meet,
    rows,
    said,
    samples,
    separable,
    within,
)
from tests.spaces.elimination import solvable

POINTS = st.tuples(st.integers(-3, 3), st.integers(-3, 3))


def parted_by_a_line(plus, minus):
    return solvable([(*x, 1) for x in plus] + [(-x[0], -x[1], -1) for x in minus])


@given(st.lists(POINTS, max_size=4), st.lists(POINTS, max_size=4))
def test_separable_is_what_elimination_solves(plus, minus):
    assert separable(plus, minus) == parted_by_a_line(plus, minus)


@given(*[POINTS] * 4)
def test_segments_and_triangles_meet_iff_no_line_parts_them(a, b, c, d):
    assert meet(a, b, c, d) == (not parted_by_a_line([a, b], [c, d]))
    assert within(a, b, c, d) == (not parted_by_a_line([a], [b, c, d]))
    assert between(a, b, c) == (not parted_by_a_line([a], [b, c]))


def test_the_list_of_lines_is_whole():
    """As many labelings of the grid as elimination finds among all 512."""
    assert len(rows()) == LABELINGS
    for signs in product((False, True), repeat=len(GRID)):
        plus = [x for x, positive in zip(GRID, signs, strict=True) if positive]
        minus = [x for x in GRID if x not in plus]
        assert (frozenset(plus) in rows()) == parted_by_a_line(plus, minus)


def test_what_lines_say():
    assert said((((0, 0), 1), ((0, 0), -1))) is None
    found = said((((0, 0), 1), ((-1, 0), -1)))
    assert found is not None
    assert found.positive == {(0, 0), (1, 0)}
    assert found.negative == {(-1, 0)}
    assert str(found) == "+ on [(0, 0), (1, 0)], - on [(-1, 0)]"
    assert sum(1 for _ in samples(2)) == 1 + 18 + 36 * 4
