"""Labels of clusters by asking, against asking about everything."""

from collections import Counter
from fractions import Fraction
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.play.agent import Replies
from altheory.play.cluster_feedback import (
    Feedback,
    containment,
    exhaustive_clusters,
    guided_clusters,
    unguided_clusters,
)
from altheory.play.expert import Expert
from altheory.play.homogeneity import Homogeneous, grouping
from altheory.play.planted_points import planted_groups
from altheory.play.subspace_clusters import Cluster, Grid, dense_clusters, even_grid
from tests.play.cases import Recorder


@st.composite
def worlds(draw):
    """Draw the clusters of a small table, and who belongs to whom."""
    d = draw(st.integers(1, 3))
    row = st.tuples(*[st.integers(0, 3)] * d)
    rows = draw(st.lists(row, min_size=1, max_size=16))
    found = dense_clusters(rows, Grid([range(1, 4)] * d), draw(st.integers(1, 3)))
    group = st.sampled_from((None, "a", "b"))
    groups = draw(st.lists(group, min_size=len(rows), max_size=len(rows)))
    return found, Homogeneous(groups, draw(st.integers(0, 2)))


def cluster(*points):
    return Cluster((0,), ((0,),), points)


@given(worlds())
def test_one_lies_in_another_by_its_points(world):
    found, _ = world
    below = containment(found)
    sets = [set(c.points) for c in found]
    assert below.tolist() == [[a <= b for b in sets] for a in sets]


@given(worlds())
def test_strangers_are_counted_and_never_more_in_a_part(world):
    found, truth = world
    for c in found:
        sizes = Counter(truth.groups[i] for i in c.points if truth.groups[i])
        friends = max(sizes.values(), default=0)
        assert len(truth.friends(c)) == friends
        assert len({truth.groups[i] for i in truth.friends(c)}) == min(friends, 1)
        assert (truth(c) > 0) == (len(c.points) - friends <= truth.strangers)
        assert all(truth(c) <= truth(cluster(*c.points[:i])) for i in range(1, len(c.points)))


@given(worlds())
def test_a_right_agent_is_asked_less_and_all_labels_are_true(world):
    found, truth = world
    guided = guided_clusters(found, Expert(truth, price=Fraction(2)), rng=0)
    everything = exhaustive_clusters(found, Expert(truth, price=Fraction(2)), rng=0)
    assert guided.labels == everything.labels == tuple(map(truth, found))
    assert len(guided.asked) + len(guided.implied) == len(found)
    assert guided.price == 2 * guided.judgments == 2 * len(guided.asked)
    assert everything.price == 2 * len(found)
    assert guided.mistaken(truth) == everything.mistaken(truth) == (0, 0)
    assert guided.positive == everything.positive
    worth = grouping(guided.positive, truth).utility
    assert guided.net(truth, worth=3) == 3 * worth - guided.price


@given(worlds(), st.integers(1, 4), st.integers(0, 5), st.randoms(use_true_random=False))
def test_rounds_are_within_bounds_and_labels_stay_monotone(world, together, questions, chance):
    found, truth = world
    assert guided_clusters(found, Expert(truth), together=together).labels == tuple(
        map(truth, found)
    )
    agent = Recorder(Expert(lambda _: chance.choice((-1, 0, 1))))
    some = guided_clusters(found, agent, questions=questions, together=together)
    assert all(len(asked) <= together for asked in agent.rounds)
    assert len({*some.asked}) == len(some.asked) == len(agent.asked) <= questions
    pairs = [(some.labels[a], some.labels[b]) for a, b in np.argwhere(containment(found))]
    assert all(a == 1 for a, b in pairs if b == 1)
    assert all(b == -1 for a, b in pairs if a == -1)


@given(worlds())
def test_positive_clusters_are_the_maximal_ones(world):
    found, truth = world
    chosen = guided_clusters(found, Expert(truth), rng=0).positive
    sets = {frozenset(c.points) for c in found if truth(c) > 0}
    assert sorted(map(sorted, (c.points for c in chosen))) == sorted(
        sorted(s) for s in sets if not any(s < other for other in sets)
    )
    assert [len(c.points) for c in chosen] == sorted((len(c.points) for c in chosen), reverse=True)


@given(worlds())
def test_unguided_takes_what_holds_no_cluster_of_more_axes(world):
    found, _ = world
    last = {
        c
        for c in found
        if not any(len(o.axes) > len(c.axes) and {*o.points} <= {*c.points} for o in found)
    }
    chosen = unguided_clusters(found)
    assert {*chosen} == last
    assert len(chosen) == len(last)
    order = [(-len(c.axes), -len(c.points)) for c in chosen]
    assert order == sorted(order)


@given(worlds())
def test_points_are_grouped_once(world):
    found, truth = world
    taken, right, wrong = set(), 0, 0
    for c in found:
        new = [i for i in c.points if i not in taken]
        taken.update(new)
        friends = {*truth.friends(c)}
        right += sum(i in friends for i in new)
        wrong += sum(i not in friends for i in new)
    result = grouping(found, truth)
    assert (result.right, result.wrong, result.utility) == (right, wrong, right - wrong)
    left = {i for i, g in enumerate(truth.groups) if g} - taken
    assert result.left == len(left)


NESTED = tuple(Cluster((j,), ((0,),), tuple(range(j + 2))) for j in range(5))
TRUTH = Homogeneous("aaaabb")


def test_wrong_answers_spread_along_the_order():
    liar = Expert(TRUTH, error=Fraction(1))
    found = guided_clusters(NESTED, liar, rng=0)
    assert found.asked == (2, 0)
    assert found.labels == (-1, -1, -1, -1, -1)
    assert found.mistaken(TRUTH) == (2, 1)
    assert exhaustive_clusters(NESTED, liar, rng=0).mistaken(TRUTH) == (5, 0)
    strangers = Homogeneous("abbbbb")
    found = guided_clusters(NESTED, Expert(strangers, error=Fraction(1)), rng=0)
    assert found.asked == (2, 3, 4)
    assert found.mistaken(strangers) == (3, 2)


def test_of_contradictions_within_a_round_the_earlier_answers_stand():
    larger = Expert(lambda asked: 1 if len(asked.points) > 3 else -1)
    found = guided_clusters(NESTED, larger, together=5)
    assert (sorted(found.asked), found.labels) == ([0, 1, 2, 3, 4], (1,) * 5)


def test_a_budget_leaves_the_rest_open():
    assert guided_clusters(NESTED, Expert(TRUTH), questions=0).positive == ()
    found = guided_clusters(NESTED, Expert(TRUTH), questions=1)
    assert found.labels == (1, 1, 1, 0, 0)
    assert found.implied == (0, 1)
    assert found.positive == (NESTED[2],)
    with pytest.raises(DomainError):
        guided_clusters(NESTED, Expert(TRUTH), questions=-1)


def test_nobody_is_asked_about_nothing():
    assert guided_clusters((), Expert(TRUTH)) == Feedback((), ())
    assert unguided_clusters(()) == ()
    assert grouping((), TRUTH).left == 6


class Silent:
    """Somebody who cannot tell of some clusters, asked of several prices."""

    def replies(self, questions, _):
        answers = tuple(TRUTH(q) * (len(q.points) != 4) for q in questions)
        return Replies(answers, Fraction(3, 2), 5)


def test_who_cannot_tell_is_asked_about_the_others():
    found = guided_clusters(NESTED, Silent())
    assert found.asked[0] == 2
    assert len(set(found.asked)) == len(found.asked)
    assert found.labels == (1, 1, 0, -1, -1)
    assert (found.price, found.judgments) == (len(found.asked) * Fraction(3, 2), 15)


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Homogeneous("ab", -1),
        lambda: Homogeneous(cast(Any, 3)),
        lambda: Homogeneous("ab")(cluster(0, 2)),
        lambda: planted_groups([(2,)], dimension=2, size=1, noise=0, width=0.5),
        lambda: planted_groups([(0,)], dimension=2, size=0, noise=0, width=0.5),
        lambda: planted_groups([(0,)], dimension=2, size=1, noise=-1, width=0.5),
        lambda: planted_groups([(0,)], dimension=2, size=1, noise=0, width=1),
        lambda: planted_groups(cast(Any, [0]), dimension=2, size=1, noise=0, width=0.5),
        lambda: Homogeneous(cast(Any, [[1], [2]])),
        cluster,
        lambda: cluster(1, 0),
        lambda: Cluster((-1,), ((0,),), (0,)),
        lambda: Cluster((0,), ((0, 0),), (0,)),
        lambda: guided_clusters([cluster(0)] * 2, Expert(TRUTH)),
    ],
)
def test_what_is_refused(wrong):
    with pytest.raises(DomainError):
        wrong()


@pytest.mark.seeded("a group is as narrow as it is asked to be whatever is drawn")
def test_planted_groups_are_narrow_on_their_axes(rng):
    axes = [(0, 1), (2,), ()]
    planted = planted_groups(axes, dimension=4, size=50, noise=7, width=0.25, rng=rng)
    assert planted.points.shape == (157, 4)
    assert planted.points.min() >= 0
    assert planted.points.max() < 1
    assert planted.groups == (*[0] * 50, *[1] * 50, *[2] * 50, *[None] * 7)
    for group, narrow in enumerate(axes):
        spread = np.ptp(planted.points[50 * group : 50 * group + 50], axis=0)
        assert all((spread[j] <= 0.25) == (j in narrow) for j in range(4))
    again = planted_groups(axes, dimension=4, size=5, noise=0, width=0.25, rng=3)
    assert np.array_equal(
        again.points, planted_groups(axes, dimension=4, size=5, noise=0, width=0.25, rng=3).points
    )


def test_large_tables_take_little():
    planted = planted_groups(
        [(0, 1), (2, 3), (4, 5)], dimension=6, size=800, noise=600, width=0.1, rng=1
    )
    found = dense_clusters(planted.points, even_grid(planted.points, 8), 60)
    truth = Homogeneous(planted.groups, 100)
    guided = guided_clusters(found, Expert(truth), rng=0)
    assert guided.labels == tuple(map(truth, found))
    assert (
        grouping(guided.positive, truth).utility > grouping(unguided_clusters(found), truth).utility
    )
