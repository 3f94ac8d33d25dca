"""The second implementation of A2 agrees with the learner, and can be made wrong."""

from dataclasses import replace
from fractions import Fraction

import pytest

from altheory.bounds.clopper_pearson import uniform as tails
from altheory.hypotheses.finite import FiniteClass
from proofs_checks import _a2_paths, _audit
from proofs_checks._audit import HONEST, Case, Implementation, hull

HALF = Fraction(1, 2)
CUTS = FiniteClass(2, ["++", "-+", "--"])
SIGNS = FiniteClass(1, ["-", "+"])
STAR = FiniteClass(2, ["--", "+-", "-+"])


def case(of, law, asked, most):
    weights, chances = law
    epsilon, delta = map(Fraction, asked)
    return Case(
        members=tuple(of.version_space().members),
        masses=tuple(Fraction(w, sum(weights)) for w in weights),
        chances=tuple(map(Fraction, chances)),
        bound=tails(of),
        epsilon=epsilon,
        delta=delta,
        most=most,
    )


CASES = {
    "a tie": (CUTS, ((3, 1), (0, "1/2")), ("1/10", "1/2"), 40),
    "noise": (STAR, ((1, 1), ("1/10", "2/5")), ("1/4", "9/10"), 13),
    "a lean": (CUTS, ((3, 1), (0, "1/3")), ("1/5", "9/10"), 13),
    "to the end": (SIGNS, ((1,), ("1/3",)), ("1/4", "9/10"), 121),
}


@pytest.mark.parametrize("name", CASES)
def test_the_honest_implementation_is_the_learner(name):
    of, law, _, most = CASES[name]
    here = case(*CASES[name])
    run = _a2_paths.learner(of, here.bound, here.epsilon, here.delta, weights=law[0])
    theirs = _a2_paths.outcome(run, here.chances, (most,))
    ours = _audit.outcome(HONEST, here)
    assert ours.labels == theirs.queries
    assert (ours.dropped, ours.finished) == (theirs.dropped, theirs.stopped)
    # both return a member with the fewest errors, but not always the same of several
    assert (ours.far == 0) == (theirs.far == 0)


@pytest.mark.parametrize("name", CASES)
def test_chances_add_up(name):
    here = replace(case(*CASES[name]), most=13)
    for of in (HONEST, replace(HONEST, reuses=True), replace(HONEST, left=hull)):
        assert sum(found.chance for found in _audit.ends(of, here)) == 1


def test_labels_spread_by_their_odds():
    odds = [Fraction(1, 3), Fraction(2, 3)]
    found = _audit.spread({(0, 0): HALF, (1, 0): HALF}, odds, 2)
    assert found[1, 1] == HALF * 2 * odds[0] * odds[1]
    assert found[2, 1] == HALF * 2 * odds[0] * odds[1]
    assert sum(found.values()) == 1


def test_a_hull_has_no_gaps():
    assert hull((7, 6, 4, 0), (6, 0)) == (6, 4, 0)


def test_labels_of_earlier_rounds_are_kept_only_if_asked_for():
    cells, following = [(0, 0), (1, 0), (1, 1)], [(1, 0), (1, 1)]
    counts = (5, 2, 1)
    assert _audit.used_again(HONEST, counts, cells, following) == (0, 0)
    assert _audit.used_again(Implementation(reuses=True), counts, cells, following) == (2, 1)
