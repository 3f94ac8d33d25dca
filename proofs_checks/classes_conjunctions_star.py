r"""Teaching "false" takes the label of every instance.

Each instance alone is what a conjunction of n literals says + to, and "false" says + to
none: these :math:`2^n + 1` hypotheses are a star around "false" on all instances, so

.. math:: \mathfrak s = TD = 2^n.

Neither number can exceed that of the instances.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.certificate import star_set
from altheory.complexity.star import star_number
from altheory.complexity.teaching import teaching_dimension
from altheory.hypotheses.finite import FiniteHypothesis
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.spaces.finite import FiniteRegion
from proofs_checks.classes_conjunctions_vc import listed

Number: TypeAlias = Callable[[int], int]

SEARCHED, CERTIFIED = 3, 4


def every_instance(n: int) -> int:
    """Return the number of instances."""
    return 1 << n


def searched(number: Number, rng: np.random.Generator) -> Finding:
    """Compare with the largest star set and the largest smallest teaching set, by search."""
    del rng
    for n in range(1, SEARCHED + 1):
        computed = star_number(listed(n)), teaching_dimension(listed(n))
        if computed != (number(n), number(n)):
            return fails(f"n={n}", claimed=number(n), computed=computed)
    return holds(f"n <= {SEARCHED}", claimed=number(SEARCHED), computed=1 << SEARCHED)


def certified(number: Number, rng: np.random.Generator) -> Finding:
    """Let the checker accept a star of the claimed size around "false"."""
    del rng
    n_points = 1 << CERTIFIED
    size = number(CERTIFIED)
    center, *single = (
        str(FiniteHypothesis(FiniteRegion(n_points, mask)))
        for mask in (0, *(1 << x for x in range(n_points)))
    )
    table = listed(CERTIFIED).table()
    if size > n_points or not accepted(star_set(table, range(size), center, single[:size])):
        return fails(f"n={CERTIFIED}: no star of {size} instances", claimed=size)
    if size < n_points:
        return fails(f"n={CERTIFIED}: a larger star exists", claimed=size, computed=n_points)
    return holds(f"n={CERTIFIED}: a star on all {n_points} instances", claimed=size)


CLAIM: Claim[Number] = Claim(
    key="classes/conjunctions/star-number",
    title="Star number and teaching dimension of conjunctions",
    statement=r"\mathfrak s = TD = 2^n, \quad n \le 3; \quad \mathfrak s = 2^n, \quad n = 4",
    plain=(
        "Over up to three attributes, being told that no conjunction but the unsatisfiable one is "
        "left takes the labels of all instances."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that conjunctions with a positive instance are hard to teach",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=every_instance,
    checks=(
        Check(Method.EXHAUSTIVE, searched, scope="n <= 3, all instances", tier="normal"),
        Check(Method.CERTIFICATE, certified, scope="n = 4, the star around false"),
    ),
    controls={
        "the number of literals": lambda n: 2 * n,
        "all instances but one": lambda n: (1 << n) - 1,
        "one label more than attributes": lambda n: n + 1,
    },
)
