r"""Only a label inside the region of disagreement can change the version space.

.. math:: x \in \mathrm{DIS}(V) \iff
    \exists y \in \{-1, +1\} :\ \emptyset \ne V_{x,y} \subsetneq V,
    \qquad V_{x,y} = \{h \in V : h(x) = y\}.

Outside of it every member gives the same label: an honest answer teaches nothing,
and the lecture is right that the labeler's time is wasted.  Inside of it either
answer removes a member.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.finite import FiniteVersionSpace
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.spaces.finite import FiniteRegion
from proofs_checks._small_classes import every_version_space, few_version_spaces, rows

Where: TypeAlias = Callable[[FiniteVersionSpace], FiniteRegion]


def disagreement(space: FiniteVersionSpace) -> FiniteRegion:
    """Return DIS as the package computes it, from the two boundaries."""
    return space.disagreement()


def informative(space: FiniteVersionSpace) -> FiniteRegion:
    """Return the points where an answer may remove some members and leave others."""
    n, members = space.of.n_points, space.members
    positives = [sum(mask >> x & 1 for mask in members) for x in range(n)]
    return FiniteRegion.of(n, [x for x, k in enumerate(positives) if 0 < k < len(members)])


def compared(where: Where, version_spaces: Iterable[FiniteVersionSpace]) -> Finding:
    """Compare with the points where both answers are still open, counted."""
    spaces = 0
    for space in version_spaces:
        claimed, counted = where(space), informative(space)
        if claimed != counted:
            members = rows(space.of.n_points, space.members)
            return fails(f"members {members}", claimed=claimed, computed=counted)
        spaces += 1
    return holds(f"{spaces} version spaces")


def few_answers(where: Where, rng: np.random.Generator) -> Finding:
    """Compare on few classes."""
    del rng
    return compared(where, few_version_spaces())


def answers_change_the_space(where: Where, rng: np.random.Generator) -> Finding:
    """Compare on every small class."""
    del rng
    return compared(where, every_version_space())


CLAIM: Claim[Where] = Claim(
    key="cal/disagreement/only-informative-queries",
    title="Only questions inside DIS can teach",
    statement=(
        r"x \in \mathrm{DIS}(V) \iff \exists y: \emptyset \ne V_{x,y} \subsetneq V,"
        r" \quad |\mathcal X| \le 3"
    ),
    plain=(
        "On at most three points, labeling a point outside the region of disagreement wastes the "
        "label; inside, never."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that all points of the region teach equally much",
    source=Source(
        "lecturenotes",
        locator="Region of Disagreement",
        match="equivalent",
        difference="the notes state that labels outside are wasted; the converse is added",
    ),
    expected=Verdict.PROVED,
    formula=disagreement,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            few_answers,
            scope="every version space of the classes on 1 and 2 points, of a star and the cube "
            "on 3",
        ),
        Check(
            Method.EXHAUSTIVE,
            answers_change_the_space,
            scope="every version space of every class on at most 3 points",
            tier="normal",
        ),
    ),
    controls={
        "everything that may be positive": FiniteVersionSpace.general,
        "without its last point": lambda space: FiniteRegion.of(
            space.of.n_points, list(space.disagreement())[:-1]
        ),
        "only where the members are split evenly": lambda space: FiniteRegion.of(
            space.of.n_points,
            [
                x
                for x in range(space.of.n_points)
                if 2 * sum(mask >> x & 1 for mask in space.members) == len(space.members)
            ],
        ),
    },
)
