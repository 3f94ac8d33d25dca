"""What the packages say of their functions: they exist, and take these arguments."""

import inspect
import re

import pytest

import altheory.complexity
import altheory.theory

CALL = re.compile(r"``(\w+)(?:\(([^)`]*)\))?``", re.DOTALL)
OTHERS = vars(altheory.theory)["__dir__"]() + vars(altheory.complexity)["__dir__"]()


@pytest.mark.parametrize("package", [altheory.theory, altheory.complexity])
def test_every_function_of_the_index_takes_its_arguments(package):
    listed = CALL.findall(package.__doc__)
    assert len(listed) > 15
    for name, arguments in listed:
        assert name in OTHERS
        if arguments:
            taken = inspect.signature(getattr(package, name)).parameters
            assert [a.strip() for a in arguments.split(",")] == list(taken)[
                : arguments.count(",") + 1
            ]
