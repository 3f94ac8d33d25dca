r"""Expected confidence never falls.

Let :math:`C(f) = \sum_{i \in u} \max(f_i, 1 - f_i)`, with k counted as 1 once it is asked.
Soft labels are a martingale and :math:`\max(f, 1 - f)` is convex, so

.. math:: \mathbb E_y\, C(f^{+(k, y)}) - C(f) \ge \min(f_k, 1 - f_k) \ge 0 ,

where the first bound is what k gains itself.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._identities import chain
from proofs_checks._label_graphs import Case, Comparison, exhaustive, gain, solution
from proofs_checks._turned_labels import pieces

Least: TypeAlias = Callable[[Any], Any]  # gain, from f_k


def compare(least: Least, case: Case) -> Iterator[Comparison]:
    """Compare with the gain of every node, by solving for both answers."""
    f = solution(case)
    for k in case.free:
        claimed, computed = least(f[k]), gain(case, k)
        yield (case, f"asked {k}: gain {computed}, promised {claimed}"), True, computed >= claimed


def piece_by_piece(least: Least, rng: np.random.Generator) -> Finding:
    """Add what k gains, which is certain then, and what any other node does."""
    del rng

    def steps() -> Iterator[Finding]:
        t = sp.Symbol("t", positive=True)
        for sign in (-1, 0, 1):
            yield at_k(least, sp.Rational(1, 2) + sign * t, t)
        for name, *_, added in pieces():
            yield holds(name) if added.is_nonnegative else unknown(f"{name}: {added}")

    return chain(steps(), "k gains min(p, 1 - p), and no other node loses")


def at_k(least: Least, p: Any, t: Any) -> Finding:
    """Compare with 1 - max(p, 1 - p), for p at 1/2 or off by t."""
    gained, promised = 1 - sp.Max(p, 1 - p), sp.sympify(least(p))
    at = {t: sp.Rational(1, 4)}
    if (gained - promised).subs(at) < 0:
        return fails(f"p = {p.subs(at)}", claimed=promised.subs(at), computed=gained.subs(at))
    left = sp.expand(gained - promised)
    return holds("k") if left.is_nonnegative else unknown(f"k gains {left} more")


CLAIM: Claim[Least] = Claim(
    key="graphs/look-ahead/confidence",
    title="Expected confidence never falls",
    statement=(
        r"\mathbb E_y\, C(f^{+(k, y)}) - C(f) \ge \min(f_k, 1 - f_k), \quad"
        r" C(f) = \sum_{i \in u} \max(f_i, 1 - f_i), \quad L_{uu} \succ 0"
    ),
    plain=(
        "A question is expected to add at least the doubt in the asked node itself; by algebra for "
        "any graph, and by solving anew on all graphs with up to four nodes and weights 0, 1, 2."
    ),
    relation="lower",
    does_not_say="that confidence is right, nor that one particular answer cannot lower it",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda p: min(p, 1 - p),
    checks=(
        *exhaustive(compare),
        Check(
            Method.SYMBOLIC,
            piece_by_piece,
            scope="any number of nodes, given what one label changes",
            tier="normal",
        ),
    ),
    controls={
        "twice the variance": lambda p: 2 * p * (1 - p),
        "three halves of the doubt": lambda p: 3 * min(p, 1 - p) / 2,
        "the confidence": lambda p: max(p, 1 - p) / 2,
    },
    uses=("graphs/look-ahead/martingale", "graphs/look-ahead/rank-one"),
)
