"""The disagreement coefficient: the enclosure holds the exact value, and is narrow."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.disagreement import disagreement_coefficient, disagreement_mass
from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.hypotheses.rectangles import Rectangles
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.finite import FiniteRegion
from tests.complexity.classes import star

TWELFTHS = [Fraction(k, 12) for k in range(13)]


def theta(a: Fraction, r0: Fraction) -> Fraction:
    """Return the exact coefficient: m(r)/r = (min(a, r) + min(1 - a, r))/r never rises."""
    return (min(a, r0) + min(1 - a, r0)) / r0


@pytest.mark.parametrize(("a", "r0"), list(product(TWELFTHS, TWELFTHS[1:-1])))
def test_thresholds(a, r0):
    box = disagreement_coefficient(disagreement_mass(Thresholds(), Threshold(a)), r0)
    assert theta(a, r0) in box
    assert box.hi <= box.lo * Fraction(65, 64)


@given(
    masses=st.lists(st.integers(0, 60), min_size=1, max_size=6),
    r0=st.fractions(Fraction(1, 50), Fraction(49, 50), max_denominator=50),
)
def test_step_functions(masses, r0):
    steps = [Fraction(m, 60) for m in sorted(masses)]
    edges = [Fraction(k, len(steps)) for k in range(len(steps))]  # m jumps to steps[k] at edges[k]

    def mass(r: Fraction) -> Fraction:
        return max(s for e, s in zip(edges, steps, strict=True) if e <= r)

    # m(r)/r falls between jumps: its supremum is the limit at r0 or the value at a later jump.
    exact = max(1, mass(r0) / r0, *(mass(e) / e for e in edges if e > r0), 1)
    assert exact in disagreement_coefficient(mass, r0)


def test_a_star_has_coefficient_n_at_its_center():
    of = star(8)  # one point away from the center all points are open
    mass = disagreement_mass(of, FiniteHypothesis(FiniteRegion(8, 0)))
    assert mass(Fraction(1, 8)) == 1
    assert 8 in disagreement_coefficient(mass, Fraction(1, 9))


def test_a_class_without_disagreement_has_coefficient_one():
    only = FiniteHypothesis(FiniteRegion(2, 1))
    box = disagreement_coefficient(disagreement_mass(FiniteClass(2, [1]), only), Fraction(1, 4))
    assert box == Enclosure.exactly(1)


def test_enclosed_masses_give_an_enclosure():
    box = disagreement_coefficient(lambda r: Enclosure(r / 2, min(2 * r, Fraction(1))), 0.125)
    assert Fraction(3, 2) in box


def test_finer_cells_narrow_it():
    mass = disagreement_mass(Thresholds(), Threshold(Fraction(1, 2)))
    coarse, fine = (disagreement_coefficient(mass, 0.01, resolution=k) for k in (1, 512))
    assert coarse.lo <= fine.lo <= 2 <= fine.hi < coarse.hi


def test_refuses_by_name():
    for r0 in (0, 1, -1, 2):
        with pytest.raises(DomainError, match="r0 lies strictly between 0 and 1"):
            disagreement_coefficient(lambda r: min(r, Fraction(1)), r0)
    for mass in (lambda r: 2 * r, lambda r: -r, lambda r: Fraction(1, 2) - r / 100):
        with pytest.raises(DomainError, match="masses rise"):
            disagreement_coefficient(mass, 0.5)


def test_what_has_no_balls_or_is_no_function_is_refused():
    plane: Any = Rectangles(2)
    with pytest.raises(DomainError, match=r"no balls are known for Rectangles.* restricted_to"):
        disagreement_mass(plane, plane.nothing)
    wrong: Any = 5
    with pytest.raises(DomainError, match=r"function of the radius, .* got 5"):
        disagreement_coefficient(wrong, 0.1)
