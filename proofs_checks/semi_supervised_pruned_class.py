r"""Labels only have to choose within the pruned class.

If the target's unlabeled error is at most t, it is in :math:`\mathcal H(t)`, and each of the
others that errs by more than :math:`\varepsilon` agrees with m labels with probability below
:math:`(1 - \varepsilon)^m`; so

.. math:: P\bigl(\exists h \in \mathcal H(t) \text{ consistent},\ \mathrm{err}(h) >
          \varepsilon\bigr) \le (|\mathcal H(t)| - 1) (1 - \varepsilon)^m .
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.complexity.compatibility import cut_compatibility, unlabeled_errors
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._compatible import EPSILONS, MOST_LABELS, missed, path
from proofs_checks._small_classes import classes_on, rows

Bound: TypeAlias = Callable[[int, int, Fraction, int], Fraction]  # |H|, |H(t)|, epsilon, m
Case: TypeAlias = tuple[int, list[int], list[int], int]  # points, class, pruned class, target


def union(_size: int, kept: int, epsilon: Fraction, m: int) -> Fraction:
    """Return the sum over all hypotheses that are kept but the target."""
    return (kept - 1) * (1 - epsilon) ** m


def cases(n: int) -> Iterator[Case]:
    """Prune every class on n points by the least threshold that keeps the target."""
    for of in classes_on(n):
        errors = unlabeled_errors(of, cut_compatibility(path(n)))
        by_mask = {h.positive.mask: error for h, error in errors.items()}
        for target, most in by_mask.items():
            kept = [mask for mask, error in by_mask.items() if error <= most]
            yield n, list(by_mask), kept, target


def compared(bound: Bound, n: int) -> Finding:
    """Compare with the probability, by going through all sequences of points."""
    count = 0
    for _, everyone, kept, target in cases(n):
        for epsilon, m in product(EPSILONS, range(1, MOST_LABELS + 1)):
            bad = [h ^ target for h in kept if (h ^ target).bit_count() > epsilon * n]
            claimed = bound(len(everyone), len(kept), epsilon, m)
            computed = missed(bad, n, m) if bad else Fraction(0)
            if computed > claimed:
                where = f"{rows(n, everyone)}, target {rows(n, [target])}, {m} labels, {epsilon}"
                return fails(where, claimed=claimed, computed=computed)
            count += 1
    return holds(f"{count} classes with target, epsilon and m, on {n} points")


def two_points(bound: Bound, rng: np.random.Generator) -> Finding:
    """Go through the classes on two points."""
    del rng
    return compared(bound, 2)


def three_points(bound: Bound, rng: np.random.Generator) -> Finding:
    """Go through the classes on three points."""
    del rng
    return compared(bound, 3)


CLAIM: Claim[Bound] = Claim(
    key="semi-supervised/pruned-class",
    title="Labels only have to choose within the pruned class",
    statement=(
        r"\mathrm{err}_{unl}(h^*) \le t \implies P(\exists h \in \mathcal H(t): h|_S = h^*|_S,\,"
        r" \mathrm{err}(h) > \varepsilon) \le (|\mathcal H(t)| - 1)(1 - \varepsilon)^m,"
        r" \quad |\mathcal X| \in \{2, 3\},\ m \le 3,"
        r"\ 24 \varepsilon \in \{7, 8, 11, 15\}"
    ),
    plain=(
        "If the target is as compatible as believed, the size of the pruned class takes the place "
        "of the size of the class in the sample bound; for all classes on two or three points "
        "under the uniform law, at most three labels and four values of epsilon."
    ),
    relation="upper",
    assumptions=frozenset(
        {"realizable", "uniform law", "independent instances", "finite domain", "fixed sample size"}
    ),
    does_not_say=(
        "anything if the target is less compatible than believed, nor what it takes to learn the "
        "law: here unlabeled errors are known exactly"
    ),
    source=Source(
        "balcan2010",
        match="special case",
        difference=(
            "at most three points and labels, compatibility by the cut of a path; unlabeled errors "
            "known, and the target itself not counted"
        ),
    ),
    expected=Verdict.PROVED,
    formula=union,
    checks=(
        Check(Method.EXHAUSTIVE, two_points, scope="all classes on 2 points, all targets"),
        Check(
            Method.EXHAUSTIVE,
            three_points,
            scope="all classes on 3 points, all targets",
            tier="normal",
        ),
    ),
    controls={
        "as for one hypothesis": lambda _, __, epsilon, m: (1 - epsilon) ** m,
        "two hypotheses free": lambda _, kept, epsilon, m: max(kept - 2, 0) * (1 - epsilon) ** m,
        "one more label": lambda _, kept, epsilon, m: (kept - 1) * (1 - epsilon) ** (m + 1),
        "the share that is kept": lambda size, kept, epsilon, m: (
            Fraction(kept - 1, size) * (1 - epsilon) ** m
        ),
    },
)
