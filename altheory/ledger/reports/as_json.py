"""The report as JSON, by the versioned schema shipped in ``altheory/ledger/schema``.

Records are written field by field and read back by their type annotations, so
``load(render(report)) == report`` holds for every field there will ever be.
"""

import enum
import json
import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from importlib.resources import files
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from altheory.errors import DomainError
from altheory.ledger.claim import Method
from altheory.ledger.records import SCHEMA, Report
from altheory.ledger.standing import status, summary

FORMAT = "json"


def render(report: Report) -> str:
    """Return the report as a JSON document."""
    document = {"status": status(report), "summary": summary(report), **_encode(report)}
    return json.dumps(document, indent=2) + "\n"


def load(text: str) -> Report:
    """Return the report that a JSON document holds.

    Raises
    ------
    DomainError
        If it is no report of this version.

    """
    try:
        document = json.loads(text)
        found = document["schema"]
    except (ValueError, TypeError, KeyError) as error:
        raise DomainError(f"no report of `altheory check`: {text:.40}") from error
    if found != SCHEMA:
        raise DomainError(f"the report follows {found}; this altheory reads {SCHEMA}")
    try:
        report: Report = _decode(Report, document)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise DomainError(f"the report does not follow {SCHEMA}: {error!r}") from error
    return report


def schema() -> dict[str, Any]:
    """Return the JSON schema that ``render`` follows."""
    resource = files("altheory.ledger") / "schema" / "check-report.schema.json"
    loaded: dict[str, Any] = json.loads(resource.read_text("utf-8"))
    return loaded


def _encode(value: Any) -> Any:
    if isinstance(value, Method):
        return value.name.lower()
    if isinstance(value, enum.Enum):
        return value.value
    if is_dataclass(value):
        return {field.name: _encode(getattr(value, field.name)) for field in fields(value)}
    if isinstance(value, tuple):
        return [_encode(item) for item in value]
    return value


def _decode(kind: Any, value: Any) -> Any:
    """Read ``value`` as the annotation ``kind`` says."""
    origin = get_origin(kind)
    if origin in {Union, types.UnionType}:
        inner, *_ = (option for option in get_args(kind) if option is not type(None))
        return None if value is None else _decode(inner, value)
    if origin is tuple:
        return tuple(_decode(get_args(kind)[0], item) for item in value)
    if origin is Literal or origin is dict:
        return value
    if isinstance(kind, type) and is_dataclass(kind):
        return _decode_record(kind, value)
    if kind is Method:
        return Method[value.upper()]
    return kind(value)


def _decode_record(kind: type[Any], value: Mapping[str, Any]) -> Any:
    hints = get_type_hints(kind)
    return kind(**{f.name: _decode(hints[f.name], value[f.name]) for f in fields(kind)})
