"""Replies at the door: one answer a question, whoever is asked."""

from fractions import Fraction
from typing import Any

import pytest

from altheory.errors import DomainError
from altheory.play.agent import Replies
from altheory.play.bisection import halved
from altheory.play.cluster_feedback import exhaustive_clusters, guided_clusters
from altheory.play.knockouts import guided
from altheory.play.subspace_clusters import Cluster
from tests.play.cases import Listed, Mixed, Workers

CLUSTERS = (Cluster((0,), ((0,),), (0,)),)
PROBLEM = Listed(((0, 1), (1, 0)))


class Told:
    """Somebody who gives so many answers, whatever is asked."""

    def __init__(self, n: int) -> None:
        self.n = n

    def replies(self, *_: Any) -> Replies:
        return Replies((1,) * self.n, Fraction(1), 1)


@pytest.mark.parametrize("n", [0, 2])
@pytest.mark.parametrize(
    "asked",
    [
        lambda agent: guided(PROBLEM, agent),
        lambda agent: halved(PROBLEM, agent),
        lambda agent: guided_clusters(CLUSTERS, agent),
        lambda agent: exhaustive_clusters(CLUSTERS, agent),
        lambda agent: Mixed(Workers(int, (0, 1)), agent).replies([1], None),
    ],
)
def test_an_agent_answers_each_question(asked, n):
    with pytest.raises(DomainError, match="1 were asked"):
        asked(Told(n))


@pytest.mark.parametrize("bad", [((2,), 1, 1), (3, 1, 1), ((1,), -1, 1), ((1,), 1, -1)])
def test_what_are_no_replies(bad):
    with pytest.raises(DomainError):
        Replies(*bad)
