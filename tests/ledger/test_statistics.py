from fractions import Fraction
from itertools import product
from math import comb
from typing import Any

import pytest

from altheory.bounds.betting_mean import betting_mean
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.bounds.hoeffding import hoeffding, radius_of
from altheory.errors import BudgetError, DomainError
from altheory.ledger.finding import Outcome
from altheory.ledger.statistics import (
    Design,
    compare_mean,
    compare_probability,
    e_bonferroni,
    e_value,
    log_e_value,
    mean_sample_size,
    p_value,
    sample_size,
)
from altheory.numeric.enclosure import Enclosure

ZERO = Fraction(0)
HALF = Fraction(1, 2)
ALPHA = Fraction(1, 10)
NULLS = [Fraction(1, 20), Fraction(1, 2), Fraction(9, 10)]


def chance(k, n, p):
    return comb(n, k) * p**k * (1 - p) ** (n - k)


def tail(c, n, p):
    """Return P(Bin(n, p) >= c) as a plain sum."""
    return sum((chance(k, n, p) for k in range(c, n + 1)), ZERO)


def integrated(k, n, p0):
    """Return the e-value with the integral expanded power by power."""
    powers = [(k + j, (-1) ** j * comb(n - k, j)) for j in range(n - k + 1)]
    integral = sum((c * (1 - p0 ** (i + 1)) / (i + 1) for i, c in powers), ZERO)
    return integral / ((1 - p0) * p0**k * (1 - p0) ** (n - k))


@pytest.mark.parametrize("p0", NULLS)
@pytest.mark.parametrize("n", [0, 1, 2, 7])
def test_the_e_value_is_the_integral_of_likelihood_ratios(n, p0):
    for k in range(n + 1):
        assert e_value(k, n, p0) == integrated(k, n, p0)


def never_gains(formula, p0):
    """Tell whether the mean is at most 1 for n <= 12 at several p <= p0."""
    return all(
        sum(chance(k, n, p) * formula(k, n, p0) for k in range(n + 1)) <= 1
        for n in range(13)
        for p in (ZERO, p0 / 3, p0)
    )


@pytest.mark.parametrize("p0", NULLS)
def test_its_mean_is_at_most_one_for_every_n_up_to_twelve(p0):
    assert never_gains(e_value, p0)


@pytest.mark.parametrize(
    "mutant",
    [
        lambda k, n, p0: e_value(n - k, n, p0),
        lambda k, n, p0: 1 / ((n + 1) * comb(n, k) * p0**k * (1 - p0) ** (n - k)),
        lambda k, n, p0: max(e_value(j, n, p0) for j in {k, min(k + 1, n)}),
    ],
    ids=["sides swapped", "mixture over all coins", "a success more"],
)
def test_the_same_test_rejects_mutants(mutant):
    assert not all(never_gains(mutant, p0) for p0 in NULLS)


@pytest.mark.parametrize("p0", NULLS)
def test_whenever_one_looks_it_reaches_twenty_with_at_most_a_twentieth(p0):
    won = {(k, n): e_value(k, n, p0) >= 20 for n in range(11) for k in range(n + 1)}
    ever = ZERO
    for xs in product((0, 1), repeat=10):
        if any(won[sum(xs[:n]), n] for n in range(11)):
            ever += p0 ** sum(xs) * (1 - p0) ** (10 - sum(xs))
    assert ever <= Fraction(1, 20)
    assert (ever > 0) == (p0 <= HALF)  # from 9/10 ten trials cannot win


@pytest.mark.parametrize(("k", "n"), [(0, 1), (3, 10), (10, 10), (30, 300)])
def test_the_logarithm_encloses_that_of_the_exact_value(k, n):
    logarithm = log_e_value(k, n, HALF)
    exact = Enclosure.exactly(e_value(k, n, HALF)).log()
    assert logarithm.lo <= exact.hi
    assert exact.lo <= logarithm.hi
    assert logarithm.width < Fraction(1, 2**50)


def test_e_bonferroni_asks_for_more_the_more_are_tested():
    assert e_bonferroni([19, 20], ALPHA) == {1}
    assert e_bonferroni([9, 10], ALPHA) == frozenset()
    assert e_bonferroni([10], ALPHA) == {0}
    assert e_bonferroni([], ALPHA) == frozenset()
    for wrong in (-1, float("nan"), float("inf")):
        with pytest.raises(DomainError):
            e_bonferroni([wrong], 0.1)


@pytest.mark.parametrize("n", [1, 6])
def test_the_p_value_is_the_upper_tail(n):
    for k in range(n + 1):
        assert p_value(k, n, Fraction(1, 3)) == Enclosure.exactly(tail(k, n, Fraction(1, 3)))


def outcomes(n, p0):
    return [compare_probability(k, n, p0, ALPHA).outcome for k in range(n + 1)]


@pytest.mark.parametrize("p0", [Fraction(1, 4), HALF])
def test_both_answers_about_a_probability_are_wrong_with_at_most_alpha(p0):
    n = 30
    said = outcomes(n, p0)
    assert set(said) == set(Outcome)  # all three are possible
    refuted = sum((chance(k, n, p0) for k in range(n + 1) if said[k] is Outcome.FAILS), ZERO)
    above = p0 + Fraction(1, 2**60)
    confirmed = sum((chance(k, n, above) for k in range(n + 1) if said[k] is Outcome.HOLDS), ZERO)
    assert 0 < refuted <= ALPHA
    assert 0 < confirmed <= ALPHA


@pytest.mark.parametrize("n", [4, 9, 16, 23, 30])
def test_a_probability_is_refuted_by_its_e_value_and_confirmed_by_its_bound(n):
    for k, said in enumerate(outcomes(n, HALF)):
        assert (said is Outcome.FAILS) == (e_value(k, n, HALF) >= 1 / ALPHA)
        upper = clopper_pearson(k, n, ALPHA, side="upper").upper
        assert (said is Outcome.HOLDS) == (upper <= HALF)


def test_more_successes_speak_against_a_small_probability():
    order = [Outcome.HOLDS, Outcome.INCONCLUSIVE, Outcome.FAILS]
    said = [order.index(o) for o in outcomes(30, HALF)]
    assert said == sorted(said)


def judge(values, claimed, discrepancy: Any = Fraction(2, 5), alpha: Any = Fraction(1, 4)):
    return compare_mean(
        values, claimed, alpha=alpha, low=0, high=1, discrepancy=discrepancy
    ).outcome


def said_with_chance(outcome, law, claimed, discrepancy, n=24):
    """Return how likely an outcome is, by the count of ones in n draws of a coin."""
    return sum(
        (
            chance(k, n, law)
            for k in range(n + 1)
            if judge([1] * k + [0] * (n - k), claimed, discrepancy) is outcome
        ),
        ZERO,
    )


@pytest.mark.parametrize("p", [Fraction(1, 10), HALF])
def test_the_true_mean_is_rejected_with_at_most_alpha(p):
    assert said_with_chance(Outcome.FAILS, p, p, Fraction(2, 5)) <= Fraction(1, 4)


def test_a_mean_wrong_by_the_discrepancy_is_confirmed_with_at_most_alpha():
    claimed, gap = Fraction(1, 4), Fraction(3, 10)
    held = said_with_chance(Outcome.HOLDS, claimed + gap + Fraction(1, 2**40), claimed, gap)
    assert held <= Fraction(1, 4)
    assert said_with_chance(Outcome.HOLDS, claimed, claimed, gap) > HALF


def test_a_mean_is_refuted_confirmed_or_left_open():
    fair = [0, 1] * 50
    assert judge(fair, HALF) is Outcome.HOLDS
    assert judge(fair, Fraction(1, 5)) is Outcome.FAILS
    assert judge(fair, HALF, Fraction(1, 100)) is Outcome.INCONCLUSIVE
    assert judge([0, 1], HALF) is Outcome.INCONCLUSIVE


@pytest.mark.parametrize("claimed", [Fraction(2, 5), Fraction(3, 5)])
def test_an_interval_that_reaches_too_far_on_one_side_confirms_nothing(claimed):
    fair = [0, 1] * 50
    assert judge(fair, claimed) is Outcome.HOLDS
    assert judge(fair, claimed, Fraction(3, 20)) is Outcome.INCONCLUSIVE


def test_the_shorter_of_two_intervals_counts():
    """Bets see a small variance, the range alone is better for a fair coin."""
    gap = Fraction(1, 10)
    steady, fair = [HALF] * 100, [0, 1] * 100
    for values, better, worse in (
        (steady, betting_mean, mean_only),
        (fair, mean_only, betting_mean),
    ):
        ends = [f(values, Fraction(1, 8)) for f in (better, worse)]
        assert ends[0].upper - HALF < gap < ends[1].upper - HALF
        assert HALF - ends[0].lower < gap < HALF - ends[1].lower
        assert judge(values, HALF, gap) is Outcome.HOLDS


def mean_only(values, delta):
    return hoeffding(HALF, len(values), delta)


def test_a_claimed_enclosure_must_be_left_out_or_held_whole():
    fair = [0, 1] * 50
    assert judge(fair, Enclosure(Fraction(49, 100), Fraction(51, 100))) is Outcome.HOLDS
    assert judge(fair, Enclosure(ZERO, Fraction(1, 5))) is Outcome.FAILS
    assert judge(fair, Enclosure(ZERO, HALF)) is Outcome.INCONCLUSIVE


def test_the_evidence_names_the_size_the_radius_and_alpha():
    found = compare_mean([0, 1] * 50, HALF, alpha=0.25, low=0, high=1, discrepancy=0.25)
    assert found.evidence.startswith("n = 100: mean 0.5 in [")
    assert "radius 0.1" in found.evidence
    assert found.evidence.endswith("alpha = 0.25")
    assert (found.claimed, found.computed) == ("0.5", "0.5")


@pytest.mark.parametrize(
    "wrong",
    [
        {"samples": []},
        {"samples": [2]},
        {"samples": [float("nan")]},
        {"claimed": float("nan")},
        {"alpha": 0},
        {"discrepancy": 0},
        {"discrepancy": 0.5},
        {"high": 0},
    ],
)
def test_a_mean_that_cannot_be_judged_is_refused(wrong):
    good: dict[str, Any] = {
        "samples": [0, 1],
        "claimed": 0.5,
        "alpha": 0.1,
        "low": 0,
        "high": 1,
        "discrepancy": 0.1,
    }
    compare_mean(**good)
    with pytest.raises(DomainError):
        compare_mean(**good | wrong)


def test_the_size_for_a_mean_is_enough_whatever_the_law():
    """With the size proposed, every sample mean on the side of the truth is seen as wrong."""
    alpha, power, gap = Fraction(1, 4), Fraction(3, 4), Fraction(2, 5)
    n = mean_sample_size(gap, alpha, power)
    for p in (Fraction(2, 5), Fraction(3, 4), Fraction(1)):
        seen = sum(
            (
                chance(k, n, p)
                for k in range(n + 1)
                if judge([1] * k + [0] * (n - k), p - gap, gap, alpha) is Outcome.FAILS
            ),
            ZERO,
        )
        assert seen >= power


@pytest.mark.parametrize("gap", [Fraction(1, 2), Fraction(1, 7)])
def test_the_size_for_a_mean_is_where_the_two_radii_fit_into_the_discrepancy(gap):
    alpha, miss = Fraction(1, 1000), Fraction(1, 100)
    n = 1
    while radius_of(n, alpha / 4) + radius_of(n, miss) > gap:
        n += 1
    assert mean_sample_size(gap, alpha, 1 - miss) == n


def test_the_size_for_a_mean_grows_with_the_square_of_the_range():
    small, large = (mean_sample_size(0.1, 1e-6, 0.99, high=high) for high in (1, 10))
    assert 99 * small < large <= 100 * small


def smallest_by_search(p0, p1, alpha, power):
    """Go through every n and every critical value, in rationals."""
    n = 0
    while True:
        n += 1
        for c in range(n + 1):
            if tail(c, n, p0) <= alpha and tail(c, n, p1) >= power:
                return Design(n, c)


@pytest.mark.parametrize(
    "problem",
    [
        (HALF, Fraction(9, 10), Fraction(1, 10), Fraction(9, 10)),
        (Fraction(1, 10), HALF, Fraction(1, 100), Fraction(4, 5)),
        (Fraction(1, 4), Fraction(1, 2), Fraction(1, 20), HALF),
    ],
)
def test_the_binomial_design_is_the_smallest(problem):
    assert sample_size(*problem) == smallest_by_search(*problem)


def test_the_known_design_for_one_in_twenty_against_one_in_ten():
    design = sample_size(Fraction(1, 20), Fraction(1, 10), Fraction(1, 10**7), Fraction(99, 100))
    assert design == Design(1467, 121)
    assert tail(121, 1467, Fraction(1, 20)) <= Fraction(1, 10**7)
    assert tail(121, 1467, Fraction(1, 10)) >= Fraction(99, 100)


def test_an_impossible_design_is_refused():
    with pytest.raises(BudgetError, match="up to 10 is"):
        sample_size(0.05, 0.1, 1e-7, 0.99, most=10)
    with pytest.raises(DomainError, match="exceeds"):
        sample_size(0.1, 0.1, 1e-7, 0.99)
