r"""A bet on survivors, at whatever density on their region of disagreement, gains nothing.

Draw x with density q on :math:`\mathrm{DIS}(V)`, where the law has d, and let h be a best
hypothesis in V.  The stake

.. math:: \lambda_h(x) = \frac{d(x)}{q(x)} \sum_{c \in V} w(c) \, 1\{c(x) \ne h(x)\} \le 1

multiplies the capital by :math:`1 + \lambda_h` if :math:`y \ne h(x)` and by :math:`1 - \lambda_h`
if not, which has the mean :math:`1 + \sum_c w(c) (\mathrm{err}(h) - \mathrm{err}(c))`.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.learners._betting_odds import fair
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._betting_tables import CLASSES, Row, Table, region, survivors, tables

Bet: TypeAlias = tuple[dict[int, Fraction], dict[int, Fraction]]  # q, and the stakes
Bets: TypeAlias = Callable[[Table, Sequence[Row], Row], Bet]

MOST = Fraction(49, 50)
ENDS = (Fraction(0), Fraction(1))


def density(table: Table, where: Sequence[int]) -> dict[int, Fraction]:
    """Return probabilities of instances that lean to the later ones."""
    leaning = {x: (x + 1) * table.mass[x] for x in where}
    return {x: size / sum(leaning.values()) for x, size in leaning.items()}


def weight(table: Table, q: dict[int, Fraction], x: int) -> Fraction:
    """Return the density of the law over q; uneven rivals weigh 2, 3, ... times that."""
    return table.mass[x] / q[x]


def scaled(stakes: dict[int, Fraction]) -> dict[int, Fraction]:
    """Return the stakes in proportion, the largest of them as large as allowed."""
    top = max(stakes.values())
    return {x: stake * MOST / top if top else stake for x, stake in stakes.items()}


def bet_on(
    table: Table, where: Sequence[int], h: Row, rivals: Sequence[Row], power: int = 1
) -> Bet:
    """Return the bet against rivals on some instances; a power of 1 is their weighted sum."""
    q = density(table, where)
    sums = {x: sum((i for i, c in enumerate(rivals, 2) if c[x] != h[x]), 0) ** power for x in q}
    return q, scaled({x: weight(table, q, x) * size for x, size in sums.items()})


def on_survivors(table: Table, some: Sequence[Row], h: Row) -> Bet:
    """Bet against all survivors where they disagree."""
    return bet_on(table, region(some), h, some)


def on_everybody(table: Table, some: Sequence[Row], h: Row) -> Bet:
    """Bet against the whole class where the survivors disagree."""
    return bet_on(table, region(some), h, table.rows)


def on_less(table: Table, some: Sequence[Row], h: Row) -> Bet:
    """Bet where they disagree, but on the first instance, if there are others."""
    return bet_on(table, region(some)[1:] or region(some), h, some)


def clipped(table: Table, some: Sequence[Row], h: Row) -> Bet:
    """Cut large stakes off, each by itself."""
    q, stakes = on_survivors(table, some, h)
    return q, {x: min(stake, MOST / 3) for x, stake in stakes.items()}


def growing(table: Table, some: Sequence[Row], h: Row) -> Bet:
    """Stake more where more rivals differ."""
    return bet_on(table, region(some), h, some, power=2)


def gone_through(bets: Bets, cases: Iterable[Table]) -> Finding:
    """Take the mean over instance and label of the factor of each best hypothesis."""
    seen, most = 0, Fraction(0)
    for table in cases:
        for h in table.best():
            for some in survivors(table.rows, h):
                q, stakes = bets(table, some, h)
                won = {(x, y): 2 * (y != h[x]) for x in q for y in (-1, 1)}
                mean = table.mean(q, {(x, y): fair(stakes[x], won[x, y], 1) for x, y in won})
                if mean > 1:
                    where = f"V = {some}, law {table.mass}, chances {table.positive}, h = {h}"
                    return fails(where, claimed="<= 1", computed=mean)
                seen, most = seen + 1, max(most, mean)
    return holds(f"{seen} bets of best hypotheses", claimed="<= 1", computed=most)


def ends(bets: Bets, rng: np.random.Generator) -> Finding:
    """Go through a class of three, labels without noise."""
    del rng
    return gone_through(bets, tables(CLASSES[:1], ENDS))


def every_table(bets: Bets, rng: np.random.Generator) -> Finding:
    """Go through three classes, every set of survivors, labels with and without noise."""
    del rng
    return gone_through(bets, tables())


CLAIM: Claim[Bets] = Claim(
    key="betting/general/one-step-mean",
    title="A bet of a best hypothesis on survivors gains nothing on average",
    statement=(
        r"\mathbb E[1 + \lambda_h(x) (2 \cdot 1\{y \ne h(x)\} - 1)] \le 1 \text{ for } h \in"
        r" \operatorname{argmin} \mathrm{err}, \; \lambda_h = \tfrac dq \sum_{c \in V} w(c)"
        r" 1\{c \ne h\} \text{ (three classes on three points, all } V)"
    ),
    plain=(
        "Whoever bets that labels go against a best hypothesis, by how many of those who are left "
        "say so, and draws instances where these disagree, gains nothing on average: gone "
        "through for three classes on three points, two laws of instances and 27 of labels."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "how fast the others lose; nor anything of rivals that are gone, of stakes cut off point "
        "by point, or of classes on more than three points, for which the proof is on paper"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=on_survivors,
    checks=(
        Check(
            Method.EXHAUSTIVE, ends, scope="a class of three on three points, labels without noise"
        ),
        Check(
            Method.EXHAUSTIVE,
            every_table,
            scope="three classes on three points, chances 0, 1/2, 1",
            tier="normal",
        ),
    ),
    controls={
        "rivals that are gone": on_everybody,
        "drawn from less than where they disagree": on_less,
        "stakes cut off point by point": clipped,
        "a stake that grows with the distance": growing,
    },
)
