r"""Deep ensembles: perceptrons that differ by where training began, or by what they saw.

Every member descends to a minimum of its own, and where the data do not decide, minima differ.
The spread is that of the training procedure; it is no posterior.
"""

from dataclasses import dataclass, field, replace
from typing import Any, Literal, Self, final

import numpy as np
from numpy.typing import NDArray

from altheory.acquisition.committee import Committee, Fitted, bootstrap, initializations
from altheory.errors import DomainError
from altheory.nets._perceptron import coded, perceptron, said, train
from altheory.nets._torch import Tensor, nn
from altheory.nets.training import Training
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng
from altheory.protocols import Floats

SAMPLES = ("all", "bootstrap")


@final
@dataclass(eq=False)
class DeepEnsemble:
    """Perceptrons that are trained apart and asked together, by scikit-learn's convention.

    ``sklearn.base.clone`` copies it untrained.  It has no ``get_params``: what draws is handed to
    ``fit``, so a search that trains copies by itself could not be repeated.

    Parameters
    ----------
    members
        How many.
    hidden
        Units of each hidden layer.
    sample
        What a member is trained on: ``"all"`` instances, as in [lakshminarayanan2017]_, or a
        ``"bootstrap"`` sample within classes.
    training
        How long and how fast to train.

    Examples
    --------
    >>> X, y = [[0.0], [0.25], [0.75], [1.0]], [0, 0, 1, 1]
    >>> model = DeepEnsemble(members=3, hidden=(8,), training=Training(100, rate=0.03))
    >>> model.fit(X, y, rng=0).predict(X).tolist(), model.passes(X).shape
    ([0, 0, 1, 1], (4, 3, 2))

    """

    members: int = 5
    hidden: tuple[int, ...] = (64, 64)
    sample: Literal["all", "bootstrap"] = "all"
    training: Training = field(default_factory=Training)

    def __post_init__(self) -> None:
        count(self.members, "members")
        if self.sample not in SAMPLES:
            raise DomainError(f"a sample is one of {', '.join(SAMPLES)}, got {self.sample!r}")

    def __sklearn_clone__(self) -> Self:
        return replace(self)

    def fit(self, X: Any, y: Any, rng: Rng = None) -> Self:
        """Train all members; ``rng`` seeds one generator each."""
        seat = initializations if self.sample == "all" else bootstrap
        self.committee_: Committee = seat(self._trained, X, y, self.members, rng)
        self.classes_: NDArray[Any] = np.array(self.committee_.classes)
        return self

    def passes(self, X: Any) -> Floats:
        """Return what each member says: ``float64[N, M, C]``."""
        committee: Committee | None = vars(self).get("committee_")
        if committee is None:
            raise DomainError("DeepEnsemble is not trained yet; call fit first")
        return committee.predict_proba(X).transpose(1, 0, 2)

    def predict_proba(self, X: Any) -> Floats:
        """Return the mean of the members, ``float64[N, C]``."""
        result: Floats = self.passes(X).mean(axis=1)
        return result

    def predict(self, X: Any) -> NDArray[Any]:
        """Return the likeliest class of each instance, the first of several."""
        likeliest = self.predict_proba(X).argmax(axis=1)
        found: NDArray[Any] = self.classes_[likeliest]
        return found

    def _trained(self, X: Any, y: Any, rng: np.random.Generator) -> Fitted:
        data, classes = coded(X, y)
        network = perceptron(data[0].shape[1], self.hidden, len(classes), 0.0, rng)

        def objective(batch: Tensor, codes: Tensor, _: int) -> Tensor:
            return nn.functional.cross_entropy(network(batch), codes)

        train(network, objective, data, self.training, rng)
        return Fitted(lambda new: said(network, new), tuple(classes.tolist()))
