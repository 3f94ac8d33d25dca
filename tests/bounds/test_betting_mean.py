from collections import Counter
from fractions import Fraction
from importlib import import_module
from itertools import product
from math import prod
from typing import Any

import numpy as np
import pytest

from altheory.bounds._bound import GRID_BITS
from altheory.bounds.betting_mean import BETS, betting_mean, wealth
from altheory.bounds.hoeffding import hoeffding
from altheory.errors import DomainError
from altheory.numeric.seeds import stream

HERE: Any = import_module("altheory.bounds.betting_mean")  # the package's name is the function
DELTA = Fraction(1, 4)
HALF = Fraction(1, 2)
LAWS = [
    {Fraction(0): Fraction(1, 2), Fraction(1): Fraction(1, 2)},
    {Fraction(0): Fraction(7, 8), Fraction(1): Fraction(1, 8)},
    {Fraction(0): Fraction(1, 4), Fraction(1, 2): Fraction(1, 4), Fraction(1): Fraction(1, 2)},
    {Fraction(1, 3): Fraction(1)},
]


def sequences(law, n):
    """Yield every sequence of n draws with its probability."""
    for xs in product(law, repeat=n):
        yield xs, prod((law[x] for x in xs), start=Fraction(1))


def ever_misses(interval, law, n):
    mean = sum(x * p for x, p in law.items())
    known: dict[tuple[Fraction, ...], bool] = {}

    def inside(xs):
        key = tuple(sorted(xs))
        if key not in known:
            known[key] = mean in interval(key)
        return known[key]

    return sum(
        (p for xs, p in sequences(law, n) if not all(inside(xs[:i]) for i in range(1, n + 1))),
        Fraction(0),
    )


@pytest.mark.parametrize("law", LAWS)
def test_at_every_look_together_it_misses_with_at_most_delta(law):
    assert ever_misses(lambda xs: betting_mean(xs, DELTA), law, 6) <= DELTA


@pytest.mark.parametrize(("side", "one"), [("lower", Fraction(1, 8)), ("upper", Fraction(7, 8))])
def test_the_same_test_rejects_swapped_sides(side, one):
    def swapped(xs):
        return betting_mean([1 - x for x in xs], DELTA, side=side)

    assert ever_misses(swapped, {Fraction(0): 1 - one, Fraction(1): one}, 6) > DELTA


def test_the_same_test_rejects_the_empirical_mean_as_a_bound():
    def nothing_to_spare(xs):
        return hoeffding(sum(xs) / len(xs), 10**9, DELTA)

    assert ever_misses(nothing_to_spare, LAWS[0], 6) > DELTA


@pytest.mark.parametrize("law", LAWS)
@pytest.mark.parametrize("n", [1, 4])
def test_the_wealth_has_mean_one_against_the_true_mean(law, n):
    mean = sum(x * p for x, p in law.items())
    assert sum(p * wealth(Counter(xs), mean) for xs, p in sequences(law, n)) == 1


def samples():
    rng = stream(0, "betting")
    yield "coin", rng.integers(0, 2, 60).tolist()
    yield "eighths", (rng.integers(0, 9, 80) / 8).tolist()
    yield "constant", [Fraction(2, 3)] * 30
    yield "one value", [0.25]
    yield "zeros", [0] * 12
    yield "ones", [1] * 12
    yield "two far apart", [0, 1]


@pytest.mark.parametrize(("name", "values"), list(samples()))
def test_what_is_left_out_is_proved_in_rationals(name, values):
    """Each end is where the wealth has exactly reached its target, and hardly further out."""
    del name
    bound = betting_mean(values, DELTA)
    xs = Counter(Fraction(v) for v in values)
    mirrored = Counter(1 - Fraction(v) for v in values)
    for counts, end in ((xs, bound.lower), (mirrored, 1 - bound.upper)):
        if end > 0:
            assert wealth(counts, end) >= 2 / DELTA
        closer = end + Fraction(1, 2**30)
        assert wealth(counts, closer) < 2 / DELTA


@pytest.mark.parametrize("values", [[0, 1, 1, 1], [Fraction(1, 3)] * 9, [0] * 5])
def test_balls_decide_as_rationals_do(values):
    counts = Counter(map(Fraction, values))
    for i in range(1, 101):
        m = Fraction(i, 101)
        assert HERE._reaches(counts, m, DELTA) == (wealth(counts, m) >= 1 / DELTA)


@pytest.mark.parametrize("proposal", [Fraction(0), Fraction(1, 2**GRID_BITS), HALF, Fraction(1)])
@pytest.mark.parametrize("values", [[0] * 5, [1] * 5, [0, 1, 1, 1, 1, 1, 1, 1]])
def test_whatever_floats_propose_the_ends_are_proved(monkeypatch, proposal, values):
    monkeypatch.setattr(HERE, "_proposal", lambda *_: proposal)
    bound = betting_mean(values, DELTA)
    ends = ((values, bound.lower), ([1 - v for v in values], 1 - bound.upper))
    for xs, end in ends:
        assert end == 0 or wealth(Counter(map(Fraction, xs)), end) >= 2 / DELTA


def test_the_order_of_the_values_is_irrelevant():
    values = [0.1, 0.9, 0.4, 0.4, 0.2]
    assert betting_mean(values, DELTA) == betting_mean(values[::-1], DELTA)


def test_a_range_scales_and_shifts():
    values = [Fraction(i, 16) for i in (3, 5, 8, 9, 16)]
    unit = betting_mean(values, DELTA)
    wide = betting_mean([8 * v - 2 for v in values], DELTA, low=-2, high=6)
    assert (wide.lower, wide.upper) == (8 * unit.lower - 2, 8 * unit.upper - 2)


def test_one_side_spends_all_of_delta():
    values = [Fraction(i, 16) for i in range(1, 16)]
    both = betting_mean(values, DELTA)
    assert betting_mean(values, DELTA / 2, side="lower").lower == both.lower
    assert betting_mean(values, DELTA / 2, side="upper").upper == both.upper
    assert betting_mean(values, DELTA, side="lower").upper == 1
    assert betting_mean(values, DELTA, side="upper").lower == 0


def test_a_small_variance_is_worth_much():
    values = [Fraction(1, 2) + Fraction(i % 2, 50) for i in range(400)]
    bet = betting_mean(values, DELTA)
    assert bet.width < hoeffding(sum(values) / 400, 400, DELTA).width / 5


def test_ten_thousand_values_of_a_float_array():
    values = np.linspace(0, 1, 10_000)
    bound = betting_mean(values, 1e-6)
    assert bound.n == 10_000
    assert Fraction(1, 2) in bound
    assert bound.width < Fraction(1, 25)


def test_a_delta_below_every_float():
    bound = betting_mean([0.5] * 50, Fraction(1, 10**400))
    assert bound.lower < Fraction(1, 1000)
    assert bound.anytime


def test_the_bets_are_fractions_of_the_wealth():
    assert all(0 < c <= 1 for c in BETS)


@pytest.mark.parametrize(
    ("values", "arguments"),
    [
        ([], {}),
        ([float("nan")], {}),
        ([0.5, float("inf")], {}),
        ([-0.1], {}),
        ([1.1], {}),
        ([True], {}),
        (["x"], {}),
        ([0.5], {"delta": 0}),
        ([0.5], {"delta": 1}),
        ([0.5], {"low": 1, "high": 0}),
        ([0.5], {"side": "up"}),
    ],
)
def test_bad_input_is_refused(values, arguments):
    with pytest.raises(DomainError):
        betting_mean(values, **{"delta": 0.1} | arguments)


@pytest.mark.parametrize("values", [0.5, 3, None, True])
def test_a_mean_instead_of_its_values_is_refused(values):
    with pytest.raises(DomainError, match=f"the values come as a list or an array, got {values}"):
        betting_mean(values, 0.05)


def test_messages_show_few_digits():
    with pytest.raises(DomainError, match=r"values lie in \[~0\.1, ~0\.6\], got ~0\.3 to ~0\.7$"):
        betting_mean([0.3, 0.7], 0.05, low=0.1, high=0.6)
    with pytest.raises(DomainError, match=r"low < high, got \[~0\.6, ~0\.1\]$"):
        betting_mean([0.3], 0.05, low=0.6, high=0.1)
    with pytest.raises(DomainError, match=r"in \[~0\.1, 1\], got 7; .* first: 7/10$"):
        hoeffding(7, 10, 0.05, low=0.1)
