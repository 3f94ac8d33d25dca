"""Data to learn from: instances with features, each of one class.

The named ones come with scikit-learn, so nothing is downloaded.
"""

import hashlib
import importlib
from dataclasses import dataclass
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.discovery import nearest
from altheory.errors import DomainError, MissingDependencyError
from altheory.protocols import Floats

BUNDLED = ("breast-cancer", "digits", "iris", "wine")


@final
@dataclass(frozen=True, slots=True, eq=False)
class Dataset:
    """Instances, their classes, and a name.

    Parameters
    ----------
    name
        What it is called.
    X
        Features: ``float64[N, D]``.
    y
        The number of each instance's class, 0 to C - 1: ``intp[N]``.
    classes
        What the C numbers stand for; each class has an instance.
    scaling
        How the features were scaled; empty if they are as they came.

    """

    name: str
    X: Floats
    y: NDArray[np.intp]
    classes: tuple[str, ...]
    scaling: str = ""

    @property
    def sizes(self) -> tuple[int, ...]:
        """How many instances each class has."""
        return tuple(np.bincount(self.y, minlength=len(self.classes)).tolist())

    @property
    def digest(self) -> str:
        """The SHA-256 of the features and classes."""
        content = np.ascontiguousarray(self.X).tobytes() + self.y.astype("<i8").tobytes()
        return hashlib.sha256(content).hexdigest()


def dataset(X: Any, y: Any, name: str = "data", *, scaling: str = "") -> Dataset:
    """Return instances and their classes as data, or refuse them.

    Raises
    ------
    DomainError
        If features are no finite numbers ``[N, D]``, or not every one of N has a class.

    Examples
    --------
    >>> data = dataset([[0.0], [1.0], [2.0]], ["b", "a", "b"])
    >>> data.classes, data.y.tolist(), data.sizes
    (('a', 'b'), [1, 0, 1], (1, 2))

    """
    try:
        features = np.array(X, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise DomainError(f"features are numbers float64[N, D], got {X!r:.60}") from error
    if features.ndim != 2 or 0 in features.shape or not np.isfinite(features).all():
        raise DomainError(f"features are finite float64[N, D], got shape {features.shape}")
    labels = np.asarray(y)
    if labels.shape != features.shape[:1]:
        raise DomainError(
            f"each of {len(features)} instances has one class, got labels of shape {labels.shape}"
        )
    known, numbers = np.unique(labels, return_inverse=True)
    classes = tuple(map(str, known.tolist()))
    return Dataset(name, features, numbers.astype(np.intp), classes, scaling)


def dataset_called(name: str) -> Dataset:
    """Return data that come with scikit-learn, their features scaled.

    Pixels of the digits are divided by 16.  Other features are standardized: each has mean 0 and
    standard deviation 1 over all instances, those that will be tested on included.  That takes
    no labels, so a learner who knows the pool may do the same.

    Raises
    ------
    UnknownNameError
        If there are no data of this name.
    MissingDependencyError
        Without scikit-learn.

    Examples
    --------
    >>> dataset_called("iris").scaling
    'standardized over all 150 instances, without labels'

    """
    if name not in BUNDLED:
        raise nearest(name, BUNDLED, "data set")
    try:
        loaders = importlib.import_module("sklearn.datasets")
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "nets") from error
    X, y = vars(loaders)[f"load_{name.replace('-', '_')}"](return_X_y=True)
    if name == "digits":
        return dataset(X / 16, y, name, scaling="pixels divided by 16")
    scaling = f"standardized over all {len(X)} instances, without labels"
    return dataset((X - X.mean(axis=0)) / X.std(axis=0), y, name, scaling=scaling)
