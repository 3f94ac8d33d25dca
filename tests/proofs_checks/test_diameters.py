"""The kinds of cases that bounds are compared on, against direct sums."""

from fractions import Fraction

import pytest

from proofs_checks._diameters import every_spread, masses, spreads
from proofs_checks._small_classes import every_version_space, star


@pytest.mark.parametrize("n", [1, 2, 3])
def test_masses_are_those_of_atoms_and_of_the_uniform_law(n):
    *atoms, uniform = masses(n)
    for mask in range(2**n):
        assert [atom[mask] for atom in atoms] == [mask >> x & 1 for x in range(n)]
        assert uniform[mask] == Fraction(mask.bit_count(), n)


def test_the_spread_of_a_star_depends_on_the_target():
    *_, center, a, b, c = spreads(star(3).version_space())
    assert (center.target, center.size) == (0, 4)
    assert center.disagreement == 1
    assert center.error == Fraction(1, 3)
    assert {s.error for s in (a, b, c)} == {Fraction(2, 3)}
    assert str(center) == "members --- +-- -+- --+, target ---"


def test_one_case_of_each_kind_is_kept():
    def kind(seen):
        return seen.disagreement, seen.error, seen.size

    kinds = [kind(seen) for seen in every_spread()]
    everything = {kind(seen) for space in every_version_space() for seen in spreads(space)}
    assert set(kinds) == everything
    assert len(kinds) == len(everything)
