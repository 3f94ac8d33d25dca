"""The ledger's claims: found by discovery, in the project, in plugins and in files.

A claim of the project is one public module of ``proofs_checks`` with one
``CLAIM``.  A plugin is an entry point of the group ``altheory.claims`` that
names a module of claims or a package of such modules; it loads only when its
claims may be wanted, and its keys are written ``<entry point>:<key>``, so they
overwrite nothing.  Whatever does not load becomes a problem of the run and
stops nothing else.
"""

import importlib
import shlex
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import partial
from importlib.metadata import EntryPoint, entry_points
from pathlib import Path
from typing import Any, final

from altheory.discovery import module_names, nearest
from altheory.errors import PluginError, UnknownNameError
from altheory.ledger.claim import Claim
from altheory.ledger.failure import Failure, attempt
from altheory.ledger.origin import Origin, claims_of, file_origin
from altheory.ledger.uses import Graph, faults

CORE = "proofs_checks"
GROUP = "altheory.claims"


@final
@dataclass(frozen=True, slots=True)
class Entry:
    """A claim with the key that the ledger knows it by, and where it was found."""

    key: str
    claim: Claim[Any]
    origin: Origin


@final
@dataclass(frozen=True, slots=True)
class Registry:
    """The claims by key, and what went wrong while they were collected."""

    entries: Mapping[str, Entry]
    problems: tuple[str, ...] = ()

    def __getitem__(self, key: str) -> Entry:
        """Return the claim called ``key``.

        Raises
        ------
        UnknownNameError
            If there is none; claims that speak of it are listed, or else the nearest keys.

        """
        if key in self.entries:
            return self.entries[key]
        told = [entry.key for entry in self.search(key)]
        if told:
            raise UnknownNameError(
                f"no claim is called {key!r}; it is in {len(told)}, such as {', '.join(told[:3])}: "
                f"altheory claims list --search {shlex.quote(key)}"
            )
        if get_close_matches(key, self.entries, cutoff=0.5):
            raise nearest(key, tuple(self.entries), "claim")
        raise UnknownNameError(
            f"no claim is called {key!r}; `altheory claims list` shows every key"
        )

    def search(self, words: str) -> tuple[Entry, ...]:
        """Return the claims in which every word occurs, whatever the case, in the order of keys.

        Searched are the key, the title, what is said plainly, and the source; none if no word
        is given.
        """
        wanted = words.casefold().split()
        told = {key: _told(self.entries[key]) for key in sorted(self.entries) if wanted}
        return tuple(
            self.entries[key] for key, text in told.items() if all(word in text for word in wanted)
        )

    def resolve(self, entry: Entry, key: str) -> str:
        """Return the full key that ``entry`` means by ``key``: its own namespace comes first."""
        own = f"{entry.origin.namespace}:{key}"
        return own if own in self.entries else key

    @property
    def graph(self) -> Graph:
        """The keys that each claim uses."""
        return {
            key: tuple(self.resolve(entry, use) for use in entry.claim.uses)
            for key, entry in self.entries.items()
        }


def _told(entry: Entry) -> str:
    """Return what is searched; no word goes over the end of a line."""
    claim, source = entry.claim, entry.claim.source
    lines = (entry.key, claim.title, claim.plain, source.key, source.locator, source.match)
    return "\n".join(lines).casefold()


def load(
    *, namespaces: Callable[[str], bool] = lambda _: True, files: Iterable[Path] = ()
) -> Registry:
    """Collect the project's claims, the wanted plugins' and the files'.

    Parameters
    ----------
    namespaces
        Which plugins may be wanted, by the name of their entry point.
    files
        Files of claims; one that cannot be read is an error.

    """
    problems: list[str] = []
    origins = [
        *_core(problems),
        *_plugins(namespaces, problems),
        *(file_origin(path) for path in files),
    ]
    entries: dict[str, Entry] = {}
    for entry in _entries(origins, problems):
        if entry.key in entries:
            first = entries[entry.key].origin.where
            problems.append(f"{entry.key} is the key of two claims: {first}, {entry.origin.where}")
        else:
            entries[entry.key] = entry
    registry = Registry(entries, tuple(problems))
    return Registry(entries, (*problems, *faults(registry.graph), *_uncorrected(registry)))


def _entries(origins: Iterable[Origin], problems: list[str]) -> Iterator[Entry]:
    for origin in origins:
        try:
            claims = claims_of(origin)
        except PluginError as error:
            problems.append(str(error))
        else:
            yield from (Entry(origin.key(claim), claim, origin) for claim in claims)


def _core(problems: list[str]) -> list[Origin]:
    names = attempt(lambda: module_names(CORE))
    if isinstance(names, Failure):
        problems.append(f"{CORE} does not load: {names.text}")
        return []
    return [Origin(f"{CORE}.{name}") for name in names]


def _plugins(namespaces: Callable[[str], bool], problems: list[str]) -> Iterator[Origin]:
    for point in sorted(entry_points(group=GROUP), key=lambda point: point.name):
        if namespaces(point.name):
            found = attempt(partial(_modules, point))
            if isinstance(found, Failure):
                problems.append(f"plugin {point.name} ({point.value}) does not load: {found.text}")
            else:
                yield from (Origin(name, point.name) for name in found)


def _modules(point: EntryPoint) -> list[str]:
    """Return the modules that a plugin consists of: itself, or those of its package."""
    if point.attr:
        raise PluginError(f"it must name a module or a package, got {point.value}")
    module = vars(importlib.import_module(point.module))
    own = [point.module] if "CLAIM" in module or "CLAIMS" in module else []
    if "__path__" in module:
        return own + [f"{point.module}.{name}" for name in module_names(point.module)]
    return [point.module]


def _uncorrected(registry: Registry) -> list[str]:
    """Return the complaints about refuted claims whose correction is no claim."""
    return [
        f"{key} names {entry.claim.corrected[1]} as its correction, which is no claim of the ledger"
        for key, entry in registry.entries.items()
        if entry.claim.corrected is not None
        and registry.resolve(entry, entry.claim.corrected[1]) not in registry.entries
    ]
