"""The yardstick measures: it lets the law pass and notices another."""

from fractions import Fraction

import pytest

from tests.simulation.laws import ALPHA, deviates, distribution, mean, threshold_law


def test_the_enumerated_law_has_the_known_mean():
    assert [mean(threshold_law(n, 1)) for n in (1, 2, 3)] == [1, Fraction(5, 3), Fraction(13, 6)]


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_a_wrong_law_is_noticed(rng):
    law = threshold_law(4, 1)
    sample = rng.choice(list(law), size=4000, p=[float(p) for p in law.values()]).tolist()
    assert not deviates(sample, distribution(law))
    assert deviates(sample, distribution(threshold_law(3, 1)))
    assert deviates(sample, distribution(threshold_law(4, 2)))
