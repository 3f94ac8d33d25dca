"""Deciding an identity, or a chain of them: proved by algebra, refuted by a value, or open."""

from collections.abc import Iterable, Mapping
from typing import Any

import sympy as sp

from altheory.ledger.finding import Finding, Outcome, fails, holds, unknown


def identical(claimed: Any, computed: Any, at: Mapping[Any, Any], evidence: str) -> Finding:
    """Compare two expressions; one value at the point ``at`` may refute, algebra must prove.

    >>> x = sp.Symbol("x")
    >>> identical((x + 1) ** 2, x**2 + 2 * x + 1, {x: 3}, "expand").outcome.value
    'holds'
    >>> identical(x, x**2, {x: 3}, "expand").outcome.value
    'fails'
    """
    difference = sp.sympify(claimed) - sp.sympify(computed)
    here, there = (sp.sympify(side).subs(dict(at)) for side in (claimed, computed))
    if (here - there).is_zero is False:
        where = ", ".join(f"{symbol} = {value}" for symbol, value in at.items())
        return fails(f"{evidence}: different at {where}", claimed=here, computed=there)
    # the general simplifier is slow, and rarely needed
    if any(reduce(difference) == 0 for reduce in (sp.expand, _collected, _over_one, sp.simplify)):
        return holds(evidence)
    return unknown(f"{evidence}: sympy leaves the difference {difference}")


def chain(steps: Iterable[Finding], evidence: str) -> Finding:
    """Return the first step of an argument that does not hold, or that all of them do.

    The steps may be a generator: none is taken after one that failed.

    >>> chain([holds("one"), holds("two")], "both").evidence
    'both'
    """
    for step in steps:
        if step.outcome is not Outcome.HOLDS:
            return step
    return holds(evidence)


def _collected(expression: Any) -> Any:
    return sp.expand(sp.powsimp(sp.expand(expression)))


def _over_one(expression: Any) -> Any:
    """Return the numerator over a common denominator."""
    return sp.expand(sp.fraction(sp.together(sp.expand(expression)))[0])
