"""Adding a class is adding a file: it is found, and every law is asked of it."""

import importlib
import textwrap
from types import FunctionType

import pytest

import altheory.hypotheses
from altheory import discovery
from altheory.errors import UnknownNameError
from altheory.testing import laws
from altheory.testing.replay import examples

FILE = '''
    """Points of the line: one hypothesis says + on {mark} and nowhere else."""
    from altheory.hypotheses.finite import FiniteClass
    EXAMPLES = (FiniteClass(3, ["{mark}", "---"]),)
'''


@pytest.fixture
def room(tmp_path, monkeypatch):
    """A folder whose files count as files of ``altheory.hypotheses``."""
    monkeypatch.setattr(
        altheory.hypotheses, "__path__", [*altheory.hypotheses.__path__, str(tmp_path)]
    )
    return tmp_path


def test_a_new_file_is_a_new_class(room):
    before = examples()
    (room / "brand_new_marks.py").write_text(textwrap.dedent(FILE.format(mark="+-+")))
    new = [cls for cls in examples() if cls not in before]
    assert [cls.hypotheses for cls in new] == [(0, 5)]
    given = {"sample": [(0, 1), (1, -1)], "xs": [0, 1, 2]}
    laws.hold("version_spaces", cls=new[0], space=new[0].version_space(), **given)


def test_private_files_and_files_without_examples_are_no_classes(room):
    before = examples()
    (room / "_private_marks.py").write_text(textwrap.dedent(FILE.format(mark="++-")))
    (room / "without_marks.py").write_text('"""Nothing to see."""\n')
    assert examples() == before


def test_what_is_found_is_in_alphabetical_order():
    names = discovery.module_names("altheory.hypotheses")
    assert list(names) == sorted(names)
    assert {"finite", "thresholds"} <= set(names)


def test_the_nearest_name_is_offered():
    known = ("finite", "thresholds")
    error = discovery.nearest("threshold", known, "hypothesis class")
    assert isinstance(error, UnknownNameError)
    assert "did you mean thresholds?" in str(error)
    assert "there are: finite, thresholds" in str(discovery.nearest("xyz", known, "class"))


def test_names_are_found_in_the_files_that_define_them():
    from altheory import learners

    assert learners.CAL.__module__ == "altheory.learners.cal"
    with pytest.raises(AttributeError, match="no attribute 'Cal'"):
        learners.Cal  # noqa: B018 - reading the name is the test
    with pytest.raises(AttributeError):
        learners.count  # noqa: B018 - imported by a file of the room, and not its own


ROOMS = ["complexity", "learners", "simulation", "theory", "ledger", "play", "nets", "acquisition"]


@pytest.mark.parametrize("room", ROOMS)
def test_no_file_hides_its_own_function(room):
    """A package binds its files, so a function that bears its file's name is out of reach."""
    assert not discovery.namesakes(f"altheory.{room}")


@pytest.mark.parametrize("room", ["play", "nets", "acquisition"])
def test_no_file_hides_what_another_one_defines(room):
    """The first file that defines a name has it; each public name is thus in a single one."""
    package = importlib.import_module(f"altheory.{room}")
    for module in discovery.modules(package.__name__):
        for name, thing in vars(module).items():
            is_own = getattr(thing, "__module__", "") == module.__name__ and name[0] != "_"
            if is_own and isinstance(thing, type | FunctionType):
                assert getattr(package, name) is thing


@pytest.mark.parametrize("room", ["bounds", "oracles", "plot"])
def test_where_function_and_file_share_a_name_the_function_is_bound(room):
    package = importlib.import_module(f"altheory.{room}")
    found = discovery.namesakes(f"altheory.{room}")
    assert found
    assert all(vars(package)[name] is function for name, function in found.items())
    assert "namesakes" not in dir(package)


@pytest.mark.parametrize("room", ["acquisition", "graphs", "learners", "nets", "play"])
def test_help_and_a_star_import_see_what_a_room_defines(room):
    names = importlib.import_module(f"altheory.{room}").__all__
    assert names == sorted(set(names))
    assert set(names) <= set(dir(importlib.import_module(f"altheory.{room}")))
    assert all(callable(getattr(importlib.import_module(f"altheory.{room}"), n)) for n in names)
