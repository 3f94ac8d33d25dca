"""Renaming the points or swapping the labels of a class renames the transcript and no more."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from altheory.hypotheses.finite import FiniteClass
from altheory.learners.cal import CAL
from altheory.testing.replay import replay
from altheory.testing.strategies import finite_classes, labeled_prefixes


@st.composite
def streams(draw):
    """A class and a labeled stream that it realizes."""
    cls = draw(finite_classes(max_points=3))
    return cls, draw(labeled_prefixes(cls))


def asked(cls, sample):
    return replay(CAL(cls.version_space()), dict(sample).__getitem__, [x for x, _ in sample]).sample


@given(streams())
def test_swapped_labels(stream):
    cls, sample = stream
    everything = (1 << cls.n_points) - 1
    swapped = FiniteClass(cls.n_points, [everything ^ m for m in cls.hypotheses])
    expected = tuple((x, -y) for x, y in asked(cls, sample))
    assert asked(swapped, [(x, -y) for x, y in sample]) == expected


@given(streams())
def test_renamed_points(stream):
    cls, sample = stream
    n = cls.n_points
    for name in permutations(range(n)):
        rows = [[(1 if m >> name.index(i) & 1 else -1) for i in range(n)] for m in cls.hypotheses]
        expected = tuple((name[x], y) for x, y in asked(cls, sample))
        assert asked(FiniteClass(n, rows), [(name[x], y) for x, y in sample]) == expected


@given(streams())
def test_doubled_points(stream):
    """A copy of every point is free once its original is known."""
    cls, sample = stream
    n = cls.n_points
    doubled = FiniteClass(2 * n, [m | m << n for m in cls.hypotheses])
    assert asked(doubled, [(x + copy * n, y) for x, y in sample for copy in (0, 1)]) == asked(
        cls, sample
    )
