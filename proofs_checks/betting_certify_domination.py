r"""One supermartingale is above the products of a best hypothesis for all bad outputs at once.

At each label :math:`h^*` bets against one rival, chosen by the labels so far.  Let M be the
product of g at the rival's own excess error, and :math:`E_s^\varepsilon` that of g at
:math:`\varepsilon` where the rival was s, and of f elsewhere.  Then on every path

.. math:: E_s^\varepsilon \le M \quad \text{for all } s, \;
          0 < \varepsilon < \mathrm{err}(s) - \mathrm{err}(h^*),

and M has the mean 1.  So no union is needed over outputs, levels, or moments.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import product
from typing import TypeAlias, final

import numpy as np

from altheory.learners._betting_odds import bonus, fair
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._betting_tables import CLASSES, Row, Table, tables

# The factor of the account of s: from f, stake, won, odds, and whether the rival is s.
Account: TypeAlias = Callable[[Fraction, Fraction, Fraction, Fraction, bool], Fraction]
Path: TypeAlias = tuple[tuple[int, int], ...]

MOST = 3  # labels of a path
STAKE = Fraction(1, 2)
LEVELS = (Fraction(1, 7), Fraction(2, 5))  # shares of the excess error of s


def of_its_rival(
    f: Fraction, stake: Fraction, won: Fraction, odds: Fraction, is_rival: bool
) -> Fraction:
    """Take the bonus where the rival is s."""
    return f + bonus(stake, won, odds) if is_rival else f


def odds(level: Fraction, mass: Fraction) -> Fraction:
    """Return epsilon / (D - epsilon), nothing where D is not above it."""
    return level / (mass - level) if mass > level else Fraction(0)


@final
@dataclass(slots=True)
class Walk:
    """The accounts of a best hypothesis along one path of labels."""

    table: Table
    h: Row
    account: Account
    above: Fraction = Fraction(1)
    chance: Fraction = Fraction(1)
    below: dict[tuple[Row, Fraction], Fraction] = field(default_factory=dict)

    def __post_init__(self) -> None:
        bad = ((s, self.excess(s)) for s in self.table.rows)
        self.below = {(s, share * e): Fraction(1) for s, e in bad if e > 0 for share in LEVELS}

    def excess(self, s: Row) -> Fraction:
        return self.table.error(s) - self.table.error(self.h)

    def step(self, rival: Row, x: int, y: int) -> None:
        """Bet against a rival on a label of x, drawn uniformly."""
        n, h = len(self.table.mass), self.h
        gain = (rival[x] != h[x]) * ((h[x] != y) + (rival[x] == y))
        won, mass = self.table.mass[x] * n * gain, self.table.apart(h, rival)
        f = fair(STAKE, won, mass)
        for s, level in self.below:
            given = odds(level, self.table.apart(h, s))
            self.below[s, level] *= self.account(f, STAKE, won, given, s == rival)
        self.above *= f + bonus(STAKE, won, odds(self.excess(rival), mass))
        self.chance *= self.table.label(x, y) / n

    def fault(self) -> tuple[Row, Fraction] | None:
        """Return an account that is above M, None if there is none; what never happens is free."""
        over = (at for at, value in self.below.items() if value > self.above)
        return next(over, None) if self.chance else None


def walked(table: Table, h: Row, account: Account, path: Path) -> Walk:
    """Follow a path; the rival goes round by the labels so far."""
    walk, turn = Walk(table, h, account), 0
    rivals = [row for row in table.rows if row != h]
    for x, y in path:
        walk.step(rivals[turn % len(rivals)], x, y)
        turn += (2, 1)[y > 0] * (x > 0)
    return walk


def gone_through(account: Account, cases: Iterable[Table], most: int) -> Finding:
    """Follow all paths of each best hypothesis, and add up the mean of M."""
    seen = 0
    for table in cases:
        steps = list(product(range(len(table.mass)), (-1, 1)))
        for h in table.best():
            mean = Fraction(0)
            for path in product(steps, repeat=most):
                walk = walked(table, h, account, path)
                if fault := walk.fault():
                    where = f"h = {h}, law {table.mass}, chances {table.positive}, path {path}"
                    return fails(where, claimed=walk.above, computed=walk.below[fault])
                mean += walk.chance * walk.above
                seen += 1
            if mean > 1:
                return fails(f"h = {h}, {table}", claimed="mean of M <= 1", computed=mean)
    return holds(f"{seen} paths of {most} labels")


def short(account: Account, rng: np.random.Generator) -> Finding:
    """Follow two labels of three cuts of two points: two are best, the third is not."""
    del rng
    half, cuts = Fraction(1, 2), ((1, 1), (-1, 1), (-1, -1))
    return gone_through(account, [Table(cuts, (half, half), (half, Fraction(3, 4)))], 2)


def three_labels(account: Account, rng: np.random.Generator) -> Finding:
    """Follow three labels of two classes, at all chances of 1/4 and 3/4."""
    del rng
    chances = (Fraction(1, 4), Fraction(3, 4))
    return gone_through(account, tables(CLASSES[:2], chances), MOST)


CLAIM: Claim[Account] = Claim(
    key="betting/certify/domination",
    title="One supermartingale is above the certificates of all bad outputs",
    statement=(
        r"E_{h^*, s}^\varepsilon \le M \text{ for all } s, \varepsilon < \mathrm{err}(s) -"
        r" \mathrm{err}(h^*), \quad \mathbb E[M] \le 1 \text{ (two classes on three points, all"
        r" paths of three labels)}"
    ),
    plain=(
        "What a best hypothesis has won for a certificate of any output that is bad is never "
        "above one account that gains nothing on average, so no probability is split between "
        "outputs: followed along all paths of three labels in two classes on three points."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that longer paths were followed, for which the proof by single factors is on paper; nor "
        "that an account may keep odds that other rivals gave"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=of_its_rival,
    checks=(
        Check(Method.EXHAUSTIVE, short, scope="two labels of three cuts of two points, one law"),
        Check(
            Method.EXHAUSTIVE,
            three_labels,
            scope="three labels of two classes, chances 1/4 and 3/4",
            tier="long",
        ),
    ),
    controls={
        "odds against every rival": lambda f, stake, won, given, _is_rival: (
            f + bonus(stake, won, given)
        ),
        "five times the odds": lambda f, stake, won, given, is_rival: (
            f + 5 * is_rival * bonus(stake, won, given)
        ),
        "odds for who loses": lambda f, stake, _won, given, is_rival: f + is_rival * stake * given,
    },
    uses=("betting/certify/odds", "betting/certify/one-step-mean"),
)
