import itertools

import pytest

from altheory.errors import DomainError, UnknownNameError
from altheory.ledger.finding import Counterexample, Outcome, fails, holds
from altheory.ledger.origin import Origin
from altheory.ledger.refutation import refute
from altheory.ledger.registry import Entry
from altheory.numeric.seeds import stream
from tests.ledger.fakes import (
    STANDS,
    bare,
    claim,
    exact,
    explode,
    false_claim,
    grim,
    gullible,
    random,
)


def attack(tested, *, budget=10, **more):
    """Attack with a clock that adds a second at each look."""
    ticks = itertools.count()
    entry = Entry(tested.key, tested, Origin("nowhere"))
    return refute(entry, budget=budget, clock=lambda: float(next(ticks)), **more)


def dice(number, rng):
    """Find a number that is not two only when a die shows a six."""
    shown = int(rng.integers(1, 7))
    if number != 2 and shown == 6:
        return fails("a six", counterexample=STANDS)
    return holds(f"a {shown}")


def test_a_claim_that_stands_is_not_refuted_in_so_many_attempts():
    found = attack(claim("a", attack=dice))
    assert (found.outcome, found.attempts, found.status) == (Outcome.HOLDS, 10, 0)
    assert not found.should_fall


def test_the_first_counterexample_ends_the_attack_and_can_be_repeated():
    found = attack(false_claim("a", attack=dice), budget=100)
    assert (found.outcome, found.status, found.reason) == (Outcome.FAILS, 0, "a six")
    assert found.replay is not None
    throws = [int(stream(0, "a", "attack", i).integers(1, 7)) for i in range(found.attempts)]
    assert throws.index(6) == found.attempts - 1


def test_a_claim_refuted_against_expectation_is_news():
    found = attack(claim("a", attack=dice, formula=3), budget=100)
    assert (found.outcome, found.status) == (Outcome.FAILS, 1)


def test_a_twin_shows_that_the_attack_has_teeth():
    tested = claim("a", attack=dice)
    assert attack(tested, twin="three", budget=100).status == 0
    assert attack(claim("a", attack=lambda *_: holds("blind")), twin="three").status == 1
    assert attack(claim("a", exact(bare)), twin="one").outcome is Outcome.FAILS
    with pytest.raises(UnknownNameError, match="no false twin of this claim is called 'tree'"):
        attack(tested, twin="tree")


def test_without_an_attack_exact_checks_run_once():
    found = attack(claim("a", exact(), exact(bare)), budget=1000)
    assert (found.outcome, found.attempts) == (Outcome.HOLDS, 2)
    assert attack(false_claim("a")).outcome is Outcome.FAILS


def test_without_an_attack_statistical_checks_run_on_fresh_streams():
    drawn = []

    def draw(number, rng):
        drawn.append(rng.integers(10**9))
        return holds(str(number))

    found = attack(claim("a", exact(), random(draw)), budget=10)
    assert (found.attempts, len(set(drawn))) == (10, 9)


def test_an_alarm_says_what_all_the_attempts_risked():
    rounds = itertools.count(1)

    def late(number, rng):
        return grim(number, rng) if next(rounds) == 5 else holds("quiet")

    found = attack(claim("a", random(late, alpha=2e-6)))
    assert (found.outcome, found.status) == (Outcome.INCONCLUSIVE, 2)
    assert found.reason == (
        "statistical alarm (false with probability at most 1e-05 by then): disbelieved"
    )


def test_what_cannot_be_replayed_refutes_nothing():
    liar = Counterexample(STANDS.certificate, "assert 1 + 1 == 3")
    for run, reason in (
        (lambda *_: fails("trust me"), "without a counterexample to replay: trust me"),
        (lambda *_: fails("", counterexample=liar), "counterexample does not replay: AssertionE"),
        (explode, "ZeroDivisionError: 2 over zero"),
    ):
        found = attack(claim("a", attack=run))
        assert (found.outcome, found.attempts, found.status) == (Outcome.INCONCLUSIVE, 1, 2)
        assert reason in found.reason


def test_a_failure_that_does_not_count_waits_for_a_counterexample():
    found = attack(false_claim("a", exact(bare), exact()))
    assert (found.outcome, found.by, found.attempts) == (Outcome.FAILS, "compare", 2)
    found = attack(false_claim("a", exact(bare), exact(explode), exact(gullible)))
    assert (found.outcome, found.by, found.attempts) == (Outcome.INCONCLUSIVE, "bare", 3)


def test_an_interrupted_attack_reports_what_was_tried():
    def stop(attempts):
        if attempts == 3:
            raise KeyboardInterrupt

    found = attack(claim("a", attack=dice), progress=stop)
    assert (found.attempts, found.interrupted, found.status) == (3, True, 130)


def test_a_budget_is_a_positive_number_of_seconds():
    for budget in (0, -1, float("nan"), float("inf")):
        with pytest.raises(DomainError, match="positive number of seconds"):
            attack(claim("a"), budget=budget)


def test_a_short_budget_allows_one_attempt():
    assert attack(claim("a", attack=dice), budget=1e-9).attempts == 1
