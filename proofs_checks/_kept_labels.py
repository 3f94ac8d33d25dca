r"""Whether label spreading keeps a label, decided exactly.

For two classes the sign of :math:`F_{ic} - F_{ic'}` is that of
:math:`\sum_j \pm [(D - \alpha W)^{-1}]_{ij} \sqrt{d_j}`, a rational combination of roots of
square-free integers: it is zero iff all its coefficients are, and otherwise balls decide.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache
from typing import Any, TypeAlias

import flint
import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._label_graphs import Case, Weights, cases

Keeps: TypeAlias = Callable[[Case, int, Fraction], bool]  # whether it is promised, at a label
ALPHAS = (Fraction(1, 2), Fraction(3, 4), Fraction(1, 4), Fraction(99, 100))
# node 0, the middle of a star, is negative, and one of its four leaves positive
STAR = Case(((0, 1, 1, 1, 1), *((1, 0, 0, 0, 0) for _ in range(4))), (0, 1, None, None, None))
# the middle of a star is positive, and eight of its nine leaves negative
CROWDED = Case(((0, *(1,) * 9), *((1, *(0,) * 9) for _ in range(9))), (1, *(0,) * 8, None))
PYTHON = """\
from fractions import Fraction as F

# a star: the middle 0 is negative, its leaf 1 positive, leaves 2, 3, 4 have no label.  Degrees
# are 4 and 1, so S = D^(-1/2) W D^(-1/2) has entries 1/2 between the middle and its leaves
alpha, half = F(99, 100), F(1, 2)
S = [[half if (i == 0) != (j == 0) else F(0) for j in range(5)] for i in range(5)]


def spread(label):
    # by elimination: (I - alpha S) f = (1 - alpha) y
    rows = [[(i == j) - alpha * S[i][j] for j in range(5)] + [(1 - alpha) * (i == label)]
            for i in range(5)]
    for k in range(5):
        rows[k] = [x / rows[k][k] for x in rows[k]]
        for r in range(5):
            if r != k:
                rows[r] = [x - rows[r][k] * y for x, y in zip(rows[r], rows[k])]
    return [row[-1] for row in rows]


negative, positive = spread(0), spread(1)
assert negative[1] > positive[1]  # so the leaf that is labeled positive is called negative
"""


@cache
def spreading(w: Weights, alpha: Fraction) -> Any:
    """Return the inverse of D - alpha W."""
    n, share = len(w), flint.fmpq(alpha.numerator, alpha.denominator)
    entries = [sum(w[i]) if i == j else -share * w[i][j] for i in range(n) for j in range(n)]
    return flint.fmpq_mat(n, n, entries).inv()


def square_free(d: int) -> tuple[int, int]:
    """Return the root of the largest square that divides a number, and what is left.

    >>> square_free(12), square_free(4)
    ((2, 3), (2, 1))
    """
    root = max(r for r in range(1, d + 1) if d % (r * r) == 0)
    return root, d // (root * root)


def is_kept(case: Case, i: int, alpha: Fraction) -> bool:
    """Decide whether the class of a labeled node has the larger score there."""
    inverse = spreading(case.weights, alpha)
    parts: dict[int, Any] = defaultdict(lambda: flint.fmpq(0))
    for j, y in enumerate(case.labels):
        if y is not None:
            root, rest = square_free(sum(case.weights[j]))
            parts[rest] += (1 if y == case.labels[i] else -1) * root * inverse[i, j]
    if not any(parts.values()):
        return False
    with flint.ctx.workprec(200):
        lead = sum((x * flint.arb(rest).sqrt() for rest, x in parts.items()), flint.arb(0))
        if lead.contains(0):
            raise ArithmeticError(f"200 bits leave the sign of {lead} open")
        return bool(lead > 0)


def compared(keeps: Keeps, several: Iterable[tuple[Case, Fraction]]) -> Finding:
    """Look for a label that is promised to be kept, and is not."""
    count = 0
    for case, alpha in several:
        labeled = [i for i, y in enumerate(case.labels) if y is not None and any(case.weights[i])]
        for i in (i for i in labeled if keeps(case, i, alpha)):
            count += 1
            if not is_kept(case, i, alpha):
                shown = refutation() if case == STAR else None
                where = f"{case}, alpha = {alpha}: the label of node {i}"
                return fails(where, claimed="kept", computed="turned", counterexample=shown)
    return holds(f"{count} labels", claimed="kept", computed="kept")


def refutation() -> Counterexample:
    """Show that the leaf of a star gets the label of its middle."""
    one_more = ("+", 1, "alpha")
    own = ("/", ("-", 1, ("*", Fraction(3, 4), ("^", "alpha", 2))), one_more)
    other = ("/", ("/", "alpha", 2), one_more)
    return Counterexample(arithmetic(own, "<", other, {"alpha": Fraction(99, 100)}), PYTHON)


def covered(n: int, alphas: tuple[Fraction, ...]) -> Iterator[tuple[Case, Fraction]]:
    """Go through graphs without isolated nodes."""
    for case in (case for case in cases(n) if all(map(any, case.weights))):
        yield from ((case, alpha) for alpha in alphas)


def stars(keeps: Keeps, rng: np.random.Generator) -> Finding:
    """Compare on two stars."""
    del rng
    return compared(keeps, [(STAR, Fraction(99, 100)), (CROWDED, Fraction(1, 2))])


def few_nodes(keeps: Keeps, rng: np.random.Generator) -> Finding:
    """Compare on graphs of two and three nodes."""
    del rng
    return compared(keeps, (*covered(2, ALPHAS), *covered(3, ALPHAS)))


def four_nodes(keeps: Keeps, rng: np.random.Generator) -> Finding:
    """Compare on graphs of four nodes."""
    del rng
    return compared(keeps, covered(4, ALPHAS[:1]))


STARS: Check[Keeps] = Check(
    Method.EXHAUSTIVE, stars, scope="stars of 5 nodes, alpha = 99/100, and 10, alpha = 1/2"
)
CHECKS: tuple[Check[Keeps], ...] = (
    STARS,
    Check(
        Method.EXHAUSTIVE,
        few_nodes,
        scope="graphs on 2 and 3 nodes, weights 0, 1, 2; alpha = 1/4, 1/2, 3/4, 99/100",
        tier="normal",
    ),
    Check(
        Method.EXHAUSTIVE,
        four_nodes,
        scope="graphs on 4 nodes, weights 0, 1, 2; alpha = 1/2",
        tier="normal",
    ),
)


def stays_ahead(case: Case, i: int, alpha: Fraction) -> bool:
    """Decide it by (1 - alpha)^2 d_j >= alpha^2 d_i for the other labels j."""
    own = alpha**2 * sum(case.weights[i])
    others = [j for j, y in enumerate(case.labels) if y not in (None, case.labels[i])]
    return all((1 - alpha) ** 2 * sum(case.weights[j]) >= own for j in others)
