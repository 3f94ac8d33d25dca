r"""How many questions always suffice: one for each rival, or one for each point.

For the best worst-case depth D over query trees of a class on n points

.. math:: D(\mathcal H) \le \min(n,\ |\mathcal H| - 1).

Each question that splits what remains removes a hypothesis.  A star attains the
bound with n points and n + 1 hypotheses.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.complexity.star import star_set
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._query_trees import least_depth, random_depth, small_depths
from proofs_checks._small_classes import star

Bound: TypeAlias = Callable[[int, int], int]


def rivals_or_points(n_points: int, size: int) -> int:
    """Return the bound for a class of ``size`` on ``n_points`` points."""
    return min(n_points, size - 1)


def star_counterexample(n: int, allowed: int) -> Counterexample:
    """Return the star of n points, whose center takes n questions."""
    python = f"""\
n, allowed = {n}, {allowed}  # questions said to suffice for n + 1 hypotheses on n points
rows = ["-" * n] + ["-" * x + "+" + "-" * (n - x - 1) for x in range(n)]


def depth(rows):  # the fewest questions that always identify one of the rows
    splits = [[[r for r in rows if r[x] == y] for y in "-+"] for x in range(n)]
    useful = [pair for pair in splits if all(pair)]
    return min((1 + max(map(depth, pair)) for pair in useful), default=0)


assert len(rows) == n + 1 and depth(rows) > allowed
"""
    return Counterexample(star_set(star(n)).certificate(), python)


def stars(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare with the optimal trees of stars, which must be no deeper, then no shallower."""
    del rng
    cases = [(n, bound(n, n + 1), least_depth(star(n))) for n in range(1, 9)]
    exceeded = [case for case in cases if case[2] > case[1]]
    loose = [case for case in cases if case[2] < case[1]]
    for n, allowed, depth in exceeded + loose:
        witness = star_counterexample(n, allowed) if depth > allowed else None
        where = f"star of {n} points"
        return fails(where, claimed=allowed, computed=depth, counterexample=witness)
    return holds("stars of at most 8 points attain the bound", claimed=8, computed=8)


def every_small_class(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare with the optimal query tree of each class."""
    del rng
    for of, depth in small_depths():
        allowed = bound(of.n_points, len(of.hypotheses))
        if depth > allowed:
            return fails(f"class {of.table()['hypotheses']}", claimed=allowed, computed=depth)
    return holds("the optimal trees of 273 classes are no deeper")


def random_class_of_five_points(bound: Bound, rng: np.random.Generator) -> Finding:
    """Try a random class of at most 12 hypotheses on 5 points."""
    of, depth = random_depth(rng)
    allowed = bound(5, len(of.hypotheses))
    outcome = holds if depth <= allowed else fails
    return outcome(f"class {of.table()['hypotheses']}", claimed=allowed, computed=depth)


CHECKS: tuple[Check[Bound], ...] = (
    Check(Method.EXHAUSTIVE, every_small_class, scope="all classes on at most 3 points"),
    Check(Method.EXHAUSTIVE, stars, scope="stars of at most 8 points"),
)

CLAIM: Claim[Bound] = Claim(
    key="lower/queries/at-most-rivals",
    title="One question a rival suffices",
    statement=(
        r"D(\mathcal H) \le \min(|\mathcal X|, |\mathcal H| - 1),\ |\mathcal X| \le 3;"
        r" \quad = \text{ for stars of } n \le 8 \text{ points}"
    ),
    plain=(
        "On at most three points, one question a rival, or one a point, always suffices; a star "
        "of up to eight points needs as many."
    ),
    relation="upper",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="that so many are needed: thresholds take a logarithm of their number",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=rivals_or_points,
    checks=CHECKS,
    controls={
        "binary search always works": lambda _, size: (size - 1).bit_length(),
        "the last point comes for free": lambda n, size: min(n, size - 1) - (size > 1),
        "half of the points": lambda n, size: min((n + 1) // 2, size - 1),
    },
    attack=random_class_of_five_points,
)
