r"""Candidate elimination keeps the boundary sets, label by label.

Let :math:`S_t` and :math:`G_t` be what Mitchell's updates make of the first t labels.  Then

.. math:: S_t = \min V_t, \qquad G_t = \max V_t.

A hypothesis of :math:`V_{t+1}` lies above some :math:`s \in S_t`, hence above a minimal
generalization of s that takes the new positive instance, and this one lies in
:math:`V_{t+1}` because it lies between two hypotheses that agree with the other labels; the
same holds upside down.  Without the comparison with the other boundary the sets would hold
hypotheses that an earlier label excludes.
"""

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from altheory.hypotheses._candidate_elimination import Boundaries, Language, maximal, minimal
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds
from altheory.protocols import Label
from proofs_checks._hull_classes import BOTH, SMALL, HullClass, Masks, Sample, members, samples
from proofs_checks._small_classes import few_classes, rows, small_classes
from proofs_checks.classes_boundaries import below

Update: TypeAlias = Callable[[Language[Any, Any], Boundaries[Any], int, Label], Boundaries[Any]]


class Listed(NamedTuple):
    """A finite class as a language: every hypothesis that could be a neighbor is one."""

    of: FiniteClass

    def covers(self, h: int, x: int) -> bool:
        return h >> x & 1 == 1

    def below(self, g: int, h: int) -> bool:
        return below(g, h)

    def generalizations(self, h: int, x: int) -> Iterable[int]:
        return (t for t in self.of.hypotheses if below(h, t) and self.covers(t, x))

    def specializations(self, h: int, x: int) -> Iterable[int]:
        return (t for t in self.of.hypotheses if below(t, h) and not self.covers(t, x))


def mitchell(
    of: Language[Any, Any], boundaries: Boundaries[Any], x: int, y: Label
) -> Boundaries[Any]:
    """Return the boundaries after one more label."""
    return boundaries.after(of, x, y)


def without_pruning(
    of: Language[Any, Any], boundaries: Boundaries[Any], x: int, y: Label
) -> Boundaries[Any]:
    """Move each boundary and compare it with nothing."""
    s, g = boundaries.specific, boundaries.general
    if y == 1:
        grown = [t for h in s for t in ([h] if of.covers(h, x) else of.generalizations(h, x))]
        return Boundaries(minimal(grown, of.below), tuple(h for h in g if of.covers(h, x)))
    cut = [t for h in g for t in (of.specializations(h, x) if of.covers(h, x) else [h])]
    return Boundaries(
        tuple(h for h in s if not of.covers(h, x)), maximal(list(dict.fromkeys(cut)), of.below)
    )


def one_of_each(
    of: Language[Any, Any], boundaries: Boundaries[Any], x: int, y: Label
) -> Boundaries[Any]:
    """Keep the first member of each boundary."""
    found = boundaries.after(of, x, y)
    return Boundaries(found.specific[:1], found.general[:1])


def only_positive(
    of: Language[Any, Any], boundaries: Boundaries[Any], x: int, y: Label
) -> Boundaries[Any]:
    """Learn from positive labels only, as Find-S does."""
    return boundaries.after(of, x, y) if y == 1 else boundaries


def compare(update: Update, of: FiniteClass, sample: Sample) -> Finding:
    """Compare the boundaries after some labels with the extremes of the members left."""
    language, everyone = Listed(of), of.hypotheses
    boundaries: Boundaries[int] = Boundaries(minimal(everyone, below), maximal(everyone, below))
    for x, y in sample:
        boundaries = update(language, boundaries, x, y)
    remaining = [h for h in everyone if all((h >> x & 1) == (y == 1) for x, y in sample)]
    truth = set(minimal(remaining, below)), set(maximal(remaining, below))
    found = set(boundaries.specific), set(boundaries.general)
    if found == truth:
        return holds(f"{len(remaining)} members")
    n = of.n_points
    claimed, computed = (f"{rows(n, sorted(s))} | {rows(n, sorted(g))}" for s, g in (found, truth))
    where = f"class {of.table()['hypotheses']}, labels {sample}"
    return fails(where, claimed=claimed, computed=computed)


def every_class(update: Update, classes: Iterable[FiniteClass], labels: int) -> Finding:
    """Compare after every sequence of so many labels, repetitions included."""
    runs = 0
    for of in classes:
        pairs = tuple(product(range(of.n_points), BOTH))
        for sample in product(pairs, repeat=labels):
            finding = compare(update, of, sample)
            if finding.outcome is Outcome.FAILS:
                return finding
            runs += 1
    return holds(f"{runs} sequences of {labels} labels")


def two_points(update: Update, rng: np.random.Generator) -> Finding:
    """Look at every class on at most two points, and at two on three, after every three labels."""
    del rng
    return every_class(update, few_classes(), 3)


def three_points(update: Update, rng: np.random.Generator) -> Finding:
    """Look at every class on at most three points after every two labels."""
    del rng
    return every_class(update, small_classes(), 2)


def masks(boundary: Iterable[Any]) -> set[int]:
    """Return a boundary as bitmasks."""
    return {h.positive.mask for h in boundary}


def compare_language(update: Update, of: HullClass, sample: Sample) -> bool:
    """Compare on a class that knows the neighbors of its hypotheses."""
    language: Any = of
    boundaries: Boundaries[Any] = Boundaries((language.nothing,), (language.everything,))
    for x, y in sample:
        boundaries = update(language, boundaries, x, y)
    remaining: Masks = tuple(
        h for h in members(of) if all((h >> x & 1) == (y == 1) for x, y in sample)
    )
    truth = set(minimal(remaining, below)), set(maximal(remaining, below))
    return (masks(boundaries.specific), masks(boundaries.general)) == truth


def conjunctions_and_boxes(update: Update, rng: np.random.Generator) -> Finding:
    """Look at conjunctions and grid boxes after labels at any set of points."""
    del rng
    runs = 0
    for of in SMALL:
        for sample in samples(of.n_points, of.n_points):
            if not compare_language(update, of, sample):
                return fails(f"{of} after {sample}: not the extremes of what is left")
            runs += 1
    return holds(f"{runs} label sets on {len(SMALL)} classes")


CLAIM: Claim[Update] = Claim(
    key="boundaries/candidate-elimination",
    title="Candidate elimination keeps the boundary sets",
    statement=(
        r"S_t = \min V_t, \quad G_t = \max V_t, \quad |\mathcal X| \le 3,"
        r" \text{ conjunctions of two attributes and boxes on four points at most}"
    ),
    plain=(
        "On the small classes gone through, minimal generalizations and maximal specializations "
        "turn the boundary sets before a label into those after it."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that the sets stay small, or that they exist on infinite domains",
    source=Source("mitchell1982generalization", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=mitchell,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            conjunctions_and_boxes,
            scope="conjunctions of n <= 2, boxes on 3 and on 2 x 2 points, all label sets",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            two_points,
            scope="all classes on 1 and 2 points, a star and the cube on 3, sequences of 3 labels",
        ),
        Check(
            Method.EXHAUSTIVE,
            three_points,
            scope="all classes on at most 3 points, all sequences of 2 labels",
            tier="normal",
        ),
    ),
    controls={
        "boundaries are not compared with each other": without_pruning,
        "one hypothesis on each side": one_of_each,
        "positive labels only": only_positive,
    },
    uses=("classes/version-space/boundaries",),
)
