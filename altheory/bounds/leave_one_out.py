r"""Leave one out: comparators that the sample itself proposes, with exact binomial tails.

To drop a fixed hypothesis one looks for a better one, and the instances of the sample propose
some: the threshold at each of them.  A comparator made from instance :math:`j` depends on that
instance, so it is judged by the others.  Given :math:`x_j` these are independent still, and where
the two hypotheses differ the comparator is right with one probability :math:`q_j`:

.. math:: P\Bigl(\exists j \le n : P\bigl(\mathrm{Bin}(m_j, q) \ge k_j\bigr) \le \frac\delta n
          \text{ at } q = q_j\Bigr) \le \delta,

where :math:`k_j` of the :math:`m_j` other instances on which they differ are in its favor.  If
the fixed hypothesis is best no :math:`q_j` exceeds 1/2.

Without leaving one out a union over the n + 1 labelings of a sample is no theorem: which they are
depends on the sample.
"""

from dataclasses import replace
from typing import Any

from altheory.bounds._binomial import successes
from altheory.bounds._bound import Bound
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.errors import DomainError
from altheory.numeric.inputs import count, open_unit

LATEX = r"P\bigl(\mathrm{Bin}(m_j, \underline q_j) \ge k_j\bigr) = \frac\delta n"
SOURCE = "langford2005; special case: given the instance left out"


def leave_one_out(k: int, m: int, n: int, delta: Any) -> Bound:
    """Bound how often a comparator made from one of ``n`` instances is right, for all of them.

    Parameters
    ----------
    k, m
        Of the other instances the comparator and the fixed hypothesis differ on ``m``, and it
        is right on ``k`` of these.
    n
        The sample size, fixed before the data; ``m`` is less.
    delta
        The error probability for all comparators together, in (0, 1).

    Returns
    -------
    Bound
        A lower bound on the chance that the comparator is right where they differ; above
        1/2 the fixed hypothesis is not best.

    Raises
    ------
    DomainError
        If a value lies outside its set.

    References
    ----------
    ``langford2005`` (binomial tail inversion); leaving one out is derived here.

    Examples
    --------
    >>> print(leave_one_out(3, 3, 4, 0.5))
    the chance that a comparator is right in [0.5, 1] (at n = 4, delta = 0.5, lower)

    """
    n, whole = count(n, "the sample size"), open_unit(delta, "delta")
    k, m = successes(k, m, least=0)
    if m >= n:
        raise DomainError(f"of {n} instances at most {n - 1} are others, got {m}")
    alone = clopper_pearson(k, max(m, 1), whole / n, side="lower")
    return replace(
        alone,
        quantity="the chance that a comparator is right",
        delta=whole,
        n=n,
        source=SOURCE,
        assumptions=("independent labeled instances", "fixed sample size"),
        latex=LATEX,
    )
