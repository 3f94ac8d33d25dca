"""The number of passive labels against all sequences of points, and against a recursion."""

from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity import passive_labels
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from altheory.theory.finite_cal import expected_cost
from tests.complexity.classes import CLASSES, star, thresholds

F = Fraction
LAWS = st.lists(st.integers(0, 3), min_size=3, max_size=3).map(
    lambda w: FiniteDistribution([1, *w])
)
TARGETS = st.integers(0, 15).map(lambda mask: FiniteHypothesis(FiniteRegion(4, mask)))
PARTS = st.sampled_from([F(0), F(1, 7), F(1, 4), F(1, 3), F(1, 2)])


def failure_by_all_sequences(of, target, epsilon, law, n):
    """The probability that after n draws somebody consistent errs by more than epsilon."""
    members = of.representatives(range(of.n_points))
    bad = [h for h in members if law.mass(of.difference(h, target)) > epsilon]
    total = F(0)
    for drawn in product(range(of.n_points), repeat=n):
        if any(all(h(x) == target(x) for x in drawn) for h in bad):
            chance = F(1)
            for x in drawn:
                chance *= law.weights[x]
            total += chance
    return total


@given(CLASSES, TARGETS, PARTS, LAWS)
def test_failures_are_those_of_all_sequences(of, target, epsilon, law):
    needed = passive_labels(of, target, epsilon, law)
    for n in range(4):
        assert needed.failure(n) == failure_by_all_sequences(of, target, epsilon, law, n)


@given(CLASSES, st.data())
def test_the_mean_is_that_of_the_chain_of_version_spaces(of, data):
    target = data.draw(st.sampled_from(of.representatives(range(4))))
    assert passive_labels(of, target).mean == expected_cost(of, target, F(0))[1]


@given(CLASSES, TARGETS, PARTS, LAWS)
def test_the_mean_is_the_sum_of_the_tail(of, target, epsilon, law):
    needed = passive_labels(of, target, epsilon, law)
    rest = sum(abs(c) * q**60 / (1 - q) for c, q in needed.terms)
    head = sum(needed.failure(n) for n in range(60))
    assert abs(needed.mean - head) <= rest


@given(CLASSES, TARGETS, PARTS, LAWS, st.sampled_from([F(1, 2), F(1, 3), F(1, 20), F(1, 1000)]))
def test_the_sample_size_is_the_least(of, target, epsilon, law, delta):
    needed = passive_labels(of, target, epsilon, law)
    n = needed.sample_size(delta)
    assert needed.failure(n) <= delta
    assert n == 0 or needed.failure(n - 1) > delta


@given(CLASSES, st.data(), PARTS, LAWS, st.sampled_from([F(1, 2), F(1, 20), F(1, 1000)]))
def test_the_union_over_the_class_is_never_too_small(of, data, epsilon, law, delta):
    target = data.draw(st.sampled_from(of.representatives(range(4))))
    needed = passive_labels(of, target, epsilon, law)
    others = len(of.hypotheses) - 1
    for n in (0, 1, 5, 50):
        assert needed.failure(n) <= others * (1 - epsilon) ** n
        if others * (1 - epsilon) ** n <= delta:
            assert needed.sample_size(delta) <= n


def test_known_means():
    of = star(3)  # every other point of the star has to be seen
    assert passive_labels(of, of.parse_target("---")).mean == 3 * (1 + F(1, 2) + F(1, 3))
    assert passive_labels(of, of.parse_target("+--")).mean == 3
    of = thresholds(5)
    assert passive_labels(of, of.parse_target("--+++")).mean == F(15, 2)
    assert passive_labels(of, of.parse_target("-----")).mean == 5
    pair = FiniteClass(3, ["+-+", "-+-"])
    assert passive_labels(pair, pair.parse_target("+-+")).terms == ((1, F(0)),)
    alone = FiniteClass(1, ["+"])
    needed = passive_labels(alone, alone.parse_target("+"))
    assert (needed.mean, needed.failure(0), needed.sample_size(F(1, 2))) == (0, 0, 0)


def test_half_the_chance_to_the_last_digit():
    of = FiniteClass(2, ["--", "-+"])
    needed = passive_labels(of, of.parse_target("--"))
    assert needed.failure(10) == F(1, 1024)
    assert needed.sample_size(F(1, 1024)) == 10
    assert needed.sample_size(F(1, 1024) - F(1, 10**9)) == 11


def test_what_is_no_question_is_refused(monkeypatch):
    of, wide = thresholds(3), thresholds(4)
    target = of.parse_target("-++")
    for wrong in (
        lambda: passive_labels(of, target, -1),
        lambda: passive_labels(wide, target),
        lambda: passive_labels(of, "-++"),
    ):
        with pytest.raises(DomainError):
            wrong()
    with pytest.raises(DomainError):
        passive_labels(of, target, 0, wide.law())
    with pytest.raises(DomainError):
        passive_labels(of, target).failure(-1)
    monkeypatch.setattr("altheory.complexity.consistency.STATES", 10)
    with pytest.raises(BudgetError, match="fewer points"):
        passive_labels(star(5), star(5).parse_target("-----"))
