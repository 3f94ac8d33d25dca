r"""Consistent rules that few labels decide: an exact sample size.

Let a rule choose from every labeled sample a hypothesis that contradicts no label, such
that at most s of the labels, its *support*, would have been enough, and a label that the
hypothesis of a sample does not contradict changes nothing.  The nearest point of a cone is
of that kind.  Then for m independent labels of a target

.. math:: P(\mathrm{err} > \varepsilon) \le P(\mathrm{Bin}(m, \varepsilon) \le s - 1),

the theorem of Campi and Garatti on convex programs.  Why: give the labels independent
uniform priorities and fill the support up to s labels by those with the least ones.  The
sample is decided by s labels A iff each of the others agrees with the hypothesis of A and
has no lower priority than the filling of A, with probability :math:`1 - V_A`, say, for
each, where :math:`V_A \ge \mathrm{err}`.  All A are as likely to decide, so
:math:`\mathbb E[(1 - V_A)^{m-s}] = 1/\binom ms` for all m.  Those are the moments of
:math:`1 - V_A` if :math:`V_A` has the law Beta(s, 1), and

.. math:: P(V > \varepsilon) = \binom ms \int_\varepsilon^1 (1 - v)^{m-s} s v^{s-1} dv .
"""

from fractions import Fraction
from functools import lru_cache

from altheory.bounds._binomial import tail_at_most


@lru_cache(maxsize=4096)
def least_sample(support: int, error: Fraction, delta: Fraction) -> int:
    r"""Return the least m with :math:`P(\mathrm{Bin}(m, \varepsilon) \le s - 1) \le \delta`.

    Parameters
    ----------
    support
        How many labels decide, at least 1.
    error, delta
        In (0, 1).

    Examples
    --------
    >>> least_sample(1, Fraction(1, 2), Fraction(1, 8))
    3
    >>> least_sample(9, Fraction(1, 12), Fraction(1, 20))
    170

    """
    few, enough = support - 1, support
    while not tail_at_most(support - 1, enough, error, delta):
        few, enough = enough, 2 * enough
    # invariant: few labels are too few, and enough suffice
    while enough - few > 1:
        middle = (few + enough) // 2
        suffices = tail_at_most(support - 1, middle, error, delta)
        few, enough = (few, middle) if suffices else (middle, enough)
    return enough
