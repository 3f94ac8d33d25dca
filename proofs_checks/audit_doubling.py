r"""Doubling the sample in place of tripling it costs or saves labels, and nothing else.

Each time twice as many labels more, and one, are 1, 4, 13, 40, ... labels; once as many, and
one, are 1, 3, 7, 15, ....  Both schedules are fixed in advance, so a union over looks covers both.
Where no interval of N cells is positive, :math:`\varepsilon = 1/N` and :math:`\delta = 1/20`, A2
with Hoeffding's radius stops on every path at the first look with

.. math:: \ln \frac{2 |\mathcal H| \, k (k + 1)}{\delta} \le \frac{2 n_k}{N^2}, \qquad
          |\mathcal H| = \tfrac{N (N + 1)}2 + 1 :

======== ======= ======= ======= ======== ==========
N             10      20      50      100       1000
======== ======= ======= ======= ======== ==========
tripling    1093    3280   29524    88573   21523360
doubling    1023    4095   32767   131071   16777215
======== ======= ======= ======= ======== ==========

Neither is always better: doubling overshoots by less, and pays for more looks.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure

# From the number of cells to the labels with tripled and with doubled samples.
Labels: TypeAlias = Callable[[int], tuple[int, int]]

DELTA = Fraction(1, 20)
FOUND = {
    10: (1093, 1023),
    20: (3280, 4095),
    50: (29524, 32767),
    100: (88573, 131071),
    1000: (21523360, 16777215),
}


def listed(cells: int) -> tuple[int, int]:
    """Return the labels of the table."""
    return FOUND[cells]


def labels(cells: int, times: int) -> int | None:
    """Return the labels of the first look that is narrow, None if the region might halve before."""
    k = n = 0
    hypotheses = cells * (cells + 1) // 2 + 1
    while True:
        k, n = k + 1, times * n + 1
        log = Enclosure.exactly(2 * hypotheses * k * (k + 1) / DELTA).log()
        square = log / (2 * n)  # of the radius
        if square.at_most(Fraction(1, cells**2)) is True:
            return n
        # whoever is dropped errs by 2 r or more: more than half of the cells would have to
        if (4 * square).at_most(Fraction(1, (cells // 2 + 1) ** 2)) is not False:
            return None


def every_size(formula: Labels, rng: np.random.Generator) -> Finding:
    """Find the first look that is narrow enough, for both schedules."""
    del rng
    for cells in FOUND:
        claimed, computed = formula(cells), (labels(cells, 3), labels(cells, 2))
        if claimed != computed:
            return fails(f"N = {cells}", claimed=claimed, computed=computed)
    return holds(f"N = {', '.join(map(str, FOUND))}")


CLAIM: Claim[Labels] = Claim(
    key="audit/schedule/doubling",
    title="Doubling in place of tripling costs or saves labels",
    statement=(
        r"\text{labels} = 1093, 3280, 29524, 88573, 21523360 \text{ (tripling)},\;"
        r" 1023, 4095, 32767, 131071, 16777215 \text{ (doubling)}, \quad"
        r" N = 10, 20, 50, 100, 1000 \text{ cells},\ \varepsilon = \tfrac1N"
    ),
    plain=(
        "Where no interval is positive A2 that doubles its sample needs fewer labels than one that "
        "triples it for 10 and 1000 cells, and more for 20, 50 and 100; both are correct."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="which schedule is better on average; a guarantee needs only that it is fixed",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=listed,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_size,
            scope="five numbers of cells, every path: no region can halve",
            tier="normal",
        ),
    ),
    controls={
        "the same labels": lambda cells: (FOUND[cells][0], FOUND[cells][0]),
        "twice as many as look before": lambda cells: (FOUND[cells][0], 2 * FOUND[cells][1]),
        "tripling mistaken for doubling": lambda cells: (FOUND[cells][1], FOUND[cells][0]),
    },
    uses=("a2/no-interval/labels",),
)
