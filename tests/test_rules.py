"""The rules of ``conftest`` have teeth themselves."""

from types import SimpleNamespace
from typing import Any

import pytest

from altheory.numeric.seeds import stream
from tests import conftest


def item(*marks, fixtures=("rng",)):
    """A test as pytest collects it, with the marks and fixtures given."""
    return SimpleNamespace(
        nodeid="tests/test_x.py::test_y",
        fixturenames=fixtures,
        iter_markers=lambda name: (mark for mark in marks if mark.name == name),
    )


STATISTICAL = pytest.mark.statistical(alpha=1e-6, power=0.999).mark


def test_a_random_test_says_what_it_risks_or_why_any_seed_will_do():
    assert conftest.risk(item(STATISTICAL)) == [1e-6]
    assert conftest.risk(item(pytest.mark.seeded("nothing is drawn").mark)) == []
    assert conftest.risk(item(fixtures=())) == []


@pytest.mark.parametrize(
    "marks",
    [
        (),
        (pytest.mark.seeded().mark,),
        (pytest.mark.seeded("").mark,),
        (pytest.mark.statistical(alpha=1e-6).mark,),
        (pytest.mark.statistical(power=0.999).mark,),
        (pytest.mark.statistical(alpha=0.05, power=0.999).mark,),
        (pytest.mark.statistical(alpha=1e-6, power=0.5).mark,),
        (pytest.mark.statistical(alpha=1e-6, power=1).mark,),
    ],
)
def test_a_random_test_that_does_not_say_is_an_error(marks):
    with pytest.raises(pytest.UsageError, match=r"tests/test_x\.py::test_y"):
        conftest.risk(item(*marks))


def test_together_they_stay_within_the_budget():
    loud = pytest.mark.statistical(alpha=1e-4, power=0.999).mark
    config: Any = SimpleNamespace(stash=pytest.Stash(), option=SimpleNamespace(markexpr="all"))
    conftest.pytest_collection_modifyitems(config, [item(loud)])
    assert config.stash[conftest.ALPHAS] == [1e-4]
    with pytest.raises(pytest.UsageError, match="false-alarm budget"):
        conftest.pytest_collection_modifyitems(config, [item(loud), item(STATISTICAL)])


@pytest.mark.seeded("the numbers are compared with themselves")
def test_the_numbers_of_a_test_are_its_own(rng, request):
    again = stream(0, request.node.nodeid).integers(2**63)
    assert rng.integers(2**63) == again
    assert stream(0, "another test").integers(2**63) != again
