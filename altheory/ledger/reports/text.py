"""The report for the eye: one line a claim, then what needs attention, then one last line.

The layout is a pure function of the report and the width, so that the same run
prints the same page; color is added by whoever knows that it can be seen.
"""

import textwrap
from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from altheory.ledger.claim import Verdict
from altheory.ledger.records import CheckRecord, ClaimRecord, Report
from altheory.ledger.standing import is_wrong, status, summary

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
_SECONDS, _LEAST = 7, 9
_FURTHER, _MANY = "+", 4


class _Columns(NamedTuple):
    """The widths of the table; ``value`` is that of each of two."""

    key: int
    verdict: int
    method: int
    value: int


def plain(text: str, style: str) -> str:
    """Return ``text`` without any style."""
    del style
    return text


def render(report: Report, *, width: int = 100, paint: Paint = plain) -> str:
    """Return the report as lines of at most ``width`` columns, except the last."""
    columns = _columns(report, width)
    lines = [_heading(columns, paint)] if report.claims else []
    lines += [_line(record, columns, paint) for record in report.claims]
    notes = [line for note in _notes(report) for line in _wrapped(note, width)]
    if notes:
        lines += ["", *notes]
    color = {0: "green", 1: "red"}.get(status(report), "yellow")
    return "\n".join([*lines, "", paint(summary(report), color)]) + "\n"


def _columns(report: Report, width: int) -> _Columns:
    """Give the keys what they need, as far as there is room, and the values the rest."""
    records = report.claims
    verdict = max([len("verdict"), *(len(record.verdict.value) for record in records)])
    method = max([len("method"), *(len(_method(record)) for record in records)])
    room = width - verdict - method - _SECONDS - 7  # a mark and the gaps
    longest = max([len("claim"), *(len(record.key) for record in records)])
    key = min(longest, room - 2 * _LEAST)
    return _Columns(key, verdict, method, (room - key) // 2)


def _heading(columns: _Columns, paint: Paint) -> str:
    key, verdict, method, value = columns
    names = (
        f"  {'claim':<{key}} {'verdict':<{verdict}} {'method':<{method}} "
        f"{'computed':<{value}} {'claimed':<{value}} {'seconds':>{_SECONDS}}"
    )
    return paint(names, "dim")


def _line(record: ClaimRecord, columns: _Columns, paint: Paint) -> str:
    mark = _mark(record)
    color = "red" if mark == "✗" else _COLORS[record.verdict]
    return (
        f"{paint(mark, color)} {_key(record.key, columns.key)} "
        f"{paint(f'{record.verdict.value:<{columns.verdict}}', color)} "
        f"{_method(record):<{columns.method}} {_values(record.decisive, columns.value, paint)} "
        f"{paint(f'{record.seconds:>{_SECONDS}.2f}', 'dim')}"
    )


def _method(record: ClaimRecord) -> str:
    check = record.decisive
    return check.method.name.lower() + _FURTHER * record.partial if check else ""


def _values(check: CheckRecord | None, width: int, paint: Paint) -> str:
    """Return what was computed beside what was claimed, or the evidence in their place."""
    if check is None or check.computed or check.claimed:
        pair = (check.computed, check.claimed) if check else ("", "")
        return " ".join(_fit(text, width) for text in pair)
    return paint(_fit(check.evidence, 2 * width + 1), "dim")


def _mark(record: ClaimRecord) -> str:
    if is_wrong(record) or record.survivors or record.vacuous:
        return "✗"
    return "?" if record.verdict is Verdict.INCONCLUSIVE else "✓"


def _key(key: str, width: int) -> str:
    """Return a key on exactly ``width`` columns; what is left out is its middle.

    Keys share their beginnings and differ at the end.
    """
    if len(key) <= width:
        return f"{key:<{width}}"
    head = (width - 1) // 3
    return f"{key[:head]}…{key[len(key) - (width - 1 - head) :]}"


def _fit(text: str, width: int) -> str:
    """Return ``text`` on one line of exactly ``width`` columns, its end left out if need be."""
    line = " ".join(text.split())
    return f"{line:<{width}}" if len(line) <= width else f"{line[: width - 1]}…"


def _notes(report: Report) -> Iterator[str]:
    """Yield a sentence for everything that is not plainly as expected."""
    for record in report.claims:
        yield from _remarks(record)
    partial = any(record.partial for record in report.claims)
    if partial:
        yield f"{_FURTHER} means: for the scope of the checks that ran; further ones cover the rest"
    if report.not_run:
        why = "interrupted" if report.interrupted else "no check in this tier or method"
        yield f"not run ({why}): {_some(report.not_run)}"
    yield from (f"problem: {problem}" for problem in report.problems)
    if any(record.verdict is Verdict.PROVED and not record.partial for record in report.claims):
        proved = f"proved without {_FURTHER}" if partial else "proved"
        yield f"{proved} means: for the range that the statement names (altheory claims show KEY)"


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
    if record.vacuous:
        yield f"{key}: '{record.decided_by}' decides, but accepts every false twin as well"
    if record.strength is not record.verdict:
        yield f"{key}: only as strong as {record.strength.value}, by what it uses"
    if record.untested:
        claims = f"{len(record.untested)} claim{'s' if len(record.untested) > 1 else ''}"
        yield f"{key}: rests on {claims} that did not run: {_some(record.untested)}"


def _wrapped(note: str, width: int) -> list[str]:
    return textwrap.wrap(note, width, subsequent_indent="    ", break_on_hyphens=False)
