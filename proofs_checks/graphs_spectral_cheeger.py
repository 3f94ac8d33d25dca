r"""Cheeger's inequalities: the second eigenvalue tells how well a graph comes apart.

.. math:: \lambda_2 / 2 \le h \le \sqrt{2 \lambda_2}

for the normalized Laplacian and the least conductance h.  Squared and solved for
:math:`\lambda_2` both sides are rational: :math:`h^2 / 2 \le \lambda_2 \le 2 h`.  How many
eigenvalues of the pencil :math:`L v = \lambda D v` are below a rational is decided exactly: the
characteristic polynomial of :math:`D^{-1} L - t` has real roots alone, so the changes of sign
of its coefficients count the positive ones (Descartes).
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TypeAlias, final

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cut_graphs import Graph, components, cut_weight, up_to_relabeling

Bound: TypeAlias = Callable[[Fraction], Fraction]


@final
@dataclass(frozen=True, slots=True)
class Sides:
    """Bounds of the second eigenvalue by the conductance, of one of the Laplacians."""

    least: Bound
    most: Bound
    normalized: bool = True


CHEEGER = Sides(lambda h: h**2 / 2, lambda h: 2 * h)


def conductance_of(w: Graph, inside: int) -> Fraction:
    """Return the conductance of a set of nodes."""
    degrees = [sum(row) for row in w]
    volume = sum(d for i, d in enumerate(degrees) if inside >> i & 1)
    return Fraction(cut_weight(w, inside), min(volume, sum(degrees) - volume))


@cache
def conductance(w: Graph) -> Fraction:
    """Return the least conductance of a connected graph, over all sets of nodes."""
    return min(conductance_of(w, inside) for inside in range(1, (1 << len(w)) - 1))


def signs(w: Graph, t: Fraction, *, normalized: bool) -> tuple[int, int]:
    """Return how many eigenvalues are below t, and how many at most t."""
    from flint import fmpq, fmpq_mat

    n, degrees = len(w), [sum(row) for row in w]
    scales = degrees if normalized else [1] * n
    entries = [
        Fraction((degrees[i] if i == j else 0) - w[i][j], scales[i]) - (t if i == j else 0)
        for i in range(n)
        for j in range(n)
    ]
    matrix = fmpq_mat(n, n, [fmpq(x.numerator, x.denominator) for x in entries])
    coefficients = matrix.charpoly().coeffs()
    zeros = next(k for k, c in enumerate(coefficients) if c != 0)
    positive = [c > 0 for c in coefficients if c != 0]
    above = sum(a != b for a, b in pairwise(positive))
    return n - above - zeros, n - above


def compared(sides: Sides, n: int) -> Finding:
    """Compare both sides on all connected graphs."""
    graphs = [w for w in up_to_relabeling(n) if components(w) == 1]
    for w in graphs:
        h = conductance(w)
        low, high = sides.least(h), sides.most(h)
        below, _ = signs(w, low, normalized=sides.normalized)
        _, within = signs(w, high, normalized=sides.normalized)
        if below > 1 or within < 2:
            where = f"{w}: {below} eigenvalues below the one, {within} up to the other"
            return fails(where, claimed=f"{low}..{high}", computed=f"h = {h}")
    return holds(f"n={n}: {len(graphs)} graphs")


def every(sides: Sides, sizes: range) -> Finding:
    """Compare on all graphs of some sizes, until one fails."""
    found = [compared(sides, n) for n in sizes]
    return next((f for f in found if f.outcome.name == "FAILS"), found[-1])


def small(sides: Sides, rng: np.random.Generator) -> Finding:
    """Go through connected graphs on up to five nodes."""
    del rng
    return every(sides, range(2, 6))


def six(sides: Sides, rng: np.random.Generator) -> Finding:
    """Go through connected graphs on six nodes."""
    del rng
    return every(sides, range(6, 7))


CLAIM: Claim[Sides] = Claim(
    key="graphs/spectral/cheeger",
    title="Cheeger's inequalities",
    statement=(
        r"\lambda_2 / 2 \le h \le \sqrt{2 \lambda_2} \text{ for connected graphs, } n \le 6, "
        r"w \in \{0, 1\}"
    ),
    plain=(
        "The second eigenvalue of the normalized Laplacian bounds the least conductance from both "
        "sides; on all connected graphs of at most six nodes."
    ),
    relation="order",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that the sweep along the eigenvector finds the set of least conductance, or anything of "
        "the eigenvalues of D - W, where the lower side fails on the triangle: 3 / 2 > 1"
    ),
    source=Source(
        "chung1997spectral",
        match="special case",
        difference="the book proves it for all graphs; these are small, with unit weights",
    ),
    expected=Verdict.PROVED,
    formula=CHEEGER,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="connected graphs, 2 <= n <= 5"),
        Check(Method.EXHAUSTIVE, six, scope="connected graphs, n = 6", tier="normal"),
    ),
    controls={
        "the Laplacian without normalization": Sides(CHEEGER.least, CHEEGER.most, normalized=False),
        "twice the lower side": Sides(CHEEGER.least, lambda h: h),
        "the root forgotten": Sides(lambda h: h, CHEEGER.most),
    },
)
