"""Two cliques: plain clusters, one of which propagation gives away."""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.graphs.cases.case import Case, labeled_case
from altheory.numeric.inputs import count
from altheory.numeric.inputs import positive as above_zero


def two_cliques(size: int = 20, weight: Any = 0.1, positive: int = 1, negative: int = 10) -> Case:
    """Return two cliques with edges of weight 1, and fainter edges between all their nodes.

    By default the harmonic solution is 0.355 at each unlabeled node of the positive clique,
    whose one label stands against ten, so that all of it is called negative, as it is by the
    minimum cut.  The spectral partition finds the cliques, and so does the harmonic solution
    with edges of weight 1/20, or weighed by the mass of the classes, a half each.

    Parameters
    ----------
    size
        How many nodes a clique has.
    weight
        The weight of every edge between the cliques.
    positive, negative
        How many nodes are labeled of the first clique, which is positive, and of the second.

    Examples
    --------
    >>> case = two_cliques(2, 0.25, 1, 1)
    >>> case.weights.toarray()[0].tolist(), case.labeled.tolist()
    ([0.0, 1.0, 0.25, 0.25], [0, 2])

    """
    from scipy.sparse import csr_array

    n, between = count(size, "the size of a clique"), float(above_zero(weight, "a weight"))
    labels = [count(k, "a number of labels", least=0) for k in (positive, negative)]
    if not 0 < max(labels) <= n:
        raise DomainError(f"1 to {n} nodes of a clique are labeled, got {positive} and {negative}")
    truth = np.repeat([1, 0], n)
    matrix = np.where(truth[:, None] == truth, 1.0, between)
    np.fill_diagonal(matrix, 0.0)
    labeled = [*range(labels[0]), *range(n, n + labels[1])]
    return labeled_case(None, csr_array(matrix), truth, labeled)
