"""Differences from a best hypothesis: what a learner reads of them, and how often they fail."""

from fractions import Fraction
from typing import Any

import pytest

from altheory.bounds._pinned import Pinned
from altheory.bounds._uniform import uniform
from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds

LINE = Thresholds()
CHAIN = FiniteClass(2, ["--", "+-", "++"])
NAMES = ("dkw-pinned", "random-walk")
DELTA = Fraction(1, 10)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("cls", [LINE, CHAIN])
@pytest.mark.parametrize("n", [1, 7, 300, 1093])
def test_what_a_learner_reads(name, cls, n):
    theorem = uniform(name, cls)
    assert isinstance(theorem, Pinned)
    for k in {0, 1, n // 2, n}:
        assert theorem.lower(k, n, DELTA) == 0
        assert theorem.upper(k, n, DELTA) == theorem.width(n, DELTA)
        assert theorem.cutoff(k, n, DELTA) == min(n, k + theorem.surplus(n, DELTA))
    assert theorem.width(n, DELTA) == min(1, theorem.radius(n, DELTA))


@pytest.mark.parametrize("name", NAMES)
def test_the_narrower_the_more_labels_and_the_larger_delta(name):
    theorem: Any = uniform(name, LINE)
    assert theorem.width(1000, DELTA) > theorem.width(4000, DELTA)
    assert theorem.width(1000, DELTA) > theorem.width(1000, 2 * DELTA)
    assert theorem.surplus(1000, DELTA) >= theorem.surplus(1000, 2 * DELTA)


def test_walks_drop_more_than_half_lines():
    exact, flat = (uniform(name, LINE) for name in ("random-walk", "dkw-pinned"))
    for n in (100, 1093, 29524):
        assert exact.cutoff(0, n, DELTA) < flat.cutoff(0, n, DELTA) * Fraction(3, 4)
        assert exact.width(n, DELTA) == flat.width(n, DELTA)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("bad", [(5, 4, 0.1), (-1, 4, 0.1), (0, 0, 0.1), (1, 2, 0), (1, 2, 1)])
def test_bad_input_is_refused(name, bad):
    theorem = uniform(name, LINE)
    for door in (theorem.lower, theorem.upper, theorem.cutoff):
        with pytest.raises(DomainError):
            door(*bad)
    with pytest.raises(DomainError):
        theorem.width(0, 0.1)
