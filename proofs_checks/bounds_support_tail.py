r"""Rules that s labels decide err by more than epsilon as rarely as a binomial tail says.

Each of the labels has a priority of its own, drawn at random, and the labels that decide are
filled up to s by those with the least ones.  The sample is decided by a set A of s labels iff
all others agree with A, which each of them does with probability :math:`1 - V_A`.  Every A
is as likely, so for all m

.. math:: \mathbb E[(1 - V_A)^{m-s}] = 1 \Big/ \binom ms,

the moments of :math:`1 - V` for :math:`V \sim \mathrm{Beta}(s, 1)`, which no other law on [0, 1]
has; and then the sample has :math:`V > \varepsilon` with probability
:math:`\binom ms \int_\varepsilon^1 (1 - v)^{m-s} s v^{s-1} dv`.

For some rules nothing is taken as given.  Let the i least and the s - i largest of m uniform
instances decide, all of them +, for + between the two groups: all others lie there, and
:math:`V = 1 - (b - a)` with the i-th least instance a and the (s - i)-th largest b.
"""

from collections.abc import Callable, Iterator
from functools import cache
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


@cache
def decided_beyond(s: int, m: int, density: Any) -> Any:
    """Return the chance that s of m decide and V > epsilon, from the density of V."""
    agreeing = sp.expand((1 - V) ** (m - s) * density)
    return sp.expand(sp.binomial(m, s) * sp.integrate(agreeing, (V, E, 1)))


def beta_law(formula: Tail, rng: np.random.Generator) -> Finding:
    """Verify moments and tails as polynomials."""
    del rng

    def steps() -> Iterator[Finding]:
        for s, m in SIZES:
            where, density = f"s = {s}, m = {m}", s * V ** (s - 1)
            beyond = decided_beyond(s, m, density)
            yield identical(beyond.subs(E, 0), 1, AT, f"{where}: moment")
            yield identical(formula(s, m, E), beyond, AT, f"{where}: tail")

    return chain(steps(), f"{len(SIZES)} pairs of a support and a sample size, all epsilon")


@cache
def cut(s: int, i: int) -> Any:
    """Return the density at v of 1 - (b - a), for i points up to a and s - i from b on."""
    a = sp.Symbol("a", positive=True)
    if i in {0, s}:
        return s * V ** (s - 1)  # the least of s, or the largest
    below, above = i * a ** (i - 1), (s - i) * (V - a) ** (s - i - 1)  # 1 - b = v - a
    return sp.expand(sp.binomial(s, i) * sp.integrate(sp.expand(below * above), (a, 0, V)))


def two_groups(formula: Tail, rng: np.random.Generator) -> Finding:
    """Integrate over the two instances next to the gap that holds all others."""
    del rng

    def steps() -> Iterator[Finding]:
        for s, m in SIZES:
            claimed = formula(s, m, E)
            for density in {cut(s, i) for i in range(s + 1)}:
                beyond = decided_beyond(s, m, density)
                yield identical(claimed, beyond, AT, f"s = {s}, m = {m}: two groups")

    return chain(steps(), f"{len(SIZES)} sizes, every division of s in two groups, all epsilon")


CLAIM: Claim[Tail] = Claim(
    key="bounds/support/tail",
    title="Rules that few labels decide",
    statement=(
        r"P(V > \varepsilon) = P(\mathrm{Bin}(m, \varepsilon) \le s - 1)"
        r" \text{ given } \mathbb E[(1 - V_A)^{k}] = 1 / \tbinom{s + k}{s} \text{ for all } k,"
        r" \text{ and if the } i \text{ least and } s - i \text{ largest of a row decide},"
        r"\quad s \le 5,\ m \le 8"
    ),
    plain=(
        "If the chance that given labels decide a rule has the moments that exchangeability asks "
        "for, then with s <= 5 of m <= 8 labels that decide it errs by more than epsilon as "
        "rarely as fewer than s of m labels would hit a mass of epsilon; so does every rule that "
        "the least and largest instances of a row decide."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "independent instances"}),
    does_not_say=(
        "that the moments are these for other rules, which the text derives and no program "
        "checks, nor that a given rule is of that kind"
    ),
    source=Source("campi2008exact", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=tail,
    checks=(
        Check(
            Method.SYMBOLIC,
            beta_law,
            scope="given the moments; s <= 5, m <= 8, all epsilon",
            tier="normal",
        ),
        Check(
            Method.SYMBOLIC,
            two_groups,
            scope="the ends of a row decide; s <= 5, m <= 8, all epsilon",
            tier="normal",
        ),
    ),
    controls={
        "up to s": lambda s, m, e: tail(s + 1, m, e),
        "a union over sets": lambda s, m, e: sp.binomial(m, s) * (1 - e) ** (m - s),
        "a single hypothesis": lambda s, m, e: (1 - e) ** m + 0 * s,
    },
)
