"""Learners and classes by name, found in their folders and never listed.

A file is its name.  A learner's parameters say what it needs: ``prior`` is the
version space before any label, ``hypotheses`` the class itself, ``erm`` its empirical risk
minimizer, ``batch`` how many labels are asked together, ``seed`` that of its own draws;
others have ``epsilon`` and ``delta``, and an agnostic learner the ``law`` of the instances and
a uniform ``bound``.  A class's file holds ``EXAMPLES``, whose first one is meant by the bare name;
``from_argument`` reads ``NAME:TEXT``, and its docstring says how that is written.
"""

import importlib
import re
import reprlib
from collections.abc import Mapping
from dataclasses import fields, replace
from inspect import Parameter, getdoc, signature
from types import ModuleType
from typing import Any, Protocol, runtime_checkable

from altheory.discovery import module_names, nearest
from altheory.errors import DomainError, UnknownNameError
from altheory.protocols import HypothesisClass, Learner
from altheory.simulation.limits import limited

LEARNERS = "altheory.learners"
CLASSES = "altheory.hypotheses"
LARGEST_BATCH = 10**6
SIMULATED = frozenset(
    {"hypotheses", "prior", "erm", "law", "batch", "bound", "epsilon", "delta", "seed"}
)  # what a simulation can give to a learner


@runtime_checkable
class _Learnable(Protocol):
    def version_space(self) -> Any: ...
    def erm(self, sample: Any, /) -> Any: ...


def learner_names() -> tuple[str, ...]:
    """Return the names of all learners, as the command line writes them."""
    return tuple(name.replace("_", "-") for name in module_names(LEARNERS) if _learner_in(name))


def simulated_names() -> tuple[str, ...]:
    """Return the names of the learners that need nothing but what a simulation has.

    >>> "cal" in simulated_names(), "hierarchical-sampling" in simulated_names()
    (True, False)
    """
    return tuple(name for name in learner_names() if SIMULATED.issuperset(_needs(name)))


def class_names() -> tuple[str, ...]:
    """Return the names of all hypothesis classes, as the command line writes them."""
    return tuple(
        name.replace("_", "-")
        for name in module_names(CLASSES)
        if "EXAMPLES" in vars(importlib.import_module(f"{CLASSES}.{name}"))
    )


def class_forms() -> tuple[str, ...]:
    """Return how each class is written, such as ``conjunctions:N``.

    The form with a text stands in the docstring of ``from_argument``, in double backticks.
    """
    return tuple(map(_form, class_names()))


def _form(name: str) -> str:
    reader = vars(_module_of(name)).get("from_argument")
    written = re.search(f"``({name}:[^`]+)``", getdoc(reader) or "") if reader else None
    return written[1] if written else name


def _module_of(name: str) -> ModuleType:
    return importlib.import_module(f"{CLASSES}.{name.replace('-', '_')}")


def class_called(text: str) -> Any:
    """Return the hypothesis class called ``NAME`` or ``NAME:ARGUMENT``.

    Raises
    ------
    UnknownNameError
        If no file of :mod:`altheory.hypotheses` with ``EXAMPLES`` bears the name.
    DomainError
        If the class does not take the argument, or needs one.

    Examples
    --------
    >>> class_called("thresholds")
    Thresholds()

    """
    name, colon, argument = text.partition(":")
    known = class_names()
    if name not in known:
        raise UnknownNameError(
            f"no hypothesis class is called {name!r}; there are: {', '.join(known)}"
        )
    module = _module_of(name)
    reader = vars(module).get("from_argument")
    if reader is not None:
        return reader(argument if colon else None)
    if colon:
        raise DomainError(f"{name} takes no argument, got {text!r}; write {name}")
    return vars(module)["EXAMPLES"][0]


def resized(hypotheses: Any, sizes: Mapping[str, Any]) -> Any:
    """Return a class with other sizes, such as ``min_width`` or ``dimension``.

    Raises
    ------
    DomainError
        If the class has no such size, or not with this value.

    >>> resized(class_called("intervals"), {"min_width": 0.25})
    Intervals(min_width=Fraction(1, 4))
    """
    known = {field.name for field in fields(hypotheses) if field.init}
    for size, value in sizes.items():
        if size not in known:
            kind = type(hypotheses).__name__
            raise DomainError(f"{kind} has no {size}, got {value}; leave it out")
    whole = {k: int(v) if v == int(v) else v for k, v in sizes.items()}
    return replace(hypotheses, **whole)


def build(
    name: str, hypotheses: HypothesisClass[Any, Any, Any], batch: int = 1, **special: Any
) -> Any:
    """Return the learner called ``name`` for a class.

    ``special`` holds what only some learners have: ``bound``, ``epsilon``, ``delta``, ``seed``.

    Raises
    ------
    UnknownNameError
        If no file of :mod:`altheory.learners` bears the name.
    DomainError
        If there is no class, or the learner needs what the class or a simulation
        does not have.

    """
    require_learner(name, hypotheses)
    maker = _maker(name)
    size = limited(batch, "a batch", LARGEST_BATCH, "ask for fewer labels together")
    offered = {
        "hypotheses": hypotheses,
        "prior": hypotheses.version_space(),
        "erm": hypotheses.erm,
        "law": hypotheses.law(),
        "batch": size,
        **special,
    }
    parameters = signature(maker).parameters
    for needed in _needs(name):
        if needed not in offered:
            raise DomainError(f"simulations cannot run {name} yet: it needs {needed}")
    if batch > 1 and "batch" not in parameters:
        raise DomainError(f"{name} asks for one label at a time, got a batch of {batch}")
    return maker(**{key: value for key, value in offered.items() if key in parameters})


def require_learner(name: str, hypotheses: Any) -> None:
    """Refuse what is no class, and a name that no learner bears."""
    _require_class(hypotheses)
    _maker(name)


def takes_bound(name: str) -> bool:
    """Tell whether the learner called ``name`` is given a uniform theorem."""
    return "bound" in signature(_maker(name)).parameters


def takes_delta(name: str) -> bool:
    """Tell whether the learner called ``name`` is given a probability of failure."""
    return "delta" in signature(_maker(name)).parameters


def _needs(name: str) -> tuple[str, ...]:
    """Return the parameters without which there is no learner called ``name``."""
    parameters = signature(_maker(name)).parameters.values()
    return tuple(p.name for p in parameters if p.default is Parameter.empty)


def _require_class(given: Any) -> None:
    if isinstance(given, type) or not isinstance(given, _Learnable):
        raise DomainError(
            f"a hypothesis class is one such as Thresholds(), got {reprlib.repr(given)}"
        )


def _maker(name: str) -> type[Learner[Any, Any, Any]]:
    known = learner_names()
    if name not in known:
        raise nearest(name, known, "learner")
    maker = _learner_in(name.replace("-", "_"))
    if maker is None:
        raise DomainError(f"the file of {name} holds no learner")
    return maker


def _learner_in(name: str) -> type[Learner[Any, Any, Any]] | None:
    """Return the first class of a file that has steps; some files hold no learner."""
    module = importlib.import_module(f"{LEARNERS}.{name}")
    for found in vars(module).values():
        is_own = isinstance(found, type) and found.__module__ == module.__name__
        if is_own and "step" in vars(found):
            learner: type[Learner[Any, Any, Any]] = found
            return learner
    return None
