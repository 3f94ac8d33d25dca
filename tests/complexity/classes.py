"""Finite classes with known complexity, and a strategy for arbitrary ones."""

from hypothesis import strategies as st

from altheory.hypotheses.finite import FiniteClass


def thresholds(n: int) -> FiniteClass:
    """Return the labelings of a pool of ``n`` points by thresholds."""
    return FiniteClass(n, ["-" * (n - k) + "+" * k for k in range(n + 1)])


def intervals(n: int) -> FiniteClass:
    """Return the labelings of a pool of ``n`` points by intervals, the empty one included."""
    ends = [(a, b) for a in range(n + 1) for b in range(a, n + 1)]
    return FiniteClass(n, ["-" * a + "+" * (b - a) + "-" * (n - b) for a, b in ends])


def star(n: int) -> FiniteClass:
    """Return "all negative" and the ``n`` hypotheses with one positive point."""
    return FiniteClass(n, [0, *(1 << x for x in range(n))])


def cube(n: int) -> FiniteClass:
    """Return every labeling of ``n`` points."""
    return FiniteClass(n, range(1 << n))


MASKS = st.sets(st.integers(0, 15), min_size=1, max_size=8)
CLASSES = MASKS.map(lambda masks: FiniteClass(4, masks))
