r"""Lecture notes: after k queries the threshold is known to within :math:`1/2^k`.

Bisection leaves after k labels, whatever they are, a version space of width exactly

.. math:: w_k = 2^{-k},

so :math:`\lceil \log_2 (1/\varepsilon) \rceil` labels leave a width of at most epsilon.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.bisection import Bisection
from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.protocols import Label

Width: TypeAlias = Callable[[int], Fraction]


def negative(_: Fraction) -> Label:
    """Answer that the threshold is to the right."""
    return -1


def positive(_: Fraction) -> Label:
    """Answer that the threshold is here or to the left."""
    return 1


ANSWERS = (negative, positive)


def halved(k: int) -> Fraction:
    """Return the width after k labels."""
    return Fraction(1, 2**k)


def levels(most: int) -> Iterator[list[Any]]:
    """Return what bisection knows after 0, 1, ... answers, for all sequences of them."""
    learner = Bisection(Thresholds().version_space())
    level: list[Any] = [learner.init()]
    for _ in range(most):
        yield level
        level = [learner.step(state, None, answer) for state in level for answer in ANSWERS]
    yield level


def every_answer(width: Width, most: int) -> Finding:
    """Compare the length of the remaining cuts after every sequence of answers."""
    for k, level in enumerate(levels(most)):
        computed = {state.version_space.cuts.length for state in level}
        if computed != {width(k)}:
            shown = ", ".join(map(str, sorted(computed)))
            return fails(f"k={k}", claimed=width(k), computed=shown)
    return holds(f"2^k sequences of answers for each k <= {most}", claimed="2^-k", computed="2^-k")


def up_to_seven(width: Width, rng: np.random.Generator) -> Finding:
    """Take up to 7 questions."""
    del rng
    return every_answer(width, 7)


def up_to_twelve(width: Width, rng: np.random.Generator) -> Finding:
    """Take up to 12 questions."""
    del rng
    return every_answer(width, 12)


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
        Check(Method.EXHAUSTIVE, up_to_seven, scope="k <= 7, all answers"),
        Check(Method.EXHAUSTIVE, up_to_twelve, scope="k <= 12, all answers", tier="normal"),
    ),
    controls={
        "one question more": lambda k: Fraction(1, 2 ** (k + 1)),
        "as slow as passive learning": lambda k: Fraction(1, k + 1),
        "a third is cut off": lambda k: Fraction(2, 3) ** k,
    },
)
