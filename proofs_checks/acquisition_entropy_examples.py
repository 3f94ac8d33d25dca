r"""The entropies of the lecture notes' two images, in both units.

.. math:: H(.95, .03, .02) = 0.3349 \text{ bits} = 0.2322 \text{ nats}, \qquad
          H(.35, .34, .31) = 1.5831 \text{ bits} = 1.0973 \text{ nats} .

The notes have 0.24 beside 1.58: the first is nearly that in nats, the second is in bits.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import e
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._logarithms import Row, entropy

# Entropies in bits and in nats, in units of 1/10,000.
Entropies: TypeAlias = Mapping[Row, tuple[int, int]]


def row(*percent: str) -> Row:
    """Return a distribution from percentages."""
    return tuple(Fraction(p) / 100 for p in percent)


SURE, TORN = row("95", "3", "2"), row("35", "34", "31")
UNIFORM: Row = (Fraction(1, 3),) * 3
RARE = row("96.2", "3.7", "0.1")

ENTROPIES: Entropies = {
    SURE: (3349, 2322),
    TORN: (15831, 10973),
    UNIFORM: (15850, 10986),
    RARE: (2397, 1662),
}
HALF = Fraction(1, 20_000)  # a unit of the last digit


def by_logarithms(entropies: Entropies, rng: np.random.Generator) -> Finding:
    """Enclose the entropies by logarithms of integers."""
    del rng
    for of, digits in entropies.items():
        for found, claimed in zip((entropy(of).bits, entropy(of).nats), digits, strict=True):
            off = found - Fraction(claimed, 10_000)
            if not (off.lo >= -HALF and off.hi <= HALF):
                return fails(f"{of}", claimed=claimed / 10_000, computed=f"{float(found):.6f}")
    return holds(f"{2 * len(entropies)} numbers, each right to four digits")


def shipped(entropies: Entropies, rng: np.random.Generator) -> Finding:
    """Round what the package returns."""
    from altheory.acquisition import entropy as shipped_entropy

    del rng
    table = [[float(p) for p in of] for of in entropies]
    for unit, base in enumerate((2, e)):
        found = shipped_entropy(table, base=base).tolist()
        for value, (of, digits) in zip(found, entropies.items(), strict=True):
            if abs(Fraction(value) - Fraction(digits[unit], 10_000)) > HALF:
                return fails(f"{of}", claimed=digits[unit] / 10_000, computed=value)
    return holds("altheory.acquisition.entropy returns them, in bits and in nats")


CLAIM: Claim[Entropies] = Claim(
    key="acquisition/entropy/examples",
    title="The entropies of the two images of the notes",
    statement=(
        r"H(.95, .03, .02) = 0.3349 \text{ bits} = 0.2322 \text{ nats}, \quad"
        r" H(.35, .34, .31) = 1.5831 \text{ bits} = 1.0973 \text{ nats}, \quad"
        r" H(\tfrac13, \tfrac13, \tfrac13) = 1.5850 \text{ bits}, \quad"
        r" H(.962, .037, .001) = 0.2397 \text{ bits}"
    ),
    plain=(
        "The entropies of four rows, among them those of the notes' images, to four digits in bits "
        "and in nats."
    ),
    relation="exact",
    does_not_say="which unit is the right one: any will do, for all instances alike",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=ENTROPIES,
    checks=(
        Check(Method.ENCLOSURE, by_logarithms, scope="four rows, bits and nats"),
        Check(Method.ENCLOSURE, shipped, scope="four rows, bits and nats, as the package does"),
    ),
    controls={
        "bits called nats": {of: (nats, bits) for of, (bits, nats) in ENTROPIES.items()},
        "the notes' 0.24 bits": {**ENTROPIES, SURE: (2400, 1664)},
        "the notes' 0.24 nats": {**ENTROPIES, SURE: (3462, 2400)},
        "the second image uniform": {**ENTROPIES, TORN: (15850, 10986)},
    },
)
