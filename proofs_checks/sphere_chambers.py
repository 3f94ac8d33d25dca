r"""Intrinsic volumes of the chambers of reflection groups, by the exponents of the group.

A finite reflection group W of rank r has exponents :math:`m_1, \dots, m_r`, and
:math:`\prod_i (t + m_i)` counts its elements by the dimension of the space that they fix.  The
closed chambers are congruent and cover space, and

.. math:: \sum_k v_k t^k = \prod_{i=1}^r \frac{t + m_i}{1 + m_i}

for each of them; so the nearest face of a chamber to a random direction has a dimension like
the fixed space of a random element.  The volumes are computed from the simple roots, by arcs,
triangles and tetrahedra.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.directions import Direction
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.cone import polyhedral
from altheory.spaces.intrinsic import intrinsic_volumes

Volumes: TypeAlias = Callable[[Sequence[int]], list[Fraction]]
Group: TypeAlias = tuple[str, tuple[Direction, ...], tuple[int, ...]]

F4: Group = ("F4", ((0, 1, -1, 0), (0, 0, 1, -1), (0, 0, 0, 1), (1, -1, -1, -1)), (1, 5, 7, 11))


def steps(n: int) -> tuple[Direction, ...]:
    """Return the differences of neighboring unit vectors."""
    return tuple(tuple((i == k) - (i == k + 1) for i in range(n)) for k in range(n - 1))


def a(n: int) -> Group:
    """Return the symmetric group on n + 1 coordinates."""
    return f"A{n}", steps(n + 1), tuple(range(1, n + 1))


def b(n: int) -> Group:
    """Return the symmetries of the cube."""
    last = tuple(int(i == n - 1) for i in range(n))
    return f"B{n}", (*steps(n), last), tuple(range(1, 2 * n, 2))


def d(n: int) -> Group:
    """Return those with an even number of signs."""
    last = tuple(int(i >= n - 2) for i in range(n))
    return f"D{n}", (*steps(n), last), (*range(1, 2 * n - 2, 2), n - 1)


SMALL = (a(2), b(2), a(3), b(3), d(4), F4)
LARGE = (a(4), b(4), a(5), b(5), d(5))


def chamber(exponents: Sequence[int]) -> list[Fraction]:
    """Return the coefficients of the product, the constant first."""
    found = [Fraction(1)]
    for m in exponents:
        pairs = zip([*found, Fraction(0)], [Fraction(0), *found], strict=True)
        found = [(m * low + high) / (1 + m) for low, high in pairs]
    return found


def by_faces(groups: Sequence[Group]) -> Callable[[Volumes, np.random.Generator], Finding]:
    """Compare with solid angles of all faces, and of their normals."""

    def check(formula: Volumes, rng: np.random.Generator) -> Finding:
        del rng
        for name, roots, exponents in groups:
            cone = polyhedral(len(roots[0]), roots)
            if cone is None:
                return fails(f"{name} has no chamber")
            volumes = intrinsic_volumes(cone)[len(cone.lines) :]
            for k, (v, found) in enumerate(zip(formula(exponents), volumes, strict=True)):
                if v not in Enclosure.exactly(0) + found:
                    return fails(f"v_{k} of {name}", claimed=v, computed=found)
        return holds(f"{len(groups)} groups, to thirty digits")

    return check


CLAIM: Claim[Volumes] = Claim(
    key="sphere/intrinsic-volumes/reflection-groups",
    title="Chambers of reflection groups",
    statement=(
        r"\sum_k v_k(\text{chamber})\, t^k = \prod_{i=1}^r \frac{t + m_i}{1 + m_i}, \quad"
        r" A_2, \dots, A_5, B_2, \dots, B_5, D_4, D_5, F_4 \text{ to thirty digits}"
    ),
    plain=(
        "The cone between the mirrors of eleven reflection groups has intrinsic volumes that "
        "are shares of the group, the last one 1 over its order, to thirty digits."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law"}),
    does_not_say="anything of cones that are no chambers",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=chamber,
    checks=(
        Check(Method.ENCLOSURE, by_faces(SMALL[:4]), scope="A2, B2, A3, B3"),
        Check(Method.ENCLOSURE, by_faces((*SMALL, *LARGE)), scope="eleven groups", tier="normal"),
    ),
    controls={
        "degrees for exponents": lambda m: chamber([k + 1 for k in m]),
        "equal exponents": lambda m: chamber([max(m)] * len(m)),
        "an orthant": lambda m: chamber([1] * len(m)),
        "in reverse": lambda m: chamber(m)[::-1],
    },
)
