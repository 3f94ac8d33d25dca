r"""CAL down to width epsilon, for a fixed target.

With :math:`s = \min(t, 1 - t)` the mean number of questions is

.. math::

    \mathbb E[Q_\varepsilon] = \begin{cases}
      2 \ln(1/\varepsilon) + 3 + \ln(t (1 - t)) & \varepsilon \le s, \\
      1 + 2 s/\varepsilon + \ln((1 - s)/\varepsilon) & s \le \varepsilon \le 1 - s, \\
      2/\varepsilon - 1 & 1 - s \le \varepsilon < 1.
    \end{cases}

Why: CAL asks for an instance with probability W, as long as W > epsilon, so the mean
is :math:`-\int_\varepsilon^1 w\, dG(w) + 1` with :math:`G(w) = \sum_n P(W_n > w)`, the
mean number of instances to width w.  Its slope in epsilon is
:math:`\varepsilon G'(\varepsilon)`, and at 1 one question is left.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, holds
from proofs_checks._identities import identical
from proofs_checks.thresholds_instances_to_width import mean_instances

# Of a case (0 up to s, 1 up to 1 - s, 2 beyond), epsilon and s.
Mean: TypeAlias = Callable[[int, Any, Any], Any]
EPSILON, S = sp.symbols("epsilon s", positive=True)
AT: Mapping[Any, Any] = {EPSILON: sp.Rational(1, 5), S: sp.Rational(1, 3)}


def mean_questions(case: int, epsilon: Any, s: Any) -> Any:
    """Return the mean number of questions, for the nearer end at distance ``s``."""
    return (
        3 + sp.log(s) + sp.log(1 - s) - 2 * sp.log(epsilon),
        1 + 2 * s / epsilon + sp.log(1 - s) - sp.log(epsilon),
        2 / epsilon - 1,
    )[case]


def slopes_and_joints(formula: Mean, rng: np.random.Generator) -> Finding:
    """Verify the slope in each case, that the cases meet, and the value at 1."""
    del rng
    for case, inside in enumerate((EPSILON, S, 1 - EPSILON)):
        claimed = sp.diff(formula(case, EPSILON, S), EPSILON)
        computed = EPSILON * sp.diff(mean_instances(EPSILON, inside), EPSILON)
        found = identical(claimed, computed, AT, f"slope in case {case}")
        if found.outcome is not Outcome.HOLDS:
            return found
    joints = (
        (formula(0, S, S), formula(1, S, S), "epsilon = s"),
        (formula(1, 1 - S, S), formula(2, 1 - S, S), "epsilon = 1 - s"),
        (formula(2, sp.Integer(1), S), sp.Integer(1), "epsilon = 1"),
    )
    for left, right, where in joints:
        found = identical(left, right, AT, where)
        if found.outcome is not Outcome.HOLDS:
            return found
    return holds("slopes, joints and the value at 1, all s in (0, 1/2] and epsilon in (0, 1)")


def mean_over_targets(formula: Mean, rng: np.random.Generator) -> Finding:
    """Integrate over a uniform target: the mean of 1 + Poisson(2 ln(1/epsilon)) must appear."""
    del rng
    # s runs from 0 to 1/2 twice: case 1 up to epsilon, then case 0, for epsilon <= 1/2
    early = sp.integrate(formula(1, EPSILON, S), (S, 0, EPSILON))
    late = sp.integrate(formula(0, EPSILON, S), (S, EPSILON, sp.Rational(1, 2)))
    return identical(2 * (early + late), 1 - 2 * sp.log(EPSILON), AT, "mean over t, epsilon <= 1/2")


def law_of_a_uniform_target(case: int, epsilon: Any, s: Any) -> Any:
    """Return what is true on average over targets only."""
    del case, s
    return 1 - 2 * sp.log(epsilon)


CLAIM: Claim[Mean] = Claim(
    key="thresholds/cal/to-width/fixed-target",
    title="CAL to width epsilon, mean for a fixed target",
    statement=(
        r"\mathbb E[Q_\varepsilon] = 2 \ln(1/\varepsilon) + 3 + \ln(t (1 - t)), \quad"
        r" \varepsilon \le \min(t, 1 - t)"
    ),
    plain="A target in the middle costs more than the average target, one near an end less.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="the law of the number of questions, which is not Poisson",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=mean_questions,
    checks=(
        Check(Method.SYMBOLIC, slopes_and_joints, scope="all t in (0, 1), all epsilon in (0, 1)"),
        Check(
            Method.SYMBOLIC,
            mean_over_targets,
            scope="epsilon in (0, 1/2], mean over t",
            tier="normal",
        ),
    ),
    controls={
        "the law of a uniform target": law_of_a_uniform_target,
        "starts with 2": lambda case, epsilon, s: mean_questions(case, epsilon, s) - int(case == 0),
        "the first case for every epsilon": lambda case, epsilon, s: (  # noqa: ARG005
            mean_questions(0, epsilon, s)
        ),
    },
    uses=("thresholds/version-space/instances-to-width",),
)
