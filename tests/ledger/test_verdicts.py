import dataclasses
import subprocess
import sys

import pytest

from altheory.ledger.claim import GRANTS, Check, Method, Verdict
from altheory.ledger.examination import examine
from altheory.ledger.finding import Counterexample, fails, holds
from altheory.ledger.selection import Scope
from altheory.ledger.verdicts import execute, falls_short, judge, replay, weakest
from tests.ledger.fakes import (
    STANDS,
    bare,
    claim,
    compare,
    draw,
    exact,
    explode,
    false_claim,
    grim,
    gullible,
    random,
    shy,
)


def verdict_on(tested):
    record = examine(tested.key, tested, Scope(), seed=0)
    return record.verdict, record.reason


def test_only_the_method_decides_what_a_passing_check_grants():
    for method, granted in GRANTS.items():
        check = random(gullible) if method is Method.STATISTICAL else Check(method, gullible, "all")
        assert verdict_on(claim("a", check))[0] is granted
    assert GRANTS[Method.STATISTICAL] is Verdict.SUPPORTED


def test_the_strongest_passing_check_decides():
    both = claim("a", random(), exact(gullible))
    assert verdict_on(both) == (Verdict.PROVED, "believed")
    assert verdict_on(claim("a", random()))[0] is Verdict.SUPPORTED


def test_an_argument_that_went_blind_is_not_passed_over():
    silent = "'shy' could not decide: the algebra system returned None"
    for blind in (claim("a", exact(), exact(shy)), false_claim("a", exact(), exact(shy))):
        assert verdict_on(blind) == (Verdict.INCONCLUSIVE, silent)
    assert verdict_on(claim("a", random(), exact(shy))) == (Verdict.INCONCLUSIVE, silent)
    assert verdict_on(claim("a", random(shy), exact()))[0] is Verdict.PROVED


def test_a_refutation_needs_a_counterexample_that_stands():
    assert verdict_on(false_claim())[0] is Verdict.REFUTED
    verdict, reason = verdict_on(false_claim("a", exact(bare)))
    assert verdict is Verdict.INCONCLUSIVE
    assert "without a counterexample" in reason


def corrupted(**changes):
    return dataclasses.replace(STANDS, **changes)


@pytest.mark.parametrize(
    ("counterexample", "why"),
    [
        (corrupted(certificate={**STANDS.certificate, "digest": "0"}), "Rejected"),
        (corrupted(certificate={}), "Rejected"),
        (corrupted(certificate={"x": object()}), "TypeError"),
        (corrupted(python="assert 1 + 1 == 3"), "AssertionError"),
        (corrupted(python="raise SystemExit"), "SystemExit"),
        (corrupted(python="import nothing_of_this_name\nassert True"), "ModuleNotFoundError"),
        (corrupted(python="value = 3"), "must assert what it shows"),
        (corrupted(python=""), "must assert what it shows"),
        (corrupted(python="assert ("), "SyntaxError"),
    ],
)
def test_a_counterexample_that_does_not_replay_refutes_nothing(counterexample, why):
    def lie(number, rng):
        del number, rng
        return fails("I say so", counterexample=counterexample)

    verdict, reason = verdict_on(false_claim("a", exact(lie)))
    assert verdict is Verdict.INCONCLUSIVE
    assert "its counterexample does not replay" in reason
    assert why in reason


def test_the_text_of_a_counterexample_starts_from_nothing():
    execute("assert __name__ == '__main__' and 'execute' not in globals()")
    stood = replay(Counterexample(STANDS.certificate, "print('a line')\nassert True"))
    assert "thresholds" in str(stood)


def test_assertions_count_even_if_python_runs_without_them():
    program = "from altheory.ledger.verdicts import execute; execute('assert 1 + 1 == 3')"
    done = subprocess.run([sys.executable, "-O", "-c", program], capture_output=True, check=False)
    assert b"AssertionError" in done.stderr


def test_checks_that_contradict_each_other_decide_nothing():
    verdict, reason = verdict_on(false_claim("a", exact(), exact(gullible)))
    assert verdict is Verdict.INCONCLUSIVE
    assert "contradict each other: 'gullible' holds, 'compare' fails" in reason


def test_a_check_that_raises_decides_nothing_even_if_others_pass():
    verdict, reason = verdict_on(claim("a", exact(), exact(explode)))
    assert verdict is Verdict.INCONCLUSIVE
    assert reason.startswith("'explode' raised ZeroDivisionError: 2 over zero (fakes.py:")


def test_a_statistical_alarm_is_no_refutation():
    verdict, reason = verdict_on(claim("a", random(grim)))
    assert (verdict, reason) == (
        Verdict.INCONCLUSIVE,
        "statistical alarm at alpha 1e-06: disbelieved",
    )


def test_only_a_statistical_check_may_draw():
    verdict, reason = verdict_on(claim("a", exact(draw)))
    assert (verdict, reason) == (
        Verdict.INCONCLUSIVE,
        "'draw' draws random numbers, so it is not exhaustive",
    )


def test_a_check_that_returns_something_else_decides_nothing():
    def careless(number, rng):
        del rng
        return number == 2

    assert verdict_on(claim("a", exact(careless)))[1].endswith(
        "returned True in place of a Finding"
    )


def test_nothing_decided_and_nothing_to_decide():
    assert verdict_on(claim("a", random(shy))) == (
        Verdict.INCONCLUSIVE,
        "'shy' could not decide: the algebra system returned None",
    )
    assert judge([]).verdict is Verdict.INCONCLUSIVE


def test_a_claim_is_as_strong_as_the_weakest_it_rests_on():
    assert weakest(Verdict.PROVED, []) is Verdict.PROVED
    assert weakest(Verdict.PROVED, [Verdict.SUPPORTED, Verdict.ENCLOSED]) is Verdict.SUPPORTED
    assert weakest(Verdict.SUPPORTED, [Verdict.PROVED]) is Verdict.SUPPORTED
    assert weakest(Verdict.PROVED, [Verdict.CITED]) is Verdict.CITED
    assert weakest(Verdict.PROVED, [Verdict.REFUTED]) is Verdict.INCONCLUSIVE
    assert weakest(Verdict.REFUTED, [Verdict.INCONCLUSIVE]) is Verdict.REFUTED


def test_only_what_was_left_out_excuses_a_weaker_verdict():
    def short(expected, *checks):
        tested = claim("a", *checks, expected=expected)
        return falls_short(examine("a", tested, Scope(), seed=0))

    long = exact(compare, tier="long")
    assert short(Verdict.PROVED, random(), long)
    assert not short(Verdict.PROVED, random())
    assert not short(Verdict.PROVED, exact(shy), long)
    assert not short(Verdict.SUPPORTED, exact(), long)


def test_a_refutation_is_never_a_weaker_proof():
    doubted = false_claim("a", random(lambda number, rng: holds(f"{number} {rng is None}")))
    record = examine("a", doubted, Scope(), seed=0)
    assert record.verdict is Verdict.SUPPORTED
    assert not falls_short(dataclasses.replace(record, partial=True))
