"""The report for the eye: one line a claim, then what needs attention, then one last line.

The layout is a pure function of the report and the width, so that the same run
prints the same page; color is added by whoever knows that it can be seen.
"""

import textwrap
from collections.abc import Callable, Iterator
from typing import TypeAlias

from altheory.ledger.claim import Verdict
from altheory.ledger.records import CheckRecord, ClaimRecord, Report
from altheory.ledger.standing import INTERRUPTED, is_wrong, status, summary

FORMAT = "text"

# a style is the name of a color, or "dim", or "bold"
Paint: TypeAlias = Callable[[str, str], str]

_COLORS = {
    Verdict.PROVED: "green",
    Verdict.ENCLOSED: "green",
    Verdict.SUPPORTED: "cyan",
    Verdict.REFUTED: "magenta",
    Verdict.INCONCLUSIVE: "yellow",
    Verdict.CITED: "dim",
}
_VERDICT, _METHOD, _SECONDS, _VALUE = 12, 12, 7, 9
_FURTHER, _MANY = "+", 4


def plain(text: str, style: str) -> str:
    """Return ``text`` without any style."""
    del style
    return text


def render(report: Report, *, width: int = 100, paint: Paint = plain) -> str:
    """Return the report as lines of at most ``width`` columns, except the last."""
    room = width - _VERDICT - _METHOD - _SECONDS - 7
    longest = max((len(record.key) for record in report.claims), default=0)
    key = max(min(longest, room - 2 * _VALUE), len("claim"))
    value = max((room - key) // 2, _VALUE)
    lines = [_heading(key, value, paint)] if report.claims else []
    lines += [_line(record, key, value, paint) for record in report.claims]
    notes = [line for note in _notes(report) for line in _wrapped(note, width)]
    if notes:
        lines += ["", *notes]
    code = status(report)
    color = {0: "green", 1: "red", INTERRUPTED: "yellow"}.get(code, "yellow")
    return "\n".join([*lines, "", paint(summary(report), color)]) + "\n"


def _heading(key: int, value: int, paint: Paint) -> str:
    columns = (
        f"  {'claim':<{key}} {'verdict':<{_VERDICT}} {'method':<{_METHOD}} "
        f"{'computed':<{value}} {'claimed':<{value}} {'seconds':>{_SECONDS}}"
    )
    return paint(columns, "dim")


def _line(record: ClaimRecord, key: int, value: int, paint: Paint) -> str:
    mark = "✗" if is_wrong(record) or record.survivors else _mark(record)
    color = "red" if mark == "✗" else _COLORS[record.verdict]
    check = record.decisive
    method = check.method.name.lower() + _FURTHER * record.partial if check else ""
    return (
        f"{paint(mark, color)} {_fit(record.key, key)} "
        f"{paint(f'{record.verdict.value:<{_VERDICT}}', color)} {method:<{_METHOD}} "
        f"{_values(check, value, paint)} {paint(f'{record.seconds:>{_SECONDS}.2f}', 'dim')}"
    )


def _values(check: CheckRecord | None, width: int, paint: Paint) -> str:
    """Return what was computed beside what was claimed, or the evidence in their place."""
    if check is None or check.computed or check.claimed:
        pair = (check.computed, check.claimed) if check else ("", "")
        return " ".join(_fit(text, width) for text in pair)
    return paint(_fit(check.evidence, 2 * width + 1), "dim")


def _mark(record: ClaimRecord) -> str:
    return "?" if record.verdict is Verdict.INCONCLUSIVE else "✓"


def _fit(text: str, width: int) -> str:
    """Return ``text`` on one line of exactly ``width`` columns, its end left out if need be."""
    line = " ".join(text.split())
    return f"{line:<{width}}" if len(line) <= width else f"{line[: width - 1]}…"


def _notes(report: Report) -> Iterator[str]:
    """Yield a sentence for everything that is not plainly as expected."""
    for record in report.claims:
        yield from _remarks(record)
    if any(record.partial for record in report.claims):
        yield f"{_FURTHER} has further checks, outside this tier or method"
    if report.not_run:
        why = "interrupted" if report.interrupted else "no check in this tier or method"
        yield f"not run ({why}): {_some(report.not_run)}"
    yield from (f"problem: {problem}" for problem in report.problems)


def _some(keys: tuple[str, ...]) -> str:
    """Return the keys, or the first of them if they are many."""
    if len(keys) <= _MANY:
        return ", ".join(keys)
    return f"{', '.join(keys[:_MANY])} and {len(keys) - _MANY} more (named by --format json)"


def _remarks(record: ClaimRecord) -> Iterator[str]:
    key = record.key
    if record.verdict is Verdict.INCONCLUSIVE:
        yield f"{key}: inconclusive, expected {record.expected.value}: {record.reason}"
    elif record.verdict is not record.expected:
        partly = "; checks were left out" if record.partial and not is_wrong(record) else ""
        yield (
            f"{key}: {record.verdict.value}, expected {record.expected.value}{partly}: "
            f"{record.reason}"
        )
    for control in record.survivors:
        fate = "survives" if control.kind == "twin" else "is not accepted as the correction"
        yield f"{key}: '{control.name}' {fate}: {control.evidence}"
    if record.strength is not record.verdict:
        yield f"{key}: only as strong as {record.strength.value}, by what it uses"


def _wrapped(note: str, width: int) -> list[str]:
    return textwrap.wrap(note, width, subsequent_indent="    ", break_on_hyphens=False)
