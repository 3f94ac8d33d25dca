"""Semi-supervised and active learning on weighted graphs: labels that propagate.

Numbers are taken as they are: an integer or a fraction that is no float is refused where floats
are computed with, and taken where ``exact=True`` asks for rationals.  Hard labels are always
labels, the first of those that may be, and a Boolean array, ``ties`` or ``forced``, tells where
they are not the only ones.  What is too large for what is asked is a
:class:`~altheory.errors.BudgetError`, which names the way out.
"""

from typing import Any

from altheory.discovery import reexport
from altheory.graphs import estimators

_find, _names = reexport(__name__)


def __getattr__(name: str) -> Any:
    return getattr(estimators, name) if name in dir(estimators) else _find(name)


def __dir__() -> list[str]:
    return sorted({*_names(), *dir(estimators)})
