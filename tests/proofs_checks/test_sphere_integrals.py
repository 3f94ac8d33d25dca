"""Moments and generating functions against SymPy's own integrals."""

import pytest
import sympy as sp

from proofs_checks._sphere_integrals import X, generating, moment, norm, waves

U = sp.Symbol("u", positive=True)


@pytest.mark.parametrize("power", range(6))
def test_waves_add_up_to_the_power(power):
    wave = sp.sin if power % 2 else sp.cos
    total = sum(c * wave(k * U) for k, c in waves(power))
    assert sp.simplify(sp.expand_trig(total) - sp.sin(U) ** power) == 0


@pytest.mark.parametrize("d", [2, 3, 4])
@pytest.mark.parametrize("m", [0, 1, 4])
def test_moments_are_integrals(d, m):
    density = sp.sin(sp.pi * U) ** (d - 2)
    value = sp.integrate(U**m * density, (U, 0, 1)) / sp.integrate(density, (U, 0, 1))
    assert sp.simplify(moment(d, m) - value) == 0


@pytest.mark.parametrize("d", range(2, 8))
def test_the_generating_function_has_the_moments(d):
    series = sp.series(generating(d), X, 0, 5).removeO()
    for m in range(5):
        assert sp.simplify(series.coeff(X, m) * sp.factorial(m) - moment(d, m)) == 0


def test_norms():
    assert [norm(d) for d in (2, 3, 4)] == [1, 2 / sp.pi, sp.Rational(1, 2)]
