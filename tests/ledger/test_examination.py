from altheory.ledger.claim import Check, Method
from altheory.ledger.examination import examine
from altheory.ledger.selection import Scope
from altheory.numeric.seeds import stream
from tests.ledger.fakes import (
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


def half_blind(number):
    return gullible(number, None) if number == 3 else compare(number, None)


def rename(run, name):
    def renamed(number, rng):
        return run(number, rng)

    renamed.__name__ = name
    return renamed


def controls(tested):
    record = examine(tested.key, tested, Scope(), seed=0, controls=True)
    return {control.name: control for control in record.controls}


def test_every_twin_is_rejected_by_some_check():
    found = controls(claim("a", exact(shy), exact(bare)))
    assert {name: control.rejected_by for name, control in found.items()} == {
        "one": ("bare",),
        "three": ("bare",),
    }
    assert all(control.passed for control in found.values())


def test_every_check_judges_every_twin():
    found = controls(claim("a", exact(), exact(gullible), exact(shy), exact(bare)))["one"]
    assert (found.rejected_by, found.accepted_by) == (("compare", "bare"), ("gullible",))
    assert found.evidence == (
        "'compare' fails: one number; 'gullible' holds: believed; "
        "'shy' inconclusive: the algebra system returned None; 'bare' fails: looked"
    )


def test_a_statistical_check_must_reject_every_twin():
    def weak(number, rng):
        return draw(number, rng) if number == 1 else gullible(number, rng)

    found = controls(claim("a", exact(), random(weak)))
    assert (found["one"].passed, found["three"].passed) == (True, False)
    assert found["three"].rejected_by == ("compare",)
    assert not controls(claim("a", exact(), random(shy)))["one"].passed
    # two checks may share their name: neither answers for the other
    assert not controls(claim("a", random(draw), random(rename(gullible, "draw"))))["one"].passed


def symbolic(run):
    return Check(Method.SYMBOLIC, run, scope="all")


def vacuous(*checks):
    return examine("a", claim("a", *checks), Scope(), seed=0, controls=True).vacuous


def test_the_check_that_decided_must_not_accept_every_twin():
    assert vacuous(symbolic(gullible), exact())
    assert not vacuous(exact(), random())
    # whoever rejects one twin, or cannot decide one, tells it from the claim
    assert not vacuous(symbolic(lambda number, _: half_blind(number)), exact())
    assert not vacuous(symbolic(lambda n, _: (shy if n == 1 else gullible)(n, _)), exact())


def test_without_twins_to_judge_nothing_is_vacuous():
    assert not examine("a", claim("a", exact(gullible)), Scope(), seed=0).vacuous


def test_a_check_without_teeth_lets_the_twins_survive():
    found = controls(claim("a", exact(gullible)))
    assert not any(control.passed for control in found.values())
    assert found["one"].evidence == "'gullible' holds: believed"


def test_an_exception_rejects_no_twin():
    def picky(number, rng):
        return gullible(number, rng) if number == 2 else explode(number, rng)

    found = controls(claim("a", exact(picky)))
    assert not any(control.passed for control in found.values())
    assert "'picky' raised ZeroDivisionError: 1 over zero" in found["one"].evidence


def test_one_twin_of_two_may_survive():
    found = controls(claim("a", exact(lambda number, _: half_blind(number))))
    assert (found["one"].passed, found["three"].passed) == (True, False)


def test_a_refuted_claim_shows_that_its_checks_accept_the_truth():
    found = controls(false_claim())["a/two"]
    assert (found.kind, found.passed, found.accepted_by) == ("corrected", True, ("compare",))


def test_a_check_that_refutes_everything_has_no_teeth():
    found = controls(false_claim("a", exact(grim)))
    assert found["one"].passed
    assert not found["a/two"].passed
    assert not controls(false_claim("a", exact(shy)))["a/two"].passed
    assert not controls(false_claim("a", exact(), exact(explode)))["a/two"].passed


def test_each_check_draws_from_its_own_named_stream():
    record = examine("x/y", claim("x/y", random(), exact()), Scope(), seed=7)
    assert record.checks[0].evidence == f"drew {stream(7, 'x/y', 'draw').integers(10**9)}"
    again = examine("x/y", claim("x/y", exact(), random()), Scope(), seed=7)
    assert again.checks[1] == record.checks[0]
    other = examine("x/y", claim("x/y", random()), Scope(), seed=8)
    assert other.checks[0] != record.checks[0]


def test_tiers_include_the_shorter_ones_and_methods_exclude_the_others():
    tested = claim("a", exact(), exact(bare, tier="normal"), random(tier="long"))
    names = {
        scope: [check.name for check in scope.checks(tested)]
        for scope in (Scope("fast"), Scope("normal"), Scope("long"))
    }
    assert names == {
        Scope("fast"): ["compare"],
        Scope("normal"): ["compare", "bare"],
        Scope("long"): ["compare", "bare", "draw"],
    }
    assert [check.name for check in Scope("long", Method.STATISTICAL).checks(tested)] == ["draw"]
    assert examine("a", tested, Scope("normal"), seed=0).partial
    assert not examine("a", tested, Scope("long"), seed=0).partial
