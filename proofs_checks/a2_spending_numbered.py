r"""The k-th look may fail with a probability above what it spends.

Looks that are numbered over all rounds are no union: which look is the k-th depends on
labels that it sees again.  Four fair bits and :math:`\delta_2 = 1/8` show it.  Look 1 sees
:math:`X_1`, and the round halves iff :math:`X_1 = 1`.  If it does not, look 2 sees the same
label and two more, and fails iff :math:`X_1 = X_2 = X_3 = 0`: an event of probability 1/8.
If it does, look 2 is the first of the next round, sees :math:`X_2, X_3, X_4` alone, and
fails iff they are 0: given the past, an event of probability 1/8 again.  Both events are
what valid bounds may miss, but together

.. math:: P(\text{look 2 fails}) = \tfrac18 + \tfrac12 \cdot \tfrac18 = \tfrac3{16} > \delta_2 .

What holds adds up what each look of each round may spend: here twice 1/8.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds

# From what a look may fail with, in each of the rounds that it may be in, to what it fails with.
Together: TypeAlias = Callable[[Sequence[Fraction]], Fraction]

PROGRAM = """\
from fractions import Fraction as F
from itertools import product

paths = list(product((0, 1), repeat=4))
same_round = [x for x in paths if x[:3] == (0, 0, 0)]  # a look at labels 1 to 3 fails
next_round = [x for x in paths if x[1:] == (0, 0, 0)]  # a look at labels 2 to 4 fails
assert len(same_round) == len(next_round) == 2  # each with probability 1/8
halves = [x for x in paths if x[0] == 1]
fails = [x for x in paths if x in (next_round if x in halves else same_round)]
assert F(len(fails), 16) > F("{promise}")
"""


def largest(shares: Sequence[Fraction]) -> Fraction:
    """Return the largest share, which is that of the look's number."""
    return max(shares)


def added(shares: Sequence[Fraction]) -> Fraction:
    """Return the sum over the rounds that the look may be in."""
    return sum(shares, Fraction(0))


def four_bits(together: Together, rng: np.random.Generator) -> Finding:
    """Go through the 16 sequences of four fair bits."""
    del rng
    paths = list(product((0, 1), repeat=4))

    def chance(event: Callable[[tuple[int, ...]], bool]) -> Fraction:
        return Fraction(sum(map(event, paths)), len(paths))

    same, following = chance(lambda x: not any(x[:3])), chance(lambda x: not any(x[1:]))
    # the first label decides which labels look 2 sees: the same and two more, or three new ones
    computed = chance(lambda x: not any(x[1:] if x[0] else x[:3]))
    claimed = together((same, following))
    shown = {"claimed": f"<= {claimed}", "computed": computed}
    if computed <= claimed:
        return holds("16 sequences", **shown)
    sum_of_both = ("+", same, ("*", Fraction(1, 2), following))
    certificate = arithmetic(sum_of_both, ">", claimed)
    found = Counterexample(certificate, PROGRAM.format(promise=claimed))
    return fails("three of 16 sequences make look 2 fail", **shown, counterexample=found)


CLAIM: Claim[Together] = Claim(
    key="a2/spending/numbered",
    title="The k-th look fails with probability delta_k at most",
    statement=(
        r"P(\text{look } k \text{ is made and fails}) \le \delta_k, \quad"
        r" \delta_k = \frac{\delta}{k (k + 1)} \text{ whatever the round}"
    ),
    plain=(
        "If each look fails with probability delta_k at most where it may come, the k-th look of a "
        "run fails no more often: false, 3/16 against 1/8 if labels seen before decide in which "
        "round it comes."
    ),
    relation="counterexample",
    does_not_say=(
        "that A2 fails more often than delta under some law: the example is about looks, not about "
        "errors of hypotheses"
    ),
    source=Source(
        "balcan2009agnostic",
        match="related",
        difference="a common reading of the union over looks; the paper was not seen",
    ),
    expected=Verdict.REFUTED,
    formula=largest,
    checks=(Check(Method.EXHAUSTIVE, four_bits, scope="all sequences of four fair bits"),),
    controls={
        "the mean of the rounds": lambda shares: added(shares) / len(shares),
        "two fifths more": lambda shares: largest(shares) * 7 / 5,
        "the larger and a quarter of the rest": lambda shares: (
            largest(shares) + (added(shares) - largest(shares)) / 4
        ),
    },
    corrected=(added, "a2/spending/rounds"),
)
