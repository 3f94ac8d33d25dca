"""Errors on the whole domain, and on the region where a version space disagrees.

Members of a version space agree outside its region of disagreement D.  What is said of
two members depends on D and on both, so each such triple is looked at once.  All errors
are linear in the law of labeled instances, and so are masses times conditional errors:
what holds as an equation for labels without noise holds for every label law.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any, TypeAlias, final

from altheory.hypotheses.finite import FiniteHypothesis
from altheory.oracles.realizable import realizable
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from proofs_checks._small_classes import small_classes

Triple: TypeAlias = tuple[FiniteRegion, FiniteRegion, FiniteRegion]
# P(D), the errors of h and g on D, and the error of g: from these, the error of h
Rule: TypeAlias = Callable[[Any, Any, Any, Any], Any]

WEIGHTS = (1, 2, 4)


@final
@dataclass(frozen=True, slots=True)
class Pair:
    """Two members of a version space under one law of labeled instances."""

    mass: Fraction
    inside: tuple[Fraction, Fraction]
    whole: tuple[Fraction, Fraction]
    text: str


@cache
def triples() -> tuple[Triple, ...]:
    """Return the region of disagreement, if any, and two members, of every version space.

    A version space is itself a class, so all classes are all version spaces.
    """
    found: set[tuple[int, int, int, int]] = set()
    for of in small_classes():
        region = of.version_space().disagreement()
        if not region.is_empty:
            pairs_of = product(of.hypotheses, repeat=2)
            found.update((of.n_points, region.mask, h, g) for h, g in pairs_of)
    return tuple(
        (FiniteRegion(n, region), FiniteRegion(n, h), FiniteRegion(n, g))
        for n, region, h, g in sorted(found)
    )


@cache
def errors(truth: FiniteRegion, within: FiniteRegion) -> dict[FiniteRegion, Fraction]:
    """Return the error of every classifier conditioned on a region, if + is right on ``truth``."""
    n = truth.n_points
    law = FiniteDistribution(w if x in within else 0 for x, w in enumerate(WEIGHTS[:n]))
    labels = realizable(FiniteHypothesis(truth))
    known = ((h, labels.error(h, law)) for h in regions(n))
    return {h: error for h, error in known if isinstance(error, Fraction)}


@cache
def regions(n: int) -> tuple[FiniteRegion, ...]:
    """Return every set of ``n`` points."""
    return tuple(FiniteRegion(n, mask) for mask in range(1 << n))


def pairs() -> Iterator[Pair]:
    """Go through all pairs of members of version spaces, and all labels."""
    for region, h, g in triples():
        n = region.n_points
        mass = FiniteDistribution(WEIGHTS[:n]).mass(region)
        for truth in regions(n):
            inside, whole = errors(truth, region), errors(truth, regions(n)[-1])
            text = f"D = {region}, + is right on {truth}, h = {h}, g = {g}"
            yield Pair(mass, (inside[h], inside[g]), (whole[h], whole[g]), text)
