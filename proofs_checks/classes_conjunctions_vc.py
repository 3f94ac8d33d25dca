r"""The VC dimension of conjunctions is the number of attributes, but 2 for one attribute.

A set is shattered by a class closed under intersections iff no point lies in the hull of
the others: then some literal is false at it and true at all others.  The n instances that
lack one attribute each are such a set.  If it has three points or more, their literals are on
different attributes: of two opposite literals the one would be true at a single point, the
other at all but one.  So there are at most n, and two points take two literals.
"""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import numpy as np

from altheory.certificate import vc_dimension
from altheory.complexity.shattering import shattered_set
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._hull_classes import members

Dimension: TypeAlias = Callable[[int], int]

SEARCHED, SHATTERED = 4, 6


def attributes(n: int) -> int:
    """Return the number of attributes, but at least 2."""
    return max(n, 2)


@cache
def listed(n: int) -> FiniteClass:
    """Return all conjunctions of n attributes as rows."""
    return FiniteClass(1 << n, members(Conjunctions(n)))


def certified(dimension: Dimension, rng: np.random.Generator) -> Finding:
    """Let the checker refute every larger set: the first n instances that lack an attribute."""
    del rng
    for n in (1, 2, 3):
        claimed = dimension(n)
        points = shattered_set(listed(n)) if n < 2 else [(1 << n) - 1 ^ 1 << i for i in range(n)]
        extra = [x for x in range(1 << n) if x not in points]
        chosen = [*points, *extra][:claimed]
        if len(chosen) < claimed or not accepted(vc_dimension(listed(n).table(), chosen)):
            return fails(f"n={n}: no shattered set of {claimed} that none exceeds", claimed=claimed)
    return holds("3 enumerations accepted")


def searched(dimension: Dimension, rng: np.random.Generator) -> Finding:
    """Search for the largest shattered set of instances."""
    del rng
    for n in range(1, SEARCHED + 1):
        computed = listed(n).vc_dimension
        if dimension(n) != computed:
            return fails(f"n={n}", claimed=dimension(n), computed=computed)
    return holds(f"n <= {SEARCHED}", claimed=dimension(SEARCHED), computed=SEARCHED)


CLAIM: Claim[Dimension] = Claim(
    key="classes/conjunctions/vc",
    title="VC dimension of conjunctions",
    statement=r"d_{\mathrm{VC}} = \max(n, 2), \quad n \le 4",
    plain=(
        "Conjunctions of literals over up to four attributes shatter as many instances as there "
        "are attributes and no more, but two over a single attribute."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="the same of monotone conjunctions: over one attribute these shatter one instance",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=attributes,
    checks=(
        Check(Method.CERTIFICATE, certified, scope="n <= 3"),
        Check(Method.EXHAUSTIVE, searched, scope="n <= 4, all sets of instances", tier="normal"),
    ),
    controls={
        "the number of attributes, always": lambda n: n,
        "the number of literals": lambda n: 2 * n,
        "one more": lambda n: n + 1,
    },
)
