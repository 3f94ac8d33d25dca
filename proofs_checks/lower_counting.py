r"""Counting: k hypotheses take at least :math:`\lceil \log_2 k \rceil` questions.

The answers to q questions take :math:`2^q` values at most, and each hypothesis needs
one of its own.  For the best worst-case depth :math:`D` over all query trees,

.. math:: D(\mathcal H) \ge \lceil \log_2 |\mathcal H| \rceil.

Thresholds attain it, so the bound cannot be raised.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._query_trees import least_depth, random_depth, small_depths
from proofs_checks._threshold_traces import MOST, trace

Bound: TypeAlias = Callable[[int], int]


def ceil_log2(size: int) -> int:
    """Return the least q with 2^q at least ``size``."""
    return (size - 1).bit_length()


def every_small_class(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare with the optimal query tree of each class."""
    del rng
    for of, depth in small_depths():
        allowed = bound(len(of.hypotheses))
        if depth < allowed:
            return fails(f"class {of.table()['hypotheses']}", claimed=allowed, computed=depth)
    return holds("the optimal trees of 273 classes are no shallower")


def thresholds_attain_it(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare with the optimal query trees of thresholds on n points."""
    del rng
    for n in range(1, MOST + 1):
        claimed, computed = bound(n + 1), least_depth(trace(n))
        if claimed != computed:
            return fails(f"thresholds on {n} points", claimed=claimed, computed=computed)
    return holds(f"thresholds on n <= {MOST} points attain the bound")


def random_class_of_five_points(bound: Bound, rng: np.random.Generator) -> Finding:
    """Try a random class of at most 12 hypotheses on 5 points."""
    of, depth = random_depth(rng)
    allowed = bound(len(of.hypotheses))
    outcome = holds if allowed <= depth else fails
    return outcome(f"class {of.table()['hypotheses']}", claimed=allowed, computed=depth)


CLAIM: Claim[Bound] = Claim(
    key="lower/queries/counting",
    title="Counting lower bound on queries",
    statement=(
        r"D(\mathcal H) \ge \lceil \log_2 |\mathcal H| \rceil,\ |\mathcal X| \le 3;"
        r" \quad = \text{ for thresholds on } n \le 7 \text{ points}"
    ),
    plain=(
        "A question has two answers, so k hypotheses take at least log2 k questions: for every "
        "class on at most three points; on up to seven points thresholds take no more."
    ),
    relation="lower",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="that so few suffice: a star takes one question for each of its points",
    source=Source("angluin1988queries", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=ceil_log2,
    checks=(
        Check(Method.EXHAUSTIVE, every_small_class, scope="all classes on at most 3 points"),
        Check(Method.EXHAUSTIVE, thresholds_attain_it, scope="thresholds on at most 7 points"),
    ),
    controls={
        "one question too many for powers of two": lambda size: size.bit_length(),
        "rounded down": lambda size: size.bit_length() - 1,
        "one question a hypothesis": lambda size: size - 1,
    },
    attack=random_class_of_five_points,
)
