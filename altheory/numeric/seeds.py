"""From seeds to generators, in one place.

A stream of random numbers is named: the same seed and the same name give the
same numbers on every machine, whatever else was drawn before.  So a replicate
can be computed alone, again, or on another worker, with the same bytes.
"""

import hashlib
import numbers
from typing import Any, TypeAlias

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import count

Rng: TypeAlias = np.random.Generator | int | None  # what public entry points take as ``rng``


def sequence(seed: int, *name: str | int) -> np.random.SeedSequence:
    """Return the seed sequence of the stream called ``name`` under ``seed``.

    >>> a, b = sequence(7, "claim", 0), sequence(7, "claim", 1)
    >>> a.generate_state(1).tolist() == b.generate_state(1).tolist()
    False
    """
    digest = hashlib.sha256("\x1f".join(map(str, name)).encode()).digest()
    words = tuple(int.from_bytes(digest[i : i + 4], "little") for i in range(0, 32, 4))
    return np.random.SeedSequence(count(seed, "a seed", least=0), spawn_key=words)


def stream(seed: int, *name: str | int) -> np.random.Generator:
    """Return the generator of the stream called ``name`` under ``seed``."""
    return np.random.Generator(np.random.PCG64(sequence(seed, *name)))


def generator(rng: Any) -> np.random.Generator:
    """Return ``rng`` as a generator: itself, one seeded by an int, or a fresh one.

    The convention of Scientific Python SPEC 7, for public entry points only.
    """
    if isinstance(rng, np.random.Generator):
        return rng
    if rng is None or isinstance(rng, np.random.SeedSequence):
        return np.random.default_rng(rng)
    if isinstance(rng, numbers.Integral):
        return np.random.default_rng(count(rng, "a seed", least=0))
    raise DomainError(f"rng is a numpy Generator, an integer seed or None, got {rng!r}")
