"""One report in which everything happens."""

from altheory.ledger.claim import Check, Method, Verdict
from tests.ledger.fakes import claim, exact, explode, false_claim, gullible, random, shy
from tests.ledger.test_runner import report_on

EVERYTHING = report_on(
    claim("line/proved", uses=("line/supported",)),
    claim("line/supported", random(), expected=Verdict.SUPPORTED),
    false_claim("line/refuted", corrected=(2, "line/proved")),
    claim(
        "line/wrong",
        formula=3,
        does_not_say='<that> & "this"',
        assumptions=frozenset({"realizable"}),
    ),
    claim("line/undecided", exact(explode)),
    claim("line/toothless", exact(gullible)),
    claim("line/vacuous", Check(Method.SYMBOLIC, gullible, scope="all"), exact()),
    claim("line/rests", uses=("line/later", "line/proved", "gone")),
    claim("line/partial", exact(gullible), exact(shy, tier="long")),
    claim("line/later", exact(tier="long")),
    problems=["plugin p does not load: ImportError: <no> \x00 such & module"],
    controls=True,
    seed=11,
)
