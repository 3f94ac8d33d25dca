r"""Groups of points that only people know, and what clusters are worth to them.

A cluster is *positive* iff at most ``strangers`` of its points are outside of its largest group.
That number cannot grow when points are left out, so

.. math:: C \subseteq D,\ D \text{ positive} \implies C \text{ positive}.

A *share* of strangers would not do: of two friends and a stranger one third are strangers, and of
one friend and the stranger half of them.
"""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from typing import final

from altheory.errors import DomainError
from altheory.numeric.inputs import count, listed
from altheory.play._tables import is_comparable
from altheory.play.subspace_clusters import Cluster


@final
@dataclass(frozen=True, slots=True)
class Homogeneous:
    """What is true of clusters, for somebody who knows the group of each point.

    Parameters
    ----------
    groups
        Of all points; None of a point that belongs to nobody.
    strangers
        How many points of a positive cluster may be outside of its largest group.

    Examples
    --------
    >>> truth = Homogeneous("aab")
    >>> truth(Cluster((0,), ((0,),), (0, 1))), truth(Cluster((0,), ((0,),), (1, 2)))
    (1, -1)

    """

    groups: Sequence[Hashable]
    strangers: int = 0

    def __post_init__(self) -> None:
        groups = tuple(listed(self.groups, "the groups"))
        for i, group in enumerate(groups):
            if not is_comparable(group):
                raise DomainError(
                    f"groups are hashable and equal to themselves, got {group!r} of point {i}"
                )
        object.__setattr__(self, "groups", groups)
        count(self.strangers, "the number of strangers", least=0)

    def friends(self, cluster: Cluster) -> tuple[int, ...]:
        """Return the points of the largest group in a cluster, of equal ones the first."""
        if cluster.points[-1] >= len(self.groups):
            raise DomainError(
                f"the groups of {len(self.groups)} points are known, got point {cluster.points[-1]}"
            )
        own = Counter(g for i in cluster.points if (g := self.groups[i]) is not None)
        largest = max(own, key=lambda group: own[group], default=None)
        return tuple(i for i in cluster.points if self.groups[i] == largest is not None)

    def __call__(self, cluster: Cluster) -> int:
        """Return +1 if the cluster is positive, -1 if it is negative."""
        return 1 if len(cluster.points) - len(self.friends(cluster)) <= self.strangers else -1


@final
@dataclass(frozen=True, slots=True)
class Grouping:
    """How points are grouped by clusters, each of which takes the points that no earlier one has.

    Attributes
    ----------
    right
        Points that belong to the largest group of the cluster that takes them.
    wrong
        The other points that some cluster takes.
    left
        Points with a group that no cluster takes.

    """

    right: int
    wrong: int
    left: int

    @property
    def utility(self) -> int:
        """What the grouping is worth: a point counts 1 if right, -1 if wrong, 0 if left alone."""
        return self.right - self.wrong


def grouping(clusters: Sequence[Cluster], truth: Homogeneous) -> Grouping:
    """Return how clusters group the points, the first ones first.

    >>> grouping([Cluster((0,), ((0,),), (0, 1, 2))], Homogeneous("aabb"))
    Grouping(right=2, wrong=1, left=1)
    """
    taken, right = set[int](), 0
    for cluster in clusters:
        right += len(set(truth.friends(cluster)) - taken)
        taken |= set(cluster.points)
    grouped = {i for i, group in enumerate(truth.groups) if group is not None}
    return Grouping(right, len(taken) - right, len(grouped - taken))
