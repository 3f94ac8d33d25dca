import dataclasses

import pytest

from altheory.ledger.claim import Check, Method, Verdict
from altheory.ledger.selection import Scope
from altheory.ledger.standing import status, summary, tally
from tests.ledger.fakes import bare, claim, exact, explode, false_claim, grim, gullible, random
from tests.ledger.test_runner import report_on

LONG = exact(gullible, tier="long")


@pytest.mark.parametrize(
    ("claims", "expected"),
    [
        ([claim("a"), false_claim("b", corrected=(2, "a"))], 0),
        ([claim("a", LONG), claim("b")], 0),
        ([claim("a", random(), LONG)], 0),
        ([claim("a", random())], 1),
        ([claim("a", expected=Verdict.SUPPORTED)], 1),
        ([claim("a", formula=3)], 1),
        ([claim("a", exact(), LONG, formula=3)], 1),
        ([false_claim("a", exact(gullible), LONG)], 1),
        ([false_claim("a", exact(gullible))], 1),
        ([claim("a", exact(explode))], 2),
        ([claim("a", formula=3), claim("b", exact(explode))], 1),
        ([claim("a", exact(bare), formula=3)], 2),
        ([claim("a", exact(explode), expected=Verdict.INCONCLUSIVE)], 2),
    ],
)
def test_the_exit_status_follows_from_the_verdicts(claims, expected):
    assert status(report_on(*claims)) == expected


def test_a_twin_that_survives_and_a_correction_that_does_not_pass_are_failures():
    survivor = claim("a", exact(gullible))
    assert status(report_on(survivor)) == 0
    assert status(report_on(survivor, controls=True)) == 1
    toothless = report_on(false_claim("a", exact(grim)), controls=True)
    assert [c.passed for c in toothless.claims[0].controls] == [True, True, False]
    assert status(toothless) == 1


def test_a_verdict_by_a_check_that_accepts_every_twin_is_a_failure():
    believer = Check(Method.SYMBOLIC, gullible, scope="all")
    assert status(report_on(claim("a", believer, exact()))) == 0
    assert status(report_on(claim("a", believer, exact()), controls=True)) == 1


def test_a_problem_is_never_green():
    assert status(report_on(claim("a"), problems=["plugin x does not load"])) == 2


def test_an_interruption_has_a_status_of_its_own():
    report = dataclasses.replace(report_on(claim("a", formula=3)), interrupted=True)
    assert status(report) == 130
    assert summary(report).startswith("interrupted: 1 WRONG")


def test_the_last_line_counts_everything():
    report = report_on(
        claim("a"),
        claim("b", random(alpha=2e-6), expected=Verdict.SUPPORTED),
        false_claim("c", corrected=(2, "a")),
        claim("d", exact(explode)),
        claim("e", LONG),
        claim("f", formula=3),
        controls=True,
        scope=Scope(),
    )
    counts = {kind: number for kind, number in tally(report).items() if number}
    assert counts == {
        "proved": 1,
        "supported": 1,
        "refuted": 1,
        "inconclusive": 1,
        "wrong": 1,
        "not run": 1,
    }
    line = summary(dataclasses.replace(report, seconds=2.04))
    assert line == (
        "1 WRONG, 1 proved, 0 enclosed, 1 supported (family-wise false alarm 2e-06), "
        "1 refuted as expected, 1 inconclusive, 1 not run; 8 of 10 twins rejected; 2.0 s"
    )


def test_a_run_without_controls_says_so():
    assert "twins not run (--controls)" in summary(report_on(claim("a")))
