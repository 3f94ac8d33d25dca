"""IWAL: unbiased on every path, exact weights, two rules against their definitions."""

import math
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import AbstentionError, DomainError, UnknownNameError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners._query_probability import gap_explained, query_probability, scale
from altheory.learners._weighted import PARTS, chance, parts, totals
from altheory.learners.iwal import IWAL
from altheory.numeric.enclosure import Enclosure
from altheory.simulation.stream import follow
from altheory.simulation.sweep import label_complexity
from altheory.simulation.transcript import replay
from altheory.testing.strategies import finite_classes

F = Fraction
LINE = Thresholds()
CUTS = FiniteClass(3, ["+++", "-++", "--+", "---"])
RULES = ("loss-weighting", "gap")
EIGHTHS = st.integers(0, 8).map(lambda i: F(i, 8))
LABELS = st.sampled_from((-1, 1))
WEIGHTS = st.integers(PARTS, 20 * PARTS)


def learner(of: Any, rule: Any = "loss-weighting", **more: Any) -> Any:
    chosen: dict[str, Any] = {"delta": F(1, 4), "p_min": F(1, 4), "c0": F(1, 100), **more}
    return IWAL(of.version_space(), of.law(), rule=rule, **chosen)


def told(iwal, sample):
    """The state after these labels were asked for."""
    state = iwal.init()
    for x, y in sample:
        state = iwal.told(state, x, y)
    return state


def ends(iwal, law, steps):
    """Every state after so many instances of a law of labeled ones, with its probability."""
    found = [(F(1), iwal.init())]
    for _ in range(steps):
        found = [
            (w * mass * p, after)
            for w, state in found
            for (x, y), mass in law.items()
            for q in [iwal.probability(state, x)]
            for p, after in ((q, iwal.told(state, x, y)), (1 - q, iwal.passed(state)))
            if p
        ]
    return found


def check_unbiased(cls, rule, law, steps):
    iwal = learner(cls, rule)
    paths = ends(iwal, law, steps)
    assert sum(w for w, _ in paths) == 1
    for h in cls.representatives(range(cls.n_points)):
        truth = sum(m for (x, y), m in law.items() if h(x) != y)
        assert sum(w * state.error(h) for w, state in paths) == truth


@pytest.mark.parametrize("rule", RULES)
@given(finite_classes(max_points=2), st.integers(1, 3), st.integers(1, 3))
def test_weighted_errors_are_unbiased_on_every_path(rule, cls, a, b):
    whole = cls.n_points * (a + b)
    law = {(x, y): F(m, whole) for x in range(cls.n_points) for y, m in ((-1, a), (1, b))}
    check_unbiased(cls, rule, law, 2)


def test_longer_paths_are_unbiased_too():
    pair = FiniteClass(1, ["+", "-"])
    check_unbiased(pair, "gap", {(0, 1): F(2, 3), (0, -1): F(1, 3)}, 4)


def test_the_gap_rule_leaves_some_to_chance():
    iwal = learner(FiniteClass(1, ["+", "-"]), "gap", p_min=F(1, 100))
    state = told(iwal, [(0, 1)])
    assert F(1, 100) < iwal.probability(state, 0) < 1


@given(st.fractions(min_value=F(1, 1000), max_value=1, max_denominator=1000))
def test_probabilities_are_rounded_up_to_parts_of_a_weight(p):
    q = chance(parts(p))
    assert p <= q <= min(1, p / (1 - p / PARTS))
    assert F(parts(p), PARTS) <= 1 / p


@pytest.mark.parametrize(("number", "asked"), [(PARTS - 1, True), (PARTS, False)])
def test_the_coin_has_the_probability(monkeypatch, number, asked):
    drawn = []

    class Coin:
        def integers(self, most):
            drawn.append(most)
            return number

    def stream(*name):
        drawn.append(name)
        return Coin()

    monkeypatch.setattr("altheory.numeric.seeds.stream", stream)
    iwal = learner(FiniteClass(2, ["++", "+-"]), seed=7)
    state = iwal.step(iwal.init(), 0, lambda _: 1)
    assert drawn == [(7, "iwal", 0), 4 * PARTS]
    assert (state.queries, state.unlabeled) == (int(asked), 1)
    assert state.sample == (((0, 1, F(4)),) if asked else ())
    assert iwal.step(state, 1, lambda _: 1).queries == asked + 1  # where they disagree: no coin
    assert len(drawn) == 2


@pytest.mark.parametrize(("first", "second"), [(65535, 65536), (65536, 65535)])
def test_a_coin_beyond_machine_integers_has_the_probability(monkeypatch, first, second):
    weight = parts(F(1, 10**20))  # 83 bits: of 11 bytes five are left out

    class Coin:
        def __init__(self):
            self.given = [weight, first, second]  # the first is too large and drawn again

        def bytes(self, n):
            assert n == 11
            return (self.given.pop(0) << 5).to_bytes(n)

    monkeypatch.setattr("altheory.numeric.seeds.stream", lambda *_: Coin())
    iwal = learner(FiniteClass(2, ["++", "+-"]), p_min=F(1, 10**20))
    state = iwal.step(iwal.init(), 0, lambda _: 1)
    assert weight.bit_length() == 83
    assert state.queries == int(first < PARTS)
    assert state.sample == (((0, 1, F(10**20)),) if first < PARTS else ())


@pytest.mark.parametrize("t", [0, -1, 2.5])
def test_there_is_no_slack_before_the_first_instance(t):
    with pytest.raises(DomainError, match="how many instances there were must be"):
        learner(LINE).slack(t)


@pytest.mark.parametrize("cls", [CUTS, LINE])
def test_loss_weighting_asks_where_members_disagree(cls):
    iwal = learner(cls)
    state = told(iwal, [(0, -1), (1, 1)] * 200)
    for x in (0, 1):
        apart = len(state.version_space.labels(x)) > 1
        assert iwal.probability(state, x) == (1 if apart else F(1, 4))
    assert state.mass == iwal.law.mass(state.version_space.disagreement())


def slack(t, rivals, delta, width=0.0, reach=1.0):
    return reach * math.sqrt(2 * math.log(rivals * t * (t + 1) / delta) / t) + width


@pytest.mark.parametrize("t", [1, 2, 9, 1000])
def test_the_slack_by_its_formula(t):
    near = pytest.approx
    assert float(learner(CUTS).slack(t)) == near(slack(t, 3, 0.25))
    assert float(learner(LINE).slack(t)) == near(slack(t, t, 0.25, 1 / t))
    assert float(learner(CUTS, "gap").slack(t)) == near(slack(t, 3, 0.25, reach=4))
    assert float(learner(FiniteClass(1, ["+"])).slack(t)) == near(slack(t, 1, 0.25))


@given(st.lists(st.tuples(st.integers(0, 2), LABELS), max_size=4))
def test_members_are_dropped_by_definition(pattern):
    """Against a plain list of members; at a long run of the pattern some are dropped."""
    iwal, sample = learner(CUTS, delta=F(9, 10)), (pattern or [(0, 1)]) * 20
    state = iwal.init()
    left = list(CUTS.hypotheses)
    wrong = dict.fromkeys(left, F(0))
    due = 1
    for t, (x, y) in enumerate(sample, start=1):
        apart = len({m >> x & 1 for m in left}) > 1
        for m in wrong:
            wrong[m] += (1 if apart else 4) * ((m >> x & 1) != (y == 1))
        state = iwal.told(state, x, y)
        if t == due:
            bar = min(wrong[m] for m in left) + t * slack(t, 3, 0.9)
            left = [m for m in left if wrong[m] <= bar]
            due = t + 1 + t // 8
        assert state.version_space.members == tuple(left)
        assert state.due == due
    everyone = CUTS.representatives(range(3))
    assert [h.positive.mask for h in everyone if not state.dropped(h)] == left
    assert iwal.hypothesis(state).positive.mask in left
    assert wrong[iwal.hypothesis(state).positive.mask] == min(wrong[m] for m in left)


@given(
    st.lists(st.tuples(EIGHTHS, LABELS, WEIGHTS), max_size=7),
    st.lists(st.tuples(EIGHTHS, LABELS), max_size=2),
)
def test_weighted_errors_of_thresholds_by_a_table(entries, known):
    """A cut in each gap and on each point makes a finite class of the same errors."""
    points = [F(i, 8) for i in range(9)]
    cuts = [F(i, 16) for i in range(17)]
    table = FiniteClass.restriction(map(Threshold, cuts), points)
    line, rows = LINE.version_space(), table.version_space()
    for x, y in known:
        line, rows = line.restrict(x, y), rows.restrict(int(8 * x), y)
    if line.is_empty or rows.is_empty:  # the cut 1 and beyond: + at 1 always
        assert line.is_empty == rows.is_empty
        return
    here = totals(line, entries).on(line)
    there = totals(rows, [(int(8 * x), y, m) for x, y, m in entries]).on(rows)
    assert here.minimum == there.minimum
    found = here.at_most(here.minimum).member()
    assert sum(m for x, y, m in entries if found(x) != y) == here.minimum
    best = there.at_most(there.minimum)
    for x in points:
        assert here.at_most(here.minimum).labels(x) == best.labels(int(8 * x))


def test_cuts_that_were_ruled_out_do_not_count():
    left = LINE.version_space().restrict(F(1, 2), 1)  # cuts up to 1/2, where the jump is
    errors = totals(left, [(F(1, 2), -1, PARTS)])
    assert errors.on(left).minimum == PARTS
    assert errors.on(LINE.version_space()).minimum == 0


@given(st.lists(st.tuples(EIGHTHS, LABELS), min_size=1, max_size=6), EIGHTHS)
def test_the_gap_is_what_the_other_label_costs(sample, x):
    iwal = learner(LINE, "gap", p_min=F(1, 1000))
    state = told(iwal, sample)
    labels = state.version_space.labels(x)
    least = {
        y: min(state.error(Threshold(F(i, 16))) for i in range(17) if Threshold(F(i, 16))(x) == y)
        for y in labels
    }
    if len(labels) < 2:
        assert iwal.probability(state, x) == F(1, 1000)
    else:
        gap = max(least.values()) - min(least.values())
        s = query_probability(gap, len(sample) + 1, F(1, 100)).hi
        assert iwal.probability(state, x) == chance(parts(max(s, F(1, 1000))))


KS = st.sampled_from((2, 3, 10, 10**4))
C0S = st.sampled_from((F(1, 100), F(1), F(7)))


@given(KS, C0S, st.fractions(0, 50, max_denominator=99), st.fractions(0, 1, max_denominator=99))
def test_the_query_probability_falls_and_solves_its_equation(k, c0, gap, more):
    s, less = query_probability(gap, k, c0), query_probability(gap + more, k, c0)
    bar = scale(k, c0).sqrt() + scale(k, c0)
    assert 0 < less.hi <= s.hi <= 1
    if bar.less_than(gap) is True:
        assert s.hi < 1
        assert abs((gap_explained(s, k, c0) - gap).midpoint) < F(1, 10**30)
        assert not more or less.less_than(s) is True
    else:
        assert s == Enclosure.exactly(1)


@given(KS, C0S, st.integers(3, 12))
def test_the_query_probability_has_no_jump_at_the_threshold(k, c0, digits):
    bar = scale(k, c0).sqrt() + scale(k, c0)
    near = query_probability(bar.hi * (1 + F(1, 10**digits)), k, c0)
    assert 1 - F(2, 10**digits) < near.lo
    assert query_probability(bar.lo, k, c0) == Enclosure.exactly(1)


def test_the_first_label_is_asked_for():
    assert query_probability(F(9), 1, F(1)) == Enclosure.exactly(1)
    assert learner(LINE, "gap").probability(learner(LINE, "gap").init(), F(1, 2)) == 1


def test_it_promises_the_smaller_of_mass_and_slack():
    iwal = learner(LINE)
    assert iwal.promise(iwal.init()) == 1
    state = told(
        iwal, [(F(i * 37 % 100, 100), 1 if i * 37 % 100 >= 30 else -1) for i in range(400)]
    )
    assert iwal.promise(state) == min(state.mass, iwal.slack(400)) < 1
    gap = learner(LINE, "gap", p_min=1)
    state = told(gap, [(F(1, 3), 1)] * 90)
    assert gap.promise(state) == gap.slack(90) < 1 == state.mass


@pytest.mark.parametrize("rule", RULES)
def test_a_run_replays(rule):
    iwal = learner(LINE, rule, seed=3)
    stream = [F(i * 29 % 64, 64) for i in range(80)]
    run = follow(iwal, stream, lambda x: 1 if x >= F(1, 3) else -1)
    assert replay(run.transcript, iwal) == run.state
    assert run.state.unlabeled == 80 >= run.state.queries == run.transcript.queries


def test_silence_is_paid_and_not_counted():
    def silent(x):
        raise AbstentionError(x)

    iwal = learner(LINE)
    state = iwal.step(iwal.init(), F(1, 2), silent)
    assert (state.queries, state.unlabeled, state.sample) == (1, 1, ())


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"p_min": 0}, "p_min lies above 0 and is at most 1, got 0"),
        ({"p_min": F(3, 2)}, "got 3/2"),
        ({"delta": 1}, "delta lies strictly between 0 and 1"),
        ({"c0": 0}, "c0 must be positive"),
        ({"seed": -1}, "a seed must be an integer of at least 0"),
        ({"law": CUTS.law()}, "a region of a finite domain is a FiniteRegion"),
        ({"law": None}, "IWAL needs the law of its instances"),
        ({"prior": 3}, "IWAL starts from a version space"),
        ({"prior": CircleSeparators().version_space()}, "IWAL weights errors, which Circle"),
    ],
)
def test_what_makes_no_sense_is_refused(changes, said):
    whole: dict[str, Any] = {
        "prior": LINE.version_space(),
        "law": LINE.law(),
        "delta": F(1, 20),
        **changes,
    }
    with pytest.raises(DomainError, match=said):
        IWAL(**whole)
    with pytest.raises(UnknownNameError, match="did you mean gap"):
        learner(LINE, "gaps")


@pytest.mark.parametrize("noise", ["none", "pure"])
def test_simulations_run_it_by_name(noise):
    of = FiniteClass(2, ["++", "-+", "--"])
    curve = label_complexity(of, learner="iwal", epsilons=[0.4], noise=noise, replicates=3, rng=1)
    row = curve.rows[0]
    assert row.failures == row.eliminated_best == 0
    assert 0 < row.mean_queries <= row.mean_unlabeled
    assert curve.settings["delta"] == "1/20"
    again = label_complexity(of, learner="iwal", epsilons=[0.4], noise=noise, replicates=3, rng=1)
    assert again.to_json() == curve.to_json()


def test_on_a_stream_it_goes_on_to_the_end():
    curve = label_complexity(LINE, learner="iwal", streams=[40], replicates=2, rng=1, target="1/3")
    assert curve.rows[0].mean_unlabeled == 40
    assert curve.rows[0].mean_queries == 40  # nobody is dropped so soon


def test_all_that_labels_tell_is_whom_they_favor():
    """Weights do not change who is left: members differ only where the weight is one."""
    for labels in product((-1, 1), repeat=3):
        sample = list(zip((0, 1, 2), labels, strict=True)) * 40
        states = [told(learner(CUTS, p_min=p), sample) for p in (F(1), F(1, 64))]
        assert len({state.version_space.members for state in states}) == 1
