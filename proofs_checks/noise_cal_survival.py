r"""Label noise removes the target from CAL's version space, exponentially fast.

If each label that CAL buys is flipped independently with probability :math:`\eta`,

.. math:: P(h^* \in V \text{ after } q \text{ questions}) = (1 - \eta)^q.

Why: the version space is what agrees with the labels bought.  So a flipped label
excludes the target for good, an honest one never does, and each question multiplies
the chance of survival by :math:`1 - \eta`:

.. math:: S(0) = 1, \qquad S(q + 1) = (1 - \eta) \, S(q).

That the real learner does so is decided on every flip pattern of small classes.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from itertools import permutations, product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.errors import InconsistentLabelsError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.learners.cal import CAL
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds, unknown
from altheory.protocols import Oracle

Survival: TypeAlias = Callable[[Any, Any, Any], Any]
Run: TypeAlias = tuple[FiniteClass, Sequence[int], FiniteHypothesis]


def survival(eta: Any, q: Any, m: Any) -> Any:
    """Return the probability that the target survives ``q`` questions in ``m`` instances."""
    del m
    return (1 - eta) ** q


def one_more_question(formula: Survival, rng: np.random.Generator) -> Finding:
    """Prove, for every q, that one more question multiplies by the chance of an honest label."""
    del rng
    q, m = sp.symbols("q m", integer=True, nonnegative=True)
    honest = sp.Symbol("honest", positive=True)
    start = sp.simplify(formula(1 - honest, sp.Integer(0), m))
    step = sp.simplify(formula(1 - honest, q + 1, m) - honest * formula(1 - honest, q, m))
    if (start - 1).is_zero and step.is_zero:
        return holds("S(0) = 1 and S(q + 1) = (1 - eta) S(q)", claimed=1, computed=start)
    there = {honest: sp.Rational(2, 3), q: 0, m: 5}
    wrong = [value for value in (start.subs(there) - 1, step.subs(there)) if value != 0]
    if wrong:
        return fails(f"S(0) = {start}, S(q + 1) - honest S(q) = {step}", computed=wrong[0])
    return unknown(f"S(0) = {start}, S(q + 1) - honest S(q) = {step}")


def contrary(target: FiniteHypothesis) -> Oracle[Any]:
    """Return the labeler that is always wrong."""
    return lambda x: 1 if target(x) == -1 else -1


def follow(run: Run, flips: Sequence[bool]) -> tuple[bool, int]:
    """Run CAL with the given labels flipped; return whether the target survives, and the cost."""
    of, order, target = run
    learner: CAL[Any, Any] = CAL(of.version_space())
    state = learner.init()
    try:
        for x, flip in zip(order, flips, strict=True):
            state = learner.step(state, x, contrary(target) if flip else target)
    except InconsistentLabelsError:
        return False, 0
    points = range(of.n_points)
    alive = not state.version_space.restrict_all(points, target.predict(points)).is_empty
    return alive, state.queries


def agrees(formula: Survival, run: Run) -> Finding:
    """Compare with all flip patterns of one stream, as polynomials in the noise rate.

    Two polynomials of degree at most m that agree at m + 1 points are the same.
    """
    m = len(run[1])
    _, q = follow(run, [False] * m)
    alive = [sum(flips) for flips in product((False, True), repeat=m) if follow(run, flips)[0]]
    for i in range(m + 1):
        eta = Fraction(i, m)
        found = sum((eta**f * (1 - eta) ** (m - f) for f in alive), Fraction(0))
        if formula(eta, q, m) != found:
            shown = f"target {run[2]}, order {run[1]}, noise {eta}, {q} questions"
            return fails(shown, claimed=formula(eta, q, m), computed=found)
    seen = f"{q} questions at noise 1/2"
    even = Fraction(len(alive), 2**m)
    return holds(seen, claimed=formula(Fraction(1, 2), q, m), computed=even)


def runs(of: FiniteClass) -> Iterator[Run]:
    """Yield every order of the points with every target."""
    targets = of.representatives(range(of.n_points))
    yield from ((of, order, h) for order in permutations(range(of.n_points)) for h in targets)


def thresholds(m: int) -> FiniteClass:
    """Return the thresholds on ``m`` points."""
    return FiniteClass(m, [[1 if x >= cut else -1 for x in range(m)] for cut in range(m + 1)])


def star(m: int) -> FiniteClass:
    """Return the all-negative hypothesis and the m that differ from it at one point."""
    return FiniteClass(m, [0, *(1 << x for x in range(m))])


def every_pattern(formula: Survival, classes: Sequence[FiniteClass]) -> Finding:
    """Compare on every stream of every class, or return the first failure."""
    streams, found = 0, unknown("no stream")
    for run in (run for of in classes for run in runs(of)):
        found = agrees(formula, run)
        if found.outcome is Outcome.FAILS:
            return found
        streams += 1
    seen = f"{streams} streams, all flip patterns, as polynomials in the noise rate; at last "
    return holds(seen + found.evidence, claimed=found.claimed, computed=found.computed)


def few_classes(formula: Survival, rng: np.random.Generator) -> Finding:
    """Run the real learner on every flip pattern on two points."""
    del rng
    return every_pattern(formula, [thresholds(1), thresholds(2), star(2)])


def small_classes(formula: Survival, rng: np.random.Generator) -> Finding:
    """Run the real learner on every flip pattern of small classes."""
    del rng
    return every_pattern(formula, [thresholds(1), thresholds(2), thresholds(3), star(3)])


def four_points(formula: Survival, rng: np.random.Generator) -> Finding:
    """Run the real learner on every flip pattern on four points."""
    del rng
    return every_pattern(formula, [thresholds(4), star(4), FiniteClass(4, range(16))])


CLAIM: Claim[Survival] = Claim(
    key="noise/cal/survival-of-the-target",
    title="The target survives q noisy questions of CAL with probability (1 - eta)^q",
    statement=r"P(h^* \in V \text{ after } q \text{ questions}) = (1 - \eta)^q",
    plain=(
        "Each label bought is honest with probability 1 - eta, and CAL keeps the target only as "
        "long as all are: it loses it for good, exponentially fast in its questions."
    ),
    relation="exact",
    assumptions=frozenset({"independent label flips", "finite domain"}),
    does_not_say="how large the error of what CAL ends with is",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=survival,
    checks=(
        Check(Method.SYMBOLIC, one_more_question, scope="all q, noise rates and domains"),
        Check(
            Method.EXHAUSTIVE,
            few_classes,
            scope="all noise rates, targets, orders, flip patterns: thresholds and star, m <= 2",
        ),
        Check(
            Method.EXHAUSTIVE,
            small_classes,
            scope="all noise rates, targets, orders, flip patterns: thresholds and star, m <= 3",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            four_points,
            scope="all noise rates, targets, orders, flip patterns: thresholds, star, cube, m = 4",
            tier="normal",
        ),
    ),
    controls={
        "first order only": lambda eta, q, _m: 1 - q * eta,
        "every instance is asked for": lambda eta, _q, m: (1 - eta) ** m,
        "flips in pairs cancel": lambda eta, q, _m: (1 + (1 - 2 * eta) ** q) / 2,
        "one label is free": lambda eta, q, _m: (1 - eta) ** sp.Max(q - 1, 0),
    },
)
