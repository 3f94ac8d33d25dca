r"""Does CAL ask?  Decided for many random streams on the sphere, by cones and nothing else.

CAL asks for x iff neither x nor -x lies in the cone of the signed examples, and a vector of
a cone lies in the cone of some d of the generators (Caratheodory).  So x is written in every
basis of d signed examples; all its coordinates have one sign in some basis iff CAL is sure.
"""

from itertools import combinations

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float64]


def signed_examples(d: int, n: int, runs: int, rng: np.random.Generator) -> Rows:
    """Draw uniform directions and fold them to the side of the first axis.

    Returns ``float64[runs, n, d]``; the length of a vector does not matter.
    """
    xs = rng.standard_normal((runs, n, d))
    return np.where(xs[:, :, :1] < 0, -xs, xs)


def sure(examples: Rows, x: Rows) -> NDArray[np.bool_]:
    """Decide for each run whether x or -x lies in the cone of the examples."""
    runs, n, d = examples.shape
    found = np.zeros(runs, dtype=np.bool_)
    for chosen in combinations(range(n), d):
        bases = np.swapaxes(examples[:, chosen, :], 1, 2)
        weights = np.linalg.solve(bases, x[:, :, None])[:, :, 0]
        found |= (weights > 0).all(axis=1) | (weights < 0).all(axis=1)
    return found


def asked(d: int, n: int, runs: int, rng: np.random.Generator) -> int:
    """Return in how many of the runs CAL asks for the instance after n others."""
    examples = signed_examples(d, n, runs, rng)
    return int(np.count_nonzero(~sure(examples, rng.standard_normal((runs, d)))))
