r"""The events "h errs and g does not" are fewer than the square of the number of labelings.

On labeled instances such an event is the difference of two sets of errors, and there are as many
sets of errors as labelings, :math:`\Pi`.  All pairs of the same set have the empty difference, so

.. math:: |\{A \setminus B\}| \le \Pi (\Pi - 1) + 1 \le \Pi^2 .

DHM uses :math:`\Pi(2n)^2`.
"""

from collections.abc import Callable, Iterable
from itertools import product
from typing import Any, TypeAlias

import numpy as np

from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_classes import few_classes, rows, small_classes

# From the number of labelings to that of the events of pairs.
Pairs: TypeAlias = Callable[[int], Any]


def gone_through(pairs: Pairs, classes: Iterable[FiniteClass]) -> Finding:
    """Count differences of sets of errors, for all classes and all labels of the points."""
    most = 0
    for of in classes:
        for truth in range(1 << of.n_points):
            errors = [h ^ truth for h in of.hypotheses]
            computed = len({a & ~b for a, b in product(errors, repeat=2)})
            claimed = pairs(len(errors))
            if computed > claimed:
                where = f"{rows(of.n_points, of.hypotheses)}, + where {truth:b}"
                return fails(where, claimed=f"<= {claimed}", computed=computed)
            most = max(most, computed)
    return holds(f"up to {most} events")


def few(pairs: Pairs, rng: np.random.Generator) -> Finding:
    """Go through the classes on two points, a star and a cube."""
    del rng
    return gone_through(pairs, few_classes())


def small(pairs: Pairs, rng: np.random.Generator) -> Finding:
    """Go through all classes on three points."""
    del rng
    return gone_through(pairs, small_classes())


CLAIM: Claim[Pairs] = Claim(
    key="dhm/pair-growth",
    title="Pairs of hypotheses make fewer events than labelings squared",
    statement=(
        r"|\{A \setminus B : A, B \in \mathcal E\}| \le \Pi (\Pi - 1) + 1 \le \Pi^2, \quad"
        r" \Pi = |\mathcal E| \quad \text{(all classes on up to three points)}"
    ),
    plain=(
        "Of hypotheses that label instances in so many ways, those events where one errs and the "
        "other does not are at most that number times one less, and one: counted for all 273 "
        "classes on up to three points and all labels."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that there are so many: thresholds have far fewer, and the cube has Pi",
    source=Source(
        "dasgupta2007general",
        match="special case",
        difference="one less for each pair of the same; counted, the paper was not seen",
    ),
    expected=Verdict.PROVED,
    formula=lambda labelings: labelings * (labelings - 1) + 1,
    checks=(
        Check(Method.EXHAUSTIVE, few, scope="20 classes on up to three points, all labels"),
        Check(
            Method.EXHAUSTIVE,
            small,
            scope="all classes on up to three points, all labels",
            tier="normal",
        ),
    ),
    controls={
        "as many as labelings": lambda labelings: labelings,
        "unordered pairs": lambda labelings: labelings * (labelings - 1) // 2 + 1,
        "without the empty event": lambda labelings: labelings * (labelings - 1),
    },
)
