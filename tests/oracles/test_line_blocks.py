"""Labels in blocks: where they change, and which thresholds are best."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.best import best_hypothesis
from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.oracles.block import block
from altheory.oracles.tie import tie

GRID = [Fraction(k, 40) for k in range(41)]


def errors(labels):
    law = Thresholds().law()
    return {t: labels.error(Threshold(t).positive, law) for t in GRID}


@pytest.mark.parametrize(
    ("labels", "turns"),
    [(block(), ("1/2", "3/5", "17/25")), (tie(), ("1/2", "3/5", "7/10"))],
    ids=["block", "tie"],
)
def test_labels_change_at_three_places(labels, turns):
    a, b, c = map(Fraction, turns)
    starts, ends = (Fraction(0), a, b, c), (a, b, c, Fraction(1))
    for start, end, y in zip(starts, ends, (-1, 1, -1, 1), strict=True):
        for x in (start, (start + end) / 2):
            assert 2 * labels.probability(x) - 1 == y
    assert labels.probability(1) == 1


@given(st.integers(1, 39).map(lambda k: Fraction(k, 100)))
def test_the_block_decides_which_side_of_it_is_best(width):
    labels = block(width)
    best = best_hypothesis(Thresholds(), labels)
    sides = {Fraction(1, 2): width, Fraction(3, 5) + width: Fraction(1, 10)}
    least = min(sides.values())
    assert best.error == least <= min(errors(labels).values())
    assert [h.cut for h in best.minimizers] == [t for t, e in sides.items() if e == least]


@given(st.integers(1, 24).map(lambda k: Fraction(k, 100)))
def test_two_thresholds_tie_and_all_others_are_worse(width):
    labels, law = tie(width), Thresholds().law()
    ends = [Fraction(1, 2), Fraction(1, 2) + 2 * width]
    assert [labels.error(Threshold(t).positive, law) for t in ends] == [width, width]
    assert all(e > width for t, e in errors(labels).items() if t not in ends)


def bernstein(labels, best):
    """The largest distance from a threshold, in units of the excess error over it."""
    found, law = errors(labels), Thresholds().law()
    least = labels.error(Threshold(best).positive, law)
    others = [(abs(t - best), e - least) for t, e in found.items() if t != best]
    return max(distance / excess for distance, excess in others)


@given(st.sampled_from([Fraction(k, 40) for k in range(1, 16) if k != 4]))
def test_thresholds_near_the_least_error_around_a_block_are_near_the_best(width):
    best = Fraction(1, 2) if width < Fraction(1, 10) else Fraction(3, 5) + width
    tenth = Fraction(1, 10)
    assert bernstein(block(width), best) == (tenth + width) / abs(tenth - width)


def test_the_block_of_the_default_width_costs_a_factor_of_nine():
    labels, law = block(), Thresholds().law()
    far = Threshold(Fraction(17, 25))
    excess = labels.error(far.positive, law) - labels.error(Threshold(Fraction(1, 2)).positive, law)
    assert (far.cut - Fraction(1, 2)) / excess == 9
    assert bernstein(labels, Fraction(1, 2)) < 9  # the grid does not hold the other valley


@pytest.mark.parametrize("labels", [block(Fraction(1, 10)), tie()], ids=["block", "tie"])
def test_certain_labels_have_margin_one_and_a_tie_is_far_from_itself(labels):
    assert {labels.probability(x) for x in GRID} == {0, 1}
    with pytest.raises(ZeroDivisionError):
        bernstein(labels, Fraction(1, 2))


def test_the_two_defaults_are_one_family():
    assert tie().bayes == block(Fraction(1, 10)).bayes


@pytest.mark.parametrize(("build", "width"), [(block, 0), (block, 0.4), (tie, 0), (tie, 0.25)])
def test_a_block_that_does_not_fit_is_refused(build, width):
    with pytest.raises(DomainError, match=rf"got {width}"):
        build(width)
