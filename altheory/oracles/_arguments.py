"""What stands after the colon in the name of a noise, such as 0.1 in ``classification:0.1``."""

from fractions import Fraction

from altheory.errors import DomainError


def without(text: str | None, what: str) -> None:
    """Refuse an argument to what takes none."""
    if text is not None:
        raise DomainError(f"{what} takes no argument, got {text!r}; leave it out")


def number(text: str | None, what: str, example: str) -> Fraction:
    """Return the rational that ``text`` is, or refuse it with an example.

    >>> number("1/10", "a noise rate", "classification:0.1")
    Fraction(1, 10)
    """
    if text is None:
        raise DomainError(f"{what} is missing; write {example}")
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise DomainError(f"{what} is a number, as in {example}, got {text!r}") from error
