r"""Clopper-Pearson: turn the binomial tail around.

With :math:`k` successes in :math:`n` independent trials, a probability :math:`p`
is too large if so few successes would be a surprise:

.. math:: \overline p(k) = \sup \{p : P(\mathrm{Bin}(n, p) \le k) \ge \delta\}.

The true :math:`p` exceeds :math:`\overline p(K)` only where the lower tail at
:math:`p` is below :math:`\delta`, which has probability at most :math:`\delta`.
No bound that increases with :math:`k` is valid and smaller.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._binomial import BALLS_UP_TO, EXACT_UP_TO, proportion, successes, tail_at_most
from altheory.bounds._bound import Bound, Side, level, upper_end
from altheory.bounds._uniform import Uniform, union
from altheory.bounds.hoeffding import two_sided_radius

LATEX = r"P\bigl(\mathrm{Bin}(n, \overline p) \le k\bigr) = \delta"


def clopper_pearson(k: int, n: int, delta: Any, *, side: Side = "two-sided") -> Bound:
    r"""Bound a probability from ``k`` successes in ``n`` trials.

    Parameters
    ----------
    k, n
        The number of successes, and of trials fixed before the data.
    delta
        The error probability, in (0, 1); split evenly if two-sided.
    side
        ``"two-sided"``, ``"lower"`` or ``"upper"``.

    Returns
    -------
    Bound
        Ends on the grid of multiples of :math:`2^{-48}`, rounded outward.

    Raises
    ------
    DomainError
        If ``k`` is not in ``0..n`` or ``delta`` not in (0, 1).

    Notes
    -----
    For more than :math:`2^{50}` trials, or thousands of successes in more than
    :math:`2^{16}` times as many trials, not every term of the tail is added: it is
    rounded up, so the bound stays valid and lies a little further out.

    References
    ----------
    ``clopper1934``; ``langford2005`` (binomial tail inversion).

    Examples
    --------
    No success in n trials: the bound is 1 - delta^(1/n).

    >>> print(clopper_pearson(0, 2, Fraction(1, 4), side="upper"))
    the probability in [0, 0.5] (at n = 2, delta = 0.25, upper)

    """
    k, n = successes(k, n)
    each = level(delta, side)
    source = "clopper1934; as commonly stated"
    return proportion(
        k, n, lambda j: _upper(j, n, each), delta=delta, side=side, source=source, latex=LATEX
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a finite class, by a union."""
    source = "langford2005; as commonly stated, with a union over the class"
    return union("clopper_pearson", clopper_pearson, source, hypotheses, two_sided_radius)


def _upper(k: int, n: int, delta: Fraction) -> Fraction:
    def excluded(p: Fraction) -> bool:
        return tail_at_most(k, n, p, delta)

    if not EXACT_UP_TO < n <= BALLS_UP_TO:  # cheap tests need no hint, floats give none beyond
        return upper_end(excluded, Fraction(k, n))
    from scipy.special import betaincc

    limit = float(delta)
    return upper_end(excluded, Fraction(k, n), lambda p: bool(betaincc(k + 1, n - k, p) <= limit))
