"""Double description against elimination of variables and against all subsets of normals."""

import random
from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.numeric.directions import dot, opposite, primitive, sign
from altheory.spaces import cone as module
from altheory.spaces.cone import Cone, parts, polyhedral
from tests.spaces.elimination import solvable

dimensions = st.integers(2, 4)


def vectors(d, size=2):
    """Directions on a small lattice, so that many are dependent; never zero."""
    drawn = st.tuples(*[st.integers(-size, size)] * d)
    return drawn.map(lambda v: primitive(v) if any(v) else (1,) * d)


systems = dimensions.flatmap(lambda d: st.lists(vectors(d), min_size=1, max_size=7))


def rank(rows):
    return int(np.linalg.matrix_rank(np.array(rows, dtype=float))) if rows else 0


def kernel_ray(rows, d):
    """The line orthogonal to d - 1 independent rows, by minors."""
    minors = [np.delete(np.array(rows, dtype=float).reshape(-1, d), k, axis=1) for k in range(d)]
    return primitive(round((-1) ** k * np.linalg.det(m)) for k, m in enumerate(minors))


@given(systems)
def test_a_cone_is_empty_iff_elimination_says_so(rows):
    cone = polyhedral(len(rows[0]), rows)
    assert (cone is not None) == solvable(rows)
    if cone is not None:
        assert all(dot(z, cone.inner) > 0 for z in rows)


@given(systems)
def test_rays_are_all_extreme_rays_and_lines_all_that_is_orthogonal(rows):
    d = len(rows[0])
    cone = polyhedral(d, rows)
    if cone is None:
        return
    assert len(cone.lines) == d - rank(rows)
    assert all(dot(z, line) == 0 for z in rows for line in cone.lines)
    assert all(dot(r, line) == 0 for r in cone.rays for line in cone.lines)
    found = set()
    for chosen in combinations(rows, d - len(cone.lines) - 1):
        fixed = [*chosen, *cone.lines]
        if rank(fixed) == d - 1:
            ray = kernel_ray(fixed, d)
            found |= {r for r in (ray, opposite(ray)) if all(dot(z, r) >= 0 for z in rows)}
    assert set(cone.rays) == found
    assert len(cone.rays) == len(found)


@given(systems)
def test_each_facet_is_listed_once_and_every_normal_on_it_is_needed(rows):
    cone = polyhedral(len(rows[0]), rows)
    if cone is None:
        return
    assert set(cone.normals) <= set(rows)
    for i, z in enumerate(cone.normals):
        rest = [*cone.normals[:i], *cone.normals[i + 1 :]]
        assert solvable([*rest, opposite(z)])
    for r, tight in zip(cone.rays, cone.tight, strict=True):
        assert [dot(z, r) == 0 for z in cone.normals] == [
            bool(tight >> i & 1) for i in range(len(cone.normals))
        ]
    again = polyhedral(len(rows[0]), cone.normals)
    assert again is not None
    assert (set(again.rays), len(again.lines)) == (set(cone.rays), len(cone.lines))


@given(systems, st.randoms(use_true_random=False))
def test_the_order_of_normals_does_not_matter(rows, rng):
    shuffled = rng.sample(rows, len(rows))
    one, other = polyhedral(len(rows[0]), rows), polyhedral(len(rows[0]), shuffled)
    assert (one is None) == (other is None)
    if one is not None and other is not None:
        assert set(one.rays) == set(other.rays)
        assert set(one.normals) == set(other.normals)


@given(systems.flatmap(lambda rows: st.tuples(st.just(rows), vectors(len(rows[0])))))
def test_parts_are_where_a_normal_has_each_sign(drawn):
    """Cells of one more hyperplane, also within cells of less than full dimension."""
    rows, z = drawn
    whole = polyhedral(len(z), rows)
    if whole is None:
        return
    for cell in [whole, *(part for _, part in parts(whole, rows[-1][::-1]))]:
        found = dict(parts(cell, z))
        assert set(found) == cell.sides(z) != set()
        for side, part in found.items():
            assert sign(dot(z, part.inner)) == side
            assert any(part.inner)
            assert all(dot(n, part.inner) > 0 for n in rows)
            assert part.span == cell.span - (side == 0 and len(found) > 1)


@given(systems.flatmap(lambda rows: st.tuples(st.just(rows), vectors(len(rows[0])))))
def test_combinations_are_proofs_and_exist_exactly_where_no_member_objects(drawn):
    """Farkas: x is a combination of the normals iff no w in the cone has w . x < 0."""
    rows, x = drawn
    cone = polyhedral(len(x), rows)
    if cone is None:
        return
    found = cone.combination(x)
    assert (found is None) == solvable([*rows, opposite(x)])
    if found is not None:
        assert all(factor > 0 for factor in found.values())
        named = [cone.normals[i] for i in found]
        assert rank(named) == len(named)
        total = [sum(f * cone.normals[i][k] for i, f in found.items()) for k in range(len(x))]
        assert total == list(map(Fraction, x))


@pytest.mark.parametrize("d", [2, 3, 5])
def test_degenerate_normals(d):
    """Duplicates and sums change nothing, antipodes leave no interior."""
    e = Cone.whole(d).lines
    half = polyhedral(d, [e[0]])
    assert half is not None
    assert half.above(e[0]) is half
    assert half.above(opposite(e[0])) is None
    assert (half.rays, len(half.lines), half.normals) == ((e[0],), d - 1, (e[0],))
    quarter = half.above(e[1])
    assert quarter is not None
    between = primitive(a + b for a, b in zip(e[0], e[1], strict=True))
    assert quarter.above(between) is quarter
    assert quarter.above(e[0]) is quarter
    assert quarter.above(opposite(e[0])) is None
    assert set(quarter.rays) == {e[0], e[1]}
    sharp = quarter.above(primitive(a - b for a, b in zip(e[0], e[1], strict=True)))
    assert sharp is not None
    assert e[0] not in sharp.normals  # it only touches the new wedge


def test_a_normal_through_a_corner_cuts_nothing_off():
    octant = polyhedral(3, [(1, 0, 0), (0, 1, 0), (0, 0, 1)])
    assert octant is not None
    assert octant.above((1, 1, 0)) is octant
    halved = octant.above((1, -1, 0))
    assert halved is not None
    assert set(halved.rays) == {(1, 0, 0), (1, 1, 0), (0, 0, 1)}
    assert set(halved.normals) == {(0, 1, 0), (0, 0, 1), (1, -1, 0)}


@pytest.mark.parametrize("d", [3, 5, 7])
def test_cubes_and_cross_polytopes_in_projection(d):
    """A cone over a cube has a ray for each corner, one over a cross-polytope a facet for each."""
    cube = [(*(s * (k == i) for k in range(d - 1)), 1) for i in range(d - 1) for s in (1, -1)]
    over_cube = polyhedral(d, cube)
    assert over_cube is not None
    assert len(over_cube.rays) == 2 ** (d - 1)
    over_cross = polyhedral(d, [(*s, 1) for s in product((1, -1), repeat=d - 1)])
    assert over_cross is not None
    assert len(over_cross.rays) == 2 * (d - 1)
    assert len(over_cross.normals) == 2 ** (d - 1)


def test_directions_of_hundreds_of_digits():
    rng = random.Random(8)
    rows = [(*(rng.randint(-(10**300), 10**300) for _ in range(3)), 10**299) for _ in range(9)]
    cone = polyhedral(4, rows)
    assert cone is not None
    assert all(dot(z, r) >= 0 for z in rows for r in cone.rays)
    assert all(dot(z, cone.inner) > 0 for z in rows)


def test_refusals(monkeypatch):
    with pytest.raises(DomainError, match="no zero vector"):
        Cone.whole(3).above((0, 0, 0))
    with pytest.raises(DomainError, match="dimension 3"):
        Cone.whole(3).above((1, 0))
    monkeypatch.setattr(module, "RAYS", 7)
    with pytest.raises(BudgetError, match="8 extreme rays, more than 7"):
        test_cubes_and_cross_polytopes_in_projection(4)
