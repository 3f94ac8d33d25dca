r"""How large a batch with a determinant can be: as the rank of the kernel.

A batch of positive determinant is independent, so it holds no instance that the others span, and
no copy.  Greedily it goes on until the rank is reached: a copy is never taken while something
independent is left, and never at all.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import combinations, combinations_with_replacement, product
from typing import TypeAlias

import flint
import numpy as np

from altheory.errors import DomainError
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.directions import dot, primitive

Vector: TypeAlias = tuple[int, ...]
Pool: TypeAlias = Sequence[Vector]
Largest: TypeAlias = Callable[[Pool], int]
COPIES: Pool = ((1, 0, 0), (1, 0, 0), (0, 1, 0), (1, 1, 0), (2, 0, 0))


def rank(pool: Pool) -> int:
    """Return the rank over the integers."""
    return int(flint.fmpz_mat([list(x) for x in pool]).rank())


def kernel(pool: Pool) -> list[Vector]:
    """Return the products of all pairs."""
    return [tuple(dot(a, b) for b in pool) for a in pool]


def batch(pool: Pool, k: int) -> tuple[int, ...] | None:
    """Return the batch of the package, None if it refuses one."""
    from altheory.acquisition import determinantal

    try:
        found = determinantal(kernel(pool), k)
    except DomainError:
        return None
    return tuple(found.indices)


def compared(largest: Largest, several: Iterable[Pool]) -> Finding:
    """Ask for batches of every size."""
    count = 0
    for pool in several:
        given = [of for k in range(1, len(pool) + 1) if (of := batch(pool, k))]
        if any(rank([pool[i] for i in of]) < len(of) for of in given):
            return fails(f"{pool}", claimed="independent", computed=given)
        size = max(map(len, given), default=0)
        if largest(pool) != size:
            return fails(f"{pool}", claimed=largest(pool), computed=size)
        count += 1
    return holds(f"{count} pools")


def some_pools(largest: Largest, rng: np.random.Generator) -> Finding:
    """Try a pool with copies, multiples and a sum."""
    del rng
    return compared(largest, [COPIES, COPIES[2:], [*COPIES, (0, 0, 1)], [(0, 0, 0), (1, 1, 1)]])


def all_pools(largest: Largest, rng: np.random.Generator) -> Finding:
    """Go through three vectors with entries 0 and 1, copies included, and four without."""
    del rng
    cube = list(product((0, 1), repeat=3))
    return compared(largest, (*combinations_with_replacement(cube, 3), *combinations(cube, 4)))


CLAIM: Claim[Largest] = Claim(
    key="acquisition/determinants/copies",
    title="A batch with a determinant holds no copies",
    statement=(
        r"\max \{k : \text{greedy finds } \det K_S > 0,\ |S| = k\} = \operatorname{rank} K, \quad"
        r" K = V V^\top,\ V \in \{0, 1\}^{3 \times 3} \text{ or } \{0, 1\}^{4 \times 3} \text{ with"
        r" distinct rows}"
    ),
    plain=(
        "The greedy batch is independent and may be as large as the rank of the kernel, so it "
        "never holds two copies; on all pools of three vectors of zeros and ones in space, copies "
        "included, and of four distinct ones."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that near copies are avoided: they are independent, if only just; nor that ranks of "
        "large kernels are found in spite of rounding"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda pool: rank(kernel(pool)),
    checks=(
        Check(Method.EXHAUSTIVE, some_pools, scope="four pools with copies, multiples and sums"),
        Check(
            Method.EXHAUSTIVE,
            all_pools,
            scope="three vectors in {0, 1}^3, copies included, and four distinct ones",
            tier="normal",
        ),
    ),
    controls={
        "whatever is distinct": lambda pool: len({*pool}),
        "whatever points elsewhere": lambda pool: len({primitive(x) for x in pool if any(x)}),
        "as many as there are": len,
        "as many as dimensions": lambda pool: len(pool[0]),
    },
)
