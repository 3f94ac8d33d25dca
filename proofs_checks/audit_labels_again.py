r"""Bounds do not hold on labels of earlier rounds: who is left depends on them.

A2 begins a round without labels.  An implementation that keeps those of the round before, as far
as they lie in the new region, hands a bound for independent labels a sample that has already
decided which region it is.  Two points of mass 3/5 and 2/5, labels that are +1 with probability
2/5 at both, the hypotheses --, +- and -+; bounds are Clopper-Pearson with a union over the three,
:math:`\delta = 1/2`.  At its third look, of 13 labels, a run drops +- with probability .003476, and
a round begins at the second point.  The fourth look may spend :math:`\delta_4 = 1/40`; but on the
labels that are there already

.. math:: P(\text{bounds at level } \delta_4 \text{ miss an error} \mid \text{-- and -+ are left})
          = .05963 > \delta_4 ,

while fresh labels, as many of them, miss it with at most :math:`\delta_4`.
"""

from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.bounds._uniform import Theorem
from altheory.bounds.clopper_pearson import uniform as tails
from altheory.certificate import arithmetic
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._audit import Counts, by_looks, errors_of, shown, spread

# From the counts at a look to the law of those with which the next round begins: the chances of
# +1 and -1 at the second point, as it was seen by runs that dropped +-.
Labels: TypeAlias = Callable[["Runs"], dict[tuple[int, int], Fraction]]
Runs: TypeAlias = dict[tuple[int, int], Fraction]  # by the numbers of -1 and of +1

MASSES, CHANCE, DELTA = (Fraction(3, 5), Fraction(2, 5)), Fraction(2, 5), Fraction(1, 2)
MEMBERS, LOOKS = (0, 1, 2), (1, 4, 13)
CELLS = tuple(product((0, 1), (0, 1)))
BOUND: Theorem = tails(FiniteClass(2, ["--", "+-", "-+"]))
PROGRAM = """\
from fractions import Fraction as F
from functools import cache
from itertools import product
from math import comb, factorial

delta, p, masses = F(1, 2), F(2, 5), (F(3, 5), F(2, 5))


@cache
def tail(k, n, q):  # P(at least k of n)
    return sum(comb(n, j) * q**j * (1 - q) ** (n - j) for j in range(k, n + 1))


@cache
def lower(k, n, part):  # Clopper-Pearson, between rationals 2^-30 apart
    if k == 0:
        return F(0), F(0)
    low, high = F(0), F(k, n)
    for _ in range(30):
        middle = (low + high) / 2
        low, high = (middle, high) if tail(k, n, middle) < part / 2 else (low, middle)
    return low, high


@cache
def kept(k, few, n, part):  # L(k) <= U(few), and no doubt about it
    (a, b), (c, d) = lower(k, n, part), lower(n - few, n, part)
    assert b <= 1 - d or a > 1 - c
    return b <= 1 - d


def left(counts, look):  # counts of (first, -), (first, +), (second, -), (second, +)
    n, part = sum(counts), delta / (look * (look + 1)) / 3
    a, b, c, d = counts
    errors = {"--": b + d, "+-": a + d, "-+": b + c}
    return {h for h, k in errors.items() if kept(k, min(errors.values()), n, part)}


# Runs whose third look is the first to leave -- and -+ alone.  At 1 and 4 labels none ends.
for look, n in ((1, 1), (2, 4)):
    for counts in product(range(n + 1), repeat=4):
        assert sum(counts) != n or len(left(counts, look)) == 3
begins = misses = F(0)
for counts in product(range(14), repeat=4):
    if sum(counts) != 13 or left(counts, 3) != {"--", "-+"}:
        continue
    ways = factorial(13)
    for c in counts:
        ways //= factorial(c)
    a, b, c, d = counts
    chance = ways * masses[0] ** (a + b) * masses[1] ** (c + d) * p ** (b + d) * (1 - p) ** (a + c)
    begins += chance
    part = delta / (4 * 5) / 3  # at the second point the error of -- is p
    missed = min(tail(d, c + d, p), tail(c, c + d, 1 - p)) < part / 2
    misses += chance * missed
assert misses / begins > delta / (4 * 5)
"""


def dropped() -> Runs:
    """Return the chances of labels at the second point, with the third look dropping +-."""
    start: dict[Counts, Fraction] = {(0, 0, 0, 0): Fraction(1)}
    odds = [MASSES[x] * (CHANCE if y else 1 - CHANCE) for x, y in CELLS]
    found: Runs = defaultdict(Fraction)
    for counts, chance in spread(start, odds, LOOKS[-1]).items():
        errors = errors_of(MEMBERS, CELLS, counts)
        most = BOUND.cutoff(min(errors), LOOKS[-1], DELTA * by_looks(len(LOOKS)))
        if [k <= most for k in errors] == [True, False, True]:
            found[counts[2], counts[3]] += chance
    return dict(found)


def again(runs: Runs) -> Runs:
    """Return the labels that were there, given who is left."""
    whole = sum(runs.values(), Fraction(0))
    return {counts: chance / whole for counts, chance in runs.items()}


def fresh(runs: Runs) -> Runs:
    """Return as many labels, drawn anew."""
    found: Runs = defaultdict(Fraction)
    for (a, b), chance in again(runs).items():
        n = a + b
        for k in range(n + 1):
            found[n - k, k] += chance * comb(n, k) * CHANCE**k * (1 - CHANCE) ** (n - k)
    return dict(found)


def half_again(runs: Runs) -> Runs:
    """Return the labels that were there in half of the runs, and fresh ones in the others."""
    old, new = again(runs), fresh(runs)
    return {c: (old.get(c, Fraction(0)) + new.get(c, Fraction(0))) / 2 for c in {*old, *new}}


def with_positives(runs: Runs) -> Runs:
    """Return the labels of runs that saw a +1 at the second point."""
    return again({counts: chance for counts, chance in runs.items() if counts[1]})


def second_point(labels: Labels, rng: np.random.Generator) -> Finding:
    """Add up the chances of counts whose interval misses the error."""
    del rng
    level, missed = DELTA * by_looks(len(LOOKS) + 1), Fraction(0)
    for (a, b), chance in labels(dropped()).items():
        n = a + b
        if n and not BOUND.lower(b, n, level) <= CHANCE <= BOUND.upper(b, n, level):
            missed += chance
    said = {"claimed": f"<= {level}", "computed": shown(missed)}
    if missed <= level:
        return holds("two points, 13 labels", **said)
    found = Counterexample(arithmetic(missed, ">", level), PROGRAM) if labels is again else None
    return fails("two points, 13 labels", **said, counterexample=found)


CLAIM: Claim[Labels] = Claim(
    key="audit/samples/again",
    title="Bounds hold on labels of earlier rounds",
    statement=(
        r"P(\exists h : \mathrm{err}_D(h) \notin [L, U] \mid \text{who is left}) \le \delta_k"
        r" \text{ on labels in } D \text{ that decided who is left}"
    ),
    plain=(
        "A2 may use the labels of earlier rounds again in its bounds: false, given who survived "
        "they miss an error with probability .0596 where .025 is allowed."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain", "independent instances"}),
    does_not_say=(
        "that A2 with old labels fails more often than delta: no such law was found among small "
        "classes; nor anything of bounds on differences, which are those of the whole sample"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=again,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            second_point,
            scope="two points, three hypotheses: every count of 13 labels",
            tier="normal",
        ),
    ),
    controls={
        "old labels half of the time": half_again,
        "old labels with a positive one among them": with_positives,
    },
    corrected=(fresh, "a2/spending/rounds"),
    uses=("a2/spending/rounds",),
)
