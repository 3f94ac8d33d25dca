r"""A mask for each instance makes copies of one instance look independent.

Take an instance whose label shows which of u units are kept, each with chance 1/2.  Under one
mask for all instances b copies of it have one label, and their joint information about the mask is
u bits.  In training mode dropout draws a mask for each row of a batch: the same b rows then have
independent labels, with joint entropy

.. math:: H(y_1, \ldots, y_b) = b\,u \text{ bits},

the sum of the single ones.  So an estimate of joint information from such passes finds nothing
redundant, which is what it was for.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._logarithms import Logs, entropy, log

Bits: TypeAlias = Callable[[int, int], tuple[Fraction, Fraction]]  # copies, units: apart, shared


def label(mask: Sequence[int]) -> int:
    """Return the output of a layer in which unit j adds 2^j if it is kept."""
    return sum(2**j for j, kept in enumerate(mask) if kept)


def joint_entropy(draws: Sequence[tuple[int, ...]]) -> Logs:
    """Return the entropy of the labels of equally likely draws."""
    return entropy([Fraction(n, len(draws)) for n in Counter(draws).values()])


def compared(bits: Bits, sizes: Iterable[tuple[int, int]]) -> Finding:
    """Go through all masks, for each copy and for all at once."""
    count = 0
    for copies, units in sizes:
        masks = list(product((0, 1), repeat=units))
        apart = [tuple(map(label, each)) for each in product(masks, repeat=copies)]
        shared = [(label(mask),) * copies for mask in masks]
        claimed = bits(copies, units)
        for draws, said in zip((apart, shared), claimed, strict=True):
            found = joint_entropy(draws)
            if found != log(2).times(said):
                where = f"{copies} copies, {units} units"
                return fails(where, claimed=f"{said} bits", computed=f"{float(found.bits)} bits")
        count += len(apart)
    return holds(f"{count} rows of masks")


def small(bits: Bits, rng: np.random.Generator) -> Finding:
    """Go through up to three copies and two units."""
    del rng
    return compared(bits, product(range(1, 4), range(1, 3)))


def larger(bits: Bits, rng: np.random.Generator) -> Finding:
    """Go through up to four copies and three units."""
    del rng
    return compared(bits, product(range(1, 5), range(1, 4)))


CLAIM: Claim[Bits] = Claim(
    key="nets/masks-per-instance",
    title="With a mask for each instance nothing is redundant",
    statement=(
        r"H(y_1, \ldots, y_b) = b u \text{ bits with a mask for each of } b \text{ copies, } u"
        r" \text{ bits with one mask for all}, \quad b \le 4,\ u \le 3"
    ),
    plain=(
        "Labels that show which of u units were dropped are worth u bits, however many copies are "
        "asked; with masks drawn for each row they look worth b u bits; for b up to 4, u up to 3."
    ),
    does_not_say=(
        "that scores of single instances suffer: entropy and BALD of one instance are the same"
    ),
    relation="exact",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda b, u: (Fraction(b * u), Fraction(u)),
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="b <= 3, u <= 2"),
        Check(Method.EXHAUSTIVE, larger, scope="b <= 4, u <= 3", tier="normal"),
    ),
    controls={
        "copies are redundant either way": lambda _, u: (Fraction(u), Fraction(u)),
        "never redundant": lambda b, u: (Fraction(b * u), Fraction(b * u)),
        "one more bit for each copy": lambda b, u: (Fraction(b + u - 1), Fraction(u)),
    },
)
