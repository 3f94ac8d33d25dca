r"""How many random nodes S2 needs before it has met every part of a graph.

Parts of equal labels that hold at least a share :math:`\beta` of all nodes each are at most
:math:`1 / \beta`, and t nodes drawn at random miss one of them with a chance of at most

.. math:: \frac{(1 - \beta)^t}{\beta} \le \varepsilon \quad\text{for}\quad
          t \ge \frac{\ln (1 / (\beta \varepsilon))}{\ln (1 / (1 - \beta))} .

With two halves there is equality for every t.  The chance itself is computed by inclusion and
exclusion.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Chance: TypeAlias = Callable[[Fraction, int], Fraction]  # of missing a part: beta, t


def partitions(n: int, most: int) -> Iterator[tuple[int, ...]]:
    """Go through the ways to write n as a sum of numbers that do not rise.

    >>> list(partitions(4, 3))
    [(3, 1), (2, 2), (2, 1, 1), (1, 1, 1, 1)]
    """
    if n == 0:
        yield ()
    for first in range(min(n, most), 0, -1):
        yield from ((first, *rest) for rest in partitions(n - first, first))


def missing(sizes: tuple[int, ...], t: int) -> Fraction:
    """Return the chance that t random nodes miss some part."""
    n, chance = sum(sizes), Fraction(0)
    for k in range(1, len(sizes) + 1):
        missed = (Fraction(n - sum(chosen), n) ** t for chosen in combinations(sizes, k))
        chance -= (-1) ** k * sum(missed)
    return chance


def compared(bound: Chance, most: int) -> Finding:
    """Compare for all sizes of two parts or more, and up to as many draws as twice the nodes."""
    count = 0
    for n in range(2, most + 1):
        for sizes in partitions(n, n - 1):
            for t in range(1, 2 * n + 1):
                claimed, computed = bound(Fraction(sizes[-1], n), t), missing(sizes, t)
                count += 1
                if computed > claimed:
                    where = f"parts of {sizes} nodes, {t} draws"
                    return fails(where, claimed=f"<= {claimed}", computed=computed)
    return holds(f"{count} cases, n <= {most}")


def few_nodes(bound: Chance, rng: np.random.Generator) -> Finding:
    """Compare for up to four nodes."""
    del rng
    return compared(bound, 4)


def more_nodes(bound: Chance, rng: np.random.Generator) -> Finding:
    """Compare for up to eight nodes."""
    del rng
    return compared(bound, 8)


CLAIM: Claim[Chance] = Claim(
    key="graphs/s2/random-phase",
    title="How many random nodes meet every part of a graph",
    statement=(
        r"P(\text{some part is missed}) \le (1 - \beta)^t / \beta, \quad \text{parts of at least a"
        r" share } \beta,\ t \text{ draws}, \quad n \le 8,\ t \le 2 n"
    ),
    plain=(
        "Random nodes, drawn with repetition, soon meet every part of equal labels that is not too "
        "small; for all sizes of parts of up to eight nodes, and up to twice as many draws."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that parts are large: one node with a label of its own is met by chance alone",
    source=Source(
        "dasarathy2015",
        match="related",
        difference="the term of their theorem for random queries, on its own and not in logarithms",
    ),
    expected=Verdict.PROVED,
    formula=lambda beta, t: (1 - beta) ** t / beta,
    checks=(
        Check(Method.EXHAUSTIVE, few_nodes, scope="parts of 2 to 4 nodes, draws up to twice that"),
        Check(
            Method.EXHAUSTIVE,
            more_nodes,
            scope="parts of 2 to 8 nodes, draws up to twice that",
            tier="normal",
        ),
    ),
    controls={
        "as if there was one part": lambda beta, t: (1 - beta) ** t,
        "half of it": lambda beta, t: (1 - beta) ** t / (2 * beta),
        "with one draw more": lambda beta, t: (1 - beta) ** (t + 1) / beta,
    },
)
