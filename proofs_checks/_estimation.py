r"""How many queries an estimate of the target within epsilon takes.

One output is within epsilon of an interval of targets of width 2 epsilon, and q
answers lead to at most :math:`2^q` outputs, which must cover [0, 1].
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic, python_of
from altheory.ledger.claim import Counterexample, Finding, fails, holds
from proofs_checks._bisections import DENOMINATORS, accuracies, guarantee

Queries: TypeAlias = Callable[[Fraction], int]


def bisection_is_close(formula: Queries, rng: np.random.Generator) -> Finding:
    """Run bisection on every sequence of answers, and no query less may be enough.

    Whoever asks a query less, as bisection or otherwise, is refuted or vindicated by
    the same number: :math:`2^{-q}/2` is what bisection guarantees.
    """
    del rng
    for epsilon in accuracies():
        queries = formula(epsilon)
        _, error = guarantee(min(queries, 7))
        if error > epsilon:
            return fails(f"epsilon = {epsilon}", claimed=queries, computed=f"error {error}")
        if queries and guarantee(queries - 1)[1] <= epsilon:
            return fails(
                f"epsilon = {epsilon}: a query less is enough",
                claimed=queries,
                computed=f"<= {queries - 1}",
                counterexample=saving(queries - 1, epsilon),
            )
    return holds(f"every epsilon = a/b < 1 with b <= {DENOMINATORS}, every sequence of answers")


def fewer_cannot_cover(formula: Queries, rng: np.random.Generator) -> Finding:
    """Count: with one query less, so many intervals of width 2 epsilon do not cover [0, 1]."""
    del rng
    for epsilon in accuracies():
        queries = formula(epsilon)
        if queries and 2 ** (queries - 1) * 2 * epsilon >= 1:
            return fails(
                f"epsilon = {epsilon}: a query less is enough",
                claimed=queries,
                computed=f"<= {queries - 1}",
                counterexample=saving(queries - 1, epsilon),
            )
    return holds(f"every epsilon = a/b < 1 with b <= {DENOMINATORS}, every learner")


def saving(queries: int, epsilon: Fraction) -> Counterexample:
    """Show that after ``queries`` halvings the middle is within epsilon of every target."""
    half = ("/", ("^", Fraction(1, 2), queries), 2)
    certificate = arithmetic(half, "<=", "epsilon", {"epsilon": epsilon})
    return Counterexample(certificate, python_of(certificate))
