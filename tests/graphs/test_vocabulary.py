"""What al.graphs offers: functions and results, told apart from what they are made of."""

from dataclasses import is_dataclass
from inspect import getdoc, signature
from pkgutil import iter_modules
from types import FunctionType, ModuleType
from typing import get_type_hints

import pytest

from altheory import graphs
from altheory.graphs import estimators

NAMES = sorted(set(dir(graphs)) - set(dir(estimators)))
FILES = {found.name for found in iter_modules(graphs.__path__) if not found.ispkg}


def classes(hint):
    """The classes that an annotation mentions."""
    inner = [name for part in getattr(hint, "__args__", ()) for name in classes(part)]
    return [hint, *inner] if isinstance(hint, type) else inner


@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_a_function_or_a_result_or_a_folder_of_more(name):
    thing = getattr(graphs, name)
    if isinstance(thing, ModuleType):
        assert hasattr(thing, "__path__")
        return
    assert isinstance(thing, FunctionType) or (isinstance(thing, type) and is_dataclass(thing))
    assert thing.__name__ == name
    room, _, file = thing.__module__.rpartition(".")
    assert room == "altheory.graphs"
    assert not file.startswith("_")
    assert getdoc(thing)
    assert not (getdoc(thing) or "").startswith(f"{name}(")  # which dataclasses write themselves


@pytest.mark.parametrize("name", NAMES)
def test_what_a_function_takes_and_returns_is_there_as_well(name):
    """A helper shows by what it asks for: pieces that nobody has."""
    thing = getattr(graphs, name)
    if isinstance(thing, FunctionType):
        assert signature(thing).parameters
        for hint in get_type_hints(thing).values():
            for known in classes(hint):
                if known.__module__.startswith("altheory.graphs"):
                    assert getattr(graphs, known.__name__) is known
                    assert known.__name__ in NAMES


def test_no_file_shows_or_bears_the_name_of_what_it_holds():
    assert not FILES & set(dir(graphs))
    for file in sorted(name for name in FILES if name[0] != "_"):
        module = getattr(graphs, file)
        assert not hasattr(module, file), f"graphs.{file} hides its function"
        held = (thing for name, thing in vars(module).items() if name[0] != "_")
        assert any(getattr(thing, "__module__", "") == module.__name__ for thing in held)
