r"""RobustCAL keeps both hypotheses at pure noise: the exact chance, look by look.

Of + and - on one point every label is bought, and both are best where labels are fair.  As no
label is seen twice, looks are independent: with :math:`p_k` the chance that the k-th one drops
one of both, given that none did before,

.. math:: P(\text{one is dropped}) = 1 - \prod_k (1 - p_k) \le \delta .

Each :math:`p_k` is a sum of binomial coefficients, over the numbers of errors at which the
learner's own look drops somebody.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from math import comb
from typing import Any, TypeAlias

import numpy as np

from altheory.bounds._uniform import Uniform
from altheory.bounds.hoeffding import uniform as hoeffding
from altheory.hypotheses.finite import FiniteClass
from altheory.learners._chunks import appended, length
from altheory.learners.robust_cal import RobustCAL
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

# From a class to the theorem that RobustCAL uses.
Theorem: TypeAlias = Callable[[FiniteClass], Uniform]

DELTA = Fraction(1, 20)
SIGNS = FiniteClass(1, ["-", "+"])


def scaled(factor: Fraction) -> Theorem:
    """Return the bound with its radius times a factor."""

    def theorem(of: FiniteClass) -> Uniform:
        honest = hoeffding(of)
        return Uniform(
            name="scaled",
            theorem="none",
            source="none",
            radius=lambda n, delta: honest.radius(n, delta) * factor,
        )

    return theorem


def lost(theorem: Theorem, instances: int) -> Fraction:
    """Return the chance that one of both is dropped by so many fair labels."""
    law, least = SIGNS.law(), Fraction(1, 10**6)
    run: Any = RobustCAL(SIGNS.version_space(), law, theorem(SIGNS), least, DELTA)
    state, kept = run.init(), Fraction(1)
    while kept and state.unlabeled < instances:
        n = length(state.chunks) + state.due - state.unlabeled
        # half of the labels are +, so that nobody is dropped and the run goes on
        going = replace(state, chunks=(), unlabeled=state.due - 1)
        for i in range(n - 1):
            going = replace(going, chunks=appended(going.chunks, (0, 1 if i % 2 else -1)))
        state = run.step(going, 0, lambda _, n=n: 1 if n % 2 == 0 else -1)
        if len(state.looks) > len(going.looks):
            look = state.looks[-1]
            stays = [k for k in range(n + 1) if _stays(run, look, min(k, n - k), max(k, n - k))]
            kept *= Fraction(sum(comb(n, k) for k in stays), 2**n)
    return 1 - kept


def _stays(run: Any, look: Any, few: int, many: int) -> bool:
    """Tell whether a look with these numbers of errors keeps both."""
    most: int = run.bound.cutoff(few, look.n, look.delta)
    return many <= most


def compared(theorem: Theorem, instances: int) -> Finding:
    """Compare the chance with delta."""
    computed = lost(theorem, instances)
    found = holds if computed <= DELTA else fails
    seen = f"{instances} fair labels"
    return found(seen, claimed=f"<= {DELTA}", computed=f"{float(computed):.3g}")


def short(theorem: Theorem, rng: np.random.Generator) -> Finding:
    """Go to 32 labels."""
    del rng
    return compared(theorem, 32)


def long(theorem: Theorem, rng: np.random.Generator) -> Finding:
    """Go to 512 labels."""
    del rng
    return compared(theorem, 512)


CLAIM: Claim[Theorem] = Claim(
    key="robust-cal/soundness",
    title="RobustCAL keeps both hypotheses at pure noise",
    statement=(
        r"P(\text{RobustCAL drops } + \text{ or } - \text{ within 512 fair labels}) = 1 -"
        r" \prod_k (1 - p_k) \le \delta = \tfrac1{20} \quad \text{(Hoeffding's bound)}"
    ),
    plain=(
        "Of + and - on one point, fair coins drop neither with a probability above delta, to the "
        "look at 512 instances: binomial sums, exactly. With a third of the width they would."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "finite domain"}),
    does_not_say=(
        "that delta is used up; nor anything of more labels or of other classes, where the proof "
        "by fresh stretches takes over"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=hoeffding,
    checks=(
        Check(Method.EXHAUSTIVE, short, scope="all sequences of 32 fair labels"),
        Check(Method.EXHAUSTIVE, long, scope="all sequences of 512 fair labels", tier="normal"),
    ),
    controls={
        "half as wide": scaled(Fraction(1, 2)),
        "a third as wide": scaled(Fraction(1, 3)),
        "a quarter as wide": scaled(Fraction(1, 4)),
    },
    uses=("robust-cal/fresh-stretch", "robust-cal/spending"),
)
