"""The lists behind the claims on conjunctions and grid boxes miss nothing."""

from itertools import product

import pytest

from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.grid_rectangles import GridRectangles
from proofs_checks._hull_classes import LARGER, SMALL, haussler, left, members, samples


@pytest.mark.parametrize("n", [1, 2, 3])
def test_members_are_all_conjunctions(n):
    """Written as text and evaluated by Python itself."""
    rows = {0}
    for signs in product(("", "x{0}", "not x{0}"), repeat=n):
        text = " and ".join(s.format(i) for i, s in enumerate(signs) if s) or "True"
        values = [{f"x{i}": bool(x >> i & 1) for i in range(n)} for x in range(1 << n)]
        rows.add(sum(1 << x for x, named in enumerate(values) if eval(text, {}, named)))
    assert set(members(Conjunctions(n))) == rows
    assert len(members(Conjunctions(n))) == len(rows) == 3**n + 1


@pytest.mark.parametrize(
    "of", [GridRectangles(2, 2), GridRectangles(2, 3), GridRectangles(1, 3)], ids=repr
)
def test_members_are_all_boxes(of):
    """The bounding box of every set of points, by coordinates."""
    rows = {0}
    corners = [of.coordinates(x) for x in range(of.n_points)]
    for a, b in product(corners, repeat=2):
        sides = [range(min(u, v), max(u, v) + 1) for u, v in zip(a, b, strict=True)]
        rows.add(sum(1 << of.point(*v) for v in product(*sides)))
    assert set(members(of)) == rows


@pytest.mark.parametrize(("n_points", "most"), [(1, 1), (3, 3), (4, 2)])
def test_samples_label_each_point_at_most_once(n_points, most):
    found = list(samples(n_points, most))
    everything = [
        tuple((x, y) for x, y in enumerate(labels) if y)
        for labels in product((0, -1, 1), repeat=n_points)
    ]
    assert sorted(found) == sorted(s for s in everything if len(s) <= most)


@pytest.mark.parametrize("of", [*SMALL, *LARGER], ids=repr)
def test_what_is_left_agrees(of):
    assert left(of, ()) == members(of)
    assert all(h & 0b11 == 0b01 for h in left(of, ((0, 1), (1, -1))))
    assert left(of, ((0, 1), (0, -1))) == ()


def test_each_negative_lacks_two_attributes_of_its_own():
    of, negatives = haussler(3)
    assert of == Conjunctions(6)
    lacking = [~x & 0b111111 for x in negatives]
    assert lacking == [0b11, 0b1100, 0b110000]
