r"""Lecture notes: the soft cut is minimized over f in [0, 1].

Read as a constraint that the problem needs,

.. math:: \operatorname{argmin}_{f \in \mathbb R^u} f^\top L f \notin [0, 1]^u
          \quad\text{(false)},

it is refuted by one free node between a 0 and a 1, where the free minimum is at 1/2, and by every
other graph: by the maximum principle the constraint never binds, so a linear system is enough.
"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails
from proofs_checks._label_graphs import Case, Comparison, compared, exhaustive, solution

Binds: TypeAlias = Callable[[Case], bool]
PATH = Case(((0, 0, 1), (0, 0, 1), (1, 1, 0)), (0, 1, None))
PROGRAM = """\
from fractions import Fraction as F

# one free node between a label 0 and a label 1, weights 1: the energy f^2 + (1 - f)^2
energy = lambda f: f**2 + (1 - f) ** 2
f = F(0 + 1, 1 + 1)  # where the derivative 2 f - 2 (1 - f) vanishes
assert 2 * f - 2 * (1 - f) == 0
assert all(energy(f + step) > energy(f) for step in (F(-2), F(-1, 9), F(1, 9), F(2)))
assert 0 <= f <= 1  # and no constraint was asked for
"""


def compare(binds: Binds, case: Case) -> Iterator[Comparison]:
    """Compare with whether the minimizer over all real functions leaves [0, 1]."""
    outside = any(not 0 <= f <= 1 for f in solution(case))
    yield case, binds(case), outside


def between_two_labels(binds: Binds, rng: np.random.Generator) -> Finding:
    """Decide the case of one node between two labels, with a certificate."""
    del rng
    if binds(PATH):
        f = solution(PATH)[2]
        mean = ("/", ("+", 0, 1), ("+", 1, 1))
        certificate = arithmetic(("*", mean, ("-", 1, mean)), ">=", 0)  # so it is in [0, 1]
        shown = Counterexample(certificate, PROGRAM)
        return fails("a node between 0 and 1", claimed="outside", computed=f, counterexample=shown)
    return compared(compare(binds, PATH))


def next_to_labels(case: Case, *, both: bool) -> bool:
    """Decide whether some free node has neighbors of one label only, or of both."""
    near = ({case.labels[j] for j in case.neighbors(i)} - {None} for i in case.free)
    return any(len(labels) == 1 + both for labels in near)


CLAIM: Claim[Binds] = Claim(
    key="lectures/values-in-unit-interval",
    title="The soft cut needs the constraint that f is in [0, 1]",
    statement=r"\operatorname{argmin}_{f \in \mathbb R^u} f^\top L f \notin [0, 1]^u",
    plain="Without a constraint soft labels would leave [0, 1]: false, they never do.",
    relation="counterexample",
    does_not_say=(
        "that the constraint does harm: it is redundant; what is missing is that every component "
        "holds a label"
    ),
    source=Source(
        "lecturenotes",
        locator="Semi-supervised Learning with Soft Cuts",
        match="related",
        difference="the notes minimize over [0, 1]; that the constraint is needed is read into it",
    ),
    expected=Verdict.REFUTED,
    formula=lambda _: True,
    checks=(
        Check(Method.EXHAUSTIVE, between_two_labels, scope="a node between 0 and 1"),
        *exhaustive(compare),
    ),
    controls={
        "where a node has neighbors of both labels": partial(next_to_labels, both=True),
        "where a node has neighbors of one label": partial(next_to_labels, both=False),
    },
    corrected=(lambda _: False, "graphs/harmonic/range"),
)
