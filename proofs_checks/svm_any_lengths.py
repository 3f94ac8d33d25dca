r"""The machine is the center of the largest ball, whatever lengths instances have: false.

With (1, 0), (0, 2) and (3, 4), all +1, the version space is a quadrant, and the center of its
largest ball the diagonal.  The machine on instances as they are is :math:`w = (1, 1/2)`, at
distances of :math:`2/\sqrt5` and :math:`1/\sqrt5` from the walls of the first two.
"""

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, Outcome, fails
from proofs_checks.svm_largest_ball import (
    CLAIM as OF_ONE_LENGTH,
)
from proofs_checks.svm_largest_ball import (
    Labeled,
    Rule,
    judged,
    machine,
    mean_instance,
    mean_ray,
    unnormalized,
)

UNLIKE: Labeled = (((1, 0), 1), ((0, 2), 1), ((3, 4), 1))
PROGRAM = """\
from fractions import Fraction as F

xs = [(1, 0), (0, 2), (3, 4)]  # all +1

def dot(u, v):
    return sum(a * b for a, b in zip(u, v))

# w is the shortest with w . x >= 1 for all: a combination of the first two, where it is 1
w = (F(1), F(1, 2))
assert [dot(w, x) for x in xs] == [1, 1, 5]
assert w == tuple(a + F(1, 4) * b for a, b in zip(*xs[:2]))

def nearest(u):  # squared distance from the nearest wall, over the square of the length
    return min(F(dot(u, x) ** 2) / (dot(u, u) * dot(x, x)) for x in xs)

assert nearest(w) == F(1, 5)
assert nearest((1, 1)) == F(1, 2)
"""


def two_lengths(rule: Rule, rng: np.random.Generator) -> Finding:
    """Judge the center of a quadrant whose walls come from instances of lengths 1 and 2."""
    del rng
    found = judged(rule, UNLIKE)
    if found.outcome is not Outcome.FAILS or tuple(rule(UNLIKE)) != tuple(unnormalized(UNLIKE)):
        return found
    w = rule(UNLIKE)
    square = ("+", ("^", w[0], 2), ("^", w[1], 2))
    certificate = arithmetic(("/", ("^", w[1], 2), square), "<", ("/", 1, 2))
    return fails(
        found.evidence,
        claimed=found.claimed,
        computed="the diagonal is farther from both walls",
        counterexample=Counterexample(certificate, PROGRAM),
    )


CLAIM: Claim[Rule] = Claim(
    key="svm/any-lengths",
    title="The machine is the center of the largest ball, whatever lengths instances have",
    statement=(
        r"\frac{w}{|w|} = \operatorname*{argmax}_{|u| = 1} \min_i \frac{u \cdot y_i x_i}{|x_i|},"
        r" \quad w = \operatorname*{argmin} \{|w| : w \cdot y_i x_i \ge 1\}"
    ),
    plain=(
        "The support vector machine is the center of the largest ball in the version space: false "
        "unless all instances have one length, since long ones push their walls away less."
    ),
    relation="counterexample",
    does_not_say="that the machine should be trained on instances of one length",
    source=Source(
        "tong2001",
        match="related",
        difference="the duality there is for instances of one length, as it is commonly cited",
    ),
    expected=Verdict.REFUTED,
    formula=unnormalized,
    checks=(
        Check(Method.EXHAUSTIVE, two_lengths, scope="(1, 0), (0, 2) and (3, 4)"),
        *OF_ONE_LENGTH.checks,
    ),
    controls={"mean of the signed instances": mean_instance, "mean of the extreme rays": mean_ray},
    corrected=(machine, "svm/center-of-the-largest-ball"),
)
