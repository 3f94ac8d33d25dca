r"""Conjunctions have one most specific hypothesis at most.

It is the conjunction of all literals that are true at every positive instance: the class
is closed under intersections, so of two most specific members the intersection would be
one as well.  Before any positive label it is "false".  The version space is empty iff that
conjunction says + at a negative instance.  Boxes on a grid behave alike.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.conjunctions import Conjunctions
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._hull_classes import Masks, Sample, left, samples
from proofs_checks._small_classes import rows
from proofs_checks.classes_boundaries import minimal

Specific: TypeAlias = Callable[[int, Sample], Masks]


def satisfied(n: int, common: int, x: int) -> bool:
    """Decide whether every literal of a set is true at ``x``."""
    return all((x >> i & 1) == 1 for i in range(n) if common >> i & 1) and not any(
        x >> i & 1 for i in range(n) if common >> n + i & 1
    )


def common_literals(n: int, sample: Sample) -> Masks:
    """Return where all literals are true that no positive instance falsifies."""
    everything, common = (1 << n) - 1, (1 << 2 * n) - 1
    for x, y in sample:
        if y == 1:
            common &= x | (everything ^ x) << n
    region = sum(1 << x for x in range(1 << n) if satisfied(n, common, x))
    return () if any(region >> x & 1 for x, y in sample if y == -1) else (region,)


def whatever_the_negatives(n: int, sample: Sample) -> Masks:
    """Forget to compare with the negative labels."""
    return common_literals(n, tuple(pair for pair in sample if pair[1] == 1))


def positive_instances_alone(_n: int, sample: Sample) -> Masks:
    """Say + at the positive instances and nowhere else, which need not be a conjunction."""
    return (sum(1 << x for x, y in sample if y == 1),)


def compare(specific: Specific, n: int, most: int) -> Finding:
    """Compare with the minimal members of the list, after at most so many labels."""
    of, runs = Conjunctions(n), 0
    for sample in samples(of.n_points, most):
        computed, claimed = minimal(left(of, sample)), specific(n, sample)
        if claimed != computed:
            said = rows(of.n_points, claimed), rows(of.n_points, computed)
            return fails(f"n={n}, labels {sample}", claimed=said[0], computed=said[1])
        runs += 1
    return holds(f"n={n}: {runs} label sets")


def two_attributes(specific: Specific, rng: np.random.Generator) -> Finding:
    """Try every set of labels on two attributes."""
    del rng
    return compare(specific, 2, 4)


def three_attributes(specific: Specific, rng: np.random.Generator) -> Finding:
    """Try every set of labels on three attributes."""
    del rng
    return compare(specific, 3, 8)


CLAIM: Claim[Specific] = Claim(
    key="classes/conjunctions/specific-boundary",
    title="Conjunctions have one most specific hypothesis",
    statement=(
        r"\min V \subseteq \Bigl\{ \bigwedge \{\ell : \ell(x) \text{ true for all"
        r" positive } x\} \Bigr\}, \quad \text{with equality iff } V \ne \emptyset,"
        r" \quad n \in \{2, 3\}"
    ),
    plain=(
        "Over two or three attributes the most specific conjunction left is that of all literals "
        "true at every positive instance, or no conjunction is left."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that there is one most general conjunction: there may be very many",
    source=Source("mitchell1982generalization", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=common_literals,
    checks=(
        Check(Method.EXHAUSTIVE, two_attributes, scope="n = 2, every set of labels"),
        Check(
            Method.EXHAUSTIVE, three_attributes, scope="n = 3, every set of labels", tier="normal"
        ),
    ),
    controls={
        "whatever the negative labels say": whatever_the_negatives,
        "the positive instances alone": positive_instances_alone,
        "the literals of the first positive instance": lambda n, sample: common_literals(
            n,
            (
                *[pair for pair in sample if pair[1] == 1][:1],
                *[pair for pair in sample if pair[1] == -1],
            ),
        ),
    },
)
