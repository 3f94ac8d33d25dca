r"""Class-mass normalization of two classes, and the threshold it amounts to.

Values f are weighed by the share q of positives over the mean m of f at unlabeled nodes,

.. math:: f' = \frac{q f / m}{q f / m + (1 - q)(1 - f) / (1 - m)} ,

which is above 1/2 iff f is above a threshold.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._identities import chain, identical

Threshold: TypeAlias = Callable[[Any, Any], Any]  # of q and m
Values: TypeAlias = list[Fraction]
SHARES = [Fraction(a, 6) for a in range(1, 6)]
# one positive node and three negative ones between a positive and a negative label
FOUR: Values = [Fraction(3, 5), Fraction(2, 5), Fraction(2, 5), Fraction(2, 5)]
PYTHON = """\
from fractions import Fraction as F

# between a positive and a negative label: node 0 at the weights 3 and 2, the others at 2 and 3
f = [F(3, 3 + 2), F(2, 2 + 3), F(2, 2 + 3), F(2, 2 + 3)]
truth = [True, False, False, False]
assert [value > F(1, 2) for value in f] == truth  # the harmonic solution is right everywhere

q = F(sum(truth), 4)  # the true share of positives
one, zero = ([q * x / sum(f) for x in f], [(1 - q) * (1 - x) / sum(1 - x for x in f) for x in f])
assert not one[0] > zero[0]  # and with it the positive node is called negative
"""


def normalized(f: Any, q: Any, m: Any) -> Any:
    """Return f', the definition."""
    one, zero = q * f / m, (1 - q) * (1 - f) / (1 - m)
    return one / (one + zero)


def moved(q: Any, m: Any) -> Any:
    """Return (1 - q) m / ((1 - q) m + q (1 - m))."""
    return (1 - q) * m / ((1 - q) * m + q * (1 - m))


def refutation() -> Counterexample:
    """Show that 3/5 is weighed to less than one half, for q = 1/4 and m = 9/20."""
    names = {"f": FOUR[0], "q": Fraction(1, 4), "m": Fraction(9, 20)}
    one = ("/", ("*", "q", "f"), "m")
    zero = ("/", ("*", ("-", 1, "q"), ("-", 1, "f")), ("-", 1, "m"))
    return Counterexample(arithmetic(one, "<", zero, names), PYTHON)


def compared(threshold: Threshold, several: Iterable[tuple[Values, Fraction]]) -> Finding:
    """Compare labels before, by the threshold, with those after."""
    count = 0
    for values, q in several:
        m, count = sum(values, Fraction(0)) / len(values), count + 1
        claimed = [f > threshold(q, m) for f in values]
        computed = [normalized(f, q, m) > Fraction(1, 2) for f in values]
        if claimed != computed:
            shown = refutation() if values == FOUR and threshold(q, m) == Fraction(1, 2) else None
            where = f"values {', '.join(map(str, values))}, share {q}"
            return fails(where, claimed=claimed, computed=computed, counterexample=shown)
    return holds(f"{count} cases")


def four_values(threshold: Threshold, rng: np.random.Generator) -> Finding:
    """Compare on one positive and three negative nodes, with their true share."""
    del rng
    return compared(threshold, [(FOUR, Fraction(1, 4))])


def pairs_of_values(threshold: Threshold, rng: np.random.Generator) -> Finding:
    """Compare on all pairs of values and shares in sixths."""
    del rng
    return compared(threshold, (([f, g], q) for f in SHARES for g in SHARES for q in SHARES))


def all_values(threshold: Threshold, rng: np.random.Generator) -> Finding:
    """Show that f' rises with f, and is one half at the threshold."""
    del rng
    parts = sp.symbols("f_1 f_0 q_1 q_0 m_1 m_0", positive=True)
    f, q, m = (one / (one + zero) for one, zero in zip(parts[::2], parts[1::2], strict=True))
    at = dict(zip(parts, (1, 2, 3, 1, 2, 5), strict=True))
    value = sp.Symbol("f")
    slope = sp.factor(sp.diff(normalized(value, q, m), value).subs(value, f))

    def steps() -> Iterator[Finding]:
        yield holds("rises") if slope.is_positive else fails(f"the slope is {slope}")
        half = sp.cancel(normalized(sp.sympify(threshold(q, m)), q, m))
        yield identical(half, sp.Rational(1, 2), at, "at the threshold")

    return chain(steps(), "all f, q and m in (0, 1)")


FOUR_VALUES: Check[Threshold] = Check(
    Method.EXHAUSTIVE, four_values, scope="values 3/5, 2/5, 2/5, 2/5, share 1/4"
)
CHECKS: tuple[Check[Threshold], ...] = (
    FOUR_VALUES,
    Check(Method.EXHAUSTIVE, pairs_of_values, scope="two values, shares and values in sixths"),
    Check(Method.SYMBOLIC, all_values, scope="all values, means and shares", tier="normal"),
)
