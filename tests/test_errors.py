"""Errors say the set, the value and the remedy, and survive a trip to a worker."""

import pickle

import pytest

from altheory import errors
from altheory.errors import (
    AltheoryError,
    EmptyVersionSpaceError,
    InconsistentLabelsError,
    MissingDependencyError,
)
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds

TREE = [
    error
    for error in vars(errors).values()
    if isinstance(error, type) and issubclass(error, Exception)
]


@pytest.mark.parametrize("error", TREE)
def test_one_root_catches_every_error(error):
    assert issubclass(error, AltheoryError)
    assert error.__doc__


@pytest.mark.parametrize(
    "name", ["DomainError", "InconsistentLabelsError", "EmptyVersionSpaceError", "CertificateError"]
)
def test_bad_values_are_value_errors_for_those_who_know_no_better(name):
    assert issubclass(getattr(errors, name), ValueError)


def test_a_contradiction_shows_its_labels():
    error = InconsistentLabelsError([(0.5, 1), (0.75, -1)])
    assert "+ at 0.5, - at 0.75" in str(error)
    assert "agnostic learner" in str(error)


@pytest.mark.parametrize(
    "error",
    [
        InconsistentLabelsError([(0.5, 1)]),
        MissingDependencyError("torch", "nets"),
        errors.DomainError("said"),
    ],
)
def test_errors_come_back_whole_from_another_process(error):
    back = pickle.loads(pickle.dumps(error))
    assert (type(back), str(back), vars(back)) == (type(error), str(error), vars(error))


def test_a_missing_package_names_the_extra():
    assert "pip install 'altheory[nets]'" in str(MissingDependencyError("torch", "nets"))


@pytest.mark.parametrize(
    ("cls", "sample"),
    [
        (Thresholds(), [(0.75, -1), (0.25, 1)]),
        (FiniteClass(2, ["--", "++"]), [(0, 1), (1, -1)]),
    ],
    ids=["thresholds", "finite"],
)
def test_an_empty_version_space_has_neither_members_nor_a_radius(cls, sample):
    center = cls.version_space().member()
    space = cls.version_space().restrict_all(*zip(*sample, strict=True))
    assert space.is_empty
    with pytest.raises(EmptyVersionSpaceError, match="agrees with every label"):
        space.member()
    with pytest.raises(EmptyVersionSpaceError, match="has no radius"):
        space.radius(center, cls.law())
