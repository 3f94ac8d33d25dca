r"""Dvoretzky, Kiefer and Wolfowitz with Massart's constant: a whole distribution at once.

For the empirical distribution function :math:`F_n` of :math:`n` independent draws
from :math:`F`, whatever it is,

.. math:: P\Bigl(\sup_x |F_n(x) - F(x)| > \varepsilon\Bigr) \le 2 e^{-2 n \varepsilon^2},

and without the factor 2 for :math:`\sup_x (F_n - F)(x)` alone, at least where the
right side is at most one half.  It speaks of nested sets :math:`\{X \le x\}`; the
error sets of noisy thresholds are not nested, and it does not bound their risk;
``dkw_risk`` splits them into two chains that are.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._bound import Bound, Side, level
from altheory.bounds._uniform import Uniform
from altheory.bounds.dkw_risk import uniform as two_chains
from altheory.bounds.hoeffding import radius_of
from altheory.errors import DomainError
from altheory.numeric.inputs import count

LATEX = r"\sup_x |F_n(x) - F(x)| \le \sqrt{\frac{\ln(2/\delta)}{2n}}"


def dkw(n: int, delta: Any, *, side: Side = "two-sided") -> Bound:
    r"""Bound the largest deviation of an empirical distribution function.

    Parameters
    ----------
    n
        The sample size, fixed before the data.
    delta
        The error probability, in (0, 1); at most 1/2 if one-sided.
    side
        ``"two-sided"`` for :math:`\sup |F_n - F|`, ``"upper"`` for
        :math:`\sup (F - F_n)`, ``"lower"`` for :math:`\sup (F_n - F)`.

    Returns
    -------
    Bound
        The deviation lies between 0 and ``upper``, which is rounded up.

    Raises
    ------
    DomainError
        If a value lies outside its set.

    References
    ----------
    ``massart1990``, as commonly stated.

    Examples
    --------
    >>> print(dkw(100, Fraction(1, 20)))
    sup |F_n - F| in [0, 0.13581] (at n = 100, delta = 0.05, two-sided)

    """
    n, each = count(n, "the sample size"), level(delta, side)
    if each > Fraction(1, 2):
        raise DomainError(f"the one-sided inequality is stated for delta <= 1/2, got {delta}")
    names = {"two-sided": "sup |F_n - F|", "upper": "sup F - F_n", "lower": "sup F_n - F"}
    return Bound(
        lower=Fraction(0),
        upper=min(Fraction(1), radius_of(n, each)),
        quantity=names[side],
        delta=delta,
        n=n,
        side=side,
        source="massart1990; as commonly stated",
        assumptions=("independent draws", "fixed sample size"),
        latex=LATEX,
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the two-chain form: the plain bound does not hold for risks."""
    return two_chains(hypotheses)
