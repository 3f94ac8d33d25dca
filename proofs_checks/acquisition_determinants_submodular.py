r"""What an instance adds to a determinant: the less the more is taken.

For a positive definite kernel the log determinant of a batch is submodular: with

.. math:: \frac{\det K_{A \cup x}}{\det K_A} \ge \frac{\det K_{B \cup x}}{\det K_B} > 0
          \qquad (A \subseteq B \not\ni x)

since these are what of :math:`K_{xx}` the instances taken do not span.  It need not grow: a
diagonal below or at 1 takes away, or adds nothing.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from itertools import combinations, product
from typing import TypeAlias

import flint
import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Kernel: TypeAlias = tuple[tuple[int, ...], ...]
Relates: TypeAlias = Callable[[Fraction, Fraction], bool]  # factors beside A and beside B


def kernels(size: int, diagonal: tuple[int, ...]) -> Iterator[Kernel]:
    """Yield the positive definite kernels with -1, 0 and 1 beside the diagonal."""
    pairs = list(combinations(range(size), 2))
    for own in product(diagonal, repeat=size):
        for entries in product((-1, 0, 1), repeat=len(pairs)):
            at = dict(zip(pairs, entries, strict=True))
            kernel = tuple(
                tuple(own[i] if i == j else at[min(i, j), max(i, j)] for j in range(size))
                for i in range(size)
            )
            if all(volume(kernel, tuple(range(k))) > 0 for k in range(1, size + 1)):
                yield kernel


def volume(kernel: Kernel, batch: tuple[int, ...]) -> int:
    """Return the determinant of a batch, over the integers."""
    rows = [[kernel[i][j] for j in batch] for i in batch]
    return int(flint.fmpz_mat(rows).det()) if rows else 1


def factors(kernel: Kernel) -> Iterator[tuple[Fraction, Fraction]]:
    """Yield by how much an instance multiplies the determinant, beside A and beside a larger B."""
    size = len(kernel)
    every = [of for n in range(size + 1) for of in combinations(range(size), n)]
    dets = {of: volume(kernel, of) for of in every}
    for x in range(size):
        added = {
            of: Fraction(dets[tuple(sorted((*of, x)))], dets[of]) for of in every if x not in of
        }
        yield from ((added[a], added[b]) for a in added for b in added if {*a} <= {*b})


def compared(relates: Relates, several: Iterable[Kernel]) -> Finding:
    """Relate what instances add beside all batches, one within the other."""
    count = 0
    for kernel in several:
        for early, late in factors(kernel):
            if not relates(early, late):
                computed = f"factors {early}, {late}"
                return fails(f"{kernel}", claimed="another relation", computed=computed)
            count += 1
    return holds(f"{count} pairs of factors")


def one_kernel(relates: Relates, rng: np.random.Generator) -> Finding:
    """Try one kernel of three instances."""
    del rng
    return compared(relates, [((2, 1, 0), (1, 1, 0), (0, 0, 1)), ((2, 1, 1), (1, 2, 1), (1, 1, 2))])


def all_kernels(relates: Relates, rng: np.random.Generator) -> Finding:
    """Go through small kernels of three instances, and of four."""
    del rng
    return compared(relates, [*kernels(3, (1, 2, 3)), *kernels(4, (2,))])


CLAIM: Claim[Relates] = Claim(
    key="acquisition/determinants/submodular",
    title="The log determinant of a batch is submodular",
    statement=(
        r"\frac{\det K_{A \cup x}}{\det K_A} \ge \frac{\det K_{B \cup x}}{\det K_B} > 0, \quad"
        r" A \subseteq B \not\ni x, \quad K \succ 0,\ K_{ij} \in \{-1, 0, 1\},\ K_{ii} \in"
        r" \{1, 2, 3\} \text{ if } N = 3,\ K_{ii} = 2 \text{ if } N = 4"
    ),
    plain=(
        "An instance multiplies the determinant of a larger batch by no more than that of a "
        "smaller one within; on all small integer kernels of three and of four instances."
    ),
    relation="lower",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that it grows with the batch: where little is left of an instance beside the others, the "
        "determinant falls, and a bound for greedy choices of monotone functions does not apply"
    ),
    source=Source("kulesza2012"),
    expected=Verdict.PROVED,
    formula=lambda early, late: early >= late > 0,
    checks=(
        Check(Method.EXHAUSTIVE, one_kernel, scope="two kernels of three instances"),
        Check(
            Method.EXHAUSTIVE,
            all_kernels,
            scope="N = 3 with 1, 2, 3 on the diagonal, N = 4 with 2; -1, 0, 1 beside it",
            tier="normal",
        ),
    ),
    controls={
        "always the same": lambda early, late: early == late,
        "the more the more is taken": lambda early, late: 0 < early <= late,
        "it never falls": lambda early, late: early >= late >= 1,
    },
)
