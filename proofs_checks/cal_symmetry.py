r"""CAL sees neither the names of the points nor which label is called positive.

Let :math:`\pi` permute the points and :math:`\sigma \in \{-1, +1\}` multiply the
labels.  On the class :math:`\{\sigma\, h \circ \pi^{-1}\}`, for the target
:math:`\sigma\, h^* \circ \pi^{-1}` and the stream :math:`\pi(x_1), \pi(x_2), \dots`,
CAL asks at the same times and keeps the images of the same hypotheses.

It is enough to look at symmetries that generate all others: if each of them carries
every run on every class to its image, so does every composition.
"""

from collections.abc import Sequence

import numpy as np

from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._selective import (
    BOTH,
    Maker,
    Response,
    ask_likely_negatives,
    cal,
    careless,
    responses,
    skip_the_last,
)
from proofs_checks._small_classes import few_classes, small_classes
from proofs_checks._symmetries import Symmetry, generators


def parting(make: Maker, of: FiniteClass, symmetry: Symmetry) -> str:
    """Return the history after which a run and its image part, empty if there is none."""
    image = FiniteClass(of.n_points, symmetry.masks(of.hypotheses))
    there = responses(make, image)
    for history, here in responses(make, of).items():
        moved = Response(here.queries, symmetry.masks(here.members))
        after = tuple((symmetry.order[x], BOTH[y == symmetry.sign]) for x, y in history)
        if there[after] != moved:
            return f"class {of.table()['hypotheses']}, {symmetry}, after {history}"
    return ""


def compared(make: Maker, classes: Sequence[FiniteClass]) -> Finding:
    """Compare the tables of responses of classes with those of their images."""
    for of in classes:
        for symmetry in generators(of.n_points):
            if where := parting(make, of, symmetry):
                return fails(where)
    return holds(f"{len(classes)} classes, all streams of distinct points, all targets")


def few_generators(make: Maker, rng: np.random.Generator) -> Finding:
    """Compare few classes with their images."""
    del rng
    return compared(make, few_classes())


def every_generator(make: Maker, rng: np.random.Generator) -> Finding:
    """Compare all small classes with their images."""
    del rng
    return compared(make, tuple(small_classes()))


CLAIM: Claim[Maker] = Claim(
    key="cal/symmetry/renaming",
    title="CAL does not see names",
    statement=(
        r"\mathrm{CAL}(\sigma \mathcal H \circ \pi^{-1}, \pi x_{1:m}, \sigma h^* \circ \pi^{-1})"
        r" = \sigma\, \mathrm{CAL}(\mathcal H, x_{1:m}, h^*) \circ \pi^{-1},"
        r" \quad x_i \text{ distinct},\ |\mathcal X| \le 3"
    ),
    plain=(
        "On at most three points, renaming the points or exchanging the labels changes nothing "
        "in what CAL asks and keeps."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that every learner is symmetric: one that breaks ties by the order is not",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=cal,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            few_generators,
            scope="all classes on 1 and 2 points, a star and the cube on 3, targets and orders",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_generator,
            scope="all 273 classes on 1 to 3 points, all targets and orders, symmetries that "
            "generate the others",
            tier="normal",
        ),
    ),
    controls={
        "sees the order of the points": careless(skip_the_last),
        "sees which label is positive": careless(ask_likely_negatives),
    },
)
