r"""Where separators that agree with labels do not disagree: in the cone of the signed examples.

With strict labels, :math:`V = \{w : w \cdot z_i > 0\} \ne \emptyset` and :math:`x \ne 0`,

.. math:: x \notin \mathrm{DIS} \iff x \text{ or } {-x} = \textstyle\sum_i \lambda_i z_i,\;
          \lambda \ge 0 .

If x is such a sum, :math:`w \cdot x > 0` for every w in V.  If neither is one, Farkas gives w
and w' with :math:`w \cdot x < 0 < w' \cdot x` and :math:`w \cdot z_i \ge 0`, and a little of a
member of V makes the last strict.
"""

from collections.abc import Callable, Iterator
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.certificate import forced_label, two_witnesses
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_cones import Row, cube, multipliers, negative, samples, satisfiable

# From signed examples and an instance: is its label the same for all?
Sure: TypeAlias = Callable[[tuple[Row, ...], Row], bool]


def in_cone(rows: tuple[Row, ...], x: Row) -> bool:
    """Decide whether x or -x is in the cone of the signed examples."""
    return any(multipliers(rows, end) is not None for end in (x, negative(x)))


def in_open_cone(rows: tuple[Row, ...], x: Row) -> bool:
    """Decide it as if the boundary of the cone did not belong to it."""
    return any(all(multipliers(rows, end) or [0]) for end in (x, negative(x)))


def cases(d: int, most: int) -> Iterator[tuple[tuple[Row, ...], Row]]:
    """Go through consistent signed examples and instances with coordinates -1, 0, 1."""
    for rows in samples(cube(d), range(most + 1)):
        if satisfiable(rows):
            yield from ((rows, x) for x in cube(d))


def eliminated(d: int, most: int) -> Callable[[Sure, np.random.Generator], Finding]:
    """Return the check that looks for members on both sides by elimination."""

    def sides(formula: Sure, rng: np.random.Generator) -> Finding:
        del rng
        n_cases = 0
        for rows, x in cases(d, most):
            both = satisfiable([*rows, x]) and satisfiable([*rows, negative(x)])
            if formula(rows, x) == both:
                return fails(f"{rows} and x = {x}", claimed=formula(rows, x), computed=not both)
            n_cases += 1
        return holds(f"d = {d}, at most {most} labels: {n_cases} cases")

    sides.__name__ = f"members_on_both_sides_in_dimension_{d}"
    return sides


def certified(formula: Sure, rng: np.random.Generator) -> Finding:
    """Let the checker judge multipliers where the formula is sure, and witnesses elsewhere."""
    del rng
    normals = [w for w in product(range(-3, 4), repeat=2) if any(w)]
    n_cases = 0
    for rows, x in cases(2, 2):
        agree = [w for w in normals if all(_product(w, z) > 0 for z in rows)]
        if not accepted(_certificate(rows, x, agree, sure=formula(rows, x))):
            return fails(f"{rows} and x = {x}", claimed=formula(rows, x))
        n_cases += 1
    return holds(f"{n_cases} certificates")


def _certificate(rows: tuple[Row, ...], x: Row, agree: list[Row], *, sure: bool) -> object:
    """Return what proves that x is sure, or that it is not; None if nothing does."""
    of, sample = {"class": "sphere", "dimension": len(x)}, [(z, 1) for z in rows]
    if not sure:
        pair = [next((w for w in agree if y * _product(w, x) > 0), None) for y in (-1, 1)]
        return None if None in pair else two_witnesses(of, sample, x, pair)
    for y, end in ((1, x), (-1, negative(x))):
        shares = multipliers(rows, end)
        if shares is not None:
            return forced_label(of, sample, x, y, multipliers=shares, witness=agree[0])
    return None


def _product(w: Row, x: Row) -> int:
    return sum(a * b for a, b in zip(w, x, strict=True))


CLAIM: Claim[Sure] = Claim(
    key="sphere/farkas",
    title="Where separators do not disagree",
    statement=(
        r"x \notin \mathrm{DIS}(V) \iff x \text{ or } {-x} \in \operatorname{cone}\{y_i x_i\},"
        r" \quad V \ne \emptyset,\ x, x_i \in \{-1, 0, 1\}^d \setminus \{0\}:"
        r"\ d = 2 \text{ and } n \le 3,\ d = 3 \text{ and } n \le 2"
    ),
    plain=(
        "The label of an instance is sure iff it or its opposite is a sum of signed examples"
        " with weights >= 0: coordinates -1, 0, 1, to three labels in the plane, two in space."
    ),
    relation="exact",
    assumptions=frozenset({"realizable"}),
    does_not_say="the same of labels that allow w.x = 0: there it fails on the boundary",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=in_cone,
    checks=(
        Check(Method.EXHAUSTIVE, eliminated(2, 2), scope="d = 2, n <= 2, coordinates -1, 0, 1"),
        Check(
            Method.CERTIFICATE,
            certified,
            scope="d = 2, n <= 2, coordinates -1, 0, 1, by certificates",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            eliminated(2, 3),
            scope="d = 2, n <= 3, coordinates -1, 0, 1",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            eliminated(3, 2),
            scope="d = 3, n <= 2, coordinates -1, 0, 1",
            tier="long",
        ),
    ),
    controls={
        "x alone": lambda rows, x: multipliers(rows, x) is not None,
        "without the last label": lambda rows, x: in_cone(rows[:-1], x),
        "without the boundary of the cone": in_open_cone,
        "only the signed examples themselves": lambda rows, x: x in rows or negative(x) in rows,
    },
)
