r"""Lecture notes: A2 is "never worse than passive learning".

Read as a comparison of labels for the same accuracy and confidence,

.. math:: \text{labels of A2} \le \min \{n : |\mathcal H| (1 - \varepsilon)^n \le \delta\}
          \quad\text{(false)},

where the right side is what passive learning takes, if it may assume that some
hypothesis makes no error, to leave none that errs by more than :math:`\varepsilon`.  No
interval of N cells is positive, :math:`\varepsilon = 1/N`, :math:`\delta = 1/20`: passive
learning takes 67 labels for
N = 10 and 1147 for N = 100, A2 with Hoeffding's radius 1093 and 88573 on every path, and
121 and 3280 with exact binomial bounds.  What is true compares A2 with passive learning
*by the same bounds*, up to a factor of three.
"""

from collections.abc import Iterable
from fractions import Fraction

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds, unknown
from proofs_checks._a2_price import (
    DELTA,
    Promise,
    all_negative_labels,
    consistent,
    fall_back,
    no_interval,
)

CELLS, LOOK, SEEN = 10, 6, 364  # the sixth look comes at 364 labels
E = Fraction(2719, 1000)  # above e
PROGRAM = """\
from fractions import Fraction as F

cells, epsilon, delta, promise = {cells}, F(1, {cells}), F(1, 20), {promise}
hypotheses = cells * (cells + 1) // 2 + 1  # intervals of cells, and none of them

# A2 asks in the whole region as long as disagreement has not halved, and looks at
# n = 1, 4, 13, ... labels.  All are -1, so no interval is what makes no error, and
# Hoeffding's radius r bounds the least error by [0, r] and drops who errs by 2 r or more.
n, look = 0, 0
while n <= promise:
    n, look = 3 * n + 1, look + 1
    spent = delta / (look * (look + 1)) / hypotheses  # for both sides of one hypothesis
    # r > epsilon: r^2 = ln(2 / spent) / (2 n), and e < 2719/1000
    assert (2 / spent) ** (cells**2) > F(2719, 1000) ** (2 * n)
    # dropping a cell takes more than 2 r n labels of it, halving takes {half} of {cells} cells
    assert (cells // 2 + 1) * 2 * epsilon * n > n
assert n > promise  # so many labels, and A2 goes on

# so few labels leave only hypotheses that err by epsilon at most, with probability 1 - delta
assert hypotheses * (1 - epsilon) ** promise <= delta
"""


def refutation(promise: int) -> Counterexample | None:
    """Show that A2 goes on after 364 labels, where passive learning is done."""
    if promise >= SEEN:
        return None
    hypotheses = CELLS * (CELLS + 1) // 2 + 1
    spent = DELTA / (LOOK * (LOOK + 1)) / hypotheses
    exponent = 2 * SEEN  # r > epsilon iff (2 / spent)^(1 / epsilon^2) > e^(2 n)
    certificate = arithmetic(
        ("^", ("/", 2, "spent"), CELLS**2), ">", ("^", E, exponent), {"spent": spent}
    )
    python = PROGRAM.format(cells=CELLS, promise=promise, half=CELLS // 2 + 1)
    return Counterexample(certificate, python)


def compared(formula: Promise, name: str, cells: Iterable[int]) -> Finding:
    """Compare a promise with the labels of A2 on every path."""
    evidence, claimed, computed = [], 0, 0
    for n in cells:
        situation = no_interval(n, name)
        claimed, found = formula(situation), all_negative_labels(n, situation)
        if found is None:
            return unknown(f"{n} cells: paths may differ")
        computed = found
        evidence.append(f"{n} cells, {name}: {computed} labels of A2")
        if computed > claimed:
            shown = refutation(claimed) if n == CELLS else None
            return fails(
                evidence[-1], claimed=f"<= {claimed}", computed=computed, counterexample=shown
            )
    return holds("; ".join(evidence), claimed=f"<= {claimed}", computed=computed)


def by_hoeffding(formula: Promise, rng: np.random.Generator) -> Finding:
    """Compare with A2 on 10 and 100 cells with Hoeffding's radius."""
    del rng
    return compared(formula, "hoeffding", (10, 100))


def by_exact_binomial(formula: Promise, rng: np.random.Generator) -> Finding:
    """Compare with A2 on 10 and 100 cells with exact binomial bounds."""
    del rng
    return compared(formula, "clopper-pearson", (10, 100))


CLAIM: Claim[Promise] = Claim(
    key="lectures/a2-never-worse-than-passive",
    title="A2 is never worse than passive learning",
    statement=(r"\text{labels of A2} \le \min\{n : |\mathcal H| (1 - \varepsilon)^n \le \delta\}"),
    plain=(
        "A2 never takes more labels than passive learning to the same accuracy and confidence: "
        "false, 1093 against 67 where no interval is positive, the 67 for a passive learner that "
        "may assume that no label is wrong."
    ),
    relation="counterexample",
    assumptions=frozenset({"realizable", "finite domain", "independent instances"}),
    does_not_say=(
        "that A2 breaks its guarantee: it holds for independent draws from any one law, while "
        "that of passive learning by consistency needs labels without noise"
    ),
    source=Source(
        "lecturenotes",
        locator="Disagreement-Based Active Learning, guarantees of A2",
        match="related",
        difference="the notes do not say how passive learning is measured; here, by consistency",
    ),
    expected=Verdict.REFUTED,
    formula=consistent,
    checks=(
        Check(Method.EXHAUSTIVE, by_hoeffding, scope="10 and 100 cells, every path"),
        Check(
            Method.EXHAUSTIVE,
            by_exact_binomial,
            scope="10 and 100 cells, every path",
            tier="normal",
        ),
    ),
    controls={
        "up to a tenth more": lambda of: consistent(of) * 11 // 10,
        "up to a factor of 3/2": lambda of: consistent(of) * 3 // 2,
    },
    uses=("a2/no-interval/labels",),
    corrected=(fall_back, "a2/fall-back"),
)
