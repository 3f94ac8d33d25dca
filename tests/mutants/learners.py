"""Lies about ``altheory.learners``."""

from tests.mutants import Mutant

CAL = "tests/learners/test_cal.py"
PASSIVE = "tests/learners/test_passive.py"
BISECTION = "tests/learners/test_bisection.py"

MUTANTS = (
    Mutant(
        "altheory/learners/cal.py",
        "labels(x)) < 2:",
        "labels(x)) < 1:",
        "CAL asks what it knows",
        CAL + "::test_a_known_label_is_never_asked",
        fast=True,
    ),
    Mutant(
        "altheory/learners/cal.py",
        "if waiting < self.batch",
        "if waiting <= self.batch",
        "a batch is one too large",
        CAL + "::test_a_batch_waits",
        fast=True,
    ),
    Mutant(
        "altheory/learners/cal.py",
        "chunks[-1] + last",
        "last + chunks[-1]",
        "a batch forgets its order",
        CAL + "::test_a_batch_keeps_its_order",
        fast=True,
    ),
    Mutant(
        "altheory/learners/cal.py",
        "state.queries + len(state.waiting)",
        "state.queries + 1",
        "a batch costs one label",
        CAL + "::test_a_batch_waits",
    ),
    Mutant(
        "altheory/learners/cal.py",
        "raise InconsistentLabelsError(space.contradiction)",
        "pass",
        "contradictions pass in silence",
        CAL + "::test_a_lie_is_named_when_it_shows",
    ),
    Mutant(
        "altheory/learners/passive.py",
        "(*state.sample, (x, y))",
        "((x, y),)",
        "the sample is forgotten",
        PASSIVE + "::test_it_keeps_what_it_was_told",
        fast=True,
    ),
    Mutant(
        "altheory/learners/bisection.py",
        "state.queries + 1",
        "state.queries",
        "queries are free",
        BISECTION + "::test_each_label_halves_the_interval",
    ),
)
