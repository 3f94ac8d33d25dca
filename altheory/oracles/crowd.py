r"""A crowd: labelers with different error rates, who err independently.

Labeler i errs with probability :math:`e_i`, whatever the instance and the others say.
The number of wrong votes has a Poisson-binomial law, here in rationals, and the majority
is a labeler of its own: classification noise at its chance of being wrong, with the
target as Bayes classifier as long as that is at most 1/2.

Given the votes and even odds, the label is + rather than - by the odds

.. math:: \prod_{i : v_i = +} \frac{1 - e_i}{e_i} \prod_{i : v_i = -} \frac{e_i}{1 - e_i},

so the best decision is a vote weighted by log odds [nitzan1982optimal]_; comparing the
products decides it exactly, without a logarithm, ties included.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any, Literal, final

from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import label, listed, rational
from altheory.numeric.seeds import Rng, generator
from altheory.oracles._draw import beside, draw_label
from altheory.oracles._parts import hypothesis
from altheory.oracles._step_labels import StepLabels
from altheory.protocols import Label

LARGEST = 16  # of a crowd whose 2^n votes are gone through one by one


@final
@dataclass(frozen=True, slots=True)
class Crowd:
    """Labelers of one target, each with its own error rate.

    Parameters
    ----------
    target
        The hypothesis that all of them mean to report.
    rates
        The error rates, rationals in [0, 1]; above 1/2 a labeler is worth its contrary.

    """

    target: Any
    rates: tuple[Fraction, ...]

    def __post_init__(self) -> None:
        hypothesis(self.target)
        rates = tuple(rational(e, "an error rate") for e in listed(self.rates, "the error rates"))
        if not rates or min(rates) < 0 or max(rates) > 1:
            raise DomainError(f"a crowd has error rates in [0, 1], at least one, got {self.rates}")
        object.__setattr__(self, "rates", rates)

    def votes(self, x: Any, rng: Rng) -> tuple[Label, ...]:
        """Draw one vote of each labeler on the label of ``x``."""
        stream, truth = generator(rng), self.target(x)
        return tuple(truth * -draw_label(beside(e), stream) for e in self.rates)

    def wrong_votes(self) -> tuple[Fraction, ...]:
        """Return the probability of each number of wrong votes, from none to all."""
        law = [Fraction(1)]
        for e in self.rates:
            more, none = [Fraction(0), *law], [*law, Fraction(0)]
            law = [a * (1 - e) + b * e for a, b in zip(none, more, strict=True)]
        return tuple(law)

    def majority_error(self) -> Fraction:
        """Return the chance that the majority is wrong; a fair coin decides an even split."""
        n, law = len(self.rates), self.wrong_votes()
        split = law[n // 2] / 2 if n % 2 == 0 else Fraction(0)
        return split + sum(law[n // 2 + 1 :], Fraction(0))

    def majority(self) -> StepLabels[Any]:
        """Return the label law of the majority."""
        wrong, positive = self.majority_error(), self.target.positive
        return StepLabels(((positive, 1 - wrong), (~positive, wrong)))

    def weighted_vote(self, votes: Sequence[Any]) -> Literal[-1, 0, 1]:
        """Return the more probable label given the votes and even odds, 0 for a tie.

        Raises
        ------
        DomainError
            If there is not one vote a labeler, or the votes are impossible together.

        """
        positive, negative = self._chance(votes, 1), self._chance(votes, -1)
        if positive == negative == 0:
            raise DomainError(f"labelers who never err contradict each other in {votes}")
        return 0 if positive == negative else (1 if positive > negative else -1)

    def weighted_error(self) -> Fraction:
        """Return the error of the weighted vote, the least that any rule of the votes has.

        Rule by rule, the error under even odds is half the sum over all votes of the
        chance of the label decided against; a tie counts the same either way.

        Raises
        ------
        BudgetError
            If the crowd has more than ``LARGEST`` labelers.

        """
        if len(self.rates) > LARGEST:
            n = len(self.rates)
            raise BudgetError(
                f"the weighted error goes through all 2^{n} votes of {n} labelers, which is done "
                f"for at most {LARGEST}; majority_error() is never below it, whatever their number"
            )
        every = product((-1, 1), repeat=len(self.rates))
        against = (min(self._chance(v, 1), self._chance(v, -1)) for v in every)
        return sum(against, Fraction(0)) / 2

    def _chance(self, votes: Sequence[Any], truth: Label) -> Fraction:
        """Return the probability of the votes if ``truth`` is the label."""
        cast = [label(v) for v in listed(votes, "the votes")]
        if len(cast) != len(self.rates):
            raise DomainError(f"one vote of each of {len(self.rates)} labelers, got {len(cast)}")
        pairs = zip(cast, self.rates, strict=True)
        return prod((1 - e if v == truth else e for v, e in pairs), start=Fraction(1))


def crowd(target: Any, rates: Sequence[Any]) -> Crowd:
    """Return the crowd that labels ``target`` with the given error rates.

    Raises
    ------
    DomainError
        If the target is no hypothesis, there is no labeler, or a rate lies outside [0, 1].

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold
    >>> three = crowd(Threshold(0.5), [Fraction(1, 10), Fraction(1, 3), Fraction(1, 3)])
    >>> three.majority_error(), three.weighted_vote([-1, 1, 1]), three.weighted_error()
    (Fraction(7, 45), -1, Fraction(1, 10))

    """
    return Crowd(target, tuple(listed(rates, "the error rates")))
