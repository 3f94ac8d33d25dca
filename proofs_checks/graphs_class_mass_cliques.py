r"""Class-mass normalization tells two cliques of the same size apart, whatever the labels.

Two cliques of m nodes with weight 1 within and e between them, p positive labels in the first and
q negative ones in the second.  With equal shares nodes are compared with the mean, and as others
of the first have one value a, and those of the second one value b,

.. math:: \text{both cliques are right} \iff a > b \iff e < 1 ,

while rounding at 1/2 needs :math:`p q (1 - e) > m e (q - p)` for the first alone.
"""

from fractions import Fraction

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._class_mass import normalized
from proofs_checks._two_cliques import Spreads, enough_labels, every, solved


def both_right(m: int, p: int, q: int, e: Fraction) -> bool:
    """Decide whether all nodes without labels get those of their clique, for equal shares."""
    values = [Fraction(int(f.p), int(f.q)) for f in solved(m, p, q, e).entries()]
    half, mean = Fraction(1, 2), sum(values) / len(values)
    weighed = [normalized(f, half, mean) for f in values]
    return all(f > half for f in weighed[: m - p]) and all(f < half for f in weighed[m - p :])


def compared(right: Spreads, sizes: tuple[int, ...]) -> Finding:
    """Compare on pairs of cliques that both have a node without a label."""
    count = 0
    for m, p, q, e in every(sizes):
        if q < m:
            claimed, computed = right(m, p, q, e), both_right(m, p, q, e)
            if claimed != computed:
                where = f"m = {m}, p = {p}, q = {q}, e = {e}"
                return fails(where, claimed=claimed, computed=computed)
            count += 1
    return holds(f"{count} pairs of cliques")


def small_cliques(right: Spreads, rng: np.random.Generator) -> Finding:
    """Compare on cliques of two and three nodes."""
    del rng
    return compared(right, (2, 3))


def larger_cliques(right: Spreads, rng: np.random.Generator) -> Finding:
    """Compare on cliques of up to eight nodes."""
    del rng
    return compared(right, (2, 3, 4, 5, 6, 7, 8))


CLAIM: Claim[Spreads] = Claim(
    key="graphs/class-mass/two-cliques",
    title="Class-mass normalization repairs two cliques",
    statement=(
        r"f' > \tfrac12 \text{ on the first clique and } f' < \tfrac12 \text{ on the second} \iff"
        r" e < 1, \quad q_1 = \tfrac12,\ 2 \le m \le 8,\ p, q < m,"
        r"\ \tfrac1e \in \{40, 20, 10, 4, 2, \tfrac43, 1\}"
    ),
    plain=(
        "Weighed by equal shares, soft labels are right on two cliques of the same size however "
        "few labels one of them has; for 2 to 8 nodes each and seven weights between them."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that it helps where the shares are wrong, or taken from the labels",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda *cliques: cliques[3] < 1,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            small_cliques,
            scope="2 <= m <= 3, all p, q < m, e in 1/40, 1/20, 1/10, 1/4, 1/2, 3/4, 1",
        ),
        Check(
            Method.EXHAUSTIVE,
            larger_cliques,
            scope="2 <= m <= 8, all p, q < m, the same e",
            tier="normal",
        ),
    ),
    controls={
        "as without it": enough_labels,
        "with at least as many labels in the first": lambda _, p, q, e: p >= q and e < 1,
        "always": lambda m, *_: m > 1,
    },
    uses=("graphs/class-mass/threshold",),
)
