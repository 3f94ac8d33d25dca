"""Small graphs, and their harmonic solutions in exact rationals by a route of their own."""

from fractions import Fraction
from itertools import combinations, product

import numpy as np


def small_graphs(nodes, weights=(0, 1, 2)):
    """Every graph on so many nodes with such weights."""
    pairs = list(combinations(range(nodes), 2))
    for chosen in product(weights, repeat=len(pairs)):
        matrix = np.zeros((nodes, nodes))
        for (i, j), weight in zip(pairs, chosen, strict=True):
            matrix[i, j] = matrix[j, i] = weight
        yield matrix


def random_graph(rng, size, kind):
    """A random graph with weights of one kind: even, any, wide or few."""
    matrix = np.zeros((size, size))
    for i, j in combinations(range(size), 2):
        if rng.random() < 0.5:
            matrix[i, j] = matrix[j, i] = {
                "even": rng.random(),
                "any": 10.0 ** rng.uniform(-300, 300),
                "wide": 10.0 ** rng.uniform(-12, 12),
                "few": float(rng.integers(0, 3)),
            }[kind]
    return matrix


def reached(matrix, labeled):
    """The nodes that hang together with a labeled one, by walking."""
    seen, open_nodes = set(labeled), list(labeled)
    while open_nodes:
        i = open_nodes.pop()
        new = {j for j in range(len(matrix)) if matrix[i][j] and j not in seen}
        seen |= new
        open_nodes += new
    return seen


def exact_values(matrix, labeled, values):
    """The harmonic values of all nodes that have one, by Gauss and Jordan on fractions."""
    known = dict(zip(labeled, map(Fraction, values), strict=True))
    free = sorted(reached(matrix, labeled) - set(labeled))
    rows = []
    for i in free:
        w = [Fraction(x) for x in matrix[i]]
        row = [sum(w) if i == j else -w[j] for j in free]
        rows.append([*row, sum((w[j] * y for j, y in known.items()), Fraction(0))])
    for k in range(len(rows)):
        p = next(r for r in range(k, len(rows)) if rows[r][k])
        rows[k], rows[p] = rows[p], rows[k]
        rows[k] = [x / rows[k][k] for x in rows[k]]
        for r in range(len(rows)):
            if r != k and rows[r][k]:
                rows[r] = [x - rows[r][k] * y for x, y in zip(rows[r], rows[k], strict=True)]
    return known | {i: row[-1] for i, row in zip(free, rows, strict=True)}
