"""Every label law: the sign, the Bayes classifier, the error and the oracle agree."""

from fractions import Fraction
from math import comb

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import AbstentionError, DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.oracles._step_labels import StepLabels
from altheory.oracles.abstaining import abstaining
from altheory.oracles.classification_noise import classification_noise
from altheory.oracles.crowd import crowd
from altheory.oracles.drifting import drifting
from altheory.oracles.massart import massart
from altheory.oracles.persistent import persistent
from altheory.oracles.pure_noise import pure_noise
from altheory.oracles.tsybakov import TsybakovLabels, tsybakov
from altheory.spaces.circle import CIRCLE, ArcUnion
from altheory.spaces.circle_laws import UniformCircle
from altheory.spaces.finite import FiniteDistribution
from altheory.spaces.line import EMPTY, UNIT, IntervalUnion
from altheory.testing.strategies import adversarial_floats, interval_unions, rationals_in_unit
from tests.oracles import laws as law_book

HALF = Fraction(1, 2)
CUTS = law_book.CUTS


@given(law_book.laws(), adversarial_floats(CUTS), rationals_in_unit())
def test_the_sign_is_that_of_the_probability(law, x, u):
    law_book.compare_is_the_sign_of_probability_minus_u(law, x, u)
    law_book.compare_is_the_sign_of_probability_minus_u(law, x, HALF)


@given(law_book.laws(), rationals_in_unit(12))
def test_the_sign_at_the_probability_itself_is_zero(law, x):
    lo, hi = law_book.ends(law.probability(x))
    assert law.compare(x, lo) >= 0 >= law.compare(x, hi)


@given(law_book.laws(), adversarial_floats(CUTS))
def test_the_bayes_classifier_says_plus_from_one_half_on(law, x):
    law_book.bayes_says_plus_iff_probability_is_at_least_half(law, x)


@given(law_book.laws(), interval_unions())
def test_the_error_is_the_integral_of_the_chance_of_one(law, positive):
    law_book.error_is_the_integral(law, positive, 32)


@given(law_book.laws(), interval_unions())
def test_a_classifier_and_its_contrary_err_together_once(law, positive):
    lo, hi = law_book.ends(law.error(positive, Thresholds().law()))
    low, high = law_book.ends(law.error(~positive, Thresholds().law()))
    assert lo + low <= 1 <= hi + high
    assert hi + high - lo - low < Fraction(1, 10**20)


@given(law_book.laws(), rationals_in_unit(), rationals_in_unit())
def test_labels_turn_at_the_turns_alone(law, x, y):
    """Between two neighboring turns the Bayes label is one."""
    low, high = sorted((x, y))
    if not any(low <= turn <= high for turn in law.turns):
        assert (low in law.bayes) == (high in law.bayes)


@given(law_book.laws(), rationals_in_unit(), rationals_in_unit())
def test_steps_are_flat_between_their_turns(law, x, y):
    low, high = sorted((x, y))
    if law.is_step and not any(low <= turn <= high for turn in law.turns):
        assert law.probability(low) == law.probability(high)


@pytest.mark.parametrize("kappa", law_book.KAPPAS)
def test_tsybakov_noise_is_a_step_iff_there_is_none(kappa):
    law = tsybakov(Threshold(HALF), kappa)
    one, other = (law_book.ends(law.probability(x)) for x in (Fraction(33, 64), Fraction(17, 32)))
    assert law.is_step == (one == other) == (kappa == 1)


PLACES = (
    (classification_noise(Threshold(HALF), Fraction(1, 10)), Fraction(3, 4), Fraction(9, 10)),
    (massart(Threshold(HALF), Fraction(1, 3)), Fraction(3, 4), Fraction(2, 3)),
    (tsybakov(Threshold(HALF), Fraction(2)), Fraction(1, 4), Fraction(1, 4)),
    (tsybakov(Threshold(HALF), Fraction(3, 2)), Fraction(9, 16), Fraction(3, 4)),
    (tsybakov(Threshold(HALF), Fraction(3)), Fraction(1, 2), Fraction(1, 2)),
)
ALPHA = 1e-7
DRAWS = 2000


def tail(k, p):
    """P(Bin(DRAWS, p) <= k), exactly."""
    a, b = p.numerator, p.denominator
    ways = sum(comb(DRAWS, i) * a**i * (b - a) ** (DRAWS - i) for i in range(k + 1))
    return Fraction(ways, b**DRAWS)


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_labels_are_drawn_with_their_probability(rng):
    """A chance that is off by .1 is seen at each place: nine standard deviations and more."""
    level = Fraction(ALPHA) / (2 * len(PLACES))
    for law, x, p in PLACES:
        ask = law.oracle(rng)
        k = sum(ask(x) == 1 for _ in range(DRAWS))
        assert min(tail(k, p), tail(DRAWS - k, 1 - p)) > level


FAIR = pure_noise(UNIT)
SEEDED = {
    "steps": FAIR.oracle,
    "Massart": massart(Threshold(HALF), Fraction(1, 3), UNIT).oracle,
    "Tsybakov": tsybakov(Threshold(Fraction(1, 4)), 2).oracle,
    "drift": drifting((0, FAIR), (5, classification_noise(Threshold(HALF), HALF))).oracle,
    "crowd": crowd(Threshold(HALF), [Fraction(1, 3)] * 3).majority().oracle,
    "persistent": lambda rng: persistent(FAIR.oracle(rng)),
    "abstaining": lambda rng: abstaining(FAIR.oracle(rng), chance=HALF, rng=rng),
}


def answers(ask):
    """Forty answers, 0 for none."""

    def answer(x):
        try:
            return ask(x)
        except AbstentionError:
            return 0

    return [answer(Fraction(k, 80)) for k in range(40)]


@pytest.mark.parametrize("oracle", SEEDED.values(), ids=SEEDED)
def test_a_seed_is_the_start_of_one_stream(oracle):
    """Not of a new one at each question, which would give the same draw for ever."""
    asked = answers(oracle(7))
    assert len(set(asked)) > 1
    assert asked == answers(oracle(7))


@pytest.mark.seeded("labels without chance")
def test_certain_labels_need_no_chance(rng):
    law = StepLabels(((UNIT, Fraction(1)),))
    assert {law.oracle(rng)(x) for x in (0, 0.5, 1)} == {1}


@pytest.mark.parametrize(
    ("cells", "message"),
    [
        ((), "at least one region"),
        (((UNIT, 2),), r"lies in \[0, 1\], got 2"),
        (((UNIT, HALF), (IntervalUnion.closed(0, 0), HALF)), "disjoint"),
        (((IntervalUnion.closed(0, HALF), HALF),), "cover the domain"),
    ],
)
def test_regions_that_are_no_partition_are_refused(cells, message):
    with pytest.raises(DomainError, match=message):
        StepLabels(cells)


def test_an_empty_region_is_no_trouble():
    law = StepLabels(((UNIT, Fraction(1)), (EMPTY, Fraction(0))))
    assert law.bayes == UNIT
    assert list(law.turns) == [0, 1]


def test_no_label_law_speaks_of_another_domain():
    with pytest.raises(DomainError):
        classification_noise(Threshold(HALF), 0).probability(2)


def test_finite_domains():
    """The error on a finite domain is a sum over its points."""
    cube, weights = FiniteClass(3, range(8)), FiniteDistribution([1, 2, 4])
    target, *others = cube.representatives(range(3))
    for law in (classification_noise(target, Fraction(1, 5)), massart(others[2], HALF)):
        assert law.turns == ()
        for h in others:
            chances = [law.probability(x) for x in range(3)]
            wrong = [1 - p if h(x) == 1 else p for x, p in enumerate(chances)]
            expected = sum(w * e for w, e in zip(weights.weights, wrong, strict=True))
            assert law.error(h.positive, weights) == expected


BUILDERS = (
    lambda h: classification_noise(h, Fraction(1, 5)),
    lambda h: massart(h, HALF),
    lambda h: tsybakov(h, 2),
    lambda h: tsybakov(h, Fraction(5, 2)),
)


@pytest.mark.parametrize("build", BUILDERS)
@given(st.integers(0, 7).map(lambda k: Fraction(k, 8)))
def test_noise_on_the_circle_turns_with_its_target(build, angle):
    """Cut at 0, the circle is a line whose two ends are one place."""
    one, other = build(CircleSeparator(Fraction(0))), build(CircleSeparator(angle))
    for x in (Fraction(k, 16) for k in range(16)):
        assert one.probability(x) == other.probability((x + angle) % 1)
    region = ArcUnion.open(Fraction(1, 16), Fraction(3, 4))
    lo, hi = law_book.ends(one.error(region, UniformCircle()))
    low, high = law_book.ends(other.error(region.turned(angle), UniformCircle()))
    assert max(lo, low) <= min(hi, high)
    assert all(0 <= turn < 1 for turn in other.turns)


@pytest.mark.parametrize("everything", [CIRCLE, UNIT])
def test_tsybakov_noise_is_none_without_a_boundary(everything):
    if everything is CIRCLE:
        assert TsybakovLabels(CIRCLE, Fraction(2)).error(CIRCLE, UniformCircle()) == 0
    assert TsybakovLabels(~everything, Fraction(2)).probability(0) == 0
