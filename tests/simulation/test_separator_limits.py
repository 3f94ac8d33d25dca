"""Dimensions and numbers of labelings that no simulation gets through, before any work."""

import pytest

from altheory.errors import DomainError
from altheory.hypotheses.affine import AffineSeparators
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.sphere import SphereSeparators
from altheory.simulation import sweep
from altheory.simulation.sweep import label_complexity

NOISY = "classification:0.1"


@pytest.fixture
def idle(monkeypatch):
    """Let nothing be simulated: what is accepted ends in this error."""

    def gather(*_, **__):
        raise TimeoutError

    monkeypatch.setattr(sweep, "gather", gather)


def refuse(hypotheses, said, **settings):
    with pytest.raises(DomainError, match=said) as caught:
        label_complexity(hypotheses, **{"streams": [100], **settings})
    assert "\n" not in str(caught.value)


def accept(hypotheses, **settings):
    with pytest.raises(TimeoutError):
        label_complexity(hypotheses, **{"streams": [100], **settings})


@pytest.mark.parametrize(
    ("most", "settings"),
    [
        (SphereSeparators(10), {"learner": "cal"}),
        (SphereSeparators(10), {"learner": "cal", "batch": 5}),
        (SphereSeparators(10), {"learner": "passive"}),
        (SphereSeparators(8), {"learner": "cal", "noise": NOISY}),
        (SphereSeparators(8), {"learner": "qbc"}),
        (AffineSeparators(7), {"learner": "cal"}),
        (AffineSeparators(7), {"learner": "passive"}),
        (AffineSeparators(7), {"learner": "qbc"}),
    ],
)
@pytest.mark.usefixtures("idle")
def test_dimensions_end_where_nobody_knows_where_to_ask(most, settings):
    d = most.dimension
    accept(most, **settings)
    said = f"simulated up to dimension {d}, got {d + 1}; choose a smaller one, or streams of at"
    refuse(type(most)(d + 1), said, **settings, replicates=50)
    accept(type(most)(d + 1), **settings, replicates=10)
    refuse(type(most)(d + 1), said, **settings, streams=None, epsilons=[0.9], replicates=1)


@pytest.mark.usefixtures("idle")
def test_theory_goes_on_where_simulations_end():
    refuse(SphereSeparators(11), r"theory.cal_expected_queries\(11, n\) is the mean")
    refuse(AffineSeparators(8), r"theory.cal_expected_queries\(9, n\) is the mean")
    accept(SphereSeparators(50), learner="margin")
    accept(SphereSeparators(50), learner="passive", noise=NOISY, streams=[5], replicates=9)


@pytest.mark.usefixtures("idle")
def test_labelings_of_all_replicates_are_counted():
    """Cover's 92 of ten instances in space: 1086 replicates have fewer than 100000."""
    settings = {"learner": "passive", "noise": NOISY, "streams": [10]}
    said = "of 10 instances in each of 1087 replicates, is at most 100000, got 100004; show fewer"
    for of in (SphereSeparators(3), AffineSeparators(2)):
        accept(of, **settings, replicates=1086)
        refuse(of, said, **settings, replicates=1087)
        refuse(of, "got 9902000; show", **{**settings, "streams": [100]}, replicates=1000)
        refuse(of, "at most 50000, got", **{**settings, "streams": [10**5]}, replicates=1)
    accept(CircleSeparators(), **{**settings, "streams": [100]}, replicates=1000)


@pytest.mark.usefixtures("idle")
def test_the_count_itself_takes_no_time():
    settings = {"learner": "passive", "noise": NOISY, "replicates": 1}
    refuse(SphereSeparators(200), "about 1e", **settings, streams=[10**5])
    refuse(SphereSeparators(200), "at most 10000000, got", **{**settings, "replicates": 10**14})
