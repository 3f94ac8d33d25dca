"""Running many claims, on one process or several, with the same report either way.

A claim is one task.  It cannot travel to a worker but its origin can; results
are collected in the order of the keys, and what each check draws depends on the
seed alone.  Ctrl-C ends the run, not the report: what was finished is in it.
"""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeAlias, final

import altheory
from altheory.errors import DomainError
from altheory.ledger.budget import within
from altheory.ledger.claim import Claim, Verdict
from altheory.ledger.examination import examine
from altheory.ledger.origin import Origin, locate
from altheory.ledger.records import ClaimRecord, Report
from altheory.ledger.registry import Entry, Registry
from altheory.ledger.selection import Scope
from altheory.ledger.uses import closure
from altheory.ledger.verdicts import weakest
from altheory.ledger.workers import results
from altheory.numeric.inputs import count

Progress: TypeAlias = Callable[[ClaimRecord], None]


@final
@dataclass(frozen=True, slots=True)
class Settings:
    """Which checks run, from which seed, with or without controls, on how many processes."""

    scope: Scope
    seed: int = 0
    controls: bool = False
    jobs: int = 1

    def __post_init__(self) -> None:
        count(self.seed, "a seed", least=0)
        count(self.jobs, "the number of jobs")


def run(
    registry: Registry,
    chosen: Sequence[Entry],
    settings: Settings,
    progress: Progress = lambda _: None,
) -> Report:
    """Examine the chosen claims and report on all of them.

    Parameters
    ----------
    progress
        Called with the record of each claim as it is finished.

    Raises
    ------
    BudgetError
        If the statistical checks together exceed the false-alarm budget.
    DomainError
        If no check of the chosen claims belongs to the run.

    """
    start = time.perf_counter()
    _require_checks(chosen, settings.scope)
    false_alarm = within(_alphas(chosen, settings))
    tasks = [e for e in chosen if settings.scope.checks(e.claim) or not e.claim.checks]
    records: list[ClaimRecord] = []
    interrupted = False
    try:
        for record in _results(tasks, settings):
            records.append(record)
            progress(record)
    except KeyboardInterrupt:
        interrupted = True
    done = {record.key for record in records}
    return Report(
        altheory=altheory.__version__,
        seed=settings.seed,
        tier=settings.scope.tier,
        with_controls=settings.controls,
        claims=_strengthened(registry, records),
        not_run=tuple(entry.key for entry in chosen if entry.key not in done),
        problems=registry.problems,
        false_alarm=float(false_alarm),
        interrupted=interrupted,
        seconds=round(time.perf_counter() - start, 3),
    )


def _require_checks(chosen: Sequence[Entry], scope: Scope) -> None:
    """Refuse a run that would examine nothing; claims that only cite have no check to run."""
    checked = [entry for entry in chosen if entry.claim.checks]
    if checked and not any(scope.checks(entry.claim) for entry in checked):
        kind = f"{scope.method.name.lower()} check" if scope.method else "check"
        raise DomainError(
            f"nothing to examine: no {kind} of the chosen claims belongs to the "
            f"{scope.tier} tier; give a longer --tier, another --method or other claims"
        )


def _alphas(chosen: Sequence[Entry], settings: Settings) -> Iterator[float | None]:
    """Yield the alpha of every test of a formula that may be true.

    A corrected formula is tested on top of the claim itself; a false twin is
    rejected rightly, so it spends nothing.
    """
    for entry in chosen:
        formulas = 2 if settings.controls and entry.claim.corrected is not None else 1
        for check in settings.scope.checks(entry.claim):
            yield from (check.alpha,) * formulas


def _results(chosen: Sequence[Entry], settings: Settings) -> Iterator[ClaimRecord]:
    jobs = min(settings.jobs, len(chosen))
    if jobs <= 1:
        return (_examine(entry.key, entry.claim, settings) for entry in chosen)
    return results(_remote, [(entry.origin, entry.key, settings) for entry in chosen], jobs)


def _examine(key: str, claim: Claim[object], settings: Settings) -> ClaimRecord:
    if not claim.checks and claim.expected is Verdict.CITED:
        cited = examine(key, claim, settings.scope, settings.seed)
        return replace(cited, verdict=Verdict.CITED, reason="referenced, not checked")
    return examine(key, claim, settings.scope, settings.seed, controls=settings.controls)


def _remote(origin: Origin, key: str, settings: Settings) -> ClaimRecord:
    return _examine(key, locate(origin, key), settings)


def _strengthened(registry: Registry, records: Sequence[ClaimRecord]) -> tuple[ClaimRecord, ...]:
    """Add to each record how strong it is given the claims it rests on."""
    graph = registry.graph
    verdicts = {record.key: record.verdict for record in records}
    strengthened: list[ClaimRecord] = []
    for record in records:
        rests_on = closure(graph, record.key)
        known = (verdicts[key] for key in rests_on if key in verdicts)
        strengthened.append(
            replace(
                record,
                uses=graph[record.key],
                strength=weakest(record.verdict, known),
                untested=tuple(key for key in rests_on if key not in verdicts),
            )
        )
    return tuple(strengthened)
