r"""The exact interval for a probability, from successes in independent trials.

With :math:`k` successes in :math:`n` trials the interval holds all :math:`p` under which
neither so few nor so many successes would have a chance below :math:`\alpha / 2`
(``clopper1934``).  Its ends are quantiles of Beta laws, here by SciPy in floats and pushed
outward by far more than SciPy's error.
"""

from altheory.errors import DomainError
from altheory.numeric.inputs import count, open_unit

OUTWARD = 1e-9  # relative; the quantiles are good to 1e-13


def binomial_interval(k: int, n: int, level: float) -> tuple[float, float]:
    """Return the interval that misses the probability with chance at most ``1 - level``.

    References
    ----------
    ``clopper1934``.

    Examples
    --------
    No success in two trials at level 1/2: the upper end p has (1 - p)^2 = 1/4.

    >>> low, high = binomial_interval(0, 2, 0.5)
    >>> low, round(high, 6)
    (0.0, 0.5)

    """
    from scipy.special import betainccinv, betaincinv

    k, n = count(k, "a number of successes", least=0), count(n, "a number of trials")
    tail = float(1 - open_unit(level, "a level")) / 2
    if k > n:
        raise DomainError(f"at most every trial succeeds, got {k} of {n}")
    low = float(betaincinv(k, n - k + 1, tail)) if k else 0.0
    high = float(betainccinv(k + 1, n - k, tail)) if k < n else 1.0
    return low * (1 - OUTWARD), min(high * (1 + OUTWARD), 1.0)
