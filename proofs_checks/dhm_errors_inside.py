r"""Errors inside the region of disagreement are all that matters to pairs of hypotheses.

Let h and g be members of V, and count of each bought label inside :math:`\mathrm{DIS}(V)` whether
it is missed.  On every labeled instance

.. math:: 1\{h \text{ errs}, g \text{ does not}\} \le 1\{x \in \mathrm{DIS}(V)\}\, 1\{h(x) \ne y\},

and the difference of the left side for (h, g) and for (g, h) is that of the right side.  So the
errors that all members share need not be in the roots of DHM's inequality.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np

from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_classes import few_classes, rows, small_classes

# What is counted of a label: whether it lies inside, and whether the hypothesis misses it.
Counted: TypeAlias = Callable[[bool, bool], Any]


def inside_alone(is_inside: bool, errs: bool) -> int:
    """Count an error inside."""
    return int(is_inside and errs)


def gone_through(counted: Counted, classes: Iterable[FiniteClass]) -> Finding:
    """Compare bound and difference, for all members of a class and all labeled instances.

    A version space is itself a class, so all classes are all version spaces.
    """
    seen = 0
    for of in classes:
        region = of.version_space().disagreement()
        for h, g, x, y in product(of.hypotheses, of.hypotheses, range(of.n_points), (0, 1)):
            h_errs, g_errs = (h >> x & 1) != y, (g >> x & 1) != y
            mine, other = counted(x in region, h_errs), counted(x in region, g_errs)
            alone = h_errs and not g_errs
            if alone > mine or alone - (g_errs and not h_errs) != mine - other:
                where = f"{rows(of.n_points, of.hypotheses)}, ({x}, {y}), h = {h:b}, g = {g:b}"
                return fails(where, claimed=(mine, other), computed=(h_errs, g_errs))
            seen += 1
    return holds(f"{seen} pairs of members at a labeled instance")


def few(counted: Counted, rng: np.random.Generator) -> Finding:
    """Go through the classes on two points, a star and a cube."""
    del rng
    return gone_through(counted, few_classes())


def small(counted: Counted, rng: np.random.Generator) -> Finding:
    """Go through all classes on three points."""
    del rng
    return gone_through(counted, small_classes())


CLAIM: Claim[Counted] = Claim(
    key="dhm/errors-inside",
    title="Pairs of hypotheses differ by errors inside the region of disagreement",
    statement=(
        r"h, g \in V \implies 1\{h \text{ errs}, g \text{ not}\} \le 1\{x \in \mathrm{DIS}(V)\}"
        r" 1\{h(x) \ne y\}, \text{ and the differences for } (h, g) - (g, h) \text{ are equal"
        r" (all classes on up to three points)}"
    ),
    plain=(
        "That one of two remaining hypotheses errs and the other does not happens inside the "
        "region of disagreement only, so that errors inside bound it and differ as it does: gone "
        "through for all 273 classes on up to three points."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "how many labels that saves; nor that errors outside may be forgotten where errors "
        "themselves are bounded, and not their differences"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=inside_alone,
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="20 classes on up to three points"),
        Check(Method.EXHAUSTIVE, small, scope="all classes on up to three points", tier="normal"),
    ),
    controls={
        "errors outside alone": lambda is_inside, errs: int(errs and not is_inside),
        "half of the errors inside": lambda is_inside, errs: Fraction(is_inside and errs, 2),
        "every label inside": lambda is_inside, _errs: int(is_inside),
    },
)
