r"""What CAL on the sphere pays for asking in batches.

A batch goes on with the disagreement region that it began with: it asks for each of its
instances with the probability that the region had then.  With batches that end after
:math:`n_1 < n_2 < \dots` instances, and :math:`p_n` the mean mass of the region after n,

.. math:: \mathbb E[\text{labels}] = \sum_i (n_{i+1} - n_i)\, p_{n_i} .

If each batch multiplies the number of instances by :math:`\rho`, it asks for
:math:`(\rho - 1)\, n\, p_n \to (\rho - 1)\, c_d` labels while :math:`\ln n` grows by
:math:`\ln \rho`: a price of :math:`(\rho - 1)/\ln \rho` for a logarithmic number of rounds.
"""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, rational
from altheory.theory.sphere_version_space import expected_disagreement_sphere


def geometric_batch_price(ratio: Any) -> ClosedForm:
    r"""Return :math:`(\rho - 1)/\ln \rho`, what batches of ratio ``ratio`` > 1 cost in the limit.

    >>> print(geometric_batch_price(2))
    1.44269504089
    """
    rho = rational(ratio, "a ratio")
    if rho <= 1:
        raise DomainError(f"the ratio of batches is more than 1, got {ratio}")

    def exact() -> Any:
        import sympy as sp

        r = sp.Rational(rho.numerator, rho.denominator)
        return (r - 1) / sp.log(r)

    return ClosedForm((rho - 1) / Enclosure.exactly(rho).log(), exact)


def batched_expected_queries_sphere(dimension: int, ends: Iterable[int]) -> ClosedForm:
    r"""Return the mean number of labels if batches end after so many instances.

    Parameters
    ----------
    dimension
        :math:`d \ge 2`.
    ends
        Increasing positive integers, the last of them the length of the stream.

    Examples
    --------
    >>> print(batched_expected_queries_sphere(2, [1, 2, 4]))  # 1 + 1 + 2 (2/3)
    10/3

    """
    at = [0, *(count(n, "the end of a batch") for n in ends)]
    if any(first >= second for first, second in pairwise(at)):
        raise DomainError(f"the ends of batches increase, got {at[1:]}")
    parts = [(m - n, expected_disagreement_sphere(dimension, n)) for n, m in pairwise(at)]
    enclosure = sum((size * p.enclosure for size, p in parts), Enclosure.exactly(0))
    known = all(p.expression for _, p in parts)
    return ClosedForm(
        enclosure, (lambda: sum((s * p.exact for s, p in parts), Fraction(0))) if known else None
    )
