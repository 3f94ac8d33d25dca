from fractions import Fraction

import pytest

from proofs_checks._empty_interval import (
    adding_up,
    contradicts,
    equal_gaps,
    least,
    program,
    satisfies,
    solved,
)

F = Fraction
GAPS = (1, 2, 3, 6)


@pytest.mark.parametrize("gaps", GAPS)
def test_both_sides_of_the_program_meet(gaps):
    best = F(1, max(2, gaps))
    for point, multipliers in ((equal_gaps(gaps), adding_up(gaps)), solved(gaps)):
        assert satisfies(gaps, point, best)
        assert least(gaps, multipliers, best)
        assert not contradicts(gaps, multipliers, best)
        assert contradicts(gaps, multipliers, best - F(1, 10**12))
        assert not satisfies(gaps, point, best - F(1, 10**12))


@pytest.mark.parametrize("gaps", GAPS)
@pytest.mark.parametrize("row", range(6))
def test_other_multipliers_prove_nothing(gaps, row):
    low = F(1, 10 * gaps)
    honest = list(adding_up(gaps))
    assert contradicts(gaps, honest, low)
    place = row % len(honest)
    honest[place] -= max(honest[place], 1) * 2
    assert not contradicts(gaps, honest, low)


def test_a_point_outside_of_the_gaps_is_refused():
    assert not satisfies(2, (F(1, 2), F(1, 2), F(-1, 8), F(0)), F(1))
    assert not satisfies(2, (F(1, 2), F(1, 4), F(0), F(0)), F(1))
    assert not satisfies(2, (F(1, 4), F(3, 4), F(1, 2), F(0)), F(1))


def test_the_rows_say_what_is_asked():
    empty, gap, *_ = program(1)
    assert (empty.form, empty.bound, empty.slope) == ((0, 1), 0, 1)  # u <= epsilon
    assert (gap.form, gap.bound, gap.slope) == ((1, -1), 0, 1)  # u + g - 2 u <= epsilon
