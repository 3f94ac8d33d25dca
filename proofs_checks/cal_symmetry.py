r"""CAL sees neither the names of the points nor which label is called positive.

Let :math:`\pi` permute the points and :math:`\sigma \in \{-1, +1\}` multiply the
labels.  On the class :math:`\{\sigma\, h \circ \pi^{-1}\}`, for the target
:math:`\sigma\, h^* \circ \pi^{-1}` and the stream :math:`\pi(x_1), \pi(x_2), \dots`,
CAL asks at the same times and hears :math:`\sigma` times the same answers.

So what is true of one order of the points, for all classes, is true of every order.
"""

from itertools import permutations, product
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.spaces.finite import FiniteRegion
from proofs_checks._selective import (
    Maker,
    ask_likely_negatives,
    cal,
    careless,
    skip_the_last,
)
from proofs_checks._small_classes import classes_on, hypotheses

Answers: TypeAlias = tuple[tuple[int, int], ...]


def answers(make: Maker, of: FiniteClass, target: FiniteHypothesis, order: list[int]) -> Answers:
    """Return when the learner asks, and what it hears, on a stream."""
    learner, heard = make(of.version_space()), list[tuple[int, int]]()
    state = learner.init()
    for time, x in enumerate(order):
        before = state.queries
        state = learner.step(state, x, target)
        if state.queries > before:
            heard.append((time, target(x)))
    return tuple(heard)


def renamed(mask: int, order: tuple[int, ...]) -> int:
    """Return the hypothesis with point ``x`` renamed ``order[x]``."""
    return sum(1 << new for old, new in enumerate(order) if mask >> old & 1)


def moved(make: Maker, of: FiniteClass, order: tuple[int, ...], sign: int) -> str:
    """Return a target for which renaming and flipping change the answers, or nothing."""
    n = of.n_points
    flip = 0 if sign == 1 else (1 << n) - 1
    image = FiniteClass(n, [renamed(mask, order) ^ flip for mask in of.hypotheses])
    for target in hypotheses(of):
        twin = FiniteHypothesis(FiniteRegion(n, renamed(target.positive.mask, order) ^ flip))
        here = answers(make, of, target, list(range(n)))
        there = answers(make, image, twin, list(order))
        if there != tuple((time, sign * y) for time, y in here):
            return f"class {of.table()['hypotheses']}, target {target}: {here} becomes {there}"
    return ""


def on_points(make: Maker, n_points: int) -> Finding:
    """Go through all classes, targets, permutations and signs on ``n_points`` points."""
    symmetries = list(product(permutations(range(n_points)), (1, -1)))
    for of, (order, sign) in product(classes_on(n_points), symmetries):
        if where := moved(make, of, order, sign):
            return fails(f"renaming by {order}, labels times {sign}: {where}")
    return holds(f"{len(classes_on(n_points))} classes, {len(symmetries)} symmetries, all targets")


def two_points(make: Maker, rng: np.random.Generator) -> Finding:
    """Compare all runs with their images under the 4 symmetries of two points."""
    del rng
    return on_points(make, 2)


def three_points(make: Maker, rng: np.random.Generator) -> Finding:
    """Compare all runs with their images under the 12 symmetries of three points."""
    del rng
    return on_points(make, 3)


CLAIM: Claim[Maker] = Claim(
    key="cal/symmetry/renaming",
    title="CAL does not see names",
    statement=(
        r"\mathrm{CAL}(\sigma \mathcal H \circ \pi^{-1}, \pi x_{1:m}, \sigma h^* \circ \pi^{-1})"
        r" = \sigma\, \mathrm{CAL}(\mathcal H, x_{1:m}, h^*), \quad |\mathcal X| \le 3"
    ),
    plain="Renaming the points or exchanging the labels changes nothing in what CAL asks.",
    relation="identity",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that every learner is symmetric: one that breaks ties by the order is not",
    source=Source("cohn1994improving", match="derived"),
    expected=Verdict.PROVED,
    formula=cal,
    checks=(
        Check(Method.EXHAUSTIVE, two_points, scope="all 15 classes on 2 points"),
        Check(Method.EXHAUSTIVE, three_points, scope="all 255 classes on 3 points", tier="normal"),
    ),
    controls={
        "sees the order of the points": careless(skip_the_last),
        "sees which label is positive": careless(ask_likely_negatives),
    },
)
