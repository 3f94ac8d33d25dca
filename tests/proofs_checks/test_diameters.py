"""The kinds of cases that bounds are compared on, against direct sums."""

from fractions import Fraction

import pytest

from altheory.hypotheses.finite import FiniteClass
from proofs_checks._diameters import every_spread, is_linear, masses, spreads
from proofs_checks._small_classes import every_version_space, star


@pytest.mark.parametrize("n", [1, 2, 3])
def test_masses_are_those_of_atoms_and_of_the_uniform_law(n):
    *atoms, uniform = masses(n)
    for mask in range(2**n):
        assert [atom[mask] for atom in atoms] == [mask >> x & 1 for x in range(n)]
        assert uniform[mask] == Fraction(mask.bit_count(), n)


def test_the_spread_of_a_star_depends_on_the_target():
    *_, center, a, b, c = spreads(star(3).version_space())
    assert center.target == 0
    assert center.disagreement == 1
    assert center.errors == (Fraction(1, 3),) * 3
    assert {s.errors for s in (a, b, c)} == {(Fraction(1, 3), Fraction(2, 3), Fraction(2, 3))}
    assert str(center) == "members --- +-- -+- --+, target ---"


def test_a_single_member_has_no_rivals():
    assert [s.errors for s in spreads(FiniteClass(2, ["+-"]).version_space())] == [()] * 3


def test_one_case_of_each_kind_is_kept():
    def kind(seen):
        return seen.disagreement, seen.errors

    kinds = [kind(seen) for seen in every_spread()]
    everything = {kind(seen) for space in every_version_space() for seen in spreads(space)}
    assert set(kinds) == everything
    assert len(kinds) == len(everything)


@pytest.mark.parametrize("n", [0, 1, 2, 5])
def test_weighted_sums_are_linear(n):
    assert is_linear(sum, n)
    assert is_linear(lambda xs: sum(i * x for i, x in enumerate(xs)) / 3, n)


@pytest.mark.parametrize(
    "form",
    [
        max,
        lambda xs: xs[0] * xs[1],
        lambda xs: 1 + sum(xs),
        lambda xs: xs[0] ** Fraction(1, 2),
        lambda xs: sum(xs) if xs[0] > xs[1] else 2 * sum(xs),
    ],
)
def test_other_bounds_are_not_linear(form):
    assert not is_linear(form, 2)
