r"""The law under which lifted points are uniform on the upper half sphere: Cauchy's.

The point x lifts to the unit vector :math:`u(x) = (x, 1)/\sqrt{1 + |x|^2}`, which takes dx to
an area of :math:`\sqrt{\det J^{\mathsf T} J} \, dx` with the Jacobian J of u.  A law has a
uniform lift iff its density is that over half the area of the sphere :math:`S^d`,

.. math:: f(x) = \frac{2}{|S^d|} \sqrt{\det J^{\mathsf T} J}
               = \frac{\Gamma(\frac{d+1}{2})}{\pi^{(d+1)/2}} (1 + |x|^2)^{-(d+1)/2} .
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Density: TypeAlias = Callable[[tuple[Any, ...]], Any]


def cauchy(xs: tuple[Any, ...]) -> Any:
    """Return the density of the multivariate Cauchy law."""
    d = sp.Integer(len(xs))
    power = (d + 1) / 2
    return sp.gamma(power) / sp.pi**power / (1 + _square(xs)) ** power


def _square(xs: tuple[Any, ...]) -> Any:
    return sum(x**2 for x in xs)


def area(d: int) -> Any:
    """Return the area of the unit sphere of d + 1 dimensions, from those two dimensions below."""
    return (sp.Integer(2), 2 * sp.pi)[d] if d < 2 else 2 * sp.pi / (d - 1) * area(d - 2)


def jacobian(d: int) -> Callable[[Density, np.random.Generator], Finding]:
    """Return the check that computes the area which the lift gives to dx."""

    def areas(formula: Density, rng: np.random.Generator) -> Finding:
        del rng
        xs = sp.symbols(f"x1:{d + 1}", real=True)
        length = sp.sqrt(1 + _square(xs))
        lift = sp.Matrix([*xs, 1]) / length
        j = lift.jacobian(xs)
        gram = sp.factor((j.T * j).applyfunc(sp.cancel).det(method="berkowitz"))
        # both sides are positive, so it is enough that their squares agree
        ratio = sp.cancel(sp.expand((formula(xs) * area(d) / 2) ** 2) / gram)
        if ratio != 1:
            return fails(f"d = {d}", claimed=formula(xs), computed=f"its square off by {ratio}")
        return holds(f"d = {d}: det J'J = {gram}")

    areas.__name__ = f"jacobian_in_dimension_{d}"
    return areas


def student(xs: tuple[Any, ...]) -> Any:
    """Return Student's law with two degrees of freedom."""
    d = sp.Integer(len(xs))
    scale = sp.gamma((d + 2) / 2) / (2 * sp.pi) ** (d / 2) / sp.gamma(1)
    return scale / (1 + _square(xs) / 2) ** ((d + 2) / 2)


def gaussian(xs: tuple[Any, ...]) -> Any:
    """Return the standard Gaussian law."""
    return sp.exp(-_square(xs) / 2) / (2 * sp.pi) ** (sp.Integer(len(xs)) / 2)


CLAIM: Claim[Density] = Claim(
    key="affine/cauchy/lift",
    title="The lift of Cauchy's law is uniform",
    statement=(
        r"\frac{\Gamma(\frac{d+1}2)}{\pi^{(d+1)/2}} (1 + |x|^2)^{-(d+1)/2}"
        r" = \frac{2}{|S^d|} \sqrt{\det J^{\mathsf T} J}, \quad"
        r" J = \frac{\partial}{\partial x} \frac{(x, 1)}{\sqrt{1 + |x|^2}}, \quad d = 1, 2, 3"
    ),
    plain=(
        "A Cauchy point x, seen as the direction (x, 1), is uniform on the upper half sphere, on "
        "the line, in the plane and in space."
    ),
    relation="identity",
    does_not_say="that the coordinates of x are independent: each is Cauchy, and they are not",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=cauchy,
    checks=(
        Check(Method.SYMBOLIC, jacobian(1), scope="d = 1"),
        Check(Method.SYMBOLIC, jacobian(2), scope="d = 2", tier="normal"),
        Check(Method.SYMBOLIC, jacobian(3), scope="d = 3", tier="long"),
    ),
    controls={
        "Student's law with two degrees of freedom": student,
        "a Gaussian law": gaussian,
        "half of it": lambda xs: cauchy(xs) / 2,
        "a power less": lambda xs: cauchy(xs) * sp.sqrt(1 + _square(xs)),
    },
)
