r"""Half circles have no boundary hypotheses: no two of them are nested.

On :math:`n` pairs of opposite points every labeling has :math:`n` plus signs, so of two
different labelings none contains the other: all :math:`2n` are minimal and all are
maximal.  So a version space with two members has neither a most specific nor a most
general one, and its SB and GB are envelopes that no half circle attains.
"""

from collections.abc import Callable
from functools import cache
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._circle_traces import MOST, trace
from proofs_checks.classes_boundaries import maximal, minimal

# From the number of members of a version space: how many are minimal, and how many maximal.
Extremes: TypeAlias = Callable[[int], tuple[int, int]]


def all_of_them(members: int) -> tuple[int, int]:
    """Return how many members have no member below, and none above."""
    return members, members


def every_version_space(largest: int) -> Callable[[Extremes, np.random.Generator], Finding]:
    """Return the check that goes through every version space on pairs of opposite points."""

    def pairs(formula: Extremes, rng: np.random.Generator) -> Finding:
        del rng
        spaces = [m for n in range(1, largest + 1) for m in _version_spaces(n)]
        for members in spaces:
            claimed = formula(len(members))
            computed = len(minimal(members)), len(maximal(members))
            if claimed != computed:
                return fails(f"{len(members)} members", claimed=claimed, computed=computed)
        return holds(f"{len(spaces)} version spaces")

    pairs.__name__ = f"every_version_space_on_{largest}_pairs"
    return pairs


@cache
def _version_spaces(n: int) -> tuple[tuple[int, ...], ...]:
    """Return the members after any labels, found by adding one label at a time."""
    found = {trace(n, opposites=True).version_space()}
    fresh = set(found)
    while fresh:
        fresh = {s.restrict(i, y) for s in fresh for i in range(n) for y in (-1, 1)} - found
        found |= fresh
    return tuple({space.members for space in found if not space.is_empty})


CLAIM: Claim[Extremes] = Claim(
    key="classes/circle/no-boundary-hypotheses",
    title="Half circles are an antichain",
    statement=(
        r"\min V = \max V = V \text{ for every version space } V"
        r" \text{ on } n \le 6 \text{ pairs of opposite points}"
    ),
    plain="No half circle contains another, so none bounds a version space: up to six pairs.",
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that SB and GB do not exist: as regions they do, and no half circle is one",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=all_of_them,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_version_space(4),
            scope="n <= 4 pairs of opposite points, all version spaces",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_version_space(MOST),
            scope="n <= 6 pairs of opposite points, all version spaces",
            tier="normal",
        ),
    ),
    controls={
        "one on each side": lambda members: (min(members, 1), min(members, 1)),
        "two on each side": lambda members: (min(members, 2), min(members, 2)),
        "half of them on each side": lambda members: ((members + 1) // 2, (members + 1) // 2),
    },
)
