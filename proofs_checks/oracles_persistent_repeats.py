r"""Asking again helps with a labeler who draws afresh, and not with a persistent one.

Let a labeler err with probability :math:`e`, and let one question be asked n times, n
odd, and decided by the majority of the answers.  If every later answer repeats the first,

.. math:: P(\text{the majority errs}) = e \quad\text{for every } n,

whereas fresh answers would make it a binomial tail.  Under persistent noise the price of
a wrong label is not a few more questions: it is there for good.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import comb
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.oracles.persistent import persistent
from altheory.protocols import Label, Oracle

Error: TypeAlias = Callable[[Fraction, int], Any]

MOST = 7
LABELS: tuple[Label, Label] = (-1, 1)


def once(e: Fraction, n: int) -> Fraction:
    """Return the error of the majority of ``n`` repeated answers."""
    del n
    return e


def binomial_tail(e: Fraction, n: int) -> Fraction:
    """Return the probability that more than half of ``n`` fresh answers are wrong."""
    half = n // 2 + 1
    return sum((comb(n, k) * e**k * (1 - e) ** (n - k) for k in range(half, n + 1)), Fraction(0))


def wrong_majorities(n: int) -> list[int]:
    """Return the numbers of lies in the draws after which the majority of answers is wrong.

    The truth is +1.  All draws that the labeler within may make are gone through, those
    that the persistent one never asks for too.
    """
    lies = list[int]()
    for draws in product(LABELS, repeat=n):
        ask = persistent(drawing(iter(draws)))
        if sum(ask(0) for _ in range(n)) < 0:
            lies.append(draws.count(-1))
    return lies


def drawing(draws: Iterator[Label]) -> Oracle[Any]:
    """Return the oracle that answers with one draw after the other."""
    return lambda _x: next(draws)


def every_draw(formula: Error, rng: np.random.Generator) -> Finding:
    """Add up the chances of all draws, as polynomials in the error rate.

    Two polynomials of degree at most n that agree at n + 1 points are the same.
    """
    del rng
    for n in range(1, MOST + 1, 2):
        lies = wrong_majorities(n)
        for e in (Fraction(i, n) for i in range(n + 1)):
            computed = sum((e**k * (1 - e) ** (n - k) for k in lies), Fraction(0))
            if formula(e, n) != computed:
                where = f"{n} answers, error rate {e}"
                return fails(where, claimed=formula(e, n), computed=computed)
    return holds(f"all draws of 1, 3, ..., {MOST} answers, as polynomials in the error rate")


CLAIM: Claim[Error] = Claim(
    key="oracles/persistent/repeats",
    title="Repeating a question does not help with a persistent labeler",
    statement=r"P(\text{the majority of } n \text{ answers errs}) = e, \quad n \in \{1, 3, 5, 7\}",
    plain="A labeler who never changes an answer is as often wrong after seven questions as one.",
    relation="exact",
    assumptions=frozenset({"independent label flips"}),
    does_not_say="that noise cannot be fought: labels of other instances still help",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=once,
    checks=(
        Check(Method.EXHAUSTIVE, every_draw, scope="n = 1, 3, 5, 7, every error rate, all draws"),
    ),
    controls={
        "as if drawn afresh": binomial_tail,
        "all answers must be wrong": lambda e, n: e**n,
        "shared among the answers": lambda e, n: e / n,
    },
)
