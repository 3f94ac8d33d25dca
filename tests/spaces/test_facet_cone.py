"""Cones by their facets against double description, with integers and in batches."""

import random
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from altheory.errors import BudgetError, DomainError
from altheory.numeric.directions import (
    combined,
    dot,
    opposite,
    primitive,
    reduced,
    unit_vectors,
)
from altheory.numeric.signs import integers
from altheory.spaces import cone as rays_module
from altheory.spaces._inner_directions import shortened, toward
from altheory.spaces.cone import Cone, polyhedral
from altheory.spaces.cones import above, closed_cone, witness
from altheory.spaces.facet_cone import FacetCone, facet_cone
from altheory.spaces.sphere import SphereRegion
from altheory.spaces.sphere_laws import UniformSphere

KINDS = ("lattice", "floats", "wide", "flat")


def vector(d, kind, rng):
    """A direction: on a lattice, of floats, of floats of all sizes, or in a hyperplane."""
    draws = {
        "lattice": lambda _: rng.randint(-1, 1),
        "floats": lambda _: rng.gauss(0, 1),
        "wide": lambda _: rng.gauss(0, 1) * 2.0 ** rng.choice((-1000, -40, 0, 0, 0, 40, 1000)),
        "flat": lambda k: rng.randint(-2, 2) if k else 0,
    }
    found = primitive(Fraction(draws[kind](k)) for k in range(d))
    return found if any(found) else unit_vectors(d)[-1]


def pool_of(d, kind, rng):
    """Directions with an antipode, sums, and a neighbor closer than floats can see."""
    a, b, c, *others = (vector(d, kind, rng) for _ in range(6))
    related = [opposite(a), combined(1, a, 1, b), combined(1, b, 2, c), combined(1 << 60, a, 1, b)]
    return [z for z in (a, b, c, *others, *related) if any(z)]


def fuzz(rounds, seed, steps):
    """Both cones say the same after every restriction; a combination is one, in integers."""
    rng, restrictions = random.Random(seed), 0
    for _ in range(rounds):
        d, kind = rng.choice((2, 3, 3, 4, 4, 5, 6)), rng.choice(KINDS)
        hidden, pool = [rng.randint(-3, 3) for _ in range(d)], pool_of(d, kind, rng)
        facets, rays = FacetCone.whole(d), Cone.whole(d)
        for _ in range(rng.randint(1, steps)):
            z = rng.choice(pool)
            z = opposite(z) if dot(z, hidden) < 0 and rng.random() < 0.9 else z
            assert facets.sides(z) == rays.sides(z)
            further, expected = facets.above(z), rays.above(z)
            restrictions += 1
            assert (further is facets) == (expected is rays)
            if further is None or expected is None:
                assert (further, expected) == (None, None)
                contradicts(facets, z)
                break
            facets, rays = further, expected
            consistent(facets, rays)
        if kind != "wide":
            batches_agree(facets, rays, pool, rng)
    return restrictions


def consistent(facets, rays):
    """The same facets, an inner direction inside and each other one beyond its own facet."""
    assert set(facets.normals) == set(rays.normals)
    assert all(dot(z, facets.inner) > 0 for z in facets.normals)
    for i, u in enumerate(facets.beyond):
        assert [dot(z, u) < 0 for z in facets.normals] == [
            k == i for k in range(len(facets.normals))
        ]
        assert all(dot(z, u) != 0 for z in facets.normals)


def contradicts(facets, z):
    """What empties the cone is refuted by few of its normals, none of which can be spared."""
    shares = facets.combination(opposite(z))
    assert min(shares.values()) > 0
    named = [facets.normals[i] for i in shares]
    total = [
        sum(s * n[k] for s, n in zip(shares.values(), named, strict=True)) for k in range(len(z))
    ]
    assert total == list(map(Fraction, opposite(z)))
    for i in range(len(named)):
        assert facet_cone(len(z), [*named[:i], *named[i + 1 :], z]) is not None


def batches_agree(facets, rays, pool, rng):
    rows = [[float(c) for c in rng.choice(pool)] for _ in range(4)]
    rows += [[rng.gauss(0, 1) for _ in rows[0]] for _ in range(4)]
    found, expected = facets.batch_sides(np.array(rows)), rays.batch_sides(np.array(rows))
    assert found.values.tolist() == expected.values.tolist()
    assert found.members + found.shares + found.projection == expected.rays == len(rows)


def test_fuzz():
    assert fuzz(80, seed=1, steps=12) > 300


@pytest.mark.slow
def test_fuzz_of_a_hundred_thousand_restrictions():
    assert fuzz(15_600, seed=2, steps=14) > 100_000


def random_cone(d, m, rng):
    """The cone of ``m`` random examples that a hidden normal labels."""
    hidden, xs = rng.standard_normal(d), rng.standard_normal((m, d))
    xs *= np.sign(xs @ hidden)[:, np.newaxis]
    return xs, solid(d, [reduced(integers(x)) for x in xs.tolist()])


def solid(d, normals, of=facet_cone) -> Any:
    """The cone, which has an interior."""
    cone = of(d, normals)
    assert cone is not None
    return cone


@pytest.mark.parametrize(("d", "m"), [(9, 40), (20, 30)])
@pytest.mark.seeded("answers are proved by exact combinations and members")
def test_each_answer_of_a_batch_is_proved_one_by_one(d, m, rng):
    examples, cone = random_cone(d, m, rng)
    edges = examples[: d - 1].sum(axis=0) + np.array([[0.0], [1e-12], [-1e-12]]) * examples[d]
    xs = np.concatenate(
        [rng.standard_normal((20, d)), examples[:5], examples[:9] + examples[1:10], edges]
    )
    found = cone.batch_sides(xs)
    for x, side in zip(xs.tolist(), found.values.tolist(), strict=True):
        z = reduced(integers(x))
        assert cone.side(z) == side
        if side:
            assert cone.combination(z if side > 0 else opposite(z)) is not None
        else:
            pair = [cone.objection(z), cone.objection(opposite(z))]
            assert [dot(z, w) < 0 for w in pair] == [True, False]
            assert all(dot(n, w) >= 0 for n in cone.normals for w in pair)


def test_every_rung_decides_some():
    """An instance beside the inner direction, one in the middle, and one on a facet of SB."""
    rng = np.random.default_rng(5)
    examples, cone = random_cone(6, 40, rng)
    inner = np.array(cone.inner, dtype=float)
    across = np.array([inner[1], -inner[0], 0, 0, 0, 0])
    middle = examples.sum(axis=0)
    found = cone.batch_sides(np.array([across, middle, -middle]))
    assert found.values.tolist() == [0, 1, -1]
    assert found.members >= 1
    assert found.shares >= 2
    exactly = solid(3, unit_vectors(3)).batch_sides(
        np.array([[1.0, 0, 0], [1, 1, 0], [1, 1, -1e-300]])
    )
    assert exactly.values.tolist() == [1, 1, 0]
    assert exactly.projection == 3
    close = solid(3, unit_vectors(3)).batch_sides(np.array([[1.0, 1, -1e-7], [1.0, 1, 1e-7]]))
    assert (close.values.tolist(), close.projection) == ([0, 1], 0)


def test_no_batch_and_no_labels():
    whole = FacetCone.whole(4)
    assert whole.batch_sides(np.empty((0, 4))).values.tolist() == []
    assert whole.batch_sides(np.eye(4)).values.tolist() == [0, 0, 0, 0]
    assert whole.sides((1, 0, 0, 0)) == whole.sides((0, 0, 0, 1)) == {-1, 0, 1}
    half: Any = whole.above((0, 0, 0, 3))
    assert half.normals == ((0, 0, 0, 3),)
    assert half.batch_sides(np.eye(4)).values.tolist() == [0, 0, 0, 1]


@pytest.mark.parametrize("d", [9, 30])
def test_degenerate_normals(d):
    e = unit_vectors(d)
    orthant = solid(d, e)
    assert orthant.above(e[0]) is orthant.above(combined(1, e[0], 2, e[1])) is orthant
    assert orthant.above(opposite(e[0])) is None
    assert orthant.above(opposite(combined(1, e[0], 2, e[1]))) is None
    assert orthant.combination(combined(2, e[0], 3, e[1])) == {d - 1: 2, d - 2: 3}
    sharper = orthant.above(combined(1, e[0], -1, e[1]))
    assert e[0] not in sharper.normals
    assert len(sharper.normals) == d
    plane = solid(d, [e[0], e[1], combined(1, e[0], 1, e[1])])
    assert (len(plane.normals), plane.is_solid, orthant.is_solid) == (2, False, True)
    with pytest.raises(DomainError, match="no zero vector"):
        orthant.above((0,) * d)


def test_cones_change_their_representation(monkeypatch):
    """Too many rays, too many pairs, or too many dimensions: facets from there on."""
    normals = [
        primitive(map(Fraction, (*x, 7)))
        for x in np.random.default_rng(1).integers(-9, 9, (14, 4)).tolist()
    ]
    listed = closed_cone(5, normals)
    assert isinstance(listed, Cone)
    assert isinstance(closed_cone(9, [unit_vectors(9)[0]]), FacetCone)
    for limit in ("RAYS", "PAIRS"):
        with monkeypatch.context() as patch:
            patch.setattr(rays_module, limit, 9)
            with pytest.raises(BudgetError):
                polyhedral(5, normals)
            changed = closed_cone(5, normals)
        assert isinstance(changed, FacetCone)
        assert set(changed.normals) == set(listed.normals)
        assert above(changed, normals[0]) is changed


def test_witnesses_are_short_and_inside():
    for cone in (solid(4, unit_vectors(4), polyhedral), solid(4, unit_vectors(4))):
        w: Any = witness(cone, (1, -10, 0, 0))
        assert min(w) > 0
        assert w[0] > 10 * w[1]
        assert max(w) < 2**10
        assert witness(cone, (-1, 0, -1, 0)) is None
    assert toward((1, 1), (1, 0), (1, -5)) == (9, 1)
    assert shortened((1 << 200, 1), any) == (1, 0)


def regions(d=9, m=24):
    _, cone = random_cone(d, m, np.random.default_rng(3))
    inside = SphereRegion.combinations(cone)
    return cone, inside, inside.antipodes, ~(inside | inside.antipodes)


def test_regions_beside_a_cone_without_rays():
    cone, inside, opposed, between = regions()
    middle = tuple(map(sum, zip(*cone.normals, strict=True)))
    assert middle in inside
    assert opposite(middle) in opposed
    assert middle not in between
    assert (inside & between).is_empty
    assert (inside & opposed).is_empty
    assert not between.is_empty
    assert between == ~inside - opposed
    assert between != inside
    assert hash(between) == hash(~inside - opposed)
    assert (inside | ~inside) == ~SphereRegion.nothing(9)
    assert between.witness(solid=True) in between
    assert str(between).endswith(f"opposite cones spanned by {len(cone.normals)} directions")
    xs = np.random.default_rng(4).standard_normal((60, 9))
    flags = [r.contains(xs) for r in (inside, opposed, between)]
    assert (sum(f.astype(int) for f in flags) == 1).all()
    half = SphereRegion.open_half(unit_vectors(9)[0])
    both = (between & half).contains(xs)
    assert (both == (flags[2] & (xs[:, 0] > 0))).all()
    assert not (between & half).is_empty


def test_what_facets_do_not_decide_is_refused():
    _, inside, _, between = regions()
    half = SphereRegion.open_half(unit_vectors(9)[0])
    _, other, _, _ = regions(m=25)
    with pytest.raises(BudgetError, match="not decided by its facets"):
        _ = (inside & other.antipodes & half).is_empty
    with pytest.raises(DomainError, match=r"UniformSphere\(d\)\.estimate"):
        UniformSphere(9).mass(between & half)


@pytest.mark.seeded("whatever is drawn lies in the region")
def test_instances_are_drawn_by_rejection(rng):
    _, _, _, between = regions()
    assert UniformSphere(9).draw(between, rng) in between
    flat = SphereRegion.combinations(solid(9, unit_vectors(9)[:2]))
    with pytest.raises(DomainError, match="mass zero"):
        UniformSphere(9).draw(flat, rng)
