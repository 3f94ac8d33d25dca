"""Blocks give the same answer from any executor, in any order, and after any interruption."""

import importlib
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from contextlib import nullcontext
from fractions import Fraction
from types import SimpleNamespace

import pytest

from altheory.errors import DomainError, MissingDependencyError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.thresholds import Thresholds
from altheory.simulation.journal import Journal
from altheory.simulation.replicate import simulate
from altheory.simulation.replicates import blocks_of, gather, seed_of, workers
from altheory.simulation.task import Block, Goal, Task

GOALS = (Goal(epsilon=Fraction(1, 10)), Goal(epsilon=Fraction(1, 1000)))
TASKS = [Task(hypotheses=Thresholds(), learner="cal", goal=goal, seed=3) for goal in GOALS]
MANY = 2500


class Backwards(Executor):
    """An executor that finishes the last task first."""

    def __init__(self):
        self.waiting = []

    def submit(self, fn, /, *args, **kwargs):
        future: Future[Block] = Future()
        self.waiting.append((future, fn, args, kwargs))
        if len(self.waiting) == 6:
            for late, work, given, named in reversed(self.waiting):
                late.set_result(work(*given, **named))
        return future


@pytest.fixture(scope="module")
def expected():
    return gather(TASKS, MANY)


def test_blocks_cover_the_replicates():
    for n in (1, 1023, 1024, 1025, 5000):
        assert sum(size for _, size in blocks_of(n, 1024)) == n


def test_slow_classes_have_blocks_that_end_soon():
    """The blocks of thresholds and of finite classes stay: the same seeds give the same runs."""
    done: list[tuple[int, int]] = []
    for hypotheses, blocks in ((Thresholds(), 1), (FiniteClass(2, ["+-"]), 1), (Intervals(), 3)):
        task = Task(hypotheses=hypotheses, learner="cal", goal=Goal(stream=2))
        (block,) = gather([task], 70, report=lambda *n: done.append(n))
        assert len(block.queries) == 70
        assert done[-1] == (blocks, blocks)


def test_any_executor_gives_the_same(expected):
    with ThreadPoolExecutor(3) as threads:
        assert gather(TASKS, MANY, threads) == expected
    assert gather(TASKS, MANY, Backwards()) == expected


def test_two_processes_give_the_same(expected):
    with workers(2) as pool:
        assert gather(TASKS, MANY, pool) == expected


def test_replicates_and_goals_do_not_depend_on_one_another(expected):
    assert gather(TASKS[1:], MANY) == expected[1:]
    fewer = gather(TASKS, 1024)
    assert [f.queries for f in fewer] == [e.queries[:1024] for e in expected]
    assert expected[0].queries[:1024] != expected[0].queries[1024:2048]


@pytest.mark.parametrize("torn", [0, 1, 40, 5000, 10**9])
def test_an_interrupted_run_goes_on_with_the_same_result(torn, tmp_path, expected):
    path = tmp_path / "run.jsonl"
    started = Journal.open(path, "this run", resume=False)

    def interrupt(done, total):
        assert total == 6
        if done == 4:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        gather(TASKS, MANY, journal=started, report=interrupt)
    whole = path.read_text()
    path.write_text(whole[: max(len(whole) - torn, 1)])
    resumed = Journal.open(path, "this run", resume=True)
    told = []
    assert gather(TASKS, MANY, journal=resumed, report=lambda *at: told.append(at)) == expected
    assert len(told) == 6 - len(resumed.blocks)
    again = Journal.open(path, "this run", resume=True)
    assert len(again.blocks) == 6
    again.close()
    assert not path.exists()


@pytest.mark.parametrize("learner", ["cal", "passive", "bisection"])
def test_the_general_way_is_a_pure_function_too(learner):
    star = FiniteClass(4, [0, 1, 2, 4, 8])
    task = Task(hypotheses=star, learner=learner, goal=GOALS[0], size=20)
    block = simulate(task)
    assert simulate(task) == block
    assert (len(block.queries), block.failures, block.eliminated_best) == (20, 0, 0)


def test_blocks_are_joined_in_order():
    parts = [Block((1, 2), 5, 1, 0), Block((3,), 7, 0, 2)]
    assert Block.joined(parts) == Block((1, 2, 3), 12, 1, 2)


def test_an_error_in_a_worker_reaches_the_caller():
    def broken():
        raise DomainError("no")

    class Broken(ThreadPoolExecutor):
        def submit(self, fn, /, *args, **kwargs):
            del fn, args, kwargs
            return super().submit(broken)

    with Broken(1) as pool, pytest.raises(DomainError, match="no"):
        gather(TASKS, MANY, pool)


def test_without_dask_the_extra_is_named(monkeypatch):
    def missing(name):
        raise ImportError(name)

    monkeypatch.setattr(importlib, "import_module", missing)
    with (
        pytest.raises(MissingDependencyError, match=r"altheory\[cluster\]"),
        workers(dask="tcp://x:1"),
    ):
        pass


def test_a_cluster_is_an_executor_like_any_other(monkeypatch, expected):
    class Client(nullcontext[None]):
        def __init__(self, address):
            super().__init__()
            assert address == "tcp://scheduler:8786"

        def __enter__(self):
            return self

        def get_executor(self):
            return ThreadPoolExecutor(2)

    monkeypatch.setattr(importlib, "import_module", lambda _: SimpleNamespace(Client=Client))
    with workers(dask="tcp://scheduler:8786") as pool:
        assert gather(TASKS, MANY, pool) == expected


def test_more_than_a_machine_gets_through_is_refused():
    with pytest.raises(DomainError, match="replicates is at most 10000000, got 99999999999999"):
        gather(TASKS, 99999999999999)
    with (
        pytest.raises(DomainError, match="jobs is at most 1024, got about 1e5000; use --dask"),
        workers(10**5000),
    ):
        pass


@pytest.mark.parametrize("address", ["", " "])
def test_an_empty_address_is_refused(address, monkeypatch):
    monkeypatch.setattr(importlib, "import_module", lambda _: SimpleNamespace(Client=nullcontext))
    with pytest.raises(DomainError, match="tcp://host:8786, got"), workers(dask=address):
        pass


@pytest.mark.parametrize("bad", [0, -1, 1.5, True])
def test_bad_counts_are_refused(bad):
    with pytest.raises(DomainError, match="number of replicates"):
        gather(TASKS, bad)
    with pytest.raises(DomainError, match="number of jobs"), workers(bad):
        pass


@pytest.mark.seeded("an integer is its own seed")
def test_seeds(rng):
    assert seed_of(7) == 7
    assert seed_of(rng) != seed_of(rng)
    assert seed_of(None) >= 0


@pytest.mark.parametrize("learner", ["qbc", "margin"])
def test_learners_with_draws_and_rounds_of_their_own_are_as_pure(learner):
    tasks = [
        Task(
            hypotheses=CircleSeparators(),
            learner=learner,
            goal=Goal(epsilon=Fraction(1, 8)),
            delta=Fraction(1, 2) if learner == "margin" else None,
            size=8,
            index=index,
        )
        for index in (0, 1)
    ]
    first, second = map(simulate, tasks)
    assert simulate(tasks[0]) == first != second
    assert first.eliminated_best == second.eliminated_best == 0
