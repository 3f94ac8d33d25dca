from fractions import Fraction

import pytest
import sympy as sp

from proofs_checks._gap_integrals import A, B, T, density, excess, left_atom

C = sp.Symbol("c", positive=True)


@pytest.mark.parametrize("n", [1, 2, 3])
def test_density_and_atoms_add_up_to_one(n):
    inside = sp.integrate(sp.expand(density(n)), (A, 0, T), (B, 0, 1 - T))
    left = sp.integrate(sp.expand(left_atom(n)), (B, 0, 1 - T))
    right = left.subs(T, 1 - T)
    assert sp.expand(inside + left + right) == 1


@pytest.mark.parametrize("n", [1, 2, 3])
def test_the_cases_of_the_excess_meet(n):
    here, there = (sp.expand(excess(n, C, wide=w)).subs(T, (1 + C) / 2) for w in (0, 1))
    assert sp.expand(here - there) == 0


def test_one_instance_by_hand():
    """An instance x > 1/2 leaves A = 1/2, B = x - 1/2, so A - B > c iff x < 1 - c.

    One on the left leaves A < 1/2 = B.
    """
    assert excess(1, sp.Rational(1, 4), wide=0).subs(T, sp.Rational(1, 2)) == Fraction(1, 4)
