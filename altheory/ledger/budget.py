"""One false-alarm budget for everything random that runs together.

By the union bound the probability that any of several true statements is
rejected is at most the sum of their alphas, dependent or not.  That sum must
stay within the budget; alphas are read as the decimals they were written as, so
that ten times 1e-5 is exactly 1e-4.
"""

from collections.abc import Iterable
from fractions import Fraction

from altheory.errors import BudgetError

BUDGET = Fraction(1, 10_000)


def spent(alphas: Iterable[float | None]) -> Fraction:
    """Return the family-wise probability of a false alarm, at most; None spends nothing.

    >>> spent([1e-5] * 10) == BUDGET
    True
    """
    return sum((Fraction(str(alpha)) for alpha in alphas if alpha is not None), Fraction(0))


def within(alphas: Iterable[float | None]) -> Fraction:
    """Return what is spent, or refuse it if it is more than the budget."""
    total = spent(alphas)
    if total > BUDGET:
        raise BudgetError(
            f"the statistical checks spend {float(total):.3g} of a false-alarm budget of "
            f"{float(BUDGET):g}; give each a smaller alpha or select fewer"
        )
    return total
