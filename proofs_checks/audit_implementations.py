r"""Which wrong implementations of A2 break its promise, on one of six laws.

========================================== ============================ ==============
implementation                             law, delta                   failure
========================================== ============================ ==============
as it should be                            all of them                  at most delta
samples doubled                            all of them                  at most delta
survivors replaced by their hull           all of them                  at most delta
labels of earlier rounds again             all of them                  at most delta
mass of the survivors when it stops        two points, 1/20             .9608
midpoint of the survivors' hull            two points, 1/20             .9999
========================================== ============================ ==============

Failure is that a best hypothesis is dropped, or that what is returned errs by more than
:math:`\varepsilon` too much.  The first two are
covered by the proof: a schedule that is fixed is as good as another one.  So is the hull of
thresholds: more hypotheses than need be are considered, which agree outside the region and whose
bounds hold.  It matters where survivors have gaps, as with probability .0997 on a law of its own,
with 11/20 of Hoeffding's radius: failure is .0375 with gaps or without, where 1/20 is allowed.  The
fourth is not covered, since its bounds do not hold given who is left, and not shown wrong.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from fractions import Fraction
from functools import cache
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from altheory.bounds.clopper_pearson import uniform as tails
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._a2_bounds import shortened
from proofs_checks._audit import HONEST, Case, Implementation, hull, outcome, shown
from proofs_checks.audit_hull_midpoint import midpoint
from proofs_checks.audit_mass_left import BOUND, SMALL, left_only

# From the name of an implementation to whether it fails more often than delta on some law.
Breaks: TypeAlias = Callable[[str], bool]

HALF, NEVER, SURE, DELTA = Fraction(1, 2), Fraction(0), Fraction(1), Fraction(1, 20)
CUTS, STAR = (3, 2, 0), (0, 1, 2)


def doubled(n: int) -> int:
    """Return the size of the next sample: as many labels more, and one."""
    return 2 * n + 1


IMPLEMENTATIONS: Mapping[str, Implementation] = MappingProxyType(
    {
        "as it should be": HONEST,
        "doubled": replace(HONEST, due=doubled),
        "hull": replace(HONEST, left=hull),
        "again": replace(HONEST, reuses=True),
        "mass left": replace(HONEST, weigh=left_only),
        "midpoint": replace(HONEST, returned=midpoint),
    }
)
BROKEN = frozenset({"mass left", "midpoint"})
SMALL_REGION = tuple(
    Case(CUTS, (1 - SMALL, SMALL), (NEVER, p), BOUND, 3 * SMALL / 4, DELTA, 130)
    for p in (NEVER, SURE)
)
GAP = Case(CUTS, (HALF, HALF), (SURE, NEVER), BOUND, Fraction(2, 5), DELTA, 130)
TIE = Case(
    CUTS,
    (Fraction(3, 4), Fraction(1, 4)),
    (NEVER, HALF),
    tails(FiniteClass(2, ["++", "-+", "--"])),
    Fraction(1, 10),
    HALF,
    53,
)
GAPS = Case(  # between thresholds that survive a round, with probability .0997
    (7, 6, 4, 0),
    (Fraction(13, 25), Fraction(6, 25), Fraction(6, 25)),
    (NEVER, SURE, NEVER),
    shortened(FiniteClass(3, ["+++", "-++", "--+", "---"]), Fraction(11, 20)),
    Fraction(1, 10),
    DELTA,
    53,
)
NOISE = Case(
    STAR,
    (Fraction(3, 5), Fraction(2, 5)),
    (Fraction(2, 5), Fraction(2, 5)),
    tails(FiniteClass(2, ["--", "+-", "-+"])),
    Fraction(1, 10),
    HALF,
    13,
)
CASES = (*SMALL_REGION, GAP, TIE, GAPS, NOISE)


def listed(name: str) -> bool:
    """Return what the table says."""
    return name in BROKEN


@cache
def worst(name: str) -> Fraction:
    """Return the largest chance of failure on a law, over delta."""
    of = IMPLEMENTATIONS[name]
    return max(outcome(of, case).failure / case.delta for case in CASES)


def judged(breaks: Breaks, names: frozenset[str]) -> Finding:
    """Follow every run of an implementation on every law."""
    evidence = []
    for name in sorted(names):
        computed = worst(name)
        evidence.append(f"{name}: at most {shown(computed)} delta")
        if (computed > 1) != breaks(name):
            return fails(evidence[-1], claimed=breaks(name), computed=computed > 1)
    return holds("; ".join(evidence))


def broken(breaks: Breaks, rng: np.random.Generator) -> Finding:
    """Follow the two that fail, and the honest one."""
    del rng
    return judged(breaks, BROKEN | {"as it should be"})


def sound(breaks: Breaks, rng: np.random.Generator) -> Finding:
    """Follow all others."""
    del rng
    return judged(breaks, frozenset(IMPLEMENTATIONS) - BROKEN)


CLAIM: Claim[Breaks] = Claim(
    key="audit/implementations",
    title="Which wrong implementations of A2 break its promise on six laws",
    statement=(
        r"P(\text{failure}) > \delta \text{ on one of six laws, for the mass of survivors and the"
        r" midpoint of their hull; } \le \delta \text{ on all of them for doubled samples, the hull"
        r" for the survivors, and labels used again}"
    ),
    plain=(
        "On six laws of two or three points: stopping by the mass of the survivors and returning "
        "the middle of their hull fail on one or more with a probability above delta; doubled "
        "samples, hulls in place of survivors and labels used again fail so on none of them."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain", "independent instances"}),
    does_not_say=(
        "anything of other laws; that using labels again is safe: its proof breaks, and no law "
        "was found that breaks it; "
        "runs are followed to 121, 40 or 13 labels a round"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=listed,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            broken,
            scope="two broken ones and the honest one, six laws, every run",
            tier="long",
        ),
        Check(
            Method.EXHAUSTIVE,
            sound,
            scope="four that keep the promise, six laws, every run",
            tier="long",
        ),
    ),
    controls={
        "all are correct": lambda _: False,
        "the midpoint is harmless": lambda name: name == "mass left",
        "the mass left is harmless": lambda name: name == "midpoint",
        "nothing but the honest one": lambda name: name != "as it should be",
    },
    uses=("audit/stopping/mass-left", "audit/output/hull-midpoint", "audit/samples/again"),
)
