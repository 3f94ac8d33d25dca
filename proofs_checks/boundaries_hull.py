r"""Where hypotheses intersect, S and the negative labels decide everything.

Let P and N be the instances labeled + and -, in a class closed under intersections with a
least hypothesis.  Then

.. math:: V \ne \emptyset \iff \mathrm{hull}(P) \cap N = \emptyset, \qquad
          +1 \in V(x) \iff \mathrm{hull}(P \cup \{x\}) \cap N = \emptyset,

and :math:`-1 \in V(x)` iff x is outside hull(P) and V is not empty.  Every hypothesis that
says + at P and x lies above their hull, so if any of them avoids N, the hull does.  The
boundary set G, which may be exponentially large, is not needed.
"""

from collections.abc import Callable, Iterable
from typing import Any, TypeAlias

import numpy as np

from altheory.hypotheses._hulls import hull, open_labels
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.protocols import Label
from proofs_checks._hull_classes import LARGER, SMALL, HullClass, left, samples

Points: TypeAlias = tuple[int, ...]
Answer: TypeAlias = Callable[[Any, Points, Points, int], frozenset[Label]]


def by_hulls(of: Any, positives: Points, negatives: Points, x: int) -> frozenset[Label]:
    """Return the labels open at ``x``, from hulls and negative labels."""
    return open_labels(of, positives, negatives, x)


def outside_the_hull(of: Any, positives: Points, negatives: Points, x: int) -> frozenset[Label]:
    """Leave everything open that is neither in the hull nor labeled."""
    if open_labels(of, positives, negatives, x) == frozenset() or x in negatives:
        return open_labels(of, positives, negatives, x)
    return frozenset({1}) if of.covers(hull(of, positives), x) else frozenset({-1, 1})


def last_negative(of: Any, positives: Points, negatives: Points, x: int) -> frozenset[Label]:
    """Remember one negative label."""
    return open_labels(of, positives, negatives[-1:], x)


def never_empty(of: Any, positives: Points, negatives: Points, x: int) -> frozenset[Label]:
    """Overlook that the hull of the positives may hold a negative."""
    inside = of.covers(hull(of, positives), x)
    return open_labels(of, positives, negatives, x) or frozenset({1 if inside else -1})


def compare(answer: Answer, classes: Iterable[HullClass], most: int) -> Finding:
    """Compare with the members left, at every point after at most so many labels."""
    asked = 0
    for of in classes:
        for sample in samples(of.n_points, most):
            remaining = left(of, sample)
            positives = tuple(x for x, y in sample if y == 1)
            negatives = tuple(x for x, y in sample if y == -1)
            for x in range(of.n_points):
                computed = frozenset(1 if h >> x & 1 else -1 for h in remaining)
                claimed = answer(of, positives, negatives, x)
                if claimed != computed:
                    where = f"{of}, labels {sample}, point {x}"
                    return fails(where, claimed=set(claimed), computed=set(computed))
                asked += 1
    return holds(f"{asked} answers")


def every_label_set(answer: Answer, rng: np.random.Generator) -> Finding:
    """Try every set of labels on the smallest classes."""
    del rng
    return compare(answer, SMALL, 4)


def larger_classes(answer: Answer, rng: np.random.Generator) -> Finding:
    """Try every set of at most three labels on larger classes."""
    del rng
    return compare(answer, LARGER, 3)


CLAIM: Claim[Answer] = Claim(
    key="boundaries/hull-and-negatives",
    title="S and the negative labels decide everything",
    statement=(
        r"V(x) \ni +1 \iff \mathrm{hull}(P \cup \{x\}) \cap N = \emptyset, \quad"
        r" V(x) \ni -1 \iff x \notin \mathrm{hull}(P),\ V \ne \emptyset, \quad"
        r" \text{conjunctions of } n \le 3, \text{ boxes on 3, } 2 \times 2, 3 \times 3"
        r" \text{ points}, \text{ at most 3 labels}"
    ),
    plain=(
        "In the small classes of conjunctions and boxes gone through, the most specific "
        "hypothesis and the negative labels say which labels are open, without any other."
    ),
    relation="identity",
    assumptions=frozenset({"finite domain"}),
    does_not_say="the same of classes without intersections, where S may have several members",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=by_hulls,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_label_set,
            scope="conjunctions of n <= 2, boxes on 3 and 2 x 2 points, all label sets",
        ),
        Check(
            Method.EXHAUSTIVE,
            larger_classes,
            scope="conjunctions of n = 3, boxes on 3 x 3 points, at most 3 labels",
            tier="normal",
        ),
    ),
    controls={
        "whatever is outside the hull is open": outside_the_hull,
        "one negative label is remembered": last_negative,
        "a version space is never empty": never_empty,
    },
)
