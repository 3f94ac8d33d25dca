r"""Lecture notes: A2 is "never worse than passive learning", where nothing can be learned.

A class of two opposite hypotheses, and labels that are fair coins: both are best, so
passive learning returns one of them without a label.  A2 must find out that there is
nothing to choose,

.. math:: P(\text{labels of A2} > 0) \le \delta \quad\text{(false)},

and for :math:`\varepsilon = 1/10` and :math:`\delta = 1/20` it goes on after 364 labels, to
1093 at least, with probability above .998: with Hoeffding's radius in all but one of
about 7000 runs.  Even a passive learner that must show by the same radius that no
hypothesis is better by more than 1/10 needs 877 labels only.
"""

from math import ceil

import numpy as np

from altheory.certificate import coin_paths
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from proofs_checks._a2_price import (
    Promise,
    Situation,
    chance_of_more,
    fall_back,
    paths_that_go_on,
    radius_program,
    signs,
    windows,
)

LOOKS = 364  # labels at the sixth look
PROGRAM = """\
from fractions import Fraction as F
from math import factorial, isqrt

epsilon, delta, promise, hypotheses = F(1, 10), F(1, 20), {promise}, 2


{radius}


# Both hypotheses err at every fair label with probability 1/2: no label is needed.  A2
# looks at n = 1, 4, 13, ... labels.  With k labels +1 it goes on unless Hoeffding's
# radius r keeps the hypotheses apart, or is short enough.
paths, flips, n, look = {{0: 1}}, 0, 0, 0
while n < {looks}:
    n, look = 3 * n + 1, look + 1
    lo, hi = radius(n, look)
    while flips < n:
        flips += 1
        paths = {{k: paths.get(k, 0) + paths.get(k - 1, 0) for k in range(flips + 1)}}
    for k in range(n + 1):
        assert ends(n, k, lo) == ends(n, k, hi)  # nothing is in doubt
        if ends(n, k, hi):
            paths[k] = 0  # the run ends here
goes_on = F(sum(paths.values()), 2**n)
assert n > promise and goes_on > F(998, 1000)
"""


def refutation(situation: Situation, promise: int) -> Counterexample | None:
    """Show how many sequences of labels A2 follows to its sixth look and beyond."""
    if promise >= LOOKS or situation.name != "hoeffding":
        return None
    bounds = windows(situation.judge, LOOKS)
    python = PROGRAM.format(promise=promise, looks=LOOKS, radius=radius_program(situation, 6))
    return Counterexample(coin_paths(bounds, paths_that_go_on(bounds)), python)


def compared(formula: Promise, name: str) -> Finding:
    """Compute the probability that A2 takes more labels than promised, exactly."""
    situation = signs(name)
    promise = formula(situation)
    chance = chance_of_more(situation, promise)
    shown = {"claimed": f"<= {situation.delta}", "computed": f"{float(chance):.6g}"}
    where = f"{name}: more than {promise} labels with that probability"
    if chance > situation.delta:
        return fails(where, **shown, counterexample=refutation(situation, promise))
    return holds(where, **shown)


def by_hoeffding(formula: Promise, rng: np.random.Generator) -> Finding:
    """Count the sequences of labels that A2 follows with Hoeffding's radius."""
    del rng
    return compared(formula, "hoeffding")


def by_exact_binomial(formula: Promise, rng: np.random.Generator) -> Finding:
    """Count those that it follows with exact binomial bounds."""
    del rng
    return compared(formula, "clopper-pearson")


def no_label(situation: Situation) -> int:
    """Return what passive learning takes if all hypotheses are equally good: nothing."""
    del situation
    return 0


def one_look(situation: Situation) -> int:
    """Return the labels with which one look at Hoeffding's radius is narrow: twice it."""
    logarithm = Enclosure.exactly(2 * situation.hypotheses / situation.delta).log()
    return ceil((2 * logarithm / situation.epsilon**2).hi)


CLAIM: Claim[Promise] = Claim(
    key="lectures/a2-never-worse-if-all-are-best",
    title="A2 is never worse where all hypotheses are best",
    statement=r"P(\text{labels of A2} > 0) \le \delta \text{ if both hypotheses are best}",
    plain=(
        "Where passive learning needs no label, because both hypotheses are equally good, A2 does "
        "not need any: false, it takes 1093 or more with probability above .998."
    ),
    relation="counterexample",
    assumptions=frozenset({"fair coin labels", "finite domain", "independent instances"}),
    does_not_say="that labels are wasted: they buy the certificate that nothing better is missed",
    source=Source(
        "lecturenotes",
        locator="Disagreement-Based Active Learning, guarantees of A2",
        match="related",
        difference="the notes do not say by what passive learning is measured; here, by its need",
    ),
    expected=Verdict.REFUTED,
    formula=no_label,
    checks=(
        Check(Method.EXHAUSTIVE, by_hoeffding, scope="all sequences of labels"),
        Check(Method.EXHAUSTIVE, by_exact_binomial, scope="all sequences of labels", tier="normal"),
    ),
    controls={
        "as many as one look takes": one_look,
        "up to the sixth look": lambda _: LOOKS,
    },
    corrected=(fall_back, "a2/fall-back"),
)
