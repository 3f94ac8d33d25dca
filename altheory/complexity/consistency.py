r"""How many labels at random until every consistent hypothesis is good, exactly.

A hypothesis h is consistent with n labels of a target iff no instance fell where the two
differ, into :math:`\Delta_h`.  Let N be the number of independent instances after which no
consistent hypothesis of the class errs by more than :math:`\varepsilon`.  Then
:math:`N > n` iff some :math:`\Delta_h` of more than that mass was missed, and by inclusion
and exclusion

.. math:: P(N > n) = P\Bigl(\bigcup_h \{\Delta_h \text{ missed}\}\Bigr)
          = \sum_T c_T\, (1 - P(T))^n ,

where T goes through the unions of such sets.  So the mean of N is
:math:`\sum_T c_T / P(T)`, and all of it is rational.
"""

from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

from altheory.complexity._finite import labeler, law_of_points
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.numeric.inputs import count, open_unit, rational
from altheory.spaces.finite import FiniteRegion

STATES = 100_000  # unions of sets


@final
@dataclass(frozen=True, slots=True)
class PassiveLabels:
    r"""The law of the number N of labels that passive learning takes.

    Attributes
    ----------
    terms
        Pairs (c, q) with :math:`P(N > n) = \sum c q^n`, by ascending q; none if N = 0.

    """

    terms: tuple[tuple[int, Fraction], ...]

    @property
    def mean(self) -> Fraction:
        """The mean number of labels."""
        return sum((c / (1 - q) for c, q in self.terms), Fraction(0))

    def failure(self, n: int) -> Fraction:
        """Return the probability that ``n`` labels are not enough."""
        size = count(n, "a number of labels", least=0)
        return sum((c * q**size for c, q in self.terms), Fraction(0))

    def sample_size(self, delta: Any) -> int:
        """Return the least number of labels that fails with probability at most ``delta``."""
        allowed, enough = open_unit(delta, "delta"), 1
        while self.failure(enough) > allowed:
            enough *= 2
        least = enough // 2  # invariant: too few, or 0; and ``enough`` are enough
        while enough - least > 1:
            middle = (least + enough) // 2
            least, enough = (least, middle) if self.failure(middle) <= allowed else (middle, enough)
        return 0 if self.failure(0) <= allowed else enough


def passive_labels(
    of: FiniteClass, target: FiniteHypothesis, epsilon: Any = 0, law: Any = None
) -> PassiveLabels:
    r"""Return the law of the number of labels until no consistent hypothesis errs by more.

    Parameters
    ----------
    of
        The finite class.
    target
        Who labels; if it is not in the class, N also ends when nobody is consistent.
    epsilon
        The error allowed, at least 0.
    law
        The law of the instances, by default uniform.

    Raises
    ------
    BudgetError
        If the sets on which hypotheses differ have more than ``STATES`` unions.

    References
    ----------
    ``altheory``: own derivation.

    Examples
    --------
    To tell "-+" from both "--" and "++" takes both points: 1 and then 2 draws on average.

    >>> of = FiniteClass(2, ["--", "-+", "++"])
    >>> needed = passive_labels(of, of.parse_target("-+"))
    >>> needed.mean, needed.failure(2), needed.sample_size(Fraction(1, 10))
    (Fraction(3, 1), Fraction(1, 2), 5)

    """
    measure, least = law_of_points(of, law), rational(epsilon, "an error")
    if least < 0:
        raise DomainError(f"an error is at least 0, got {epsilon}")
    truth = labeler(of, target).positive.mask
    regions = (FiniteRegion(of.n_points, h ^ truth) for h in of.hypotheses)
    missed = _minimal(d.mask for d in regions if measure.mass(d) > least)
    unions: Counter[int] = Counter()
    for mask in missed:
        unions.update(_joined(unions, mask))
        if len(unions) > STATES:
            raise BudgetError(
                f"hypotheses differ from {target} on sets with more than {STATES} unions; "
                "take fewer points"
            )
    terms: Counter[Fraction] = Counter()
    for mask, c in unions.items():
        terms[1 - measure.mass(FiniteRegion(of.n_points, mask))] += c
    return PassiveLabels(tuple((c, q) for q, c in sorted(terms.items()) if c))


def _minimal(masks: Any) -> list[int]:
    """Return the sets that hold no other: who misses a set misses its subsets."""
    found: list[int] = []
    for mask in sorted(set(masks), key=int.bit_count):
        if all(mask & other != other for other in found):
            found.append(mask)
    return found


def _joined(unions: Counter[int], mask: int) -> Counter[int]:
    """Return what one more event adds: itself, less where it happens with the others."""
    more: Counter[int] = Counter({mask: 1})
    for other, c in unions.items():
        more[other | mask] -= c
    return more
