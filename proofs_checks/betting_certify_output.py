r"""The chance that ``certify`` is wrong, over all labels of a small pool, exactly.

Four labels of a pool of two, bought uniformly and by a rule that prefers the first instance, at
:math:`\delta = 1/2`: wrong is that a best model is excluded, or that the excess error of the
model it names exceeds its bound, after the last of them.  What the shipped program decides in
floats is counted, and the chances of the paths are rational.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import prod
from typing import TypeAlias

import numpy as np

from altheory.learners.certification import Certification, certify
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

# From instances, labels and the probabilities of a path to what is certified.
Certifier: TypeAlias = Callable[[list[int], list[int], list[Fraction]], Certification]

POOL = ((1, -1, 1), (1, -1, -1))
LABELS = 4
DELTA, EPSILON = Fraction(1, 2), Fraction(1, 10)
RULES = ((Fraction(1, 2), Fraction(1, 2)), (Fraction(9, 10), Fraction(1, 10)))
CHANCES = (Fraction(0), Fraction(1, 4), Fraction(1, 2), Fraction(3, 4), Fraction(1))

Answer: TypeAlias = tuple[tuple[int, ...], int, Fraction]


def shipped(xs: list[int], ys: list[int], chances: list[Fraction]) -> Certification:
    """Certify at delta = 1/2 with the probabilities of the queries."""
    return certify(POOL, xs, ys, chances, delta=DELTA, epsilon=EPSILON)


def hasty(xs: list[int], ys: list[int], chances: list[Fraction]) -> Certification:
    """Certify at a level that hardly is one."""
    return certify(POOL, xs, ys, chances, delta=Fraction(99, 100), epsilon=EPSILON)


def unweighted(xs: list[int], ys: list[int], _chances: list[Fraction]) -> Certification:
    """Take the labels as if they had been bought uniformly."""
    return certify(POOL, xs, ys, None, delta=DELTA, epsilon=EPSILON)


def unlogged(xs: list[int], ys: list[int], chances: list[Fraction]) -> Certification:
    """Log a third of each probability."""
    return certify(POOL, xs, ys, [q / 3 for q in chances], delta=DELTA, epsilon=EPSILON)


def answers(certifier: Certifier, q: tuple[Fraction, ...]) -> Iterator[tuple[list[int], Answer]]:
    """Return what is certified of each path, as the counts of its four kinds of labels."""
    for path in product(product((0, 1), (-1, 1)), repeat=LABELS):
        xs, ys = [x for x, _ in path], [y for _, y in path]
        found = certifier(xs, ys, [q[x] for x in xs])
        counts = [path.count(kind) for kind in product((0, 1), (-1, 1))]
        yield counts, (found.excluded, found.best, found.excess_bound)


def wrong(
    told: list[tuple[list[int], Answer]], q: tuple[Fraction, ...], positive: tuple[Fraction, ...]
) -> Fraction:
    """Return the chance of a wrong answer, if instances have these chances of +1."""
    label = {(x, y): positive[x] if y > 0 else 1 - positive[x] for x in (0, 1) for y in (-1, 1)}
    error = [sum((label[x, -POOL[x][h]] for x in (0, 1)), Fraction(0)) / 2 for h in range(3)]
    kinds = [q[x] * p for (x, _), p in label.items()]
    bad = Fraction(0)
    for counts, (excluded, best, bound) in told:
        is_lost = any(error[h] == min(error) for h in excluded)
        if is_lost or error[best] - min(error) > bound:
            bad += prod((p**n for p, n in zip(kinds, counts, strict=True)), start=Fraction(1))
    return bad


def every_path(certifier: Certifier, rng: np.random.Generator) -> Finding:
    """Add up the chances of the paths on which it is wrong, for 25 laws and two rules."""
    del rng
    most, where = Fraction(0), ""
    for q in RULES:
        told = list(answers(certifier, q))
        for positive in product(CHANCES, repeat=2):
            bad = wrong(told, q, positive)
            if bad >= most:
                most, where = bad, f"q = {q}, chances {positive}"
    outcome = holds if most <= DELTA else fails
    return outcome(where, claimed=f"<= {DELTA}", computed=most)


CLAIM: Claim[Certifier] = Claim(
    key="betting/certify/output",
    title="What certify says is wrong with at most the probability delta",
    statement=(
        r"\mathbb P(h^* \text{ excluded, or } \mathrm{err}(s) - \mathrm{err}(h^*) >"
        r" \text{bound}) \le \delta \quad (\delta = \tfrac12, \text{ three models, two instances,"
        r" four labels})"
    ),
    plain=(
        "The program that certifies models from bought labels errs with at most the probability "
        "asked for: added up over all four labels of a pool of two, for two rules that ask and 25 "
        "laws of labels, at one half."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that delta is used up, or what four labels do not show: the theorem for all pools and "
        "every number of labels is proved on paper, beside the program"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=shipped,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_path,
            scope="all paths of four labels, two rules, 25 laws",
            tier="long",
        ),
    ),
    controls={
        "the level of delta = .99": hasty,
        "labels not weighted": unweighted,
        "a third of the probability logged": unlogged,
    },
    uses=("betting/certify/domination", "betting/certify/one-step-mean"),
)
