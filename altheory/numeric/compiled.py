"""One source, compiled when numba is present and interpreted when it is not.

A compiled kernel uses plain loops, Python's own ``math`` and scalar draws from a
NumPy generator.  Numba keeps IEEE arithmetic in the order written and draws the
same stream from the same generator, so both ways return the same bytes.

A kernel may call other kernels of its file, by their names there.
"""

from collections.abc import Callable
from functools import cache, wraps
from inspect import unwrap
from types import FunctionType
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
    whole = _with_machine_code(kernel)
    try:
        machine_code: Callable[..., Any] = njit(cache=True)(whole)
    except RuntimeError:  # no directory to keep machine code in: compile for this process
        machine_code = njit(whole)
    return machine_code


def _with_machine_code(kernel: Callable[..., Any]) -> Callable[..., Any]:
    """Return ``kernel`` with the kernels that it calls compiled."""
    if not isinstance(kernel, FunctionType):
        return kernel
    known: dict[str, Any] = kernel.__globals__
    named = {name: known[name] for name in kernel.__code__.co_names if name in known}
    called = {name: _machine_code(unwrap(f)) for name, f in named.items() if _is_wrapped(f)}
    return FunctionType(kernel.__code__, known | called, kernel.__name__) if called else kernel


def _is_wrapped(value: Any) -> bool:
    return isinstance(value, FunctionType) and unwrap(value) is not value
