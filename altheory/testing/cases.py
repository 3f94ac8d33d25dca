"""From a law to its cases: what its parameters name, drawn for one hypothesis class.

>>> from altheory.testing.laws.version_spaces import restrict_is_idempotent
>>> sorted(vocabulary(restrict_is_idempotent))
['space', 'xs']
"""

import inspect
from collections.abc import Callable
from typing import Any, TypeAlias

from hypothesis import strategies as st

from altheory.learners.bisection import Bisection
from altheory.learners.cal import CAL
from altheory.learners.passive import Passive
from altheory.protocols import Splittable
from altheory.testing import strategies as draw

Law: TypeAlias = Callable[..., None]


def vocabulary(law: Law) -> tuple[str, ...]:
    """Return the names of what the law is about."""
    return tuple(inspect.signature(law).parameters)


def cases(law: Law, cls: Any) -> st.SearchStrategy[dict[str, Any]]:
    """Draw the arguments of ``law`` on the hypothesis class ``cls``."""
    return st.fixed_dictionaries({name: SOURCES[name](cls) for name in vocabulary(law)})


def _learners(cls: Any) -> st.SearchStrategy[Any]:
    return st.one_of(_mellow(cls), st.just(Passive(cls.version_space(), cls.erm)))


def _mellow(cls: Any) -> st.SearchStrategy[Any]:
    prior = cls.version_space()
    learners: list[Any] = [CAL(prior), CAL(prior, batch=2)]
    splits = isinstance(cls.version_space(), Splittable)
    return st.sampled_from([*learners, Bisection(prior)] if splits else learners)


SOURCES: dict[str, Callable[[Any], st.SearchStrategy[Any]]] = {
    "a": draw.regions,
    "b": draw.regions,
    "xs": lambda cls: st.lists(draw.instances(cls), max_size=5),
    "law": lambda cls: st.just(cls.law()),
    "rng": lambda _: draw.generators(),
    "cls": st.just,
    "h": draw.members,
    "g": draw.members,
    "radius": lambda _: draw.rationals_in_unit(),
    "space": draw.version_spaces,
    "sample": draw.labeled_samples,
    "target": draw.members,
    "learner": _learners,
    "mellow": _mellow,
    "size": lambda _: st.integers(1, 4),
}
