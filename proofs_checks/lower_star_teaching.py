r"""To be sure of the center of a star one must ask at each of its points.

Let :math:`x_1, \dots, x_s` be a star set around h.  If labels may be bought at these
points only, every set of labels that leaves only h on them has size s:

.. math:: TD(h, \mathcal H|_{\{x_1, \dots, x_s\}}) = s.

Whoever leaves out the i-th point cannot tell h from its i-th neighbor.  "Only" is
essential: a neighbor may differ from h at further points, and one label there may
rule out many neighbors at once.  It is the adversary who restricts the points, by
giving the law all its mass on the star.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from altheory.complexity.star import StarSet, star_set
from altheory.complexity.teaching import specifying_set, teaching_dimension
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import (
    Check,
    Claim,
    Counterexample,
    Finding,
    Method,
    Outcome,
    Source,
    Verdict,
    fails,
    holds,
)
from altheory.spaces.finite import FiniteRegion
from proofs_checks._small_classes import hypotheses, random_class, small_classes

Askable: TypeAlias = Callable[[StarSet], Sequence[int]]


def points_of_the_star(star: StarSet) -> Sequence[int]:
    """Return the points at which labels may be bought: the star."""
    return star.points


def labels_for_the_center(star: StarSet, points: Sequence[int]) -> int:
    """Return the fewest labels at some points that leave one labeling of them."""
    restricted = FiniteClass.restriction(hypotheses(star.of), points)
    center = [i for i, x in enumerate(points) if star.center(x) == 1]
    return len(specifying_set(restricted, FiniteRegion.of(len(points), center)))


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


def compare(askable: Askable, of: FiniteClass) -> Finding:
    """Compare the labels that the center of the largest star needs with its size."""
    star = star_set(of)
    needed = labels_for_the_center(star, askable(star)) if askable(star) else 0
    if needed >= len(star):
        return holds(f"a star of {len(star)} points", claimed=len(star), computed=needed)
    witness = refutation(star) if teaching_dimension(of) < len(star) else None
    where = f"class {of.table()['hypotheses']}, star {star.points} around {star.center}"
    return fails(where, claimed=f">= {len(star)}", computed=needed, counterexample=witness)


def every_small_class(askable: Askable, rng: np.random.Generator) -> Finding:
    """Look at the largest star of each class."""
    del rng
    for of in small_classes():
        finding = compare(askable, of)
        if finding.outcome is Outcome.FAILS:
            return finding
    return holds("the largest stars of 273 classes")


def random_star(askable: Askable, rng: np.random.Generator) -> Finding:
    """Try the largest star of a random class on 5 points."""
    return compare(askable, random_class(rng, 5))


CHECKS: tuple[Check[Askable], ...] = (
    Check(Method.EXHAUSTIVE, every_small_class, scope="all classes on at most 3 points"),
)

CLAIM: Claim[Askable] = Claim(
    key="lower/teaching/star",
    title="A star costs a label a point",
    statement=(
        r"TD(h, \mathcal H|_S) \ge |S| \text{ for each star set } S \text{ around } h,"
        r" \quad |\mathcal X| \le 3"
    ),
    plain="On the points of a star, being sure of its center takes the label of every point.",
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
