import pytest
import sympy as sp

from proofs_checks._gap_integrals import (
    A,
    B,
    N,
    T,
    beyond_the_line,
    density,
    left_atom,
    right_atom,
)

C = sp.Symbol("c", positive=True)


@pytest.mark.parametrize("n", [1, 2, 3])
def test_density_and_atoms_add_up_to_one(n):
    inside = sp.integrate(sp.expand(density(A, B).subs(N, n).doit()), (A, 0, T), (B, 0, 1 - T))
    left = sp.integrate(sp.expand(left_atom(T, B).subs(N, n)), (B, 0, 1 - T))
    right = sp.integrate(sp.expand(right_atom(A, 1 - T).subs(N, n)), (A, 0, T))
    assert sp.expand(sp.cancel(inside + left + right)) == 1


@pytest.mark.parametrize("n", [1, 2, 3])
def test_the_density_beyond_the_line_is_that_of_the_rectangle_and_the_atom(n):
    inside = sp.integrate(sp.expand(density(A, B).subs(N, n)), (A, B + C, T))
    both = inside + left_atom(T, B).subs(N, n)
    assert sp.expand(beyond_the_line(C, B).subs(N, n) - both) == 0


def test_one_instance_by_hand():
    """An instance beyond the target leaves A = t and B uniform on (0, 1 - t)."""
    assert density(A, B).subs(N, 1) == 0
    assert left_atom(T, B).subs(N, 1) == right_atom(A, 1 - T).subs(N, 1) == 1
