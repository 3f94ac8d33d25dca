r"""The same error probability at each of a few looks is too much.

Toss a fair coin and look after 1, 4, 13, 40, 121 and 364 flips, each time with a
Clopper-Pearson interval of level .95.  Some look leaves out 1/2 with probability
.1196: a union over six looks is not for free, even if they are as far apart as that.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import accumulate
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.certificate import coin_paths, python_of
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._coin import Window, ever_leaves, obedient
from proofs_checks._looks import TRIPLING, windows
from proofs_checks.bounds_looks_spending import reciprocals

# What the look number j gets of a probability.
Schedule: TypeAlias = Callable[[int, Fraction], Fraction]

DELTA = Fraction(1, 20)
PROGRAM = """\
from fractions import Fraction as F
from itertools import accumulate
from math import comb

levels = dict(zip({looks}, map(F, {levels})))
flips, delta = {last}, F("{delta}")
paths = {{0: 1}}  # number of heads -> sequences on which 1/2 was inside at every look so far
for n in range(1, flips + 1):
    paths = {{k: paths.get(k, 0) + paths.get(k - 1, 0) for k in range(n + 1)}}
    if n in levels:
        tails = list(accumulate(comb(n, k) for k in range(n + 1)))  # of k heads or fewer
        # Clopper-Pearson keeps 1/2 only if neither tail is below half of the level
        kept = [k for k in paths if 2 * min(tails[k], tails[n - k]) >= levels[n] * 2**n]
        paths = {{k: paths[k] for k in kept}}
assert F(2**flips - sum(paths.values()), 2**flips) > delta"""


def same(_look: int, delta: Fraction) -> Fraction:
    """Return all of delta, at each look."""
    return delta


def counted(schedule: Schedule, kept: list[Window]) -> Finding:
    """Count the coin sequences that leave the windows in which 1/2 is inside at each look."""
    chance = ever_leaves(kept)
    seen = f"looks after {TRIPLING} flips: 1/2 is ever left out w.p. {float(chance):.5f}"
    claimed, computed = f"<= {DELTA}", f"{float(chance):.5f}"
    if chance <= DELTA:
        return holds(seen, claimed=claimed, computed=computed)
    levels = [str(schedule(look, DELTA)) for look in range(1, len(TRIPLING) + 1)]
    python = PROGRAM.format(looks=TRIPLING, levels=levels, last=TRIPLING[-1], delta=DELTA)
    certificate = coin_paths(kept, obedient(kept))
    found = Counterexample(certificate, f"{python}\n{python_of(certificate)}")
    return fails(seen, claimed=claimed, computed=computed, counterexample=found)


def six_looks(schedule: Schedule, rng: np.random.Generator) -> Finding:
    """Decide by definition whether 1/2 is inside: neither tail is below half of the level."""
    del rng
    kept = [(0, n) for n in range(1, TRIPLING[-1] + 1)]
    for look, n in enumerate(TRIPLING, 1):
        tails = list(accumulate(comb(n, k) for k in range(n + 1)))
        least = schedule(look, DELTA) * 2**n / 2
        low = sum(tail < least for tail in tails)  # so many heads or more are inside
        kept[n - 1] = low, n - low
    return counted(schedule, kept)


def by_the_package(schedule: Schedule, rng: np.random.Generator) -> Finding:
    """Decide by the package's interval whether 1/2 is inside."""
    del rng
    return counted(schedule, windows(lambda look: schedule(look, DELTA)))


CLAIM: Claim[Schedule] = Claim(
    key="bounds/looks/same-level",
    title="A few looks cost nothing",
    statement=r"P\bigl(\exists j \le 6 : \tfrac12 \notin I_{n_j}\bigr) \le .05, \quad "
    r"n_j = 1, 4, 13, 40, 121, 364",
    plain=(
        "A learner that triples its sample uses 95 % intervals at every size as if they held "
        "together with 95 %; with six looks at a fair coin one of them fails with probability .12."
    ),
    relation="counterexample",
    assumptions=frozenset({"fair coin labels"}),
    does_not_say="that a looser interval fails as well: Hoeffding's is wide enough at six looks",
    source=Source("howard2021", match="related", difference="the folklore it is cited against"),
    expected=Verdict.REFUTED,
    formula=same,
    checks=(
        Check(Method.EXHAUSTIVE, six_looks, scope="all sequences of 364 flips"),
        Check(
            Method.EXHAUSTIVE,
            by_the_package,
            scope="all sequences of 364 flips, by the interval of the package",
            tier="normal",
        ),
    ),
    controls={
        "half of delta at each look": lambda _look, delta: delta / 2,
        "twice delta over one more than the look": lambda look, delta: (
            delta * Fraction(2, look + 1)
        ),
        "all of delta from the fourth look on": lambda look, delta: (
            delta / 100 if look < 4 else delta
        ),
    },
    corrected=(reciprocals, "bounds/looks/spending"),
    uses=("bounds/looks/spending",),
)
