r"""Labels of an earlier stretch must not be used again with the same bound: who is left chose them.

Three cuts say ++, +- and -- on the points a and b, and labels are fair.  A stretch brings two
labels at a and two at b, and who makes more than two errors above the fewest is dropped.  Then
++ and +- alone are left only if all four labels are +, so that

.. math:: P(\text{+- errs on both old labels at b} \mid V = \{++, +-\}) = 1,

though a bound may be wrong about two fresh labels at b in that way with probability 1/4 only.
What holds is the union :math:`P(E \mid V) \le P(E) / P(V)`, here :math:`\tfrac14 / \tfrac1{16}`.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds

# From the chance of an event of fresh labels, and that of who is left, to its chance given them.
Reused: TypeAlias = Callable[[Fraction, Fraction], Fraction]

CUTS = ((1, 1), (1, -1), (-1, -1))
POINTS = (0, 0, 1, 1)

PROGRAM = """\
from fractions import Fraction as F
from itertools import product

cuts, points = [(1, 1), (1, -1), (-1, -1)], (0, 0, 1, 1)
errors = lambda h, ys: sum(h[x] != y for x, y in zip(points, ys))
given = both = 0
for ys in product((-1, 1), repeat=4):  # fair labels
    counts = [errors(h, ys) for h in cuts]
    left = [h for h, k in zip(cuts, counts) if k <= min(counts) + 2]
    if left == [(1, 1), (1, -1)]:
        given += 1
        both += ys[2:] == (1, 1)  # (1, -1) errs on both labels at the second point
assert F(both, given) > F("{promise}")
"""


def left(labels: Sequence[int]) -> list[tuple[int, int]]:
    """Return the cuts with at most two errors more than the fewest."""
    errors = [sum(h[x] != y for x, y in zip(POINTS, labels, strict=True)) for h in CUTS]
    return [h for h, k in zip(CUTS, errors, strict=True) if k <= min(errors) + 2]


def sixteen(reused: Reused, rng: np.random.Generator) -> Finding:
    """Go through all labels of the stretch."""
    del rng
    everything = list(product((-1, 1), repeat=4))
    given = [labels for labels in everything if left(labels) == [(1, 1), (1, -1)]]
    both = [labels for labels in given if labels[2:] == (1, 1)]
    fresh = Fraction(sum(labels[2:] == (1, 1) for labels in everything), len(everything))
    kept = Fraction(len(given), len(everything))
    computed, claimed = Fraction(len(both), len(given)), reused(fresh, kept)
    shown = {"claimed": f"<= {claimed}", "computed": computed}
    if computed <= claimed:
        return holds("16 labelings of the stretch", **shown)
    certificate = arithmetic(("*", Fraction(len(both), 16), 1 / kept), ">", claimed)
    found = Counterexample(certificate, PROGRAM.format(promise=claimed))
    return fails("V = {++, +-} after two labels at a and b each", **shown, counterexample=found)


CLAIM: Claim[Reused] = Claim(
    key="robust-cal/reused-labels",
    title="Labels of an earlier stretch may be used again with the same bound",
    statement=(
        r"P(E(\text{labels of an earlier stretch in } \mathrm{DIS}(V)) \mid V) \le"
        r" P(E(\text{fresh labels}))"
    ),
    plain=(
        "That labels which decided who is left mislead about those no more often than new ones "
        "would: false, always against one time in four for three cuts of two points."
    ),
    relation="counterexample",
    assumptions=frozenset({"independent instances", "finite domain"}),
    does_not_say=(
        "that a learner which uses labels again must fail: bounds on differences that hold over "
        "all stretches together, such as DHM's, allow it"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=lambda fresh, _kept: fresh,
    checks=(Check(Method.EXHAUSTIVE, sixteen, scope="all labels of a stretch of four"),),
    controls={
        "twice as often": lambda fresh, _kept: 2 * fresh,
        "not more often than both together": lambda fresh, kept: fresh + kept,
        "half of the union": lambda fresh, kept: min(Fraction(1), fresh / kept) / 2,
    },
    corrected=(
        lambda fresh, kept: min(Fraction(1), fresh / kept),
        "robust-cal/fresh-stretch",
    ),
)
