"""Two ways to decide what small cones hold, against each other and against known cases."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from proofs_checks._small_cones import (
    coordinates,
    cube,
    irreducible,
    multipliers,
    negative,
    satisfiable,
)

ROWS = st.lists(st.tuples(*[st.integers(-3, 3)] * 3), max_size=5)
VECTORS = st.tuples(*[st.integers(-3, 3)] * 3)


def test_cubes_have_all_but_one_of_the_points():
    assert [len(cube(d)) for d in (1, 2, 3)] == [2, 8, 26]


@given(rows=ROWS, x=VECTORS)
def test_multipliers_are_a_proof(rows, x):
    shares = multipliers(rows, x)
    if shares is not None:
        assert len(shares) == len(rows)
        assert all(share >= 0 for share in shares)
        assert x == tuple(
            sum(share * row[k] for share, row in zip(shares, rows, strict=True)) for k in range(3)
        )


@given(rows=ROWS, x=VECTORS)
def test_what_is_no_sum_has_a_normal_below_it(rows, x):
    """The alternative of Farkas, by two programs that share nothing."""
    if satisfiable(rows) and any(x):
        assert (multipliers(rows, x) is None) == satisfiable([*rows, negative(x)])


@given(rows=ROWS, x=VECTORS)
def test_more_rows_are_harder(rows, x):
    assert satisfiable(rows) or not satisfiable([*rows, x])


def test_coordinates_in_what_is_no_basis():
    assert coordinates([(1, 0), (2, 0)], (1, 0)) is None
    assert coordinates([(1, 0, 0), (0, 1, 0)], (1, 1, 1)) is None
    assert coordinates([(0, 2), (1, 1)], (1, 2)) == [Fraction(1, 2), Fraction(1)]


def test_irreducible_contradictions():
    assert irreducible([(1, 0), (-1, 0)])
    assert irreducible([(1, 0), (0, 1), (-1, -1)])
    assert not irreducible([(1, 0), (0, 1)])
    assert not irreducible([(1, 0), (-1, 0), (0, 1)])
