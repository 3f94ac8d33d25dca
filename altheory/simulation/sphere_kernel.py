r"""CAL on the sphere under the uniform law, many replicates at once.

By rotation invariance the target is :math:`e_1`, whatever it was: a rotation that takes one
target to another maps the law of the instances, the labels and the version spaces onto
each other, and CAL looks at nothing else.  An instance and its opposite have opposite
labels and cut the same cone, so only *signed* examples :math:`z = y x` are drawn, uniform
on the half sphere :math:`z_1 > 0`.

The version space :math:`V` is kept by its extreme rays :math:`r = (t, s)`.  CAL asks iff
:math:`z \cdot r < 0` for one of them.  Within the angle :math:`\rho` around the target it
does so only in the band :math:`|z_1| \le \sin \rho`, of mass

.. math:: b = \int_0^\rho \cos^{d-2} \Big/ \int_0^{\pi/2} \cos^{d-2}.

So the stream is thinned: the next instance of the band comes after a geometric number of
instances with success probability :math:`b`, at a latitude :math:`\varphi \in (0, \rho]` of
density :math:`\cos^{d-2}`, :math:`z = (\tan \varphi, u)` up to its length with :math:`u`
uniform on :math:`S^{d-2}`.  About half of them are asked in every dimension, so the time
is proportional to the labels.  Once the rays are near the target their :math:`s` are small
numbers with all their digits, in units that shrink with them, and nothing is ever
subtracted from 1.

A label that is asked cuts a simple polytope.  Every ray has :math:`d - 1` edges, each
leaving one facet; each edge from a ray that goes to one that stays has a new ray.  Two of
those are joined by an edge iff they are on one two-dimensional face, around which one
walks along rays that go.  So a cut costs the rays that go, times
:math:`d^2`, and the adjacency stays consistent whatever the signs are.  They are those of
floats, and wrong only for an instance within a relative rounding of a ray.  A place that is
vacant holds the target itself, which no label cuts off.

The file is long because machine code is kept for a file: what calls each other is in one.
"""

import math
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from altheory.numeric.compiled import compiled
from altheory.protocols import Floats

INTEGERS_FROM = 2.0**53  # every float from here on is an integer
NEAR = 3.0  # tangent of the angle to the target within which there is a band to speak of
FINE, FINER = 2.0**-100, 2.0**100  # rays below change their unit, so that no square vanishes
TOP, FREE, STATE = 0, 1, 2  # places taken or once taken; vacant ones; how it stands:
GOING, FULL, LOST = 0, 1, 2
BAND, ANGLE, UNIT, MASS = 0, 1, 2, 3
LABELS, INSTANCES, REACH, ERROR, ENDED = 0, 1, 2, 3, 4


class Cell(NamedTuple):
    """The version space of one run: places of rays, of which the first ``sizes[TOP]`` count.

    Attributes
    ----------
    rays
        ``float64[d, capacity]``, the first coordinate along the target.
    seen
        Those that decide what is asked, or the same array if a batch is one label.
    near, facets
        At the other end of each edge of a ray the other ray, and the label whose facet
        that edge leaves, ``int64[capacity, d - 1]``; no facet for a vacant place.
    tangents
        Of the angles from the target to the rays.
    values
        Products of a signed example with the rays.
    free
        Vacant places, of which the first ``sizes[FREE]`` count.
    sizes
        TOP, FREE, STATE.
    outlook
        BAND: the mass of the band; ANGLE: half its width, 0 if it is everything;
        UNIT: that of the rays; MASS: what the learner guarantees, if that is the goal.

    """

    rays: Floats
    seen: Floats
    near: NDArray[np.int64]
    facets: NDArray[np.int64]
    tangents: Floats
    values: Floats
    free: NDArray[np.int64]
    sizes: NDArray[np.int64]
    outlook: Floats


@compiled
def finish(
    rng: np.random.Generator,
    starts: Floats,
    cell: Cell,
    goal: tuple[float, float, int],
    runs: Floats,
) -> None:
    """Finish each column of ``runs``, from the rays ``starts[i]`` that ``d`` labels leave."""
    for i in range(runs.shape[1]):
        _begin(cell, starts, i)
        runs[LABELS, i], runs[INSTANCES, i] = _run(rng, cell, goal)
        reach = cell.tangents[: cell.sizes[TOP]].max() * cell.outlook[UNIT]
        runs[REACH, i] = math.atan(reach) / math.pi if reach < math.inf else 1.0
        target = np.zeros(cell.rays.shape[0])
        target[0] = 1.0
        runs[ERROR, i] = _angle(_center(cell), target, cell.outlook[UNIT]) / math.pi
        runs[ENDED, i] = cell.sizes[STATE]


@compiled
def _begin(cell: Cell, starts: Floats, run: int) -> None:
    """Set up a simplicial cone: ray number j is on all facets but that of label j."""
    d = starts.shape[1]
    cell.sizes[TOP], cell.sizes[FREE], cell.sizes[STATE] = d, 0, GOING
    cell.outlook[UNIT] = 1.0
    for j in range(d):
        for i in range(d):
            cell.rays[i, j] = starts[run, i, j]
        for k in range(d - 1):
            cell.near[j, k] = cell.facets[j, k] = k + (k >= j)
        cell.tangents[j] = _tangent(cell.rays, j)


@compiled
def _tangent(rays: Floats, p: int) -> float:
    """Return the tangent of the angle from the target to a ray, infinite from a right one on."""
    if rays[0, p] <= 0.0:
        return math.inf
    square = 0.0
    for i in range(1, rays.shape[0]):
        square += rays[i, p] * rays[i, p]
    return math.sqrt(square) / float(rays[0, p])


@compiled
def _run(rng: np.random.Generator, cell: Cell, goal: tuple[float, float, int]) -> tuple[int, float]:
    """Look at instances until the goal; return how many are asked and looked at."""
    epsilon, limit, batch = goal
    seen, sizes, outlook = cell.seen, cell.sizes, cell.outlook
    d = seen.shape[0]
    labels, unlabeled, waiting, z = d, float(d), d % batch, np.empty(d)
    top = _look(cell, epsilon, batch) if waiting == 0 else _everything(cell)
    while unlabeled < limit and outlook[MASS] > epsilon and sizes[STATE] == GOING:
        while waiting < batch:
            unlabeled += 1.0 + _passed_over(rng, outlook[BAND])
            if unlabeled > limit:
                unlabeled = limit
                break
            _draw(rng, outlook, z)
            if _least(seen, top, z, cell.values) < 0.0:
                waiting, labels = waiting + 1, labels + 1
                if batch > 1:
                    _least(cell.rays, sizes[TOP], z, cell.values)
                _cut(cell, labels)
        waiting = 0
        if sizes[STATE] == GOING:
            top = _look(cell, epsilon, batch)
    return labels, unlabeled


@compiled
def _everything(cell: Cell) -> int:
    """Ask everything, as if the only ray was opposite to the target; return that it is one.

    So it is in a batch that began with fewer than d labels, which leave a whole line.
    """
    for i in range(cell.seen.shape[0]):
        cell.seen[i, 0] = -1.0 if i == 0 else 0.0
    cell.outlook[BAND], cell.outlook[ANGLE], cell.outlook[MASS] = 1.0, 0.0, 1.0
    return 1


@compiled
def _look(cell: Cell, epsilon: float, batch: int) -> int:
    """Bring the band and the rays that are seen up to date; return how many these are."""
    rays, outlook, top = cell.rays, cell.outlook, cell.sizes[TOP]
    d = rays.shape[0]
    reach = cell.tangents[:top].max()
    if reach < FINE:
        for p in range(top):
            cell.tangents[p] *= FINER
            for i in range(1, d):
                rays[i, p] *= FINER
        outlook[UNIT] *= FINE
        reach *= FINER
    outlook[BAND], outlook[ANGLE] = 1.0, 0.0
    if reach < NEAR:
        outlook[ANGLE] = math.atan(reach * outlook[UNIT])
        outlook[BAND] = _mass_of_band(outlook[ANGLE], d) / _mass_of_band(math.pi / 2, d)
    outlook[MASS] = _mass(cell) if epsilon > 0.0 else 1.0
    if batch > 1:
        for p in range(top):
            for i in range(d):
                cell.seen[i, p] = rays[i, p]
    return int(top)


@compiled
def _mass_of_band(angle: float, d: int) -> float:
    """Return the integral of cos^(d-2) from 0, by parts: all terms are positive."""
    sine, cosine = math.sin(angle), math.cos(angle)
    total, power = sine if d % 2 else angle, 1.0
    for k in range(2 + d % 2, d - 1, 2):
        power *= cosine if k == 2 else cosine * cosine  # cos^(k - 1)
        total = (power * sine + (k - 1) * total) / k
    return total


@compiled
def _passed_over(rng: np.random.Generator, band: float) -> float:
    """Draw how many instances miss the band."""
    if band >= 1.0:
        return 0.0
    gap = rng.standard_exponential() / -math.log1p(-band)
    return float(int(gap)) if gap < INTEGERS_FROM else gap


@compiled
def _draw(rng: np.random.Generator, outlook: Floats, z: Floats) -> None:
    """Draw a signed example of the band, of any length, its first coordinate in units."""
    angle, square, latitude = outlook[ANGLE], 0.0, 0.0
    for i in range(1, z.size):
        z[i] = rng.standard_normal()
        square += z[i] * z[i]
    if angle == 0.0:
        z[0] = abs(rng.standard_normal())
        return
    while True:
        latitude = (1.0 - rng.random()) * angle
        cosine, accepted = math.cos(latitude), 1.0
        for _ in range(z.size - 2):
            accepted *= cosine
        if rng.random() < accepted:
            break
    z[0] = math.tan(latitude) / outlook[UNIT] * math.sqrt(square)


@compiled
def _least(rays: Floats, top: int, z: Floats, values: Floats) -> float:
    """Write the products with all rays into ``values``, and return the least."""
    products = values[:top]
    products.fill(0.0)
    for i in range(z.size):
        products += z[i] * rays[i, :top]
    return float(products.min())


@compiled
def _cut(cell: Cell, label: int) -> None:
    """Cut off the rays with a negative value by the facet of a label."""
    sizes = cell.sizes
    gone = [p for p in range(sizes[TOP]) if cell.values[p] < 0.0]
    made = np.empty((len(gone) * cell.near.shape[1], 3), dtype=np.int64)
    count = _cross(cell, label, gone, made)
    _join(cell.near, cell.facets, cell.values, made[:count])
    for r in gone:
        for i in range(cell.rays.shape[0]):
            cell.rays[i, r] = 1.0 if i == 0 else 0.0
        cell.tangents[r], cell.facets[r, 0] = 0.0, -1
        cell.free[sizes[FREE]] = r
        sizes[FREE] += 1
    if count == 0 and len(gone) > 0 and sizes[STATE] == GOING:
        sizes[STATE] = LOST


@compiled
def _cross(cell: Cell, label: int, gone: list[int], made: NDArray[np.int64]) -> int:
    """Make a ray on each edge from one that goes to one that stays; return how many.

    From then on the edge leads to the new ray.  ``made`` says where each is, and on which
    edge of which ray that goes.
    """
    rays, near, facets, values, sizes = cell.rays, cell.near, cell.facets, cell.values, cell.sizes
    count = 0
    for r in gone:
        for k in range(near.shape[1]):
            kept = near[r, k]
            if values[kept] < 0.0:
                continue
            new = _vacant(cell.free, sizes)
            if new < 0:
                return 0
            a, b = values[kept], -values[r]
            for i in range(rays.shape[0]):
                rays[i, new] = (a * rays[i, r] + b * rays[i, kept]) / (a + b)
            values[new], cell.tangents[new] = 0.0, _tangent(rays, new)
            for j in range(near.shape[1]):
                facets[new, j], near[new, j] = facets[r, j], -1
                if near[kept, j] == r:
                    near[kept, j] = new
            facets[new, k], near[new, k], near[r, k] = label, kept, new
            made[count, 0], made[count, 1], made[count, 2] = new, r, k
            count += 1
    return count


@compiled
def _vacant(free: NDArray[np.int64], sizes: NDArray[np.int64]) -> int:
    """Take a vacant place and return it, or -1 if there is none."""
    if sizes[FREE] > 0:
        sizes[FREE] -= 1
        return int(free[sizes[FREE]])
    if sizes[TOP] == free.size:
        sizes[STATE] = FULL
        return -1
    sizes[TOP] += 1
    return int(sizes[TOP] - 1)


@compiled
def _join(
    near: NDArray[np.int64],
    facets: NDArray[np.int64],
    values: Floats,
    made: NDArray[np.int64],
) -> None:
    """Join the new rays that are on one face, by walking around it along rays that go.

    From the ray that goes on whose edge k a new one is, the walk begins with its edge j: the
    face is on all its facets but those which these two leave.  Each ray on the way has two
    edges on the face: the one that it is reached by, and one that leaves the facet which
    the edge before did not.
    """
    for m in range(made.shape[0]):
        new, gone, k = made[m, 0], made[m, 1], made[m, 2]
        for j in range(near.shape[1]):
            if near[new, j] >= 0:
                continue
            at, edge, keep = gone, j, facets[gone, k]
            while values[near[at, edge]] < 0.0:
                to, back, on = near[at, edge], 0, 0
                while near[to, back] != at:
                    back += 1
                while facets[to, on] != keep:
                    on += 1
                at, edge, keep = to, on, facets[to, back]
            on = 0
            while facets[at, on] != keep:
                on += 1
            near[new, j] = near[at, edge]
            near[near[at, edge], on] = new


@compiled
def _mass(cell: Cell) -> float:
    """Return the mass of the disagreement region, or beyond dimension 3 a bound of it.

    In the plane and in space it is the perimeter of the version space in turns; each edge
    is met at both ends.  The bound is the mass of the band around the center.
    """
    rays, near, unit, total = cell.rays, cell.near, cell.outlook[UNIT], 0.0
    d = rays.shape[0]
    if d > 3:
        return _mass_around_center(cell)
    for p in range(cell.sizes[TOP]):
        if cell.facets[p, 0] >= 0:
            for k in range(d - 1):
                total += _angle(rays[:, p], rays[:, near[p, k]], unit)
    return float(total / (2 * math.pi * (d - 1)))


@compiled
def _mass_around_center(cell: Cell) -> float:
    """Return the mass of the band that holds all hyperplanes which may cross the cone."""
    rays, center, farthest = cell.rays, _center(cell), 0.0
    for p in range(cell.sizes[TOP]):
        if cell.facets[p, 0] >= 0:
            farthest = max(farthest, _angle(center, rays[:, p], cell.outlook[UNIT]))
    if farthest >= math.pi / 2:
        return 1.0
    return _mass_of_band(farthest, center.size) / _mass_of_band(math.pi / 2, center.size)


@compiled
def _angle(p: Floats, q: Floats, unit: float) -> float:
    """Return the angle between two rays, however small it is."""
    tilt, square, other, inner = 0.0, 0.0, 0.0, 0.0
    for i in range(1, p.size):
        across = p[0] * q[i] - q[0] * p[i]
        tilt += across * across
        square += p[i] * p[i]
        other += q[i] * q[i]
        inner += p[i] * q[i]
    turn = max(square * other - inner * inner, 0.0)  # squared, and slight near the target
    sine = unit * math.sqrt(tilt + unit * unit * turn)
    return math.atan2(sine, p[0] * q[0] + unit * unit * inner)


@compiled
def _center(cell: Cell) -> Floats:
    """Return the mean of the rays of unit length, up to its own length."""
    rays, unit = cell.rays, cell.outlook[UNIT]
    d = rays.shape[0]
    center = np.zeros(d)
    for p in range(cell.sizes[TOP]):
        if cell.facets[p, 0] >= 0:
            square = 0.0
            for i in range(1, d):
                square += rays[i, p] * rays[i, p]
            length = math.hypot(rays[0, p], unit * math.sqrt(square))
            for i in range(d):
                center[i] += rays[i, p] / length
    return center
