r"""When no separator agrees with strict labels: 0 is a sum of the signed examples.

.. math:: \{w : w \cdot z_i > 0\} = \emptyset \iff 0 = \textstyle\sum_i \lambda_i z_i
          \text{ for some } \lambda \ge 0, \text{ not all } 0,

which is Gordan's theorem: some :math:`-z_i` is in the cone of the others.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.certificate import empty_version_space
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_cones import Row, cube, multipliers, negative, samples, satisfiable

Empty: TypeAlias = Callable[[tuple[Row, ...]], bool]


def balanced(rows: tuple[Row, ...]) -> bool:
    """Decide whether 0 is a sum of the rows with weights >= 0, not all 0."""
    return any(multipliers(_without(rows, i), negative(z)) for i, z in enumerate(rows))


def antipodal(rows: tuple[Row, ...]) -> bool:
    """Decide whether two rows are opposite: a false twin."""
    return any(negative(z) in rows for z in rows)


def dependent(rows: tuple[Row, ...]) -> bool:
    """Decide whether the weights may have any sign: a false twin."""
    both = [z for row in rows for z in (row, negative(row))]
    return any(multipliers([z for z in both if z not in (row, negative(row))], row) for row in rows)


def _without(rows: tuple[Row, ...], i: int) -> tuple[Row, ...]:
    return rows[:i] + rows[i + 1 :]


def eliminated(d: int, most: int) -> Callable[[Empty, np.random.Generator], Finding]:
    """Return the check that looks for a normal by elimination."""

    def normals(formula: Empty, rng: np.random.Generator) -> Finding:
        del rng
        n_cases = 0
        for rows in samples(cube(d), range(most + 1)):
            if formula(rows) == satisfiable(rows):
                return fails(f"{rows}", claimed=formula(rows), computed=not satisfiable(rows))
            n_cases += 1
        return holds(f"d = {d}, at most {most} labels: {n_cases} sets")

    normals.__name__ = f"no_normal_in_dimension_{d}"
    return normals


def certified(formula: Empty, rng: np.random.Generator) -> Finding:
    """Let the checker judge the multipliers of every set that the formula finds empty."""
    del rng
    found = 0
    for rows in samples(cube(2), range(5)):
        if formula(rows):
            shares = _balance(rows)
            sample = [(z, 1) for z in rows]
            of = {"class": "sphere", "dimension": 2}
            if not accepted(empty_version_space(of, sample, multipliers=shares)):
                return fails(f"{rows}", claimed="empty", computed="no multipliers")
            found += 1
    return holds(f"{found} certificates")


def _balance(rows: tuple[Row, ...]) -> list[object]:
    """Return multipliers with which the rows sum up to 0, none if there are none."""
    for i, z in enumerate(rows):
        shares = multipliers(_without(rows, i), negative(z))
        if shares:
            return [*shares[:i], 1, *shares[i:]]
    return []


CLAIM: Claim[Empty] = Claim(
    key="sphere/gordan",
    title="When no separator agrees",
    statement=(
        r"V = \emptyset \iff 0 = \sum_i \lambda_i y_i x_i,\ \lambda \ge 0,\ \lambda \ne 0,"
        r" \quad x_i \in \{-1, 0, 1\}^d \setminus \{0\}:"
        r"\ d = 2 \text{ and } n \le 5,\ d = 3 \text{ and } n \le 3"
    ),
    plain=(
        "No separator agrees with labels iff the signed examples sum up to nothing with some"
        " weights >= 0: coordinates -1, 0, 1, to five labels in the plane, three in space."
    ),
    relation="exact",
    does_not_say="which labels are wrong: only that these cannot all be right",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=balanced,
    checks=(
        Check(Method.EXHAUSTIVE, eliminated(2, 3), scope="d = 2, n <= 3, coordinates -1, 0, 1"),
        Check(
            Method.EXHAUSTIVE,
            eliminated(2, 5),
            scope="d = 2, n <= 5, coordinates -1, 0, 1",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            eliminated(3, 3),
            scope="d = 3, n <= 3, coordinates -1, 0, 1",
            tier="normal",
        ),
        Check(
            Method.CERTIFICATE,
            certified,
            scope="d = 2, n <= 4, the empty ones, by certificates",
            tier="normal",
        ),
    ),
    controls={
        "two opposite examples": antipodal,
        "weights of any sign": dependent,
        "more labels than dimensions": lambda rows: bool(rows) and len(rows) > len(rows[0]),
    },
)
