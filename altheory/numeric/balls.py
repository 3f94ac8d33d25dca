"""Numbers by balls of as many bits as they take.

Balls of python-flint hold their number whatever the precision, only their radius says
whether it was enough.  So a number is computed again with twice the bits until it is known
to as many as are asked for.
"""

from collections.abc import Callable
from typing import Any

from altheory.errors import BudgetError
from altheory.numeric.enclosure import Enclosure

ACCURACY = 112  # bits of every enclosure, relative to the number
FIRST = 192  # bits of the balls at first
DOUBLINGS = 12  # of the bits, some hundred thousand then


def enclosed(ball: Callable[[], Any], bits: int = FIRST, *, accuracy: int = ACCURACY) -> Enclosure:
    """Return an enclosure of a number by balls of more and more bits.

    Parameters
    ----------
    ball
        The number in the present precision, other than 0 or exactly 0.
    bits
        Of the balls at first.
    accuracy
        Bits of the enclosure, relative to the number.

    Raises
    ------
    BudgetError
        If it never gets accurate, as where a sum that is 0 cancels.

    Examples
    --------
    >>> from flint import arb
    >>> print(enclosed(lambda: arb.pi()))
    [3.14159265359, 3.14159265359]

    """
    from flint import ctx  # 70 ms that most callers never need

    for doubled in range(DOUBLINGS + 1):
        with ctx.workprec(bits << doubled):
            value = ball()
        if value.rel_accuracy_bits() >= accuracy:
            with ctx.workprec(max(FIRST, accuracy + 64)):  # long ends would serve nobody
                return Enclosure.of_ball(+value)
    raise BudgetError(
        f"balls of {bits << DOUBLINGS} bits do not tell {accuracy} bits of a number; "
        "if it is 0, none ever do"
    )


def integral(f: Callable[[Any, bool], Any], start: Any, end: Any, **tolerance: Any) -> Any:
    """Return the ball of an integral of an analytic function, and pass on what interrupts it.

    An exception within the integrand, by Ctrl-C say, would crash python-flint 0.9.
    """
    from flint import acb

    stopped = list[BaseException]()

    def guarded(t: Any, analytic: bool) -> Any:
        try:
            return acb("nan") if stopped else f(t, analytic)
        except BaseException as error:  # noqa: BLE001  # raised again below
            stopped.append(error)
            return acb("nan")

    total = acb.integral(guarded, start, end, **tolerance)
    if stopped:
        raise stopped[0]
    return total.real
