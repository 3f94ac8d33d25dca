"""The report as JUnit XML, for continuous integration.

A claim is a test case, and so is each of its controls.  A wrong verdict, a
control treated wrongly and a verdict by a check that accepts every twin are
failures; an inconclusive verdict and a broken plugin are errors; what was not run
is skipped, visibly.
"""

import re
from xml.etree import ElementTree as ET

from altheory.ledger.claim import Verdict
from altheory.ledger.records import ClaimRecord, ControlRecord, Report
from altheory.ledger.standing import is_wrong, summary

FORMAT = "junit"


def render(report: Report) -> str:
    """Return the report as one test suite."""
    suite = ET.Element("testsuite", name="altheory check")
    for record in report.claims:
        _claim(suite, record)
        for control in record.controls:
            _control(suite, record, control)
    for key in report.not_run:
        ET.SubElement(_case(suite, key, key, 0.0), "skipped", message="not run")
    for number, problem in enumerate(report.problems, start=1):
        case = _case(suite, "altheory", f"problem {number}", 0.0)
        ET.SubElement(case, "error", message=_clean(problem))
    counts = {tag: len(suite.findall(f"testcase/{tag}")) for tag in ("failure", "error", "skipped")}
    suite.set("tests", str(len(suite)))
    suite.set("failures", str(counts["failure"]))
    suite.set("errors", str(counts["error"]))
    suite.set("skipped", str(counts["skipped"]))
    suite.set("time", f"{report.seconds:.3f}")
    ET.SubElement(suite, "system-out").text = _clean(summary(report))
    ET.indent(suite)
    return ET.tostring(suite, encoding="unicode", xml_declaration=True) + "\n"


def _claim(suite: ET.Element, record: ClaimRecord) -> None:
    case = _case(suite, record.key, record.title, sum(c.seconds for c in record.checks))
    text = f"expected {record.expected.value}, found {record.verdict.value}: {record.reason}"
    if record.verdict is Verdict.INCONCLUSIVE:
        ET.SubElement(case, "error", message=_clean(text))
    elif is_wrong(record):
        ET.SubElement(case, "failure", message=_clean(text))
    elif record.vacuous:
        vacuous = f"'{record.decided_by}' decides, but accepts every false twin as well"
        ET.SubElement(case, "failure", message=_clean(vacuous))
    ET.SubElement(case, "system-out").text = _clean(text)


def _control(suite: ET.Element, record: ClaimRecord, control: ControlRecord) -> None:
    case = _case(suite, record.key, f"{control.kind}: {control.name}", control.seconds)
    if not control.passed:
        ET.SubElement(case, "failure", message=_clean(control.evidence))
    ET.SubElement(case, "system-out").text = _clean(control.evidence)


def _case(suite: ET.Element, key: str, name: str, seconds: float) -> ET.Element:
    attributes = {"classname": _clean(key), "name": _clean(name), "time": f"{seconds:.3f}"}
    return ET.SubElement(suite, "testcase", attributes)


def _clean(text: str) -> str:
    """Drop the control characters that XML cannot hold."""
    return re.sub("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]", "", text)
