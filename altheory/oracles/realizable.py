r"""The honest labeler: every answer is the target's.

:math:`P(y = h^*(x) \mid x) = 1`: the target is the Bayes classifier, its error is
zero, and a classifier errs where it differs from the target.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.numeric.enclosure import Enclosure
from altheory.oracles._arguments import without
from altheory.oracles._draw import beside
from altheory.oracles._parts import distribution, hypothesis
from altheory.oracles._step_labels import ends
from altheory.protocols import Oracle


@final
@dataclass(frozen=True, slots=True)
class TargetLabels:
    """The label law without chance; where the target has no label it is a named error."""

    target: Any

    def __post_init__(self) -> None:
        hypothesis(self.target)

    @property
    def bayes(self) -> Any:
        return self.target.positive

    @property
    def turns(self) -> tuple[Fraction, ...]:
        return ends([self.bayes, ~self.bayes])

    @property
    def is_step(self) -> bool:
        return True

    def probability(self, x: Any) -> Fraction:
        return Fraction(self.target(x) == 1)

    def compare(self, x: Any, u: Fraction) -> int:
        return beside(self.probability(x))(u)

    def error(self, positive: Any, law: Any) -> Fraction | Enclosure:
        """Return the mass on which a classifier differs from the target."""
        region = self.bayes
        mass: Fraction | Enclosure = distribution(law).mass(
            (region - positive) | (positive - region)
        )
        return mass

    def oracle(self, rng: np.random.Generator) -> Oracle[Any]:
        """Return the target itself: there is nothing to draw."""
        del rng
        oracle: Oracle[Any] = self.target
        return oracle


def realizable(target: Any) -> TargetLabels:
    """Return the label law of a labeler who says what ``target`` says.

    Raises
    ------
    DomainError
        If the target is no hypothesis.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold
    >>> realizable(Threshold(0.5)).probability(0.75)
    Fraction(1, 1)

    """
    return TargetLabels(target)


def from_argument(text: str | None, target: Any, whole: Any) -> TargetLabels:
    """Return the law that the command line calls ``none``."""
    del whole
    without(text, "no noise")
    return realizable(target)
