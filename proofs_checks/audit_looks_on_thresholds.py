r"""At pure noise A2's dropping rule without a union over looks loses a best threshold.

Thresholds on [0, 1] with fair labels: all are best.  At looks at 1, 2, ..., each at a tenth more
labels, a threshold is dropped that makes k errors more than the fewest, where a fair walk of n
steps reaches k with probability at most what the look may spend of :math:`\delta = 1/20`.  With a
union over the 54 looks up to 1000 labels, of the threshold at 0 and of that at .37,

.. math:: P(\text{it is ever dropped}) \le \delta ;

if every look may spend all of :math:`\delta`, the first is dropped in a third of all runs and the
second in an eighth, as fewer labels lie on each side of it.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from altheory.ledger.statistics import compare_probability
from altheory.protocols import Floats
from proofs_checks._audit import by_looks
from proofs_checks._identities import chain
from proofs_checks.audit_looks_union import DELTA, every_tenth, surplus

# From the number of a look to its share of delta.
Spend: TypeAlias = Callable[[int], Fraction]

ALPHA, RUNS, MOST = Fraction(1, 10**8), 400, 1000


def dropped(rng: np.random.Generator, spend: Spend, best: float) -> int:
    """Return in how many runs a best threshold is dropped at some look."""
    looks = [(n, surplus(n, DELTA * spend(j))) for j, n in enumerate(every_tenth(MOST), 1)]
    lost = 0
    for _ in range(RUNS):
        xs, ys = rng.random(MOST), 2 * rng.integers(0, 2, MOST) - 1
        lost += any(_surplus(xs[:n], ys[:n], best) >= k for n, k in looks if k <= n)
    return lost


def _surplus(xs: Floats, ys: NDArray[np.int64], best: float) -> int:
    """Return how many errors more than the fewest a threshold makes."""
    order = np.argsort(xs)
    walk = np.concatenate(([0], np.cumsum(ys[order])))
    return int(walk[np.count_nonzero(xs < best)] - walk.min())


def both(spend: Spend, rng: np.random.Generator) -> Iterator[Finding]:
    """Compare both chances with delta."""
    for best in (0.0, 0.37):
        yield compare_probability(dropped(rng, spend, best), RUNS, DELTA, ALPHA)


def simulated(spend: Spend, rng: np.random.Generator) -> Finding:
    """Take 400 runs of 1000 labels for each of two thresholds."""
    found = list(both(spend, rng))
    return chain(found, "; ".join(finding.evidence for finding in found))


CLAIM: Claim[Spend] = Claim(
    key="audit/looks/thresholds",
    title="At pure noise a best threshold survives looks with a union over them",
    statement=(
        r"P(t^* \text{ is ever dropped}) \le \tfrac1{20}, \quad t^* \in \{0, .37\}, \text{ fair"
        r" labels, 54 looks to 1000 labels}"
    ),
    plain=(
        "With fair labels on [0, 1] the thresholds at 0 and at .37 survive 54 looks with "
        "probability .95 if these share delta; without a union the first is lost in a third of "
        "all runs."
    ),
    relation="upper",
    assumptions=frozenset({"uniform law", "fair coin labels", "independent instances"}),
    does_not_say="how rarely a threshold is dropped: with a union it was not seen at all",
    source=Source("altheory", match="derived"),
    expected=Verdict.SUPPORTED,
    formula=by_looks,
    checks=(
        Check(
            Method.STATISTICAL,
            simulated,
            scope="400 runs of 1000 labels, two thresholds",
            tier="long",
            alpha=2e-8,
            power=0.99,
            discrepancy="a threshold that is dropped in a fifth of all runs",
        ),
    ),
    controls={
        "no union over looks": lambda _: Fraction(1),
        "half of delta at each look": lambda _: Fraction(1, 2),
        "a union over the first nine looks only": lambda look: (
            by_looks(look) if look < 10 else Fraction(1)
        ),
    },
    uses=("audit/looks/union", "bounds/random-walk/coupling"),
)
