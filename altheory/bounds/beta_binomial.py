r"""The beta-binomial mixture: look after every trial, stop when you like.

The likelihood ratio of a coin of uniformly drawn bias against the coin :math:`p`,

.. math:: M_n(p) = \frac{\int_0^1 q^k (1 - q)^{n-k} \, dq}{p^k (1 - p)^{n-k}}
                 = \frac{1}{(n + 1) \binom nk p^k (1 - p)^{n-k}},

is a martingale under :math:`p` that starts at 1.  By Ville's inequality it ever
reaches :math:`1/\delta` with probability at most :math:`\delta`, so the
probabilities :math:`p` at which it has not yet done so are, for all :math:`n`
together, a confidence interval.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._binomial import log_choose, proportion, successes, surprised
from altheory.bounds._bound import Bound
from altheory.bounds._uniform import Uniform, union
from altheory.bounds.hoeffding import radius_of
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import open_unit

LATEX = r"\frac{1}{(n + 1) \binom nk p^k (1 - p)^{n-k}} < \frac1\delta"


def beta_binomial(k: int, n: int, delta: Any) -> Bound:
    r"""Bound a probability from ``k`` successes in ``n`` trials, at every ``n`` at once.

    Parameters
    ----------
    k, n
        The numbers of successes and trials so far; ``n`` may depend on the data.
    delta
        The error probability, in (0, 1), for all sample sizes together.

    Returns
    -------
    Bound
        Two-sided and ``anytime``; ends on the grid of multiples of
        :math:`2^{-48}`, rounded outward.

    Raises
    ------
    DomainError
        If ``k`` is not in ``0..n`` or ``delta`` not in (0, 1).

    References
    ----------
    ``robbins1970`` (mixtures); ``ville1939``.

    Examples
    --------
    The price of looking: wider than Clopper-Pearson.

    >>> print(beta_binomial(50, 100, Fraction(1, 20)))
    the probability in [0.34459, 0.65541] (at every n, delta = 0.05, two-sided)

    """
    k, n = successes(k, n)
    won = Enclosure.exactly((n + 1) / open_unit(delta, "delta")).log()

    def upper(j: int) -> Fraction:
        return surprised(j, n, (won + log_choose(n, j)) / n)  # where M_n(p) >= 1 / delta

    return proportion(
        k,
        n,
        upper,
        delta=delta,
        side="two-sided",
        source="robbins1970; related: the mixture by the uniform law",
        latex=LATEX,
        anytime=True,
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a finite class, by a union."""
    source = "robbins1970; related: the mixture by the uniform law, with a union over the class"
    return union("beta_binomial", beta_binomial, source, hypotheses, _radius)


def _radius(n: int, delta: Fraction) -> Fraction:
    r"""Return a radius from :math:`M_n(p) \ge e^{n \, \mathrm{kl}(k/n \| p)} / (n + 1)`."""
    return radius_of(n, delta / (n + 1))
