"""Boundary sets and hulls against lists: every sequence of labels on small domains, then fuzz."""

import math
from fractions import Fraction
from itertools import product
from typing import Any, NamedTuple

import pytest

from altheory.errors import BudgetError
from altheory.hypotheses._candidate_elimination import Boundaries
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.grid_rectangles import GridRectangles
from altheory.hypotheses.rectangles import Rectangle, Rectangles
from altheory.ledger.checker import verify
from altheory.testing.replay import fold

SMALL = (
    Conjunctions(1),
    Conjunctions(2),
    GridRectangles(1, 1),
    GridRectangles(1, 4),
    GridRectangles(2, 2),
)
LARGER = (Conjunctions(3), Conjunctions(4), GridRectangles(2, 3), GridRectangles(3, 2))
TINY = [
    FiniteClass(n, [m for m in range(1 << n) if c >> m & 1])
    for n in (1, 2)
    for c in range(1, 1 << (1 << n))
]


class Listed(NamedTuple):
    """A finite class as a language: its neighbors are found by comparing everybody."""

    of: FiniteClass

    def covers(self, h, x):
        return h >> x & 1 == 1

    def below(self, g, h):
        return g | h == h

    def generalizations(self, h, x):
        return [t for t in self.of.hypotheses if self.below(h, t) and self.covers(t, x)]

    def specializations(self, h, x):
        return [t for t in self.of.hypotheses if self.below(t, h) and not self.covers(t, x)]


def extremes(masks):
    """The minimal and the maximal of some bitmasks, straight from the definition."""
    low = {h for h in masks if not any(g != h and g & h == g for g in masks)}
    high = {h for h in masks if not any(g != h and g & h == h for g in masks)}
    return low, high


def masks(hypotheses):
    return {h.positive.mask for h in hypotheses}


def sequences(n_points):
    """Every way to label some of the points, in increasing order."""
    for labels in product((0, -1, 1), repeat=n_points):
        yield [(x, y) for x, y in enumerate(labels) if y]


def table(cls):
    """All hypotheses as sets of points, written down without hulls."""
    n = cls.n_points
    if isinstance(cls, Conjunctions):
        signs = product((0, 1, None), repeat=cls.n_attributes)
        rows = [
            [all(s is None or x >> i & 1 == s for i, s in enumerate(want)) for x in range(n)]
            for want in signs
        ]
    else:
        ends = [(lo, hi) for hi in range(cls.side) for lo in range(hi + 1)]
        rows = [
            [
                all(lo <= v <= hi for (lo, hi), v in zip(box, cls.coordinates(x), strict=True))
                for x in range(n)
            ]
            for box in product(ends, repeat=cls.dimension)
        ]
    return FiniteClass(
        n, [0, *(sum(1 << i for i, inside in enumerate(row) if inside) for row in rows)]
    )


def same(space, reference, points):
    """A version space answers as the list does, at every point."""
    assert space.is_empty == reference.is_empty
    assert [space.labels(x) for x in points] == [reference.labels(i) for i in range(len(points))]


def same_sets(space, reference):
    """Regions, boundary sets and members are those of the list."""
    same(space, reference, range(reference.of.n_points))
    assert (space.specific(), space.general()) == (reference.specific(), reference.general())
    assert space.listed().members == reference.members
    low, high = extremes(reference.members)
    assert (masks(space.specific_set()), masks(space.general_set())) == (low, high)
    assert len(space.specific_set()) <= 1


@pytest.mark.parametrize("of", TINY, ids=repr)
def test_lists_and_candidate_elimination_find_the_extremes(of):
    """Labels in every order: each class on two points, both labels of a point too."""
    labels: list[Any] = [(x, y) for x in range(of.n_points) for y in (-1, 1)]
    for sample in (seq for size in range(4) for seq in product(labels, repeat=size)):
        space = fold(of.version_space(), sample)
        low, high = extremes(space.members)
        assert (masks(space.specific_set()), masks(space.general_set())) == (low, high)
        boundaries = Boundaries(*map(tuple, extremes(of.hypotheses)))
        for x, y in sample:
            boundaries = boundaries.after(Listed(of), x, y)
        assert (set(boundaries.specific), set(boundaries.general)) == (low, high)


@pytest.mark.parametrize("cls", SMALL, ids=repr)
def test_every_sequence_of_labels_agrees_with_the_list(cls):
    listed = table(cls)
    assert listed.hypotheses == tuple(
        sorted(cls.hypothesis(i).positive.mask for i in range(cls.size))
    )
    for sample in sequences(cls.n_points):
        same_sets(fold(cls.version_space(), sample), fold(listed.version_space(), sample))


@pytest.mark.parametrize("cls", LARGER, ids=repr)
@pytest.mark.parametrize(
    "runs", [300, pytest.param(100_000, marks=pytest.mark.slow)], ids=["short", "long"]
)
@pytest.mark.seeded("every sequence of labels must agree")
def test_random_sequences_agree_with_the_list(cls, runs, rng):
    listed = table(cls)
    for run in range(runs):
        points = rng.integers(cls.n_points, size=rng.integers(7)).tolist()
        target = listed.hypotheses[rng.integers(len(listed.hypotheses))]
        noise = (rng.random(len(points)) < rng.choice([0, 0.2])).tolist()
        labels = [
            1 if (target >> x & 1) != flip else -1 for x, flip in zip(points, noise, strict=True)
        ]
        sample = list(zip(points, labels, strict=True))
        space, reference = (fold(c.version_space(), sample) for c in (cls, listed))
        same(space, reference, range(cls.n_points))
        if run % 10 == 0:
            same_sets(space, reference)


def beside(*breakpoints):
    """The breakpoints and the floats around them, inside the unit interval."""
    near = {
        f for a in map(float, breakpoints) for f in (a, math.nextafter(a, 0), math.nextafter(a, 1))
    }
    return sorted({*map(Fraction, near), *map(Fraction, breakpoints)})


COORDINATES = {1: beside(0, Fraction(1, 3), 0.5, 1), 2: [Fraction(0), *beside(0.5), Fraction(1)]}


@pytest.mark.parametrize("dimension", COORDINATES)
@pytest.mark.parametrize(
    "runs", [300, pytest.param(100_000, marks=pytest.mark.slow)], ids=["short", "long"]
)
@pytest.mark.seeded("every sequence of labels must agree")
def test_boxes_with_neighboring_ends_agree_with_a_list(dimension, runs, rng):
    """Of the boxes in the cube those with ends among the coordinates take all labelings."""
    cls, marks = Rectangles(dimension), COORDINATES[dimension]
    points = list(product(marks, repeat=dimension))
    ends = [(lo, hi) for hi in marks for lo in marks if lo <= hi]
    boxes = [Rectangle(dimension, box) for box in product(ends, repeat=dimension)]
    listed = FiniteClass.restriction([cls.nothing, *boxes], points)
    for run in range(runs):
        places = rng.integers(len(points), size=rng.integers(7)).tolist()
        target = listed.hypotheses[rng.integers(len(listed.hypotheses))]
        noise = (rng.random(len(places)) < rng.choice([0, 0.2])).tolist()
        labels = [
            1 if (target >> i & 1) != flip else -1 for i, flip in zip(places, noise, strict=True)
        ]
        space = fold(
            cls.version_space(), [(points[i], y) for i, y in zip(places, labels, strict=True)]
        )
        reference = fold(listed.version_space(), zip(places, labels, strict=True))
        same(space, reference, points)
        if run % 10 == 0:
            batch = [[float(c) for c in x] for x in points]
            exact = [x for x in points if all(Fraction(float(c)) == c for c in x)]
            for region, plain in (
                (space.general(), reference.general()),
                (space.specific(), reference.specific()),
            ):
                assert [x in region for x in points] == [i in plain for i in range(len(points))]
                inside = dict(zip(points, region.contains(batch).tolist(), strict=True))
                assert all(inside[x] == (x in region) for x in exact)


def test_a_large_boundary_is_refused_while_labels_go_on():
    """Twelve negatives that each allow one of two literals: 2 ** 12 most general members."""
    cls = Conjunctions(24)
    everything = cls.n_points - 1
    space = cls.version_space().restrict(everything, 1)
    for i in range(12):
        space = space.restrict(everything ^ 0b11 << 2 * i, -1)
    assert space.labels(everything ^ 0b111) == {-1}
    assert space.labels(everything ^ 0b1) == {-1, 1}
    with pytest.raises(BudgetError, match="labels"):
        space.general_set()


def test_certificates_name_the_class_and_the_points():
    """The same labels and the same answer, of other classes at other points."""
    plane, grid, cube = Rectangles(2), GridRectangles(9, 9), Conjunctions(20)
    in_plane = plane.version_space().restrict((0.25, 0.25), 1).restrict((0.5, 0.5), -1)
    in_grid = grid.version_space().restrict(grid.point(*[1] * 9), 1)
    in_cube = cube.version_space().restrict(5, 1)
    certificates = [
        in_plane.certificate((0.75, 0.75)),
        in_grid.restrict(grid.point(*[2] * 9), -1).certificate(grid.point(*[3] * 9)),
        in_cube.restrict(6, -1).certificate(6),
    ]
    tables = [each["problem"]["hypotheses"] for each in certificates]
    assert [table["of"] for table in tables] == [repr(plane), repr(grid), repr(cube)]
    assert tables[0]["points"] == ["(1/4, 1/4)", "(1/2, 1/2)", "(3/4, 3/4)"]
    assert tables[1]["points"][2] == "(3, 3, 3, 3, 3, 3, 3, 3, 3)"
    assert tables[2]["points"][0].startswith("!x0 & x1 & x2 & !x3 & ")
    assert len({each["digest"] for each in certificates}) == 3
    assert verify(certificates[0]).endswith("say -1 at '(3/4, 3/4)' of 'Rectangles(dimension=2)'")


@pytest.mark.parametrize("cls", LARGER, ids=repr)
def test_survivors_are_members_of_the_language(cls: Any):
    """After two labels in conflict: of those with one error at most, each is in the class."""
    space = cls.version_space().counts([(0, 1), (0, -1), (3, 1)]).at_most(1)
    found = [space.member(), space.specific_hypothesis(), *space.general_set()]
    found += [space.restrict(3, 1).member(), space.counts([(1, 1)]).at_most(0).member()]
    found += [*space.specific_set(), cls.ball(cls.everything, 0).member()]
    for h in found:
        assert cls.parse_target(str(h)) == h
    assert space.general_hypothesis() == cls.everything == found[-1]
    assert verify(space.certificate(3))


@pytest.mark.parametrize("cls", LARGER, ids=repr)
def test_every_hypothesis_is_found_by_its_points(cls: Any):
    for h in map(cls.hypothesis, range(cls.size)):
        assert cls.labeling(h.positive) == h
