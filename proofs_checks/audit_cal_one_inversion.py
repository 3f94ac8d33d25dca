r"""One inverted answer is enough to make CAL err everywhere.

CAL never doubts an answer, so a single one that is inverted removes the target for good,
whichever of its questions it is.  On the thresholds of m points, over all orders of the points,
all targets and all questions,

.. math:: 1 \le \#\{\text{points on which the output errs}\} \le m,

and both ends are attained: the cut below all points is mistaken for the one above all of them
if the first answer, at the last point, is inverted.  No noise rate is low enough for that.
"""

from collections.abc import Callable, Iterator
from functools import partial
from itertools import permutations
from typing import Any, TypeAlias

import numpy as np

from altheory.hypotheses.finite import FiniteClass
from altheory.learners.cal import CAL
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.oracles.flipping import flipping

# From the number of points to the fewest and the most errors after one inversion.
Errors: TypeAlias = Callable[[int], tuple[int, int]]


def everywhere(points: int) -> tuple[int, int]:
    """Return one error and an error everywhere."""
    return 1, points


def mistakes(m: int) -> Iterator[int]:
    """Yield the errors of CAL's output on m points, for each order, target and question."""
    of = FiniteClass(m, [(1 << m) - 1 >> cut << cut for cut in range(m + 1)])
    learner: CAL[Any, Any] = CAL(of.version_space())
    for order in permutations(range(m)):
        for target in of.representatives(range(m)):
            for question in range(m):
                liar = flipping(target, 1, partial(_is_next, iter([*[False] * question, True])))
                state = learner.init()
                for x in order:
                    state = learner.step(state, x, liar)
                if state.queries <= question:  # it asked fewer questions, and all were answered
                    break
                output = learner.hypothesis(state)
                yield sum(output(x) != target(x) for x in range(m))


def _is_next(turns: Iterator[bool], _x: Any, _y: Any) -> bool:
    """Tell whether it is the turn of this question."""
    return next(turns)


def judged(errors: Errors, sizes: range) -> Finding:
    """Compare with the fewest and the most errors of all runs."""
    runs, claimed, computed = 0, (0, 0), (0, 0)
    for m in sizes:
        found = list(mistakes(m))
        claimed, computed, runs = errors(m), (min(found), max(found)), runs + len(found)
        if claimed != computed:
            return fails(f"{m} points", claimed=claimed, computed=computed)
    return holds(f"{runs} runs with one inverted answer", claimed=claimed, computed=computed)


def two_points(errors: Errors, rng: np.random.Generator) -> Finding:
    """Run the learner on one and two points."""
    del rng
    return judged(errors, range(1, 3))


def up_to_four(errors: Errors, rng: np.random.Generator) -> Finding:
    """Run the learner on up to four points."""
    del rng
    return judged(errors, range(1, 5))


CLAIM: Claim[Errors] = Claim(
    key="audit/cal/one-inverted-answer",
    title="One inverted answer makes CAL err everywhere",
    statement=(
        r"\min, \max \#\{i : \hat h(x_i) \ne h^*(x_i)\} = 1, m \quad \text{over all orders of }"
        r" m \le 4 \text{ points, thresholds and inversions of one answer}"
    ),
    plain=(
        "Whichever one answer is inverted, CAL loses the threshold it is after, on up to four "
        "points in any order, and in the worst case it is wrong at every point."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="how likely a harmful inversion is: that is (1 - eta)^q, of the target's survival",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=everywhere,
    checks=(
        Check(
            Method.EXHAUSTIVE, two_points, scope="m <= 2: every order, target and inverted answer"
        ),
        Check(
            Method.EXHAUSTIVE,
            up_to_four,
            scope="m <= 4: every order, target and inverted answer",
            tier="normal",
        ),
    ),
    controls={
        "one error at most": lambda _: (1, 1),
        "half of the points at most": lambda m: (1, (m + 1) // 2),
        "some answers do no harm": lambda m: (0, m),
    },
    uses=("noise/cal/survival-of-the-target",),
)
