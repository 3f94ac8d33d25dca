r"""Rules that s labels decide err by more than epsilon as rarely as a binomial tail says.

Each of the labels has a priority of its own, drawn at random, and the labels that decide are
filled up to s by those with the least ones.  The sample is decided by a set A of s labels iff
all others agree with A, which each of them does with probability :math:`1 - V_A`.  Every A
is as likely, so for all m

.. math:: \mathbb E[(1 - V_A)^{m-s}] = 1 \Big/ \binom ms,

the moments of :math:`1 - V` for :math:`V \sim \mathrm{Beta}(s, 1)`, which no other law on [0, 1]
has; and then the sample has :math:`V > \varepsilon` with probability
:math:`\binom ms \int_\varepsilon^1 (1 - v)^{m-s} s v^{s-1} dv`.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._identities import chain, identical

Tail: TypeAlias = Callable[[int, int, Any], Any]
E, V = sp.symbols("epsilon v", positive=True)
AT = {E: sp.Rational(1, 3)}
SIZES = tuple((s, m) for s, m in product(range(1, 6), range(1, 9)) if m >= s)


def tail(s: int, m: int, e: Any) -> Any:
    """Return P(Bin(m, e) <= s - 1)."""
    return sum(sp.binomial(m, i) * e**i * (1 - e) ** (m - i) for i in range(s))


def beta_law(formula: Tail, rng: np.random.Generator) -> Finding:
    """Verify moments and tails as polynomials."""
    del rng

    def steps() -> Iterator[Finding]:
        for s, m in SIZES:
            where, density = f"s = {s}, m = {m}", s * V ** (s - 1)
            agreeing = sp.expand((1 - V) ** (m - s) * density)
            moment = sp.integrate(agreeing, (V, 0, 1))
            yield identical(moment * sp.binomial(m, s), 1, AT, f"{where}: moment")
            beyond = sp.binomial(m, s) * sp.integrate(agreeing, (V, E, 1))
            yield identical(formula(s, m, E), beyond, AT, f"{where}: tail")

    return chain(steps(), f"{len(SIZES)} pairs of a support and a sample size, all epsilon")


CLAIM: Claim[Tail] = Claim(
    key="bounds/support/tail",
    title="Rules that few labels decide",
    statement=(
        r"P(V > \varepsilon) = P(\mathrm{Bin}(m, \varepsilon) \le s - 1)"
        r" \text{ if } \mathbb E[(1 - V_A)^{k}] = 1 / \tbinom{s + k}{s} \text{ for all } k,"
        r"\quad s \le 5,\ m \le 8"
    ),
    plain=(
        "A rule that contradicts no label and that s of them decide errs by more than epsilon as"
        " rarely as fewer than s of m labels would hit a mass of epsilon."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "independent instances"}),
    does_not_say=(
        "that the moments are these, which the text derives and no program checks, nor that a "
        "given rule is of that kind"
    ),
    source=Source("campi2008exact", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=tail,
    checks=(Check(Method.SYMBOLIC, beta_law, scope="s <= 5, m <= 8, all epsilon", tier="normal"),),
    controls={
        "up to s": lambda s, m, e: tail(s + 1, m, e),
        "a union over sets": lambda s, m, e: sp.binomial(m, s) * (1 - e) ** (m - s),
        "a single hypothesis": lambda s, m, e: (1 - e) ** m + 0 * s,
    },
)
