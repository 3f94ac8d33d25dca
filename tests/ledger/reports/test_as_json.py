import dataclasses
import json

import pytest

from altheory.errors import DomainError
from altheory.ledger.records import Report
from altheory.ledger.reports.as_json import load, render, schema
from tests.ledger.reports.cases import EVERYTHING

KINDS = {
    "string": str,
    "integer": int,
    "number": int | float,
    "boolean": bool,
    "array": list,
    "object": dict,
    "null": type(None),
}
READ = {
    *("$ref", "$defs", "$schema", "title", "description", "type", "enum", "const", "anyOf"),
    *("items", "properties", "required", "additionalProperties"),
    *("minimum", "exclusiveMinimum", "exclusiveMaximum"),
}


def follows(value, rule):
    """Decide whether a JSON value follows a schema, for the words of JSON Schema in READ."""
    assert set(rule) <= READ
    if "$ref" in rule:
        return follows(value, schema()["$defs"][rule["$ref"].removeprefix("#/$defs/")])
    if "anyOf" in rule:
        return any(follows(value, option) for option in rule["anyOf"])
    kinds = rule["type"] if isinstance(rule["type"], list) else [rule["type"]]
    if not any(isinstance(value, KINDS[kind]) for kind in kinds):
        return False
    if value not in rule.get("enum", [value]) or value != rule.get("const", value):
        return False
    if isinstance(value, list):
        return all(follows(item, rule["items"]) for item in value)
    if isinstance(value, dict) and "properties" in rule:
        return set(rule["required"]) <= set(value) <= set(rule["properties"]) and all(
            follows(item, rule["properties"][name]) for name, item in value.items()
        )
    return value is None or in_range(value, rule)


def in_range(value, rule):
    if not isinstance(value, int | float):
        return True
    above = value >= rule.get("minimum", value) and value > rule.get("exclusiveMinimum", value - 1)
    return above and value < rule.get("exclusiveMaximum", value + 1)


def document(report=EVERYTHING):
    return json.loads(render(report))


def test_a_report_reads_back_equal():
    again = load(render(EVERYTHING))
    assert again == EVERYTHING
    assert again.seconds == EVERYTHING.seconds
    assert render(again) == render(EVERYTHING)


def test_any_difference_but_time_is_a_difference():
    other = dataclasses.replace(EVERYTHING, seed=EVERYTHING.seed + 1)
    assert load(render(other)) != EVERYTHING
    slower = dataclasses.replace(EVERYTHING, seconds=99.0)
    assert load(render(slower)) == EVERYTHING


def test_a_report_follows_the_shipped_schema():
    assert follows(document(), schema())


def test_the_schema_names_every_field_and_no_other():
    for name, record in (("claim", "claims"), ("check", "checks"), ("control", "controls")):
        assert schema()["$defs"][name]["additionalProperties"] is False
        assert record in json.dumps(schema())
    fields = {field.name for field in dataclasses.fields(Report)} | {"status", "summary"}
    assert set(schema()["required"]) == fields


@pytest.mark.parametrize(
    "spoil",
    [
        lambda d: d.pop("seed"),
        lambda d: d.update(extra=1),
        lambda d: d.update(tier="slow"),
        lambda d: d.update(false_alarm=-1),
        lambda d: d["claims"][0].update(verdict="true"),
        lambda d: d["claims"][0].pop("strength"),
        lambda d: d["claims"][0]["checks"][0].update(method="faith"),
        lambda d: d["claims"][0]["checks"][0].update(alpha=0),
        lambda d: d["claims"][0]["controls"][0].update(passed="yes"),
    ],
)
def test_the_schema_refuses_a_spoiled_report(spoil):
    spoiled = document()
    spoil(spoiled)
    assert not follows(spoiled, schema())


@pytest.mark.parametrize(
    "text",
    [
        "",
        "[]",
        "{}",
        "null",
        '{"schema": "altheory-check-report/0"}',
        '{"schema": "altheory-check-report/1"}',
        render(EVERYTHING).replace('"symbolic"', '"faith"').replace('"exhaustive"', '"faith"'),
        render(EVERYTHING).replace('"refuted"', '"true"'),
    ],
)
def test_what_is_no_report_is_refused_by_name(text):
    with pytest.raises(DomainError, match="report"):
        load(text)
