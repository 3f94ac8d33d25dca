"""Dropout by a given generator, with everything else in evaluation mode."""

from collections.abc import Callable, Generator
from contextlib import contextmanager
from typing import Any, TypeAlias

import numpy as np

from altheory.errors import DomainError
from altheory.nets._torch import Tensor, nn, torch

Draw: TypeAlias = Callable[[tuple[int, ...], float], Tensor]
CHANNELS = (nn.Dropout1d, nn.Dropout2d, nn.Dropout3d)  # which drop whole channels


@contextmanager
def dropping(network: nn.Module, draw: Draw) -> Generator[None]:
    """Multiply by what is drawn where the network drops out, with all else in evaluation mode.

    ``draw`` receives the shape of what a layer is given, instances first, and the chance p.
    """
    layers = [layer for layer in network.modules() if _drops(layer)]
    if not layers:
        raise DomainError(
            f"{type(network).__name__} has no dropout layer, so all passes are one; "
            "train it with nn.Dropout, or take an ensemble"
        )
    modes = [(layer, layer.training) for layer in network.modules()]

    def hook(layer: nn.Module, given: tuple[Tensor, ...], _: Any) -> Tensor:
        shape = tuple(given[0].shape)
        if isinstance(layer, CHANNELS):
            shape = shape[:2] + (1,) * (len(shape) - 2)
        return given[0] * draw(shape, _chance(layer)).to(given[0])

    hooks = [layer.register_forward_hook(hook) for layer in layers]
    network.eval()
    try:
        yield
    finally:
        for handle in hooks:
            handle.remove()
        for layer, mode in modes:
            layer.training = mode


def kept(rng: np.random.Generator, shape: tuple[int, ...], p: float) -> Tensor:
    """Return 1/(1 - p) with chance 1 - p and else 0, independently for each unit."""
    mask = rng.random(shape) >= p
    return torch.from_numpy(mask / (1 - p) if p < 1 else np.zeros(shape))


def _drops(layer: nn.Module) -> bool:
    if isinstance(layer, nn.AlphaDropout | nn.FeatureAlphaDropout):
        raise DomainError(
            f"{type(layer).__name__} does more than to drop units; passes know nn.Dropout and "
            "its forms for channels"
        )
    inside: Any = getattr(layer, "dropout", 0)  # of attention and recurrent layers
    if isinstance(inside, int | float) and inside > 0:
        raise DomainError(
            f"{type(layer).__name__} drops out inside, with chance {inside}, where passes cannot "
            "draw; give it dropout=0 and put nn.Dropout around it"
        )
    return isinstance(layer, nn.Dropout | nn.Dropout1d | nn.Dropout2d | nn.Dropout3d)


def _chance(layer: nn.Module) -> float:
    chance: Any = layer.p
    return float(chance)
