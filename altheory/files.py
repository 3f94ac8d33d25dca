"""Writing files that are either whole or not there.

The content goes into a new file beside the target, which then takes its place in
one step, with the target's permissions.  A symbolic link is followed, not
replaced; a device or a pipe is written into, since there is nothing to keep whole.
"""

import os
import tempfile
from pathlib import Path

from altheory.errors import DomainError


def writable(path: Path) -> Path:
    """Return ``path`` if a file can be made there, or refuse it before any work is done."""
    if path.is_dir():
        raise DomainError(f"cannot write {path}: it is a directory; name a file in it")
    place = path if is_special(path) else Path(os.path.realpath(path)).parent
    if not place.exists():
        raise DomainError(f"cannot write {path}: the directory {path.parent} does not exist")
    if not os.access(place, os.W_OK):
        raise DomainError(f"cannot write {path}: no permission; name another folder")
    return path


def is_special(path: Path) -> bool:
    """Tell whether ``path`` is there and is no regular file: a device or a pipe."""
    return path.exists() and not path.is_file() and not path.is_dir()


def write_whole(path: Path, content: bytes) -> None:
    """Write ``content`` to ``path`` in one step.

    Raises
    ------
    DomainError
        If that fails; what was there before is there still.

    """
    writable(path)
    try:
        if is_special(path):  # not by its real name, which a pipe may not have
            path.write_bytes(content)
        else:
            _replace(Path(os.path.realpath(path)), content)
    except OSError as error:
        raise DomainError(f"cannot write {path}: {error.strerror}") from error


def _replace(target: Path, content: bytes) -> None:
    mode = target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~_umask()
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
        Path(name).chmod(mode)
        Path(name).replace(target)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    """Return the permissions that new files do not get; asking is setting and setting back."""
    mask = os.umask(0)
    os.umask(mask)
    return mask
