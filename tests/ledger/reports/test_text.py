import dataclasses

import pytest

from altheory.errors import UnknownNameError
from altheory.ledger import reports
from altheory.ledger.finding import holds
from altheory.ledger.reports.text import render
from altheory.ledger.standing import summary
from tests.ledger.fakes import claim, exact, explode
from tests.ledger.reports.cases import EVERYTHING
from tests.ledger.test_runner import report_on

PAGE = render(EVERYTHING)


def line(key):
    (found,) = [line for line in PAGE.splitlines() if line[2:].startswith(f"{key} ")]
    return found.split()


def test_one_line_a_claim():
    assert line("line/proved") == ["✓", "line/proved", "proved", "exhaustive", "2", "2", "0.00"]
    assert line("line/refuted")[:4] == ["✓", "line/refuted", "refuted", "exhaustive"]
    assert line("line/supported")[:4] == ["✓", "line/supported", "supported", "statistical"]
    assert line("line/wrong")[:6] == ["✗", "line/wrong", "refuted", "exhaustive", "2", "3"]
    assert line("line/toothless")[0] == line("line/vacuous")[0] == "✗"
    assert line("line/partial")[3:5] == ["exhaustive+", "believed"]


def test_an_undecided_claim_is_not_green():
    (found,) = render(report_on(claim("a", exact(explode)))).splitlines()[1:2]
    assert found.split()[:4] == ["?", "a", "inconclusive", "exhaustive"]


def test_everything_that_needs_attention_is_told():
    flat = " ".join(PAGE.split())
    for note in (
        "line/wrong: refuted, expected proved: one number",
        "line/undecided: inconclusive, expected proved: 'explode' raised ZeroDivisionError",
        "line/toothless: 'one' survives: 'gullible' holds: believed",
        "line/proved: only as strong as supported, by what it uses",
        "line/vacuous: 'gullible' decides, but accepts every false twin as well",
        "line/rests: rests on 2 claims that did not run: line/later, gone",
        "proved without + means: for the range that the statement names (altheory claims show KEY)",
        "+ means: for the scope of the checks that ran; further ones cover the rest",
        "not run (no check in this tier or method): line/later",
        "problem: plugin p does not load",
    ):
        assert note in flat


def test_only_what_was_proved_needs_its_range():
    assert "proved means" not in render(report_on(claim("a", exact(explode))))
    assert "proved means: for the range" in render(report_on(claim("a")))


def test_checks_left_out_narrow_what_was_proved():
    partly = claim("a", exact(), exact(tier="long"))
    page = render(report_on(partly))
    assert "+ means: for the scope of the checks that ran" in page
    assert "that the statement names" not in page


def test_one_claim_that_did_not_run_is_one_claim():
    alone = render(report_on(claim("a", uses=("gone",))))
    assert "a: rests on 1 claim that did not run: gone" in alone


def test_the_last_line_is_the_summary():
    assert PAGE.splitlines()[-1] == summary(EVERYTHING)


def test_nothing_else_is_wider_than_the_page():
    for width in (80, 100, 140):
        lines = render(EVERYTHING, width=width).splitlines()[:-1]
        assert max(map(len, lines)) <= width
    long = report_on(claim("a/" + "very-" * 30 + "long-key", exact(boast)))
    assert max(map(len, render(long).splitlines()[:-1])) <= 100


def boast(number, rng):
    del rng
    return holds("text", claimed="long " * 50, computed=f"{number}\nand more " * 9)


def test_a_plain_page_has_no_escape_codes_and_a_painted_one_the_same_words():
    painted = render(EVERYTHING, paint=lambda text, style: f"\x1b[{style}m{text}\x1b[m")
    assert "\x1b" not in PAGE
    assert "\x1b[redm" in painted
    assert "\x1b[yellowm" in render(
        dataclasses.replace(EVERYTHING, interrupted=True),
        paint=lambda text, style: f"\x1b[{style}m{text}\x1b[m",
    )


def test_an_empty_report_is_one_line():
    empty = dataclasses.replace(EVERYTHING, claims=(), not_run=(), problems=())
    assert render(empty).strip() == summary(empty)


def test_formats_are_found_by_name():
    assert set(reports.formats()) >= {"text", "json", "junit"}
    with pytest.raises(UnknownNameError, match=r"no format is called 'jason'; did you mean json\?"):
        reports.known("jason")


def test_long_keys_stay_apart_on_a_narrow_page():
    keys = [f"thresholds/cal/expected-queries/of-a-{kind}-target" for kind in ("fixed", "uniform")]
    page = render(report_on(*(claim(key, exact()) for key in keys)), width=70)
    shown = [line.split()[1] for line in page.splitlines()[1:3]]
    assert shown[0] != shown[1]
    assert all(short.startswith("thre") and short.endswith("-target") for short in shown)
    assert all(len(line) <= 70 for line in page.splitlines()[:-1])
