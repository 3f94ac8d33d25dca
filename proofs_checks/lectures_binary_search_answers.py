r"""The answers that a binary search for a threshold receives.

With :math:`h_t(x) = +1` iff :math:`x \ge t`, the label of a query q is

.. math:: h_t(q) = +1 \iff q \ge t :

a positive answer puts the target at the query or to its *left*.  For t = 0.73 the
queries 0.5, 0.75, 0.625 are answered -, +, -.

The answers are found from the version spaces: of the two that a query leaves, the true
one holds the target.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import forced_label
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.bisection import Bisection
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.protocols import Label

Answer: TypeAlias = Callable[[Fraction, Fraction], int]
BOTH: tuple[Label, Label] = (-1, 1)
NOTES, QUERIES = Fraction(73, 100), (Fraction(1, 2), Fraction(3, 4), Fraction(5, 8))


def positive_from_the_target_on(query: Fraction, target: Fraction) -> int:
    """Return the label of a query."""
    return 1 if query >= target else -1


def transcript(target: Fraction, k: int) -> tuple[tuple[Fraction, Label], ...]:
    """Return what the bisection learner asks, and which answer keeps the target."""
    prior, heard = Thresholds().version_space(), list[tuple[Fraction, Label]]()

    def ask(x: Fraction) -> Label:
        space = prior.restrict_all([q for q, _ in heard], [y for _, y in heard])
        heard.append((x, next(y for y in BOTH if target in space.restrict(x, y).cuts)))
        return heard[-1][1]

    learner = Bisection(prior)
    state = learner.init()
    for _ in range(k):
        state = learner.step(state, None, ask)
    return tuple(heard)


def refutation(target: Fraction, query: Fraction, label: int, claimed: int) -> Counterexample:
    """Show the true label: it follows from a label of the target nearer to its cut."""
    nearer = target if label == 1 else (query + target) / 2
    python = f"""\
from fractions import Fraction as F

target, query, claimed = F("{target}"), F("{query}"), {claimed}
low, high, middle = F(0), F(1), F(1, 2)
while middle != query:  # a binary search for the target
    low, high = (low, middle) if middle >= target else (middle, high)
    middle = (low + high) / 2
label = 1 if query >= target else -1  # what h_t says at the query
assert label != claimed
"""
    certificate = forced_label({"class": "thresholds"}, [(nearer, label)], query, label)
    return Counterexample(certificate, python)


def compare(answer: Answer, target: Fraction, k: int) -> Finding:
    """Replay a search of ``k`` questions for one target."""
    for query, label in transcript(target, k):
        claimed = answer(query, target)
        if claimed != label:
            return fails(
                f"target {target}, query {query}",
                claimed=claimed,
                computed=label,
                counterexample=refutation(target, query, label, claimed),
            )
    return holds(f"target {target}: {k} answers")


def the_example_of_the_notes(answer: Answer, rng: np.random.Generator) -> Finding:
    """Replay 0.5, 0.75, 0.625 for the target 0.73."""
    del rng
    heard = transcript(NOTES, len(QUERIES))
    if tuple(x for x, _ in heard) != QUERIES:
        return fails("the learner asks elsewhere", claimed=QUERIES, computed=heard)
    return compare(answer, NOTES, len(QUERIES))


def every_target_on_a_grid(answer: Answer, rng: np.random.Generator) -> Finding:
    """Replay five questions for the multiples of 1/32, which meet queries exactly."""
    del rng
    for k in range(33):
        finding = compare(answer, Fraction(k, 32), 5)
        if finding.counterexample:
            return finding
    return holds("33 targets, 5 answers each")


CHECKS: tuple[Check[Answer], ...] = (
    Check(Method.EXHAUSTIVE, every_target_on_a_grid, scope="targets k/32, five queries"),
    Check(Method.EXHAUSTIVE, the_example_of_the_notes, scope="target 0.73, three queries"),
)

CLAIM: Claim[Answer] = Claim(
    key="lectures/binary-search-answers",
    title="A positive answer puts the threshold to the left",
    statement=(
        r"h_t(q_i) = +1 \iff q_i \ge t, \quad"
        r" i \le 5,\ 32 t \in \{0, \dots, 32\} \text{ or } i \le 3,\ t = 0.73"
    ),
    plain=(
        "Where positives lie to the right of a threshold, the answer + moves a binary search to "
        "the left: for 34 targets and the first questions about them."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries", "fixed target"}),
    does_not_say="anything about thresholds of the other orientation, + to the left of the cut",
    source=Source(
        "lecturenotes",
        locator="Can Adaptive Querying Actually Help?",
        match="related",
        difference="the example of the notes, said of thresholds that are positive to the right",
    ),
    expected=Verdict.PROVED,
    formula=positive_from_the_target_on,
    checks=CHECKS,
    controls={
        "the target itself is negative": lambda query, target: 1 if query > target else -1,
        "answers exchanged": lambda query, target: 1 if query < target else -1,
    },
)
