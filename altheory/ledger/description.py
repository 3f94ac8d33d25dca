"""What the ledger says of a claim before anything is run, as plain JSON data."""

from typing import Any

from altheory.ledger.claim import Check, Source
from altheory.ledger.registry import Entry, Registry


def brief(entry: Entry) -> dict[str, Any]:
    """Return the line of a list."""
    claim = entry.claim
    return {
        "key": entry.key,
        "title": claim.title,
        "plain": claim.plain,
        "source": _source(claim.source),
        "expected": claim.expected.value,
        "relation": claim.relation,
        "methods": sorted({check.method.name.lower() for check in claim.checks}),
        "twins": len(claim.controls),
    }


def describe(registry: Registry, entry: Entry) -> dict[str, Any]:
    """Return everything about a claim that is data."""
    claim = entry.claim
    correction = claim.corrected[1] if claim.corrected is not None else ""
    return {
        "key": entry.key,
        "title": claim.title,
        "plain": claim.plain,
        "statement": claim.statement,
        "relation": claim.relation,
        "assumptions": sorted(claim.assumptions),
        "does_not_say": claim.does_not_say,
        "source": _source(claim.source),
        "expected": claim.expected.value,
        "checks": [_check(check) for check in claim.checks],
        "twins": list(claim.controls),
        "corrected_by": registry.resolve(entry, correction) if correction else "",
        "uses": list(registry.graph[entry.key]),
        "used_by": [key for key, uses in registry.graph.items() if entry.key in uses],
        "found_in": entry.origin.where,
    }


def grounds(registry: Registry, key: str, above: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return why a claim is believed: its checks, its source, and the same for what it uses.

    A claim that rests on itself, or on one that does not exist, says so in place of grounds.
    """
    if key in above:
        return {"key": key, "fault": "rests on itself", "uses": []}
    if key not in registry.entries:
        return {"key": key, "fault": "is no claim of the ledger", "uses": []}
    entry = registry[key]
    return {
        "key": key,
        "expected": entry.claim.expected.value,
        "checks": [_check(check) for check in entry.claim.checks],
        "source": _source(entry.claim.source),
        "uses": [grounds(registry, use, (*above, key)) for use in registry.graph[key]],
    }


def _check(check: Check[Any]) -> dict[str, Any]:
    return {
        "name": check.name,
        "method": check.method.name.lower(),
        "scope": check.scope,
        "tier": check.tier,
        "alpha": check.alpha,
        "power": check.power,
        "discrepancy": check.discrepancy,
    }


def _source(source: Source) -> dict[str, str]:
    return {
        "key": source.key,
        "locator": source.locator,
        "match": source.match,
        "difference": source.difference,
    }
