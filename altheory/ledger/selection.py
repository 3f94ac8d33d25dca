"""What to run: which claims, and which of their checks.

A tier includes the shorter ones.  Whatever a choice leaves out is counted in
the report; a choice that names nothing is an error, not an empty success.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fnmatch import fnmatchcase
from typing import Any, final

from altheory.discovery import nearest
from altheory.errors import DomainError, UnknownNameError
from altheory.ledger.claim import Check, Claim, Method, Tier, Verdict
from altheory.ledger.registry import Entry, Registry

TIERS: tuple[Tier, ...] = ("fast", "normal", "long")
VERDICTS = {verdict.value: verdict for verdict in Verdict}
METHODS = {method.name.lower(): method for method in Method}


@final
@dataclass(frozen=True, slots=True)
class Scope:
    """The checks that a run admits: those of a tier and, if given, of one method."""

    tier: Tier = "fast"
    method: Method | None = None

    def checks(self, claim: Claim[Any]) -> tuple[Check[Any], ...]:
        """Return the claim's checks that belong to the run."""
        longest = TIERS.index(self.tier)
        return tuple(
            check
            for check in claim.checks
            if TIERS.index(check.tier) <= longest and self.method in {None, check.method}
        )


def scope(tier: str = "fast", method: str | None = None) -> Scope:
    """Return the scope that the command line names, or refuse it with the nearest names."""
    tiers: dict[str, Tier] = {name: name for name in TIERS}
    if tier not in tiers:
        raise nearest(tier, TIERS, "tier")
    if method is not None and method not in METHODS:
        raise nearest(method, tuple(METHODS), "method")
    return Scope(tiers[tier], METHODS[method] if method is not None else None)


def claims(
    registry: Registry,
    keys: Iterable[str] = (),
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
) -> tuple[Entry, ...]:
    """Return the chosen claims in the order of their keys.

    Parameters
    ----------
    keys
        Exact keys; none means all.
    select, ignore
        Patterns such as ``thresholds/*``; a claim is kept if it matches one of
        the first (if any) and none of the second.

    Raises
    ------
    UnknownNameError
        For a key or a pattern that names no claim.
    DomainError
        If nothing is left.

    """
    chosen = {key: registry[key] for key in keys} or dict(registry.entries)
    for pattern in (*select, *ignore):
        if not any(fnmatchcase(key, pattern) for key in registry.entries):
            raise UnknownNameError(
                f"no claim matches {pattern!r}; `altheory claims list` shows every key"
            )
    kept = [
        chosen[key]
        for key in sorted(chosen)
        if (not select or any(fnmatchcase(key, pattern) for pattern in select))
        and not any(fnmatchcase(key, pattern) for pattern in ignore)
    ]
    if not kept:
        raise DomainError("no claim is left to check; give fewer keys, --select or --ignore")
    return tuple(kept)


def listed(
    registry: Registry, *, select: Sequence[str] = (), verdict: str = "", search: str = ""
) -> tuple[Entry, ...]:
    """Return the claims to be looked at, in the order of their keys: all, or those asked for.

    Parameters
    ----------
    select
        Patterns such as ``thresholds/*``, of which a key matches one.
    verdict
        The verdict that is expected.
    search
        Words that all occur in the key, the title, what is said plainly, or the source.

    Raises
    ------
    UnknownNameError
        For a pattern that matches no claim, or a word that is no verdict.
    DomainError
        If nothing is left.

    """
    if verdict and verdict not in VERDICTS:
        raise nearest(verdict, tuple(VERDICTS), "verdict")
    chosen = claims(registry, select=select) if select else tuple(registry.entries.values())
    told = {entry.key for entry in registry.search(search)}
    kept = [
        entry
        for entry in sorted(chosen, key=lambda entry: entry.key)
        if (not verdict or entry.claim.expected is VERDICTS[verdict])
        and (not search.strip() or entry.key in told)
    ]
    if not kept and (select or verdict or search):
        asked = {"--select": " ".join(select), "--verdict": verdict, "--search": search}
        given = ", ".join(f"{option} {value!r}" for option, value in asked.items() if value)
        raise DomainError(f"no claim goes with {given}; give fewer of them, or other words")
    return tuple(kept)
