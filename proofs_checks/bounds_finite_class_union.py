r"""A union over a finite class can be almost exact: it is no habit of being careless.

Let hypothesis :math:`i` of :math:`N` err exactly on instance :math:`i`, so that errors are
disjoint events.  If each of these instances is a little likelier than the Clopper-Pearson
bound of no error at :math:`\delta / N`, then some hypothesis exceeds its bound iff some
instance is not seen, which by inclusion and exclusion has probability

.. math:: \sum_{j=1}^{N} (-1)^{j+1} \binom Nj (1 - j p)_+^n
          \approx N (1 - p)^n = \delta :

two instances are hardly ever both missing.  So a share 1 % larger is too large in all the
cases below, and so is :math:`1 - (1 - \delta)^{1/N}`, which is enough for independent errors.
There must be room for the instances: for 8 draws and :math:`\delta = .05`, N = 3 is too many.
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

# The level at which each of N hypotheses is bounded, from N and delta.
Share: TypeAlias = Callable[[int, Fraction], Fraction]

DELTA = Fraction(1, 20)
LOSS = Fraction(1, 100)
CASES = ((2, 8), (2, 16), (2, 32), (3, 16), (3, 32), (4, 16), (4, 32))  # of N and n


def even(members: int, delta: Fraction) -> Fraction:
    """Return an equal share."""
    return delta / members


def as_if_independent(members: int, delta: Fraction) -> Fraction:
    """Return 1 - (1 - delta)^(1/N), rounded down to a multiple of 2^-40."""
    grid = 2**40
    least, beyond = 0, grid  # invariant: the share of least is small enough
    while beyond - least > 1:
        middle = (least + beyond) // 2
        fits = (1 - Fraction(middle, grid)) ** members >= 1 - delta
        least, beyond = (middle, beyond) if fits else (least, middle)
    return Fraction(least, grid)


def upper(k: int, n: int, delta: Fraction) -> Fraction:
    """Return the upper Clopper-Pearson bound."""
    return clopper_pearson(k, n, delta, side="upper").upper


def some_unseen(members: int, n: int, p: Fraction) -> Fraction:
    """Return the probability that one of ``members`` instances of mass p is not drawn."""
    terms = (
        (-1) ** (j + 1) * comb(members, j) * max(1 - j * p, Fraction(0)) ** n
        for j in range(1, members + 1)
    )
    return sum(terms, Fraction(0))


def one_instance_each(share: Share, rng: np.random.Generator) -> Finding:
    """Put each error just above the bound of no error, on instances of its own."""
    del rng
    chance = Fraction(0)
    for members, n in CASES:
        each = share(members, DELTA)
        p, smaller = upper(0, n, each), upper(0, n, (1 + LOSS) * each)
        if members * p > 1:
            return fails(f"N={members}, n={n}: the bound {float(p):.4g} exceeds 1/{members}")
        chance = some_unseen(members, n, p)
        if some_unseen(members, n, smaller) <= DELTA:
            return fails(f"N={members}, n={n}: a share 1 % larger is valid in this case")
        if not (1 - LOSS) * DELTA <= chance <= DELTA:
            shown = f"{float(chance):.6f}"
            where = f"N={members}, n={n}, errors just above {float(p):.5g}"
            return fails(where, claimed=f"in [{float(DELTA - LOSS * DELTA)}, .05]", computed=shown)
    members, n = CASES[-1]
    return holds(
        f"{len(CASES)} pairs (N, n); shown: N={members}, n={n}",
        claimed="in [.0495, .05]",
        computed=f"{float(chance):.6f}",
    )


def two_hypotheses(share: Share, rng: np.random.Generator) -> Finding:
    """Put two errors just above any two values of their bounds."""
    del rng
    n, worst = 6, Fraction(0)
    ends = [upper(k, n, share(2, DELTA)) for k in range(n)]
    for i, p in enumerate(ends):
        for j, q in enumerate(ends):
            if p + q <= 1:
                worst = max(worst, some_low(n, (i, p), (j, q)))
    outcome = holds if worst <= DELTA else fails
    return outcome(
        f"n={n}, every two values of the bounds as errors",
        claimed=f"<= {float(DELTA)}",
        computed=f"{float(worst):.6f}",
    )


def some_low(n: int, first: tuple[int, Fraction], second: tuple[int, Fraction]) -> Fraction:
    """Return the probability that one of two disjoint events is at most so often seen."""
    (i, p), (j, q) = first, second
    rest = max(1 - p - q, Fraction(0))
    draws = ((a, b) for a in range(n + 1) for b in range(n + 1 - a) if a <= i or b <= j)
    terms = (comb(n, a) * comb(n - a, b) * p**a * q**b * rest ** (n - a - b) for a, b in draws)
    return sum(terms, Fraction(0))


CLAIM: Claim[Share] = Claim(
    key="bounds/finite-class/union",
    title="Equal shares over a finite class are valid, and 1 % more is not",
    statement=(
        r".99 \, \delta \le P\bigl(\exists i \le N : \mathrm{err}(h_i) > U_{\delta/N}(K_i)\bigr) "
        r"\le \delta < P\bigl(\exists i \le N : \mathrm{err}(h_i) > U_{1.01 \delta/N}(K_i)\bigr)"
        r" \quad (\text{errors on disjoint instances, } \delta = .05,\ "
        r"\mathrm{err}(h_i) \downarrow U(0),\ (N, n) \in"
        r" \{(2, 8), (2, 16), (2, 32), (3, 16), (3, 32), (4, 16), (4, 32)\})"
    ),
    plain=(
        "If two hypotheses (8, 16 or 32 instances), three or four (16 or 32) err on different "
        "instances, bounds at equal shares of 5 % fail together with at most 5 %, in the worst "
        "case with 99 % of it; shares 1 % larger fail more often than that."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "finite domain", "fixed sample size"}),
    does_not_say=(
        "that a union is nearly exact for hypotheses that err together, such as neighboring "
        "thresholds: there it is wasteful; nor that 99 % is reached for large samples"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=even,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            one_instance_each,
            scope="delta = .05; N = 2 and n in {8, 16, 32}, N in {3, 4} and n in {16, 32}",
        ),
        Check(
            Method.EXHAUSTIVE,
            two_hypotheses,
            scope="at most delta: N = 2, n = 6, errors just above any values of the bounds",
        ),
    ),
    controls={
        "1 % more": lambda members, delta: (1 + LOSS) * delta / members,
        "all of delta for each": lambda _members, delta: delta,
        "delta/(N - 1)": lambda members, delta: delta / (members - 1),
        "as if errors were independent": as_if_independent,
        "delta/N^2": lambda members, delta: delta / members**2,
    },
)
