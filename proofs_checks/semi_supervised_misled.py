r"""A belief that is wrong costs an error which no number of labels removes.

On a line of two clusters, of a and b points under the uniform law, only cuts that leave both
whole are kept.  Let the target cut a cluster of c points into j and c - j.  The best that was
kept moves the cut to the nearer end of that cluster,

.. math:: \min_{h \in \mathcal H(0)} \mathrm{err}(h) - \min_{h \in \mathcal H} \mathrm{err}(h)
          = \frac{\min(j, c - j)}{a + b} ,

while without unlabeled instances labels lead to the target itself.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.complexity.compatibility import price_of_pruning
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._compatible import clusters, line_of_clusters

Price: TypeAlias = Callable[[int, int, int], Fraction]  # n, c and j


def nearer_end(n: int, c: int, j: int) -> Fraction:
    """Return the share of points between the cut and the nearer end of the cluster."""
    return Fraction(min(j, c - j), n)


def compared(price: Price, sizes: Iterable[tuple[int, int]]) -> Finding:
    """Compare with the errors of all hypotheses, for every target."""
    count = 0
    for a, b in sizes:
        everything, kept = line_of_clusters(a, b)
        n = a + b
        for cut in range(n + 1):
            target = everything.parse_target("-" * cut + "+" * (n - cut))
            c, j = (a, cut) if cut <= a else (b, cut - a)
            claimed, computed = price(n, c, j), price_of_pruning(everything, kept, target)
            if claimed != computed:
                where = f"clusters of {a} and {b}, target {target}"
                return fails(where, claimed=claimed, computed=computed)
            count += 1
    return holds(f"{count} targets")


def small(price: Price, rng: np.random.Generator) -> Finding:
    """Compare on at most five points."""
    del rng
    return compared(price, clusters(2, 5))


def larger(price: Price, rng: np.random.Generator) -> Finding:
    """Compare on six to twelve points."""
    del rng
    return compared(price, clusters(6, 12))


CLAIM: Claim[Price] = Claim(
    key="semi-supervised/misled",
    title="A wrong belief costs an error that no label removes",
    statement=(
        r"\min_{\mathcal H(0)} \mathrm{err} - \min_{\mathcal H} \mathrm{err} = \frac{\min(j, c -"
        r" j)}{n}, \quad n = a + b \le 12,\ c \in \{a, b\},\ 0 \le j \le c"
    ),
    plain=(
        "If the target cuts a cluster that unlabeled data say is whole, the best compatible "
        "hypothesis errs on the smaller part, however many labels come: unlabeled data can hurt; "
        "for cuts of a line of two clusters with at most twelve points."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "finite domain"}),
    does_not_say=(
        "that one must be misled: labels contradict the pruned class sooner or later, and who "
        "notices can return to the whole class"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=nearer_end,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="2 <= a + b <= 5, all targets"),
        Check(Method.EXHAUSTIVE, larger, scope="6 <= a + b <= 12, all targets", tier="normal"),
    ),
    controls={
        "unlabeled data never hurt": lambda n, c, j: Fraction(0 * (n + c + j)),
        "the part before the cut": lambda n, _, j: Fraction(j, n),
        "half the cluster": lambda n, c, j: Fraction(c, 2 * n) if 0 < j < c else Fraction(0),
        "a share of the cluster": lambda _, c, j: Fraction(min(j, c - j), c),
    },
)
