r"""Covering and packing numbers of half circles, on odd numbers of points and in the plane.

Separators of the plane give n equally spaced points, n odd, 2n labelings, and these stand
around a circle at the distances k/n up to 1.  So for k < n

.. math:: N\Bigl(\frac kn\Bigr) = \Bigl\lceil \frac{2n}{2k + 1} \Bigr\rceil, \qquad
    M\Bigl(\frac kn\Bigr) = \max\Bigl(1, \Bigl\lfloor \frac{2n}{k + 1} \Bigr\rfloor\Bigr),

while in the plane under the uniform law the numbers at r lie between 1/r and 2/r: the first
is the least number that covers at the middle of two steps, :math:`r = (2k + 1)/2n`.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.complexity.covering import covering_number, packing_number
from altheory.complexity.restriction import restricted_to
from altheory.hypotheses.circle import CircleSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sphere_information import covering_numbers_sphere

Numbers: TypeAlias = Callable[[int, int], tuple[int, int]]


def around(n: int, k: int) -> tuple[int, int]:
    """Return the covering and the packing number of 2n labelings at the radius k/n."""
    return -(-2 * n // (2 * k + 1)), max(1, 2 * n // (k + 1))


def grids(*sizes: int) -> Callable[[Numbers, np.random.Generator], Finding]:
    """Return the check that searches covers and packings on odd grids."""

    def searched(formula: Numbers, rng: np.random.Generator) -> Finding:
        del rng
        circle = CircleSeparators()
        for n in sizes:
            of = restricted_to(circle, circle.grid(n))
            for k in range(n):
                r = Fraction(k, n)
                computed = covering_number(of, r), packing_number(of, r)
                if formula(n, k) != computed:
                    where = f"n = {n}, k = {k}"
                    return fails(where, claimed=formula(n, k), computed=computed)
                plane = covering_numbers_sphere(2, r + Fraction(1, 2 * n))
                if not plane[0] == computed[0] <= computed[1] <= plane[1]:
                    return fails(f"n = {n}, k = {k}: not as in the plane", computed=plane)
        return holds(f"n = {', '.join(map(str, sizes))}, all radii")

    searched.__name__ = f"grids_of_{'_'.join(map(str, sizes))}_points"
    return searched


CLAIM: Claim[Numbers] = Claim(
    key="sphere/covering/half-circles",
    title="Covering and packing numbers of half circles",
    statement=(
        r"N(\tfrac kn) = \Bigl\lceil \frac{2n}{2k + 1} \Bigr\rceil,\quad M(\tfrac kn) ="
        r" \max\Bigl(1, \Bigl\lfloor \frac{2n}{k + 1} \Bigr\rfloor\Bigr), \quad k < n,\ n \in"
        r" \{3, 5, 7, 9, 11\}"
    ),
    plain=(
        "How many half circles cover all, and how many are far apart, on up to eleven points: "
        "nearly the inverse of the radius, and up to twice as many."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law", "finite domain"}),
    does_not_say="the same of an even number of points, of which two are opposite",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=around,
    checks=(
        Check(Method.EXHAUSTIVE, grids(3, 5), scope="3 and 5 points, all radii"),
        Check(
            Method.EXHAUSTIVE,
            grids(3, 5, 7, 9, 11),
            scope="3, 5, 7, 9 and 11 points, all radii",
            tier="normal",
        ),
    ),
    controls={
        "on a line": lambda n, k: (-(-(n + 1) // (2 * k + 1)), -(-(n + 1) // (k + 1))),
        "packings as coverings": lambda n, k: (around(n, k)[0], around(n, k)[0]),
        "open balls": lambda n, k: (-(-2 * n // max(2 * k - 1, 1)), around(n, k)[1]),
    },
)
