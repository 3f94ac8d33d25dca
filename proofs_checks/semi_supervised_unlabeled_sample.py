r"""How many unlabeled instances it takes to prune, if the target is perfectly compatible.

Let :math:`\chi \in \{0, 1\}` and :math:`\mathrm{err}_{unl}(h^*) = 0`.  A hypothesis outside
:math:`\mathcal H(\varepsilon)` suits :math:`m_u` unlabeled instances with probability below
:math:`(1 - \varepsilon)^{m_u}`; one inside that errs by more than :math:`\varepsilon` agrees with
:math:`m_l` labels with probability below :math:`(1 - \varepsilon)^{m_l}`.  So some hypothesis
suits both samples and errs by more with probability at most

.. math:: (|\mathcal H| - |\mathcal H(\varepsilon)|) (1 - \varepsilon)^{m_u}
          + (|\mathcal H(\varepsilon)| - 1) (1 - \varepsilon)^{m_l} .
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.complexity.compatibility import Compatibility
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._compatible import EPSILONS, YES_OR_NO, hit_sets, incompatible
from proofs_checks._small_classes import classes_on, rows

# From |H|, |H(epsilon)|, |H(0)|, epsilon, m_u and m_l.
Bound: TypeAlias = Callable[[int, int, int, Fraction, int, int], Fraction]

# Epsilon, and the numbers of unlabeled and of labeled instances.
Sizes: TypeAlias = Sequence[tuple[Fraction, int, int]]
SIZES: Sizes = tuple(product(EPSILONS, (1, 2, 4), (1, 3)))
FEW_SIZES: Sizes = ((EPSILONS[0], 1, 1), (EPSILONS[-1], 4, 1))


def two_terms(
    size: int, near: int, _zero: int, epsilon: Fraction, unlabeled: int, labels: int
) -> Fraction:
    """Return what is left by the unlabeled sample, and by the labels."""
    return (size - near) * (1 - epsilon) ** unlabeled + (near - 1) * (1 - epsilon) ** labels


def failure(bad: list[tuple[int, int]], n: int, unlabeled: int, labels: int) -> Fraction:
    """Return the probability that both sets of one of the pairs are missed."""
    ways = 0
    for first, k in hit_sets(n, unlabeled).items():
        left = [differing for unfit, differing in bad if not unfit & first]
        if left:
            found = hit_sets(n, labels).items()
            ways += k * sum(j for hit, j in found if any(not hit & part for part in left))
    return Fraction(ways, n ** (unlabeled + labels))


def one_class(bound: Bound, of: FiniteClass, chi: Compatibility, sizes: Sizes) -> Finding | None:
    """Compare for all targets that are perfectly compatible."""
    n, unfit = of.n_points, incompatible(of, chi)
    for target in (h for h in unfit if not unfit[h]):
        for epsilon, unlabeled, labels in sizes:
            near = sum(points.bit_count() <= epsilon * n for points in unfit.values())
            zero = sum(not points for points in unfit.values())
            far = [h for h in unfit if (h ^ target).bit_count() > epsilon * n]
            claimed = bound(len(unfit), near, zero, epsilon, unlabeled, labels)
            computed = failure([(unfit[h], h ^ target) for h in far], n, unlabeled, labels)
            if computed > claimed:
                where = f"{rows(n, unfit)}, target {rows(n, [target])}, epsilon {epsilon}, "
                where += f"{unlabeled} unlabeled instances, {labels} labels"
                return fails(where, claimed=claimed, computed=computed)
    return None


def compared(bound: Bound, classes: Sequence[FiniteClass], sizes: Sizes) -> Finding:
    """Compare with the probability, by going through all pairs of samples."""
    for of, chi in product(classes, YES_OR_NO):
        found = one_class(bound, of, chi, sizes)
        if found is not None:
            return found
    return holds(f"{len(classes)} classes on 3 points, three compatibilities")


def pairs(bound: Bound, rng: np.random.Generator) -> Finding:
    """Go through the classes of two hypotheses."""
    del rng
    of_two = [of for of in classes_on(3) if len(of.hypotheses) == 2]
    return compared(bound, of_two, FEW_SIZES)


def every_class(bound: Bound, rng: np.random.Generator) -> Finding:
    """Go through all classes."""
    del rng
    return compared(bound, classes_on(3), SIZES)


CLAIM: Claim[Bound] = Claim(
    key="semi-supervised/unlabeled-sample",
    title="What unlabeled and labeled samples leave together",
    statement=(
        r"P(\exists h: \chi(h, \cdot) = 1 \text{ on } U,\ h|_S = h^*|_S,\ \mathrm{err}(h) >"
        r" \varepsilon) \le (|\mathcal H| - |\mathcal H(\varepsilon)|)(1 - \varepsilon)^{m_u} +"
        r" (|\mathcal H(\varepsilon)| - 1)(1 - \varepsilon)^{m_l}, \quad |\mathcal X| = 3,"
        r"\ m_u \in \{1, 2, 4\},\ m_l \in \{1, 3\},\ 24 \varepsilon \in \{7, 8, 11, 15\}"
    ),
    plain=(
        "If the target suits every instance, unlabeled instances remove what is incompatible and "
        "labels only what is left; for all classes on three points, three compatibilities, "
        "the uniform law, and a few sizes of samples and values of epsilon."
    ),
    relation="upper",
    assumptions=frozenset(
        {"realizable", "uniform law", "independent instances", "finite domain", "fixed sample size"}
    ),
    does_not_say=(
        "the same for a compatibility between 0 and 1, or for a target that is only nearly "
        "compatible: there the sample's unlabeled errors must be uniformly close to the true ones"
    ),
    source=Source(
        "balcan2010",
        match="special case",
        difference=(
            "three points; a probability for given sample sizes, and with the hypotheses "
            "counted that each sample has to remove"
        ),
    ),
    expected=Verdict.PROVED,
    formula=two_terms,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            pairs,
            scope="classes of 2 hypotheses; 24 epsilon = 7 and m_u = 1, or 15 and 4; m_l = 1",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_class,
            scope="all classes on 3 points, all such targets",
            tier="normal",
        ),
    ),
    controls={
        "unlabeled instances without limit": lambda _, near, __, epsilon, ___, labels: (
            (near - 1) * (1 - epsilon) ** labels
        ),
        "labels are not needed": lambda size, near, _, epsilon, unlabeled, __: (
            (size - near) * (1 - epsilon) ** unlabeled
        ),
        "as if the sample pruned to what is perfectly compatible": (
            lambda size, _, zero, epsilon, unlabeled, labels: (
                (size - zero) * (1 - epsilon) ** (unlabeled + labels)
                + (zero - 1) * (1 - epsilon) ** labels
            )
        ),
    },
)
