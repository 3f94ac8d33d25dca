"""The door through which this room takes torch: it is here, or what to install is said."""

from altheory.errors import MissingDependencyError

try:
    import torch
    from torch import Tensor, nn
except ModuleNotFoundError as error:
    if error.name != "torch":
        raise  # torch is there and lacks something itself
    raise MissingDependencyError("torch", "nets") from error

__all__ = ["Tensor", "nn", "torch"]
