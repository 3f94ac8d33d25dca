"""Labels that propagate among points in twenty dimensions, where direct solvers fill the memory.

Finding exact neighbors takes minutes at 100,000 points, so there are 20,000 here; time to
solve grows with their number.
"""

from altheory.bench.row import Contender, Row
from altheory.bench.rows._harmonic import by_gradients, ours, peers, solving

N, D = 20_000, 20


def contenders() -> tuple[Contender, ...]:
    """Return altheory, and SciPy's conjugate gradients."""
    return (ours(N, D), solving(N, D, "SciPy cg", by_gradients))


ROW = Row(
    title="harmonic solution, 20,000 points in 20 dimensions, 10 neighbors, 100 labels",
    goal="at most 30 ms, which is 0.15 s for 100,000, certified to 1e-8",
    contenders=contenders,
    peers=lambda: peers(N, D),
)
