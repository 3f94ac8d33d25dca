"""Laws on the line: exact masses, quantiles that invert, and samples of the right law."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.spaces.cuts import after, before
from altheory.spaces.finite import FiniteRegion
from altheory.spaces.line import IntervalUnion
from altheory.spaces.line_laws import CDFLaw, StepLaw, UniformInterval, interval_mass
from altheory.testing import laws
from altheory.testing.strategies import (
    generators,
    interval_unions,
    rationals_in_unit,
    step_laws,
)

HALF = Fraction(1, 2)
SQUARED = CDFLaw(lambda x: x * x)
COIN = CDFLaw(lambda x: Fraction(1 if x == 1 else HALF), lambda x: Fraction(HALF if x else 0))
levels = rationals_in_unit().map(lambda u: max(u, Fraction(1, 1000)))
line_laws = st.one_of(step_laws(), st.sampled_from([UniformInterval(), SQUARED, COIN]))


def step(breaks, weights):
    """A step law from any two lists, good or bad."""
    return StepLaw(breaks, weights)


@given(line_laws, interval_unions(), interval_unions(), generators())
def test_laws_of_probability(law, a, b, rng):
    laws.hold("distributions", law=law, a=a, b=b, rng=rng)


@given(step_laws(), levels, rationals_in_unit())
def test_a_quantile_is_where_the_distribution_function_passes(law, u, x):
    assert (law.cumulative(after(x)) >= u) == (x >= law.quantile(u))


@pytest.mark.parametrize("law", [SQUARED, COIN, CDFLaw(lambda x: x)])
@given(u=st.one_of(levels, st.sampled_from([Fraction(1, 4), HALF, Fraction(1)])))
def test_a_quantile_by_bisection_is_the_least_float(law, u):
    """Levels that a float attains are among them: there >= and > differ."""
    q = law.quantile(u)
    assert law.cumulative(after(q)) >= u
    assert q == 0 or law.cumulative(after(math.nextafter(q, 0))) < u


@given(step_laws(), rationals_in_unit(), rationals_in_unit())
def test_a_step_law_integrates_its_density(law, x, y):
    """Cell by cell: overlap over length, times weight."""
    lo, hi = min(x, y), max(x, y)
    cells = zip(law.breaks, law.breaks[1:], law.weights, strict=False)
    overlaps = ((max(min(hi, b) - max(lo, a), Fraction(0)) / (b - a), w) for a, b, w in cells)
    assert interval_mass(law, lo, hi) == sum(share * w for share, w in overlaps)


def test_a_step_law_with_one_cell_is_uniform():
    one = StepLaw((Fraction(0), Fraction(1)), (Fraction(1),))
    region = IntervalUnion.closed(HALF, 1) | IntervalUnion.closed(0, Fraction(1, 7))
    assert one.mass(region) == UniformInterval().mass(region) == Fraction(9, 14)


def test_atoms_have_mass():
    for x in (0, 1):
        assert COIN.mass(IntervalUnion.closed(x, x)) == HALF
    assert COIN.mass(IntervalUnion.from_cuts(after(0), before(1))) == 0
    assert UniformInterval().mass(IntervalUnion.closed(HALF, HALF)) == 0


def test_the_mass_of_an_interval():
    assert interval_mass(SQUARED, HALF, 1) == Fraction(3, 4)
    assert interval_mass(COIN, 0, 0) == HALF
    assert interval_mass(UniformInterval(), 1, 0) == 0


LAWS = (UniformInterval(), SQUARED, StepLaw((Fraction(0), HALF, Fraction(1)), (HALF, HALF)))


@pytest.mark.parametrize("law", LAWS)
def test_a_seed_is_as_good_as_its_generator(law):
    region = IntervalUnion.closed(0, HALF)
    assert law.sample(7, 9).tolist() == law.sample(np.random.default_rng(7), 9).tolist()
    assert law.draw(region, 7) == law.draw(region, np.random.default_rng(7))
    assert law.draw(region, None) in region
    with pytest.raises(DomainError, match="got 'seed'"):
        law.sample("seed", 1)
    with pytest.raises(DomainError, match="got 'seed'"):
        law.draw(region, "seed")


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("region", [FiniteRegion(2), 3, None, [0, 1]])
def test_a_region_of_another_domain_has_no_mass(law, region):
    for act in (law.mass, lambda wrong: law.draw(wrong, 0)):
        with pytest.raises(DomainError, match="a region of the line is an IntervalUnion") as caught:
            act(region)
        assert repr(region) in str(caught.value)


@pytest.mark.statistical(alpha=1e-6, power=0.999)
@pytest.mark.parametrize(
    "law",
    [
        UniformInterval(),
        SQUARED,
        StepLaw((Fraction(0), HALF, Fraction(1)), (HALF / 2, 3 * HALF / 2)),
    ],
)
def test_samples_follow_the_distribution_function(law, rng):
    """Dvoretzky-Kiefer-Wolfowitz with Massart's constant: P(sup > e) <= 2 exp(-2 n e^2).

    With n = 4000 a law at Kolmogorov distance 0.09 is told apart with
    probability above 0.999: e is 0.043 and a deviation of 0.031 has level 0.001.
    """
    n = 4000
    bound = math.sqrt(math.log(2 / 1e-6) / (2 * n))
    xs = np.sort(law.sample(rng, n))
    exact = np.array([float(law.cumulative(after(Fraction(x)))) for x in xs])
    steps = np.arange(n + 1) / n
    assert max(np.max(steps[1:] - exact), np.max(exact - steps[:-1])) <= bound


@pytest.mark.statistical(alpha=1e-6, power=0.999)
def test_draws_are_conditioned_on_their_region(rng):
    """Hoeffding for the share of the piece with two thirds of the region's mass.

    A share off by 0.24 is seen with probability above 0.999.
    """
    n = 400
    region = IntervalUnion.closed(0, Fraction(1, 4)) | IntervalUnion.closed(HALF, 1)
    share = sum(UniformInterval().draw(region, rng) >= HALF for _ in range(n)) / n
    assert abs(share - 2 / 3) <= math.sqrt(math.log(2 / 1e-6) / (2 * n))


@pytest.mark.seeded("the region holds no float, so no seed meets it")
def test_a_region_between_two_floats_is_never_met_by_bisection(rng):
    hair = IntervalUnion.closed(Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**30))
    with pytest.raises(BudgetError):
        SQUARED.draw(hair, rng)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: step((0, 1), (HALF,)), "Fraction(1, 2)"),
        (lambda: step((0, 1), (2, -1)), "one more than cells"),
        (lambda: step((0, HALF, 1), (Fraction(3, 2), Fraction(-1, 2))), "-1"),
        (lambda: step((0, 2), (1,)), "Fraction(2, 1)"),
        (lambda: step((0, 1, 1), (HALF, HALF)), "increase strictly"),
        (lambda: step((), ()), "()"),
        (lambda: step((0, math.nan, 1), (HALF, HALF)), "nan"),
        (lambda: CDFLaw(lambda x: x / 2), "1/2"),
        (lambda: CDFLaw(lambda x: 3 - 2 * x).mass(IntervalUnion.closed(HALF, 1)), "2 at 1/2"),
        (lambda: interval_mass(UniformInterval(), 0, 2), "2"),
        (lambda: interval_mass(UniformInterval(), -1, 1), "-1"),
    ],
)
def test_refusals(call, said):
    with pytest.raises(DomainError) as caught:
        call()
    assert said in str(caught.value)


@pytest.mark.seeded("refused before anything is drawn")
@pytest.mark.parametrize("n", [-1, 1.5, True])
@pytest.mark.parametrize(
    "law", [UniformInterval(), SQUARED, StepLaw((Fraction(0), Fraction(1)), (Fraction(1),))]
)
def test_no_sample_size(law, n, rng):
    with pytest.raises(DomainError, match="a sample size"):
        law.sample(rng, n)
