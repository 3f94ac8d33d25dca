"""Laws of hypothesis classes: what a set of classifiers is on finitely many points."""

from collections.abc import Sequence
from dataclasses import asdict
from fractions import Fraction
from functools import cache
from math import comb
from typing import Any, Protocol, runtime_checkable

import numpy as np

from altheory.complexity.disagreement import Mass, disagreement_coefficient, disagreement_mass
from altheory.complexity.query_tree import optimal_query_tree
from altheory.complexity.restriction import restricted
from altheory.complexity.star import star_number
from altheory.complexity.teaching import extended_teaching_dimension, teaching_dimension
from altheory.hypotheses._combinatorics import combinatorics
from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.enclosure import Enclosure
from altheory.protocols import Sample
from altheory.testing.replay import batch


@runtime_checkable
class KnowsCoefficient(Protocol):
    """A class that knows its disagreement coefficients as closed forms, and its balls."""

    def disagreement_coefficient(self, target: Any, r0: Any, /) -> Fraction | Enclosure: ...


def representatives_realize_each_labeling_once(cls: Any, xs: Sequence[Any], h: Any) -> None:
    """No labeling of ``xs`` is listed twice, and that of any member is listed."""
    labelings = [tuple(g(x) for x in xs) for g in cls.representatives(xs)]
    assert len(labelings) == len(set(labelings))
    assert tuple(h(x) for x in xs) in labelings


def growth_obeys_sauer(cls: Any, xs: Sequence[Any]) -> None:
    r"""``n`` points take at most :math:`\sum_{i \le d} \binom{n}{i}` labelings."""
    distinct = list(dict.fromkeys(xs))
    bound = sum(comb(len(distinct), i) for i in range(cls.vc_dimension + 1))
    assert len(cls.representatives(distinct)) <= bound


def no_larger_set_is_shattered(cls: Any, xs: Sequence[Any]) -> None:
    """The VC dimension of the class on ``xs``, by search, is at most that of the class."""
    distinct = list(dict.fromkeys(xs))
    if distinct:
        listed = FiniteClass.restriction(cls.representatives(distinct), distinct)
        assert listed.vc_dimension <= cls.vc_dimension


def closed_forms_agree_with_search(cls: Any, size: int) -> None:
    """What a class knows of ``size`` instances in general position is what a search finds."""
    known, found = asdict(combinatorics(cls, size)), _searched(cls, size)
    assert all(value in (None, found[name]) for name, value in known.items())


def the_disagreement_coefficient_is_enclosed(cls: Any, h: Any, radius: Fraction) -> None:
    """The closed form of theta, where a class has one, agrees with the enclosure from balls."""
    if isinstance(cls, KnowsCoefficient) and 0 < radius < 1:
        known = cls.disagreement_coefficient(h, radius)
        enclosed = disagreement_coefficient(_disagreement(cls, h), radius, resolution=8)
        lo, hi = (known.lo, known.hi) if isinstance(known, Enclosure) else (known, known)
        assert enclosed.lo <= hi
        assert lo <= enclosed.hi
        assert hi - lo <= lo / 10**9


def members_differ_on_the_difference(cls: Any, h: Any, g: Any, xs: Sequence[Any]) -> None:
    """``x`` is in ``difference(h, g)`` iff ``h`` and ``g`` label it apart."""
    region = cls.difference(h, g)
    assert region == cls.difference(g, h)
    assert all((x in region) == (h(x) != g(x)) for x in xs)


def batches_are_labeled_one_by_one(h: Any, xs: Sequence[Any]) -> None:
    """``predict`` labels floats as a call does, in ``int8``."""
    floats = batch(xs)
    labels = h.predict(floats)
    assert labels.dtype == np.int8
    assert labels.tolist() == [h(x) for x in floats.tolist()]


def a_member_stays_while_it_is_right(cls: Any, h: Any, xs: Sequence[Any]) -> None:
    """Labels of a member never empty the version space nor deny that member's label."""
    space = cls.version_space()
    for x in xs:
        space = space.restrict(x, h(x))
        assert all(h(z) in space.labels(z) for z in xs)


def erm_has_the_fewest_errors(cls: Any, sample: Sample[Any]) -> None:
    """No labeling of the sample that the class takes has fewer errors."""
    if not sample:
        return
    rivals = cls.representatives(list(dict.fromkeys(x for x, _ in sample)))
    fewest = min(_errors(h, sample) for h in rivals)
    assert _errors(cls.erm(sample), sample) == fewest


def targets_are_members(cls: Any, rng: np.random.Generator, xs: Sequence[Any]) -> None:
    """A target drawn at random labels ``xs`` as some member does."""
    target = cls.draw_target(rng)
    labelings = {tuple(h(x) for x in xs) for h in cls.representatives(xs)}
    assert tuple(target(x) for x in xs) in labelings


@cache
def _searched(cls: Any, size: int) -> dict[str, int]:
    """Return the numbers of a class on ``size`` instances, from a list of its labelings."""
    listed = restricted(cls, size)
    return {
        "growth": len(listed.hypotheses),
        "star_number": star_number(listed),
        "teaching_dimension": teaching_dimension(listed),
        "extended_teaching_dimension": extended_teaching_dimension(listed),
        "queries": optimal_query_tree(listed).depth,
    }


def _disagreement(cls: Any, h: Any) -> Mass:
    return disagreement_mass(cls, h)


def _errors(h: Any, sample: Sample[Any]) -> int:
    return sum(h(x) != y for x, y in sample)
