"""Searches side by side: what each decided for whom, over people and replicates.

Replicate i has a person of its own, and a stream of random numbers that is the same for every
search, so that they are compared in pairs.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

import numpy as np

from altheory.numeric.inputs import listed
from altheory.numeric.seeds import stream
from altheory.play.outcome import Account, Outcome, accounted
from altheory.play.problem import Preference, Problem, optimum
from altheory.play.table import tabulated

Search: TypeAlias = Callable[[Any, Preference, np.random.Generator], Outcome[Any]]


def compared(
    problem: Problem[Any],
    people: Iterable[Preference],
    searches: Mapping[str, Search],
    *,
    seed: int = 0,
    worth: Any = 1,
) -> dict[str, tuple[Account, ...]]:
    """Return the accounts of each search, one a person.

    Parameters
    ----------
    problem
        What is decided; its costs are computed once.
    people
        One a replicate; the same one again for replicates of chance alone.
    searches
        By name: functions of the problem as a table, the person and a generator.
    seed
        Of all replicates together.
    worth
        Of one unit of loss, in units of the prices of questions.

    Examples
    --------
    >>> from altheory.play import Coloring, Expert, guided, unguided
    >>> told = compared(
    ...     Coloring(3, [(0, 1), (1, 2), (0, 2)], 3),
    ...     [Preference((3, 2)), Preference((1, 2))],
    ...     {
    ...         "nobody": lambda problem, person, rng: unguided(problem),
    ...         "expert": lambda problem, person, rng: guided(problem, Expert(person), rng=rng),
    ...     },
    ... )
    >>> [[(str(a.regret), str(a.price)) for a in accounts] for accounts in told.values()]
    [[('1', '0'), ('0', '0')], [('0', '2'), ('0', '2')]]

    """
    told: dict[str, list[Account]] = {name: [] for name in searches}
    table = tabulated(problem)
    everybody = listed(people, "the people")
    least = {person: optimum(table, person).loss for person in set(everybody)}
    for i, person in enumerate(everybody):
        for name, search in searches.items():
            outcome = search(table, person, stream(seed, "play", i))
            told[name].append(accounted(table, outcome, person, least[person], worth=worth))
    return {name: tuple(accounts) for name, accounts in told.items()}
