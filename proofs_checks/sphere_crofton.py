r"""The mass of the disagreement region is twice the intrinsic volumes of even index from 2 on.

All members of a version space with closure :math:`V` agree on x iff x or -x lies in the cone
of the signed examples, and that is the polar of :math:`V`, whose share of the sphere is
:math:`v_0(V)`.  Unless :math:`V` is a linear space :math:`v_0 + v_2 + \dots = 1/2` (Gauss
and Bonnet), so

.. math:: P(\mathrm{DIS}) = 1 - 2 v_0 = 2 (v_2 + v_4 + \dots).

This is algebra once Gauss and Bonnet are given.  Apart from them both sides are counted where
reflections move a cone on all of space: the 2^d orthants, and the :math:`2^d d!` chambers
:math:`0 \le w_1 \le \dots \le w_d` and their images.  An image of V is met by one direction as
often as V is by its images, so :math:`v_k` is the share of them where the nearest point is in a
face of dimension k, and the mass the share of those where both signs occur.

In dimension 4 the two sides are computed apart for other cones: arcs and the tetrahedra of
:math:`V` on the right, tetrahedra of the signed examples on the left.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import accumulate, permutations, product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.cone import polyhedral
from altheory.spaces.intrinsic import intrinsic_volumes
from proofs_checks._identities import chain, identical

Mass: TypeAlias = Callable[[Sequence[Any]], Any]
LABELS = (
    ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)),
    ((3, 1, 0, 2), (-2, 3, 1, 2), (0, -3, 2, 1), (1, 0, -4, 3), (-1, -1, 0, 2)),
    ((90, 10, -20, 1), (-70, 30, 10, 1), (0, -80, 50, 1), (10, 20, -60, 1), (5, 5, 70, 1)),
)
MOST = 9


def even(volumes: Sequence[Any]) -> Any:
    """Return the mass from the intrinsic volumes of the version space, by index."""
    return 2 * sum(volumes[2::2])


def by_parity(formula: Mass, rng: np.random.Generator) -> Finding:
    """Take the polar cone and its opposite from 1, by the sum over the even indices."""
    del rng
    steps = []
    for d in range(2, MOST + 1):
        volumes = sp.symbols(f"v:{d + 1}", positive=True)
        nothing = sp.Rational(1, 2) - sum(volumes[2::2])
        # both parities sum up to 1/2, so v_0 and v_1 depend on the others
        given = {volumes[0]: nothing, volumes[1]: sp.Rational(1, 2) - sum(volumes[3::2])}
        claimed = sp.sympify(formula(volumes)).subs(given)
        at = {v: sp.Rational(1, 7 + 3 * k) for k, v in enumerate(volumes)}
        steps.append(identical(claimed, 1 - 2 * nothing, at, f"d = {d}"))
    return chain(steps, f"d = 2, ..., {MOST}")


Images: TypeAlias = Callable[[int], Iterator[tuple[int, bool]]]


def orthants(d: int) -> Iterator[tuple[int, bool]]:
    """Yield the dimension of the nearest face of each orthant, and whether a plane cuts it."""
    for signs in product((-1, 1), repeat=d):
        yield signs.count(1), len(set(signs)) == 2


def chambers(d: int) -> Iterator[tuple[int, bool]]:
    """Yield the same of the images of 0 <= w_1 <= ... <= w_d; its edges are 0...01...1."""
    # digits to base 9: no two blocks of at most four have the same mean, and no sum is 0
    for order in permutations(9**k for k in range(d)):
        for signs in product((-1, 1), repeat=d):
            x = [s * c for s, c in zip(signs, order, strict=True)]
            along = {total > 0 for total in accumulate(reversed(x))}
            yield sum(mean > 0 for mean in isotonic(x)), len(along) == 2


def isotonic(x: Sequence[int]) -> list[Fraction]:
    """Return the means of the blocks of the nearest nondecreasing sequence."""
    blocks: list[tuple[int, int]] = []
    for value in x:
        total, size = value, 1
        while blocks and blocks[-1][0] * size >= total * blocks[-1][1]:
            before, many = blocks.pop()
            total, size = total + before, size + many
        blocks.append((total, size))
    return [Fraction(total, size) for total, size in blocks]


def by_images(images: Images, most: int) -> Callable[[Mass, np.random.Generator], Finding]:
    """Return the check that counts both sides on a cone that reflections move everywhere."""

    def counts(formula: Mass, rng: np.random.Generator) -> Finding:
        del rng
        for d in range(2, most + 1):
            seen = list(images(d))
            share = [Fraction(sum(k == j for k, _ in seen), len(seen)) for j in range(d + 1)]
            claimed, computed = formula(share), Fraction(sum(cut for _, cut in seen), len(seen))
            if claimed != computed:
                return fails(f"{images.__name__}, d = {d}", claimed=claimed, computed=computed)
        return holds(f"{images.__name__} in dimension 2, ..., {most}")

    counts.__name__ = f"{images.__name__}_by_counting"
    return counts


def by_tetrahedra(formula: Mass, rng: np.random.Generator) -> Finding:
    """Compare with the solid angle of the signed examples, in balls."""
    del rng
    for rows in LABELS:
        version_space = polyhedral(4, rows)
        if version_space is None:
            return fails(f"{rows} leave nothing")
        examples = polyhedral(4, version_space.rays)
        if examples is None:
            return fails(f"{rows} do not span space")
        claimed = Enclosure.exactly(0) + formula(intrinsic_volumes(version_space))
        computed = Enclosure.exactly(1) - 2 * intrinsic_volumes(examples)[4]
        if claimed.less_than(computed) is not None or computed.less_than(claimed) is not None:
            return fails(f"labels {rows}", claimed=claimed, computed=computed)
    return holds(f"{len(LABELS)} version spaces in dimension 4, to twenty-five digits")


CLAIM: Claim[Mass] = Claim(
    key="sphere/disagreement/intrinsic-volumes",
    title="The mass of the disagreement region by intrinsic volumes",
    statement=(
        r"P(\mathrm{DIS}(V)) = 1 - 2 v_0(V) = 2 (v_2(V) + v_4(V) + \dots), \quad 2 \le d \le 9,"
        r" \text{ given } v_0 + v_2 + \dots = \tfrac12,\ v_0(V) = P(\text{polar of } V)"
    ),
    plain=(
        "In two to nine dimensions, given the theorem of Gauss and Bonnet, the mass of the "
        "disagreement region is twice the chance that the nearest face of the version space to a "
        "random direction has two dimensions, or four, and so on."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "uniform law"}),
    does_not_say="that these volumes are elementary: from v_4 on they are not",
    source=Source(
        "amelunxen2014living",
        match="special case",
        difference="the conic Crofton formula for a hyperplane, with the version space as the cone",
    ),
    expected=Verdict.PROVED,
    formula=even,
    checks=(
        Check(Method.EXHAUSTIVE, by_images(orthants, MOST), scope="orthants, d = 2, ..., 9"),
        Check(Method.EXHAUSTIVE, by_images(chambers, 3), scope="chambers of type B, d = 2, 3"),
        Check(
            Method.EXHAUSTIVE,
            by_images(chambers, 5),
            scope="chambers of type B, d = 2, ..., 5",
            tier="normal",
        ),
        Check(Method.SYMBOLIC, by_parity, scope="d = 2, ..., 9, given Gauss and Bonnet"),
        Check(Method.ENCLOSURE, by_tetrahedra, scope="three version spaces, d = 4", tier="normal"),
    ),
    controls={
        "arcs alone": lambda volumes: 2 * volumes[2],
        "all faces from two dimensions on": lambda volumes: 2 * sum(volumes[2:]),
        "once and not twice": lambda volumes: sum(volumes[2::2]),
        "the inner volume": lambda volumes: 1 - 2 * volumes[-1],
    },
)
