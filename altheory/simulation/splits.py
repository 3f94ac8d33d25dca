"""Test set, first labels and pool of each replicate: the same for whatever is compared.

The test set takes the same share of each class.  The first labels are as many of each class
(``stratified``), or as many in all, drawn at random (``random``), which may miss a class.  What
is left is the pool, in random order.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Literal, TypeAlias, final, get_args

import numpy as np
from numpy.typing import NDArray

from altheory.discovery import nearest
from altheory.errors import DomainError
from altheory.numeric import seeds
from altheory.numeric.inputs import count, open_unit
from altheory.simulation.learning_data import Dataset

Indices: TypeAlias = NDArray[np.intp]
First: TypeAlias = Literal["stratified", "random"]
FIRST: tuple[First, ...] = get_args(First)
_COUNTS = (
    ("budget", "the budget", 1),
    ("batch", "a batch", 1),
    ("initial", "the number of first labels for each class", 1),
    ("seed", "a seed", 0),
)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Design:
    """What the replicates of a comparison have in common.

    Parameters
    ----------
    budget
        Labels to ask for, beside the first ones.
    batch
        How many are asked together.
    initial
        First labels for each class.
    first
        Whether they are that many of each class, or as many in all.
    test
        The share of each class that is tested on, in (0, 1); whole instances, rounded down.
    seed
        The seed of all chance.

    """

    budget: int
    batch: int = 10
    initial: int = 2
    first: First = "stratified"
    test: Fraction = Fraction(1, 3)
    seed: int = 0

    def __post_init__(self) -> None:
        for name, what, least in _COUNTS:
            object.__setattr__(self, name, count(getattr(self, name), what, least))
        object.__setattr__(self, "test", open_unit(self.test, "the share of the test set"))
        if self.first not in FIRST:
            raise nearest(self.first, FIRST, "way to draw the first labels")

    def points(self, available: int) -> tuple[int, ...]:
        """Return after how many labels beside the first ones accuracy is measured.

        >>> Design(budget=25, batch=10).points(100), Design(budget=25, batch=10).points(12)
        ((0, 10, 20, 25), (0, 10, 12))
        """
        last = min(self.budget, available)
        return (*range(0, last, self.batch), last) if last else (0,)


@final
@dataclass(frozen=True, slots=True, eq=False)
class Split:
    """Instances to test on, to begin with, and to ask about, in random order."""

    test: Indices
    labeled: Indices
    pool: Indices


def held_out_sizes(data: Dataset, design: Design) -> tuple[int, ...]:
    """Return how many instances of each class are tested on."""
    return tuple(int(design.test * n) for n in data.sizes)


def pool_sizes(data: Dataset, design: Design) -> tuple[int, ...]:
    """Return of which classes labels asked at random are a sample without replacement.

    Of the pool without the first labels where those are stratified.  Where they are random
    too, what is asked afterwards is as random as if they had been left in.

    Raises
    ------
    DomainError
        If nothing is left to ask about or to test on.

    """
    kept = [n - t for n, t in zip(data.sizes, held_out_sizes(data, design), strict=True)]
    scarce = min(range(len(kept)), key=kept.__getitem__)
    if design.first == "stratified" and kept[scarce] < design.initial:
        raise DomainError(
            f"class {data.classes[scarce]} of {data.name} has {kept[scarce]} instances beside the "
            f"test set, and {design.initial} first labels of it are asked for"
        )
    if sum(kept) <= design.initial * len(kept) or not sum(held_out_sizes(data, design)):
        raise DomainError(
            f"{sum(data.sizes)} instances of {data.name} with {design.initial} first labels for "
            f"each class and {design.test} of them to test on leave none to ask or none to test"
        )
    drawn = design.initial if design.first == "stratified" else 0
    return tuple(n - drawn for n in kept)


def split_of(data: Dataset, design: Design, replicate: int) -> Split:
    """Return the split of a replicate; it depends on nothing else."""
    rng = stream_of(design, replicate, "split")
    orders = [rng.permutation(np.flatnonzero(data.y == c)) for c in range(len(data.classes))]
    cuts = held_out_sizes(data, design)
    test = np.concatenate([order[:cut] for order, cut in zip(orders, cuts, strict=True)])
    rest = [order[cut:] for order, cut in zip(orders, cuts, strict=True)]
    if design.first == "stratified":
        labeled = np.concatenate([order[: design.initial] for order in rest])
        pool = rng.permutation(np.concatenate([order[design.initial :] for order in rest]))
    else:
        mixed = rng.permutation(np.concatenate(rest))
        labeled, pool = np.split(mixed, [design.initial * len(rest)])
    return Split(test, labeled, pool)


def stream_of(design: Design, replicate: int, *name: Any) -> np.random.Generator:
    """Return the generator of one replicate for one purpose."""
    return seeds.stream(design.seed, "learning curve", replicate, *name)
