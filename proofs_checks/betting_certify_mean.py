r"""A bet paid by its mass is fair whatever the rule that asks, and worse than fair if it is blind.

With :math:`r = d(x) / q(x)` and :math:`D = D(c \ne h)`,

.. math:: \mathbb E[1 + w (r \cdot \text{gain} - D)] \le 1 + w (\mathrm{err}(h) - \mathrm{err}(c)),

with equality if q is positive wherever c and h differ.  So it is no matter that q is known at
the instances drawn alone, nor that it vanishes at some.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.learners._betting_odds import fair
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._betting_tables import CLASSES, MASSES, Row, Table, tables

# From stake, ratio, gain, the mass D and whether c and h differ at x to the factor.
Factor: TypeAlias = Callable[[Fraction, Fraction, int, Fraction, bool], Fraction]

STAKE = Fraction(1, 2)
ASKED = ((1, 1, 1), (1, 2, 3), (0, 1, 1), (0, 0, 1))  # in proportion to q


def paid_by_mass(w: Fraction, r: Fraction, gain: int, mass: Fraction, _differ: bool) -> Fraction:
    """Pay the mass on which both differ."""
    paid: Fraction = fair(w, r * gain, mass)
    return paid


def mean_of(factor: Factor, table: Table, q: dict[int, Fraction], h: Row, c: Row) -> Fraction:
    """Return the mean of the factor of h against c."""
    mass = table.apart(h, c)
    factors = {}
    for x, y in product(q, (-1, 1)):
        differ = c[x] != h[x]
        gain = differ * ((h[x] != y) + (c[x] == y))
        factors[x, y] = factor(STAKE, table.mass[x] / q[x], gain, mass, differ)
    return table.mean(q, factors)


def gone_through(factor: Factor, cases: Iterable[Table]) -> Finding:
    """Compare the mean with the difference of errors, for all pairs and four rules that ask."""
    seen = 0
    for table, asked in product(cases, ASKED):
        q = {x: Fraction(part, sum(asked)) for x, part in enumerate(asked) if part}
        for h, c in product(table.rows, repeat=2):
            mean = mean_of(factor, table, q, h, c)
            bound = 1 + STAKE * (table.error(h) - table.error(c))
            is_seen = all(x in q for x in range(len(h)) if c[x] != h[x])
            if mean > bound or (is_seen and mean != bound):
                where = f"h = {h}, c = {c}, law {table.mass}, chances {table.positive}, q {q}"
                return fails(where, claimed=bound, computed=mean)
            seen += 1
    return holds(f"{seen} pairs, laws and rules")


def without_noise(factor: Factor, rng: np.random.Generator) -> Finding:
    """Go through one class, one label of each instance."""
    del rng
    all_right = (Fraction(1), Fraction(0), Fraction(1))
    return gone_through(factor, [Table(CLASSES[0], mass, all_right) for mass in MASSES])


def every_table(factor: Factor, rng: np.random.Generator) -> Finding:
    """Go through three classes, two laws of instances and 27 of labels."""
    del rng
    return gone_through(factor, tables())


CLAIM: Claim[Factor] = Claim(
    key="betting/certify/one-step-mean",
    title="A bet that is paid by its mass needs the probability of the query alone",
    statement=(
        r"\mathbb E[1 + w (\tfrac{d}{q} \text{gain} - D(c \ne h))] \le 1 + w (\mathrm{err}(h) -"
        r" \mathrm{err}(c)), \text{ with equality if } q > 0 \text{ on } \{c \ne h\}"
        r" \text{ (three classes on three points)}"
    ),
    plain=(
        "A bet that one model beats another, paid by the share of the pool on which they differ, "
        "gains on average what their errors differ by, however instances are drawn, and less if "
        "some are never drawn: gone through for three classes on three points."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that a rule proves much: where it asks with a probability above the law's, bets win "
        "little; nor anything if the logged probability is not the one drawn with"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=paid_by_mass,
    checks=(
        Check(Method.EXHAUSTIVE, without_noise, scope="one class on three points, no noise"),
        Check(
            Method.EXHAUSTIVE,
            every_table,
            scope="three classes on three points, chances 0, 1/2, 1, four rules",
            tier="long",
        ),
    ),
    controls={
        "paid where it is asked": lambda w, r, gain, _mass, differ: fair(w, r * gain, r * differ),
        "labels not weighted": lambda w, _r, gain, mass, _differ: fair(w, gain, mass),
        "paid half": lambda w, r, gain, mass, _differ: fair(w, r * gain, mass / 2),
    },
)
