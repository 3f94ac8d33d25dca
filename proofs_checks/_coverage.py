r"""How often an upper bound on a probability misses, at worst, exactly.

Let :math:`U(k)` increase with the number :math:`k` of successes in :math:`n` trials.
For :math:`p` between two values of :math:`U` the bound is missed iff
:math:`K \le k` for one fixed :math:`k`, and :math:`P(\mathrm{Bin}(n, p) \le k)`
decreases in :math:`p`.  So the supremum over the *continuum* of all :math:`p` is a
maximum over :math:`n + 1` points:

.. math:: \sup_p P(p > U(K)) = \max_{k : U(k) < 1} P(\mathrm{Bin}(n, U(k)) \le k).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from math import comb, floor
from typing import Any, TypeAlias, final

import numpy as np

from altheory.bounds._binomial import exact_tail, tail_at_most
from altheory.certificate import arithmetic, python_of
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds, unknown

Upper: TypeAlias = Callable[[int, int, Fraction], Fraction]
Case: TypeAlias = tuple[int, Fraction]

DELTAS = (Fraction(1, 2), Fraction(1, 20), Fraction(1, 100))
SMALL: tuple[Case, ...] = tuple((n, delta) for n in range(1, 9) for delta in DELTAS)
HUNDRED: Case = (100, Fraction(1, 20))


@final
@dataclass(frozen=True, slots=True)
class Worst:
    """The supremum of the miscoverage over p, just above ``p``, by counts up to ``k``."""

    n: int
    k: int
    p: Fraction
    chance: Fraction

    def __str__(self) -> str:
        return f"n={self.n}, p just above {float(self.p):.6g}: missed w.p. {float(self.chance):.6g}"


def ends(upper: Upper, n: int, delta: Fraction) -> list[Fraction]:
    """Return the bound at every count."""
    return [upper(k, n, delta) for k in range(n + 1)]


def worst(values: list[Fraction]) -> Worst:
    """Return where and how often a bound with these increasing ``values`` misses at worst."""
    n = len(values) - 1
    jumps = [(k, max(u, Fraction(0))) for k, u in enumerate(values) if u < 1]
    found = (Worst(n, k, u, exact_tail(k, n, u)) for k, u in jumps)
    return max(found, key=lambda w: w.chance, default=Worst(n, 0, Fraction(1), Fraction(0)))


def valid(upper: Upper, cases: Iterable[Case], above: str = "") -> Finding:
    """Decide for each case whether the bound misses any p with more than ``delta``.

    ``above`` asserts in Python that ``p`` exceeds the bound of ``k`` in ``n`` trials;
    without it a counterexample compares with the value that was computed.
    """
    seen: list[tuple[Worst, Fraction]] = []
    for n, delta in cases:
        values = ends(upper, n, delta)
        if values != sorted(values):
            return unknown(f"n={n}: the bound decreases somewhere")
        found = worst(values)
        if found.chance > delta:
            return _refuted(found, delta, above)
        seen.append((found, delta))
    last, allowed = seen[-1]
    return holds(
        f"{len(seen)} pairs (n, delta); {last}",
        claimed=f"<= {float(allowed):g}",
        computed=f"{float(last.chance):.5f}",
    )


def valid_at(upper: Upper, k: int, n: int, delta: Fraction, above: str = "") -> Finding:
    """Decide one jump of the bound."""
    u = max(upper(k, n, delta), Fraction(0))
    if u >= 1 or tail_at_most(k, n, u, delta):
        return holds(f"n={n}, k={k}, delta={delta}: the tail at {float(u):.6g} is at most delta")
    return _refuted(Worst(n, k, u, exact_tail(k, n, u)), delta, above)


def _refuted(found: Worst, delta: Fraction, above: str) -> Finding:
    p, chance = _readable(found, delta)
    certificate = arithmetic(_tail(found.k, found.n), ">", delta, {"p": p})
    u = f"F({found.p.numerator}, {found.p.denominator})"
    above = above or f"assert p > {u}  # U(k), rounded up"
    return fails(
        f"n={found.n}: p={p} exceeds the bound if K <= {found.k}, "
        f"which has probability {float(chance):.6g}; at worst {float(found.chance):.6g}",
        claimed=f"<= {delta}",
        computed=f"{float(chance):.6g}",
        counterexample=Counterexample(certificate, program(found, certificate, above)),
    )


def _readable(found: Worst, delta: Fraction) -> tuple[Fraction, Fraction]:
    """Return a short decimal above ``found.p`` at which most of the excess remains."""
    scale, p = 1, Fraction(1)
    while (chance := exact_tail(found.k, found.n, p)) <= (delta + found.chance) / 2:
        scale *= 10
        p = Fraction(floor(found.p * scale) + 1, scale)
    return p, chance


def _tail(k: int, n: int) -> tuple[object, ...]:
    """Return the lower tail of Bin(n, p) as an expression in ``p``."""
    terms = [("*", comb(n, j), ("^", "p", j), ("^", ("-", 1, "p"), n - j)) for j in range(k + 1)]
    return ("+", *terms) if k else terms[0]


def program(found: Worst, certificate: Mapping[str, Any], above: str) -> str:
    """Return a text that shows ``p`` above the bound of ``k`` and the tail above ``delta``."""
    setting = f"k, n = {found.k}, {found.n}"
    return "\n".join(
        [python_of(certificate), "# and whenever K <= k the bound is missed:", setting, above]
    )


def misses_at_most_delta(bound: Upper, rng: np.random.Generator) -> Finding:
    """Take the maximum over all p, exactly."""
    del rng
    return valid(bound, SMALL)


def one_hundred_trials(bound: Upper, rng: np.random.Generator) -> Finding:
    """Take the maximum over all p at n = 100."""
    del rng
    return valid(bound, [HUNDRED])


def random_jump(bound: Upper, rng: np.random.Generator) -> Finding:
    """Try one jump of a random bound."""
    n = int(rng.integers(1, 80))
    k, delta = int(rng.integers(n)), Fraction(int(rng.integers(1, 100)), 100)
    return valid_at(bound, k, n, delta)


CHECKS: tuple[Check[Upper], ...] = (
    Check(
        Method.EXHAUSTIVE,
        misses_at_most_delta,
        scope="every p in [0, 1], n <= 8, delta in {1/2, 1/20, 1/100}",
    ),
    Check(
        Method.EXHAUSTIVE,
        one_hundred_trials,
        scope="every p in [0, 1], n = 100, delta = 1/20",
        tier="normal",
    ),
)

TINY: tuple[Case, ...] = SMALL[: 3 * len(DELTAS)]  # n <= 3


def few_trials(bound: Upper, rng: np.random.Generator) -> Finding:
    """Take the maximum over all p, exactly, for a bound that is slow to compute."""
    del rng
    return valid(bound, TINY)


def more_trials(bound: Upper, rng: np.random.Generator) -> Finding:
    """Take the maximum over all p for more trials."""
    del rng
    return valid(bound, SMALL[len(TINY) :])


QUICK_CHECKS: tuple[Check[Upper], ...] = (
    Check(
        Method.EXHAUSTIVE,
        few_trials,
        scope="every p in [0, 1], n <= 3, delta in {1/2, 1/20, 1/100}",
    ),
    Check(
        Method.EXHAUSTIVE,
        more_trials,
        scope="every p in [0, 1], 4 <= n <= 8, delta in {1/2, 1/20, 1/100}",
        tier="normal",
    ),
    CHECKS[1],
)
