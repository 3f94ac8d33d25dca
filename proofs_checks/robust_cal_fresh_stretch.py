r"""The labels of a stretch are independent draws inside the region, given where they fell.

V depends on earlier stretches alone.  So given V, and which instances of the stretch fall into
:math:`\mathrm{DIS}(V)`, the labeled instances among them are independent draws from

.. math:: P(x, y \mid x \in \mathrm{DIS}(V)),

and any theorem about independent labeled instances may be used on them.  Gone through: all
streams of four instances on three points through RobustCAL, which looks after 1, 2 and 4.
"""

from collections import defaultdict
from collections.abc import Callable
from fractions import Fraction
from math import prod
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.spaces.finite import FiniteRegion
from proofs_checks._stretches import CUTS, Cell, Law, paths, whole_law

# From the law of a labeled instance and a region to the law of one that is bought.
Conditioned: TypeAlias = Callable[[Law, FiniteRegion], Law]


def inside(law: Law, region: FiniteRegion) -> Law:
    """Return the law conditioned on the region."""
    mass = sum((p for (x, _), p in law.items() if x in region), Fraction(0))
    return {cell: p / mass for cell, p in law.items() if cell[0] in region}


def even(law: Law, region: FiniteRegion) -> Law:
    """Return equal chances of the cells of the region."""
    cells = [cell for cell in law if cell[0] in region]
    return dict.fromkeys(cells, Fraction(1, len(cells)))


def fair(law: Law, region: FiniteRegion) -> Law:
    """Return instances as they come, and fair labels."""
    known = inside(law, region)
    return {(x, y): (known[x, -1] + known[x, 1]) / 2 for x, y in known}


def four_instances(conditioned: Conditioned, rng: np.random.Generator) -> Finding:
    """Divide the chances of all streams by those of what is given."""
    del rng
    spaces = CUTS.version_space()
    joint: defaultdict[
        tuple[tuple[int, ...], tuple[bool, ...]], defaultdict[tuple[Cell, ...], Fraction]
    ]
    joint = defaultdict(lambda: defaultdict(Fraction))
    regions: dict[tuple[int, ...], FiniteRegion] = {}
    for members, rest, chance in paths():
        region = type(spaces)(CUTS, members).disagreement()
        regions[members] = region
        where = tuple(x in region for x, _ in rest)
        bought = tuple(cell for cell, falls in zip(rest, where, strict=True) if falls)
        joint[members, where][bought] += chance
    for (members, where), laws in joint.items():
        if not any(where):
            continue
        given, one = sum(laws.values(), Fraction(0)), conditioned(whole_law(), regions[members])
        for bought, chance in laws.items():
            claimed = prod((one.get(cell, Fraction(0)) for cell in bought), start=Fraction(1))
            if claimed != chance / given:
                seen = f"V = {members}, in the region: {where}, bought: {bought}"
                return fails(seen, claimed=claimed, computed=chance / given)
    return holds(f"{len(paths())} streams, {len(regions)} version spaces")


CLAIM: Claim[Conditioned] = Claim(
    key="robust-cal/fresh-stretch",
    title="The labels of a stretch are independent draws inside the region",
    statement=(
        r"P\bigl((x_i, y_i)_{i \in Q} \mid V, Q\bigr) = \prod_{i \in Q} P(x_i, y_i \mid x_i \in"
        r" \mathrm{DIS}(V)) \quad \text{(all streams of four instances on three points)}"
    ),
    plain=(
        "Given the hypotheses left and which instances of a stretch fall where these disagree, "
        "the labels bought there are independent draws, so that bounds for such samples apply: "
        "exactly, for all streams of four instances on three points."
    ),
    relation="exact",
    assumptions=frozenset({"independent instances", "finite domain"}),
    does_not_say=(
        "that labels of an earlier stretch are such draws: they decided which hypotheses are left"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=inside,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            four_instances,
            scope="all streams of 4 instances on 3 points through the learner",
            tier="normal",
        ),
    ),
    controls={
        "not conditioned on the region": lambda law, _region: law,
        "equal chances": even,
        "fair labels": fair,
    },
)
