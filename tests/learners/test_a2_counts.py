"""What A2 costs on 4097 thresholds of 4096 equal cells, by a plain NumPy script.

The script shares nothing with the learner but the judge, and sees the same looks on the
same events.  At delta = 1/10, free of noise and with delta spent literally, its means at
epsilon 1/10, 1/100 and 1/1000 are those known from elsewhere: 364, 824, 1464 labels with
exact binomial bounds and 1093, 3643, 6412 with Hoeffding's.  Runs take one of a few sizes
that the schedule allows, so the test is about the size that most of them take.
"""

from fractions import Fraction
from itertools import count
from statistics import median

import numpy as np
import pytest

from altheory.bounds._schedule import Spending
from altheory.bounds._uniform import uniform
from altheory.hypotheses.finite import FiniteClass
from altheory.learners._look import Judge, Look, due_after
from altheory.learners.a2 import A2

DELTA = Fraction(1, 10)


def cuts(cells):
    """The class of the thresholds of a row of cells."""
    return FiniteClass(cells, [((1 << cells) - 1) >> k << k for k in range(cells + 1)])


def judge_of(name, members, epsilon, spending: Spending = "looks"):
    theorem = uniform(name, cuts(members - 1))
    return Judge(bound=theorem, epsilon=Fraction(epsilon), delta=DELTA, spending=spending)


def naive(judge, rng, target, cells):
    """Return the looks and the points asked; cut k says + from cell k on."""
    alive = np.ones(cells + 1, dtype=bool)
    looks: list[Look] = []
    asked: list[int] = []
    for in_round in count(1):
        low, high = np.flatnonzero(alive)[[0, -1]]
        mass = Fraction(int(high - low), cells)
        if mass <= judge.epsilon:
            return looks, asked
        xs = np.empty(0, dtype=np.int64)
        while not (looks and looks[-1].round == in_round and looks[-1].verdict == "halved"):
            xs = np.concatenate((xs, rng.integers(low, high, due_after(xs.size) - xs.size)))
            jumps = np.bincount(xs, weights=np.where(xs >= target, 1, -1), minlength=cells)
            errors = np.concatenate(([0], np.cumsum(jumps))).astype(int) + (xs < target).sum()
            errors[~alive] = xs.size + 1

            def after(most, errors=errors):
                kept = np.flatnonzero(errors <= most)
                return Fraction(int(kept[-1] - kept[0]), cells)

            looks.append(
                judge.look(
                    number=len(looks) + 1,
                    in_round=in_round,
                    n=xs.size,
                    fewest=int(errors.min()),
                    before=mass,
                    after=after,
                )
            )
            if looks[-1].verdict == "stop":
                return looks, [*asked, *xs.tolist()]
        asked += xs.tolist()
        alive = errors <= looks[-1].most
    raise AssertionError


@pytest.mark.seeded("two ways of computing the same thing")
@pytest.mark.parametrize("name", ["clopper-pearson", "hoeffding", "kl"])
def test_the_learner_sees_the_looks_of_the_script(name, rng):
    cells, target, epsilon = 24, 9, Fraction(1, 12)
    chain = cuts(cells)
    looks, asked = naive(judge_of(name, cells + 1, epsilon), rng, target, cells)
    theorem = uniform(name, chain)
    learner: A2[int, object] = A2(chain.version_space(), chain.law(), theorem, epsilon, DELTA)
    state = learner.init()
    for x in asked:
        state = learner.step(state, x, lambda x: 1 if x >= target else -1)
    assert state.looks == tuple(looks)
    assert (state.finished, state.queries) == (True, len(asked))


@pytest.mark.statistical(alpha=1e-7, power=0.99)
@pytest.mark.parametrize(
    ("name", "epsilon", "labels"),
    [
        ("clopper-pearson", "1/10", 364),
        ("clopper-pearson", "1/100", 849),
        ("clopper-pearson", "1/1000", 1456),
        ("hoeffding", "1/10", 1093),
        ("hoeffding", "1/100", 3643),
        ("hoeffding", "1/1000", 6558),
    ],
)
def test_most_runs_take_these_labels(name, epsilon, labels, rng):
    """At least 7 runs in 10 do; then a median of 201 is off with probability below 1e-8."""
    judge = judge_of(name, 4097, epsilon, "literal")
    runs = [len(naive(judge, rng, 1500, 4096)[1]) for _ in range(201)]
    assert median(runs) == labels
