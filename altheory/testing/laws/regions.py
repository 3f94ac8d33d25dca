"""Regions form a Boolean algebra, and membership respects it.

Equality is equality of sets: two regions with the same elements are equal, so a
canonical form is part of the law.
"""

from collections.abc import Sequence
from typing import Any

import numpy as np

from altheory.testing.replay import batch


def membership_respects_the_operations(a: Any, b: Any, xs: Sequence[Any]) -> None:
    """``x in (a & b)`` iff ``x in a`` and ``x in b``, and so for ``|``, ``-`` and ``~``."""
    both, either, rest, outside = a & b, a | b, a - b, ~a
    for x in xs:
        in_a, in_b = x in a, x in b
        assert (x in both) == (in_a and in_b)
        assert (x in either) == (in_a or in_b)
        assert (x in rest) == (in_a and not in_b)
        assert (x in outside) == (not in_a)


def complements_obey_de_morgan(a: Any, b: Any) -> None:
    """``~(a & b) == ~a | ~b``, ``~(a | b) == ~a & ~b`` and ``~~a == a``."""
    assert ~(a & b) == ~a | ~b
    assert ~(a | b) == ~a & ~b
    assert ~~a == a


def equal_regions_have_one_form(a: Any, b: Any) -> None:
    """``a == b`` iff their symmetric difference is empty; a set put together again is itself."""
    assert (a == b) == ((a - b) | (b - a)).is_empty
    assert (a & b) | (a - b) == a
    assert (a | b) - (b - a) == a
    assert hash((a & b) | (a - b)) == hash(a)


def the_empty_region_has_no_element(a: Any, xs: Sequence[Any]) -> None:
    """``a`` and its complement share nothing, and together they are everything."""
    nothing, everything = a & ~a, a | ~a
    assert nothing.is_empty
    assert not any(x in nothing for x in xs)
    assert all(x in everything for x in xs)


def batches_agree_with_single_instances(a: Any, xs: Sequence[Any]) -> None:
    """``contains`` answers for floats as ``in`` does, bit by bit."""
    floats = batch(xs)
    answers = a.contains(floats)
    assert answers.dtype == np.bool_
    assert answers.tolist() == [x in a for x in floats.tolist()]
