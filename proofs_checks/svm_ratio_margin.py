r"""In a long version space the ratio margin asks for an even cut, simple and max-min do not.

The triangle of ``svm/simple-margin/share`` and two instances: one whose wall crosses it next to the
machine, near the base, and one whose wall splits it along, from the tip down, 2.3 degrees beside
the middle.  The first is nearer to the machine, and its smaller part still has the larger ball; but
its smaller part is .17 to .28 of the whole, that of the second .38 to .44.
"""

from collections.abc import Callable, Iterable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.directions import Direction
from proofs_checks._long_triangles import LONG, Sides, below, smaller, walls
from proofs_checks.svm_largest_ball import Labeled
from proofs_checks.svm_simple_margin_circle import Score, max_min, ratio, simple

Cut: TypeAlias = tuple[str, Fraction, Fraction]  # "across" or "along", the smaller share between
Asks: TypeAlias = Callable[[str], Cut]  # from a margin to what it asks

SCORES: Mapping[str, Score] = MappingProxyType(
    {"simple": simple, "max-min": max_min, "ratio": ratio}
)


def pool(sides: Sides) -> dict[str, Direction]:
    """Return both instances, of integer lengths."""
    a, b, _ = sides
    return {"across": (a, 0, -b), "along": (100, 2499, 0)}


def compared(asks: Asks, several: Iterable[Sides]) -> Finding:
    """Let each margin ask, by machines trained exactly, and compare the cuts."""
    told: list[str] = []
    for sides in several:
        sample: Labeled = [(wall, 1) for wall in walls(sides)]
        two = pool(sides)
        for name, score in SCORES.items():
            scores = {which: score(sample, x) for which, x in two.items()}
            found = max(scores, key=lambda which: scores[which])
            which, low, high = asks(name)
            share = smaller(below(sides, two[found]))
            if which != found or not low <= share.lo <= share.hi <= high:
                said = f"{found}, {float(share):.3f}"
                return fails(
                    f"{name} margin, {sides}", claimed=f"{which}, {low} to {high}", computed=said
                )
            told.append(f"{name}: {float(share):.3f}")
    return holds(f"smaller shares in {len(told) // len(SCORES)} triangles: {', '.join(told)}")


def one_triangle(asks: Asks, rng: np.random.Generator) -> Finding:
    """Try one triangle."""
    del rng
    return compared(asks, LONG[:1])


def several_triangles(asks: Asks, rng: np.random.Generator) -> Finding:
    """Try four triangles."""
    del rng
    return compared(asks, LONG)


ACROSS: Cut = ("across", Fraction(17, 100), Fraction(28, 100))
ALONG: Cut = ("along", Fraction(38, 100), Fraction(44, 100))

CLAIM: Claim[Asks] = Claim(
    key="svm/ratio-margin/long-version-space",
    title="In a long version space the ratio margin cuts more evenly than simple and max-min",
    statement=(
        r"\text{simple, max-min: } x = (a, 0, -b), \quad \text{ratio: } x = (100, 2499, 0), \quad"
        r" \text{labels } (a, \pm b, 0), (0, 0, 1) \mapsto +1,\ (a, b) \in \{(9, 40), (7, 24),"
        r" (11, 60), (20, 99)\}; \quad \text{smaller shares in } [.17, .28] \text{ and } [.38, .44]"
    ),
    plain=(
        "Of an instance that cuts off 17 to 28 % of a long version space and one that cuts off 38 "
        "to 44 %, simple and max-min margin ask the first, and only the ratio margin the second; "
        "in four triangles."
    ),
    relation="exact",
    does_not_say="that the ratio margin is more even always, or worth training two machines each",
    source=Source(
        "tong2001",
        match="related",
        difference="the margins are theirs; the instance is made here, the paper was not seen",
    ),
    expected=Verdict.PROVED,
    formula=lambda name: ALONG if name == "ratio" else ACROSS,
    checks=(
        Check(Method.EXHAUSTIVE, one_triangle, scope="a = 9, b = 40"),
        Check(Method.EXHAUSTIVE, several_triangles, scope="four triangles", tier="normal"),
    ),
    controls={
        "all ask for the even cut": lambda _: ALONG,
        "none does": lambda _: ACROSS,
        "max-min as well": lambda name: ACROSS if name == "simple" else ALONG,
        "the other cut is halves": lambda name: (
            ("along", Fraction(49, 100), Fraction(1, 2)) if name == "ratio" else ACROSS
        ),
    },
)
