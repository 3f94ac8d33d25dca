"""Vote entropy and divergence from the consensus: 100,000 instances, 10 members, 10 classes."""

from collections.abc import Iterator
from dataclasses import dataclass
from importlib import import_module
from typing import Any, final

import numpy as np

from altheory.acquisition.mutual_information import kl_to_consensus
from altheory.acquisition.votes import vote_entropy
from altheory.bench.row import Contender, Row
from altheory.bench.rows._scores import arranged, ballots, largest_gap, models, of_package
from altheory.protocols import Floats

N, M, C = 100_000, 10, 10


def members() -> Floats:
    """Return the predictions of each member."""
    return models(M, N, C)


def votes_by_script() -> Floats:
    """Count with one histogram of all."""
    votes = ballots(N, M, C)
    counts = np.bincount((votes + C * np.arange(N)[:, None]).ravel(), minlength=N * C)
    share = counts.reshape(N, C) / M
    result: Floats = -(share * np.log(np.where(share > 0, share, 1.0))).sum(axis=1)
    return result


def votes_by_scikit_activeml() -> Floats:
    """Take its vote entropy."""
    score = import_module("skactiveml.pool._query_by_committee").vote_entropy
    result: Floats = score(ballots(N, M, C), np.arange(C))
    return result


def divergence_by_scikit_activeml() -> Floats:
    """Take its mean divergence."""
    score = import_module("skactiveml.pool._query_by_committee").average_kl_divergence
    result: Floats = score(arranged(M, N, C, (0, 1, 2)))
    return result


@final
@dataclass(frozen=True, slots=True)
class Assembly:
    """A committee in modAL's convention, whose members have been asked already."""

    classes_: Any

    def __len__(self) -> int:
        """Return the number of members."""
        return M

    def __iter__(self) -> Iterator[int]:
        """Go through members."""
        return iter(range(M))

    def vote(self, votes_N_M: Any) -> Any:
        """Return the votes."""
        return votes_N_M

    def vote_proba(self, probs_N_M_C: Floats) -> Floats:
        """Return the distributions."""
        return probs_N_M_C


def votes_by_modal() -> Floats:
    """Take its vote entropy."""
    score = import_module("modAL.disagreement").vote_entropy
    result: Floats = score(Assembly(np.arange(C)), ballots(N, M, C))
    return result


def divergence_by_modal() -> Floats:
    """Take its largest divergence of a member: it has no mean."""
    score = import_module("modAL.disagreement").KL_max_disagreement
    result: Floats = score(Assembly(np.arange(C)), arranged(M, N, C, (1, 0, 2)))
    return result


def of_votes(answer: Any) -> str:
    """Say how far scores are from altheory's."""
    return largest_gap(vote_entropy(ballots(N, M, C), C), answer)


def of_divergence(answer: Any) -> str:
    """Say how far scores are from altheory's."""
    return largest_gap(kl_to_consensus(members()), answer)


def of_largest(answer: Any) -> str:
    """Say how far the largest divergences are from those by the definition."""
    table = members()
    ratios = np.log(table / table.mean(axis=0))
    largest = np.einsum("mnc,mnc->mn", table, ratios).max(axis=0)
    return f"largest instead of mean divergence: {largest_gap(largest, answer)}"


def contenders() -> tuple[Contender, ...]:
    """Return altheory and a script."""
    return (
        Contender("altheory, votes", lambda: vote_entropy(ballots(N, M, C), C), of_votes),
        Contender("altheory, divergence", lambda: kl_to_consensus(members()), of_divergence),
        Contender("NumPy script, votes", votes_by_script, of_votes),
    )


def peers() -> tuple[Contender, ...]:
    """Return scikit-activeml and modAL, or how they are had."""
    return (
        *of_package(
            "skactiveml.pool",
            "scikit-activeml",
            Contender("scikit-activeml, votes", votes_by_scikit_activeml, of_votes),
            Contender("scikit-activeml, divergence", divergence_by_scikit_activeml, of_divergence),
        ),
        *of_package(
            "modAL.disagreement",
            "modAL-python",
            Contender("modAL, votes", votes_by_modal, of_votes),
            Contender("modAL, divergence", divergence_by_modal, of_largest),
        ),
    )


ROW = Row(
    title="vote entropy and divergence, 100,000 instances, 10 members, 10 classes",
    goal="at most 3 ms and 40 ms",
    contenders=contenders,
    peers=peers,
)
