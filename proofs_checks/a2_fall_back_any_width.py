r"""A2 may take more than 3N - 2 labels if its bounds get narrow faster than 1/n.

Two points have mass 3/4 and 1/4, the hypotheses are ++, -+ and --, labels of the first
point are -1 and those of the second are fair coins.  Bounds that reach 1/2 to each side
below 4 labels, 1/4 at 4, and are exact from 5 on are narrow enough for
:math:`\varepsilon = 1/100` with N = 5 labels.  Yet a run may halve at 4 labels, begin
again at the second point, and stop at 13 labels there:

.. math:: 4 + 13 = 17 > 13 = 3 N - 2 .
"""

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._a2_bounds import sudden
from proofs_checks.a2_fall_back_rounds import MostLabels, one_number, sum_over_rounds

FIRST, SECOND = 4, 13  # the labels of two rounds
PROGRAM = """\
from fractions import Fraction as F

epsilon, promise = F(1, 100), {promise}
mass, class_, labels, begun = (F(3, 4), F(1, 4)), ["++", "-+", "--"], 0, []


def radius(n):
    return F(1, 2) if n < 4 else F(1, 4) if n == 4 else F(0)


def weighs(hypotheses):  # the mass of the points on which they differ
    return sum(mass[x] for x in (0, 1) if len({{h[x] for h in hypotheses}}) > 1)


while True:  # a round; the first point says -, the second + and - in turn
    sampled, sample, n = weighs(class_), [], 0
    x = 0 if len({{h[0] for h in class_}}) > 1 else 1
    begun.append(n)
    while True:
        n = 3 * n + 1
        while len(sample) < n:
            sample.append("-" if x == 0 or len(sample) % 2 else "+")
        errors = {{h: F(sum(h[x] != y for y in sample), n) for h in class_}}
        upper = min(1, min(errors.values()) + radius(n))
        lower = max(0, min(errors.values()) - radius(n))
        left = [h for h in class_ if errors[h] - radius(n) <= upper]
        stops, halves = sampled * (upper - lower) <= epsilon, 2 * weighs(left) < sampled
        if stops or halves:
            break
    labels += n
    if stops:
        break
    class_ = left
assert len(begun) == 2 and labels > promise
"""


def every_path(formula: MostLabels, rng: np.random.Generator) -> Finding:
    """Follow every path of the learner to its end."""
    del rng
    case = sudden()
    promise, (computed, _) = formula(case), case.ends()
    shown = {"claimed": f"<= {promise}", "computed": computed}
    if computed <= promise:
        return holds("every path", **shown)
    certificate = arithmetic(("+", FIRST, SECOND), ">", promise)
    found = Counterexample(certificate, PROGRAM.format(promise=promise))
    return fails(f"a run of {FIRST} and then {SECOND} labels", **shown, counterexample=found)


CLAIM: Claim[MostLabels] = Claim(
    key="a2/fall-back/any-width",
    title="A2 takes at most 3N - 2 labels, whatever the bounds",
    statement=(
        r"\text{labels} \le 3 N - 2 \text{ for bounds of any width } w, \quad"
        r" N = \min\{n : w(m) \le \varepsilon \text{ for } m \ge n\}"
    ),
    plain=(
        "If N labels make the bounds narrow enough, A2 takes fewer than three times as many: false "
        "for bounds that get narrow at once, 17 labels where N = 5."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that bounds on record do so: n times their width does not fall",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=one_number,
    checks=(Check(Method.EXHAUSTIVE, every_path, scope="three cuts of two points, every path"),),
    controls={
        "three labels more": lambda case: one_number(case) + 3,
        "4N - 4": lambda case: 4 * case.enough - 4,
    },
    corrected=(sum_over_rounds, "a2/fall-back/rounds"),
)
