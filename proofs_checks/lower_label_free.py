r"""Unlabeled data alone cannot tell a hypothesis from its negation.

On any number n of points the class :math:`\{h, -h\}` needs exactly one label:

.. math:: \Lambda(\{h, -h\}) = 1.

Without labels both hypotheses remain, whatever unlabeled instances were seen, and
whichever is named errs on every point if the target is the other.  One label, of
any point, tells them apart.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from proofs_checks._selective import careless, run
from proofs_checks._small_classes import hypotheses

Labels: TypeAlias = Callable[[int], int]
MOST = 6

ask_nowhere = careless(lambda space, _: space)
ask_first = careless(lambda space, _: None if len(space.members) == 2 else space)


def pairs(n_points: int) -> list[FiniteClass]:
    """Return the classes of a hypothesis and its negation."""
    everything = (1 << n_points) - 1
    return [FiniteClass(n_points, [mask, everything ^ mask]) for mask in range(1 << (n_points - 1))]


def worst_error(of: FiniteClass, labels: int) -> Fraction:
    """Return the error of what is named after no label or one, at the worst.

    Every point is seen, in every rotation of the order, for both targets.
    """
    learner = (ask_first if labels else ask_nowhere)(of.version_space())
    worst, n = Fraction(0), of.n_points
    for target in hypotheses(of):
        for start in range(n):
            stream = ((start + i) % n for i in range(n))
            state = run(learner, stream, target)
            named = learner.hypothesis(state)
            worst = max(worst, of.law().mass(of.difference(named, target)))
    return worst


def both_targets(labels: Labels, rng: np.random.Generator) -> Finding:
    """Compare with the fewest labels after which nothing can go wrong."""
    del rng
    classes = 0
    for n in range(1, MOST + 1):
        for of in pairs(n):
            errors = [worst_error(of, k) for k in (0, 1)]
            needed = next(k for k, error in enumerate(errors) if error == 0)
            if errors[0] != 1 or needed != labels(n):
                table = of.table()["hypotheses"]
                return fails(f"class {table}", claimed=labels(n), computed=needed)
            classes += 1
    return holds(f"{classes} classes of a hypothesis and its negation", claimed=1, computed=1)


CLAIM: Claim[Labels] = Claim(
    key="lower/queries/label-free",
    title="Unlabeled data alone do not suffice",
    statement=r"\Lambda(\{h, -h\}) = 1, \quad |\mathcal X| \le 6",
    plain="No amount of unlabeled data tells a hypothesis from its negation; one label does.",
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that unlabeled data are useless where the target is known to suit their law",
    source=Source("hanneke2014theory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda _: 1,
    checks=(
        Check(Method.EXHAUSTIVE, both_targets, scope="all h on at most 6 points, both targets"),
    ),
    controls={
        "unlabeled data suffice": lambda _: 0,
        "one label for each point": lambda n: n,
        "a logarithm of the number of points": lambda n: n.bit_length(),
    },
)
