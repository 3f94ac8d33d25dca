"""CAL on the circle against all orders and signs, run through the real learner."""

import math
from fractions import Fraction
from itertools import permutations, product

import pytest
import sympy as sp
from hypothesis import given
from hypothesis import strategies as st
from sympy.functions.combinatorial.numbers import stirling

from altheory.errors import DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.learners.cal import CAL
from altheory.simulation.targets import target_of
from altheory.testing.replay import replay
from altheory.theory.circle_bisection import bisection_queries_circle
from altheory.theory.circle_cal import (
    cal_expected_queries_circle,
    cal_expected_queries_to_mass_circle,
    cal_query_chance_circle,
    cal_query_law_circle,
    cal_query_variance_circle,
    disagreement_survival_circle,
    expected_disagreement_circle,
    expected_instances_to_mass_circle,
)
from altheory.theory.means import exact_mean

F = Fraction
CIRCLE = CircleSeparators()


def asked(u, order, signs):
    """How many labels CAL buys for signed examples of these ranks, seen from either side."""
    n = len(order)
    xs = [
        (u - F(1, 4) + F(r + 1, 2 * (n + 1)) + F(s, 2)) % 1
        for r, s in zip(order, signs, strict=True)
    ]
    return replay(CAL(CIRCLE.version_space()), CircleSeparator(u), xs).states[-1].queries


@pytest.mark.parametrize("n", range(5))
@pytest.mark.parametrize("u", [F(0), F(2, 7)])
def test_the_law_over_all_orders_and_signs(n, u):
    counts = [
        asked(u, order, signs)
        for order in permutations(range(n))
        for signs in product((0, 1), repeat=n)
    ]
    law = tuple(F(counts.count(q), len(counts)) for q in range(n + 1))
    assert cal_query_law_circle(n) == law
    assert cal_expected_queries_circle(n).exact == F(sum(counts), len(counts))
    mean = sum(q * p for q, p in enumerate(law))
    assert cal_query_variance_circle(n) == sum(q * q * p for q, p in enumerate(law)) - mean**2


@given(st.integers(1, 40))
def test_the_law_is_that_of_the_stirling_numbers(n):
    counts = [0, *(2 ** (q - 1) * stirling(n - 1, q - 1, kind=1) for q in range(1, n + 1))]
    assert cal_query_law_circle(n) == tuple(F(abs(int(c)), math.factorial(n)) for c in counts)
    coins = [cal_query_chance_circle(k) for k in range(1, n + 1)]
    assert cal_expected_queries_circle(n).exact == sum(coins)
    assert cal_query_variance_circle(n) == sum(p * (1 - p) for p in coins)


@given(st.integers(0, 10**9))
def test_the_mean_is_enclosed_however_long_the_stream(n):
    form = cal_expected_queries_circle(n)
    if n:
        assert abs(float(form) - (2 * float(sp.harmonic(n, evaluate=False).evalf(30)) - 1)) < 1e-9
    else:
        assert form.exact == 0


def test_long_means_are_expressions():
    assert cal_expected_queries_circle(10**6).exact == 2 * sp.harmonic(10**6, evaluate=False) - 1


@given(st.integers(2, 12), st.fractions(0, 1, max_denominator=30))
def test_the_disagreement_mass_is_beta(n, w):
    """Beta(2, n - 1) is the second smallest of n independent uniform variables."""
    tail = sum(math.comb(n, j) * w**j * (1 - w) ** (n - j) for j in (0, 1))
    assert disagreement_survival_circle(n, w) == tail


@pytest.mark.parametrize("n", [2, 3, 10])
def test_the_mean_disagreement_is_the_integral_of_its_tail(n):
    x = sp.Symbol("x")
    tail = sum(sp.binomial(n, j) * x**j * (1 - x) ** (n - j) for j in (0, 1))
    assert sp.integrate(sp.expand(tail), (x, 0, 1)) == sp.Rational(2, n + 1)
    assert expected_disagreement_circle(n) == F(2, n + 1)


def test_the_first_instance_leaves_everything_in_doubt():
    assert [disagreement_survival_circle(n, F(1, 2)) for n in (0, 1)] == [1, 1]
    assert [expected_disagreement_circle(n) for n in (0, 1)] == [1, 1]


@pytest.mark.parametrize("epsilon", [F(1, 2), F(1, 10), F(99, 100)])
def test_down_to_a_mass(epsilon):
    form = cal_expected_queries_to_mass_circle(epsilon)
    assert abs(float(form) - (2 - 2 * math.log(epsilon))) < 1e-12
    assert sp.simplify(form.exact - (2 - 2 * sp.log(sp.Rational(epsilon)))) == 0
    assert expected_instances_to_mass_circle(epsilon) == 2 / epsilon


def test_from_mass_one_on_nothing_is_asked():
    assert cal_expected_queries_to_mass_circle(1).exact == 0
    assert expected_instances_to_mass_circle(2) == 0


@pytest.mark.parametrize(
    ("learner", "quantity", "until", "mean"),
    [
        ("cal", "queries", {"stream": 3}, F(8, 3)),
        ("cal", "unlabeled", {"epsilon": F(1, 10)}, 20),
        ("passive", "queries", {"epsilon": F(1, 10)}, 20),
        ("bisection", "queries", {"epsilon": F(1, 10)}, 4),
    ],
)
@pytest.mark.parametrize("target", [None, CircleSeparator(F(1, 7))])
def test_the_laws_are_found_by_name_for_every_target(learner, quantity, until, mean, target):
    form = exact_mean(hypotheses=CIRCLE, learner=learner, quantity=quantity, target=target, **until)
    assert form is not None
    assert form.exact == mean


def test_bisection_halves_the_circle_first():
    space, target = CIRCLE.version_space(), CircleSeparator(F(1, 7))
    for q in range(6):
        assert space.radius(space.member(), CIRCLE.law()) == F(1, 2**q)
        assert bisection_queries_circle(F(1, 2**q)) == q
        x = space.bisector()
        assert x is not None
        space = space.restrict(x, target(x))


def test_a_target_with_a_probe_on_its_boundary_is_a_target():
    target = CircleSeparator(F(1, 4))
    assert target_of(CIRCLE, target) is target


@pytest.mark.parametrize("wrong", [-1, 0.5, True])
def test_refusals(wrong):
    with pytest.raises(DomainError, match="length of a stream"):
        cal_expected_queries_circle(wrong)
