"""A kernel is compiled if numba is there, and is itself if it is not."""

import inspect
import subprocess
import sys
from typing import Any

import pytest

from altheory.numeric import compiled as module
from altheory.numeric.compiled import compiled


def double(x):
    """Return twice ``x``."""
    return 2 * x


@compiled
def twice(x):
    """Return twice ``x``, as a kernel."""
    return 2 * x


@compiled
def fourfold(x):
    """Return twice ``twice(x)``."""
    return twice(twice(x))


@pytest.fixture
def forgotten():
    module._machine_code.cache_clear()
    yield
    module._machine_code.cache_clear()


def test_a_kernel_keeps_its_name_and_its_source():
    kernel = compiled(double)
    assert kernel(3) == 6
    assert (kernel.__name__, inspect.unwrap(kernel)) == ("double", double)


@pytest.mark.usefixtures("forgotten")
def test_without_numba_the_kernel_runs_as_it_is(monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)
    assert compiled(double)("ab") == "abab"  # machine code would refuse text


def test_kernels_call_kernels():
    assert fourfold(3) == 12  # machine code, which could not call Python
    machine_code: Any = module._machine_code(inspect.unwrap(fourfold))
    assert machine_code.signatures


@pytest.mark.usefixtures("forgotten")
def test_without_numba_kernels_call_kernels_as_they_are(monkeypatch):
    monkeypatch.setitem(sys.modules, "numba", None)
    assert fourfold("ab") == "abababab"


@pytest.mark.usefixtures("forgotten")
def test_where_nothing_can_be_cached_it_is_compiled_all_the_same(monkeypatch):
    import numba  # not before: other tests are about its absence

    plain = numba.njit

    def njit(*kernel, **options):
        if options.get("cache"):
            raise RuntimeError("cannot cache function: no locator available")
        return plain(*kernel, **options)

    monkeypatch.setattr(numba, "njit", njit)
    assert compiled(double)(21) == 42


def test_numba_is_not_loaded_before_a_kernel_runs():
    code = "import sys, altheory.simulation.threshold_kernel as k; print('numba' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
