"""A table like that of a hospital, all invented: ZIP code, gender and date of birth.

The three facts that single out most people of the United States [sweeney2000]_.  ZIP codes are
drawn below 00400, where none is in use, and everything is drawn uniformly and independently.
"""

from datetime import date, timedelta

from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.play.hierarchy import Hierarchy

FIRST, DAYS, CODES = date(1920, 1, 1), 29_220, 400  # born 1920 to 1999


def medical_table(n: int, rng: Rng = None) -> tuple[tuple[str, str, str], ...]:
    """Return n invented people as (ZIP code, gender, date of birth).

    >>> medical_table(1, rng=0)
    (('00340', 'm', '1960-11-21'),)
    """
    stream, size = generator(rng), count(n, "the number of people")
    codes = stream.integers(CODES, size=size).tolist()
    genders = stream.integers(2, size=size).tolist()
    days = stream.integers(DAYS, size=size).tolist()
    return tuple(
        (f"{code:05d}", "fm"[gender], (FIRST + timedelta(days=day)).isoformat())
        for code, gender, day in zip(codes, genders, days, strict=True)
    )


def medical_hierarchies() -> tuple[Hierarchy, Hierarchy, Hierarchy]:
    """Return how they are generalized: digits masked, and month, year, decade and twenty years.

    >>> for of, value in zip(medical_hierarchies(), ("00340", "m", "1970-11-22"), strict=True):
    ...     print(*of.names(value))
    00340 0034* 003** *
    m *
    1970-11-22 1970-11 1970 1970s 1960-1979 *
    """
    masked = (lambda code: code[:4] + "*", lambda code: code[:3] + "**")
    coarser = (lambda day: day[:7], lambda day: day[:4], lambda day: day[:3] + "0s", _twenty_years)
    return (
        Hierarchy("ZIP code", masked),
        Hierarchy("gender"),
        Hierarchy("date of birth", coarser),
    )


def _twenty_years(day: str) -> str:
    first = int(day[:4]) // 20 * 20
    return f"{first}-{first + 19}"
