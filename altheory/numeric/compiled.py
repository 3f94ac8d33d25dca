"""One source, compiled when numba is present and interpreted when it is not.

A compiled kernel uses plain loops, Python's own ``math`` and scalar draws from a
NumPy generator.  Numba keeps IEEE arithmetic in the order written and draws the
same stream from the same generator, so both ways return the same bytes.
"""

from collections.abc import Callable
from functools import cache, wraps
from typing import Any, ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def compiled(kernel: Callable[P, T]) -> Callable[P, T]:
    """Return ``kernel``, compiled by numba at its first call if numba is installed.

    Numba is not imported before that call.  ``__wrapped__`` is the interpreted
    kernel, for comparison.
    """

    @wraps(kernel)
    def call(*args: P.args, **kwargs: P.kwargs) -> T:
        result: T = _machine_code(kernel)(*args, **kwargs)
        return result

    return call


@cache
def _machine_code(kernel: Callable[..., Any]) -> Callable[..., Any]:
    try:
        from numba import njit
    except ImportError:
        return kernel
    try:
        machine_code: Callable[..., Any] = njit(cache=True)(kernel)
    except RuntimeError:  # no directory to keep machine code in: compile for this process
        machine_code = njit(kernel)
    return machine_code
