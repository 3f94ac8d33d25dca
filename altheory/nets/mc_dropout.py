r"""A classifier that keeps dropping units after training: random networks around one.

With H units that may be dropped there are :math:`2^H` networks, and Monte Carlo dropout averages
over some of them.  Where H is small all can be asked,

.. math:: p(y \mid x) = \sum_{m \in \{0, 1\}^H} (1 - p)^{|m|} p^{H - |m|} \, p(y \mid x, m),

which is the oracle that the estimate is tested against.  It is the exact predictive law of *this*
mixture of networks, not of a Bayesian posterior; the two are as close as the variational
approximation of [gal2016]_ is.
"""

from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any, Self, final

import numpy as np
from numpy.typing import NDArray

from altheory.acquisition.committee import Committee
from altheory.errors import BudgetError, DomainError
from altheory.nets._dropping import dropping, kept
from altheory.nets._perceptron import coded, fitted, instances, perceptron, said, train
from altheory.nets._torch import Tensor, nn, torch
from altheory.nets.consistent_dropout import dropout_passes, thinned
from altheory.nets.training import Training
from altheory.numeric.inputs import count, rational
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats

UNITS = 12  # that may be dropped, where all networks are asked


@final
@dataclass(eq=False)
class MCDropoutClassifier:
    """A perceptron with dropout after each hidden layer, by scikit-learn's convention.

    ``fit`` sets what ends with an underscore.  Instances are used as they come: scale features
    to about [0, 1].  ``sklearn.base.clone`` copies it untrained.  It has no ``get_params``: what
    draws is handed to ``fit``, so a search that trains copies by itself could not be repeated.

    Parameters
    ----------
    hidden
        Units of each hidden layer.
    dropout
        The chance p that a unit is dropped, in (0, 1).
    training
        How long and how fast to train.

    Examples
    --------
    >>> X, y = [[0.0], [0.25], [0.75], [1.0]], ["left", "left", "right", "right"]
    >>> model = MCDropoutClassifier(hidden=(8,), dropout=0.25, training=Training(200, rate=0.03))
    >>> model.fit(X, y, rng=0).predict(X).tolist(), model.passes(X, 5, rng=1).shape
    (['left', 'left', 'right', 'right'], (4, 5, 2))

    """

    hidden: tuple[int, ...] = (64, 64)
    dropout: float = 0.5
    training: Training = field(default_factory=Training)

    def __post_init__(self) -> None:
        if not 0 < rational(self.dropout, "the chance of dropout") < 1:
            raise DomainError(f"the chance of dropout lies in (0, 1), got {self.dropout}")
        if not self.hidden:
            raise DomainError("dropout needs a hidden layer, got none")

    def __sklearn_clone__(self) -> Self:
        return replace(self)

    def fit(self, X: Any, y: Any, rng: Rng = None) -> Self:
        """Train on labeled instances, with a mask for each instance and step.

        Parameters
        ----------
        X, y
            Instances ``float64[N, D]`` and their labels.
        rng
            Draws weights, batches and masks; the global generator of torch is not used.

        Raises
        ------
        DomainError
            If the instances are no rows of finite numbers, each with a label.

        """
        own, (data, self.classes_) = generator(rng), coded(X, y)
        network = perceptron(
            data[0].shape[1], self.hidden, len(self.classes_), float(self.dropout), own
        )

        def objective(batch: Tensor, classes: Tensor, _: int) -> Tensor:
            with dropping(network, partial(kept, own)):
                return nn.functional.cross_entropy(network(batch), classes)

        train(network, objective, data, self.training, own)
        self.network_ = network.eval()
        return self

    def predict_proba(self, X: Any) -> Floats:
        """Return what the network without dropout says, ``float64[N, C]``: no mean over masks."""
        return said(fitted(self), X)

    def predict(self, X: Any) -> NDArray[Any]:
        """Return the likeliest class of each instance, the first of several."""
        likeliest = self.predict_proba(X).argmax(axis=1)
        found: NDArray[Any] = self.classes_[likeliest]
        return found

    def passes(self, X: Any, T: int, rng: Rng = None) -> Floats:
        """Return what T thinned networks say, each of all instances: ``float64[N, T, C]``."""
        network = fitted(self)
        return dropout_passes(network, instances(network, X), T, rng)

    def committee(self, members: int, rng: Rng = None) -> Committee:
        """Return thinned networks as a committee, the same ones whenever it is asked."""
        seeds = generator(rng).integers(2**63, size=count(members, "members")).tolist()
        network = fitted(self)
        return Committee(
            tuple(partial(_asked, network, seed) for seed in seeds),
            tuple(self.classes_.tolist()),
        )

    def every_pass(self, X: Any) -> tuple[Floats, Floats]:
        """Return what all networks say, ``float64[N, 2^H, C]``, and the chance of each.

        Computed from the weights, and not by the code that draws passes.

        Raises
        ------
        BudgetError
            If more than ``UNITS`` units may be dropped.

        """
        units = sum(self.hidden)
        if units > UNITS:
            raise BudgetError(
                f"{units} units make 2^{units} networks, and all are asked up to 2^{UNITS}; "
                "estimate with passes"
            )
        p = float(self.dropout)
        masks = (np.arange(2**units)[:, None] >> np.arange(units) & 1).astype(np.float64)
        chances = np.prod(np.where(masks == 1, 1 - p, p), axis=1)
        state: Floats = instances(fitted(self), X)[None]
        start = 0
        for weight, bias in self._weights()[:-1]:
            mask = masks[:, None, start : start + len(bias)]
            state, start = (
                np.maximum(state @ weight.T + bias, 0) * mask / (1 - p),
                start + len(bias),
            )
        weight, bias = self._weights()[-1]
        logits = state @ weight.T + bias
        odds = np.exp(logits - logits.max(axis=2, keepdims=True))
        return (odds / odds.sum(axis=2, keepdims=True)).transpose(1, 0, 2), chances

    def exact_predictive(self, X: Any) -> Floats:
        """Return the mean over all networks, ``float64[N, C]``: what ``passes`` estimates."""
        probs, chances = self.every_pass(X)
        result: Floats = np.einsum("nkc,k->nc", probs, chances)
        return result

    def _weights(self) -> list[tuple[Floats, Floats]]:
        layers = [layer for layer in self.network_ if isinstance(layer, nn.Linear)]
        with torch.no_grad():
            return [(layer.weight.numpy(), layer.bias.numpy()) for layer in layers]


def _asked(network: nn.Module, seed: int, X: Any) -> Floats:
    return thinned(network, instances(network, X), seed)
