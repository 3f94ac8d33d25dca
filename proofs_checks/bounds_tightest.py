r"""Which bound on the errors of a class is the tightest depends on the class and on the errors.

At :math:`\delta = 1/20`, by the length of the interval of a hypothesis with k errors of n:

================ ================= ================== ==============================
class            no error, n = 100 no error, n = 1000 half of them, n = 100 and 1000
================ ================= ================== ==============================
thresholds       exact average     relative           exact average
all other ones   Vapnik            relative           Vapnik
finite           binomial tail     binomial tail      binomial tail
================ ================= ================== ==============================

The binomial tail with a union over few hypotheses is the shortest everywhere; relative deviations
win where errors are few among many instances.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from altheory.bounds import tightest, uniform
from altheory.bounds._uniform import Uniform, covering
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.rectangles import Rectangles
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

# The name of the tightest, from the class, n and whether half of n are errors, or none.
Table: TypeAlias = Mapping[tuple[str, int, bool], str]

DELTA = Fraction(1, 20)
CLASSES: Mapping[str, Any] = {
    "thresholds": Thresholds(),
    "intervals": Intervals(),
    "circle": CircleSeparators(),
    "sphere in three dimensions": SphereSeparators(3),
    "rectangles in the plane": Rectangles(2),
    "conjunctions of three attributes": Conjunctions(3),
    "a star of four hypotheses": FiniteClass(3, ["---", "+--", "-+-", "--+"]),
    "a chain of three hypotheses": FiniteClass(2, ["--", "+-", "++"]),
}
LISTED = tuple(CLASSES)[5:]


def rows(radius: str, few: str, line: str = "rademacher") -> Table:
    """Return a table: a radius, relative deviations of many instances, that of thresholds."""
    table: dict[tuple[str, int, bool], str] = {}
    for name in CLASSES:
        flat = line if name == "thresholds" else radius
        for n in (100, 1000):
            for half in (False, True):
                relative = n == 1000 and not half
                at = "clopper_pearson" if name in LISTED else few if relative else flat
                table[name, n, half] = at
    return table


def by_length(table: Table, rng: np.random.Generator) -> Finding:
    """Measure every interval on record."""
    del rng
    for (name, n, half), claimed in table.items():
        of, k = CLASSES[name], n // 2 if half else 0
        lengths = {}
        for bound in covering(of):
            theorem = uniform(bound, of)
            if isinstance(theorem, Uniform):
                lengths[theorem.name] = theorem.upper(k, n, DELTA) - theorem.lower(k, n, DELTA)
        if any(length < lengths[claimed] for length in lengths.values()):
            least = min(lengths, key=lambda found: lengths[found])
            return fails(f"{name}, {k} errors of {n}", claimed=claimed, computed=least)
    return holds(f"{len(table)} cells, every bound on record for the class")


def of_package(table: Table, cells: list[tuple[str, int, bool]]) -> Finding:
    """Ask the package."""
    for name, n, half in cells:
        claimed = table[name, n, half]
        found = tightest(CLASSES[name], n, DELTA, errors=n // 2 if half else 0).name
        if found != claimed:
            return fails(f"{name}, n={n}", claimed=claimed, computed=found)
    return holds(f"{len(cells)} cells")


def not_listed(table: Table, rng: np.random.Generator) -> Finding:
    """Ask about the classes that are not finite, at 1000 instances."""
    del rng
    return of_package(table, [cell for cell in table if cell[0] not in LISTED and cell[1] == 1000])


def as_shipped(table: Table, rng: np.random.Generator) -> Finding:
    """Ask about all."""
    del rng
    return of_package(table, list(table))


CLAIM: Claim[Table] = Claim(
    key="bounds/tightest",
    title="The tightest bound on errors, by class",
    statement=(
        r"\text{exact Rademacher average: thresholds; Vapnik: intervals, circle, sphere, "
        r"rectangles; relative deviations: these without errors at } n = 1000; "
        r"\text{ binomial tail: finite classes} \quad (n \in \{100, 1000\},\ \delta = \tfrac1{20})"
    ),
    plain=(
        "At 100 and 1,000 instances and level .05 the shortest interval for the errors of a class "
        "on record is the exact average's for thresholds, Vapnik's for four other classes, the "
        "relative one for 0 errors of 1,000, and the binomial tail's for three finite classes."
    ),
    relation="exact",
    assumptions=frozenset({"independent instances", "fixed sample size"}),
    does_not_say="that no smaller bound exists, or what is best for differences of errors",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=rows("vc_vapnik", "relative_vc"),
    checks=(
        Check(
            Method.EXHAUSTIVE,
            not_listed,
            scope="the classes that are not finite, n = 1000, 0 and 500 errors, delta = 1/20",
        ),
        Check(
            Method.EXHAUSTIVE,
            as_shipped,
            scope="8 classes, n in {100, 1000}, 0 and n/2 errors, delta = 1/20",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            by_length,
            scope="8 classes, n in {100, 1000}, 0 and n/2 errors, delta = 1/20, every bound",
            tier="normal",
        ),
    ),
    controls={
        "two chains for thresholds": rows("vc_vapnik", "relative_vc", line="dkw_risk"),
        "a bound on the average for all others": rows("vc_rademacher", "relative_vc"),
        "relative deviations nowhere": rows("vc_vapnik", "vc_vapnik"),
    },
    uses=("bounds/rademacher/against-two-chains",),
)
