r"""The mass of the disagreement region is twice the intrinsic volumes of even index from 2 on.

All members of a version space with closure :math:`V` agree on x iff x or -x lies in the cone
of the signed examples, and that is the polar of :math:`V`, whose share of the sphere is
:math:`v_0(V)`.  Unless :math:`V` is a linear space :math:`v_0 + v_2 + \dots = 1/2` (Gauss
and Bonnet), so

.. math:: P(\mathrm{DIS}) = 1 - 2 v_0 = 2 (v_2 + v_4 + \dots).

In dimension 4 the two sides are computed apart: arcs and the tetrahedra of :math:`V` on the
right, tetrahedra of the signed examples on the left.
"""

from collections.abc import Callable, Sequence
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.spaces.cone import polyhedral
from altheory.spaces.intrinsic import intrinsic_volumes
from proofs_checks._identities import chain, identical

Mass: TypeAlias = Callable[[Sequence[Any]], Any]
LABELS = (
    ((1, 0, 0, 0), (0, 1, 0, 0), (0, 0, 1, 0), (0, 0, 0, 1)),
    ((3, 1, 0, 2), (-2, 3, 1, 2), (0, -3, 2, 1), (1, 0, -4, 3), (-1, -1, 0, 2)),
    ((90, 10, -20, 1), (-70, 30, 10, 1), (0, -80, 50, 1), (10, 20, -60, 1), (5, 5, 70, 1)),
)
MOST = 9


def even(volumes: Sequence[Any]) -> Any:
    """Return the mass from the intrinsic volumes of the version space, by index."""
    return 2 * sum(volumes[2::2])


def by_parity(formula: Mass, rng: np.random.Generator) -> Finding:
    """Take the polar cone and its opposite from 1, by the sum over the even indices."""
    del rng
    steps = []
    for d in range(2, MOST + 1):
        volumes = sp.symbols(f"v:{d + 1}", positive=True)
        nothing = sp.Rational(1, 2) - sum(volumes[2::2])
        # both parities sum up to 1/2, so v_0 and v_1 depend on the others
        given = {volumes[0]: nothing, volumes[1]: sp.Rational(1, 2) - sum(volumes[3::2])}
        claimed = sp.sympify(formula(volumes)).subs(given)
        at = {v: sp.Rational(1, 7 + 3 * k) for k, v in enumerate(volumes)}
        steps.append(identical(claimed, 1 - 2 * nothing, at, f"d = {d}"))
    return chain(steps, f"d = 2, ..., {MOST}")


def by_tetrahedra(formula: Mass, rng: np.random.Generator) -> Finding:
    """Compare with the solid angle of the signed examples, in balls."""
    del rng
    for rows in LABELS:
        version_space = polyhedral(4, rows)
        if version_space is None:
            return fails(f"{rows} leave nothing")
        examples = polyhedral(4, version_space.rays)
        if examples is None:
            return fails(f"{rows} do not span space")
        claimed = Enclosure.exactly(0) + formula(intrinsic_volumes(version_space))
        computed = Enclosure.exactly(1) - 2 * intrinsic_volumes(examples)[4]
        if claimed.less_than(computed) is not None or computed.less_than(claimed) is not None:
            return fails(f"labels {rows}", claimed=claimed, computed=computed)
    return holds(f"{len(LABELS)} version spaces in dimension 4, to twenty-five digits")


CLAIM: Claim[Mass] = Claim(
    key="sphere/disagreement/intrinsic-volumes",
    title="The mass of the disagreement region by intrinsic volumes",
    statement=(
        r"P(\mathrm{DIS}(V)) = 1 - 2 v_0(V) = 2 (v_2(V) + v_4(V) + \dots), \quad 2 \le d \le 9,"
        r" \quad V \text{ no linear space}"
    ),
    plain=(
        "In two to nine dimensions the mass of the disagreement region is twice the chance that "
        "the nearest face of the version space to a random direction has two dimensions, or "
        "four, and so on."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "uniform law"}),
    does_not_say="that these volumes are elementary: from v_4 on they are not",
    source=Source(
        "amelunxen2014living",
        match="special case",
        difference="the conic Crofton formula for a hyperplane, with the version space as the cone",
    ),
    expected=Verdict.PROVED,
    formula=even,
    checks=(
        Check(Method.SYMBOLIC, by_parity, scope="d = 2, ..., 9, given Gauss and Bonnet"),
        Check(Method.ENCLOSURE, by_tetrahedra, scope="three version spaces, d = 4", tier="normal"),
    ),
    controls={
        "arcs alone": lambda volumes: 2 * volumes[2],
        "all faces from two dimensions on": lambda volumes: 2 * sum(volumes[2:]),
        "once and not twice": lambda volumes: sum(volumes[2::2]),
        "the inner volume": lambda volumes: 1 - 2 * volumes[-1],
    },
)
