r"""Labels divided between two sides of the best threshold reach k less often than on one side.

Let :math:`g_n = P(M_n \ge k)`.  Two independent walks, of :math:`a` and of :math:`n - a` fair
steps, both start at 0.  If :math:`k^2 \ge 3n - 2`,

.. math:: 1 - (1 - g_a)(1 - g_{n-a}) \le g_a + g_{n-a} \le g_n .

Why: the first visit to k is at step j with probability :math:`\frac kj P(S_j = k)`, and that
times :math:`\frac{j (j+1)}{(j + 2)^2 - k^2}` at step :math:`j + 2`: no less, iff
:math:`k^2 \ge 3j + 4`.  So of all rows of :math:`n - a` steps the last one in n sees the most first
visits.  For small k it is false: many steps reach k anyway, and two attempts are better.
"""

from collections.abc import Callable
from math import isqrt
from typing import TypeAlias

import numpy as np

from altheory.bounds._walk import one_side_is_worst
from altheory.bounds._walk import reaches as shipped
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._anchored_walk import fair

# From a number of steps to the least k for which one side is said to be worst.
Least: TypeAlias = Callable[[int], int]


def root(least: Callable[[int], int]) -> Least:
    """Return the least k whose square is at least a number that depends on n."""
    return lambda n: isqrt(max(least(n) - 1, 0)) + 1


def divided(least: Least, sizes: range) -> Finding:
    """Compare every division of the steps, for every k from the least on."""
    cells = 0
    for n in sizes:
        for k in range(least(n), n + 1):
            chances = [fair(a, k) for a in range(n + 1)]
            worst = max(chances[a] + chances[n - a] for a in range(1, n // 2 + 1))
            if worst > chances[n]:
                shown = f"<= {float(chances[n]):.6g}"
                return fails(f"n={n}, k={k}", claimed=shown, computed=f"{float(worst):.6g}")
            cells += n // 2
    return holds(f"n from {sizes[0]} to {sizes[-1]}: {cells} divisions")


def few(least: Least, rng: np.random.Generator) -> Finding:
    """Divide few steps."""
    del rng
    return divided(least, range(2, 13))


def more(least: Least, rng: np.random.Generator) -> Finding:
    """Divide more steps."""
    del rng
    return divided(least, range(13, 25))


def as_shipped(least: Least, rng: np.random.Generator) -> Finding:
    """Find the package's least k, and its chances, in these."""
    del rng
    for n in range(1, 200):
        if one_side_is_worst(n) < least(n):
            return fails(f"n={n}", claimed=least(n), computed=one_side_is_worst(n))
    chances = [(n, k) for n in (1, 2, 9, 20) for k in range(1, n + 2)]
    if any(shipped(n, k).lo != fair(n, k) for n, k in chances):
        return fails("the chances of the package are not those of all walks")
    return holds("n < 200, and the chances of 36 pairs by counting walks")


CLAIM: Claim[Least] = Claim(
    key="bounds/random-walk/split",
    title="A fair walk on one side reaches k more often than two that share its steps",
    statement=(
        r"P(M_a \ge k) + P(M_{n-a} \ge k) \le P(M_n \ge k) "
        r"\quad (k^2 \ge 3n - 2,\ 2 \le n \le 12,\ 1 \le a < n)"
    ),
    plain=(
        "For up to 12 fair steps and every k whose square is at least 3n - 2, two walks that share "
        "the steps reach k together no more often than one walk that has them all."
    ),
    relation="upper",
    assumptions=frozenset({"fair coin labels"}),
    does_not_say="that it fails for every smaller k: the condition is enough, and not needed",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=root(lambda n: 3 * n - 2),
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="2 <= n <= 12, every k and division"),
        Check(Method.EXHAUSTIVE, more, scope="13 <= n <= 24, every k and division", tier="normal"),
        Check(Method.EXHAUSTIVE, as_shipped, scope="n < 200; 36 pairs of n and k"),
    ),
    controls={
        "every k": lambda _: 1,
        "from the standard deviation on": root(lambda n: n),
        "3 at least": lambda _: 3,
    },
)
