import multiprocessing
import time

import pytest

from altheory.errors import BudgetError, DomainError, PluginError
from altheory.ledger import registry as ledger
from altheory.ledger import selection
from altheory.ledger.claim import Method, Verdict
from altheory.ledger.finding import holds
from altheory.ledger.origin import Origin
from altheory.ledger.records import ClaimRecord
from altheory.ledger.registry import Entry, Registry
from altheory.ledger.runner import Settings, run
from altheory.ledger.selection import Scope
from tests.ledger.fakes import claim, exact, false_claim, gullible, module, random, shy


def report_on(*claims, problems=(), **settings):
    entries = {c.key: Entry(c.key, c, Origin("nowhere")) for c in claims}
    registry = Registry(entries, tuple(problems))
    scope = settings.pop("scope", Scope())
    return run(registry, selection.claims(registry), Settings(scope, **settings))


def test_records_come_in_the_order_of_the_keys_and_are_announced():
    seen: list[ClaimRecord] = []
    entries = {key: Entry(key, claim(key), Origin("nowhere")) for key in ("b", "a")}
    registry = Registry(entries)
    report = run(registry, selection.claims(registry), Settings(Scope()), seen.append)
    assert [record.key for record in report.claims] == ["a", "b"] == [r.key for r in seen]
    assert report.not_run == ()


def test_strength_is_inherited_along_uses():
    report = report_on(
        claim("a", uses=("b",)),
        claim("b", uses=("c",)),
        claim("c", random(), expected=Verdict.SUPPORTED),
        claim("d", exact(shy)),
        claim("e", uses=("d",)),
        claim("f", uses=("gone",)),
    )
    strengths = {record.key: (record.verdict, record.strength) for record in report.claims}
    assert strengths["a"] == strengths["b"] == (Verdict.PROVED, Verdict.SUPPORTED)
    assert strengths["e"] == (Verdict.PROVED, Verdict.INCONCLUSIVE)
    assert {r.key: r.untested for r in report.claims if r.untested} == {"f": ("gone",)}


def test_a_cycle_does_not_hang():
    report = report_on(claim("a", uses=("b",)), claim("b", uses=("a",)))
    assert [record.strength for record in report.claims] == [Verdict.PROVED] * 2


def test_claims_without_a_check_in_scope_are_not_run():
    report = report_on(claim("a", exact(tier="long")), claim("b"))
    assert report.not_run == ("a",)
    assert [record.key for record in report.claims] == ["b"]


def test_a_run_that_would_examine_nothing_is_refused():
    later = (claim("a", exact(tier="long")), claim("b", random(tier="normal")))
    with pytest.raises(DomainError, match="no check of the chosen claims belongs to the fast"):
        report_on(*later)
    with pytest.raises(DomainError, match=r"no symbolic check of the chosen .* the long tier"):
        report_on(*later, scope=Scope("long", Method.SYMBOLIC))
    cited = claim("c", expected=Verdict.CITED, checks=())
    with pytest.raises(DomainError, match="nothing to examine"):
        report_on(*later, cited)
    assert [record.verdict for record in report_on(cited).claims] == [Verdict.CITED]


def test_a_reference_is_cited_and_an_unchecked_claim_is_not():
    reference = claim("a", expected=Verdict.CITED, checks=())
    lazy = claim("b", checks=())
    verdicts = [record.verdict for record in report_on(reference, lazy, controls=True).claims]
    assert verdicts == [Verdict.CITED, Verdict.INCONCLUSIVE]


def test_the_false_alarm_budget_is_one_for_all():
    report = report_on(claim("a", random(alpha=3e-5)), claim("b", random(alpha=7e-5)))
    assert report.false_alarm == 1e-4
    with pytest.raises(BudgetError, match="give each a smaller alpha"):
        report_on(claim("a", random(alpha=4e-5)), claim("b", random(alpha=7e-5)))


def test_testing_the_correction_spends_alpha_too():
    tested = false_claim("a", random(alpha=2e-5))
    assert report_on(tested).false_alarm == 2e-5
    assert report_on(tested, controls=True).false_alarm == 4e-5
    assert report_on(claim("b", random(alpha=2e-5)), controls=True).false_alarm == 2e-5


def test_an_interruption_ends_the_run_and_not_the_report():
    def interrupt(number, rng):
        del number, rng
        raise KeyboardInterrupt

    report = report_on(claim("a"), claim("b", exact(interrupt)), claim("c"))
    assert report.interrupted
    assert [record.key for record in report.claims] == ["a"]
    assert report.not_run == ("b", "c")


def test_settings_refuse_what_makes_no_sense():
    for seed, jobs in ((-1, 1), (0, 0), (0, -3)):
        with pytest.raises(DomainError, match="must be an integer of at least"):
            Settings(Scope(), seed=seed, jobs=jobs)


def test_the_same_seed_gives_the_same_report():
    tested = claim("a", random(lambda number, rng: holds(f"{number} {rng.random()}")))
    assert report_on(tested, seed=5) == report_on(tested, seed=5)
    assert report_on(tested, seed=5).claims != report_on(tested, seed=6).claims


CLAIMS = """
CLAIMS = [
    claim("a", random()),
    claim("b", exact(gullible)),
    false_claim("c", corrected=(2, "a")),
    claim("d", exact(explode), uses=("a",)),
]
"""


@pytest.fixture
def on_workers(tmp_path, core):
    """Return a function that runs a file of claims on some processes."""
    core()

    def run_file(text, jobs, progress=lambda _: None):
        path = tmp_path / "mine.py"
        path.write_text(module(text))
        registry = ledger.load(files=[path])
        chosen = selection.claims(registry, select=["mine:*"])
        return run(registry, chosen, Settings(Scope(), 3, controls=True, jobs=jobs), progress)

    return run_file


def test_workers_change_nothing(on_workers):
    alone, together = (on_workers(CLAIMS, jobs) for jobs in (1, 2))
    assert alone == together
    assert len(alone.claims) == 4
    assert gullible(2, None).outcome is alone.claims[1].checks[0].outcome


def test_workers_end_with_the_interruption(on_workers):
    def interrupt(record):
        raise KeyboardInterrupt(record.key)

    text = """
    from time import sleep

    def dream(number, rng):
        sleep(600)

    CLAIMS = [claim("a"), claim("b", exact(dream)), claim("c"), claim("d", exact(dream))]
    """
    report = on_workers(text, 2, interrupt)
    assert report.interrupted
    assert [record.key for record in report.claims] == ["mine:a"]
    assert report.not_run == ("mine:b", "mine:c", "mine:d")
    # the pool's own thread reaps its workers too, so joining one here may return too early
    deadline = time.monotonic() + 30
    while multiprocessing.active_children() and time.monotonic() < deadline:
        time.sleep(0.01)
    assert not multiprocessing.active_children()


def test_a_worker_that_dies_is_a_named_error(on_workers):
    text = "import os\nCLAIMS = [claim('a'), claim('b', exact(lambda *_: os._exit(3)))]"
    with pytest.raises(PluginError, match="a worker process died"):
        on_workers(text, 2)
