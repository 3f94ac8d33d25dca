"""Chances on arrays are those of the label law, floats beside every breakpoint included."""

import math
from fractions import Fraction

import numpy as np
import pytest

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.oracles._naming import noise_called
from altheory.oracles.massart import massart
from altheory.oracles.pure_noise import pure_noise
from altheory.simulation.label_chances import chances
from altheory.spaces.cuts import after, before
from altheory.spaces.finite import FiniteRegion
from altheory.spaces.line import IntervalUnion

LINE = Thresholds()
STEPS = ("none", "classification:1/3", "massart:1/7", "tie", "block:1/9", "pure", "tsybakov:1")
PLACES = [Fraction(k, 60) for k in range(61)] + [Fraction(1, 3), Fraction(37, 100)]


def beside(places):
    near = {float(x) for x in places}
    near |= {math.nextafter(x, end) for x in near for end in (0.0, 1.0)}
    return np.array(sorted(near))


@pytest.mark.parametrize("noise", STEPS)
@pytest.mark.parametrize("cut", [0, Fraction(37, 100), Fraction(1, 3), 1])
def test_steps_are_found_exactly(noise, cut):
    labels = noise_called(noise, LINE, Threshold(cut))
    known = chances(labels)
    assert known is not None
    xs = beside(PLACES)
    for x, p in zip(xs.tolist(), known(xs).tolist(), strict=True):
        truth = labels.probability(Fraction(x))
        assert isinstance(truth, Fraction)
        assert 0 <= Fraction(p) - truth < Fraction(1, 2**53)


def test_a_margin_on_an_open_interval():
    where = IntervalUnion.from_cuts(after(Fraction(1, 4)), before(Fraction(3, 4)))
    labels = massart(Threshold(Fraction(1, 2)), Fraction(1, 2), where)
    known = chances(labels)
    assert known is not None
    xs = beside(PLACES)
    assert known(xs).tolist() == [float(labels.probability(Fraction(x))) for x in xs.tolist()]


@pytest.mark.parametrize("kappa", ["2", "3", "3/2", "5/4"])
def test_tsybakov_chances_are_rounded_a_few_times(kappa):
    labels = noise_called(f"tsybakov:{kappa}", LINE, Threshold(Fraction(37, 100)))
    known = chances(labels)
    assert known is not None
    xs = beside(PLACES)
    for x, p in zip(xs.tolist(), known(xs).tolist(), strict=True):
        truth = labels.probability(Fraction(x))
        middle = truth if isinstance(truth, Fraction) else truth.midpoint
        # the distance to the boundary is off by the rounding of the cut
        assert abs(Fraction(p) - middle) < Fraction(1, 10**4 if kappa == "5/4" else 10**8)


def test_other_domains_go_another_way():
    assert chances(pure_noise(FiniteRegion(3, 7))) is None
