r"""The sign test, turned around: the median lies between two order statistics, whatever the law.

Of n independent values of one law, at most k - 1 lie at or below its median :math:`m` with
probability at most :math:`P(\mathrm{Bin}(n, \tfrac12) \le k - 1)`, since each does with
probability at least 1/2.  So the k-th smallest exceeds :math:`m` no more often than that, and

.. math:: P\bigl(X_{(k)} \le m \le X_{(n+1-k)}\bigr)
          \ge 1 - 2 P(\mathrm{Bin}(n, \tfrac12) \le k - 1),

for every median if there are several.  For continuous laws this is an equality: the interval of
the sign test.  Nothing is asked of the law; a bound on a mean cannot do without its range.
"""

from collections.abc import Iterable
from fractions import Fraction
from math import comb
from typing import Any

from altheory.bounds._bound import Bound, Side, interval, level, within
from altheory.errors import DomainError
from altheory.numeric.inputs import listed, rational
from altheory.numeric.rational import readable

LATEX = (
    r"X_{(k)} \le m \le X_{(n+1-k)}, \quad "
    r"P\bigl(\mathrm{Bin}(n, \tfrac12) \le k - 1\bigr) \le \frac\delta2"
)


def sign_test(
    values: Iterable[Any], delta: Any, *, side: Side = "two-sided", low: Any = 0, high: Any = 1
) -> Bound:
    """Bound the median of the law of independent values in ``[low, high]``.

    Parameters
    ----------
    values
        The sample: independent numbers of one law in ``[low, high]``.
    delta
        The error probability, in (0, 1); split evenly if two-sided.
    side
        ``"two-sided"``, ``"lower"`` or ``"upper"``.
    low, high
        Where values lie: the ends that are reported where too few values say more.

    Returns
    -------
    Bound
        Ends that are values of the sample, exactly.

    Raises
    ------
    DomainError
        If there is no value, or one outside the range.

    References
    ----------
    ``thompson1936``.

    Examples
    --------
    Five values say nothing at this level: with probability 1/16 all are on one side.

    >>> print(sign_test([1, 2, 3, 4, 5, 6], Fraction(1, 20), high=9))
    the median in [1, 6] (at n = 6, delta = 0.05, two-sided)
    >>> print(sign_test([1, 2, 3, 4, 5], Fraction(1, 20), high=9))
    the median in [0, 9] (at n = 5, delta = 0.05, two-sided)

    """
    low, high = interval(low, high)
    each = level(delta, side)
    ordered = sorted(rational(v, "a value") for v in listed(values, "the values"))
    if not ordered:
        raise DomainError("a median needs at least one value, got none")
    if not low <= ordered[0] <= ordered[-1] <= high:
        ends, found = ((readable(a), readable(b)) for a, b in ((low, high), _ends(ordered)))
        raise DomainError(f"values lie in [{', '.join(ends)}], got {' to '.join(found)}")
    k = _rank(len(ordered), each)
    return within(
        low,
        high,
        lambda: ordered[k - 1] if k else low,
        lambda: ordered[-k] if k else high,
        quantity="the median",
        delta=delta,
        n=len(ordered),
        side=side,
        source="thompson1936; as commonly stated",
        assumptions=("independent", f"values in [{low}, {high}]", "fixed sample size"),
        latex=LATEX,
    )


def _ends(ordered: list[Fraction]) -> tuple[Fraction, Fraction]:
    return ordered[0], ordered[-1]


def _rank(n: int, delta: Fraction) -> int:
    """Return the largest k with P(Bin(n, 1/2) <= k - 1) <= delta, which may be 0."""
    k, tail = 0, Fraction(0)
    while (tail := tail + Fraction(comb(n, k), 2**n)) <= delta:  # P(Bin <= k) now
        k += 1
    return k
