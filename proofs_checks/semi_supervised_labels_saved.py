r"""What a gap between two clusters is worth in labels.

On a line of n = a + b points under the uniform law let the target cut between the first a and
the others.  Among all n + 1 cuts a random labeled sample must hold both points beside the cut:
:math:`n (1 + \tfrac12)` draws on average.  If the points within each cluster are joined, the
compatible cuts are those at the ends and in the gap, and any point of each cluster is enough:
:math:`n / a + n / b - 1` draws.  Questions fall from :math:`\lceil \log_2 (n + 1) \rceil` to 2.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.finite_cal import expected_cost
from proofs_checks._compatible import clusters, line_of_clusters
from proofs_checks._query_trees import least_depth

# From a and b: the labels and the questions that the gap saves.
Saved: TypeAlias = Callable[[int, int], tuple[Fraction, int]]


def by_the_gap(a: int, b: int) -> tuple[Fraction, int]:
    """Return the differences of what is needed among all cuts and among compatible ones."""
    n = a + b
    return Fraction(3 * n, 2) + 1 - Fraction(n, a) - Fraction(n, b), n.bit_length() - 2


def computed(a: int, b: int) -> tuple[Fraction, int]:
    """Return them by recursion over version spaces and by optimal query trees."""
    everything, kept = line_of_clusters(a, b)
    target = everything.parse_target("-" * a + "+" * b)
    before, after = (expected_cost(of, target, Fraction(0))[1] for of in (everything, kept))
    return before - after, least_depth(everything) - least_depth(kept)


def compared(saved: Saved, sizes: Iterable[tuple[int, int]]) -> Finding:
    """Compare for all sizes."""
    count = 0
    for a, b in sizes:
        claimed, found = saved(a, b), computed(a, b)
        if claimed != found:
            shown = ["{} labels, {} questions".format(*pair) for pair in (claimed, found)]
            return fails(f"clusters of {a} and {b}", claimed=shown[0], computed=shown[1])
        count += 1
    return holds(f"{count} pairs of clusters")


def small(saved: Saved, rng: np.random.Generator) -> Finding:
    """Compare on at most five points."""
    del rng
    return compared(saved, clusters(2, 5))


def larger(saved: Saved, rng: np.random.Generator) -> Finding:
    """Compare on six to ten points."""
    del rng
    return compared(saved, clusters(6, 10))


CLAIM: Claim[Saved] = Claim(
    key="semi-supervised/labels-saved",
    title="What a gap between two clusters is worth in labels",
    statement=(
        r"\mathbb E N(\mathcal H) - \mathbb E N(\mathcal H(0)) = \tfrac32 n - \left(\tfrac na +"
        r" \tfrac nb - 1\right), \quad D(\mathcal H) - D(\mathcal H(0)) = \lceil \log_2 (n + 1)"
        r" \rceil - 2, \quad n = a + b \le 10"
    ),
    plain=(
        "On a line of two clusters whose gap is the boundary, knowing that no cluster is cut saves "
        "labels in proportion to the points, and questions by their logarithm; for at most ten "
        "points under the uniform law, labels until the target is known."
    ),
    relation="exact",
    assumptions=frozenset(
        {"realizable", "uniform law", "fixed target", "independent instances", "finite domain"}
    ),
    does_not_say=(
        "that a gap helps if the target does not lie in it; nor how many unlabeled instances show "
        "the gap"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=by_the_gap,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="2 <= a + b <= 5"),
        Check(Method.EXHAUSTIVE, larger, scope="6 <= a + b <= 10", tier="normal"),
    ),
    controls={
        "a label of each cluster is two labels": lambda a, b: (
            Fraction(3 * (a + b), 2) - 2,
            by_the_gap(a, b)[1],
        ),
        "one side of the cut is enough": lambda a, b: (
            by_the_gap(a, b)[0] - Fraction(a + b, 2),
            by_the_gap(a, b)[1],
        ),
        "one question is enough": lambda a, b: (by_the_gap(a, b)[0], by_the_gap(a, b)[1] + 1),
        "as many cuts as points": lambda a, b: (
            by_the_gap(a, b)[0],
            (a + b - 1).bit_length() - 2,
        ),
    },
)
