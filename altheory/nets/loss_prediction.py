r"""Learning loss: a module that looks into a classifier and says what it gets wrong.

The module takes the features after every hidden layer, each through a layer of its own, and
predicts one number for each instance.  Losses shrink while the classifier learns, so the numbers
are compared instead of fitted: a batch of B is split into B/2 pairs, and for a pair with losses
:math:`\ell_i, \ell_j`

.. math:: \max\bigl(0,\, \xi - \operatorname{sgn}(\ell_i - \ell_j)
          (\hat\ell_i - \hat\ell_j)\bigr)

is added to the loss of the classifier [yoo2019]_.  Both train jointly; after three fifths of the
time the module's gradient no longer reaches the classifier, which then follows its own loss alone.
Only order is learned: a shift of all predictions costs nothing, and predictions of no loss are
none of a probability of error (claim ``learning-loss/ranking``).  On digits the module is clearly
better than chance, and the entropy of the classifier's own answer is clearly better than the
module: what it costs should be compared with what is there for nothing.
"""

from dataclasses import dataclass, field, replace
from fractions import Fraction
from typing import Any, Self, final

import numpy as np
from numpy.typing import NDArray

from altheory.acquisition._tables import numbers
from altheory.errors import DomainError
from altheory.nets._perceptron import coded, fitted, instances, linear, train
from altheory.nets._torch import Tensor, nn, torch
from altheory.nets.training import Training
from altheory.numeric.inputs import count, positive, rational
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats


@final
class LossNetwork(nn.Module):
    """A perceptron and the module that looks into its hidden layers."""

    def __init__(
        self,
        inputs: int,
        hidden: tuple[int, ...],
        outputs: int,
        width: int,
        rng: np.random.Generator,
    ) -> None:
        super().__init__()
        before = (inputs, *hidden)
        self.layers = nn.ModuleList(
            linear(a, count(b, "hidden units"), rng) for a, b in zip(before, hidden, strict=False)
        )
        self.readout = linear(before[-1], outputs, rng)
        self.looks = nn.ModuleList(linear(units, width, rng) for units in hidden)
        self.guess = linear(width * len(hidden), 1, rng)

    def forward(self, X: Tensor) -> tuple[Tensor, list[Tensor]]:
        """Return logits ``[N, C]`` and the features after each hidden layer."""
        features, state = list[Tensor](), X
        for layer in self.layers:
            state = torch.relu(layer(state))
            features.append(state)
        return self.readout(state), features

    def predicted(self, features: list[Tensor]) -> Tensor:
        """Return the predicted losses ``[N]`` of instances with these features."""
        seen = [torch.relu(look(f)) for look, f in zip(self.looks, features, strict=True)]
        return torch.flatten(self.guess(torch.cat(seen, dim=1)))


@final
@dataclass(eq=False)
class LossPrediction:
    """A perceptron that also predicts its own loss, by scikit-learn's convention.

    ``fit`` sets what ends with an underscore.  ``sklearn.base.clone`` copies it untrained.  It
    has no ``get_params``: what draws is handed to ``fit``, so a search that trains copies by
    itself could not be repeated.

    Parameters
    ----------
    hidden
        Units of each hidden layer of the classifier.
    width
        What the module makes of each layer's features.
    margin
        The gap xi that predictions of a pair should have, above 0.
    weight
        Of the ranking loss beside the classifier's, at least 0.
    joint
        The share of the time in which the module's gradient reaches the classifier.
    training
        How long and how fast to train; batches of an odd size leave the last instance unpaired.

    """

    hidden: tuple[int, ...] = (64, 64)
    width: int = 16
    margin: float = 1.0
    weight: float = 1.0
    joint: float = 0.6
    training: Training = field(default_factory=Training)

    def __post_init__(self) -> None:
        count(self.width, "the width of the module")
        positive(self.margin, "the margin")
        if rational(self.weight, "the weight of the ranking loss") < 0:
            raise DomainError(f"the weight of the ranking loss is at least 0, got {self.weight}")
        if not 0 <= rational(self.joint, "the joint share") <= 1:
            raise DomainError(f"the joint share lies in [0, 1], got {self.joint}")
        if not self.hidden:
            raise DomainError("the module looks at hidden layers, got none")

    def __sklearn_clone__(self) -> Self:
        return replace(self)

    def fit(self, X: Any, y: Any, rng: Rng = None) -> Self:
        """Train classifier and module on labeled instances.

        Parameters
        ----------
        X, y
            Instances ``float64[N, D]``, features about in [0, 1], and their labels.
        rng
            Draws weights and batches; the global generator of torch is not used.

        Raises
        ------
        DomainError
            If the instances are no rows of finite numbers, each with a label.

        """
        own, (data, self.classes_) = generator(rng), coded(X, y)
        sizes = (data[0].shape[1], self.hidden, len(self.classes_), self.width)
        network = LossNetwork(*sizes, own)
        last = Fraction(self.joint) * self.training.steps

        def objective(batch: Tensor, codes: Tensor, step: int) -> Tensor:
            logits, features = network(batch)
            losses = nn.functional.cross_entropy(logits, codes, reduction="none")
            reached = features if step < last else [f.detach() for f in features]
            ranking = ranking_loss(network.predicted(reached), losses.detach(), self.margin)
            return losses.mean() + self.weight * ranking

        train(network, objective, data, self.training, own)
        self.network_ = network
        return self

    def predict_proba(self, X: Any) -> Floats:
        """Return the classifier's probabilities, ``float64[N, C]``."""
        network: LossNetwork = fitted(self)
        with torch.no_grad():
            logits, _ = network(torch.from_numpy(instances(network, X)))
            result: Floats = logits.softmax(dim=1).numpy()
        return result

    def predict(self, X: Any) -> NDArray[Any]:
        """Return the likeliest class of each instance, the first of several."""
        likeliest = self.predict_proba(X).argmax(axis=1)
        found: NDArray[Any] = self.classes_[likeliest]
        return found

    def predicted_loss(self, X: Any) -> Floats:
        """Return a score of each instance, ``float64[N]``: the larger, the sooner asked.

        Its order is meant, and not its size, which has no unit.
        """
        network: LossNetwork = fitted(self)
        with torch.no_grad():
            _, features = network(torch.from_numpy(instances(network, X)))
            result: Floats = network.predicted(features).numpy()
        return result


def ranking_loss(predicted: Tensor, losses: Tensor, margin: float) -> Tensor:
    """Return the mean ranking loss of pairs: the first half of a batch against the second.

    A pair of equal losses has no order to learn and costs nothing.
    """
    pairs = len(losses) // 2
    if pairs == 0:
        return predicted.sum() * 0
    first, second = slice(pairs), slice(pairs, 2 * pairs)
    order = torch.sign(losses[first] - losses[second])
    short = torch.relu(margin - order * (predicted[first] - predicted[second]))
    return (short * order.abs()).mean()


def ranking_accuracy(predicted: Any, losses: Any) -> float:
    """Return the share of pairs with unequal losses that are predicted in their order.

    Equal predictions count one half, so a constant is right half of the time, as is chance.

    Raises
    ------
    DomainError
        If the arrays have different lengths, or all losses are equal.

    Examples
    --------
    >>> ranking_accuracy([1.0, 2.0, 3.0], [0.1, 0.3, 0.2])
    0.6666666666666666

    """
    said, true = numbers(predicted, "predictions"), numbers(losses, "losses")
    if said.ndim != 1 or said.shape != true.shape:
        raise DomainError(f"every loss has one prediction, got shapes {said.shape}, {true.shape}")
    order = np.sign(true[:, None] - true)
    unequal = int(np.count_nonzero(order))
    if unequal == 0:
        raise DomainError("a pair of unequal losses is needed, and all losses are equal")
    agree = (order * np.sign(said[:, None] - said)).sum() / unequal
    return float((1 + agree) / 2)
