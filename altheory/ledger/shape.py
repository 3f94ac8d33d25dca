"""The shape of what authors write: a wrong type is named where it is written.

A claim is data that strangers type.  A text where a verdict belongs would surface
far away, in a report or a worker, so each field is held against its shape first: a
type, or the words it may be.
"""

from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

Shapes: TypeAlias = Mapping[str, Any]  # a type (abstract ones too), or a tuple of words


def misfits(thing: Any, shapes: Shapes) -> Iterator[str]:
    """Yield what is wrong with each field of ``thing`` that does not fit its shape.

    >>> next(misfits(3 + 4j, {"real": str}))
    'real is a str, got 3.0; see its docstring'
    >>> list(misfits(3 + 4j, {"imag": float}))
    []
    """
    for name, shape in shapes.items():
        value = getattr(thing, name)
        if isinstance(shape, tuple):
            if value not in shape:
                yield f"{name} is one of {', '.join(shape)}; got {value!r:.60}"
        elif not isinstance(value, shape):
            yield f"{name} is a {shape.__name__}, got {value!r:.60}; see its docstring"
        elif shape is str and not value:
            yield f"{name} is empty"
