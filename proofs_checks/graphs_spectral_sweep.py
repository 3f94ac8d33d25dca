r"""Cheeger's upper side is kept by a sweep along the second eigenvector.

For an eigenvector x of :math:`L x = \lambda_2 D x`, some set :math:`\{i : x_i > t\}` has

.. math:: h(\{x > t\}) \le \sqrt{2 \lambda_2} .

Which sets a sweep meets is decided by rationals around an eigenvector that only floats propose.
With :math:`\|y\|^2 = \sum_i d_i y_i^2`, let y be rational with the Rayleigh quotient
:math:`\rho` and the residual :math:`r = \|D^{-1} L y - \rho y\|`.  If no eigenvalue but
:math:`\lambda_2`, however often it occurs, is within g of :math:`\rho`, the projection x of y on
its eigenvectors is at most :math:`r / g` from y (Davis and Kahan), so
:math:`y_i - y_j > 2 r / g` implies :math:`x_i > x_j`.  Sets that this does not separate are left
out, which is on the safe side.  Whether :math:`h^2 / 2 \le \lambda_2` is then decided by
Descartes's rule (:mod:`proofs_checks.graphs_spectral_cheeger`).
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import pairwise
from typing import TypeAlias, final

import flint
import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._cut_graphs import Graph, components, path, up_to_relabeling
from proofs_checks.graphs_spectral_cheeger import conductance_of, signs

GAP = Fraction(1, 1 << 12)  # to other eigenvalues, at least
BITS = 50  # of entries of y


@final
@dataclass(frozen=True, slots=True)
class Sweep:
    """Which eigenvector is swept, counted from 0, and what h says the second eigenvalue exceeds."""

    which: int
    least: Callable[[Fraction], Fraction]


Rationals: TypeAlias = tuple[Fraction, ...]


def rayleigh(w: Graph, y: Rationals) -> tuple[Fraction, Fraction]:
    """Return the Rayleigh quotient of y, and the square of its residual."""
    d = [sum(row) for row in w]
    image = [
        y[i] - sum(a * b for a, b in zip(row, y, strict=True)) / d[i] for i, row in enumerate(w)
    ]
    norm = sum(a * b * b for a, b in zip(d, y, strict=True))
    rho = sum(a * b * c for a, b, c in zip(d, y, image, strict=True)) / norm
    off = sum(a * (c - rho * b) ** 2 for a, b, c in zip(d, y, image, strict=True))
    return Fraction(rho), Fraction(off)


def proposed(w: Graph, which: int) -> Rationals:
    """Return an eigenvector in floats, as rationals."""
    roots = np.sqrt([sum(row) for row in w])
    vectors = np.linalg.eigh(np.eye(len(w)) - np.array(w) / np.outer(roots, roots))[1]
    scaled = np.ldexp(vectors[:, which] / roots, BITS)
    return tuple(Fraction(round(x), 1 << BITS) for x in scaled.tolist())


@cache
def is_alone(w: Graph, rho: Fraction) -> bool:
    """Tell whether only one number within ``GAP`` of rho is an eigenvalue, once or often."""
    n, degrees = len(w), [sum(row) for row in w]
    entries = [
        flint.fmpq((degrees[i] if i == j else 0) - w[i][j], degrees[i])
        for i in range(n)
        for j in range(n)
    ]
    p = flint.fmpq_poly(flint.fmpq_mat(n, n, entries).charpoly().coeffs())
    p = p // p.gcd(p.derivative())  # has each root once

    def above(t: Fraction) -> int:
        coefficients = p(flint.fmpq_poly([flint.fmpq(t.numerator, t.denominator), 1])).coeffs()
        positive = [c > 0 for c in coefficients if c != 0]
        return sum(a != b for a, b in pairwise(positive))

    return above(rho - GAP) - above(rho + GAP) == 1


def swept(w: Graph, which: int) -> Fraction | None:
    """Return the least conductance of a sweep, None if the eigenvector is not proved."""
    y = proposed(w, which)
    rho, off = rayleigh(w, y)
    below, _ = signs(w, rho - GAP, normalized=True)
    _, within = signs(w, rho + GAP, normalized=True)
    if not below <= which < within or not is_alone(w, rho):
        return None
    order = sorted(range(len(w)), key=lambda i: -y[i])
    found, inside = [], 0
    for i, j in pairwise(order):
        inside |= 1 << i
        if (y[i] - y[j]) ** 2 * GAP**2 > 4 * off:
            found.append(conductance_of(w, inside))
    return min(found, default=None)


def compared(sweep: Sweep, graphs: Iterable[Graph]) -> Finding:
    """Compare the conductance of each sweep with the second eigenvalue."""
    count = 0
    for w in graphs:
        h = swept(w, min(sweep.which, len(w) - 1))
        if h is None:
            return unknown(f"{w}: no eigenvector is proved")
        below, _ = signs(w, sweep.least(h), normalized=True)
        count += 1
        if below > 1:
            return fails(f"{w}: h = {h}", claimed=f">= {sweep.least(h)}", computed="less")
    return holds(f"{count} connected graphs")


def connected(sizes: Iterable[int]) -> Iterable[Graph]:
    """Go through the connected graphs, one of each class."""
    return (w for n in sizes for w in up_to_relabeling(n) if components(w) == 1)


def small(sweep: Sweep, rng: np.random.Generator) -> Finding:
    """Go through connected graphs on up to four nodes, and the path of five."""
    del rng
    return compared(sweep, [*connected(range(2, 5)), path([1] * 4)])


def six(sweep: Sweep, rng: np.random.Generator) -> Finding:
    """Go through connected graphs on five and six nodes."""
    del rng
    return compared(sweep, connected((5, 6)))


CLAIM: Claim[Sweep] = Claim(
    key="graphs/spectral/sweep",
    title="A sweep along the second eigenvector keeps Cheeger's upper side",
    statement=(
        r"\min_t h(\{x > t\}) \le \sqrt{2 \lambda_2}, \quad L x = \lambda_2 D x,"
        r" \text{ for connected graphs, } n \le 6, w \in \{0, 1\}"
    ),
    plain=(
        "Among the sets of the highest nodes of a second eigenvector there is one whose "
        "conductance is within the upper side of Cheeger's inequalities; on all connected graphs "
        "of at most six nodes, for an eigenvector of each."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that it is the set of least conductance, or anything of other vectors with the second "
        "eigenvalue where that occurs several times"
    ),
    source=Source(
        "chung1997spectral",
        match="special case",
        difference="the book proves it for all graphs; these are small, with unit weights",
    ),
    expected=Verdict.PROVED,
    formula=Sweep(1, lambda h: h**2 / 2),
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="connected graphs, 2 <= n <= 4, and the path of 5"),
        Check(Method.EXHAUSTIVE, six, scope="connected graphs, n = 5, 6", tier="normal"),
    ),
    controls={
        "along the third eigenvector": Sweep(2, lambda h: h**2 / 2),
        "the root forgotten": Sweep(1, lambda h: h),
        "as if a cut took both ends": Sweep(1, lambda h: 2 * h**2),
    },
)
