"""Query by committee in one dimension: closed forms beside recursions over the width."""

from fractions import Fraction
from typing import Any

import pytest
import sympy as sp

from altheory.errors import DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.theory.means import exact_mean
from altheory.theory.query_by_committee import (
    ADDED_UP,
    LONGEST,
    qbc_expected_instances_to_mass_circle,
    qbc_expected_instances_to_width,
    qbc_expected_queries,
    qbc_expected_queries_circle,
    qbc_expected_queries_to_mass_circle,
    qbc_expected_queries_to_width,
)

W, V = sp.symbols("w v", positive=True)
LEFT = 12 * V**2 * (1 - V)  # the density of what a query leaves


def labels_from(n):
    """Return the polynomials in w of the mean number of labels in up to n instances."""
    means = [sp.Integer(0)]
    for _ in range(n):
        later = sp.integrate(sp.expand(LEFT * (1 + means[-1].subs(W, V * W))), (V, 0, 1))
        means.append(sp.expand((1 - W / 3) * means[-1] + W / 3 * later))
    return means


def test_streams_follow_the_recursion_over_the_width():
    means = labels_from(7)
    line = [Fraction(str(mean.subs(W, 1))) for mean in means]
    assert [qbc_expected_queries(n).exact for n in range(8)] == line
    circle = [Fraction(0)]
    for n in range(7):
        circle.append((circle[-1] + 1 + line[n]) / 2)
    assert [qbc_expected_queries_circle(n).exact for n in range(8)] == circle


def test_a_long_stream_is_enclosed_where_the_fraction_ends():
    short, long = qbc_expected_queries(ADDED_UP), qbc_expected_queries(ADDED_UP + 1)
    assert short.enclosure.width == 0 < long.enclosure.width < Fraction(1, 10**30)
    assert 0 < long.enclosure.lo - short.exact < Fraction(2, ADDED_UP)
    with pytest.raises(DomainError, match="at most 10000 instances"):
        qbc_expected_queries(LONGEST + 1)


def test_means_to_a_width_solve_the_renewal_equation():
    e, u = sp.symbols("epsilon u", positive=True)
    labels = 1 - sp.Rational(12, 7) * sp.log(e) - sp.Rational(12, 49) * (1 - e**7)
    instances = 36 / (7 * e) - 3 + 6 * e**6 / 7
    for mean, first in ((labels, 1), (instances, 3)):
        scale = 1 if first == 1 else 1 / u  # a width of u waits 1/u times as long
        later = sp.integrate(sp.expand(LEFT.subs(V, u) * scale * mean.subs(e, e / u)), (u, e, 1))
        assert sp.simplify(sp.expand_log(first + later - mean)) == 0
    half = Fraction(1, 2)
    assert sp.simplify(qbc_expected_queries_to_width(half).exact - labels.subs(e, sp.S.Half)) == 0
    assert qbc_expected_instances_to_width(half) == Fraction(str(instances.subs(e, sp.S.Half)))


@pytest.mark.parametrize("epsilon", [Fraction(1), Fraction(3, 2)])
def test_nothing_is_asked_where_everything_will_do(epsilon):
    assert float(qbc_expected_queries_to_width(epsilon)) == 0
    assert float(qbc_expected_queries_to_mass_circle(epsilon)) == 0
    assert qbc_expected_instances_to_width(epsilon) == 0
    assert qbc_expected_instances_to_mass_circle(epsilon) == 0


def found(**question):
    mean = exact_mean(**question)
    assert mean is not None
    return float(mean)


@pytest.mark.parametrize("goal", [{"stream": 5}, {"epsilon": Fraction(1, 10)}])
@pytest.mark.parametrize("quantity", ["queries", "unlabeled"])
def test_the_laws_are_found_for_the_targets_that_they_hold_for(goal, quantity):
    line, circle = Thresholds(), CircleSeparators()
    asked: dict[str, Any] = {"learner": "qbc", "quantity": quantity}
    if goal.get("stream") and quantity == "unlabeled":
        assert found(hypotheses=line, **asked, **goal) == 5
        return
    at = Threshold(Fraction(1, 3))
    assert exact_mean(hypotheses=line, target=at, **asked, **goal) is None
    assert found(hypotheses=line, **asked, **goal) > 0
    drawn = exact_mean(hypotheses=circle, **asked, **goal)
    assert drawn == exact_mean(
        hypotheses=circle, target=CircleSeparator(Fraction(0)), **asked, **goal
    )


def test_streams_too_long_to_add_up_have_no_mean():
    given: dict[str, Any] = {"learner": "qbc", "quantity": "queries", "stream": LONGEST + 1}
    assert exact_mean(hypotheses=Thresholds(), **given) is None
