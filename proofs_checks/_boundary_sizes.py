"""How many most general conjunctions labels leave, compared with a bound on their number."""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._hull_classes import haussler, left, samples
from proofs_checks.classes_boundaries import maximal

Bound: TypeAlias = Callable[[int, int], int]  # of attributes and negative labels

K = 4  # pairs of attributes


def every_label_set(bound: Bound, rng: np.random.Generator) -> Finding:
    """Count the maximal conjunctions after every set of up to three labels, n <= 3."""
    del rng
    runs = 0
    for n in (1, 2, 3):
        of = Conjunctions(n)
        for sample in samples(of.n_points, 3):
            negatives = sum(y == -1 for _, y in sample)
            computed = len(maximal(left(of, sample)))
            if computed > bound(n, negatives):
                where = f"n={n}, labels {sample}"
                return fails(where, claimed=f"<= {bound(n, negatives)}", computed=computed)
            runs += 1
    return holds(f"{runs} label sets")


def pairs_of_attributes(bound: Bound, rng: np.random.Generator) -> Finding:
    """Count what is left if each of four negatives lacks a pair of attributes of its own."""
    del rng
    of, negatives = haussler(K)
    space = of.version_space().restrict(of.n_points - 1, 1)
    for x in negatives:
        space = space.restrict(x, -1)
    computed, claimed = len(space.general_set()), bound(2 * K, K)
    if computed <= claimed:
        return holds(f"{K} pairs", claimed=f"<= {claimed}", computed=computed)
    witness = many_choices(claimed) if claimed < 2**K else None
    where = f"{K} pairs of attributes"
    return fails(where, claimed=f"<= {claimed}", computed=computed, counterexample=witness)


def many_choices(claimed: int) -> Counterexample:
    """Show the choices of one attribute of each pair; they are the minimal hitting sets."""
    python = f"""\
from itertools import combinations

pairs = [{{2 * i, 2 * i + 1}} for i in range({K})]  # what each negative instance lacks
every = range({2 * K})  # the positive instance has all: no literal is negated
sets = [set(c) for size in range({2 * K + 1}) for c in combinations(every, size)]
agree = [s for s in sets if all(s & pair for pair in pairs)]
general = [s for s in agree if not any(t < s for t in agree)]
assert len(general) == 2 ** {K} > {claimed}
"""
    return Counterexample(arithmetic(("^", 2, K), ">", claimed), python)


CHECKS: tuple[Check[Bound], ...] = (
    Check(
        Method.EXHAUSTIVE,
        pairs_of_attributes,
        scope="8 attributes, one positive and 4 negative labels",
    ),
    Check(
        Method.EXHAUSTIVE,
        every_label_set,
        scope="n <= 3, every set of at most 3 labels",
    ),
)
