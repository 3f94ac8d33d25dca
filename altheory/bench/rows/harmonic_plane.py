"""Labels that propagate among a hundred thousand points in the plane."""

from altheory.bench.row import Contender, Row
from altheory.bench.rows._harmonic import by_factor, by_gradients, ours, peers, solving

N, D = 100_000, 2


def contenders() -> tuple[Contender, ...]:
    """Return altheory, and what SciPy offers by itself."""
    return (
        ours(N, D),
        solving(N, D, "SciPy cg", by_gradients),
        solving(N, D, "SciPy spsolve", by_factor),
    )


ROW = Row(
    title="harmonic solution, 100,000 points in the plane, 10 neighbors, 100 labels",
    goal="at most 0.6 s, certified to 1e-8",
    contenders=contenders,
    peers=lambda: peers(N, D),
)
