r"""Mode collapse, measured on handwritten digits, against what random samples hold.

The data are the 1,797 images that come with scikit-learn.  A run begins with the i-th image of
each digit, i = 1, ..., 10, and asks for 200 labels in batches of ten: those of the smallest margin
of a nearest neighbor, the squared distance from the nearest labeled image of another digit less
that from the nearest labeled image.  All of it are integers, so the runs are what they are; ties
go to the first.  Of the counts of the ten digits

.. math:: P(6 \le K_c \le 37 \text{ for } c = 0, \dots, 9) \ge .999

in a random sample of as many labels of the same pool, by the multivariate hypergeometric law,
whose samples are counted here digit after digit.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb
from typing import TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.simulation.learning_data import Dataset, dataset_called

Indices: TypeAlias = NDArray[np.intp]
Shares: TypeAlias = tuple[int, int, int]  # runs outside of the band, labels of 0, labels of 8

LEVEL, LABELS, BATCH, RUNS = Fraction(999, 1000), 200, 10, 10


@final
@dataclass(frozen=True, slots=True)
class Collapse:
    """The band of every digit, and what ten runs ask for by margins and in order."""

    low: int = 6
    high: int = 37
    margin: Shares = (10, 53, 386)
    in_order: Shares = (0, 230, 190)


def distances(data: Dataset) -> NDArray[np.int64]:
    """Return all squared distances, of images of 64 integers up to 16."""
    pixels = np.rint(16 * data.X).astype(np.int64)
    if not np.array_equal(pixels / 16, data.X):
        raise ArithmeticError("pixels are no sixteenths")
    floats = pixels.astype(np.float64)  # exact: products are integers below 2^53
    products = floats @ floats.T
    squares = products.diagonal()
    return (squares[:, None] + squares - 2 * products).astype(np.int64)


def margins(near: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return how much farther the nearest image of another digit is."""
    two = np.partition(near, 1, axis=1)
    return two[:, 1] - two[:, 0]


def runs(data: Dataset, apart: NDArray[np.int64], asks: str) -> Iterator[list[int]]:
    """Yield how many labels of each digit a run asks for, from every beginning."""
    for start in range(RUNS):
        seeds = [np.flatnonzero(data.y == c)[start] for c in range(len(data.classes))]
        near, free = apart[:, seeds], np.ones(len(data.y), dtype=np.bool_)
        free[seeds] = False
        asked: list[int] = []
        while len(asked) < LABELS:
            rest = np.flatnonzero(free)
            scores = margins(near[rest]) if asks == "margin" else rest
            batch = rest[np.argsort(scores, kind="stable")[:BATCH]]
            for i in batch:
                near[:, data.y[i]] = np.minimum(near[:, data.y[i]], apart[:, i])
            free[batch] = False
            asked += batch.tolist()
        yield np.bincount(data.y[asked], minlength=len(data.classes)).tolist()


def coverage(sizes: Sequence[int], low: int, high: int, n: int) -> Fraction:
    """Return the chance that n of a pool are between low and high of every class."""
    samples = [1] + [0] * n  # by how many are drawn of the classes so far
    for size in sizes:
        own = [(k, comb(size, k)) for k in range(low, high + 1)]
        samples = [sum(samples[m - k] * c for k, c in own if k <= m) for m in range(n + 1)]
    return Fraction(samples[n], comb(sum(sizes), n))


def measured(claimed: Collapse, rng: np.random.Generator) -> Finding:
    """Go through the runs by margins, and those that take images as they come."""
    del rng
    data = dataset_called("digits")
    apart, low, high = distances(data), claimed.low, claimed.high
    chance = coverage([size - 1 for size in data.sizes], low, high, LABELS)
    if chance < LEVEL:
        return fails(f"{low} to {high} of each", claimed=f">= {LEVEL}", computed=float(chance))
    told: list[str] = []
    for asks, said in (("margin", claimed.margin), ("in order", claimed.in_order)):
        counts = np.array(list(runs(data, apart, asks)))
        labels = counts.sum(axis=0).tolist()
        outside = int(((counts < low) | (counts > high)).any(axis=1).sum())
        if (found := (outside, labels[0], labels[8])) != said:
            return fails(f"{asks}: runs outside, labels of 0 and 8", claimed=said, computed=found)
        told.append(f"{asks}: {outside} runs outside, labels of 0 to 9 {labels}")
    return holds(f"coverage {float(chance):.5f}; {'; '.join(told)}")


CLAIM: Claim[Collapse] = Claim(
    key="acquisition/mode-collapse/digits",
    title="Margins of nearest neighbors ask for other digits than a random sample holds",
    statement=(
        r"\text{10 of 10 runs by margins have } K \notin [6, 37]^{10},\ 0 \text{ of 10 as images"
        r" come}; \quad P(K \in [6, 37]^{10}) \ge .999 \text{ at random}, \text{ 200 labels of the"
        r" digits of scikit-learn, in batches of 10}; \quad \textstyle\sum K_0 = 53, \sum K_8 = 386"
        r" \text{ of } 2000"
    ),
    plain=(
        "On the digits that come with scikit-learn the margins of a nearest neighbor rule ask for "
        "few of 0 and many of 8, 53 and 386 of 2,000 labels of ten runs, from all ten beginnings "
        "outside of 6 to 37 of each digit, which 999 of 1,000 random samples stay within; taking "
        "images in the order of the file is never outside."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that other models, scores or data collapse, nor that the digits left out are known worse: "
        "they may be the easy ones"
    ),
    source=Source(
        "pop2018",
        match="related",
        difference="digits of 8 by 8 and a nearest neighbor rule for MNIST and dropout",
    ),
    expected=Verdict.PROVED,
    formula=Collapse(),
    checks=(
        Check(
            Method.EXHAUSTIVE,
            measured,
            scope="10 beginnings, 200 labels each, in integers; takes scikit-learn",
            tier="normal",
        ),
    ),
    controls={
        "nothing leaves the band": Collapse(margin=(0, 53, 386)),
        "whatever is asked leaves it": Collapse(in_order=(RUNS, 230, 190)),
        "the band of single digits": Collapse(low=8, high=35),
        "as many of 0 as of 8": Collapse(margin=(RUNS, 220, 220)),
    },
)
