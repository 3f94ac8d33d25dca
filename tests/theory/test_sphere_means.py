"""The laws of the sphere are found by the class and the learner."""

from typing import Any

import pytest

from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.half_space import SphereSeparator
from altheory.hypotheses.sphere import SphereSeparators
from altheory.theory.means import exact_mean
from altheory.theory.sphere_cal import cal_expected_queries


@pytest.mark.parametrize("d", [2, 3, 5])
@pytest.mark.parametrize("n", [0, 1, 7, 10**6])
def test_labels_in_a_stream(d, n):
    target = SphereSeparator((1,) * d)
    for given in (None, target):
        form = exact_mean(
            hypotheses=SphereSeparators(d),
            learner="cal",
            quantity="queries",
            stream=n,
            target=given,
        )
        assert form == cal_expected_queries(d, n)


PLANAR = (
    ("cal", "queries", {"stream": 50}),
    ("cal", "queries", {"epsilon": 0.1}),
    ("cal", "unlabeled", {"epsilon": 0.1}),
    ("passive", "queries", {"epsilon": 0.1}),
    ("qbc", "queries", {"stream": 50}),
    ("qbc", "queries", {"epsilon": 0.1}),
    ("qbc", "unlabeled", {"epsilon": 0.1}),
)


@pytest.mark.parametrize(("learner", "quantity", "given"), PLANAR)
@pytest.mark.parametrize("target", [None, SphereSeparator((3, -4))])
def test_in_the_plane_the_sphere_is_the_circle(learner, quantity, given, target):
    question = {"learner": learner, "quantity": quantity, **given}
    sphere = exact_mean(hypotheses=SphereSeparators(2), target=target, **question)
    circle = exact_mean(hypotheses=CircleSeparators(), **question)
    assert sphere is not None
    assert circle is not None
    assert float(sphere) == float(circle)


def test_what_no_law_knows_is_none():
    hypotheses = SphereSeparators(3)
    form = exact_mean(hypotheses=hypotheses, learner="cal", quantity="queries", epsilon=0.1)
    assert form is None
    for learner, given in (("qbc", {"stream": 50}), ("passive", {"epsilon": 0.1})):
        question: dict[str, Any] = {"hypotheses": hypotheses, "learner": learner, **given}
        assert exact_mean(quantity="queries", **question) is None
