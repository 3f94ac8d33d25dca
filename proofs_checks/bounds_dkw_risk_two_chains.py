r"""Massart's constant for the risk of thresholds, through two chains.

The error of a threshold is the probability of its false alarms plus that of its misses.
Each family of events is a chain, so each deviates by more than :math:`r/2` with probability
at most :math:`2 e^{-2 n (r/2)^2}`, and

.. math:: P\Bigl(\sup_t |\widehat{\mathrm{err}}(h_t) - \mathrm{err}(h_t)| > r\Bigr)
          \le 4 e^{-n r^2 / 2}.

Why it can be checked: the law of the largest deviation is that of a random walk when the
labels are fair coins, and a finite sum when there are finitely many instances.  Between two
jumps of that law the bound decreases, so it is enough to compare at the jumps.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import product
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds
from proofs_checks._identities import chain
from proofs_checks._noisy_walk import attained, strays
from proofs_checks.bounds_dkw import Tail

# How likely an instance is and how likely it is positive, by instance.
Law: TypeAlias = Mapping[Fraction, tuple[Fraction, Fraction]]

THIRD, HALF, ZERO = Fraction(1, 3), Fraction(1, 2), Fraction(0)
PLACES = (Fraction(1, 4), HALF, Fraction(3, 4))
NOISE = {
    "fair coins": (HALF, HALF, HALF),
    "flips of 1/5 around a threshold": (Fraction(1, 5), Fraction(4, 5), Fraction(4, 5)),
    "no noise": (ZERO, Fraction(1), Fraction(1)),
    "against every threshold": (Fraction(1), HALF, ZERO),
    "a label rarely seen": (Fraction(1, 50), ZERO, Fraction(1, 50)),
}
LAWS: Mapping[str, Law] = {
    name: {x: (THIRD, p) for x, p in zip(PLACES, chances, strict=True)}
    for name, chances in NOISE.items()
} | {
    "fair coins, one instance rare": dict(
        zip(PLACES, [(HALF, HALF), (Fraction(9, 20), HALF), (Fraction(1, 20), HALF)], strict=True)
    )
}


def deviations(law: Law, n: int) -> dict[Fraction, Fraction]:
    """Return the law of the largest deviation of an error over all thresholds, exactly."""
    cells = [
        (x, y, mass * (p if y == 1 else 1 - p)) for x, (mass, p) in law.items() for y in (-1, 1)
    ]
    wrong = [[h(x) != y for x, y, _ in cells] for h in Thresholds().representatives(tuple(law))]
    masses = [mass for _, _, mass in cells]
    errors = [sum(m for m, bad in zip(masses, row, strict=True) if bad) for row in wrong]
    chances: dict[Fraction, Fraction] = {}
    for counts in samples(n, len(cells)):
        made = [sum(c for c, bad in zip(counts, row, strict=True) if bad) for row in wrong]
        largest = max(abs(Fraction(k, n) - e) for k, e in zip(made, errors, strict=True))
        chances[largest] = chances.get(largest, ZERO) + multinomial(counts, masses)
    return chances


def samples(n: int, cells: int) -> Iterator[tuple[int, ...]]:
    """Yield how ``n`` draws can fall into cells."""
    for most in product(range(n + 1), repeat=cells - 1):
        if sum(most) <= n:
            yield (*most, n - sum(most))


def multinomial(counts: tuple[int, ...], masses: list[Fraction]) -> Fraction:
    """Return the probability that the cells of these masses get these counts."""
    ways, left = Fraction(1), sum(counts)
    for count, mass in zip(counts, masses, strict=True):
        ways, left = ways * comb(left, count) * mass**count, left - count
    return ways


def at_jumps(tail: Tail, n: int, jumps: Mapping[Fraction, Fraction], what: str) -> Finding:
    """Compare at each deviation the chance of at least it, from ``jumps``, with the bound."""
    for r, chance in jumps.items():
        bound = tail.at(n, r)
        if chance > bound.lo:
            where = f"n={n}, {what}: just below r={r}"
            return fails(where, claimed=f"<= {float(bound):.6g}", computed=f"{float(chance):.6g}")
    return holds(f"n={n}, {what}: every deviation")


def of_walk(tail: Tail, n: int) -> Finding:
    """Compare for fair coin labels and a continuous law."""
    jumps = {Fraction(c, 2 * n): strays(n, c) for c in attained(n)}
    return at_jumps(tail, n, jumps, "fair coin labels")


def fair_labels(tail: Tail, rng: np.random.Generator) -> Finding:
    """Compare at every deviation for fair coin labels."""
    del rng
    found = chain((of_walk(tail, n) for n in (*range(1, 21), 100)), "n <= 20 and n = 100")
    if found.outcome is not Outcome.HOLDS:
        return found
    r, n = Fraction(3, 10), 100
    return holds(
        f"every deviation for n <= 20 and n = {n}; shown: n={n}, r={float(r)}",
        claimed=f"<= {float(tail.at(n, r)):.4f}",
        computed=f"{float(strays(n, 60)):.3g}",
    )


def every_law(tail: Tail, sizes: tuple[int, ...]) -> Finding:
    """Compare for each of the laws on three instances."""
    steps = (
        at_jumps(tail, n, beyond(deviations(law, n)), name)
        for n in sizes
        for name, law in LAWS.items()
    )
    return chain(steps, f"{len(LAWS)} laws on three instances, every deviation, n in {sizes}")


def beyond(chances: Mapping[Fraction, Fraction]) -> dict[Fraction, Fraction]:
    """Return the probability of at least each value."""
    total, found = ZERO, {}
    for value in sorted(chances, reverse=True):
        total += chances[value]
        found[value] = total
    return found


def small_domains(tail: Tail, rng: np.random.Generator) -> Finding:
    """Enumerate few draws."""
    del rng
    return every_law(tail, (1, 2))


def more_draws(tail: Tail, rng: np.random.Generator) -> Finding:
    """Enumerate more draws."""
    del rng
    return every_law(tail, (3, 4, 5))


CLAIM: Claim[Tail] = Claim(
    key="bounds/dkw/risk-two-chains",
    title="Two chains: the errors of all thresholds at once",
    statement=(
        r"P\Bigl(\sup_t |\widehat{\mathrm{err}}(h_t) - \mathrm{err}(h_t)| > r\Bigr) "
        r"\le 4 e^{-n r^2/2} \quad (r \ge 0;\ \text{fair coin labels and } n \le 20"
        r"\text{ or } n = 100, \text{ and six laws on three instances with } n \le 2)"
    ),
    plain=(
        "The error rates of all thresholds deviate by more than r with at most the stated "
        "probability: for fair coin labels in up to 20 or in 100 instances, and for six laws with "
        "and without noise in two draws."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "fixed sample size"}),
    does_not_say=(
        "that it is tight: at n = 100 and level .05 fair coins need .15 and it gives .296; "
        "nor anything about classes whose hypotheses are not nested"
    ),
    source=Source(
        "massart1990", match="special case", difference="applied to false alarms and to misses"
    ),
    expected=Verdict.ENCLOSED,
    formula=Tail(Fraction(4), HALF),
    checks=(
        Check(
            Method.ENCLOSURE,
            fair_labels,
            scope="every r, fair coin labels, continuous law, n <= 20 and n = 100",
        ),
        Check(
            Method.ENCLOSURE, small_domains, scope="every r, six laws on three instances, n <= 2"
        ),
        Check(
            Method.ENCLOSURE,
            more_draws,
            scope="every r, six laws on three instances, n in {3, 4, 5}",
            tier="normal",
        ),
    ),
    controls={
        "one chain": Tail(Fraction(2), Fraction(2)),
        "twice the constant of one chain": Tail(Fraction(4), Fraction(2)),
        "constant 1": Tail(Fraction(1), HALF),
    },
    uses=("bounds/dkw/massart",),
)
