r"""Strangers in a positive cluster may be allowed by number, not by share.

The number of points outside of the largest group does not grow when points are left out.  Its
share does: one of four in (a, a, a, b), half of (a, b).  So parts of a positive cluster are
positive for every number, and of the shares below two thirds only for 0.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Inherited: TypeAlias = Callable[[str, Fraction], bool]

RULES = (
    *(("number", Fraction(t)) for t in range(3)),
    *(("share", Fraction(s)) for s in ("0", "1/4", "1/3", "2/5", "1/2", "3/5")),
)


def positive(sizes: tuple[int, ...], kind: str, allowed: Fraction) -> bool:
    """Decide whether a cluster with groups of these sizes is positive."""
    strangers = sum(sizes) - max(sizes)
    return strangers <= (allowed if kind == "number" else allowed * sum(sizes))


def compared(inherited: Inherited, groups: int, most: int) -> Finding:
    """Leave one point out of all clusters with at most so many points of each group."""
    clusters = [s for s in product(range(most + 1), repeat=groups) if any(s)]
    for kind, allowed in RULES:
        found = all(
            positive((*s[:g], s[g] - 1, *s[g + 1 :]), kind, allowed)
            for s in clusters
            if positive(s, kind, allowed)
            for g in range(groups)
            if s[g]
        )
        if inherited(kind, allowed) != found:
            where = f"{kind} {allowed}"
            return fails(where, claimed=inherited(kind, allowed), computed=found)
    return holds(f"{len(clusters)} clusters, {len(RULES)} rules")


def few(inherited: Inherited, rng: np.random.Generator) -> Finding:
    """Try three groups of up to three points."""
    del rng
    return compared(inherited, 3, 3)


def more(inherited: Inherited, rng: np.random.Generator) -> Finding:
    """Try four groups of up to four points."""
    del rng
    return compared(inherited, 4, 4)


CLAIM: Claim[Inherited] = Claim(
    key="play/subspace/strangers",
    title="Parts of a positive cluster are positive if strangers are counted, not if shared out",
    statement=(
        r"\bigl(C \subset D,\ D \text{ positive} \Rightarrow C \text{ positive}\bigr) \text{ holds"
        r" for } |D| - \max_g |D_g| \le t,\ t \in \{0, 1, 2\}, \text{ and for } |D| - \max_g |D_g|"
        r" \le s |D|,\ s \in \{0, \tfrac14, \tfrac13, \tfrac25, \tfrac12, \tfrac35\},"
        r" \text{ iff } s = 0"
    ),
    plain=(
        "If a positive cluster may hold some number of points outside of its largest group, its "
        "parts are positive as well; if it may hold some share of them, they need not be. Tried "
        "with numbers up to 2, shares up to 3/5 and up to four groups of up to four points."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="how many strangers a person minds",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda kind, allowed: kind == "number" or allowed == 0,
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="three groups of up to three points"),
        Check(Method.EXHAUSTIVE, more, scope="four groups of up to four points", tier="normal"),
    ),
    controls={
        "shares too": lambda *_: True,
        "small shares too": lambda kind, allowed: kind == "number" or allowed < Fraction(1, 3),
        "only without strangers": lambda _, allowed: allowed == 0,
    },
)
