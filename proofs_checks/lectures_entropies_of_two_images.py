r"""Lecture notes: two images have the entropies 0.24 and 1.58.

Whatever the unit is, the second would be between 1.575/0.245 and 1.585/0.235 times the first,

.. math:: 6.42 < \frac{H(.35, .34, .31)}{H(.95, .03, .02)} < 6.75 \quad\text{(false)},

but it is 4.73 times as large.  In bits the first is 0.33, in nats the second is 1.10.
"""

from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._logarithms import entropy, less
from proofs_checks.acquisition_entropy_examples import ENTROPIES, SURE, TORN

Ratio: TypeAlias = tuple[Fraction, Fraction]  # between which it lies

NOTES: Ratio = (Fraction(1575, 245), Fraction(1585, 235))
PROGRAM = """\
from math import log

def entropy(row):
    return -sum(p * log(p) for p in row)

first, second = entropy([0.95, 0.03, 0.02]), entropy([0.35, 0.34, 0.31])  # in nats
assert second / first < 4.73 < 1.575 / 0.245  # whatever the unit
assert round(first, 2) == 0.23 and round(second, 2) == 1.10
assert round(first / log(2), 2) == 0.33 and round(second / log(2), 2) == 1.58  # in bits
"""


def in_any_unit(ratio: Ratio, rng: np.random.Generator) -> Finding:
    """Divide the entropies."""
    del rng
    first, second = entropy(SURE), entropy(TORN)
    found = second.nats / first.nats
    claimed = f"{float(ratio[0]):.4f} to {float(ratio[1]):.4f}"
    if ratio[0] < found.lo and found.hi < ratio[1]:
        return holds("in one unit", claimed=claimed, computed=f"{float(found):.6f}")
    whole = first.times(ratio[0].__floor__())
    shown = Counterexample(less(second, whole), PROGRAM) if second < whole else None
    where = "H(.35, .34, .31) / H(.95, .03, .02)"
    return fails(where, claimed=claimed, computed=f"{float(found):.6f}", counterexample=shown)


def of_digits(first: int, second: int) -> Ratio:
    """Return between what the ratio of two entropies lies that were rounded to integers."""
    return Fraction(2 * second - 1, 2 * first + 1), Fraction(2 * second + 1, 2 * first - 1)


CLAIM: Claim[Ratio] = Claim(
    key="lectures/entropies-of-two-images",
    title="Image A has the entropy 0.24, and image B 1.58",
    statement=(
        r"H(.95, .03, .02) \approx 0.24 \text{ and } H(.35, .34, .31) \approx 1.58"
        r" \text{ in one unit: } 6.42 < H_B / H_A < 6.75"
    ),
    plain=(
        "Image A has the entropy 0.24, and image B 1.58: false in any unit, they are 0.33 and 1.58 "
        "bits, or 0.23 and 1.10 nats."
    ),
    relation="counterexample",
    does_not_say="that B is not to be asked first: its entropy is larger in any unit",
    source=Source(
        "lecturenotes",
        locator="Uncertainty Sampling",
        match="related",
        difference=(
            "the notes name no unit; refuted is that there is one for both numbers, given the rows"
        ),
    ),
    expected=Verdict.REFUTED,
    formula=NOTES,
    checks=(Check(Method.ENCLOSURE, in_any_unit, scope="both rows, any unit"),),
    controls={
        "rounded to one digit": (Fraction(155, 25), Fraction(165, 15)),
        "0.24 nats beside 1.10": (Fraction(1095, 245), Fraction(1105, 235)),
        "0.33 bits beside 1.10 nats": (Fraction(1095, 335), Fraction(1105, 325)),
    },
    corrected=(of_digits(ENTROPIES[SURE][0], ENTROPIES[TORN][0]), "acquisition/entropy/examples"),
)
