r"""A bet against a rival that is gone may gain, though the hypothesis is a best one.

Three instances of mass 1/3 have the labels -, +, +, and the class is h = +++, g = --+ and
c = -+-: each errs once.  Of :math:`V = \{h, g\}` the region of disagreement is the first two
instances.  There c errs less than h, and what it pays for that lies outside:

.. math:: \mathbb E[f] = \tfrac12 (1 + \lambda) + \tfrac12 > 1 .
"""

from collections.abc import Sequence
from fractions import Fraction

import numpy as np

from altheory.certificate import arithmetic
from altheory.learners._betting_odds import fair
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._betting_tables import CLASSES, Row, Table, region
from proofs_checks.betting_general_mean import Bet, Bets, on_survivors

THIRD = Fraction(1, 3)
TABLE = Table(CLASSES[0], (THIRD, THIRD, THIRD), (Fraction(0), Fraction(1), Fraction(1)))
H, G, C = CLASSES[0]
PROGRAM = """\
from fractions import Fraction as F

labels, h, g, c = "-++", "+++", "--+", "-+-"


def errors(rule):
    return sum(F(1, 3) for said, label in zip(rule, labels) if said != label)


assert errors(h) <= min(errors(g), errors(c))  # h is best
region = [x for x in range(3) if h[x] != g[x]]  # where the survivors h and g disagree
stake = {{x: {stake} if c[x] != h[x] else F(0) for x in region}}  # against c, which is gone
gains = [1 + stake[x] if labels[x] != h[x] else 1 - stake[x] for x in region]
assert sum(gains) / len(region) > 1"""


def against(rival: Row, stake: Fraction) -> Bets:
    """Return the bet of one stake against one rival, on the region, by the law."""

    def bets(_table: Table, some: Sequence[Row], h: Row) -> Bet:
        where = region(some)
        q = dict.fromkeys(where, Fraction(1, len(where)))
        return q, {x: stake * (rival[x] != h[x]) for x in where}

    return bets


def one_table(bets: Bets, rng: np.random.Generator) -> Finding:
    """Take the mean of the factor of h over the first two instances."""
    del rng
    q, stakes = bets(TABLE, (H, G), H)
    factors = {(x, y): fair(stakes[x], 2 * (y != H[x]), 1) for x in q for y in (-1, 1)}
    mean = TABLE.mean(q, factors)
    if mean <= 1:
        return holds("V = {+++, --+}", claimed="<= 1", computed=mean)
    win = stakes[0]
    certificate = arithmetic(("+", ("*", q[0], ("+", 1, win)), q[1]), ">", 1)
    text = PROGRAM.format(stake=f"F({win.numerator}, {win.denominator})")
    return fails(
        "V = {+++, --+}, the rival -+- is gone",
        claimed="<= 1",
        computed=mean,
        counterexample=Counterexample(certificate, text),
    )


CLAIM: Claim[Bets] = Claim(
    key="betting/general/rivals-gone",
    title="A bet of a best hypothesis on any rivals gains nothing on average",
    statement=(
        r"\mathbb E[1 + \lambda_h(x) (2 \cdot 1\{y \ne h(x)\} - 1)] \le 1 \text{ for } h \in"
        r" \operatorname{argmin} \mathrm{err}, \; x \in \mathrm{DIS}(V), \; \lambda_h = w"
        r" 1\{c \ne h\}, \; c \notin V"
    ),
    plain=(
        "A best hypothesis gains nothing by bets against rivals that are gone: false, since the "
        "rival may pay for its successes outside of the region that is sampled."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that a best hypothesis is then dropped often",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=against(C, Fraction(1, 2)),
    checks=(Check(Method.EXHAUSTIVE, one_table, scope="one class of three, one law"),),
    controls={
        "a tenth at stake": against(C, Fraction(1, 10)),
        "almost all at stake": against(C, Fraction(49, 50)),
    },
    corrected=(on_survivors, "betting/general/one-step-mean"),
)
