r"""One bet of a hypothesis h against a rival c: its factor, fair or better if h is no worse.

An instance x is drawn with probability q(x) where the law has d(x), and its label y is bought.
With the ratio :math:`r = d(x) / q(x)`, the mass :math:`D = D(c \ne h)` and

.. math:: \text{gain} = 1\{c(x) \ne h(x)\} \, (1\{h(x) \ne y\} + 1\{c(x) = y\}) \in \{0, 1, 2\}

a stake w multiplies the capital of h by :math:`f = 1 + w (r \cdot \text{gain} - b)`, where b is
either the mass D, which asks nothing of q, or :math:`r \, 1\{c(x) \ne h(x)\}`, which needs
:math:`w r \le 1` everywhere.  Both have mean :math:`r \, 1\{c(x) \ne h(x)\} = D` if q is positive
where c and h differ, so f has the mean :math:`1 + w (\mathrm{err}(h) - \mathrm{err}(c))`.

A rival that is worse than h by more than :math:`\varepsilon < D` can give odds: the same stake
with the bonus

.. math:: g = f + w \, \frac{\varepsilon}{D - \varepsilon} \, r \cdot \text{gain} \ge f

has the mean :math:`1 + \frac{w D}{D - \varepsilon} (\mathrm{err}(h) - \mathrm{err}(c) +
\varepsilon)`.  A bet that is lost, gain = 0, loses the same.
"""

from typing import Any

MOST = 0.98  # of the capital is at stake: who loses everything never returns


def fair(stake: Any, won: Any, paid: Any) -> Any:
    """Return the factor f: the stake buys ``won``, which is r times gain, for ``paid``, b."""
    return 1 + stake * (won - paid)


def bonus(stake: Any, won: Any, odds: Any) -> Any:
    """Return g - f for odds of epsilon / (D - epsilon)."""
    return stake * odds * won
