r"""The Vapnik-Chervonenkis bound, of which there are many.

Several inequalities go by this name: at 1,000 instances their radii for thresholds
differ by a factor of more than 5.  Each version has a file ``vc_<version>.py``; where
none is named it is Vapnik's of 1998, the smallest two-sided one here.
"""

from importlib import import_module
from typing import Any

from altheory.bounds._bound import Bound, Side
from altheory.bounds._classes import Growth
from altheory.bounds._uniform import Uniform
from altheory.bounds.vc_vapnik import uniform as vapnik
from altheory.discovery import module_names, nearest

ROOM = "altheory.bounds"
PREFIX = "vc_"
DEFAULT = "vapnik"


def vc(
    n: int, delta: Any, *, growth: Growth, version: str = DEFAULT, side: Side = "two-sided"
) -> Bound:
    """Bound the largest deviation of the empirical error over a class, in a named version.

    Parameters
    ----------
    n
        The sample size, fixed before the data.
    delta
        The error probability, in (0, 1); split evenly if two-sided.
    growth
        The growth function of the class, or anything above it.
    version
        One of ``versions()``, with ``-`` or ``_``.
    side
        ``"two-sided"``, ``"upper"`` for errors above their empirical values, or
        ``"lower"``.

    Returns
    -------
    Bound
        The deviation lies between 0 and ``upper``, which is rounded up.

    Raises
    ------
    UnknownNameError
        If there is no such version.
    DomainError
        If a value lies outside its set.

    Examples
    --------
    >>> vc(1000, 0.05, growth=lambda n: n + 1).source
    'vapnik1998; as commonly stated'

    """
    known, asked = versions(), str(version).replace("_", "-")
    if asked not in known:
        raise nearest(version, known, "version of the Vapnik-Chervonenkis bound")
    file = PREFIX + asked.replace("-", "_")
    bound: Bound = vars(import_module(f"{ROOM}.{file}"))[file](n, delta, growth=growth, side=side)
    return bound


def versions() -> tuple[str, ...]:
    """Return the names of the versions.

    >>> versions()
    ('anthony-bartlett', 'devroye', 'rademacher', 'vapnik')
    """
    names = (name for name in module_names(ROOM) if name.startswith(PREFIX))
    return tuple(name.removeprefix(PREFIX).replace("_", "-") for name in names)


def uniform(hypotheses: Any) -> Uniform:
    """Return the default version as a theorem for all hypotheses of a class."""
    return vapnik(hypotheses)
