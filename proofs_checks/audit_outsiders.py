r"""Conditioning on a region of disagreement keeps differences of its members alone.

Let D be the region in which the members of V disagree.  For *any* two hypotheses

.. math:: \mathrm{err}(h) - \mathrm{err}(g) = P(D) (\mathrm{err}_D(h) - \mathrm{err}_D(g))
          + (1 - P(D)) (\mathrm{err}_{D^c}(h) - \mathrm{err}_{D^c}(g)),

and the second term vanishes if both are members of V.  So a learner may compare with labels of
D those that are left, but not them with one that it has dropped: an implementation that lets
dropped hypotheses compete in later rounds is off by what they err outside of D.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.spaces.finite import FiniteDistribution
from proofs_checks._conditioning import WEIGHTS, errors, regions
from proofs_checks._identities import identical

# From P(D), the errors of h and g on D and those outside to the difference of their errors.
Difference: TypeAlias = Callable[[Any, tuple[Any, Any], tuple[Any, Any]], Any]


def both_terms(mass: Any, inside: tuple[Any, Any], outside: tuple[Any, Any]) -> Any:
    """Return the difference inside and that outside, weighted."""
    return mass * (inside[0] - inside[1]) + (1 - mass) * (outside[0] - outside[1])


def of_members(mass: Any, inside: tuple[Any, Any], outside: tuple[Any, Any]) -> Any:
    """Return what is the difference for members."""
    del outside
    return mass * (inside[0] - inside[1])


def total_error(difference: Difference, rng: np.random.Generator) -> Finding:
    """Split the errors of any two hypotheses into those inside and outside."""
    del rng
    mass = sp.Symbol("mass", nonnegative=True)
    inside, outside = sp.symbols("h_in g_in"), sp.symbols("h_out g_out")
    whole = [mass * i + (1 - mass) * o for i, o in zip(inside, outside, strict=True)]
    symbols = (mass, *inside, *outside)
    at = dict(zip(symbols, map(sp.Rational, ("1/3", "1/2", "1/5", "1/7", "1/4")), strict=True))
    claimed = difference(mass, inside, outside)
    return identical(claimed, whole[0] - whole[1], at, "all masses, errors inside and outside")


def every_pair(difference: Difference, rng: np.random.Generator) -> Finding:
    """Take every region, every two hypotheses and all labels on three points."""
    del rng
    everything, cases, apart = regions(3)[-1], 0, 0
    for region in regions(3)[1:-1]:
        mass = FiniteDistribution(WEIGHTS).mass(region)
        for truth in regions(3):
            within, beyond, whole = (errors(truth, r) for r in (region, ~region, everything))
            for h, g in product(regions(3), repeat=2):
                inside, outside = (within[h], within[g]), (beyond[h], beyond[g])
                computed = whole[h] - whole[g]
                if difference(mass, inside, outside) != computed:
                    where = f"D = {region}, + is right on {truth}, h = {h}, g = {g}"
                    claimed = difference(mass, inside, outside)
                    return fails(where, claimed=claimed, computed=computed)
                cases, apart = cases + 1, apart + (of_members(mass, inside, outside) != computed)
    said = f"{cases} cases; in {apart} the difference on D alone is another one"
    return holds(said, claimed=Fraction(apart, cases))


CLAIM: Claim[Difference] = Claim(
    key="audit/conditioning/outsiders",
    title="Differences survive conditioning for members only",
    statement=(
        r"\mathrm{err}(h) - \mathrm{err}(g) = P(D) (\mathrm{err}_D(h) - \mathrm{err}_D(g))"
        r" + (1 - P(D)) (\mathrm{err}_{D^c}(h) - \mathrm{err}_{D^c}(g))"
    ),
    plain=(
        "Labels of the region of disagreement compare hypotheses that agree outside of it; with "
        "one that was dropped the comparison is off by what both err outside."
    ),
    relation="identity",
    does_not_say="that the second term is large: it is at most the mass outside of the region",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=both_terms,
    checks=(
        Check(Method.SYMBOLIC, total_error, scope="all masses and errors"),
        Check(
            Method.EXHAUSTIVE,
            every_pair,
            scope="three points of weights 1, 2, 4: every region, label and two hypotheses",
            tier="normal",
        ),
    ),
    controls={
        "dropped hypotheses as if they were members": of_members,
        "the mass outside forgotten": lambda mass, inside, outside: (
            mass * (inside[0] - inside[1]) + outside[0] - outside[1]
        ),
        "the difference on the region": lambda _mass, inside, _outside: inside[0] - inside[1],
    },
    uses=("noise/conditioning/differences",),
)
