r"""A union over a finite class: a bound for one hypothesis, for all of them at once.

If each of :math:`N` hypotheses, fixed before the data, leaves its interval with
probability at most :math:`\delta / N`, then any of them does with probability at most

.. math:: \sum_{i=1}^{N} \frac{\delta}{N} = \delta,

however the hypotheses depend on one another.
"""

from dataclasses import replace
from fractions import Fraction
from importlib import import_module
from typing import Any, Literal, get_args

from altheory.bounds._bound import Bound, Side
from altheory.bounds._uniform import Uniform, union
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.bounds.hoeffding import two_sided_radius
from altheory.discovery import nearest
from altheory.numeric.inputs import count, open_unit

LATEX = r"\mathrm{err}(h) \le \overline p\bigl(k_h, n, \tfrac{\delta}{|\mathcal H|}\bigr)"

Single = Literal["clopper_pearson", "kl"]


def finite_union(
    k: int,
    n: int,
    delta: Any,
    *,
    members: int,
    single: Single = "clopper_pearson",
    side: Side = "two-sided",
) -> Bound:
    """Bound the error of a hypothesis with ``k`` errors so that the bounds of all hold together.

    Parameters
    ----------
    k, n
        The number of errors, and of independent labeled instances fixed before the data.
    delta
        The error probability for all hypotheses together, in (0, 1).
    members
        The number of hypotheses of the class.
    single
        The bound for one hypothesis: ``"clopper_pearson"`` or ``"kl"``.
    side
        ``"two-sided"``, ``"lower"`` or ``"upper"``.

    Returns
    -------
    Bound
        Its ``delta`` is that of all hypotheses together.

    Raises
    ------
    DomainError
        If a value lies outside its set.
    UnknownNameError
        If there is no such bound for one hypothesis.

    References
    ----------
    ``langford2005``, as commonly stated.

    Examples
    --------
    >>> print(finite_union(0, 2, Fraction(1, 4), members=1, side="upper"))
    the error in [0, 0.5] (at n = 2, delta = 0.25, upper)

    """
    if str(single) not in get_args(Single):
        raise nearest(single, get_args(Single), "bound for one hypothesis")
    whole, share = open_unit(delta, "delta"), count(members, "the number of hypotheses")
    bound = vars(import_module(f"altheory.bounds.{single}"))[single]
    alone: Bound = bound(k, n, Fraction(whole, share), side=side)
    return replace(
        alone,
        delta=whole,
        quantity="the error",
        latex=LATEX,
        assumptions=(*alone.assumptions, f"one of {share} hypotheses fixed before the data"),
    )


def uniform(hypotheses: Any) -> Uniform:
    """Return the union of Clopper-Pearson bounds as a theorem for a finite class."""
    source = "langford2005; as commonly stated, with a union over the class"
    return union("finite_union", clopper_pearson, source, hypotheses, two_sided_radius)
