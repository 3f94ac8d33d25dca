r"""A gift for wins between a threshold and a candidate, paid for by the excess error allowed.

On cells of the mass 1/N between threshold t and candidate s, d in all, the bet has the density
:math:`\kappa` and nothing beyond.  A win there pays G/q on top.  With :math:`e` the excess error
of s over t and a the chance that t errs,

.. math:: E g - 1 = -\kappa e + \tfrac1N \sum_i a_i G = -\kappa e + \tfrac{G}{2} (d - e),

as :math:`e = \tfrac1N \sum_i (1 - 2 a_i)`.  For :math:`G = 2k`, :math:`k = \kappa h / (1 - h)` and
:math:`h = \varepsilon / d` that is :math:`-(\kappa + k)(e - \varepsilon)`: at most 0 if s is not
good.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

F = Fraction
Gift: TypeAlias = Callable[[Any, Any, Any], Any]  # of kappa, epsilon and d

N = 4


def gift(kappa: Any, epsilon: Any, d: Any) -> Any:
    """Return what a win pays on top, times the density of the instance."""
    h = epsilon / d
    return 2 * kappa * h / (1 - h)


def identity(formula: Gift, rng: np.random.Generator) -> Finding:
    """Prove the identity for two cells of any chances and density, kappa and epsilon."""
    del rng
    kappa, epsilon, d, q, a, b = sp.symbols("kappa epsilon d q a b", positive=True)
    more = formula(kappa, epsilon, d)
    won, lost = 1 + (kappa + more) / q, 1 - kappa / q
    cells = [(a, d / 2), (b, d / 2)]
    mean = 1 - q * d + sum(q * w * (c * won + (1 - c) * lost) for c, w in cells)
    excess = sum(w * (1 - 2 * c) for c, w in cells)
    rest = sp.simplify(mean - 1 + (kappa + more / 2) * (excess - epsilon))
    verdict = holds if rest == 0 else fails
    return verdict("two cells", claimed="E g = 1 - (kappa + k)(e - epsilon)", computed=rest)


def summed(formula: Gift, rng: np.random.Generator) -> Finding:
    """Sum over instances and labels, drawn with distinct densities, for all laws in quarters."""
    del rng
    for cells, kappa, epsilon in product((2, 3), (F(1, 4), F(1, 2)), (F(1, 8), F(1, 4))):
        more = formula(kappa, epsilon, F(cells, N))
        q = [F(N * (i + 1), cells * (cells + 1) // 2) for i in range(cells)]
        for chances in product((F(0), F(1, 4), F(1, 2)), repeat=cells):
            excess = sum((1 - 2 * a for a in chances), F(0)) / N
            pairs = zip(chances, q, strict=True)
            mean = sum(
                c / N * (a * (1 + (kappa + more) / c) + (1 - a) * (1 - kappa / c)) for a, c in pairs
            )
            expected = 1 - (kappa + more / 2) * (excess - epsilon)
            if mean != expected:
                return fails(f"chances {chances}", claimed=expected, computed=mean)
    return holds("two and three cells")


CLAIM: Claim[Gift] = Claim(
    key="betting/handicap",
    title="A handicap for one candidate costs what its excess error pays",
    statement=(
        r"\mathbb E\, g = 1 - (\kappa + k)(e - \varepsilon), \quad k = \frac{\kappa h}{1 - h}, "
        r"\; h = \frac{\varepsilon}{d}, \; g = f + \frac{2k}{q} \text{ for a win between t and s} "
        r"\quad \text{(two cells, any chances)}"
    ),
    plain=(
        "If a candidate is worse than a threshold by more than epsilon, bets of the threshold may "
        "be paid better between the two, by odds (1 + h) to (1 - h), and still they do not win on "
        "average."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that smaller odds are wrong: they are valid and slower; nor that they may be paid for "
        "two candidates at once, which is another claim"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=gift,
    checks=(
        Check(
            Method.SYMBOLIC,
            identity,
            scope="two cells, all chances, densities, kappa and epsilon",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, summed, scope="two and three cells, chances in quarters"),
    ),
    controls={
        "doubled odds": lambda kappa, epsilon, d: 2 * gift(kappa, epsilon, d),
        "a unit handicap": lambda kappa, epsilon, d: 2 * kappa * epsilon / (d * (1 - d)),
        "epsilon at any distance": lambda kappa, epsilon, _: 2 * kappa * epsilon / (1 - epsilon),
    },
)
