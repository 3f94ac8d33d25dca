"""How a run stands: what is as expected, what is not, and the exit status.

A verdict is right, or weaker than expected only because tier or method left
checks out (the report says so), or wrong; an inconclusive one is never right.
"""

from collections import Counter
from collections.abc import Mapping

from altheory.ledger.claim import Verdict
from altheory.ledger.records import ClaimRecord, Report
from altheory.ledger.verdicts import falls_short

INTERRUPTED = 130


def is_wrong(record: ClaimRecord) -> bool:
    """Tell whether a verdict contradicts what the claim expects."""
    decided = record.verdict is not Verdict.INCONCLUSIVE
    return decided and record.verdict is not record.expected and not falls_short(record)


def status(report: Report) -> int:
    """Return the exit status: 0 as expected, 1 wrong, 2 undecided or broken, 130 interrupted."""
    if report.interrupted:
        return INTERRUPTED
    if any(is_wrong(r) or r.survivors or r.vacuous for r in report.claims):
        return 1
    undecided = any(record.verdict is Verdict.INCONCLUSIVE for record in report.claims)
    return 2 if undecided or report.problems else 0


def tally(report: Report) -> Mapping[str, int]:
    """Count the claims by verdict, the wrong ones apart and the not run last."""
    verdicts = Counter("wrong" if is_wrong(r) else r.verdict.value for r in report.claims)
    kinds = (*(verdict.value for verdict in Verdict), "wrong")
    return {kind: verdicts[kind] for kind in kinds} | {"not run": len(report.not_run)}


def summary(report: Report) -> str:
    """Return the last line of a report."""
    count = tally(report)
    parts = [
        f"{count['proved']} proved",
        f"{count['enclosed']} enclosed",
        f"{count['supported']} supported (family-wise false alarm {report.false_alarm:.2g})",
        f"{count['refuted']} refuted as expected",
        f"{count['inconclusive']} inconclusive",
        f"{count['not run']} not run",
    ]
    if count["cited"]:
        parts.insert(4, f"{count['cited']} cited")
    if count["wrong"]:
        parts.insert(0, f"{count['wrong']} WRONG")
    line = f"{', '.join(parts)}; {_twins(report)}; {report.seconds:.1f} s"
    return f"interrupted: {line}" if report.interrupted else line


def _twins(report: Report) -> str:
    if not report.with_controls:
        return "twins not run (--controls)"
    twins = [c for record in report.claims for c in record.controls if c.kind == "twin"]
    return f"{sum(twin.passed for twin in twins)} of {len(twins)} twins rejected"
