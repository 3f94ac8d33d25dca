from xml.etree import ElementTree as ET

from altheory.ledger.reports.junit import render
from tests.ledger.reports.cases import EVERYTHING

SUITE = ET.fromstring(render(EVERYTHING))


def cases(tag):
    return {
        (case.get("classname"), case.get("name")) for case in SUITE if case.find(tag) is not None
    }


def test_wrong_verdicts_and_survivors_are_failures():
    assert cases("failure") == {
        ("line/wrong", "Two"),
        ("line/vacuous", "Two"),
        ("line/toothless", "Two"),
        ("line/partial", "Two"),
        ("line/undecided", "twin: one"),
        ("line/undecided", "twin: three"),
        ("line/toothless", "twin: one"),
        ("line/toothless", "twin: three"),
        ("line/partial", "twin: one"),
        ("line/partial", "twin: three"),
    }


def test_undecided_claims_and_broken_plugins_are_errors():
    assert cases("error") == {("line/undecided", "Two"), ("altheory", "problem 1")}


def test_what_was_not_run_is_skipped_visibly():
    assert cases("skipped") == {("line/later", "line/later")}


def test_the_counts_add_up():
    counts = {name: int(SUITE.get(name, -1)) for name in ("tests", "failures", "errors", "skipped")}
    # 9 claims with two twins each, one corrected formula, one skipped, one problem
    assert counts == {"tests": 9 * 3 + 3, "failures": 10, "errors": 2, "skipped": 1}


def test_markup_is_escaped_and_control_characters_are_dropped():
    (problem,) = [e.get("message") for e in SUITE.iter("error") if "plugin" in e.get("message", "")]
    assert problem == "plugin p does not load: ImportError: <no>  such & module"
