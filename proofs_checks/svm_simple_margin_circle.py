r"""On the circle all three margins of Tong and Koller ask for the most even cut.

In the plane a version space is an arc, and the machine its midpoint, if instances have one length.
An instance cuts it in two parts; the machine after an answer is the midpoint of its part, and its
margin the sine of half the part.  So the wall nearest to the midpoint (simple), the largest of the
smaller margins (max-min) and the ratio of margins nearest to 1 (ratio) are the most even cut.

Evenness is computed without machines: from the cosines between the ends of the arc and the wall.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from math import isqrt
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.directions import Direction, dot
from altheory.protocols import Label
from proofs_checks.svm_largest_ball import (
    PLANE,
    TARGETS,
    Labeled,
    inner,
    machine,
    samples,
    space_of,
    unnormalized,
)

Score: TypeAlias = Callable[[Labeled, Direction], Fraction]  # the larger the sooner asked


def unit(x: Direction) -> tuple[Fraction, ...]:
    """Return an instance of integer length with length one."""
    return tuple(Fraction(c, isqrt(dot(x, x))) for c in x)


def margins(sample: Labeled, x: Direction) -> list[Fraction]:
    """Return the squared margins after both answers, ascending."""
    answers: tuple[Label, Label] = (-1, 1)
    after = [machine((*sample, (x, y))) for y in answers]
    return sorted(1 / Fraction(inner(w, w)) for w in after)


def simple(sample: Labeled, x: Direction) -> Fraction:
    """Return minus the distance from the boundary, up to a factor."""
    return -abs(Fraction(inner(machine(sample), unit(x))))


def max_min(sample: Labeled, x: Direction) -> Fraction:
    """Return the square of the smaller margin."""
    return margins(sample, x)[0]


def ratio(sample: Labeled, x: Direction) -> Fraction:
    """Return the square of the ratio of margins."""
    low, high = margins(sample, x)
    return low / high


def turned(x: Direction) -> Direction:
    """Return the direction a quarter turn to the left, along the wall of an instance."""
    return -x[1], x[0]


def ends(sample: Labeled) -> list[Direction]:
    """Return the two ends of the arc, of integer lengths: along walls, and on the sides said."""
    along = [turned(x) for x, _ in sample]
    both = [*along, *(tuple(-c for c in x) for x in along)]
    rays = {u for u in both if all(y * dot(u, x) >= 0 for x, y in sample)}
    return list({unit(u): u for u in rays}.values())


def evenness(sample: Labeled, x: Direction) -> Fraction:
    """Return minus the larger cosine of the two parts of the arc, as the smaller part decides."""
    wall = turned(x)
    if any(y * dot(wall, z) < 0 for z, y in sample):
        wall = turned(turned(wall))
    return -max(Fraction(inner(unit(end), unit(wall))) for end in ends(sample))


def asked(score: Score, sample: Labeled, pool: Sequence[Direction]) -> set[Direction]:
    """Return the instances of the largest score."""
    scores = {x: score(sample, x) for x in pool}
    return {x for x in pool if scores[x] == max(scores.values())}


def cases(labeled: Sequence[Direction]) -> Iterator[tuple[Labeled, list[Direction]]]:
    """Yield pairs of labels, and the instances of the plane whose labels they leave open."""
    for sample in samples(labeled, (2,)):
        if len(ends(sample)) == 2:
            known = {x for x, _ in sample}
            rest = [x for x in PLANE if x not in known]
            yield sample, [x for x in rest if len(space_of(sample).labels(x)) == 2]


def compared(scores: Sequence[Score], labeled: Sequence[Direction]) -> Finding:
    """Compare what each score asks with the most even cut."""
    count = 0
    for sample, pool in cases(labeled):
        best = asked(evenness, sample, pool) if len(pool) > 1 else set[Direction]()
        for number, score in enumerate(scores if best else ()):
            found = asked(score, sample, pool)
            if found != best:
                return fails(f"score {number}, labels {sample}", claimed=found, computed=best)
            count += 1
    return holds(f"{count} questions, target {TARGETS[2]}")


def one_pair(scores: Sequence[Score], rng: np.random.Generator) -> Finding:
    """Ask after the labels of two instances."""
    del rng
    return compared(scores, PLANE[:2])


def all_pairs(scores: Sequence[Score], rng: np.random.Generator) -> Finding:
    """Ask after the labels of any two instances."""
    del rng
    return compared(scores, PLANE)


CLAIM: Claim[Sequence[Score]] = Claim(
    key="svm/simple-margin/circle",
    title="On the circle simple, max-min and ratio margin all ask for the most even cut",
    statement=(
        r"\operatorname*{argmin}_x |w \cdot x| = \operatorname*{argmax}_x \min(m^-, m^+) ="
        r" \operatorname*{argmax}_x \min\Bigl(\frac{m^-}{m^+}, \frac{m^+}{m^-}\Bigr) ="
        r" \text{the most even cut}, \quad |x| = 1,\ d = 2, \text{ 2 labels of 8 given instances}"
    ),
    plain=(
        "In the plane, without an offset and with instances of one length, the three margins of "
        "active support vector machines all halve the version space as well as the pool allows; "
        "after two labels of eight given instances."
    ),
    relation="exact",
    does_not_say="that they do so in more dimensions: from three on they may not",
    source=Source(
        "tong2001",
        match="special case",
        difference="the margins are theirs; the plane is worked out here, the paper was not seen",
    ),
    expected=Verdict.PROVED,
    formula=(simple, max_min, ratio),
    checks=(
        Check(Method.EXHAUSTIVE, one_pair, scope="the labels of 2 instances, 6 to ask"),
        Check(Method.EXHAUSTIVE, all_pairs, scope="2 labels of 8 instances", tier="normal"),
    ),
    controls={
        "instances of the lengths they have": (
            lambda sample, x: -abs(Fraction(inner(unnormalized(sample), x))),
        ),
        "farthest from the boundary": (lambda sample, x: -simple(sample, x),),
        "largest sum of squared margins": (lambda sample, x: sum(margins(sample, x), Fraction(0)),),
    },
    uses=("svm/center-of-the-largest-ball",),
)
