r"""On a cube of many dimensions two labels are spikes, and all other soft labels about 1/2.

Let opposite corners of :math:`\{0, 1\}^d` have the labels 0 and 1.  At j steps from the first

.. math:: f_j = \frac{S_j}{S_d}, \qquad S_j = \sum_{i < j} \binom{d - 1}{i}^{-1} ,

for :math:`d f_j = j f_{j - 1} + (d - j) f_{j + 1}` says that
:math:`j (f_j - f_{j-1}) = (d - j) (f_{j+1} - f_j)`: of the way from 0 to 1 the two steps next to
the labels are almost all.  So every other node is within
:math:`\tfrac12 - 1 / S_d \to 0` of 1/2.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias

import flint
import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import identical

Steps: TypeAlias = Callable[[Any, Any], Any]  # of d and j: the step from j to j + 1, at any scale


@cache
def values(d: int) -> tuple[Any, ...]:
    """Return the soft labels of all corners, by the bits of their numbers."""
    last = (1 << d) - 1
    free = range(1, last)
    rows = [[d if i == j else -int((i ^ j).bit_count() == 1) for j in free] for i in free]
    matrix = flint.fmpq_mat(last - 1, last - 1, [x for row in rows for x in row])
    given = [int((i ^ last).bit_count() == 1) for i in free]
    solved = matrix.solve(flint.fmpq_mat(last - 1, 1, given))
    return (flint.fmpq(0), *solved.entries(), flint.fmpq(1))


def compared(steps: Steps, dimensions: range) -> Finding:
    """Compare with the soft label of every corner."""
    claimed = [Fraction(0)]
    for d in dimensions:
        sums = [Fraction(0)]
        for j in range(d):
            sums.append(sums[-1] + Fraction(str(steps(d, j))))
        claimed = [s / sums[-1] for s in sums]
        for corner, f in enumerate(values(d)):
            computed = Fraction(int(f.p), int(f.q))
            if claimed[corner.bit_count()] != computed:
                where = f"d = {d}, {corner.bit_count()} steps from the label 0"
                return fails(where, claimed=claimed[corner.bit_count()], computed=computed)
    evidence = f"every corner for d <= {max(dimensions)}; next to the last label 0"
    return holds(evidence, claimed=claimed[1], computed=claimed[1])


def small_cubes(steps: Steps, rng: np.random.Generator) -> Finding:
    """Compare in up to four dimensions."""
    del rng
    return compared(steps, range(2, 5))


def cubes(steps: Steps, rng: np.random.Generator) -> Finding:
    """Compare in up to seven dimensions."""
    del rng
    return compared(steps, range(2, 8))


def all_cubes(steps: Steps, rng: np.random.Generator) -> Finding:
    """Derive that every corner is the mean of its neighbors."""
    del rng
    below, above = sp.symbols("a b", integer=True, nonnegative=True)
    d, j = below + above + 2, below + 1  # 1 <= j < d
    ratio = sp.gammasimp((d - j) * steps(d, j) / steps(d, j - 1))
    return identical(ratio, j, {below: 1, above: 3}, "j (f_j - f_(j-1)) = (d - j) (f_(j+1) - f_j)")


CLAIM: Claim[Steps] = Claim(
    key="graphs/spikes/cube",
    title="In many dimensions two labels are spikes",
    statement=(
        r"f_j = S_j / S_d, \quad S_j = \sum_{i < j} \binom{d - 1}{i}^{-1}, \quad"
        r" \max_{0 < j < d} |f_j - \tfrac12| = \tfrac12 - 1 / S_d, \quad d \ge 2"
    ),
    plain=(
        "Between labels 0 and 1 at opposite corners of a cube, soft labels depend on the number of "
        "steps alone, and with the dimension all others tend to 1/2; by algebra for all "
        "dimensions, and by solving for every corner in up to seven."
    ),
    relation="exact",
    does_not_say=(
        "that the labels are lost: values below 1/2 still are on the side of the label 0, but by "
        "differences that noise hides"
    ),
    source=Source(
        "nadler2009",
        match="related",
        difference="cubes of growing dimension, instead of growing samples in one dimension",
    ),
    expected=Verdict.PROVED,
    formula=lambda d, j: 1 / sp.binomial(d - 1, j),
    checks=(
        Check(Method.EXHAUSTIVE, small_cubes, scope="2 to 4 dimensions, every corner"),
        Check(Method.EXHAUSTIVE, cubes, scope="2 to 7 dimensions, every corner", tier="normal"),
        Check(Method.SYMBOLIC, all_cubes, scope="all dimensions from 2 on", tier="normal"),
    ),
    controls={
        "steps alike, as on a path": lambda *_: sp.Integer(1),
        "one dimension more": lambda d, j: 1 / sp.binomial(d, j),
        "in proportion to the numbers of edges": lambda d, j: sp.binomial(d - 1, j),
    },
)
