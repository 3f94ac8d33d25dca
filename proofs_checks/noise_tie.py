r"""The tie of the simulator has two best thresholds, exactly, and no other.

Labels are - below 1/2, + on the next w, - on the next w, + from :math:`1/2 + 2w` on.
For every threshold :math:`t \in [0, 1]` under the uniform law, with :math:`0 < w < 1/4`,

.. math:: \mathrm{err}(h_t) - w = \min(|t - \tfrac12|, |t - \tfrac12 - 2w|) \ge 0,

with equality at :math:`t = 1/2` and :math:`t = 1/2 + 2w` alone.  Why: a threshold errs
on the + labels below it and on the - labels from it on, two lengths that change with
slope one; the error has two valleys of the same depth.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.oracles.tie import tie
from proofs_checks._identities import chain, identical

Excess: TypeAlias = Callable[[Any, Any], Any]

GRID = 40


def excess(t: Any, w: Any) -> Any:
    """Return the excess error of the threshold at ``t`` for blocks of width ``w``."""
    half = sp.Rational(1, 2)
    return sp.Min(sp.Abs(t - half), sp.Abs(t - half - 2 * w))


def places() -> Iterator[tuple[str, Any, Any, Any, dict[Any, Any]]]:
    """Yield each place of a threshold: its cut, the width, its error, and an example.

    ``u`` is what lies between the threshold and the start of its piece, and ``v`` what
    lies between it and the end: both may be zero.
    """
    u, v = sp.symbols("u v", nonnegative=True)
    w, half = sp.Symbol("w", positive=True), sp.Rational(1, 2)
    there = {u: sp.Rational(1, 20), v: sp.Rational(1, 30), w: sp.Rational(1, 10)}
    yield "below", half - u, w, w + u, there
    # on the first block the + before the threshold and the whole second block are wrong
    yield "first block", half + u, u + v, u + (u + v), there
    # on the second block the whole first one and what is left of the second are wrong
    yield "second block", half + u + v + u, u + v, (u + v) + v, there
    yield "above", half + 2 * w + u, w, w + u, there


def piece_by_piece(formula: Excess, rng: np.random.Generator) -> Finding:
    """Prove the excess on each of the four pieces, with both ends."""
    del rng
    steps = (
        identical(formula(t, w), sp.expand(error - w), there, name)
        for name, t, w, error, there in places()
    )
    return chain(steps, "below, on the two blocks, above: the excess, zero at two places alone")


def thresholds_on_a_grid(formula: Excess, rng: np.random.Generator) -> Finding:
    """Compare with the errors of thresholds under the package's label law."""
    del rng
    law, widths = Thresholds().law(), [Fraction(k, 20) for k in range(1, 5)]
    for w, t in product(widths, (Fraction(k, GRID) for k in range(GRID + 1))):
        computed = tie(w).error(Threshold(t).positive, law) - w
        claimed = Fraction(str(formula(sp.Rational(str(t)), sp.Rational(str(w)))))
        if claimed != computed:
            return fails(f"width {w}, threshold {t}", claimed=claimed, computed=computed)
    return holds(f"{len(widths)} widths, {GRID + 1} thresholds")


CLAIM: Claim[Excess] = Claim(
    key="noise/tie/two-best-thresholds",
    title="The tie has exactly two best thresholds",
    statement=(
        r"\mathrm{err}(h_t) - w = \min(|t - \tfrac12|, |t - \tfrac12 - 2w|),"
        r" \quad t \in [0, 1],\ 0 < w < \tfrac14"
    ),
    plain="Two thresholds, a fifth apart by default, err equally often and all others more.",
    relation="exact",
    assumptions=frozenset({"uniform law"}),
    does_not_say="which of the two a learner should return: either is right",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=excess,
    checks=(
        Check(Method.SYMBOLIC, piece_by_piece, scope="all t and w"),
        Check(
            Method.EXHAUSTIVE,
            thresholds_on_a_grid,
            scope="w = 1/20 to 1/5, thresholds at multiples of 1/40",
            tier="normal",
        ),
    ),
    controls={
        "the first threshold alone": lambda t, _w: sp.Abs(t - sp.Rational(1, 2)),
        "the middle of the two is best": lambda t, w: sp.Abs(t - sp.Rational(1, 2) - w),
        "twice the slope": lambda t, w: 2 * excess(t, w),
        "valleys one width apart": lambda t, w: excess(t, w / 2),
    },
)
