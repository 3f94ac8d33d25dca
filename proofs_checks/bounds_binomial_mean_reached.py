r"""When a binomial count reaches its mean with probability at least 1/4.

For :math:`0 < p \le 1`

.. math:: P\bigl(\mathrm{Bin}(n, p) \ge np\bigr) \ge \tfrac14
          \iff (1 - p)^n \le \tfrac34.

Relative Vapnik-Chervonenkis bounds rest on the left side.  It is usually asked for
:math:`p > 1/n`, where it always holds; but from :math:`p = 1 - (3/4)^{1/n}` on it holds as
well, and below that it fails.  That is :math:`.25/n` for n = 1 and rises to
:math:`\ln(4/3)/n < .288/n`.

Why it can be checked for all :math:`p`: on :math:`(j - 1, j] / n` the mean is reached iff
the count is at least :math:`j`, which grows likelier with :math:`p`.  So for
:math:`j \ge 2` it is enough to look at the left ends, and for :math:`j = 1` the
probability is :math:`1 - (1 - p)^n`.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds._binomial import exact_tail
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

# Says for which n and p the mean is reached with probability at least 1/4.
Condition: TypeAlias = Callable[[int, Fraction], bool]

QUARTER = Fraction(1, 4)
MOST = 30
PARTS = 24  # of each step 1/n of the probability


def reached(n: int, p: Fraction) -> Fraction:
    """Return the probability that a count is at least its mean."""
    return 1 - exact_tail(-int(-n * p // 1) - 1, n, p)


def likely_enough(n: int, p: Fraction) -> bool:
    """Decide whether the count is positive with probability at least 1/4."""
    return (1 - p) ** n <= 1 - QUARTER


def after_one_step(n: int) -> tuple[Fraction, int]:
    """Return the infimum over p > 1/n, and where it is approached, in steps of 1/n."""
    ends = ((1 - exact_tail(j - 1, n, Fraction(j - 1, n)), j - 1) for j in range(2, n + 1))
    return min(ends, default=(Fraction(1), 1))


def beyond_one_over_n(condition: Condition, rng: np.random.Generator) -> Finding:
    """Take the infimum over all p > 1/n: the condition must not ask for more."""
    del rng
    for n in range(1, MOST + 1):
        least, step = after_one_step(n)
        if least < QUARTER:
            return fails(f"n={n}, p just above {step}/{n}", computed=float(least))
        for i in range(PARTS + 1, PARTS * n + 1):
            p = Fraction(i, PARTS * n)
            if not condition(n, p):
                return fails(f"n={n}, p={p} is refused", computed=f"{float(reached(n, p)):.4g}")
    least, step = after_one_step(MOST)
    return holds(
        f"every p > 1/n, n <= {MOST}; smallest at n=2, as p falls to 1/2; shown: n={MOST}",
        claimed=">= 0.25",
        computed=f"{float(least):.4f} as p falls to {step}/{MOST}",
    )


def up_to_one_over_n(condition: Condition, rng: np.random.Generator) -> Finding:
    """Compare with the exact probability at fractions of 1/n."""
    del rng
    for n in range(1, MOST + 1):
        for i in range(1, PARTS + 1):
            p = Fraction(i, PARTS * n)
            chance = reached(n, p)
            if condition(n, p) is not (chance >= QUARTER):
                said = "yes" if condition(n, p) else "no"
                return fails(f"n={n}, p={p}", claimed=said, computed=f"{float(chance):.4g}")
    return holds(f"p in multiples of 1/({PARTS} n) up to 1/n, n <= {MOST}")


CLAIM: Claim[Condition] = Claim(
    key="bounds/binomial/mean-reached",
    title="When a count reaches its mean with probability 1/4",
    statement=(
        r"P(\mathrm{Bin}(n, p) \ge np) \ge \tfrac14 \iff (1 - p)^n \le \tfrac34 \quad "
        r"(n \le 30;\ p > 1/n \text{ or } p \text{ a multiple of } 1/24n)"
    ),
    plain=(
        "Up to 30 trials, a number of successes is at least its mean with probability 1/4 or more "
        "exactly if some success is that likely: from p = .25/n (n = 1) to .29/n on, and not only "
        "above 1/n."
    ),
    relation="exact",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say="how likely a count is to exceed its mean, or anything about p = 0",
    source=Source(
        "greenberg2014",
        match="related",
        difference="the source has p > 1/n and all n; here also below 1/n, and n <= 30",
    ),
    expected=Verdict.PROVED,
    formula=likely_enough,
    checks=(
        Check(
            Method.EXHAUSTIVE, up_to_one_over_n, scope="p in multiples of 1/24n up to 1/n, n <= 30"
        ),
        Check(Method.EXHAUSTIVE, beyond_one_over_n, scope="every p in (1/n, 1], n <= 30"),
    ),
    controls={
        "only below 1/n": lambda n, p: n * p <= 1 and likely_enough(n, p),
        "only above 1/n": lambda n, p: n * p > 1,
        "for every p": lambda _n, _p: True,
        "from 1/(4n) on": lambda n, p: 4 * n * p >= 1,
        "from .288/n on": lambda n, p: n * p >= Fraction(288, 1000),
        "from 1/(3n) on": lambda n, p: 3 * n * p >= 1,
    },
)
