"""The rules that every test obeys: seeds by name, one false-alarm budget, fixed profiles.

A test that uses the ``rng`` fixture is random.  It says either what it risks,
``@pytest.mark.statistical(alpha=..., power=...)``, or why any seed will do,
``@pytest.mark.seeded("...")``.  All alphas together stay within the budget of
``altheory.ledger.budget``, so a red run is news.  Slow tests run with ``-m slow``.
More examples: ``--hypothesis-profile=ci`` or ``long``.
"""

import pytest
from hypothesis import HealthCheck, Phase, settings

from altheory.errors import BudgetError
from altheory.ledger.budget import within
from altheory.numeric.seeds import stream

pytest.register_assert_rewrite("altheory.testing.laws")

SLOW_IS_FINE = (HealthCheck.too_slow,)
settings.register_profile(
    "quick",
    derandomize=True,
    max_examples=25,
    deadline=None,
    database=None,
    suppress_health_check=SLOW_IS_FINE,
)
settings.register_profile("ci", settings.get_profile("quick"), max_examples=150)
settings.register_profile("long", settings.get_profile("ci"), derandomize=False, max_examples=2000)
# for killing mutants: that a test fails matters, not how small the example is
settings.register_profile(
    "teeth", settings.get_profile("quick"), max_examples=100, phases=[Phase.generate]
)
settings.load_profile("quick")

ALPHAS = pytest.StashKey[list[float]]()


def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "seeded(reason): uses rng, and holds for every seed")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    alphas = [alpha for item in items for alpha in risk(item)]
    try:
        within(alphas)
    except BudgetError as error:
        raise pytest.UsageError(str(error)) from error
    config.stash[ALPHAS] = alphas
    if not config.option.markexpr:
        slow = [item for item in items if item.get_closest_marker("slow")]
        config.hook.pytest_deselected(items=slow)
        items[:] = [item for item in items if not item.get_closest_marker("slow")]


def risk(item: pytest.Item) -> list[float]:
    """Return the alphas a test spends, refusing a random test that does not say."""
    marks = list(item.iter_markers("statistical"))
    for mark in marks:
        alpha, power = mark.kwargs.get("alpha", 0), mark.kwargs.get("power", 0)
        if not (0 < alpha <= 1e-4 and 0.99 <= power < 1):
            raise pytest.UsageError(f"{item.nodeid}: alpha in (0, 1e-4] and power in [.99, 1)")
    seeded = any(mark.args and mark.args[0] for mark in item.iter_markers("seeded"))
    if "rng" in getattr(item, "fixturenames", ()) and not (marks or seeded):
        raise pytest.UsageError(f"{item.nodeid} uses rng and is neither statistical nor seeded")
    return [mark.kwargs["alpha"] for mark in marks]


@pytest.fixture
def rng(request):
    """The generator that belongs to this test: the same numbers in any order of tests."""
    return stream(0, request.node.nodeid)


@pytest.fixture
def alphas(request):
    """What every collected test spends."""
    return request.config.stash[ALPHAS]
