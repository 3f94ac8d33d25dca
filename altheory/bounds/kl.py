r"""The Chernoff bound turned around: a closed form almost as tight as the tail.

With :math:`\hat p = k / n` and the relative entropy of two coins

.. math:: \mathrm{kl}(q \,\|\, p) = q \ln\frac qp + (1 - q) \ln\frac{1-q}{1-p},
          \qquad
          \overline p(k) = \sup\{p : \mathrm{kl}(\hat p \,\|\, p) \le \ln(1/\delta) / n\},

as :math:`P(\mathrm{Bin}(n, p) \le k) \le e^{-n \, \mathrm{kl}(k/n \| p)}` for
:math:`k \le np`.  One hypothesis pays no union factor: the terms
:math:`\ln(n + 1)` or :math:`\ln(2 \sqrt n)` belong to PAC-Bayes.
"""

from fractions import Fraction
from typing import Any

from altheory.bounds._binomial import cross_entropy, proportion, successes, surprised
from altheory.bounds._bound import Bound, Side, level
from altheory.bounds._uniform import Uniform, union
from altheory.bounds.hoeffding import two_sided_radius
from altheory.numeric.enclosure import Enclosure

LATEX = r"\mathrm{kl}\bigl(\tfrac kn \,\|\, \overline p\bigr) = \frac{\ln(1/\delta)}{n}"


def kl(k: int, n: int, delta: Any, *, side: Side = "two-sided") -> Bound:
    r"""Bound a probability from ``k`` successes in ``n`` trials by relative entropy.

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

    References
    ----------
    ``langford2005`` (relative entropy Chernoff bound).

    Examples
    --------
    Without a success it is the exact tail inversion, 1 - delta^(1/n).

    >>> print(kl(0, 2, Fraction(1, 4), side="upper"))
    the probability in [0, 0.5] (at n = 2, delta = 0.25, upper)

    """
    k, n = successes(k, n)
    reached = Enclosure.exactly(1 / level(delta, side)).log() / n

    def upper(j: int) -> Fraction:
        q = Fraction(j, n)
        return surprised(j, n, reached + cross_entropy(q, q))

    source = "langford2005; as commonly stated"
    return proportion(k, n, upper, delta=delta, side=side, source=source, latex=LATEX)


def uniform(hypotheses: Any) -> Uniform:
    """Return the bound as a theorem for all hypotheses of a finite class, by a union."""
    source = "langford2005; as commonly stated, with a union over the class"
    return union("kl", kl, source, hypotheses, two_sided_radius)


def relative_entropy(q: Fraction, p: Fraction) -> Enclosure:
    """Enclose kl(q || p) in nats, for ``p`` in (0, 1)."""
    return cross_entropy(q, p) - cross_entropy(q, q)
