r"""When a change of units leaves the order by expected gradient length as it is.

For two classes the score is :math:`p (1 - p) \|z\|` up to a constant, with z the instance, and a 1
appended if there is a bias.  Units change x to :math:`(c_1 x_1, c_2 x_2)`; refitted, the model says
the same of each instance.  The order of all instances stays iff

.. math:: c_1 = c_2, \quad\text{and both are 1 if there is a bias},

as the bias has no unit to change.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks.acquisition_expected_change_gradient_length import squared

Units: TypeAlias = tuple[int, int]
Stays: TypeAlias = Callable[[Units, bool], bool]  # units, and whether there is a bias

SHARES = (Fraction(1, 2), Fraction(1, 8))
POOL = tuple(product(SHARES, product(range(3), range(3))))
PROGRAM = """\
a, b = (2, 0), (0, 1)  # two instances of the same p, so the score is the length, times p (1 - p)

def square(x, units):
    return sum((c * u) ** 2 for c, u in zip(x, units))

assert square(a, (1, 1)) > square(b, (1, 1))  # a is asked first
assert square(a, (1, 3)) < square(b, (1, 3))  # in thirds of the second unit, b is
"""


def order(units: Units, *, bias: bool) -> list[int]:
    """Return the sign of the difference of scores, of each pair of instances."""
    scores = []
    for p, x in POOL:
        z = tuple(c * u for c, u in zip(x, units, strict=True))
        length = sum(c * c for c in z)
        scores.append(squared(p, z) * (Fraction(1) if bias else Fraction(length, length + 1)))
    return [(a > b) - (a < b) for a, b in product(scores, repeat=2)]


def compared(stays: Stays, several: Iterable[Units]) -> Finding:
    """Compare the order of all pairs before and after."""
    count = 0
    for units, bias in product(several, (False, True)):
        found = order(units, bias=bias) == order((1, 1), bias=bias)
        if stays(units, bias) != found:
            certificate = arithmetic(("^", 2, 2), "<", ("^", ("*", 3, 1), 2))
            shown = Counterexample(certificate, PROGRAM)
            return fails(
                f"units {units}, {'with' if bias else 'without'} a bias",
                claimed="the same order" if stays(units, bias) else "another order",
                computed="the same order" if found else "another order",
                counterexample=shown if (units, bias) == ((1, 3), False) else None,
            )
        count += 1
    return holds(f"{count} changes of units, all pairs of {len(POOL)} instances")


def some_units(stays: Stays, rng: np.random.Generator) -> Finding:
    """Try a change of one unit, then of both."""
    del rng
    return compared(stays, [(1, 3), (3, 3)])


def all_units(stays: Stays, rng: np.random.Generator) -> Finding:
    """Go through changes by 1, 2 and 3, and the one that has an example first."""
    del rng
    return compared(stays, [(1, 3), *product((1, 2, 3), (1, 2, 3))])


CHECKS: tuple[Check[Stays], ...] = (
    Check(Method.EXHAUSTIVE, some_units, scope="units (1, 3) and (3, 3)"),
    Check(Method.EXHAUSTIVE, all_units, scope="units in {1, 2, 3}^2", tier="normal"),
)


def alike(units: Units, bias: bool) -> bool:
    """Decide whether the order stays: if all lengths change by one factor."""
    return units == (1, 1) or (units[0] == units[1] and not bias)


CLAIM: Claim[Stays] = Claim(
    key="acquisition/expected-change/units",
    title="When units leave the order by expected gradient length alone",
    statement=(
        r"\text{the order stays} \iff c_1 = c_2 \text{, and } c_1 = 1 \text{ if there is a bias},"
        r" \quad c \in \{1, 2, 3\}^2,\ x \in \{0, 1, 2\}^2,\ p \in \{\tfrac12, \tfrac18\}"
    ),
    plain=(
        "Multiplying features changes which instances have a long expected gradient, though the "
        "model says the same of each, unless all features change alike and there is no bias; for "
        "factors up to 3 on a 3 by 3 grid with two probabilities."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that other scores are free of units: distances in a density, say, are not",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=alike,
    checks=CHECKS,
    controls={
        "any units": lambda *_: True,
        "the same units, whatever the bias": lambda units, _: units[0] == units[1],
        "no units but those": lambda units, _: units == (1, 1),
    },
)
