"""Learners by name, found in their folder and built for a class.

A learner's file is its name.  Its parameters say what it needs: ``prior`` is the
version space before any label, ``erm`` the class's empirical risk minimizer,
``batch`` how many labels are asked together.
"""

import importlib
from inspect import Parameter, signature
from typing import Any, Protocol, runtime_checkable

from altheory.discovery import module_names, nearest
from altheory.errors import DomainError
from altheory.learners.bisection import Bisection
from altheory.numeric.inputs import count
from altheory.protocols import HypothesisClass, Learner

ROOM = "altheory.learners"


@runtime_checkable
class _Splits(Protocol):
    def bisector(self) -> Any: ...


def learner_names() -> tuple[str, ...]:
    """Return the names of all learners, as the command line writes them."""
    return tuple(name.replace("_", "-") for name in module_names(ROOM))


def build(name: str, hypotheses: HypothesisClass[Any, Any, Any], batch: int = 1) -> Any:
    """Return the learner called ``name`` for a class.

    Raises
    ------
    UnknownNameError
        If no file of :mod:`altheory.learners` bears the name.
    DomainError
        If the learner needs what the class or a simulation does not have.

    """
    maker = _maker(name)
    space = hypotheses.version_space()
    offered = {"prior": space, "erm": hypotheses.erm, "batch": count(batch, "a batch")}
    parameters = signature(maker).parameters
    for parameter in parameters.values():
        if parameter.default is Parameter.empty and parameter.name not in offered:
            raise DomainError(f"simulations cannot run {name} yet: it needs {parameter.name}")
    if batch > 1 and "batch" not in parameters:
        raise DomainError(f"{name} asks for one label at a time, got a batch of {batch}")
    if maker is Bisection and not isinstance(space, _Splits):
        raise DomainError(f"bisection needs a bisector, which {type(space).__name__} has not")
    return maker(**{key: value for key, value in offered.items() if key in parameters})


def _maker(name: str) -> type[Learner[Any, Any, Any]]:
    known = learner_names()
    if name not in known:
        raise nearest(name, known, "learner")
    module = importlib.import_module(f"{ROOM}.{name.replace('-', '_')}")
    for found in vars(module).values():
        is_own = isinstance(found, type) and found.__module__ == module.__name__
        if is_own and "step" in vars(found):
            learner: type[Learner[Any, Any, Any]] = found
            return learner
    raise DomainError(f"the file of {name} holds no learner")
