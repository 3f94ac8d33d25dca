r"""Mitchell's boundaries: a version space is what lies between two antichains.

Order hypotheses by their positive sets.  With :math:`S` the minimal and :math:`G`
the maximal members of a nonempty version space :math:`V` of a finite class,

.. math:: V = \{h \in \mathcal H : s \le h \le g \text{ for some } s \in S,\ g \in G\}.

Why: whoever lies between two members says + where the lower one does and - where
the upper one does, so it agrees with every label.  S and G are *sets*: nothing says
that they hold one hypothesis each.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.certificate import empty_version_space
from altheory.hypotheses.finite import FiniteClass, FiniteVersionSpace
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, Outcome, fails, holds
from proofs_checks._small_classes import every_version_space, few_version_spaces, random_class, rows

Masks: TypeAlias = tuple[int, ...]
Boundaries: TypeAlias = Callable[[FiniteVersionSpace], tuple[Masks, Masks]]


def below(g: int, h: int) -> bool:
    """Decide whether ``g`` is at most as general as ``h``."""
    return g & ~h == 0


def minimal(masks: Masks) -> Masks:
    """Return the most specific of some hypotheses."""
    return tuple(h for h in masks if not any(g != h and below(g, h) for g in masks))


def maximal(masks: Masks) -> Masks:
    """Return the most general of some hypotheses."""
    return tuple(h for h in masks if not any(g != h and below(h, g) for g in masks))


def antichains(space: FiniteVersionSpace) -> tuple[Masks, Masks]:
    """Return Mitchell's S and G."""
    return minimal(space.members), maximal(space.members)


def envelopes(space: FiniteVersionSpace) -> tuple[Masks, Masks]:
    """Return SB and GB as if each were a single hypothesis of the version space."""
    return (space.specific().mask,), (space.general().mask,)


def between(of: FiniteClass, lower: Masks, upper: Masks) -> Masks:
    """Return the hypotheses that lie between two boundaries."""
    return tuple(
        h
        for h in of.hypotheses
        if any(below(s, h) for s in lower) and any(below(h, g) for g in upper)
    )


def not_attained(space: FiniteVersionSpace) -> Counterexample:
    """Show that no member is positive wherever some member is."""
    of, everywhere = space.of, [(x, 1) for x in space.general()]
    python = f"""\
members = {of.table()["hypotheses"]}
envelope = "".join("+" if "+" in column else "-" for column in zip(*members))
assert envelope not in members  # the most general classifier is none of them
"""
    return Counterexample(empty_version_space(of.table(), everywhere), python)


def describe(space: FiniteVersionSpace, boundaries: Boundaries) -> Finding:
    """Compare a version space with what its boundaries enclose."""
    (lower, upper), members, n = boundaries(space), space.members, space.of.n_points
    whole_class = members == space.of.hypotheses
    witness = not_attained(space) if whole_class and not space.general_hypothesis() else None
    if not {*lower, *upper} <= set(members):
        where = f"members {rows(n, members)}: a boundary is none of them"
        return fails(where, claimed=rows(n, {*lower, *upper}), counterexample=witness)
    enclosed = between(space.of, lower, upper)
    if enclosed == members:
        return holds(f"{len(members)} members between the boundaries")
    claimed, computed = rows(n, enclosed), rows(n, members)
    return fails(f"members {computed}", claimed=claimed, computed=computed)


def compared(boundaries: Boundaries, version_spaces: Iterable[FiniteVersionSpace]) -> Finding:
    """Compare version spaces with what lies between their boundaries."""
    spaces = 0
    for space in version_spaces:
        finding = describe(space, boundaries)
        if finding.outcome is Outcome.FAILS:
            return finding
        spaces += 1
    return holds(f"{spaces} version spaces")


def few_spaces(boundaries: Boundaries, rng: np.random.Generator) -> Finding:
    """Compare on few classes."""
    del rng
    return compared(boundaries, few_version_spaces())


def every_space(boundaries: Boundaries, rng: np.random.Generator) -> Finding:
    """Compare on every small class."""
    del rng
    return compared(boundaries, every_version_space())


def random_space(boundaries: Boundaries, rng: np.random.Generator) -> Finding:
    """Try a random class on 5 points after up to two labels."""
    of = random_class(rng, 5)
    target, points = of.draw_target(rng), rng.integers(5, size=2).tolist()
    space = of.version_space().restrict_all(points, [target(x) for x in points])
    return describe(space, boundaries)


CHECKS: tuple[Check[Boundaries], ...] = (
    Check(
        Method.EXHAUSTIVE,
        few_spaces,
        scope="every version space of the classes on 1 and 2 points, of a star and the cube on 3",
    ),
    Check(
        Method.EXHAUSTIVE,
        every_space,
        scope="every version space of every class on at most 3 points",
        tier="normal",
    ),
)

CLAIM: Claim[Boundaries] = Claim(
    key="classes/version-space/boundaries",
    title="A version space lies between two antichains",
    statement=(
        r"V = \{h \in \mathcal H : s \le h \le g,\ s \in \min V,\ g \in \max V\},"
        r" \quad |\mathcal X| \le 3"
    ),
    plain=(
        "On at most three points, the most specific and the most general hypotheses that remain "
        "describe all that remain."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that either boundary is a single hypothesis, or that infinite classes have one",
    source=Source("mitchell1982generalization", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=antichains,
    checks=CHECKS,
    controls={
        "a single hypothesis on each side": envelopes,
        "only the first of each boundary": lambda space: (
            minimal(space.members)[:1],
            maximal(space.members)[:1],
        ),
        "boundaries exchanged": lambda space: (maximal(space.members), minimal(space.members)),
    },
    attack=random_space,
)
