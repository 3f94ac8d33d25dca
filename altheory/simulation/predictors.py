"""Models in scikit-learn's convention, by name and as what a loop asks of them.

A model knows the classes it has seen and no others.  Here its columns are put in the places of all
classes, with 0 for those unseen; and where one class alone has been seen, which most models
refuse, the model is the constant: that class, for sure.
"""

import importlib
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any, Protocol, runtime_checkable

import numpy as np

from altheory.acquisition._tables import probabilities
from altheory.acquisition.committee import Fit, Fitted, fit_of
from altheory.discovery import nearest
from altheory.errors import DomainError, MissingDependencyError
from altheory.protocols import Floats

# The optimizer matters: stopped early, as by lbfgs at 1e-3, probabilities of the digits are off
# by up to .5, and scores are computed from that.  These are within .01 of the optimum.
_MODELS: Mapping[str, tuple[str, str, Mapping[str, Any]]] = MappingProxyType(
    {
        "discriminant": (
            "sklearn.discriminant_analysis",
            "LinearDiscriminantAnalysis",
            {"solver": "lsqr", "shrinkage": 0.5},
        ),
        "forest": ("sklearn.ensemble", "RandomForestClassifier", {"n_estimators": 50}),
        "logistic": (
            "sklearn.linear_model",
            "LogisticRegression",
            {"solver": "newton-cg", "max_iter": 1000},
        ),
        "naive-bayes": ("sklearn.naive_bayes", "GaussianNB", {"var_smoothing": 1e-2}),
    }
)
MODELS = tuple(_MODELS)


@runtime_checkable
class _Model(Protocol):
    def fit(self, X: Any, y: Any, /) -> Any: ...
    def predict_proba(self, X: Any, /) -> Any: ...
    def get_params(self) -> Any: ...
    def set_params(self, **params: Any) -> Any: ...


def model_called(name: str) -> Any:
    """Return the model of scikit-learn that a name stands for, with settings for small samples.

    Raises
    ------
    UnknownNameError
        If no model has the name.
    MissingDependencyError
        Without scikit-learn.

    """
    if name not in _MODELS:
        raise nearest(name, MODELS, "model")
    module, kind, settings = _MODELS[name]
    try:
        found = importlib.import_module(module)
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "nets") from error
    return vars(found)[kind](**settings)


def require_model(model: Any) -> None:
    """Refuse what does not follow the convention."""
    if isinstance(model, type) or not isinstance(model, _Model):
        raise DomainError(
            "a model has fit, predict_proba, get_params and set_params, as those of scikit-learn; "
            f"got {model!r:.60}"
        )


def tolerant_fit(model: Any) -> Fit:
    """Return how to train copies of a model, whatever the number of classes it sees."""
    train = fit_of(model)

    def fit(X: Any, y: Any, rng: np.random.Generator) -> Fitted:
        seen = np.unique(y).tolist()
        if len(seen) > 1:
            return train(X, y, rng)
        return Fitted(lambda xs: np.ones((len(xs), 1)), tuple(seen))

    return fit


def predictor(model: Fitted, n_classes: int) -> Callable[[Floats], Floats]:
    """Return a model's probabilities with a column for each class: ``float64[N, C]``."""
    columns = list(model.classes)

    def predict(X: Floats) -> Floats:
        table = np.zeros((len(X), n_classes))
        if len(X):  # models refuse to speak of nothing
            table[:, columns] = probabilities(model.predict_proba(X), "N, C")
        return table

    return predict
