"""Laws: what theory says of every region, law, version space, class and learner.

A law is a plain function that passes in silence or raises ``AssertionError``.
It names what it needs by its parameters, so any source of cases can feed it:
random ones from Hypothesis, or a finite grid that a claim calls exhaustive.

=========  ==========================================================
parameter  meaning
=========  ==========================================================
``a, b``   two regions of one domain
``x, y``   an instance and a label
``xs``     instances
``law``    a distribution (``rng``: a generator to draw with)
``cls``    a hypothesis class (``h, g``: two of its members, ``radius``: of a ball)
``space``  a version space of ``cls``
``sample``  labeled instances, realizable or not
``learner``  a learner (``mellow``: one that asks only where it must)
``target``  the hypothesis that answers a learner (``size``: of a batch)
=========  ==========================================================

A room of laws is a file of this folder and a law is a public function in it;
both are found, never listed.
"""

import importlib
import inspect
from collections.abc import Callable
from typing import Any

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)


def every(room: str) -> tuple[Callable[..., None], ...]:
    """Return the laws of one room, such as ``"regions"``, in the order written."""
    module = importlib.import_module(f"{__name__}.{room}")
    return tuple(
        value
        for name, value in vars(module).items()
        if name[0] != "_" and inspect.isfunction(value) and value.__module__ == module.__name__
    )


def hold(room: str, /, **given: Any) -> None:
    """Apply every law of ``room``, handing over what its parameters name.

    >>> from altheory import IntervalUnion, Thresholds
    >>> half = IntervalUnion.closed(0, 0.5)
    >>> hold("regions", a=half, b=~half, xs=[0.0, 0.5, 1.0])
    """
    for law in every(room):
        law(**{name: given[name] for name in inspect.signature(law).parameters})
