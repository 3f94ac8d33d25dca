r"""Compatibility: what unlabeled instances say about hypotheses, given a belief.

A *compatibility* :math:`\chi(h, x) \in [0, 1]` states how well a hypothesis suits the instances
near x: whether x keeps its distance from the boundary, or has the label of its neighbors.  The
*unlabeled error* and the *pruned class* are [balcan2010]_

.. math:: \mathrm{err}_{unl}(h) = 1 - \mathbb E\, \chi(h, x), \qquad
          \mathcal H(t) = \{h \in \mathcal H : \mathrm{err}_{unl}(h) \le t\} .

No label is needed to prune.  If the target suits its law, labels only have to single it out in
:math:`\mathcal H(t)` (:func:`~altheory.complexity.consistency.passive_labels`,
:func:`~altheory.complexity.query_tree.optimal_query_tree`); if it does not, no number of labels
makes up for having pruned it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import comb, prod
from typing import Any, TypeAlias

import numpy as np

from altheory.complexity._finite import finite, labeler, law_of_points
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.numeric.inputs import count, listed, rational
from altheory.spaces.finite import FiniteDistribution, FiniteRegion, index

Compatibility: TypeAlias = Callable[[FiniteHypothesis, int], Any]  # chi(h, x), a number in [0, 1]

STATES = 1_000_000  # hypotheses on samples


def unlabeled_errors(
    of: FiniteClass, compatibility: Compatibility, law: Any = None
) -> dict[FiniteHypothesis, Fraction]:
    """Return the unlabeled error of every hypothesis, exactly.

    Parameters
    ----------
    of
        The finite class.
    compatibility
        The function chi of a hypothesis and a point.
    law
        The law of the instances, by default uniform; of a sample, ``empirical_law``.

    Raises
    ------
    DomainError
        If a compatibility lies outside [0, 1].

    Examples
    --------
    >>> of = FiniteClass(3, ["+++", "++-"])
    >>> [str(e) for e in unlabeled_errors(of, lambda h, x: h(x) == h(2)).values()]
    ['2/3', '0']

    """
    weights = law_of_points(of, law).weights
    return {
        h: 1 - sum((w * _chi(compatibility, h, x) for x, w in enumerate(weights)), Fraction(0))
        for h in of.representatives(range(of.n_points))
    }


def pruned_class(
    of: FiniteClass, compatibility: Compatibility, threshold: Any, law: Any = None
) -> FiniteClass:
    """Return the class of the hypotheses whose unlabeled error is at most ``threshold``.

    Raises
    ------
    DomainError
        If there is none, or a compatibility lies outside [0, 1].

    Examples
    --------
    Points 0 and 1 form a cluster, and so do 2 and 3: the cut belongs between them.

    >>> cuts = FiniteClass(4, ["----", "---+", "--++", "-+++", "++++"])
    >>> pruned_class(cuts, lambda h, x: h(x) == h(x ^ 1), 0)
    FiniteClass(4, ['----', '--++', '++++'])

    """
    errors, most = unlabeled_errors(of, compatibility, law), rational(threshold, "a threshold")
    kept = [h.positive.mask for h, error in errors.items() if error <= most]
    if not kept:
        raise DomainError(
            f"no hypothesis has an unlabeled error of at most {threshold}; the least is "
            f"{min(errors.values())}"
        )
    return FiniteClass(of.n_points, kept)


def empirical_law(n_points: int, xs: Any) -> FiniteDistribution:
    """Return the law of a sample of points: each by how often it was drawn.

    >>> empirical_law(3, [0, 2, 2, 2]).weights
    (Fraction(1, 4), Fraction(0, 1), Fraction(3, 4))
    """
    drawn = Counter(index(x, n_points) for x in listed(xs))
    if not drawn:
        raise DomainError("the law of a sample needs one instance at least, got none")
    return FiniteDistribution([drawn[x] for x in range(n_points)])


def pruned_chances(
    of: FiniteClass, compatibility: Compatibility, threshold: Any, n: int, law: Any = None
) -> dict[frozenset[FiniteHypothesis], Fraction]:
    """Return with which probability a sample of ``n`` unlabeled points keeps which hypotheses.

    Raises
    ------
    BudgetError
        If there are too many samples to go through.

    Examples
    --------
    Only the second point tells "+-" from "++", and a sample of two misses it once in four times.

    >>> of = FiniteClass(2, ["++", "+-"])
    >>> chances = pruned_chances(of, lambda h, x: h(x) == 1, 0, 2)
    >>> sorted((len(kept), str(chance)) for kept, chance in chances.items())
    [(1, '3/4'), (2, '1/4')]

    """
    measure, most = law_of_points(of, law), rational(threshold, "a threshold")
    size, points = count(n, "a sample size"), range(finite(of).n_points)
    if comb(size + len(points) - 1, size) * len(of.hypotheses) > STATES:
        raise BudgetError(
            f"samples of {size} out of {len(points)} points, and {len(of.hypotheses)} hypotheses: "
            f"more than {STATES} to go through; draw some instead, with empirical_law"
        )
    table = {h: [1 - _chi(compatibility, h, x) for x in points] for h in of.representatives(points)}
    chances: dict[frozenset[FiniteHypothesis], Fraction] = {}
    for drawn in _counts(len(points), size):
        chance = prod(
            (w**k for w, k in zip(measure.weights, drawn, strict=True)), start=_ways(drawn)
        )
        kept = frozenset(h for h, row in table.items() if _sum_product(row, drawn) <= most * size)
        if chance:
            chances[kept] = chances.get(kept, Fraction(0)) + chance
    return chances


def cut_compatibility(weights: Any) -> Compatibility:
    r"""Return the compatibility of a graph: with which share of x's edges its label agrees.

    If a point's chance is in proportion to its degree, the unlabeled error is the weight of the
    edges that h cuts over that of all edges, so pruning keeps the small cuts.

    Parameters
    ----------
    weights
        The symmetric matrix of weights, rows of rationals or an array; of a graph
        ``graph_of(W).weights.toarray()``.  Without edges a point agrees.

    Raises
    ------
    DomainError
        If they are no rows of numbers, not symmetric, or negative.

    Examples
    --------
    >>> path = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    >>> of = FiniteClass(3, ["++-"])
    >>> errors = unlabeled_errors(of, cut_compatibility(path), FiniteDistribution([1, 2, 1]))
    >>> [str(error) for error in errors.values()]
    ['1/2']

    """
    if not isinstance(weights, Sequence | np.ndarray):
        raise DomainError(
            f"weights are rows of numbers, got {weights!r:.60}; give graph_of(W).weights.toarray()"
        )
    rows = [[rational(w, "a weight") for w in listed(row, "weights")] for row in weights]
    n = len(rows)
    if any(len(row) != n for row in rows) or any(
        w < 0 or w != rows[z][x] for x, row in enumerate(rows) for z, w in enumerate(row)
    ):
        raise DomainError("weights form a symmetric matrix without negative entries; this is none")
    edges = [[(z, w) for z, w in enumerate(row) if w] for row in rows]
    degrees = [sum(row, Fraction(0)) for row in rows]

    def agreement(h: FiniteHypothesis, x: int) -> Fraction:
        if h.positive.n_points != n:
            raise DomainError(f"a graph of {n} nodes, a hypothesis on {h.positive.n_points} points")
        alike = h.positive.mask if h(x) == 1 else ~h.positive.mask
        agreeing = sum((w for z, w in edges[x] if alike >> z & 1), Fraction(0))
        return agreeing / degrees[x] if degrees[x] else Fraction(1)

    return agreement


def price_of_pruning(
    of: FiniteClass, kept: FiniteClass, target: FiniteHypothesis, law: Any = None
) -> Fraction:
    """Return by how much the best that was kept errs more than the best of the class.

    Examples
    --------
    >>> of = FiniteClass(4, ["----", "---+", "--++", "-+++", "++++"])
    >>> kept = FiniteClass(4, ["----", "--++", "++++"])
    >>> price_of_pruning(of, kept, of.parse_target("---+"))
    Fraction(1, 4)

    """
    measure, truth = law_of_points(of, law), labeler(of, target).positive.mask
    law_of_points(kept, measure)  # on the same points

    def least(hypotheses: tuple[int, ...]) -> Fraction:
        differing = (FiniteRegion(of.n_points, h ^ truth) for h in hypotheses)
        return min(measure.mass(region) for region in differing)

    return least(kept.hypotheses) - least(of.hypotheses)


def _chi(compatibility: Compatibility, h: FiniteHypothesis, x: int) -> Fraction:
    given = compatibility(h, x)
    number = int(given) if isinstance(given, bool | np.bool_) else given
    value = rational(number, "a compatibility")
    if not 0 <= value <= 1:
        raise DomainError(f"a compatibility lies in [0, 1], got {given} of {h} at {x}")
    return value


def _counts(n_points: int, size: int) -> Iterator[tuple[int, ...]]:
    """Go through all ways to draw ``size`` points, by how often each is drawn."""
    if n_points == 1:
        yield (size,)
        return
    for first in range(size + 1):
        for rest in _counts(n_points - 1, size - first):
            yield (first, *rest)


def _ways(drawn: tuple[int, ...]) -> int:
    """Return in how many orders points can be drawn so often."""
    ways, size = 1, 0
    for k in drawn:
        size += k
        ways *= comb(size, k)
    return ways


def _sum_product(row: list[Fraction], drawn: tuple[int, ...]) -> Fraction:
    return sum((a * k for a, k in zip(row, drawn, strict=True)), Fraction(0))
