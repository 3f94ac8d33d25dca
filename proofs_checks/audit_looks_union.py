r"""A best hypothesis at pure noise, looked at whenever the sample has grown by a tenth.

The hypotheses + and - on one point, fair labels: both are best.  A look at n labels drops one of
them if it makes k errors more than the other, where a fair walk of n steps reaches k with
probability at most the share of :math:`\delta = 1/20` that the look may spend.  Looks come at
1, 2, ..., 10, 11, 13, ..., each at a tenth more labels, rounded up; 30 of them up to 100 labels and
54 up to 1000.  For one of the two, fixed beforehand, exactly

.. math:: P(\text{it is ever dropped}) = \begin{cases}
          .13583,\ .21117 & \text{all of } \delta \text{ at every look}, \\
          .00050,\ .00062 & \delta / (j (j + 1)) \text{ at look } j. \end{cases}

The union over looks is no pedantry: without it the promise of 5 % is broken fourfold.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import accumulate
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._audit import by_looks, shown
from proofs_checks._coin import ever_leaves

# From the number of a look to its share of delta.
Spend: TypeAlias = Callable[[int], Fraction]

DELTA = Fraction(1, 20)


def every_tenth(most: int) -> list[int]:
    """Return 1, 2, ... and then a tenth more each time, rounded up."""
    sizes = [1]
    while (following := max(sizes[-1] + 1, -(-11 * sizes[-1] // 10))) <= most:
        sizes.append(following)
    return sizes


def surplus(n: int, level: Fraction) -> int:
    """Return the least k that a fair walk of n steps reaches with probability ``level`` at most."""
    tails = list(accumulate(comb(n, j) for j in range(n + 1)))  # of j steps up at most

    def reached(k: int) -> int:  # of 2^n walks: S_n >= k, and those mirrored after the first visit
        return sum(tails[j] for j in ((n - k) // 2, (n - k - 1) // 2) if j >= 0)

    few, enough = 0, n + 1
    while enough - few > 1:
        middle = (few + enough) // 2
        rare = reached(middle) <= level * 2**n
        few, enough = (few, middle) if rare else (middle, enough)
    return enough


def ever_dropped(spend: Spend, most: int) -> Fraction:
    """Return the chance that one of two opposite hypotheses is dropped, under fair labels."""
    windows = [(0, n) for n in range(1, every_tenth(most)[-1] + 1)]
    for look, n in enumerate(every_tenth(most), 1):
        k = surplus(n, DELTA * spend(look))
        windows[n - 1] = 0, (n + k - 1) // 2  # labels against it: 2 c - n < k
    return ever_leaves(windows)


def judged(spend: Spend, most: int) -> Finding:
    """Compare the chance with delta."""
    chance = ever_dropped(spend, most)
    found = holds if chance <= DELTA else fails
    where = f"{len(every_tenth(most))} looks, to {most} labels"
    return found(where, claimed=f"<= {DELTA}", computed=shown(chance))


def hundred(spend: Spend, rng: np.random.Generator) -> Finding:
    """Count the sequences of 100 labels."""
    del rng
    return judged(spend, 100)


def thousand(spend: Spend, rng: np.random.Generator) -> Finding:
    """Count the sequences of 1000 labels."""
    del rng
    return judged(spend, 1000)


CLAIM: Claim[Spend] = Claim(
    key="audit/looks/union",
    title="Looks at every tenth more labels need their union",
    statement=(
        r"P(\text{a fixed best hypothesis is ever dropped}) \le \tfrac1{20} \text{ if look } j"
        r" \text{ spends } \tfrac1{20 j (j + 1)} \quad (\{+, -\} \text{ at pure noise, looks at"
        r" every tenth more labels, to 100 and to 1000})"
    ),
    plain=(
        "At pure noise a best hypothesis is dropped once in 1600 runs of 1000 labels if 54 looks "
        "share 5 %, and in 21 of 100 if each of them spends all of it."
    ),
    relation="upper",
    assumptions=frozenset({"fair coin labels", "independent instances", "finite domain"}),
    does_not_say=(
        "what happens on richer classes: there more can go wrong at a look, and more looks differ"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=by_looks,
    checks=(
        Check(Method.EXHAUSTIVE, hundred, scope="all sequences of 100 labels"),
        Check(Method.EXHAUSTIVE, thousand, scope="all sequences of 1000 labels", tier="normal"),
    ),
    controls={
        "no union over looks": lambda _: Fraction(1),
        "half of delta at each look": lambda _: Fraction(1, 2),
        "a union over the first nine looks only": lambda look: (
            by_looks(look) if look < 10 else Fraction(1)
        ),
    },
    uses=("bounds/looks/spending", "bounds/random-walk/quantile"),
)
