r"""Floats of unlimited range: a mantissa in [1/2, 1), or 0, and an exponent of its own.

Products of many weights leave the range of floats long before their ratios do.  Here nothing
overflows, and in a sum only what is smaller by more than :math:`2^{1022}` underflows, so that a
result is off by its roundings alone: one for a product or a quotient, k for a sum of k
positive terms (k - 1 for adding them up, and one for all that underflows).
"""

from dataclasses import dataclass
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.protocols import Floats

NOTHING = -(2**40)  # the exponent of zero, below all others
FAR = 5000  # beyond this distance of exponents a shift leaves the range of floats


@final
@dataclass(frozen=True, slots=True, eq=False)
class Wide:
    """An array of numbers at least 0: ``mantissa * 2 ** exponent``."""

    mantissa: Floats
    exponent: NDArray[np.int64]

    def __getitem__(self, at: Any) -> "Wide":
        return Wide(self.mantissa[at], self.exponent[at])

    def __setitem__(self, at: Any, new: "Wide") -> None:
        self.mantissa[at], self.exponent[at] = new.mantissa, new.exponent

    @property
    def T(self) -> "Wide":  # noqa: N802 - as in NumPy
        """The array with its two axes exchanged."""
        return Wide(self.mantissa.T, self.exponent.T)

    def __mul__(self, other: "Wide") -> "Wide":
        return wide(self.mantissa * other.mantissa, self.exponent + other.exponent)

    def __truediv__(self, other: "Wide") -> "Wide":
        return wide(self.mantissa / other.mantissa, self.exponent - other.exponent)

    def __add__(self, other: "Wide") -> "Wide":
        top = np.maximum(self.exponent, other.exponent)
        return wide(
            _shifted(self.mantissa, self.exponent - top)
            + _shifted(other.mantissa, other.exponent - top),
            top,
        )

    def total(self) -> "Wide":
        """Return the sums over the last axis."""
        top = np.max(self.exponent, axis=-1, initial=NOTHING)
        shifted = _shifted(self.mantissa, self.exponent - top[..., None])
        return wide(shifted.sum(axis=-1), top)

    def floats(self) -> Floats:
        """Return the nearest floats; what is too small becomes 0."""
        return _shifted(self.mantissa, self.exponent)


def wide(xs: Floats, exponent: NDArray[np.int64] | int = 0) -> Wide:
    """Return ``xs * 2 ** exponent``, exactly.

    >>> tiny = wide(np.array([1e-300]))
    >>> (tiny * tiny / tiny).floats().tolist()
    [1e-300]
    """
    mantissa, shift = np.frexp(xs)
    return Wide(mantissa, np.where(mantissa == 0, NOTHING, exponent + shift.astype(np.int64)))


def _shifted(mantissa: Floats, by: NDArray[np.int64]) -> Floats:
    with np.errstate(under="ignore"):
        return np.ldexp(mantissa, np.clip(by, -FAR, FAR).astype(np.int32))
