"""An estimate says its level, and refuses to contradict itself."""

import math

import pytest

from altheory.errors import DomainError
from altheory.numeric.estimate import Estimate


def test_it_says_how_well_it_is_known():
    e = Estimate(0.5, 0.25, 0.75, level=0.9, replicates=10)
    assert str(e) == "0.5 in [0.25, 0.75] at 90% (10 replicates)"
    assert float(e) == 0.5


@pytest.mark.parametrize(
    ("value", "low", "high", "level", "said"),
    [
        (2.0, 0.0, 1.0, 0.9, "got 2.0"),
        (-1.0, 0.0, 1.0, 0.9, "got -1.0"),
        (0.5, 1.0, 0.0, 0.9, "[1.0, 0.0]"),
        (math.nan, 0.0, 1.0, 0.9, "nan"),
        (0.5, 0.0, 1.0, 0.0, "got 0.0"),
        (0.5, 0.0, 1.0, 1.0, "got 1.0"),
        (0.5, 0.0, 1.0, math.nan, "got nan"),
    ],
)
def test_refusals(value, low, high, level, said):
    with pytest.raises(DomainError) as caught:
        Estimate(value, low, high, level=level, replicates=1)
    assert said in str(caught.value)
