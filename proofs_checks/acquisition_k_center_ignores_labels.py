r"""How many questions of farthest-first traversal tell something: the logarithm of them.

Farthest-first traversal sees instances and no labels.  On the line 0, ..., n, with both ends known
and a threshold sought, it halves all gaps, in whatever order: the questions :math:`2^{l-1}, \dots,
2^l - 1` are the middles of the gaps of level l.  One of these is in the region of disagreement when
it is asked.  So of the first :math:`2^j - 1` questions

.. math:: j

tell something, whatever the threshold is; bisection would have asked these alone.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Telling: TypeAlias = Callable[[int], int]  # of so many questions


def told(order: Iterable[int], cut: int, last: int) -> list[int]:
    """Return how many of the first questions are in the region of disagreement, one by one.

    Instances above ``cut`` are positive; 0 is known to be negative and ``last`` positive.
    """
    low, high, total, counts = 0, last, 0, list[int]()
    for x in order:
        if low < x < high:
            total += 1
            low, high = (low, x) if x > cut else (x, high)
        counts.append(total)
    return counts


def compared(telling: Telling, depths: Iterable[int]) -> Finding:
    """Ask as the package does, for every threshold, and count after every level."""
    from altheory.acquisition import k_center

    count = 0
    for depth in depths:
        last = 2**depth
        pool = [[float(x)] for x in range(last + 1)]
        order = k_center(pool, last + 1, (0, last)).indices[2:]
        for cut in range(last):
            counts = told(order, cut, last)
            for level in range(1, depth + 1):
                questions = 2**level - 1
                if telling(questions) != counts[questions - 1]:
                    where = f"{questions} questions among {last + 1}, positive above {cut}"
                    return fails(where, claimed=telling(questions), computed=counts[questions - 1])
            count += 1
    return holds(f"{count} thresholds, after every level")


def short_lines(telling: Telling, rng: np.random.Generator) -> Finding:
    """Try lines of up to nine instances."""
    del rng
    return compared(telling, (1, 2, 3))


def long_lines(telling: Telling, rng: np.random.Generator) -> Finding:
    """Try lines of up to 129 instances."""
    del rng
    return compared(telling, range(1, 8))


CLAIM: Claim[Telling] = Claim(
    key="acquisition/k-center/ignores-labels",
    title="Of 2^j - 1 farthest-first questions about a threshold j tell something",
    statement=(
        r"|\{i < 2^j : x_i \in \text{region of disagreement}\}| = j, \quad X = \{0, \dots, 2^m\},"
        r" \ j \le m \le 7, \text{ any threshold}"
    ),
    plain=(
        "Maximal diversity ignores what labels have told: about a threshold on a line of up to 129 "
        "even instances, of the first 1, 3, 7, ... questions only 1, 2, 3, ... are open when they "
        "are asked."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that such labels are wasted on classes without a structure to exploit",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda questions: (questions + 1).bit_length() - 1,
    checks=(
        Check(Method.EXHAUSTIVE, short_lines, scope="3, 5 and 9 instances, every threshold"),
        Check(
            Method.EXHAUSTIVE,
            long_lines,
            scope="3 to 129 instances, every threshold",
            tier="normal",
        ),
    ),
    controls={
        "every question tells": lambda questions: questions,
        "half of them": lambda questions: (questions + 1) // 2,
        "one fewer": lambda questions: max(1, (questions + 1).bit_length() - 2),
    },
)
