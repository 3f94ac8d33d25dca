"""Labels that propagate among a million points in the plane, beside a tenth of them.

The row takes minutes, most of them for neighbors and for repetition; what anybody does
without multigrid takes minutes a run.
"""

from altheory.bench.row import Contender, Row
from altheory.bench.rows._harmonic import ours, peers

N, D = 1_000_000, 2


def contenders() -> tuple[Contender, ...]:
    """Return altheory, on all points and on a tenth of them."""
    return (ours(N, D), ours(N // 10, D))


ROW = Row(
    title="harmonic solution, 1,000,000 points in the plane, 10 neighbors, 100 labels",
    goal="at most 11 s and 2 GB, certified to 1e-8",
    contenders=contenders,
    peers=lambda: peers(N, D),
)
