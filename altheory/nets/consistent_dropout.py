r"""Monte Carlo dropout with consistent masks: a pass is one network, asked about all instances.

Dropout keeps each unit with chance 1 - p and divides what is kept by 1 - p.  Left active after
training it draws a random network [gal2016]_.  Scores of batches need the *joint* law of answers
under that law of networks, so all instances of a pass must share one mask; a mask for each
instance, which is what training mode does, makes even two copies of an instance independent
(claim ``nets/masks-per-instance``).  A pass is named by a seed: the same seed is the same network,
whatever instances and however many are asked about.

Everything else is in evaluation mode.  Training mode would also let batch normalization put the
statistics of the batch in place of those learned, and move the latter (claim
``lectures/train-mode``).
"""

from functools import partial
from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.nets._dropping import dropping, kept
from altheory.nets._torch import Tensor, nn, torch
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats

BATCH = 1024  # instances at a time
ROUNDING = 1e-5  # of the sum of a softmax in single precision


def dropout_passes(network: nn.Module, X: Any, passes: int, rng: Rng = None) -> Floats:
    """Return what random thinned networks say, for :func:`altheory.acquisition.bald` and others.

    Parameters
    ----------
    network
        Any module from instances to logits with ``nn.Dropout`` layers; its modes, its buffers
        and the global generator of torch are as before when this returns.
    X
        The instances: a tensor or an array, N first.
    passes
        How many networks K, drawn independently.
    rng
        Draws the networks.

    Returns
    -------
    ndarray
        Probabilities, ``float64[N, K, C]``.

    Raises
    ------
    DomainError
        If the network has no dropout layer, or one that this does not know how to draw; or if
        it ends in a softmax.

    References
    ----------
    [gal2016]_, [gal2017]_; masks that are shared by all instances of a pass [kirsch2019]_.

    """
    seeds = generator(rng).integers(2**63, size=count(passes, "passes"))
    return np.stack([thinned(network, X, int(seed)) for seed in seeds], axis=1)


def thinned(network: nn.Module, X: Any, seed: int) -> Floats:
    """Return what the network thinned by one seed says of all instances: ``float64[N, C]``."""
    instances = _tensor(X, network)
    said = []
    for start in range(0, max(len(instances), 1), BATCH):
        rng = generator(seed)  # again, so every batch meets the same masks
        with torch.no_grad(), dropping(network, partial(_shared, rng)):
            logits = network(instances[start : start + BATCH])
        said.append(logits.double())
    logits = torch.cat(said)
    if _are_distributions(logits):
        raise DomainError(
            f"{type(network).__name__} returns probabilities already, and passes take a softmax of "
            "logits; leave its last softmax out"
        )
    return logits.softmax(dim=-1).numpy()


def _are_distributions(logits: Tensor) -> bool:
    """Tell whether all rows are what a softmax returns; one row of logits may be by chance."""
    if len(logits) == 0 or bool((logits < 0).any()):
        return False
    return bool(((logits.sum(dim=-1) - 1).abs() < ROUNDING).all())


def _shared(rng: np.random.Generator, shape: tuple[int, ...], p: float) -> Tensor:
    """Return one mask for all instances."""
    return kept(rng, shape[1:], p)


def _tensor(X: Any, network: nn.Module) -> Tensor:
    """Return instances in the precision that the network computes in."""
    precision = next((weight.dtype for weight in network.parameters()), torch.float64)
    given = X if isinstance(X, Tensor) else torch.from_numpy(np.array(X, dtype=np.float64))
    return given.to(precision) if given.is_floating_point() else given
