r"""S2 on a path with one cut edge is bisection, and needs no more than it must.

A path of m edges between a positive and a negative node, with one cut edge, costs

.. math:: \lfloor \log_2 m \rfloor \le \#\{\text{questions}\} \le \lceil \log_2 m \rceil ,

both attained.  Every strategy needs :math:`\lceil \log_2 m \rceil` for some cut edge, for m cases
take that many yes-no answers.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cut_graphs import path
from proofs_checks._path_queries import halvings, neighbors, questions

Range: TypeAlias = Callable[[int], tuple[int, int]]


def attained(m: int) -> tuple[int, int]:
    """Return the fewest and the most questions, over all cut edges and ties."""
    near = neighbors(path([1] * m))
    found = [questions(near, (1 << cut) - 1, 1 | 1 << m) for cut in range(1, m + 1)]
    return min(least for least, _ in found), max(most for _, most in found)


def compared(claimed: Range, lengths: range) -> Finding:
    """Compare with what is attained on paths."""
    for m in lengths:
        computed = attained(m)
        if claimed(m) != computed:
            return fails(f"{m} edges", claimed=claimed(m), computed=computed)
    return holds(f"up to {max(lengths)} edges")


def short(claimed: Range, rng: np.random.Generator) -> Finding:
    """Compare on short paths."""
    del rng
    return compared(claimed, range(1, 7))


def longer(claimed: Range, rng: np.random.Generator) -> Finding:
    """Compare on longer ones."""
    del rng
    return compared(claimed, range(1, 25))


CLAIM: Claim[Range] = Claim(
    key="graphs/s2/path",
    title="S2 on a path is bisection",
    statement=(
        r"\lfloor \log_2 m \rfloor \le \#\{\text{questions}\} \le \lceil \log_2 m \rceil"
        r" \text{ for one cut edge among } m \le 24, \text{ both attained}"
    ),
    plain=(
        "Between two labels at the ends of a path with one cut edge, of up to 24 edges, S2 finds "
        "it with as many questions as bisection."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="what it costs where labels change more than once",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda m: (m.bit_length() - 1, halvings(m)),
    checks=(
        Check(Method.EXHAUSTIVE, short, scope="paths of 1 to 6 edges"),
        Check(Method.EXHAUSTIVE, longer, scope="paths of 1 to 24 edges", tier="normal"),
    ),
    controls={
        "always the most": lambda m: (halvings(m), halvings(m)),
        "by the nodes between": lambda m: ((m - 1).bit_length(), halvings(m + 1)),
        "every node": lambda m: (1, m - 1),
    },
)
