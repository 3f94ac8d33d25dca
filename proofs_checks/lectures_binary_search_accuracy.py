r"""Lecture notes: after k queries the threshold is known to within :math:`1/2^k`.

Bisection leaves after k labels, whatever they are, a version space of width exactly

.. math:: w_k = 2^{-k},

so :math:`\lceil \log_2 (1/\varepsilon) \rceil` labels leave a width of at most epsilon.

By induction: all cuts are [0, 1], and of the cuts between n and p the answer at the
middle m keeps those up to m or those beyond, half of them by length in both cases.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.bisection import Bisection
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.protocols import Label

Width: TypeAlias = Callable[[Any], Any]
MOST = 7


def negative(_: Fraction) -> Label:
    """Answer that the threshold is to the right."""
    return -1


def positive(_: Fraction) -> Label:
    """Answer that the threshold is here or to the left."""
    return 1


ANSWERS = (negative, positive)


def halved(k: Any) -> Any:
    """Return the width after k labels."""
    return sp.Rational(1, 2) ** k


def induction(width: Width, rng: np.random.Generator) -> Finding:
    """Solve the recursion of the width, which no answer changes, for every k."""
    del rng
    k = sp.Symbol("k", integer=True, nonnegative=True)
    n, length = sp.symbols("n length", positive=True)
    p = n + length
    m = (n + p) / 2
    left, right = sp.expand((m - n) / length), sp.expand((p - m) / length)
    if left != right:
        return fails("the two answers keep different widths", claimed=left, computed=right)
    if sp.sympify(width(0)) != 1:
        return fails("k=0", claimed=width(0), computed=1)
    if sp.simplify(width(k + 1) - left * width(k)) != 0:
        return fails("k to k + 1", claimed=width(k + 1) / width(k), computed=left)
    return holds(f"w_0 = 1 and either answer multiplies the width by {left}")


def levels(most: int) -> Iterator[list[Any]]:
    """Return what bisection knows after 0, 1, ... answers, for all sequences of them."""
    learner = Bisection(Thresholds().version_space())
    level: list[Any] = [learner.init()]
    for _ in range(most):
        yield level
        level = [learner.step(state, None, answer) for state in level for answer in ANSWERS]
    yield level


def every_answer(width: Width, rng: np.random.Generator) -> Finding:
    """Compare the length of the cuts that the learner has left, whatever it hears."""
    del rng
    for k, level in enumerate(levels(MOST)):
        claimed = Fraction(str(width(k)))
        computed = {state.version_space.cuts.length for state in level}
        if computed != {claimed}:
            shown = ", ".join(map(str, sorted(computed)))
            return fails(f"k={k}", claimed=claimed, computed=shown)
    return holds(f"2^k sequences of answers for each k <= {MOST}")


CLAIM: Claim[Width] = Claim(
    key="lectures/binary-search-accuracy",
    title="Known to within 1/2^k",
    statement=r"w_k = 2^{-k}",
    plain="Each answer to a binary search halves the interval in which the threshold lies.",
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries"}),
    does_not_say="that k labels are needed to name a point within 1/2^k: one fewer will do",
    source=Source("lecturenotes", locator="Can Adaptive Querying Actually Help?", match="exact"),
    expected=Verdict.PROVED,
    formula=halved,
    checks=(
        Check(Method.SYMBOLIC, induction, scope="all k, all answers"),
        Check(Method.EXHAUSTIVE, every_answer, scope="the learner itself, k <= 7, all answers"),
    ),
    controls={
        "one question more": lambda k: sp.Rational(1, 2) ** (k + 1),
        "as slow as passive learning": lambda k: 1 / sp.sympify(k + 1),
        "a third is cut off": lambda k: sp.Rational(2, 3) ** k,
    },
)
