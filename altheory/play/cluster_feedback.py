r"""Which clusters are of one group: asked where the answers so far leave it open.

What lies in a positive cluster is positive (:mod:`altheory.play.homogeneity`), so no answer is
needed inside a positive cluster nor around a negative one.  All other clusters are open: both
labels agree with the answers so far, if nothing else is known of the labels.  What is asked is
thus the disagreement region of the class of monotone labelings, and no answer contradicts another.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import islice
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.play.agent import Agent, Rounds, fee, replied
from altheory.play.homogeneity import Homogeneous, grouping
from altheory.play.monotone_labels import MonotoneLabels, open_labels
from altheory.play.subspace_clusters import Cluster
from altheory.protocols import Bools


def containment(clusters: Sequence[Cluster]) -> Bools:
    """Return which cluster lies in which, by their points: ``bool[m, m]``, row in column.

    Clusters of one subspace share no point, so each of them has a number there, and a cluster
    lies in another one iff all its points have that one's number.

    >>> small, large = Cluster((0, 1), ((0, 0),), (1, 2)), Cluster((0,), ((0,),), (0, 1, 2))
    >>> containment([large, small]).tolist()
    [[True, False], [True, True]]
    """
    subspaces = {axes: row for row, axes in enumerate(dict.fromkeys(c.axes for c in clusters))}
    n = max((c.points[-1] + 1 for c in clusters), default=0)
    numbers = np.full((len(subspaces), n), -1)
    for i, cluster in enumerate(clusters):
        own, points = numbers[subspaces[cluster.axes]], list(cluster.points)
        if (own[points] >= 0).any():
            raise DomainError(
                f"clusters of one subspace share no point, got two with axes {cluster.axes} that do"
            )
        own[points] = i
    below = np.zeros((len(clusters), len(clusters)), dtype=bool)
    for i, cluster in enumerate(clusters):
        inside = numbers[:, list(cluster.points)]
        first = inside[:, 0]
        below[i, first[(inside == first[:, None]).all(axis=1) & (first >= 0)]] = True
    return below


@final
@dataclass(frozen=True, slots=True)
class Feedback:
    """Clusters with their labels, and what it cost to know them.

    Attributes
    ----------
    clusters
        All of them.
    labels
        Of each: +1, -1, or 0 if it is open.
    asked
        The numbers of the clusters that the agent was asked about, in this order.
    price
        Of all questions.
    judgments
        How many times somebody judged a question.

    """

    clusters: tuple[Cluster, ...]
    labels: tuple[int, ...]
    asked: tuple[int, ...] = ()
    price: Fraction = Fraction(0)
    judgments: int = 0

    @property
    def implied(self) -> tuple[int, ...]:
        """The numbers of the clusters that have a label and were not asked about."""
        asked = set(self.asked)
        return tuple(i for i, y in enumerate(self.labels) if y and i not in asked)

    @property
    def positive(self) -> tuple[Cluster, ...]:
        """The positive clusters that lie in no other one; the largest first, of equal ones one."""
        chosen: list[Cluster] = []
        held: list[set[int]] = []
        positive = [c for c, y in zip(self.clusters, self.labels, strict=True) if y > 0]
        for cluster in sorted(positive, key=lambda c: -len(c.points)):
            if not any(larger.issuperset(cluster.points) for larger in held):
                chosen.append(cluster)
                held.append(set(cluster.points))
        return tuple(chosen)

    def net(self, truth: Homogeneous, *, worth: Any = 1) -> Fraction:
        """Return what grouping points by the positive clusters is worth, less the price.

        ``worth`` is that of one point, in units of the prices of questions.  No regret is told:
        the best set of clusters is known only by going through all sets.
        """
        gained = grouping(self.positive, truth).utility
        return fee(worth, "the worth of a point") * gained - self.price

    def mistaken(self, truth: Homogeneous) -> tuple[int, int]:
        """Return how many labels are wrong, of the clusters asked about and of the others."""
        wrong = {i for i, y in enumerate(self.labels) if y and y != truth(self.clusters[i])}
        return len(wrong & set(self.asked)), len(wrong - set(self.asked))


def guided_clusters(
    clusters: Sequence[Cluster],
    agent: Agent[Cluster],
    *,
    questions: int | None = None,
    together: int = 1,
    rng: Rng = None,
) -> Feedback:
    """Label clusters by asking in rounds, only while the answers so far leave some open.

    Parameters
    ----------
    clusters
        Found in the subspaces.
    agent
        Who is asked whether the points of a cluster belong together; who answers 0 is not asked
        about that cluster again.
    questions
        At most so many.  None: no limit.
    together
        How many make a round at most.  One at a time asks less; in rounds of five and more a crowd
        shows who is right how often (:mod:`altheory.play.workers`), below them the majority
        decides.  If answers of one round contradict each other the earlier ones stand.
    rng
        Source of the agent's errors.  A wrong answer is not noticed, and it spreads to what it
        implies; `Feedback.mistaken` counts that.

    Examples
    --------
    >>> from altheory.play.expert import Expert
    >>> nested = [Cluster((j,), ((0,),), tuple(range(j + 1))) for j in range(3)]
    >>> feedback = guided_clusters(nested, Expert(Homogeneous("aab")))
    >>> feedback.labels, feedback.asked, feedback.implied
    ((1, 1, -1), (1, 2), (0,))

    """
    stream, rounds = generator(rng), Rounds(questions)
    known, asked = open_labels(containment(clusters)), list[int]()
    most = count(together, "the clusters of a round")
    while some := list(islice(_open(known), most))[: rounds.left]:
        rounds = rounds.asked(agent, [clusters[i] for i in some], stream)
        for i, answer in zip(some, rounds.answers[len(asked) :], strict=True):
            if known.labels[i] * answer >= 0:  # else an earlier answer implies the contrary
                known = known.restrict(i, answer)
        asked += some
    labels = tuple(known.labels.tolist())
    return Feedback(tuple(clusters), labels, tuple(asked), rounds.price, rounds.judgments)


def _open(known: MonotoneLabels) -> Iterator[int]:
    """Yield what may be asked at once, what tells most first."""
    while (question := known.question()) is not None:
        yield question
        known = known.restrict(question, 0)


def exhaustive_clusters(
    clusters: Sequence[Cluster], agent: Agent[Cluster], *, rng: Rng = None
) -> Feedback:
    """Label clusters by asking about all of them: answers stand for themselves alone.

    >>> from altheory.play.expert import Expert
    >>> nested = [Cluster((j,), ((0,),), tuple(range(j + 1))) for j in range(3)]
    >>> exhaustive_clusters(nested, Expert(Homogeneous("aab"))).asked
    (0, 1, 2)
    """
    replies = replied(agent, tuple(clusters), generator(rng))
    everyone = tuple(range(len(clusters)))
    return Feedback(tuple(clusters), replies.answers, everyone, replies.price, replies.judgments)


def unguided_clusters(clusters: Sequence[Cluster]) -> tuple[Cluster, ...]:
    """Return the clusters that no cluster of more axes lies in.

    Those of most axes come first, of these the ones of most points.

    >>> small, large = Cluster((0, 1), ((0, 0),), (1, 2)), Cluster((0,), ((0,),), (0, 1, 2))
    >>> [found.axes for found in unguided_clusters([large, small])]
    [(0, 1)]
    """
    below = containment(clusters)
    size = np.array([len(c.axes) for c in clusters])
    last = [i for i in range(len(clusters)) if (size[below[:, i]] <= size[i]).all()]
    chosen = [clusters[i] for i in last]
    return tuple(sorted(chosen, key=lambda c: (-len(c.axes), -len(c.points))))
