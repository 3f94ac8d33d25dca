from itertools import product

import pytest

from altheory.bounds._classes import growth, is_nested, sauer, size
from altheory.complexity.shattering import growth as by_search
from altheory.errors import DomainError
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.grid_rectangles import GridRectangles
from altheory.hypotheses.thresholds import Thresholds

CLASSES = [
    FiniteClass(3, [mask for mask in range(8) if chosen >> mask & 1]) for chosen in range(1, 256)
]


@pytest.mark.parametrize("n", range(5))
def test_growth_is_never_below_what_is_found_by_search(n):
    for cls in CLASSES[::7]:
        assert growth(cls, n) >= by_search(cls, n)
    assert growth(Thresholds(), n) == by_search(Thresholds(), n) == n + 1


def test_sauer_is_attained_by_sets_of_few_positives():
    for d, n in product(range(4), range(5)):
        few = [mask for mask in range(2**n) if mask.bit_count() <= d]
        assert sauer(d, n) == len(few)
    with pytest.raises(DomainError):
        sauer(-1, 3)


def test_a_class_is_a_chain_iff_each_pair_is_nested():
    found = [is_nested(cls) for cls in CLASSES]
    pairs = [
        all(g & h in (g, h) for g in cls.hypotheses for h in cls.hypotheses) for cls in CLASSES
    ]
    assert found == pairs
    assert 0 < sum(found) < len(found)


@pytest.mark.parametrize("of", [Conjunctions(2), GridRectangles(2, 2), GridRectangles(1, 4)])
def test_languages_have_as_many_hypotheses_as_they_have_labelings(of):
    points = range(of.n_points)
    assert size(of) == len(FiniteClass.restriction(of.representatives(points), points).hypotheses)
    assert growth(of, 2 * of.n_points) == size(of)
    assert not is_nested(of)


def test_thresholds_are_a_chain_of_infinitely_many():
    assert is_nested(Thresholds())
    assert size(Thresholds()) is None
    assert [size(cls) for cls in CLASSES] == [len(cls.hypotheses) for cls in CLASSES]
