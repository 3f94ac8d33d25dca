r"""CAL on four blocks is stuck at 5 percent with probability 1/3, exactly.

The law is not realizable, so no theorem speaks of CAL here.  Until it meets an instance of an
inner block its cuts reach from the first block to the last, both inner blocks are in dispute, and
the next instance of either is asked about.  One of the second block, +, ends the dispute about the
third, and conversely; the cut is then between the two blocks to the left, or to the right,
for good.  So with :math:`u_N` undecided after N instances

.. math:: u_{N+1} = \tfrac{37}{40} u_N, \qquad s_{N+1} = s_N + \tfrac1{40} u_N, \qquad
          b_{N+1} = b_N + \tfrac1{20} u_N .

Given that it is decided after N instances, the chance of 1/20 is 1/3 for every N: nothing else
need be conditioned on.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.cal import CAL
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sampling_bias import FOUR_BLOCKS
from proofs_checks._four_blocks import (
    BEST,
    PLACES,
    STUCK,
    at,
    ends,
    error,
    every_place,
    label,
)
from proofs_checks._identities import chain, identical

Ends: TypeAlias = Callable[[Any], tuple[Any, Any]]

MISSED = sp.Rational(37, 40)


def thirds(n: Any) -> tuple[Any, Any]:
    """Return the chances of error 1/20 and of 1/40 after ``n`` instances."""
    return (1 - MISSED**n) / 3, 2 * (1 - MISSED**n) / 3


def one_more_instance(formula: Ends, rng: np.random.Generator) -> Finding:
    """Prove, for every number of instances, what the next one decides."""
    del rng
    n = sp.Symbol("n", integer=True, nonnegative=True)
    undecided, now, later = MISSED**n, formula(n), formula(n + 1)
    shares = (sp.Rational(1, 40), sp.Rational(1, 20))
    steps = (
        identical(later[i] - now[i], shares[i] * undecided, {n: 2}, f"error {name}, one more")
        for i, name in enumerate(("1/20", "1/40"))
    )
    start = formula(sp.Integer(0))
    first = (identical(start[i], 0, {n: 0}, "no instance") for i in range(2))
    return chain((*first, *steps), "s and b, one instance after the other")


def cut_of_cal(instances: list[Fraction]) -> Fraction:
    """Run CAL on a stream of the four blocks, and return its cut."""
    learner: CAL[Any, Any] = CAL(Thresholds().version_space())
    state = learner.init()
    for x in instances:
        state = learner.step(state, x, label)
    cut: Fraction = learner.hypothesis(state).cut
    return cut


def compared(formula: Ends, n: int) -> Finding:
    """Weigh all sequences of blocks, for each way of placing instances in them."""
    claimed = tuple(Fraction(str(value)) for value in formula(n))
    for places in every_place(n):
        chances = ends(places, cut_of_cal)
        computed = tuple(chances.get(value, Fraction(0)) for value in (STUCK, BEST))
        if computed != claimed:
            return fails(f"{n} instances at {places}", claimed=claimed, computed=computed)
    seen = f"all sequences of blocks and places of {n} instances"
    return holds(seen, claimed=claimed[0], computed=claimed[0])


@cache
def steps() -> dict[Fraction | None, set[tuple[Fraction, Fraction]]]:
    """Return, for each error decided on (None before), the chances of 1/20 and 1/40 one step on.

    A version space of CAL is known by its two ends.  The lower one is none, in the first block or
    in the third, the upper one none, in the last block or in the second: every pair is reached by
    at most one instance of each outer block and one of an inner block.
    """
    left, right = ([(), *((at(i, place),) for place in PLACES)] for i in (0, 3))
    inner = [(), *((at(i, place),) for i in (1, 2) for place in PLACES)]
    found: dict[Fraction | None, set[tuple[Fraction, Fraction]]] = {}
    for parts in product(left, right, inner):
        stream = [x for part in parts for x in part]
        now = error(cut_of_cal(stream))
        for place in PLACES:
            chances = dict.fromkeys((STUCK, BEST), Fraction(0))
            for i, block in enumerate(FOUR_BLOCKS):
                after = error(cut_of_cal([*stream, at(i, place)]))
                chances[after] = chances.get(after, Fraction(0)) + block.mass
            kind = now if parts[2] else None
            found.setdefault(kind, set()).add((chances[STUCK], chances[BEST]))
    return found


def every_step(formula: Ends, rng: np.random.Generator) -> Finding:
    """Follow the real CAL from every kind of state to the next, for every number of instances."""
    del rng
    n = sp.Symbol("n", integer=True, nonnegative=True)
    never, always = Fraction(0), Fraction(1)
    if steps()[STUCK] != {(always, never)} or steps()[BEST] != {(never, always)}:
        return fails("what is decided changes", claimed="for good", computed=steps())
    ((stuck, best),) = steps()[None]
    now, later = formula(n), formula(n + 1)
    moved = [
        now[i] + sp.Rational(str(chance)) * (1 - now[0] - now[1])
        for i, chance in enumerate((stuck, best))
    ]
    start = formula(sp.Integer(0))
    return chain(
        (
            *(identical(start[i], 0, {n: 0}, "no instance") for i in range(2)),
            *(identical(later[i], moved[i], {n: 2}, "one more instance") for i in range(2)),
        ),
        f"all N, from {', '.join(map(str, (stuck, best)))} of what is undecided",
    )


def one_instance(formula: Ends, rng: np.random.Generator) -> Finding:
    """Run the real CAL on every sequence of one instance."""
    del rng
    return compared(formula, 1)


def three_instances(formula: Ends, rng: np.random.Generator) -> Finding:
    """Run the real CAL on every sequence of two and of three instances."""
    del rng
    return chain((compared(formula, n) for n in (2, 3)), "all sequences of 2 and 3 instances")


CLAIM: Claim[Ends] = Claim(
    key="sampling-bias/cal",
    title="CAL is stuck at 5 percent with probability one third",
    statement=(
        r"P(\mathrm{err} = \tfrac1{20} \text{ after } N \text{ instances}) = \tfrac13 \bigl(1 - "
        r"(\tfrac{37}{40})^N\bigr), \quad P(\mathrm{err} = \tfrac1{40}) = \tfrac23 \bigl(1 - "
        r"(\tfrac{37}{40})^N\bigr)"
    ),
    plain=(
        "On four blocks that no threshold labels right, CAL believes the first label of an inner "
        "block, and one time in three that is the wrong one."
    ),
    relation="exact",
    assumptions=frozenset({"independent instances"}),
    does_not_say=(
        "anything against the theorem on CAL, which is about labels that some hypothesis gives"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=thirds,
    checks=(
        Check(Method.SYMBOLIC, one_more_instance, scope="all numbers of instances"),
        Check(
            Method.EXHAUSTIVE,
            one_instance,
            scope="one instance at the ends and the middle of each block, the real CAL",
        ),
        Check(
            Method.EXHAUSTIVE,
            three_instances,
            scope="2 and 3 instances, all sequences of blocks, ends and middles, the real CAL",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_step,
            scope="all N: states by their two ends, one more instance, the real CAL",
            tier="normal",
        ),
    ),
    controls={
        "as often as not": lambda n: ((1 - MISSED**n) / 2,) * 2,
        "the other block decides": lambda n: thirds(n)[::-1],
        "at once": lambda _n: (sp.Rational(1, 3), sp.Rational(2, 3)),
        "never stuck": lambda n: (sp.Integer(0), 1 - MISSED**n),
    },
)
