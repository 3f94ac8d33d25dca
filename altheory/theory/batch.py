r"""What asking in batches costs on thresholds.

A batch of :math:`b` uniform instances of the disagreement region leaves a
fraction of it that follows the law Beta(2, b), and

.. math:: \mathbb E[-\ln \mathrm{Beta}(2, b)] = H_{b+1} - 1

nats are gained for :math:`b` labels.  One at a time gains 1/2 nat a label, a
batch of ten a fifth, and bisection :math:`\ln 2`: the price of fewer rounds.
"""

from fractions import Fraction

from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count
from altheory.theory._log_series import exact_log_series, harmonic


def batch_gain(b: int) -> ClosedForm:
    r"""Return :math:`H_{b+1} - 1`, the nats that a batch of ``b`` labels gains.

    >>> print(batch_gain(2))
    5/6
    """
    b = count(b, "a batch")
    return ClosedForm(harmonic(b + 1) - 1, lambda: exact_log_series(Fraction(1), b + 1) - 1)


def batch_gain_per_label(b: int) -> ClosedForm:
    r"""Return :math:`(H_{b+1} - 1)/b` nats.

    >>> print(batch_gain_per_label(1), batch_gain_per_label(2))
    1/2 5/12
    """
    gain = batch_gain(b)
    return ClosedForm(gain.enclosure / b, lambda: gain.exact / b)


def bisection_gain_per_label() -> Enclosure:
    r"""Return :math:`\ln 2` nats, more than which no label gains on average."""
    return Enclosure.exactly(2).log()
