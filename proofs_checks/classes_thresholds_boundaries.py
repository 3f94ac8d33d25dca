r"""The boundaries of a version space of thresholds, and which of them is a hypothesis.

Let n be the highest instance labeled -1 and p the lowest labeled +1.  The cuts
that remain are those in (n, p], from 0 on without n and up to 1 without p, so

.. math:: SB = [p, 1], \qquad GB = (n, 1], \qquad \mathrm{DIS} = (n, p),

with p = 1 if no label is positive; if none is negative, GB = [0, 1] and DIS = [0, p).
The most specific remaining threshold is :math:`h_p`.  A most general one exists iff
no label is negative: under :math:`h_a` with a > n there is always another, halfway
to n.  GB is then an open interval that no threshold attains.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import NamedTuple, TypeAlias

import numpy as np

from altheory.hypotheses.thresholds import Threshold, ThresholdVersionSpace
from altheory.ledger.checker import verify
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.spaces.cuts import after, before
from altheory.spaces.line import UNIT, IntervalUnion

GRID = tuple(Fraction(k, 4) for k in range(5))
FINE = tuple(Fraction(k, 8) for k in range(9))
Sample: TypeAlias = tuple[tuple[Fraction, int], ...]


class Boundaries(NamedTuple):
    """Both envelopes, what is between, and the cuts that attain the envelopes, if any."""

    specific: IntervalUnion
    general: IntervalUnion
    disagreement: IntervalUnion
    most_specific: Fraction | None
    most_general: Fraction | None

    def __str__(self) -> str:
        return (
            f"SB {self.specific} (attained at {self.most_specific}), "
            f"GB {self.general} (attained at {self.most_general}), DIS {self.disagreement}"
        )


Formula: TypeAlias = Callable[[Fraction | None, Fraction | None], Boundaries]


def boundaries(n: Fraction | None, p: Fraction | None) -> Boundaries:
    """Return the boundaries from the binding labels, None where there is none."""
    top = Fraction(1) if p is None else p
    specific = IntervalUnion.closed(top, 1)
    if n is None:
        below = IntervalUnion.from_cuts(before(0), before(top))
        return Boundaries(specific, UNIT, below, top, Fraction(0))
    general = IntervalUnion.from_cuts(after(n), after(1))
    return Boundaries(specific, general, IntervalUnion.from_cuts(after(n), before(top)), top, None)


def closed_below(n: Fraction | None, p: Fraction | None) -> Boundaries:
    """Return the boundaries with a most general threshold at n: a false twin."""
    low = Fraction(0) if n is None else n
    return boundaries(n, p)._replace(
        general=IntervalUnion.from_cuts(before(low), after(1)), most_general=low
    )


def open_above(n: Fraction | None, p: Fraction | None) -> Boundaries:
    """Return the boundaries with p left out of SB: a false twin."""
    top = Fraction(1) if p is None else p
    above = IntervalUnion.from_cuts(after(top), after(1))
    return boundaries(n, p)._replace(specific=above, most_specific=None)


def cuts_that_agree(sample: Sample, cuts: tuple[Fraction, ...] = FINE) -> list[Fraction]:
    """Return the cuts of a list that agree with the labels, one by one."""
    return [a for a in cuts if all(Threshold(a)(x) == y for x, y in sample)]


def samples() -> Iterator[tuple[Sample, Fraction | None, Fraction | None]]:
    """Go through the consistent samples on the grid, with n and p."""
    for labels in product((-1, 0, 1), repeat=len(GRID)):
        sample = tuple((x, y) for x, y in zip(GRID, labels, strict=True) if y)
        if cuts_that_agree(sample):
            n = max((x for x, y in sample if y == -1), default=None)
            p = min((x for x, y in sample if y == 1), default=None)
            yield sample, n, p


def version_space(sample: Sample) -> ThresholdVersionSpace:
    """Return the version space that the package computes."""
    return ThresholdVersionSpace().restrict_all([x for x, _ in sample], [y for _, y in sample])


def package_agrees(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with the regions and hypotheses of the package."""
    del rng
    n_samples = 0
    for sample, n, p in samples():
        space = version_space(sample)
        s, g = space.specific_hypothesis(), space.general_hypothesis()
        attained = tuple(h.cut if h else None for h in (s, g))
        regions = space.specific(), space.general(), space.disagreement()
        computed = Boundaries(*regions, *attained)
        if formula(n, p) != computed:
            return fails(f"n={n}, p={p}", claimed=formula(n, p), computed=computed)
        n_samples += 1
    return holds(f"{n_samples} consistent samples")


def cut_by_cut(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with what the agreeing cuts on a finer grid say at its points.

    The least of them is attained iff nothing smaller agrees; between it and the
    next lower point of the grid there is one to try.
    """
    del rng
    for sample, n, p in samples():
        cuts, claimed = cuts_that_agree(sample), formula(n, p)
        all_say = [x for x in FINE if all(x >= a for a in cuts)]
        some_say = [x for x in FINE if any(x >= a for a in cuts)]
        lower = cuts_that_agree(sample, (cuts[0] - Fraction(1, 16),)) if cuts[0] else []
        least = None if lower else cuts[0]
        split = [x for x in some_say if x not in all_say]
        computed = (all_say, some_say, split, cuts[-1], least)
        inside = [[x for x in FINE if x in region] for region in claimed[:3]]
        if (*inside, *claimed[3:]) != computed:
            return fails(f"n={n}, p={p}", claimed=claimed, computed=computed)
    return holds("cuts and points at the multiples of 1/8, labels at those of 1/4")


def certificates_agree(formula: Formula, rng: np.random.Generator) -> Finding:
    """Let the checker confirm, point by point, which labels are still open."""
    del rng
    verified = 0
    for (n, p), sample in {(n, p): sample for sample, n, p in samples()}.items():
        claimed, space = formula(n, p), version_space(sample)
        for x in FINE:
            certificate = space.certificate(x)
            verify(certificate)
            can_be = certificate["problem"]["answer"]
            open_labels = {-1: x not in claimed.specific, 1: x in claimed.general}
            says = [y for y, is_open in open_labels.items() if is_open]
            if says != can_be:
                return fails(f"n={n}, p={p}, x={x}", claimed=says, computed=can_be)
            verified += 1
    return holds(f"{verified} certificates accepted")


CLAIM: Claim[Formula] = Claim(
    key="classes/thresholds/boundaries",
    title="Boundaries of thresholds",
    statement=(
        r"SB = [p, 1],\ GB = (n, 1],\ \mathrm{DIS} = (n, p),\ h_p = \min V;"
        r"\ GB = [0, 1],\ \mathrm{DIS} = [0, p),\ h_0 = \max V \text{ iff no label is negative};"
        r" \quad 4 x_i \in \{0, \dots, 4\}"
    ),
    plain=(
        "With labels at five points of the interval, the most specific threshold that remains "
        "exists; a most general one exists only before the first negative label."
    ),
    relation="exact",
    does_not_say="that GB is a hypothesis: after a negative label it is open and none attains it",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=boundaries,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            package_agrees,
            scope="all samples on 0, 1/4, 1/2, 3/4, 1",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, cut_by_cut, scope="the same samples, cuts and points on 1/8"),
        Check(
            Method.CERTIFICATE,
            certificates_agree,
            scope="each n and p, points on 1/8",
            tier="normal",
        ),
    ),
    controls={
        "a most general threshold at n": closed_below,
        "p is not surely positive": open_above,
        "forgets the negative labels": lambda _, p: boundaries(None, p),
        "members disagree at p too": lambda n, p: boundaries(n, p)._replace(
            disagreement=boundaries(n, p).general
        ),
    },
)
