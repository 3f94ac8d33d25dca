"""Laws of version spaces, whatever the hypothesis class.

``space`` is a version space of ``cls``; ``sample`` may contradict the class or
not, and both cases are ruled.  The last law is the reference: on finitely many
points a class is a finite set of labelings, and a list answers every question.
"""

from collections.abc import Sequence
from typing import Any

from altheory.errors import EmptyVersionSpaceError
from altheory.hypotheses.finite import FiniteClass
from altheory.protocols import Label, Sample
from altheory.testing.replay import fold

_LABELS: tuple[Label, Label] = (-1, 1)


def both_labels_are_open_in_the_disagreement_region(space: Any, xs: Sequence[Any]) -> None:
    """``x`` is in DIS iff some member says -1 and some member says +1."""
    region = space.disagreement()
    for x in xs:
        assert (x in region) == (space.labels(x) == {-1, 1})


def envelopes_are_what_members_say(space: Any, xs: Sequence[Any]) -> None:
    """``x`` is in GB iff some member says +1 and in SB iff none says -1."""
    general, specific = space.general(), space.specific()
    for x in xs:
        assert (x in general) == (1 in space.labels(x))
        assert (x in specific) == (-1 not in space.labels(x))


def disagreement_lies_between_the_envelopes(space: Any) -> None:
    """``DIS == GB - SB``; SB lies inside GB unless no member is left."""
    specific, general = space.specific(), space.general()
    assert space.disagreement() == general - specific
    assert general.is_empty if space.is_empty else (specific - general).is_empty


def an_open_label_leaves_a_member(space: Any, xs: Sequence[Any]) -> None:
    """``y`` is in ``labels(x)`` iff a member is left once ``x`` is labeled ``y``."""
    for x in xs:
        assert space.labels(x) == {y for y in _LABELS if not space.restrict(x, y).is_empty}


def a_label_settles_its_instance(space: Any, xs: Sequence[Any]) -> None:
    """After ``x`` was labeled ``y``, every member left says ``y`` there."""
    for x in xs:
        for y in _LABELS:
            assert space.restrict(x, y).labels(x) <= {y}


def an_inferable_label_changes_nothing(space: Any, xs: Sequence[Any]) -> None:
    """A label that every member gives already leaves the space as it was."""
    for x in xs:
        for y in space.labels(x) if len(space.labels(x)) == 1 else ():
            assert space.restrict(x, y) == space


def restrict_is_idempotent(space: Any, xs: Sequence[Any]) -> None:
    """The same label twice is the label once."""
    for x in xs:
        for y in _LABELS:
            once = space.restrict(x, y)
            assert once.restrict(x, y) == once


def labels_only_remove_members(space: Any, sample: Sample[Any], xs: Sequence[Any]) -> None:
    """GB and the open labels shrink, SB grows."""
    after = fold(space, sample)
    assert (after.general() - space.general()).is_empty
    assert (space.specific() - after.specific()).is_empty
    assert all(after.labels(x) <= space.labels(x) for x in xs)


def order_of_labels_is_irrelevant(space: Any, sample: Sample[Any], xs: Sequence[Any]) -> None:
    """A sample and its reverse leave the same members."""
    _alike(fold(space, sample), fold(space, sample[::-1]), xs)


def restrict_all_is_the_fold(space: Any, sample: Sample[Any], xs: Sequence[Any]) -> None:
    """Labels given together act as labels given one by one."""
    together = space.restrict_all([x for x, _ in sample], [y for _, y in sample])
    _alike(together, fold(space, sample), xs)


def an_empty_space_names_an_irreducible_contradiction(cls: Any, sample: Sample[Any]) -> None:
    """The labels named are labels given, contradict the class, and none can be spared."""
    prior = cls.version_space()
    space = fold(prior, sample)
    if not space.is_empty:
        assert space.contradiction == ()
        return
    named = space.contradiction
    assert set(named) <= set(sample)
    assert fold(prior, named).is_empty
    assert not any(fold(prior, [*named[:i], *named[i + 1 :]]).is_empty for i, _ in enumerate(named))


def an_empty_space_stays_empty(cls: Any, sample: Sample[Any]) -> None:
    """No label brings a hypothesis back, no label is open, and no member is given."""
    space = fold(cls.version_space(), sample)
    if not space.is_empty:
        return
    for x, _ in sample:
        assert space.labels(x) == frozenset()
        assert space.restrict(x, 1).is_empty
        assert space.restrict(x, -1).is_empty
    assert space.specific_hypothesis() is None
    assert space.general_hypothesis() is None
    try:
        space.member()
    except EmptyVersionSpaceError:
        return
    raise AssertionError("an empty version space gave a member")


def a_member_agrees_with_every_label(cls: Any, sample: Sample[Any]) -> None:
    """``member()`` labels the sample as it was labeled."""
    space = fold(cls.version_space(), sample)
    if not space.is_empty:
        member = space.member()
        assert all(member(x) == y for x, y in sample)


def boundary_hypotheses_are_members(cls: Any, sample: Sample[Any], xs: Sequence[Any]) -> None:
    """Where SB or GB is attained, a member that agrees with every label attains it."""
    space = fold(cls.version_space(), sample)
    pairs = (
        (space.specific_hypothesis(), space.specific()),
        (space.general_hypothesis(), space.general()),
    )
    for hypothesis, region in pairs:
        if hypothesis is not None:
            assert all(hypothesis(x) == y for x, y in sample)
            assert all((hypothesis(x) == 1) == (x in region) for x in xs)


def brute_force_agrees(cls: Any, sample: Sample[Any], xs: Sequence[Any]) -> None:
    """On finitely many points a plain list of labelings gives the same answers."""
    points = list(dict.fromkeys([*(x for x, _ in sample), *xs]))
    if not points:
        return
    place = {x: i for i, x in enumerate(points)}
    listed = FiniteClass.restriction(cls.representatives(points), points)
    naive = fold(listed.version_space(), [(place[x], y) for x, y in sample])
    space = fold(cls.version_space(), sample)
    assert space.is_empty == naive.is_empty
    regions = (
        (space.specific(), naive.specific()),
        (space.general(), naive.general()),
        (space.disagreement(), naive.disagreement()),
    )
    for x, i in place.items():
        assert space.labels(x) == naive.labels(i)
        assert all((x in clever) == (i in plain) for clever, plain in regions)


def _alike(one: Any, other: Any, xs: Sequence[Any]) -> None:
    """Two spaces answer alike, now and after one more label."""
    more = [(x, y) for x in xs for y in _LABELS]
    pairs = [(one, other), *((one.restrict(x, y), other.restrict(x, y)) for x, y in more)]
    for a, b in pairs:
        assert a.is_empty == b.is_empty
        assert (a.specific(), a.general()) == (b.specific(), b.general())
