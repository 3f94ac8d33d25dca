"""Vote entropy and divergence from the consensus: 100,000 instances, 10 members, 10 classes."""

from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from altheory.acquisition.mutual_information import kl_to_consensus
from altheory.acquisition.votes import vote_entropy
from altheory.bench.row import Contender, Row
from altheory.bench.rows._scores import ballots, largest_gap, models
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
    result: Floats = score(members().copy())
    return result


def of_votes(answer: Any) -> str:
    """Say how far scores are from altheory's."""
    return largest_gap(vote_entropy(ballots(N, M, C), C), answer)


def of_divergence(answer: Any) -> str:
    """Say how far scores are from altheory's."""
    return largest_gap(kl_to_consensus(members()), answer)


def contenders() -> tuple[Contender, ...]:
    """Return altheory and a script."""
    return (
        Contender("altheory, votes", lambda: vote_entropy(ballots(N, M, C), C), of_votes),
        Contender("altheory, divergence", lambda: kl_to_consensus(members()), of_divergence),
        Contender("NumPy script, votes", votes_by_script, of_votes),
    )


def peers() -> tuple[Contender, ...]:
    """Return scikit-activeml if it is there."""
    if find_spec("skactiveml") is None:
        return ()
    return (
        Contender("scikit-activeml, votes", votes_by_scikit_activeml, of_votes),
        Contender("scikit-activeml, divergence", divergence_by_scikit_activeml, of_divergence),
    )


ROW = Row(
    title="vote entropy and divergence, 100,000 instances, 10 members, 10 classes",
    goal="at most 3 ms and 40 ms",
    contenders=contenders,
    peers=peers,
)
