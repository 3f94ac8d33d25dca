r"""How many folds a chain has on the square lattice.

Of :math:`c_n` self-avoiding walks of n steps four are straight.  The eight symmetries of the
square map each bent walk to eight walks, and the straight ones to each other; so there are

.. math:: \frac{c_n - 4}{8} + 1 = \frac{c_n + 4}{8} = 1, 2, 5, 13, 36, 98, 272

folds for n = 1 to 7.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.play.fold import Fold

Node: TypeAlias = tuple[int, int]
Walk: TypeAlias = tuple[Node, ...]
Folds: TypeAlias = Callable[[int], object]

STEPS = ((1, 0), (0, 1), (-1, 0), (0, -1))


def longer(walks: list[Walk]) -> list[Walk]:
    """Return all self-avoiding walks of one more step."""
    return [
        (*walk, node)
        for walk in walks
        for dx, dy in STEPS
        if (node := (walk[-1][0] + dx, walk[-1][1] + dy)) not in walk
    ]


def shape(walk: Walk) -> Walk:
    """Return the least image of a walk, the same for all of its images."""
    turned = [[(x, y), (-y, x), (-x, -y), (y, -x)] for x, y in walk]
    return min(tuple((s * at[k][0], at[k][1]) for at in turned) for k in range(4) for s in (1, -1))


def up_to(most: int) -> Callable[[Folds, np.random.Generator], Finding]:
    """Return the check for walks of up to so many steps."""

    def counted(folds: Folds, rng: np.random.Generator) -> Finding:
        del rng
        walks: list[Walk] = [((0, 0),)]
        for n in range(1, most + 1):
            walks = longer(walks)
            computed = len(set(map(shape, walks)))
            listed = sum(1 for _ in Fold("H" * (n + 1)).decisions())
            claimed = folds(len(walks))
            if not claimed == computed == listed:
                return fails(f"{n} steps", claimed=claimed, computed=(computed, listed))
        return holds(
            f"up to {most} steps", claimed=folds(len(walks)), computed=f"{len(walks)} walks"
        )

    return counted


CLAIM: Claim[Folds] = Claim(
    key="play/fold/self-avoiding-walks",
    title="Folds on the square lattice are self-avoiding walks up to symmetry",
    statement=(
        r"\#\{\text{folds of } n + 1 \text{ monomers}\} = \frac{c_n + 4}{8}, \quad 1 \le n \le 7, "
        r"\ c_n = 4, 12, 36, 100, 284, 780, 2172"
    ),
    plain=(
        "A chain of eight monomers has 2172 self-avoiding walks from a given node, and 272 folds "
        "if those that differ by a turn or a reflection are one."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "how many folds are best, or that a chain and its reverse have the same costs: they have "
        "not unless the sequence is its own reverse"
    ),
    source=Source(
        "lau1989",
        match="related",
        difference="the paper folds chains on this lattice; the count is derived here",
    ),
    expected=Verdict.PROVED,
    formula=lambda walks: Fraction(walks + 4, 8),
    checks=(
        Check(Method.EXHAUSTIVE, up_to(4), scope="1 <= n <= 4"),
        Check(Method.EXHAUSTIVE, up_to(7), scope="1 <= n <= 7", tier="normal"),
    ),
    controls={
        "one in eight": lambda walks: walks // 8,
        "turns without reflections": lambda walks: walks // 4,
        "a chain and its reverse are one": lambda walks: (walks + 12) // 16,
    },
)
