"""Batches say what instances say one by one, or refuse what floats would round."""

from fractions import Fraction

import numpy as np
import pytest

from altheory.errors import DomainError
from altheory.hypotheses.affine import AffineSeparators
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.rectangles import Rectangles
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Thresholds

BETWEEN = 2**53 + 1  # as a float it is 2^53
INTEGERS = np.array([[BETWEEN, -(2**53)]])
THIRD = Fraction(1, 3)
CASES = [
    (SphereSeparators(2), INTEGERS),
    (SphereSeparators(2), [[BETWEEN, 0.5]]),
    (AffineSeparators(2), INTEGERS),
    (Rectangles(2), [(THIRD, 0)]),
    (CircleSeparators(), [THIRD]),
    (Thresholds(), np.array([THIRD])),
]


@pytest.mark.parametrize(("of", "xs"), CASES)
def test_what_floats_would_round_is_refused_in_batches(of, xs):
    space = of.version_space()
    refusals = [space.specific().contains, space.disagreement().contains, space.member().predict]
    for refuses in refusals:
        with pytest.raises(DomainError, match=r"holds floats, got [0-9/]+, which is none; give"):
            refuses(xs)


@pytest.mark.parametrize("of", [SphereSeparators(2), AffineSeparators(2)])
def test_integers_that_are_no_floats_label_one_by_one(of):
    """The diagonal parts (2^53 + 1, -2^53) from its float."""
    space = of.version_space()
    with pytest.raises(DomainError, match=f"got {BETWEEN}"):
        space.restrict_all(INTEGERS, [1])
    rows = INTEGERS.tolist()
    assert space.restrict_all(rows, [1]).sample == ((tuple(map(Fraction, rows[0])), 1),)
    smaller = np.array([[3, -2]])
    assert space.restrict_all(smaller, [1]) == space.restrict((3, -2), 1)
    assert (rows[0] in space.restrict((1, -1), 1).specific()) is False
