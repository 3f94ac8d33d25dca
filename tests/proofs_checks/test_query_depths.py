"""Least depths, against a recursion written out for the purpose."""

from itertools import product

from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.seeds import stream
from proofs_checks._query_depths import least_depth, random_depth, small_depths


def depth_by_trying(of: FiniteClass, masks: tuple[int, ...]) -> int:
    """Return the least depth, by trying every question."""
    if len(masks) == 1:
        return 0
    parts = [
        [m for m in masks if (m >> x & 1) == y] for x, y in product(range(of.n_points), (0, 1))
    ]
    pairs = [(a, b) for a, b in zip(parts[::2], parts[1::2], strict=True) if a and b]
    return 1 + min(max(depth_by_trying(of, tuple(part)) for part in pair) for pair in pairs)


def test_every_small_class_has_its_least_depth():
    assert len(small_depths()) == 273
    assert all(depth == depth_by_trying(of, of.hypotheses) for of, depth in small_depths())


def test_random_classes_come_with_their_depth():
    for i in range(5):
        of, depth = random_depth(stream(i, "random depth"))
        assert len(of.hypotheses) <= 12
        assert depth == least_depth(of) == depth_by_trying(of, of.hypotheses)
