r"""Unlabeled data alone cannot tell a hypothesis from its negation.

Let :math:`\Lambda(\mathcal H)` be the fewest labels after which some rule surely names
a classifier of error 0, whatever the target in :math:`\mathcal H`, all points having been
seen.  Under the uniform law on any number n of points

.. math:: \Lambda(\{h, -h\}) = 1.

Without labels a rule sees the same under both targets.  Whatever classifier o it names,
in the class or not, :math:`\max(\mathrm{err}(o, h), \mathrm{err}(o, -h)) \ge 1/2`: it
errs for one target where it does not for the other.  One label, of any point, tells
them apart.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._diameters import masses
from proofs_checks._selective import careless, run
from proofs_checks._small_classes import hypotheses

Labels: TypeAlias = Callable[[int], int]
MOST = 6

ask_first = careless(lambda space, _: None if len(space.members) == 2 else space)


def pairs(n_points: int) -> list[FiniteClass]:
    """Return the classes of a hypothesis and its negation."""
    everything = (1 << n_points) - 1
    return [FiniteClass(n_points, [mask, everything ^ mask]) for mask in range(1 << (n_points - 1))]


def best_guess(of: FiniteClass) -> Fraction:
    """Return the least error, at the worst target, of all classifiers of the points."""
    *_, uniform = masses(of.n_points)
    return min(max(uniform[o ^ h] for h in of.hypotheses) for o in range(1 << of.n_points))


def after_one_label(of: FiniteClass) -> Fraction:
    """Return the error of what agrees with the first label, at the worst.

    Every point is seen, in every rotation of the order, for both targets.
    """
    learner, n = ask_first(of.version_space()), of.n_points
    streams = [[(start + i) % n for i in range(n)] for start in range(n)]
    errors = (
        of.law().mass(of.difference(learner.hypothesis(run(learner, xs, target)), target))
        for target in hypotheses(of)
        for xs in streams
    )
    return max(errors)


def compared(labels: Labels, most: int) -> Finding:
    """Compare with the fewest labels after which nothing can go wrong."""
    classes = 0
    for n in range(1, most + 1):
        for of in pairs(n):
            guess, told = best_guess(of), after_one_label(of)
            needed = next(k for k, worst in enumerate([guess, told]) if worst == 0)
            if guess < Fraction(1, 2) or needed != labels(n):
                where = f"class {of.table()['hypotheses']}: error {guess} without labels"
                return fails(where, claimed=labels(n), computed=needed)
            classes += 1
    evidence = f"{classes} classes of a hypothesis and its negation: error >= 1/2 without labels"
    return holds(evidence, claimed=labels(most), computed=1)


def few_points(labels: Labels, rng: np.random.Generator) -> Finding:
    """Compare on up to four points."""
    del rng
    return compared(labels, 4)


def both_targets(labels: Labels, rng: np.random.Generator) -> Finding:
    """Compare on up to six points."""
    del rng
    return compared(labels, MOST)


CLAIM: Claim[Labels] = Claim(
    key="lower/queries/label-free",
    title="Unlabeled data alone do not suffice",
    statement=(
        r"\Lambda(\{h, -h\}) = 1,\ \Lambda = \text{fewest labels for error } 0,"
        r" \quad |\mathcal X| \le 6"
    ),
    plain=(
        "On at most six points, unlabeled data alone leave an error of at least 1/2 for a "
        "hypothesis or for its negation; one label leaves error 0."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain", "uniform law"}),
    does_not_say="that unlabeled data are useless where the target is known to suit their law",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda _: 1,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            few_points,
            scope="all h on at most 4 points, both targets, all 2^n guesses",
        ),
        Check(
            Method.EXHAUSTIVE,
            both_targets,
            scope="all h on at most 6 points, both targets, all 2^n guesses",
            tier="normal",
        ),
    ),
    controls={
        "unlabeled data suffice": lambda _: 0,
        "one label for each point": lambda n: n,
        "a logarithm of the number of points": lambda n: n.bit_length(),
    },
)
