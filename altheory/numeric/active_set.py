r"""Nonnegative least squares in floats, many right sides at once: proposals, not proofs.

For generators :math:`z_i` and points :math:`x` it minimizes
:math:`|x - \sum_i \lambda_i z_i|^2` over :math:`\lambda \ge 0` (Lawson and Hanson).  The compiled
kernel works with the products :math:`z_i \cdot z_j` and :math:`x \cdot z_i` alone and keeps the
inverse of the Gram matrix of the generators in use up to date, so a step costs as much as a
few products of it with a vector.  For few points, or without numba, SciPy does the same point by
point.  Rounding may end either early; whoever uses the shares has to verify them.
"""

from importlib.util import find_spec
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from altheory.numeric.compiled import compiled
from altheory.protocols import Floats

Indices: TypeAlias = NDArray[np.int64]
# the inverse of the Gram matrix of the generators in use, which they are, their shares, and room
State: TypeAlias = tuple[Floats, Indices, Floats, Floats]

DEPENDENT = 1e-13  # what is left of a squared length, relative to it, counts as rounding
FLAT = 1e-14  # a gain relative to the largest product that counts as rounding
MANY = 100  # points that are worth the compiled kernel
NONE = -1  # the generator that a point is to do without, if there is none


def nonnegative_shares(generators: Floats, points: Floats, without: Indices) -> Floats:
    """Return nearly optimal shares, nonnegative always.

    Parameters
    ----------
    generators
        ``float64[m, r]``, of rank ``r``.
    points
        ``float64[n, r]``.
    without
        ``int64[n]``, the generator that a point is to do without, or ``NONE``.

    Returns
    -------
    Floats
        ``float64[n, m]``.

    """
    if not generators.size or not len(points):
        return np.zeros((len(points), len(generators)))
    if len(points) < MANY or find_spec("numba") is None:
        return one_by_one(generators, points, without)
    return kernel(generators @ generators.T, points @ generators.T, without, generators.shape[1])


def one_by_one(generators: Floats, points: Floats, without: Indices) -> Floats:
    """Return the same shares with SciPy."""
    from scipy.optimize import nnls

    shares = np.zeros((len(points), len(generators)))
    for i, (point, spared) in enumerate(zip(points, without.tolist(), strict=True)):
        columns = generators.T.copy()
        if spared != NONE:
            columns[:, spared] = 0.0
        try:
            shares[i] = nnls(columns, point)[0]
        except RuntimeError:  # too many steps: no proposal
            continue
    return shares


@compiled
def kernel(gram: Floats, products: Floats, without: Indices, rank: int) -> Floats:
    """Return the shares from the products of generators with each other and with points."""
    n, m = products.shape
    shares, gains = np.zeros((n, m)), np.zeros(m)
    used, now = np.zeros(rank, np.int64), np.zeros(rank)
    state = (np.zeros((rank, rank)), used, now, np.zeros((2, rank)))
    for i in range(n):
        size = nearest(gram, products[i], without[i], state, gains)
        for k in range(size):
            shares[i, used[k]] = max(now[k], 0.0)
    return shares


@compiled
def nearest(gram: Floats, product: Floats, spared: int, state: State, gains: Floats) -> int:
    """Find which generators are used, with what shares; return how many.

    ``gains`` are the products of all generators with what the shares leave of the point.
    """
    inverse, used, now, work = state
    size = 0
    gains[:] = product
    if spared >= 0:
        gains[spared] = -np.inf
    level = FLAT * max(gains.max(), 0.0)
    for _ in range(4 * len(used)):
        entering = int(np.argmax(gains))
        if size == len(used) or gains[entering] <= level:
            break
        if not enter(gram[entering], entering, state, size):
            break
        size = settle(product, state, size + 1)
        leave_gains(gram, product, state, gains, size)
        if spared >= 0:
            gains[spared] = -np.inf
    for k in range(size):
        for c in range(size):
            now[k] += inverse[k, c] * work[1, c]
    return size


@compiled
def enter(row: Floats, entering: int, state: State, size: int) -> bool:
    """Border the inverse by a generator; say whether it is independent of those in use."""
    inverse, used, now, work = state
    left, along = row[entering], work[0]
    for k in range(size):
        along[k] = 0.0
        for c in range(size):
            along[k] += inverse[k, c] * row[used[c]]
        left -= along[k] * row[used[k]]
    if left <= DEPENDENT * row[entering]:
        return False
    for k in range(size):
        for c in range(size):
            inverse[k, c] += along[k] * along[c] / left
        inverse[k, size] = inverse[size, k] = -along[k] / left
    inverse[size, size], used[size], now[size] = 1 / left, entering, 0.0
    return True


@compiled
def settle(product: Floats, state: State, size: int) -> int:
    """Move to the nearest point of the span, dropping what becomes negative; return the size."""
    inverse, used, now, work = state
    ahead = work[0]
    while size > 0:
        way, out = 1.0, -1
        for k in range(size):
            ahead[k] = 0.0
            for c in range(size):
                ahead[k] += inverse[k, c] * product[used[c]]
            if ahead[k] <= 0 and now[k] <= way * (now[k] - ahead[k]):
                way, out = now[k] / max(now[k] - ahead[k], 1e-300), k
        for k in range(size):
            now[k] += way * (ahead[k] - now[k])
        if out < 0:
            break
        size -= 1
        drop(state, size, out)
    return size


@compiled
def drop(state: State, last: int, out: int) -> None:
    """Let a generator change places with the last one, and leave."""
    inverse, used, now, _ = state
    used[out], now[out] = used[last], now[last]
    for k in range(last + 1):
        inverse[out, k], inverse[last, k] = inverse[last, k], inverse[out, k]
    for k in range(last + 1):
        inverse[k, out], inverse[k, last] = inverse[k, last], inverse[k, out]
    for k in range(last):
        for c in range(last):
            inverse[k, c] -= inverse[k, last] * inverse[last, c] / inverse[last, last]


@compiled
def leave_gains(gram: Floats, product: Floats, state: State, gains: Floats, size: int) -> None:
    """Find the gains; of those in use rounding leaves some rest, and they enter no more."""
    _, used, now, work = state
    gains[:] = product
    for k in range(size):
        for c in range(len(gains)):
            gains[c] -= now[k] * gram[used[k], c]
    for k in range(size):
        work[1, k] = gains[used[k]]
        gains[used[k]] = -np.inf
