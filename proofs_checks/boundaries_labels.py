r"""The two boundary sets decide every label.

.. math:: +1 \in V(x) \iff \exists g \in G : g(x) = +1, \qquad
          -1 \in V(x) \iff \exists s \in S : s(x) = -1.

Whoever says + at x lies below some g, which then says + there as well; whoever says -
lies above some s, which says - too.  So no other member need be looked at, and x is in the
disagreement region iff both lines hold.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._hull_classes import LARGER, SMALL, HullClass, Masks, left, samples
from proofs_checks._small_classes import every_version_space, rows
from proofs_checks.classes_boundaries import maximal, minimal

Answer: TypeAlias = Callable[[Masks, Masks, int], set[int]]


def by_existence(lower: Masks, upper: Masks, x: int) -> set[int]:
    """Return the labels that some member of a boundary opens."""
    plus = {1} if any(g >> x & 1 for g in upper) else set[int]()
    return plus | ({-1} if any(not s >> x & 1 for s in lower) else set[int]())


def disagreeing(answer: Answer, n_points: int, members: Masks) -> str:
    """Return where the boundaries answer otherwise than all members do, if anywhere."""
    lower, upper = minimal(members), maximal(members)
    for x in range(n_points):
        if answer(lower, upper, x) != {1 if h >> x & 1 else -1 for h in members}:
            return f"point {x}, members {rows(n_points, members)}"
    return ""


def small_spaces(answer: Answer, rng: np.random.Generator) -> Finding:
    """Ask every version space of every class on at most three points."""
    del rng
    asked: set[tuple[int, Masks]] = {(v.of.n_points, v.members) for v in every_version_space()}
    for n_points, members in sorted(asked):
        where = disagreeing(answer, n_points, members)
        if where:
            return fails(where)
    return holds(f"{len(asked)} sets of members")


def after_labels(answer: Answer, classes: Iterable[HullClass], most: int) -> Finding:
    """Ask what at most so many labels leave of some classes."""
    spaces = 0
    for of in classes:
        for members in {left(of, s) for s in samples(of.n_points, most)} - {()}:
            where = disagreeing(answer, of.n_points, members)
            if where:
                return fails(f"{of}: {where}")
            spaces += 1
    return holds(f"{spaces} version spaces")


def conjunctions_and_boxes(answer: Answer, rng: np.random.Generator) -> Finding:
    """Ask every version space of the smallest conjunctions and boxes."""
    del rng
    return after_labels(answer, SMALL, 4)


def larger_classes(answer: Answer, rng: np.random.Generator) -> Finding:
    """Ask what two labels leave of larger classes."""
    del rng
    return after_labels(answer, LARGER, 2)


CLAIM: Claim[Answer] = Claim(
    key="boundaries/labels",
    title="The boundary sets decide every label",
    statement=(
        r"V(x) \ni +1 \iff \exists g \in \max V : g(x) = +1, \quad"
        r" V(x) \ni -1 \iff \exists s \in \min V : s(x) = -1, \quad |\mathcal X| \le 3"
    ),
    plain=(
        "In every class on at most three points the most general hypotheses alone say where a "
        "positive label is possible, and the most specific ones where a negative one is."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say="how many members give a label: the boundaries do not tell the majority",
    source=Source("mitchell1982generalization", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=by_existence,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            small_spaces,
            scope="every version space of every class on at most 3 points",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            conjunctions_and_boxes,
            scope="every version space of conjunctions of n <= 2, boxes on 3 and 2 x 2 points",
        ),
        Check(
            Method.EXHAUSTIVE,
            larger_classes,
            scope="conjunctions of n = 3 and boxes on 3 x 3 points after at most 2 labels",
        ),
    ),
    controls={
        "all most general hypotheses must agree": lambda lower, upper, x: (
            ({1} if all(g >> x & 1 for g in upper) else set())
            | ({-1} if any(not s >> x & 1 for s in lower) else set())
        ),
        "the most specific hypotheses alone": lambda lower, _, x: {
            1 if s >> x & 1 else -1 for s in lower
        },
        "the first hypothesis of each side": lambda lower, upper, x: by_existence(
            lower[:1], upper[:1], x
        ),
    },
    uses=("classes/version-space/boundaries",),
)
