"""What a Boolean combination of cones is called, in a few words whatever its size."""

from altheory.spaces._cells import (
    ClosedCone,
    DualCone,
    Formula,
    Outside,
    beside_a_cone,
    facet_cones,
    normals,
)


def described(formula: Formula) -> str:
    """Return a short name: what lies beside two cones, a cone, all but a cone, or another."""
    pair = beside_a_cone(formula)
    if pair is not None:
        return f": what lies beside two opposite {_cone(pair).replace('cone', 'cones', 1)}"
    if isinstance(formula, ClosedCone | DualCone):
        return f": {_cone(formula)}"
    if isinstance(formula, Outside) and isinstance(formula.part, ClosedCone | DualCone):
        return f": all but a {_cone(formula.part)}"
    cones = "".join(
        f" and beside a cone spanned by {_many(len(cone.normals), 'direction')}"
        for cone in facet_cones(formula)
    )
    return f" between {_many(len(normals(formula)), 'hyperplane')}{cones}"


def _cone(cone: ClosedCone | DualCone) -> str:
    if isinstance(cone, DualCone):
        return f"cone spanned by {_many(len(cone.cone.normals), 'direction')}"
    return f"cone bounded by {_many(len(cone.halves) + len(cone.flats), 'hyperplane')}"


def _many(n: int, what: str) -> str:
    return f"{n} {what}" if n == 1 else f"{n} {what}s"
