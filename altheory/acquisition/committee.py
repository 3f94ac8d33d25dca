r"""Committees: several plausible models of the same data, asked all at once.

A *member* is a function from instances to one distribution over classes each; a committee is a
row of members with the classes they speak of.  Wherever members come from, scores see them as
one array: probabilities ``[M, N, C]`` for :func:`~altheory.acquisition.kl_to_consensus`, their
transpose for :func:`~altheory.acquisition.bald`, votes ``[N, M]`` for vote entropy.  What differs
is which law the members are drawn from, and only Gibbs draws are from a posterior.
"""

from collections.abc import Callable, Iterable, Sequence
from copy import deepcopy
from dataclasses import dataclass
from typing import Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.acquisition._tables import as_floats, probabilities
from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Drawable, Floats

Member: TypeAlias = Callable[[Any], Any]
Fit: TypeAlias = Callable[[Any, Any, np.random.Generator], "Fitted"]


@final
@dataclass(frozen=True, slots=True)
class Fitted:
    """What training returns: a member, and the classes its columns stand for."""

    predict_proba: Member
    classes: tuple[Any, ...]


@final
@dataclass(frozen=True, slots=True)
class Committee:
    """Models that are asked together.

    Parameters
    ----------
    members
        Functions from N instances to probabilities ``[N, C]``, at least one.
    classes
        What the C columns stand for.

    Examples
    --------
    >>> sure, unsure = (lambda X, p=p: [[p, 1 - p]] * len(X) for p in (1.0, 0.5))
    >>> both = Committee((sure, unsure), ("cat", "dog"))
    >>> both.predict_proba([0]).tolist(), both.votes([0]).tolist()
    ([[[1.0, 0.0]], [[0.5, 0.5]]], [[0, 0]])

    """

    members: tuple[Member, ...]
    classes: tuple[Any, ...]

    def __post_init__(self) -> None:
        if not self.members or not self.classes:
            raise DomainError(
                f"a committee has members and classes, got {len(self.members)} of the first "
                f"and {len(self.classes)} of the second"
            )

    def predict_proba(self, X: Any) -> Floats:
        """Return what each member says: ``float64[M, N, C]``, as ``kl_to_consensus`` takes it.

        BALD and BatchBALD want instances first: ``predict_proba(X).transpose(1, 0, 2)``.

        Raises
        ------
        DomainError
            If what a member says are not distributions over the classes.

        """
        said = [probabilities(member(X), "N, C") for member in self.members]
        for number, table in enumerate(said):
            if table.shape != (len(said[0]), len(self.classes)):
                raise DomainError(
                    f"member {number} returns an array of shape {table.shape}, and "
                    f"{(len(said[0]), len(self.classes))} was expected"
                )
        return np.stack(said)

    def votes(self, X: Any) -> NDArray[np.intp]:
        """Return the likeliest class of each member, the first of several: ``intp[N, M]``."""
        result: NDArray[np.intp] = self.predict_proba(X).argmax(axis=2).T
        return result


def initializations(fit: Fit, X: Any, y: Any, members: int, rng: Rng = None) -> Committee:
    """Return models that differ by the chance of their training alone.

    Parameters
    ----------
    fit
        Trains one on instances, labels and a generator; see :func:`fit_of`.
    X, y
        The labeled instances.
    members
        How many.
    rng
        Seeds the generators, one a member, so a larger committee begins with the smaller one.

    Notes
    -----
    Training that takes no chances returns the same model every time, and no disagreement.

    """
    return _seated([fit] * count(members, "members"), lambda _: (X, y), (X, y), rng)


def bootstrap(fit: Fit, X: Any, y: Any, members: int, rng: Rng = None) -> Committee:
    """Return models of samples drawn from the labeled instances with replacement.

    As :func:`initializations`.  Each class is resampled by itself, so a class keeps its size
    and none is lost: a plain sample misses one of n instances with chance (1 - 1/n)^n, about
    .37, and with it a class that was seen once.
    """
    labels = np.asarray(y)

    def sample(own: np.random.Generator) -> tuple[Any, Any]:
        places = [np.flatnonzero(labels == c) for c in np.unique(labels)]
        chosen = np.concatenate([own.choice(at, len(at)) for at in places])
        return np.asarray(X)[chosen], labels[chosen]

    return _seated([fit] * count(members, "members"), sample, (X, y), rng)


def different_models(fits: Iterable[Fit], X: Any, y: Any, rng: Rng = None) -> Committee:
    """Return one model of each kind, all trained on the same labeled instances."""
    return _seated(list(fits), lambda _: (X, y), (X, y), rng)


def gibbs(space: Any, members: int, rng: Rng = None) -> Committee:
    """Return hypotheses drawn uniformly from a version space, which say 0 or 1 and nothing else.

    Parameters
    ----------
    space
        A version space of which members can be drawn.
    members
        How many, drawn independently.
    rng
        Draws them.

    Raises
    ------
    DomainError
        If no member can be drawn.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> space = Thresholds().version_space().restrict_all([0.25, 0.75], [-1, 1])
    >>> gibbs(space, 3, rng=0).votes([0.1, 0.9]).tolist()
    [[0, 0, 0], [1, 1, 1]]

    """
    if not isinstance(space, Drawable):
        name = type(space).__name__
        raise DomainError(
            f"a committee draws members at random, which {name} cannot; "
            "take a class that can, such as thresholds or circle"
        )
    own = generator(rng)
    drawn: list[Any] = [space.draw(own) for _ in range(count(members, "members"))]
    return Committee(tuple(_sure(hypothesis) for hypothesis in drawn), (-1, 1))


def fit_of(estimator: Any) -> Fit:
    """Return how to train copies of an estimator in scikit-learn's convention.

    Each copy gets its ``random_state``, also of its parts, from the generator.

    Raises
    ------
    DomainError
        If it is no such estimator, or returns no probabilities.

    """
    if isinstance(estimator, type):
        raise DomainError(f"members are copies of an estimator, such as {estimator.__name__}()")
    needs = ("get_params", "set_params", "fit", "predict_proba")
    if missing := [name for name in needs if not callable(getattr(estimator, name, None))]:
        raise DomainError(
            f"{type(estimator).__name__} has no {', no '.join(missing)}: members are classifiers "
            "in scikit-learn's convention that return probabilities, if need be calibrated ones"
        )

    def fit(X: Any, y: Any, rng: np.random.Generator) -> Fitted:
        model = deepcopy(estimator)
        names = [n for n in model.get_params() if n.rpartition("__")[2] == "random_state"]
        model.set_params(**{name: int(rng.integers(2**31)) for name in sorted(names)})
        model.fit(X, y)
        return Fitted(model.predict_proba, tuple(np.asarray(model.classes_).tolist()))

    return fit


def _seated(
    fits: Sequence[Fit],
    sample: Callable[[np.random.Generator], tuple[Any, Any]],
    data: tuple[Any, Any],
    rng: Rng,
) -> Committee:
    """Return one member for each way to fit, each with a generator of its own."""
    X, y = data
    rows, labels = getattr(X, "shape", None) or (len(X),), len(y)  # sparse arrays have no length
    if rows[0] != labels or labels == 0:
        raise DomainError(
            f"a committee is trained on instances with one label each, got {rows[0]} instances "
            f"and {labels} labels"
        )
    classes = tuple(np.unique(np.asarray(y)).tolist())
    fitted = [
        fit(*sample(own), own)
        for fit, own in zip(fits, generator(rng).spawn(len(fits)), strict=True)
    ]
    return Committee(tuple(_aligned(model, classes) for model in fitted), classes)


def _aligned(model: Fitted, classes: tuple[Any, ...]) -> Member:
    """Return a member with the columns of all classes, 0 for those the model never saw."""
    if not set(model.classes) <= set(classes):
        raise DomainError(f"a member speaks of {model.classes}, and the classes are {classes}")
    columns = [classes.index(c) for c in model.classes]

    def member(X: Any) -> Floats:
        said = as_floats(model.predict_proba(X), "probabilities")
        if said.ndim != 2 or said.shape[1] != len(columns):
            raise DomainError(
                f"a member that speaks of {model.classes} returns an array of shape {said.shape}, "
                f"and {len(columns)} columns were expected"
            )
        table = np.zeros((len(said), len(classes)))
        table[:, columns] = said
        return table

    return member


def _sure(hypothesis: Any) -> Member:
    """Return a hypothesis as a member: all its weight on the label it gives."""
    return lambda X: np.eye(2)[(np.asarray(hypothesis.predict(X)) == 1).astype(np.intp)]
