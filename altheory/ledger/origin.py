"""Where a claim comes from, written down so that another process finds it again.

A claim holds functions and cannot be sent to a worker; its origin can.  An
origin is a module of this project, a module of a plugin, or a file, and holds
``CLAIM`` or ``CLAIMS``.
"""

import hashlib
import importlib
import importlib.machinery
import importlib.util
import sys
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any, final

from altheory.errors import DomainError, PluginError
from altheory.ledger.claim import Claim
from altheory.ledger.failure import Failure, attempt


@final
@dataclass(frozen=True, slots=True)
class Origin:
    """A module name or the path of a file, and the namespace its keys get."""

    where: str
    namespace: str = ""
    is_file: bool = False

    def key(self, claim: Claim[Any]) -> str:
        """Return the claim's key as the ledger knows it."""
        return f"{self.namespace}:{claim.key}" if self.namespace else claim.key


def claims_of(origin: Origin) -> tuple[Claim[Any], ...]:
    """Return the claims that the origin holds.

    Raises
    ------
    PluginError
        If it does not load, or holds something else.

    """
    if origin.is_file:
        module = attempt(lambda: _run(Path(origin.where)))
    else:
        module = attempt(lambda: importlib.import_module(origin.where))
    if isinstance(module, Failure):
        raise PluginError(f"{origin.where} does not load: {module.text}")
    found = vars(module).get("CLAIMS", vars(module).get("CLAIM"))
    if found is None:
        raise PluginError(f"{origin.where} holds neither CLAIM nor CLAIMS")
    claims = tuple(found) if isinstance(found, tuple | list) else (found,)
    for claim in claims:
        if not isinstance(claim, Claim):
            raise PluginError(f"{origin.where}: a claim is an altheory Claim, got {claim!r:.80}")
    return claims


def locate(origin: Origin, key: str) -> Claim[Any]:
    """Return the claim that the ledger knows as ``key``."""
    for claim in claims_of(origin):
        if origin.key(claim) == key:
            return claim
    raise PluginError(f"{origin.where} no longer holds {key}")


def file_origin(path: Path) -> Origin:
    """Return the origin of a file; its keys are prefixed with the file's name.

    Raises
    ------
    DomainError
        If it cannot be read.

    """
    try:
        path.open("rb").close()
    except OSError as error:
        raise DomainError(f"cannot read {path}: {error.strerror}") from error
    return Origin(str(path.resolve()), path.stem, is_file=True)


def _run(path: Path) -> ModuleType:
    """Execute a file as a module of its own, whatever its suffix."""
    name = f"altheory_claims_{hashlib.sha256(str(path).encode()).hexdigest()[:16]}"
    loader = importlib.machinery.SourceFileLoader(name, str(path))
    spec = importlib.util.spec_from_loader(name, loader)
    if spec is None:
        raise PluginError(f"{path} is no Python module")
    module = importlib.util.module_from_spec(spec)
    sys.modules[name] = module  # dataclasses look their module up while they are made
    try:
        loader.exec_module(module)
    except BaseException:
        del sys.modules[name]
        raise
    return module
