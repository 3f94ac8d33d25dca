r"""A count does not always reach its mean with probability 1/4: rare events hardly ever do.

With :math:`p = 1/1000` and 10 trials the mean is 1/100, and it is reached iff there is
any success: with probability :math:`1 - .999^{10} < .01`.
"""

from fractions import Fraction

import numpy as np

from altheory.certificate import arithmetic, python_of
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks.bounds_binomial_mean_reached import QUARTER, Condition, likely_enough, reached

SIZES = (10, 2, 3, 5, 20)
RARE = tuple(Fraction(i, 1000) for i in (1, 2, 5, 10, 20, 50, 100, 120, 200, 250, 500, 999))


def counterexample(n: int, p: Fraction) -> Counterexample:
    """Return the probability of at least one success, where that is to reach the mean."""
    certificate = arithmetic(("-", 1, ("^", ("-", 1, "p"), n)), "<", QUARTER, {"p": p})
    python = f"""\
{python_of(certificate)}
# and that is the probability of a count of at least n p: the sum over those counts
from math import comb

n = {n}
counts = [k for k in range(n + 1) if k >= n * p]
assert p > 0 and sum(comb(n, k) * p**k * (1 - p) ** (n - k) for k in counts) < F(1, 4)"""
    return Counterexample(certificate, python)


def wherever_it_is_said(condition: Condition, rng: np.random.Generator) -> Finding:
    """Try rare and frequent successes in a few trials."""
    del rng
    for n in SIZES:
        for p in RARE:
            chance = reached(n, p)
            if condition(n, p) and chance < QUARTER:
                rare = counterexample(n, p) if n * p <= 1 else None
                shown = f"{float(chance):.6g}"
                where = f"n={n}, p={p}: the mean is {float(n * p):g}"
                return fails(where, claimed=">= 1/4", computed=shown, counterexample=rare)
    return holds(f"{len(SIZES)} sizes, {len(RARE)} probabilities: never below 1/4 where it is said")


def random_probability(condition: Condition, rng: np.random.Generator) -> Finding:
    """Try one probability of the order of 1/n."""
    n = int(rng.integers(1, 60))
    p = Fraction(int(rng.integers(1, 3000)), 1000 * n) / 3
    if condition(n, p) and reached(n, p) < QUARTER:
        return fails(f"n={n}, p={p}", counterexample=counterexample(n, p))
    return holds(f"n={n}, p={p}")


CLAIM: Claim[Condition] = Claim(
    key="bounds/binomial/mean-reached-always",
    title="A count reaches its mean with probability at least 1/4",
    statement=r"P(\mathrm{Bin}(n, p) \ge np) \ge \tfrac14 \quad (n \ge 1,\ 0 < p < 1)",
    plain=(
        "The lemma behind relative Vapnik-Chervonenkis bounds was used for every p: a number of "
        "successes is said to reach its mean with probability 1/4 at least."
    ),
    relation="counterexample",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say=(
        "that the bounds built on it are false: they can be proved without it, or with p > 1/n"
    ),
    source=Source(
        "greenberg2014", match="related", difference="the folklore that the source makes precise"
    ),
    expected=Verdict.REFUTED,
    formula=lambda _n, _p: True,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            wherever_it_is_said,
            scope="n in {2, 3, 5, 10, 20}, twelve values of p from .001 to .999",
        ),
    ),
    controls={
        "from 1/n^2 on": lambda n, p: n * n * p >= 1,
        "from 1/(10n) on": lambda n, p: 10 * n * p >= 1,
        "from 1/(5n) on": lambda n, p: 5 * n * p >= 1,
    },
    corrected=(likely_enough, "bounds/binomial/mean-reached"),
    uses=("bounds/binomial/mean-reached",),
    attack=random_probability,
)
