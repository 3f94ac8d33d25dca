r"""Mode collapse, measured on handwritten digits, against what random samples hold.

The data are the 1,797 images that come with scikit-learn.  A run begins with the i-th image of
each digit, i = 1, ..., 10, and asks for 200 labels in batches of ten: those of the smallest margin
of a nearest neighbor, the squared distance from the nearest labeled image of another digit less
that from the nearest labeled image.  All of it are integers, so the runs are what they are; ties
go to the first.  Of the counts of the ten digits

.. math:: P(l_c \le K_c \le h_c \text{ for } c = 0, \dots, 9) \ge .999

in a random sample of as many labels of the same pool, by the multivariate hypergeometric law.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.simulation.class_balance import class_band
from altheory.simulation.learning_data import Dataset, dataset_called

Outside: TypeAlias = Callable[[str], int]  # runs of ten outside of the band, by what is asked
Indices: TypeAlias = NDArray[np.intp]

LEVEL, LABELS, BATCH, RUNS = Fraction(999, 1000), 200, 10, 10


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


def measured(outside: Outside, rng: np.random.Generator) -> Finding:
    """Go through the runs by margins, and those that take images as they come."""
    del rng
    data = dataset_called("digits")
    apart = distances(data)
    band: Any = class_band([size - 1 for size in data.sizes], LABELS, LEVEL)
    shares: dict[str, list[int]] = {}
    for asks in ("margin", "as they come"):
        counts = list(runs(data, apart, asks))
        found = sum(any(band.outside(of)) for of in counts)
        if found != outside(asks):
            return fails(f"{asks}: runs outside", claimed=outside(asks), computed=found)
        shares[asks] = np.sum(counts, axis=0).tolist()
    return holds(
        f"digits 0 to 9 in ten runs by margins: {shares['margin']}, as they come: "
        f"{shares['as they come']}; the band of one run is {band.low} to {band.high}",
        claimed=outside("margin"),
        computed=10,
    )


CLAIM: Claim[Outside] = Claim(
    key="acquisition/mode-collapse/digits",
    title="Margins of nearest neighbors ask for other digits than a random sample holds",
    statement=(
        r"\text{10 of 10 runs by margins have } K \notin \prod_c [l_c, h_c],\ 0 \text{ of 10 as"
        r" images come}; \quad P(K \in \prod_c [l_c, h_c]) \ge .999 \text{ at random}, \text{ 200"
        r" labels of the digits of scikit-learn, in batches of 10}"
    ),
    plain=(
        "On the digits that come with scikit-learn the margins of a nearest neighbor rule ask for "
        "few of 0 and many of 8, from ten beginnings each time outside of what 999 of 1,000 random "
        "samples stay within; taking images in the order of the file is never outside."
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
    formula=lambda asks: RUNS if asks == "margin" else 0,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            measured,
            scope="10 beginnings, 200 labels each, in integers; takes scikit-learn",
            tier="normal",
        ),
    ),
    controls={
        "nothing leaves the band": lambda _: 0,
        "whatever is asked leaves it": lambda _: RUNS,
        "half of the runs": lambda asks: RUNS // 2 if asks == "margin" else 0,
    },
)
