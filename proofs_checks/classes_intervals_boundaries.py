r"""The boundaries of a version space of intervals, before and after a positive label.

Let :math:`p \le q` be the outermost positive instances and n and m the negative ones
next to them outside.  Then

.. math:: SB = [p, q], \qquad GB = (n, m), \qquad \mathrm{DIS} = (n, p) \cup (q, m),

from 0 on without n and up to 1 without m.  Before the first positive label
:math:`SB = \emptyset`, the empty interval attains it, and GB is everything but the
negative instances: a union of gaps, each a candidate of its own, which no interval is.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import NamedTuple, TypeAlias

import numpy as np

from altheory.certificate import empty_version_space
from altheory.hypotheses.interval_version_space import IntervalVersionSpace
from altheory.hypotheses.intervals import Intervals
from altheory.ledger.checker import verify
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.protocols import Label
from altheory.spaces.cuts import after, before
from altheory.spaces.line import EMPTY, UNIT, IntervalUnion
from proofs_checks._interval_grids import grid, members

Sample: TypeAlias = tuple[tuple[Fraction, Label], ...]
POINTS, PROBES = grid(4), grid(8)
LABELS: tuple[Label | None, ...] = (-1, None, 1)


class Boundaries(NamedTuple):
    """What every member holds, what some member holds, and what is between."""

    specific: IntervalUnion
    general: IntervalUnion
    disagreement: IntervalUnion

    def __str__(self) -> str:
        return f"SB {self.specific}, GB {self.general}, DIS {self.disagreement}"


Formula: TypeAlias = Callable[[Sample], Boundaries]


def between(specific: IntervalUnion, general: IntervalUnion) -> Boundaries:
    """Return boundaries with what is between them."""
    return Boundaries(specific, general, general - specific)


def boundaries(sample: Sample) -> Boundaries:
    """Return the boundaries from the labels."""
    positives, negatives = ([x for x, y in sample if y == sign] for sign in (1, -1))
    if not positives:
        points = EMPTY
        for x in negatives:
            points |= IntervalUnion.closed(x, x)
        return between(EMPTY, UNIT - points)
    p, q = min(positives), max(positives)
    start = max((after(x) for x in negatives if x < p), default=before(0))
    end = min((before(x) for x in negatives if x > q), default=after(1))
    return between(IntervalUnion.closed(p, q), IntervalUnion.from_cuts(start, end))


def one_general(sample: Sample) -> Boundaries:
    """Return the boundaries with one most general interval: the hull of GB."""
    specific, general, _ = boundaries(sample)
    return between(specific, general.hull)


def closed(sample: Sample) -> Boundaries:
    """Return the boundaries with GB closed, as if it were a hypothesis: a false twin."""
    specific, general, _ = boundaries(sample)
    pieces = [IntervalUnion.closed(piece.lo, piece.hi) for piece in general.pieces]
    whole = EMPTY
    for piece in pieces:
        whole |= piece
    return between(specific, whole)


def samples() -> Iterator[Sample]:
    """Go through the labelings of some of five points that an interval agrees with."""
    for labels in product(LABELS, repeat=len(POINTS)):
        sample: Sample = tuple((x, y) for x, y in zip(POINTS, labels, strict=True) if y)
        signs = "".join("+" if y == 1 else "-" for _, y in sample)
        if "-" not in signs.strip("-"):  # the positive labels are next to each other
            yield sample


def refutation(sample: Sample, claimed: Boundaries) -> Counterexample | None:
    """Show two members whose positive instances no member holds together."""
    negative = next((x for x, y in sample if y == -1 and x in claimed.general), None)
    if negative is None or any(y == 1 for _, y in sample) or not 0 < negative < 1:
        return None
    low, high = negative / 2, (1 + negative) / 2
    labels = [(low, 1), (negative, -1), (high, 1)]
    python = f"""\
from fractions import Fraction as F

low, negative, high = F("{low}"), F("{negative}"), F("{high}")
members = [(low, low), (high, high)]  # both avoid the negative instance
assert all(not a <= negative <= b for a, b in members)
# a most general member would hold both, so everything between them
most_general = min(a for a, _ in members), max(b for _, b in members)
assert most_general[0] <= negative <= most_general[1]
"""
    certificate = empty_version_space({"class": "intervals", "min_width": "0/1"}, labels)
    return Counterexample(certificate, python)


def version_space(sample: Sample) -> IntervalVersionSpace:
    """Return the version space that the package computes."""
    return Intervals().version_space().restrict_all([x for x, _ in sample], [y for _, y in sample])


def package_agrees(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with the regions of the package."""
    del rng
    n_samples = 0
    for sample in samples():
        space = version_space(sample)
        computed = Boundaries(space.specific(), space.general(), space.disagreement())
        if formula(sample) != computed:
            return fails(
                f"labels {show(sample)}",
                claimed=formula(sample),
                computed=computed,
                counterexample=refutation(sample, formula(sample)),
            )
        n_samples += 1
    return holds(f"{n_samples} consistent samples")


def member_by_member(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with what the intervals with ends on a finer grid say at its points.

    No other interval labels those points in another way: its ends move inward to the
    next multiples of 1/8, where the labels are as before.
    """
    del rng
    said = [(h, [h(x) for x in PROBES]) for h in members(8)]
    place = {x: i for i, x in enumerate(PROBES)}
    for sample in samples():
        rows = [row for _, row in said if all(row[place[x]] == y for x, y in sample)]
        claimed = formula(sample)
        for i, x in enumerate(PROBES):
            says = {row[i] for row in rows}
            computed = (says == {1}, 1 in says, len(says) == 2)
            if tuple(x in region for region in claimed) != computed:
                where = f"labels {show(sample)}, x = {x}"
                return fails(where, claimed=claimed, counterexample=refutation(sample, claimed))
    return holds("ends of members and points on 1/8, labels on 1/4")


def certificates_agree(formula: Formula, rng: np.random.Generator) -> Finding:
    """Let the checker confirm, point by point, which labels are still open."""
    del rng
    verified = 0
    for sample in samples():
        if len(sample) > 2:
            continue
        space, claimed = version_space(sample), formula(sample)
        for x in PROBES:
            certificate = space.certificate(x)
            verify(certificate)
            can_be = certificate["problem"]["answer"]
            open_labels = {-1: x not in claimed.specific, 1: x in claimed.general}
            says = [y for y, is_open in open_labels.items() if is_open]
            if says != can_be:
                where = f"labels {show(sample)}, x = {x}"
                return fails(
                    where,
                    claimed=says,
                    computed=can_be,
                    counterexample=refutation(sample, claimed),
                )
            verified += 1
    return holds(f"{verified} certificates accepted")


def show(sample: Sample) -> str:
    """Return labels as text.

    >>> show(((Fraction(1, 2), -1),))
    '- at 1/2'
    """
    return ", ".join(f"{'+' if y == 1 else '-'} at {x}" for x, y in sample) or "none"


CHECKS: tuple[Check[Formula], ...] = (
    Check(
        Method.EXHAUSTIVE, package_agrees, scope="all samples on 0, 1/4, 1/2, 3/4, 1", tier="normal"
    ),
    Check(
        Method.EXHAUSTIVE,
        member_by_member,
        scope="the same samples, ends of members and points on 1/8",
    ),
    Check(
        Method.CERTIFICATE,
        certificates_agree,
        scope="samples of at most two labels, points on 1/8",
        tier="normal",
    ),
)

CLAIM: Claim[Formula] = Claim(
    key="classes/intervals/boundaries",
    title="Boundaries of intervals",
    statement=(
        r"SB = [p, q],\ GB = (n, m),\ \mathrm{DIS} = (n, p) \cup (q, m);"
        r"\ SB = \emptyset,\ GB = \mathrm{DIS} = [0, 1] \setminus \{x_i\}"
        r" \text{ if no label is positive}; \quad 4 x_i \in \{0, \dots, 4\}"
    ),
    plain=(
        "With labels at five points: after a positive label the intervals that remain lie "
        "between a closed and an open one, before it in any gap between negative labels."
    ),
    relation="exact",
    does_not_say="the same of intervals with a known minimal width",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=boundaries,
    checks=CHECKS,
    controls={
        "one most general interval": one_general,
        "a most general interval with its ends": closed,
        "nothing is disputed outside the positive labels' hull": lambda sample: between(
            boundaries(sample).specific, boundaries(sample).specific
        ),
    },
)
