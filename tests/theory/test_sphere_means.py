"""The laws of the sphere are found by the class and the learner."""

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


def test_in_the_plane_the_sphere_is_the_circle():
    sphere, circle = (
        exact_mean(hypotheses=hypotheses, learner="cal", quantity="queries", stream=50)
        for hypotheses in (SphereSeparators(2), CircleSeparators())
    )
    assert sphere == circle


def test_what_no_law_knows_is_none():
    hypotheses = SphereSeparators(3)
    form = exact_mean(hypotheses=hypotheses, learner="cal", quantity="queries", epsilon=0.1)
    assert form is None
