r"""How many people are alone in their cell, if cells are drawn uniformly.

A person shares the cell of N with none of the n - 1 others with chance (1 - 1/N)^(n - 1), so

.. math:: E\left[\frac{\#\text{unique}}n\right] = \left(1 - \frac1N\right)^{n - 1} .

A ZIP code with 2 genders and 80 years of birth dates has N = 58,400 cells; with 8,000 people in it
87.2 % of them are expected to be unique.  People are not spread evenly, so this is not how
[sweeney2000]_ counted 87 %.
"""

from collections import Counter
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Share: TypeAlias = Callable[[int, int], Fraction]  # of n people and N cells


def expected(n: int, cells: int) -> Fraction:
    """Return (1 - 1/N)^(n - 1)."""
    return Fraction(cells - 1, cells) ** (n - 1)


def counted(n: int, cells: int) -> Fraction:
    """Return the mean share over all ways to put n people into cells."""
    ways = product(range(cells), repeat=n)
    alone = sum(sum(size == 1 for size in Counter(way).values()) for way in ways)
    return Fraction(alone, n * cells**n)


def compared(share: Share, most: int) -> Finding:
    """Compare with all ways, for up to so many people and cells."""
    for n in range(1, most + 1):
        for cells in range(1, most + 1):
            found = counted(n, cells)
            if share(n, cells) != found:
                where = f"{n} people, {cells} cells"
                return fails(where, claimed=share(n, cells), computed=found)
    return holds(f"all ways, up to {most} people and {most} cells")


def few(share: Share, rng: np.random.Generator) -> Finding:
    """Take up to three people and three cells."""
    del rng
    return compared(share, 3)


def more(share: Share, rng: np.random.Generator) -> Finding:
    """Take up to five people and five cells."""
    del rng
    return compared(share, 5)


CLAIM: Claim[Share] = Claim(
    key="play/k-anonymity/unique-by-chance",
    title="The expected share of unique rows where all facts are drawn uniformly",
    statement=(r"E[\#\text{unique} / n] = (1 - 1/N)^{n - 1}, \quad n, N \le 5"),
    plain=(
        "Of people whose facts are drawn uniformly from N combinations, the share that is alone "
        "with them is expected to be the chance that all others have other ones; checked for up to "
        "five people and five combinations."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that people are drawn so: 87 % of those in the United States were counted from a census, "
        "whose cells are far from even"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=expected,
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="n and N from 1 to 3"),
        Check(Method.EXHAUSTIVE, more, scope="n and N from 1 to 5", tier="normal"),
    ),
    controls={
        "all n are others": lambda n, cells: Fraction(cells - 1, cells) ** n,
        "to first order": lambda n, cells: max(1 - Fraction(n - 1, cells), Fraction(0)),
        "empty cells": lambda n, cells: 1 - Fraction(cells - 1, cells) ** n,
    },
)
