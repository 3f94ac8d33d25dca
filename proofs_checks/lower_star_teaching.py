r"""To be sure of the center of a star one must ask at each of its points.

Let :math:`x_1, \dots, x_s` be a star set around h.  If labels may be bought at these
points only, every set of labels that leaves only h on them has size s:

.. math:: TD(h, \mathcal H|_{\{x_1, \dots, x_s\}}) \ge s.

Whoever leaves out the i-th point cannot tell h from its i-th neighbor.  "Only" is
essential: a neighbor may differ from h at further points, and one label there may
rule out many neighbors at once.  It is the adversary who restricts the points, by
giving the law all its mass on the star.
"""

from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import TypeAlias

import numpy as np

from altheory.complexity.star import StarSet, star_set
from altheory.complexity.teaching import specifying_set, teaching_dimension
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, Outcome, fails, holds
from altheory.spaces.finite import FiniteRegion
from proofs_checks._small_classes import random_class, small_classes, star_sets

Askable: TypeAlias = Callable[[StarSet], Sequence[int]]


def points_of_the_star(star: StarSet) -> Sequence[int]:
    """Return the points at which labels may be bought: the star."""
    return star.points


@cache
def fewest_labels(n_points: int, masks: tuple[int, ...], center: int) -> int:
    """Return the size of a smallest set of labels that leaves one labeling."""
    return len(specifying_set(FiniteClass(n_points, masks), FiniteRegion(n_points, center)))


def labels_for_the_center(star: StarSet, points: Sequence[int]) -> int:
    """Return the fewest labels at some points that single out the center on them."""

    def seen(mask: int) -> int:
        return sum(1 << i for i, x in enumerate(points) if mask >> x & 1)

    labelings = tuple(sorted(set(map(seen, star.of.hypotheses))))
    return fewest_labels(len(points), labelings, seen(star.center.positive.mask))


def refutation(star: StarSet) -> Counterexample:
    """Show the star, and that fewer labels single out any hypothesis of the class."""
    python = f"""\
from itertools import combinations

rows = {star.of.table()["hypotheses"]}
center, star = "{star.center}", {star.points}
for x in star:  # some row differs from the center at x and at no other point of the star
    assert any([y for y in star if row[y] != center[y]] == [x] for row in rows)
fewer = list(combinations(range(len(center)), len(star) - 1))
for row in rows:  # one label less than the star has points leaves this row alone
    left = [[other for other in rows if all(other[x] == row[x] for x in s)] for s in fewer]
    assert [row] in left
"""
    return Counterexample(star.certificate(), python)


def compare(askable: Askable, star: StarSet) -> Finding:
    """Compare the labels that the center of a star needs with its size."""
    points = askable(star)
    needed = labels_for_the_center(star, points) if points else 0
    if needed >= len(star):
        return holds(f"a star of {len(star)} points", claimed=len(star), computed=needed)
    witness = refutation(star) if teaching_dimension(star.of) < len(star) else None
    where = f"class {star.of.table()['hypotheses']}, star {star.points} around {star.center}"
    return fails(where, claimed=f">= {len(star)}", computed=needed, counterexample=witness)


def every(askable: Askable, stars: Iterable[StarSet]) -> Finding:
    """Compare star after star until one needs fewer labels."""
    n_stars = 0
    for star in stars:
        finding = compare(askable, star)
        if finding.outcome is Outcome.FAILS:
            return finding
        n_stars += 1
    return holds(f"{n_stars} star sets")


def every_star_set(askable: Askable, rng: np.random.Generator) -> Finding:
    """Look at all star sets of each class, around all of its hypotheses."""
    del rng
    return every(askable, (star for of in small_classes() for star in star_sets(of)))


def the_largest_stars(askable: Askable, rng: np.random.Generator) -> Finding:
    """Look at the largest star set of each class, whose size is the star number."""
    del rng
    return every(askable, map(star_set, small_classes()))


def random_star(askable: Askable, rng: np.random.Generator) -> Finding:
    """Try the largest star of a random class on 5 points."""
    return compare(askable, star_set(random_class(rng, 5)))


CHECKS: tuple[Check[Askable], ...] = (
    Check(
        Method.EXHAUSTIVE,
        every_star_set,
        scope="every star set of all classes on at most 3 points",
        tier="normal",
    ),
    Check(
        Method.EXHAUSTIVE,
        the_largest_stars,
        scope="a largest star set of all classes on at most 3 points",
    ),
)

CLAIM: Claim[Askable] = Claim(
    key="lower/teaching/star",
    title="A star costs a label a point",
    statement=(
        r"TD(h, \mathcal H|_S) \ge |S| \text{ for each star set } S \text{ around } h,"
        r" \quad |\mathcal X| \le 3"
    ),
    plain=(
        "If labels are bought only on the points of a star, at most three of them, being sure of "
        "its center takes the label of every point."
    ),
    relation="lower",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="anything if labels may be bought elsewhere: there one label may say more",
    source=Source("hanneke2015minimax", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=points_of_the_star,
    checks=CHECKS,
    controls={
        "labels at all points": lambda star: range(star.of.n_points),
        "labels at one point less": lambda star: star.points[1:],
        "labels at one point of another kind": lambda star: sorted(
            {*star.points, *[x for x in range(star.of.n_points) if x not in star.points][:1]}
        ),
    },
    attack=random_star,
)
