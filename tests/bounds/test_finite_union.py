from fractions import Fraction
from typing import Any

import pytest

from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.bounds.finite_union import finite_union
from altheory.bounds.kl import kl
from altheory.errors import DomainError, UnknownNameError

DELTA = Fraction(1, 20)


@pytest.mark.parametrize(("name", "single"), [("clopper_pearson", clopper_pearson), ("kl", kl)])
@pytest.mark.parametrize("side", ["two-sided", "lower", "upper"])
def test_it_is_the_single_bound_at_its_share(name, single, side):
    for k in range(11):
        together = finite_union(k, 10, DELTA, members=7, single=name, side=side)
        alone = single(k, 10, DELTA / 7, side=side)
        assert (together.lower, together.upper) == (alone.lower, alone.upper)
        assert together.delta == DELTA
        assert together.assumptions[-1] == "one of 7 hypotheses fixed before the data"


def test_more_hypotheses_are_wider():
    widths = [finite_union(3, 20, DELTA, members=m).width for m in (1, 2, 10, 1000)]
    assert widths == sorted(set(widths))


def test_bad_input_is_refused():
    unknown: Any = "hoeffding"
    with pytest.raises(UnknownNameError, match="bound for one hypothesis"):
        finite_union(1, 5, DELTA, members=2, single=unknown)
    bad: tuple[Any, ...] = (0, 1.5)
    for members in bad:
        with pytest.raises(DomainError):
            finite_union(1, 5, DELTA, members=members)
    with pytest.raises(DomainError):
        finite_union(6, 5, DELTA, members=1)
