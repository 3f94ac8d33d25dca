r"""Small tables of models: for each of K models a distribution over C classes, in rationals.

What a label tells about the model is computed from their joint law, by its definition
:math:`I(y; \omega) = \sum_{k, c} p(k, c) \ln \frac{p(k, c)}{p(k)\, p(c)}`.
"""

from collections.abc import Callable, Iterable, Iterator
from fractions import Fraction
from functools import cache
from itertools import chain, combinations_with_replacement
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._logarithms import Logs, Row, combination, entropy, less, rows

Table: TypeAlias = tuple[Row, ...]  # one row a model
Score: TypeAlias = Callable[[Table], Logs]

THIRD = Fraction(1, 3)
UNSURE: Table = ((THIRD,) * 3,) * 3
CLOSE: Table = tuple((Fraction(50 + s, 100), Fraction(50 - s, 100)) for s in (1, -1))
ROUNDING = Fraction(1, 10**12)  # of shipped scores of small tables


def consensus(table: Table) -> Row:
    """Return the mean of the models."""
    return tuple(sum(column, Fraction(0)) / len(table) for column in zip(*table, strict=True))


def mean_entropy(table: Table) -> Logs:
    """Return the mean of the entropies of the models."""
    terms = ((-p / len(table), p) for row in table for p in row if p)
    return combination(terms)


@cache
def information(table: Table) -> Logs:
    """Return the mutual information of label and model, by its definition."""
    label = consensus(table)
    cells = ((p, q) for row in table for p, q in zip(row, label, strict=True) if p)
    return combination((p / len(table), p / q) for p, q in cells)


def tables(models: int, classes: int, d: int) -> Iterator[Table]:
    """Go through all tables with entries k/d, up to the order of models."""
    yield from combinations_with_replacement(tuple(rows(classes, d)), models)


def few() -> Iterable[Table]:
    """Go through two special tables and small ones with entries k/4 or k/2."""
    return chain((UNSURE, CLOSE), tables(2, 2, 4), tables(3, 2, 2))


def many() -> Iterable[Table]:
    """Go through tables with two or three models and classes."""
    return chain(tables(2, 3, 4), tables(3, 2, 6), tables(3, 3, 2), tables(2, 2, 12))


FEW = "models x classes: 2 x 2 with entries k/4, 3 x 2 with k/2, and two tables more"
MANY = "models x classes: 2 x 3 with entries k/4, 3 x 2 with k/6, 3 x 3 with k/2, 2 x 2 with k/12"


def compared(score: Score, several: Iterable[Table], python: str) -> Finding:
    """Compare a score with the mutual information."""
    count = 0
    for table in several:
        claimed, computed = score(table), information(table)
        if claimed != computed:
            shown = Counterexample(less(computed, claimed), python) if computed < claimed else None
            where = "; ".join(" ".join(map(str, row)) for row in table)
            return fails(where, claimed=claimed, computed=computed, counterexample=shown)
        count += 1
    return holds(f"{count} tables: the same combination of logarithms")


def by_definition(python: str = "", first: Iterable[Table] = ()) -> tuple[Check[Score], ...]:
    """Return the checks that a score is the mutual information.

    Parameters
    ----------
    python
        Shows that the score exceeds the information on the first table where it does.
    first
        Tables to start with.

    """

    def small_tables(score: Score, rng: np.random.Generator) -> Finding:
        """Compare on few tables."""
        del rng
        return compared(score, chain(first, few()), python)

    def larger_tables(score: Score, rng: np.random.Generator) -> Finding:
        """Compare on many tables."""
        del rng
        return compared(score, chain(first, many()), python)

    return (
        Check(Method.EXHAUSTIVE, small_tables, scope=FEW),
        Check(Method.EXHAUSTIVE, larger_tables, scope=MANY, tier="normal"),
    )


def shipped(score: Score, rng: np.random.Generator) -> Finding:
    """Compare with what the package returns for all tables of a shape at once."""
    from altheory.acquisition import bald

    del rng
    shapes = [((UNSURE,), "3 x 3"), (tuple(tables(2, 2, 4)), "2 x 2")]
    for several, shape in shapes:
        found = bald([[[float(p) for p in row] for row in table] for table in several])
        for table, value in zip(several, found.tolist(), strict=True):
            off = score(table).nats - Fraction(value)
            if not (off.lo >= -ROUNDING and off.hi <= ROUNDING):
                return fails(f"{shape}: {table}", claimed=score(table), computed=value)
    return holds("within 1e-12 of what altheory.acquisition.bald returns")


def difference_of_entropies(table: Table) -> Logs:
    """Return the entropy of the consensus less the mean entropy."""
    return entropy(consensus(table)) - mean_entropy(table)
