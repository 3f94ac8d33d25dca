r"""How much of the version space n labels leave on average: a moment of the distance.

A random hypothesis w is left iff it agrees with the target at all n instances, and given
the two it does so with the probability :math:`(1 - D)^n`, where
:math:`D = P(h_w(x) \ne h_{w^*}(x))`.  So for target and w drawn from one prior

.. math:: \mathbb E \operatorname{vol}(V_n) = \mathbb E (1 - D)^n ,

and on the sphere :math:`D = \theta / \pi` has the density of an angle.  In the plane the
version space is an arc between neighbors of n uniform directions.  In every dimension two
instances cut out four lunes, whose angles are theirs.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sphere_version_space import expected_volume_sphere
from proofs_checks._identities import chain, identical
from proofs_checks._small_classes import small_classes

Mean: TypeAlias = Callable[[Callable[[Any], Any]], Any]  # of a function of the distance
Volume: TypeAlias = Callable[[Mean, int], Any]


def moment(mean: Mean, n: int) -> Any:
    """Return the mean of the n-th power of the agreement."""
    return mean(lambda distance: (1 - distance) ** n)


def finite_classes(formula: Volume, rng: np.random.Generator) -> Finding:
    """Average over all targets and all samples of n instances, uniform on a small domain."""
    del rng
    cases = 0
    for of in small_classes():
        masks, points = of.hypotheses, range(of.n_points)
        size, laws = len(masks), list(product(of.hypotheses, repeat=2))
        for n in (1, 2, 3):
            left = Fraction(0)
            for target, xs in product(masks, product(points, repeat=n)):
                left += sum(all((m ^ target) >> x & 1 == 0 for x in xs) for m in masks)
            computed = left / (size**2 * of.n_points**n)
            distances = [Fraction((g ^ h).bit_count(), of.n_points) for g, h in laws]
            claimed = formula(_mean_of(distances), n)
            if claimed != computed:
                where = f"class {of.table()['hypotheses']}, n = {n}"
                return fails(where, claimed=claimed, computed=computed)
            cases += 1
    return holds(f"{cases} pairs of a class on at most 3 points and n <= 3")


def _mean_of(distances: list[Fraction]) -> Mean:
    return lambda of: sum(map(of, distances)) / len(distances)


def sphere(d: int) -> Mean:
    """Return the law of the distance of two uniform separators: means of polynomials."""
    share = sp.Symbol("D")

    def mean(of: Callable[[Any], Any]) -> Any:
        terms = sp.Poly(of(share), share).terms()
        return sp.expand(sum(factor * _moment(d, power) for (power,), factor in terms))

    return mean


@cache
def _moment(d: int, power: int) -> Any:
    """Return the mean of a power of the distance."""
    angle = sp.Symbol("theta", positive=True)
    weight = sp.expand_trig(sp.sin(angle) ** (d - 2))
    above = sp.integrate((angle / sp.pi) ** power * weight, (angle, 0, sp.pi))
    return sp.expand(above / sp.integrate(weight, (angle, 0, sp.pi)))


def arcs(formula: Volume, rng: np.random.Generator) -> Finding:
    """Compare with gaps in the plane: n hyperplanes cut the circle into 2n arcs.

    The target falls into an arc in proportion to it, so that its share of half the circle
    has the law of the larger of two numbers, the second least and the least, of n gaps:
    density n (n - 1) v (1 - v)^(n - 2).
    """
    del rng
    v, steps = sp.Symbol("v", positive=True), list[Finding]()
    for n in range(2, 5):
        density = n * (n - 1) * v * (1 - v) ** (n - 2)
        computed = sp.integrate(sp.expand(density * v / 2), (v, 0, 1))
        steps.append(identical(formula(sphere(2), n), computed, {}, f"d = 2, n = {n}"))
    return chain(steps, "arcs of the plane, n = 2, 3, 4")


def lunes(formula: Volume, rng: np.random.Generator) -> Finding:
    """Compare with the four lunes of two instances: pairs of the angles a and pi - a."""
    del rng
    steps = list[Finding]()
    for d in (2, 3, 4):
        shares = sphere(d)(lambda t: 2 * (t / 2) ** 2 + 2 * ((1 - t) / 2) ** 2)
        steps.append(identical(formula(sphere(d), 2), shares, {}, f"d = {d}, n = 2"))
    return chain(steps, "four lunes, d = 2, 3, 4")


def as_printed(formula: Volume, rng: np.random.Generator) -> Finding:
    """Compare with the package's function."""
    del rng
    steps = (
        identical(
            expected_volume_sphere(d, n).exact, formula(sphere(d), n), {}, f"d = {d}, n = {n}"
        )
        for d in (2, 3, 4)
        for n in (1, 2, 5)
    )
    return chain(steps, "d = 2, 3, 4 and n = 1, 2, 5")


CLAIM: Claim[Volume] = Claim(
    key="sphere/version-space/volume",
    title="Mean volume of the version space",
    statement=(
        r"\mathbb E \operatorname{vol}(V_n) = \mathbb E (1 - \theta / \pi)^n,"
        r" \quad (d, n) \in \{2\} \times \{2, 3, 4\} \cup \{2, 3, 4\} \times \{2\}"
    ),
    plain=(
        "Labels leave on average the n-th moment of how far two random separators agree: checked "
        "for up to four labels in the plane, two in dimensions 2 to 4, and on every class on at "
        "most three points."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target"}),
    does_not_say="the mass of the disagreement region, which is far larger",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=moment,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            finite_classes,
            scope="all classes on at most 3 points, n <= 3, all samples",
            tier="normal",
        ),
        Check(Method.SYMBOLIC, arcs, scope="d = 2, n = 2, 3, 4"),
        Check(Method.SYMBOLIC, lunes, scope="n = 2, d = 2, 3, 4", tier="normal"),
        Check(
            Method.SYMBOLIC,
            as_printed,
            scope="the function of the package, d = 2, 3, 4, n = 1, 2, 5",
            tier="normal",
        ),
    ),
    controls={
        "a power less": lambda mean, n: mean(lambda distance: (1 - distance) ** (n - 1)),
        "the power of the mean": lambda mean, n: (1 - mean(lambda distance: distance)) ** n,
        "two-sided": lambda mean, n: mean(lambda distance: (1 - 2 * distance) ** n),
    },
)
