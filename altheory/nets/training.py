"""How small networks are trained: Adam, for a number of steps."""

from dataclasses import dataclass
from typing import final

from altheory.errors import DomainError
from altheory.numeric.inputs import count, positive, rational


@final
@dataclass(frozen=True, slots=True)
class Training:
    """How long to train, on how many instances at a time, and how fast.

    Parameters
    ----------
    steps, batch
        How many steps of Adam, whatever the number of instances, and how many of these at a time.
    rate
        The learning rate of Adam.
    decay
        The weight of the squared weights in the loss.

    """

    steps: int = 1000
    batch: int = 64
    rate: float = 3e-3
    decay: float = 1e-4

    def __post_init__(self) -> None:
        count(self.steps, "steps")
        count(self.batch, "the size of a batch")
        positive(self.rate, "a learning rate")
        if rational(self.decay, "a weight decay") < 0:
            raise DomainError(f"a weight decay is at least 0, got {self.decay}")
