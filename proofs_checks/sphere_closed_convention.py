r"""Calling the hyperplane positive breaks the cone that decides where separators disagree.

Let :math:`w \cdot x \ge 0` mean +1.  After + at :math:`x_1` the opposite :math:`-x_1` is in
:math:`-\operatorname{cone}\{x_1\}`, yet normals orthogonal to :math:`x_1` call it positive and
others negative: it is in DIS.  And + at x and at -x leaves the normals of a hyperplane, in
the plane two isolated directions, though 0 is a sum of the signed examples.  With strict
labels the identity holds.
"""

from collections.abc import Callable
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._small_cones import Row, cube, samples
from proofs_checks.sphere_farkas import in_cone

# From the product of a normal and an instance: the label, 0 if there is none.
Convention: TypeAlias = Callable[[int], int]
NORMALS = tuple(w for w in product(range(-3, 4), repeat=2) if any(w))


def closed(product_: int) -> int:
    """Return +1 on the hyperplane too."""
    return 1 if product_ >= 0 else -1


def strict(product_: int) -> int:
    """Return the sign, and no label on the hyperplane."""
    return (product_ > 0) - (product_ < 0)


def cone_decides(formula: Convention, rng: np.random.Generator) -> Finding:
    """Compare, for one positive label, what all members say with the cone and its opposite."""
    del rng
    n_cases = 0
    for rows in samples(cube(2), (1,)):
        members = [w for w in NORMALS if all(formula(_product(w, z)) == 1 for z in rows)]
        for x in cube(2):
            said = {formula(_product(w, x)) for w in members} - {0}
            if in_cone(rows, x) != (len(said) == 1):
                where = f"+ at {rows[0]}, x = {x}"
                return fails(where, claimed=in_cone(rows, x), counterexample=refutation(formula))
            n_cases += 1
    return holds(f"d = 2: {n_cases} cases, normals to 3")


def refutation(formula: Convention) -> Counterexample | None:
    """Show two normals that call x positive, of which one calls -x positive and one negative."""
    if formula(0) != 1 or formula(-1) != -1:
        return None
    python = """\
def label(w, x):
    return 1 if sum(a * b for a, b in zip(w, x)) >= 0 else -1

x, opposite = (1, 0), (-1, 0)  # opposite = -1 x, so it is in -cone{x}
members = [w for w in [(0, 1), (1, 0), (0, -1), (-1, 0)] if label(w, x) == 1]
assert {label(w, opposite) for w in members} == {-1, 1}  # yet it is in DIS
both = [w for w in members if label(w, opposite) == 1]
assert both == [(0, 1), (0, -1)]  # what + at x and at -x leaves of them, though x + -x = 0
"""
    on_it = ("+", ("*", 0, -1), ("*", 1, 0))  # the product of (0, 1) and (-1, 0)
    return Counterexample(arithmetic(on_it, ">=", 0), python)


def _product(w: Row, x: Row) -> int:
    return sum(a * b for a, b in zip(w, x, strict=True))


CLAIM: Claim[Convention] = Claim(
    key="sphere/closed-convention",
    title="The cone decides with closed half spaces",
    statement=(
        r"w \cdot x \ge 0 \text{ says } {+}: \quad"
        r" x \notin \mathrm{DIS}(V) \iff x \text{ or } {-x} \in \operatorname{cone}\{y_i x_i\}"
    ),
    plain=(
        "That the cone of signed examples decides which labels are sure also when the"
        " hyperplane counts as positive: it does not, even after one label in the plane."
    ),
    relation="counterexample",
    assumptions=frozenset({"realizable"}),
    does_not_say="that it matters for random instances: with a density none is on the boundary",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=closed,
    corrected=(strict, "sphere/farkas"),
    checks=(
        Check(
            Method.EXHAUSTIVE,
            cone_decides,
            scope="d = 2, one positive label, coordinates -1, 0, 1",
        ),
    ),
    controls={
        "a margin on the far side": lambda product_: 1 if product_ >= -1 else -1,
        "all positive": lambda _: 1,
    },
)
