r"""k + 1 labels can leave conjunctions with 2^k most general hypotheses.

Over 2k attributes let the instance with all attributes be positive, and for each i the
instance negative that lacks the attributes 2i and 2i + 1 alone.  A conjunction that says +
at the first has no negated literal; to say - at the i-th negative it needs one of the two
attributes of its own.  So the most general ones choose one attribute of each pair,

.. math:: |G| = 2^k, \qquad |S| = 1.
"""

from collections.abc import Callable
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._hull_classes import Sample, haussler, left
from proofs_checks.classes_boundaries import maximal

Size: TypeAlias = Callable[[int], int]

LISTED, ELIMINATED = 3, 7


def two_to_the_k(k: int) -> int:
    """Return how many ways there are to choose one of each pair."""
    return 1 << k


def by_definition(size: Size, rng: np.random.Generator) -> Finding:
    """Count the maximal conjunctions among all that agree, by listing them."""
    del rng
    for k in range(1, LISTED + 1):
        of, negatives = haussler(k)
        sample: Sample = ((of.n_points - 1, 1), *((x, -1) for x in negatives))
        computed = len(maximal(left(of, sample)))
        if size(k) != computed:
            return fails(f"k={k}", claimed=size(k), computed=computed)
    return holds(f"k <= {LISTED}", claimed=size(LISTED), computed=2**LISTED)


def by_candidate_elimination(size: Size, rng: np.random.Generator) -> Finding:
    """Count what candidate elimination keeps, and compare it with the choices themselves."""
    del rng
    for k in range(1, ELIMINATED + 1):
        of, negatives = haussler(k)
        space = of.version_space().restrict(of.n_points - 1, 1)
        for x in negatives:
            space = space.restrict(x, -1)
        found = {str(g) for g in space.general_set()}
        pairs = product(*((f"x{2 * i}", f"x{2 * i + 1}") for i in range(k)))
        if found != {" & ".join(chosen) for chosen in pairs} or len(space.specific_set()) != 1:
            return fails(f"k={k}: other boundary sets than one attribute of each pair")
        if size(k) != len(found):
            return fails(f"k={k}", claimed=size(k), computed=len(found))
    return holds(f"k <= {ELIMINATED}", claimed=size(ELIMINATED), computed=2**ELIMINATED)


CLAIM: Claim[Size] = Claim(
    key="classes/conjunctions/general-boundary",
    title="Exponentially many most general conjunctions",
    statement=(
        r"|\max V| = 2^k \text{ after } k + 1 \text{ labels, over } 2k \text{ attributes},"
        r" \quad k \le 7"
    ),
    plain=(
        "For k up to seven, one positive and k negative labels can leave 2^k most general "
        "conjunctions over 2k attributes, and one most specific."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that learning takes long: the one most specific hypothesis and the negative "
    "labels decide every label without listing the others",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=two_to_the_k,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            by_definition,
            scope="k <= 3, all 3^(2k) + 1 conjunctions",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, by_candidate_elimination, scope="k <= 7"),
    ),
    controls={
        "one more for each label": lambda k: k + 1,
        "one for each attribute": lambda k: 2 * k,
        "one choice is excluded": lambda k: 2**k - 1,
    },
)
