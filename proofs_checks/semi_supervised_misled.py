r"""A belief that is wrong costs an error which no number of labels removes.

On a line of two clusters, of a and b points under the uniform law, only cuts that leave both
whole are kept.  Let the target cut a cluster of c points into j and c - j.  The best that was
kept moves the cut to the nearer end of that cluster,

.. math:: \min_{h \in \mathcal H(0)} \mathrm{err}(h) - \min_{h \in \mathcal H} \mathrm{err}(h)
          = \frac{\min(j, c - j)}{a + b} ,

while without unlabeled instances labels lead to the target itself.  If j is neither 0 nor c,
labels contradict the belief as soon as they fall on both sides of the cut in that cluster, which
takes :math:`n / j + n / (c - j) - n / c` of them on average.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.complexity.compatibility import price_of_pruning
from altheory.complexity.consistency import passive_labels
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._compatible import clusters, line_of_clusters

# From n, c and j: the error that is left, and the mean labels to a contradiction, if any comes.
Cost: TypeAlias = tuple[Fraction, Fraction | None]
Price: TypeAlias = Callable[[int, int, int], Cost]


def nearer_end(n: int, c: int, j: int) -> Cost:
    """Return the share of points up to the nearer end of the cluster, and how soon it shows."""
    return Fraction(min(j, c - j), n), both_sides(n, c, j)


def both_sides(n: int, c: int, j: int) -> Fraction | None:
    """Return the mean number of draws that hit both parts of the cluster."""
    if j in (0, c):
        return None
    return Fraction(n, j) + Fraction(n, c - j) - Fraction(n, c)


def computed(everything: FiniteClass, kept: FiniteClass, target: FiniteHypothesis) -> Cost:
    """Return both by going through the hypotheses that are kept."""
    price = price_of_pruning(everything, kept, target)
    return price, passive_labels(kept, target).mean if price else None


def compared(price: Price, sizes: Iterable[tuple[int, int]]) -> Finding:
    """Compare with the errors of all hypotheses, for every target."""
    count = 0
    for a, b in sizes:
        everything, kept = line_of_clusters(a, b)
        n = a + b
        for cut in range(n + 1):
            target = everything.parse_target("-" * cut + "+" * (n - cut))
            c, j = (a, cut) if cut <= a else (b, cut - a)
            claimed, found = price(n, c, j), computed(everything, kept, target)
            if claimed != found:
                where = f"clusters of {a} and {b}, target {target}"
                shown = ["error {}, {} labels".format(*cost) for cost in (claimed, found)]
                return fails(where, claimed=shown[0], computed=shown[1])
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
        r" j)}{n},\ \mathbb E N = \frac nj + \frac n{c - j} - \frac nc \ (0 < j < c),"
        r" \quad n = a + b \le 12,\ c \in \{a, b\},\ 0 \le j \le c"
    ),
    plain=(
        "If the target cuts a cluster that unlabeled data say is whole, the best compatible "
        "hypothesis errs on the smaller part, however many labels come, and N labels at random "
        "contradict the belief; for cuts of a line of two clusters with at most twelve points."
    ),
    relation="exact",
    assumptions=frozenset(
        {"realizable", "uniform law", "fixed target", "independent instances", "finite domain"}
    ),
    does_not_say=(
        "that one stays misled: who notices the contradiction can return to the whole class; nor "
        "that a belief which only nearly fails is noticed"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=nearer_end,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="2 <= a + b <= 5, all targets"),
        Check(Method.EXHAUSTIVE, larger, scope="6 <= a + b <= 12, all targets", tier="normal"),
    ),
    controls={
        "unlabeled data never hurt": lambda n, c, j: (Fraction(0), both_sides(n, c, j)),
        "the part before the cut": lambda n, c, j: (Fraction(j, n), both_sides(n, c, j)),
        "a share of the cluster": lambda n, c, j: (
            Fraction(min(j, c - j), c),
            both_sides(n, c, j),
        ),
        "as soon as the cluster is hit twice": lambda n, c, j: (
            nearer_end(n, c, j)[0],
            Fraction(2 * n, c) if 0 < j < c else None,
        ),
    },
)
