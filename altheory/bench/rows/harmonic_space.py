"""Labels that propagate among points in twenty dimensions, where direct solvers fill the memory.

Finding exact neighbors takes much longer than all the rest; it is done once, before anything
is timed.
"""

from altheory.bench.row import Contender, Row
from altheory.bench.rows._harmonic import by_gradients, ours, peers, solving

N, D = 100_000, 20


def contenders() -> tuple[Contender, ...]:
    """Return altheory, and SciPy's conjugate gradients."""
    return (ours(N, D), solving(N, D, "SciPy cg", by_gradients))


ROW = Row(
    title="harmonic solution, 100,000 points in 20 dimensions, 10 neighbors, 100 labels",
    goal="at most 1.5 times SciPy's conjugate gradients, certified to 1e-8",
    contenders=contenders,
    peers=lambda: peers(N, D),
)
