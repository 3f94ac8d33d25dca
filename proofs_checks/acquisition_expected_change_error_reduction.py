r"""Expected error reduction of a Bayesian, by counting hypotheses.

With every hypothesis of a finite class as likely, the label of j is predicted by a majority, and
an answer at i removes those that disagree.  The error expected of the pool falls by

.. math:: \sum_j \Bigl[ \sum_y \max_c P(y_i = y, y_j = c) - \max_c P(y_j = c) \Bigr] \ge 0 ,

since a maximum of sums is at most the sum of the maxima.  It is the sum over the pool of what the
answer is worth at j, so an instance tied to many others is asked before one that is as uncertain
and alone.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds

Rows: TypeAlias = tuple[tuple[int, ...], ...]  # the labels 0 and 1 of each hypothesis
Reduction: TypeAlias = Callable[[Rows, int], Fraction]

# a fair instance by itself, and three that are alike, of probability 1/4, independent of it
TIED: Rows = tuple((a, b, b, b) for a in (0, 1) for b in (0, 0, 0, 1))
PROGRAM = """\
from fractions import Fraction as F

rows = [(a, b, b, b) for a in (0, 1) for b in (0, 0, 0, 1)]

def error(rows):  # expected of the majority, on all four instances
    return sum(min(sum(of), len(of) - sum(of)) * F(1, len(rows)) for of in zip(*rows))

def later(i):  # expected after the answer at i
    parts = [[row for row in rows if row[i] == y] for y in (0, 1)]
    return sum(F(len(part), len(rows)) * error(part) for part in parts)

now = error(rows)
assert now - later(0) == F(1, 2)  # the most uncertain one, but alone
assert now - later(1) == F(3, 4)  # its least confidence is 1/4
"""


def table(rows: Rows) -> list[list[Fraction]]:
    """Return the probabilities of both labels at each instance."""
    shares = [Fraction(sum(labels), len(rows)) for labels in zip(*rows, strict=True)]
    return [[1 - p, p] for p in shares]


def error(rows: Rows) -> Fraction:
    """Return the error that is expected of the majority."""
    return sum((min(row) for row in table(rows)), Fraction(0))


def told(rows: Rows, i: int, y: int) -> Rows:
    """Return the hypotheses that agree with an answer."""
    return tuple(row for row in rows if row[i] == y)


def by_refits(rows: Rows, i: int) -> Fraction:
    """Return the reduction by its definition: the error now, less that expected after an answer."""
    parts = [part for y in (0, 1) if (part := told(rows, i, y))]
    return error(rows) - sum(Fraction(len(part), len(rows)) * error(part) for part in parts)


def shipped(rows: Rows) -> list[Fraction]:
    """Return what the package computes, as fractions of small denominators."""
    from altheory.acquisition import expected_error_reduction

    def refit(i: int, y: int) -> list[list[float]]:
        return [list(map(float, row)) for row in table(told(rows, i, y))]

    now = [list(map(float, row)) for row in table(rows)]
    found = expected_error_reduction(now, refit)
    return [Fraction(score).limit_denominator(10**4) for score in found.tolist()]


def compared(reduction: Reduction, several: Iterable[Rows]) -> Finding:
    """Compare with the definition and with the package, at every instance."""
    count = 0
    for rows in several:
        for i, score in enumerate(shipped(rows)):
            claimed, found = reduction(rows, i), by_refits(rows, i)
            if claimed != found or found != score or found < 0:
                where = f"{len(rows)} hypotheses on {len(rows[0])} instances, at {i}"
                certificate = arithmetic(("*", 3, Fraction(1, 4)), ">", Fraction(1, 2))
                shown = Counterexample(certificate, PROGRAM) if rows == TIED and i == 1 else None
                return fails(where, claimed=claimed, computed=found, counterexample=shown)
            count += 1
    return holds(f"{count} instances", claimed=reduction(TIED, 1), computed=by_refits(TIED, 1))


def few_classes(reduction: Reduction, rng: np.random.Generator) -> Finding:
    """Try three instances that are alike beside one alone, and two more classes."""
    del rng
    return compared(reduction, [TIED, ((0, 0), (0, 1), (1, 1)), ((0, 1, 1), (1, 0, 1))])


def all_classes(reduction: Reduction, rng: np.random.Generator) -> Finding:
    """Go through the classes of up to four hypotheses on three instances."""
    del rng
    labelings = tuple(product((0, 1), repeat=3))
    classes = (of for size in (1, 2, 3, 4) for of in combinations(labelings, size))
    return compared(reduction, (TIED, *classes))


CHECKS: tuple[Check[Reduction], ...] = (
    Check(Method.EXHAUSTIVE, few_classes, scope="three classes on two to four instances"),
    Check(
        Method.EXHAUSTIVE,
        all_classes,
        scope="all classes of at most 4 hypotheses on 3 instances, and one of 8 on 4",
        tier="normal",
    ),
)


def largest(counts: Sequence[int], rows: Rows) -> Fraction:
    """Return the share of the largest of several counts."""
    return Fraction(max(counts), len(rows))


def by_counting(rows: Rows, i: int) -> Fraction:
    """Return the reduction by the joint counts of two labels."""
    gained = Fraction(0)
    for j in range(len(rows[0])):
        joint = [[sum(r[i] == y and r[j] == c for r in rows) for c in (0, 1)] for y in (0, 1)]
        gained += sum(largest(counts, rows) for counts in joint)
        gained -= largest([a + b for a, b in zip(*joint, strict=True)], rows)
    return gained


CLAIM: Claim[Reduction] = Claim(
    key="acquisition/expected-change/error-reduction",
    title="Expected error reduction counts what an answer tells of every instance",
    statement=(
        r"\mathrm{EER}_i = \sum_j \Bigl[ \sum_y \max_c P(y_i = y, y_j = c) - \max_c P(y_j = c)"
        r" \Bigr] \ge 0, \quad |H| \le 4,\ N = 3"
    ),
    plain=(
        "If answers are as likely as the class says, and the model is conditioned on them, the "
        "expected reduction of the error is a sum over all instances, of what two labels tell of "
        "each other, and never negative; on all classes of four hypotheses on three instances."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that it is never negative for models that are refitted in another way",
    source=Source(
        "roy2001",
        match="special case",
        difference="a finite class conditioned exactly in place of a trained model",
    ),
    expected=Verdict.PROVED,
    formula=by_counting,
    checks=CHECKS,
    controls={
        "of the instance alone": lambda rows, i: min(table(rows)[i]),
        "after the likelier answer": lambda rows, i: (
            error(rows) - error(told(rows, i, int(table(rows)[i][1] * 2 > 1)))
        ),
        "all of the error": lambda rows, _: error(rows),
    },
)
