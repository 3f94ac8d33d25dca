"""Small perceptrons in double precision: drawn, trained and asked, by a given generator alone."""

from collections.abc import Callable, Iterator, Sequence
from itertools import islice
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.nets._torch import Tensor, nn, torch
from altheory.nets.training import Training
from altheory.numeric.inputs import count
from altheory.protocols import Floats

Objective: TypeAlias = Callable[[Tensor, Tensor, int], Any]  # instances, classes, step: a loss


def linear(inputs: int, outputs: int, rng: np.random.Generator) -> nn.Linear:
    """Return a layer with weights uniform within 1/sqrt(inputs), as torch draws them.

    It is made without weights at first: torch would draw those from its global generator.
    """
    without_weights: Any = nn.utils.skip_init
    layer: nn.Linear = without_weights(nn.Linear, inputs, outputs, dtype=torch.float64)
    bound = inputs**-0.5
    with torch.no_grad():
        for weight in layer.parameters():
            weight.copy_(torch.from_numpy(rng.uniform(-bound, bound, tuple(weight.shape))))
    return layer


def perceptron(
    inputs: int, hidden: Sequence[int], outputs: int, dropout: float, rng: np.random.Generator
) -> nn.Sequential:
    """Return linear layers with rectifiers between, each followed by dropout unless that is 0."""
    layers: list[nn.Module] = []
    for units in hidden:
        layers += [linear(inputs, count(units, "hidden units"), rng), nn.ReLU()]
        layers += [nn.Dropout(dropout)] if dropout else []
        inputs = units
    return nn.Sequential(*layers, linear(inputs, outputs, rng))


def train(
    network: nn.Module,
    objective: Objective,
    data: tuple[Tensor, Tensor],
    training: Training,
    rng: np.random.Generator,
) -> None:
    """Lower the objective by Adam, in batches that the generator shuffles."""
    optimizer = torch.optim.Adam(
        network.parameters(), lr=training.rate, weight_decay=training.decay
    )
    batches = _batches(len(data[0]), training.batch, rng)
    for step, chosen in enumerate(islice(batches, training.steps)):
        loss = objective(data[0][chosen], data[1][chosen], step)
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()


def _batches(n: int, size: int, rng: np.random.Generator) -> Iterator[Tensor]:
    """Yield batches forever: each instance once, shuffled, then each again."""
    while True:
        order = rng.permutation(n)
        for start in range(0, n, size):
            yield torch.from_numpy(order[start : start + size])


def said(network: nn.Module, X: Any) -> Floats:
    """Return the probabilities that a perceptron in evaluation mode gives: ``float64[N, C]``."""
    with torch.no_grad():
        rows = torch.from_numpy(instances(network, X))
        result: Floats = network.eval()(rows).softmax(dim=1).numpy()
    return result


def fitted(model: Any) -> Any:
    """Return the network that ``fit`` left, or say that it was not called."""
    network = vars(model).get("network_")
    if network is None:
        raise DomainError(f"{type(model).__name__} is not trained yet; call fit first")
    return network


def instances(network: nn.Module, X: Any) -> Floats:
    """Return instances with as many features as a network was trained on, or refuse them."""
    rows, features = points(X), next(network.parameters()).shape[1]
    if rows.shape[1] != features:
        raise DomainError(
            f"the network was trained on {features} features, got rows of {rows.shape[1]}"
        )
    return rows


def points(X: Any) -> Floats:
    """Return instances as ``float64[N, D]``, or refuse them."""
    try:
        array = np.array(X, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise DomainError(f"instances are rows of numbers, got {X!r:.60}") from error
    if array.ndim != 2 or not array.shape[1] or not np.isfinite(array).all():
        raise DomainError(
            f"instances are finite rows float64[N, D] with D >= 1, got shape {array.shape}"
        )
    return array


def coded(X: Any, y: Any) -> tuple[tuple[Tensor, Tensor], NDArray[Any]]:
    """Return instances and the numbers of their classes as tensors, and the classes."""
    rows, labels = points(X), np.asarray(y)
    if labels.shape != (len(rows),) or len(rows) == 0:
        raise DomainError(
            f"every instance has one label, got {len(rows)} instances and labels of shape "
            f"{labels.shape}"
        )
    classes, codes = np.unique(labels, return_inverse=True)
    return (torch.from_numpy(rows), torch.from_numpy(codes.astype(np.int64))), classes
