"""Everything that can go wrong, by name.

An error is raised by the constructor or function that would otherwise have to
answer wrongly, and its message holds the set, the value and the remedy.  The
domain errors are also ``ValueError``s, so callers who know nothing of altheory
can catch them.
"""

from collections.abc import Sequence
from typing import Any


class AltheoryError(Exception):
    """The root of the tree: catch this to catch every named error."""


class DomainError(AltheoryError, ValueError):
    """A value lies outside the set on which the question makes sense."""


class UnknownNameError(AltheoryError, LookupError):
    """No class, learner, claim or option has this name; the nearest are listed."""


class InconsistentLabelsError(AltheoryError, ValueError):
    """No hypothesis of the class agrees with these labels.

    Attributes
    ----------
    labels
        An irreducible set of labeled instances ``(x, y)``: together they
        contradict the class, and no proper subset of them does.

    """

    def __init__(self, labels: Sequence[tuple[Any, int]]) -> None:
        self.labels = tuple(labels)
        shown = ", ".join(f"{'+' if y == 1 else '-'} at {x}" for x, y in self.labels)
        super().__init__(
            f"no hypothesis of the class agrees with these labels: {shown}; "
            "a noisy labeler needs an agnostic learner"
        )

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """Let a worker process hand the error back with its labels."""
        return type(self), (self.labels,)


class AbstentionError(AltheoryError):
    """The labeler was asked and gave no label: the question counts, the answer is missing.

    Attributes
    ----------
    instance
        What was asked about.

    """

    def __init__(self, instance: Any) -> None:
        self.instance = instance
        super().__init__(
            f"the labeler gives no label at {instance}; ask about another instance, "
            "or count the question and go on"
        )

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """Let a worker process hand the error back with its instance."""
        return type(self), (self.instance,)


class EmptyVersionSpaceError(AltheoryError, ValueError):
    """A member was asked of a version space that has none."""


class UnlabeledComponentError(AltheoryError, ValueError):
    """A connected component of a graph holds no label."""


class CertificateError(AltheoryError, ValueError):
    """A certificate is malformed or proves something else than it says."""


class BudgetError(AltheoryError):
    """A search or simulation used up what it was given."""


class PluginError(AltheoryError):
    """A module of claims that somebody else wrote does not load."""


class NoUniformTheoremError(AltheoryError, ValueError):
    """A bound is asked to hold for all hypotheses of a class, and no theorem says that it does.

    Attributes
    ----------
    bound, hypotheses
        The pair: the name of the bound and the class as text.
    why
        What is missing.
    covering
        The bounds that do hold for all hypotheses of the class.

    """

    def __init__(self, bound: str, hypotheses: str, why: str, covering: Sequence[str] = ()) -> None:
        self.bound, self.hypotheses, self.why = bound, hypotheses, why
        self.covering = tuple(covering)
        remedy = f"; these do: {', '.join(self.covering)}" if self.covering else ""
        super().__init__(
            f"{bound} does not hold for all hypotheses of {hypotheses} at once: {why}{remedy}"
        )

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """Let a worker process hand the error back whole."""
        return type(self), (self.bound, self.hypotheses, self.why, self.covering)


class MissingDependencyError(AltheoryError, ImportError):
    """An optional package is needed; the message names the extra to install."""

    def __init__(self, package: str, extra: str) -> None:
        self.package, self.extra = package, extra
        super().__init__(
            f"{package} is not installed; install it with: pip install 'altheory[{extra}]'"
        )

    def __reduce__(self) -> tuple[type, tuple[Any, ...]]:
        """Let a worker process hand the error back whole."""
        return type(self), (self.package, self.extra)
