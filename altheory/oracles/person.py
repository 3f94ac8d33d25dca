"""A person who is asked and answers.

A person has no label law: nobody knows the Bayes classifier, the noise, or whether the
same question would be answered alike tomorrow.  So this is an oracle alone, with no
error to compute, and no theorem on noise applies to it unless one assumes a law.
"""

from collections.abc import Callable
from typing import Any

from altheory.errors import AbstentionError
from altheory.oracles._parts import function
from altheory.protocols import Label, Oracle

YES, NO, SILENT = ("y", "yes", "+", "1"), ("n", "no", "-", "-1"), ("?",)
HELP = "answer y for +1, n for -1, ? if you cannot tell"


def person(read: Callable[[], str], write: Callable[[str], object]) -> Oracle[Any]:
    """Return the oracle that writes its questions and reads the answers.

    Parameters
    ----------
    read
        Returns one line of input; its errors, such as ``EOFError``, pass through.
    write
        Takes one line of output.

    Raises
    ------
    DomainError
        If one of both cannot be called.
    AbstentionError
        From the oracle, when the answer is that there is none.

    Examples
    --------
    >>> lines, said = iter(["perhaps", "y"]), []
    >>> person(lambda: next(lines), said.append)(0.5)
    1
    >>> print(*said, sep="; ")
    is 0.5 positive?; answer y for +1, n for -1, ? if you cannot tell

    """
    function(read, "what reads a line, such as input,")
    function(write, "what writes a line, such as print,")

    def ask(x: Any) -> Label:
        write(f"is {x} positive?")
        while True:
            answer = read().strip().lower()
            if answer in YES:
                return 1
            if answer in NO:
                return -1
            if answer in SILENT:
                raise AbstentionError(x)
            write(HELP)

    return ask
