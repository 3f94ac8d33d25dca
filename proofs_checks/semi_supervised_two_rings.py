r"""Two rings: pruned to the boundary between them, one label is enough.

Put n points on each of two concentric rings at the same angles, n even, and join neighbors on
each ring.  The class holds the n half-planes through the center that halve each ring, and inside
against outside, with its complement.  A half-plane cuts 4 of 2n edges, so its unlabeled error is

.. math:: 2 / n ,

and that of the other two is 0.  Below that threshold one label decides, in place of
:math:`\lceil \log_2 (n + 2) \rceil` questions or, on average, :math:`5 - 8 / (n + 2)` labels at
random, if inside against outside is right.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.complexity.compatibility import cut_compatibility, pruned_class, unlabeled_errors
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.finite_cal import expected_cost
from proofs_checks._compatible import Weights
from proofs_checks._query_trees import least_depth

# From n: the unlabeled error of half-planes; and before pruning the questions, and the labels.
Rings: TypeAlias = Callable[[int], tuple[Fraction, int, Fraction]]


def half_planes(n: int) -> tuple[Fraction, int, Fraction]:
    """Return the closed forms."""
    return Fraction(2, n), (n + 1).bit_length(), 5 - Fraction(8, n + 2)


def rings(n: int) -> tuple[FiniteClass, FiniteHypothesis, Weights]:
    """Return the class, inside against outside, and the graph; the inner ring comes first."""
    halves = [["+-"[(i - k) % n >= n // 2] for i in range(n)] for k in range(n)]
    radial = "+" * n + "-" * n
    of = FiniteClass(2 * n, [*("".join(h + h) for h in halves), radial, "-" * n + "+" * n])
    weights = tuple(
        tuple(int(i // n == j // n and (i - j) % n in (1, n - 1)) for j in range(2 * n))
        for i in range(2 * n)
    )
    return of, of.parse_target(radial), weights


def computed(n: int) -> tuple[Fraction, int, Fraction] | None:
    """Return the numbers by cutting, searching and recursion; None if one label is not enough."""
    of, target, weights = rings(n)
    chi = cut_compatibility(weights)
    errors = set(unlabeled_errors(of, chi).values())
    kept = pruned_class(of, chi, max(errors) / 2)
    if least_depth(kept) != 1 or expected_cost(kept, target, Fraction(0))[1] != 1:
        return None
    return max(errors), least_depth(of), expected_cost(of, target, Fraction(0))[1]


def compared(numbers: Rings, sizes: Iterable[int]) -> Finding:
    """Compare for all sizes."""
    for n in sizes:
        claimed, found = numbers(n), computed(n)
        if claimed != found:
            return fails(f"n = {n}", claimed=shown(claimed), computed=shown(found))
    return holds(f"n in {list(sizes)}")


def shown(numbers: tuple[Fraction, int, Fraction] | None) -> str:
    """Return the numbers in words."""
    if numbers is None:
        return "one label is not enough"
    return "unlabeled error {}, {} questions, {} labels".format(*numbers)


def small(numbers: Rings, rng: np.random.Generator) -> Finding:
    """Compare for rings of four and six points."""
    del rng
    return compared(numbers, (4, 6))


def larger(numbers: Rings, rng: np.random.Generator) -> Finding:
    """Compare for rings of eight to twenty points."""
    del rng
    return compared(numbers, range(8, 22, 2))


CLAIM: Claim[Rings] = Claim(
    key="semi-supervised/two-rings",
    title="Two rings: after pruning one label is enough",
    statement=(
        r"\mathrm{err}_{unl}(\text{half-plane}) = \tfrac2n,\ D(\mathcal H) = \lceil \log_2 (n + 2)"
        r" \rceil,\ \mathbb E N(\mathcal H) = 5 - \tfrac8{n + 2}; \quad D(\mathcal H(\tfrac1n)) ="
        r" N(\mathcal H(\tfrac1n)) = 1, \quad n \in \{4, 6, \ldots, 20\}"
    ),
    plain=(
        "Two rings of n points each show their boundary without a label: half-planes cut edges, "
        "inside against outside cuts none, and one label says which is which; for even n from 4 "
        "to 20, half-planes through the center and the boundary between the rings."
    ),
    relation="exact",
    assumptions=frozenset(
        {"realizable", "uniform law", "fixed target", "independent instances", "finite domain"}
    ),
    does_not_say=(
        "the same if a constant label is in the class: it cuts nothing either, is kept, and then "
        "each ring needs a label"
    ),
    source=Source(
        "lecturenotes",
        locator="Fundamental Questions (General Discriminative Model), the two rings",
        match="related",
        difference="the notes draw the rings; the finite class and all numbers are derived here",
    ),
    expected=Verdict.PROVED,
    formula=half_planes,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="n = 4, 6"),
        Check(Method.EXHAUSTIVE, larger, scope="even n from 8 to 20", tier="normal"),
    ),
    controls={
        "edges counted at both ends": lambda n: (Fraction(4, n), *half_planes(n)[1:]),
        "one ring is cut": lambda n: (Fraction(1, n), *half_planes(n)[1:]),
        "half-planes alone": lambda n: (
            half_planes(n)[0],
            (n - 1).bit_length(),
            half_planes(n)[2],
        ),
        "five labels": lambda n: (*half_planes(n)[:2], Fraction(5)),
    },
)
