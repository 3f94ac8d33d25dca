r"""Lecture notes: the soft cut is minimized over f in [0, 1].

Read as a constraint that some problem needs,

.. math:: \exists\, w \ge 0,\ y: \quad
          \operatorname{argmin}_{f \in \mathbb R^u} f^\top L f \notin [0, 1]^u
          \quad\text{(false)},

it is refuted by going through all of them: by the maximum principle the constraint never binds,
so a linear system is enough.  It would bind where a weight is negative: a node with weight 2 to a
label 1 and -1 to a label 0 has its minimum at 2.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias, final

import flint
import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._cut_graphs import weighted
from proofs_checks._label_graphs import Case, cases


@final
@dataclass(frozen=True, slots=True)
class Family:
    """All graphs on some nodes with weights out of some, with all labels."""

    nodes: int
    weights: tuple[int, ...]


Binds: TypeAlias = Callable[[Family], bool]
FEW = (Family(2, (0, 1, 2)), Family(3, (0, 1, 2)), Family(3, (-1, 0, 2)))
PROGRAM = """\
from itertools import product

# at most four nodes, weights 0, 1, 2; free nodes have weights a to labels 0 and b to labels 1
three_labels = [(a, b) for a in range(7) for b in range(7) if 0 < a + b <= 6]
outside = sum(not 0 <= b <= a + b for a, b in three_labels)  # f = b / (a + b)

for a, b, p, q, w in product(range(5), range(5), range(5), range(5), range(3)):
    if max(a + b, p + q) <= 4:  # two labels: (a + b + w) f - w g = b, (p + q + w) g - w f = q
        over = (a + b + w) * (p + q + w) - w * w
        f, g = b * (p + q + w) + w * q, q * (a + b + w) + w * b  # over the same
        outside += over > 0 and not (0 <= f <= over and 0 <= g <= over)


def det(m):
    (a, b, c), (d, e, f), (g, h, i) = m
    return a * (e * i - f * h) - b * (d * i - f * g) + c * (d * h - e * g)


for b, (x, y, z) in product(product(range(3), repeat=3), product(range(3), repeat=3)):
    rows = [[b[0] + x + y, -x, -y], [-x, b[1] + x + z, -z], [-y, -z, b[2] + y + z]]
    over = det(rows)  # one label, 1 (with a label 0 the right side is 0, and so is f)
    for k in range(3):  # Cramer's rule
        f = det([[*row[:k], right, *row[k + 1 :]] for row, right in zip(rows, b)])
        outside += over > 0 and not 0 <= f <= over
assert outside == 0
"""


def minimizer(case: Case) -> tuple[Any, ...] | None:
    """Return the values of free nodes with the least energy of all, None if there is none."""
    free, w = case.free, case.weights
    laplacian = [[sum(w[i]) if i == j else -w[i][j] for j in free] for i in free]
    corners = ([row[:k] for row in laplacian[:k]] for k in range(1, len(free) + 1))
    if any(flint.fmpq_mat(corner).det() <= 0 for corner in corners):
        return None
    given = [[sum(w[i][j] for j, y in enumerate(case.labels) if y == 1)] for i in free]
    return tuple(flint.fmpq_mat(laplacian).solve(flint.fmpq_mat(given)).entries())


def leaves(case: Case) -> bool:
    """Tell whether the minimizer over all real functions leaves [0, 1]."""
    return any(not 0 <= f <= 1 for f in minimizer(case) or ())


def problems(family: Family) -> Iterable[Case]:
    """Go through the graphs of a family, with labels."""
    if family.weights == (0, 1, 2):
        return cases(family.nodes)
    labels = tuple(product((None, 0, 1), repeat=family.nodes))
    return (Case(w, y) for w in weighted(family.nodes, family.weights) for y in labels)


def compared(binds: Binds, families: Iterable[Family]) -> Finding:
    """Compare with whether the minimizer leaves [0, 1] anywhere in a family."""
    count = 0
    for family in families:
        claimed, computed, count = binds(family), any(map(leaves, problems(family))), count + 1
        if claimed != computed:
            nonnegative = min(family.weights) >= 0 and claimed
            shown = refutation() if nonnegative else None
            return fails(str(family), claimed=claimed, computed=computed, counterexample=shown)
    return holds(f"{count} families of graphs")


def refutation() -> Counterexample:
    """Show that no graph on four nodes has values outside, and how near they get."""
    most = ("/", 6, ("+", 0, 6, 1))  # of a node with weights 6 to labels 1 and 1 to a label 0
    return Counterexample(arithmetic(("*", most, ("-", 1, most)), ">=", 0), PROGRAM)


def few_nodes(binds: Binds, rng: np.random.Generator) -> Finding:
    """Compare on two and three nodes."""
    del rng
    return compared(binds, FEW)


def more_nodes(binds: Binds, rng: np.random.Generator) -> Finding:
    """Compare on up to four nodes."""
    del rng
    return compared(binds, (*FEW, Family(4, (0, 1, 2)), Family(4, (-1, 2))))


CLAIM: Claim[Binds] = Claim(
    key="lectures/values-in-unit-interval",
    title="Some soft cut needs the constraint that f is in [0, 1]",
    statement=(
        r"\exists\, w, y: \operatorname{argmin}_{f \in \mathbb R^u} f^\top L f \notin [0, 1]^u,"
        r" \quad n \le 4,\ w \in \{0, 1, 2\}"
    ),
    plain=(
        "On some graph soft labels would leave [0, 1] without a constraint: false, on no graph "
        "with up to four nodes and weights 0, 1, 2 do they."
    ),
    relation="counterexample",
    does_not_say=(
        "that the constraint does harm: it is redundant; what is missing is that every component "
        "holds a label"
    ),
    source=Source(
        "lecturenotes",
        locator="Semi-supervised Learning with Soft Cuts",
        match="related",
        difference="the notes minimize over [0, 1]; that the constraint is needed is read into it",
    ),
    expected=Verdict.REFUTED,
    formula=lambda _: True,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            few_nodes,
            scope="all labels, n <= 3 with weights 0, 1, 2; n = 3 with weights -1, 0, 2",
        ),
        Check(
            Method.EXHAUSTIVE,
            more_nodes,
            scope="all labels, n <= 4 with weights 0, 1, 2; n = 4 with weights -1, 2",
            tier="normal",
        ),
    ),
    controls={
        "never, whatever the weights": lambda _: False,
        "where weights differ": lambda family: len({w for w in family.weights if w}) > 1,
        "where a weight is more than 1": lambda family: max(family.weights) > 1,
    },
    corrected=(lambda family: min(family.weights) < 0, "graphs/harmonic/range"),
)
