"""The enumerations behind "every class on at most three points" miss nothing."""

from itertools import combinations, product

import pytest

from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.seeds import stream
from proofs_checks._small_classes import (
    classes_on,
    every_version_space,
    hypotheses,
    random_class,
    rows,
    small_classes,
    star,
    star_sets,
    version_spaces,
)


def survivors(of: FiniteClass) -> set[tuple[int, ...]]:
    """Return all nonempty version spaces, by trying every partial labeling."""
    patterns = product((None, 0, 1), repeat=of.n_points)
    found = (
        tuple(
            mask
            for mask in of.hypotheses
            if all(bit is None or mask >> x & 1 == bit for x, bit in enumerate(pattern))
        )
        for pattern in patterns
    )
    return {members for members in found if members}


@pytest.mark.parametrize("n", [1, 2, 3])
def test_the_classes_on_n_points_are_the_nonempty_subsets_of_the_cube(n):
    cube = range(2**n)
    subsets = {s for size in range(1, 2**n + 1) for s in combinations(cube, size)}
    assert {of.hypotheses for of in classes_on(n)} == subsets
    assert len(classes_on(n)) == len(subsets)


def test_small_classes_are_those_on_one_two_and_three_points():
    assert [of.n_points for of in small_classes()] == [1] * 3 + [2] * 15 + [3] * 255


@pytest.mark.parametrize("n", [1, 2, 3])
def test_version_spaces_are_those_of_every_partial_labeling(n):
    for of in classes_on(n):
        spaces = version_spaces(of)
        assert {space.members for space in spaces} == survivors(of)
        assert len(spaces) == len(survivors(of))


def test_each_version_space_remembers_labels_that_leave_it():
    for space in every_version_space():
        xs, ys = [x for x, _ in space.sample], [y for _, y in space.sample]
        assert space.of.version_space().restrict_all(xs, ys) == space


def test_a_star_has_one_neighbor_a_point():
    assert rows(4, star(4).hypotheses) == "---- +--- -+-- --+- ---+"


def test_star_sets_are_those_of_the_definition():
    for of in classes_on(2) + classes_on(3)[::7]:
        members = hypotheses(of)
        subsets = [
            s for k in range(1, of.n_points + 1) for s in combinations(range(of.n_points), k)
        ]
        expected = {
            (str(h), points)
            for h in members
            for points in subsets
            if all(any([y for y in points if g(y) != h(y)] == [x] for g in members) for x in points)
        }
        found = list(star_sets(of))
        assert {(str(s.center), s.points) for s in found} == expected
        assert len(found) == len(expected)


def test_each_neighbor_differs_from_the_center_at_its_point_alone():
    for of in classes_on(3)[::5]:
        for found in star_sets(of):
            for x, neighbor in zip(found.points, found.neighbors, strict=True):
                assert neighbor in hypotheses(of)
                assert [y for y in found.points if neighbor(y) != found.center(y)] == [x]


def test_hypotheses_label_as_their_bits_say():
    of = FiniteClass(3, [0b101, 0b010])
    assert [[h(x) for x in range(3)] for h in hypotheses(of)] == [[-1, 1, -1], [1, -1, 1]]


def test_random_classes_repeat_with_their_stream_and_take_all_sizes():
    def draw(i: int) -> FiniteClass:
        return random_class(stream(i, "random class"), 2)

    assert draw(3) == draw(3)
    assert {len(draw(i).hypotheses) for i in range(100)} == {1, 2, 3, 4}
