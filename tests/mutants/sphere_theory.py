"""Lies about the theory of the sphere."""

from tests.mutants import Mutant

CAL = "tests/theory/test_sphere_cal.py"
SPACE = "tests/theory/test_sphere_version_space.py"
EXACT = "tests/theory/test_sphere_exact.py"
CAPS = "tests/spaces/test_caps.py"

MUTANTS = (
    Mutant(
        "altheory/theory/_sphere_exact.py",
        "return 2 * (2 ** (k + 1) - 1) * fmpq.bernoulli(k + 1) / (k + 1)",
        "return (2 ** (k + 1) - 1) * fmpq.bernoulli(k + 1) / (k + 1)",
        "half of the tangent",
        EXACT + "::test_angles_are_the_taylor_coefficients_of_the_gamma_function",
    ),
    Mutant(
        "altheory/theory/_sphere_exact.py",
        "1 + int(m == 2 * i)",
        "1",
        "the constant of the hyperbolic cosine is lost",
        EXACT + "::test_moments_are_integrals",
    ),
    Mutant(
        "altheory/theory/_sphere_series.py",
        "values.append(harmonic_ball(n) - harmonic_ball(j))",
        "values.append(harmonic_ball(n))",
        "the stream is counted from its first instance",
        CAL + "::test_the_mean_is_the_sum_of_the_chances",
    ),
    Mutant(
        "altheory/theory/_sphere_series.py",
        "arb(math.comb(d - 2, j)) /",
        "arb(1) /",
        "what is left of the stream is too small",
        CAL + "::test_the_mean_is_the_sum_of_the_chances",
    ),
    Mutant(
        "altheory/theory/sphere_cal.py",
        "return 1 if d % 2 else -1",
        "return 0",
        "the first instance is forgotten",
        CAL + "::test_values_found_by_quadrature",
    ),
    Mutant(
        "altheory/theory/sphere_version_space.py",
        "steps = range(d % 2, d - 1, 2)",
        "steps = range(1 - d % 2, d - 1, 2)",
        "the volumes of the other parity",
        SPACE + "::test_below_the_dimension_every_label_is_bought",
    ),
    Mutant(
        "altheory/spaces/caps.py",
        "_beta(r, Fraction(d - 1, 2), HALF) / 2",
        "_beta(r, Fraction(d - 1, 2), HALF)",
        "a cap and its opposite",
        CAPS + "::test_masses_against_integrals",
    ),
    Mutant(
        "altheory/theory/sphere_growth.py",
        "for k in range(min(d, n))",
        "for k in range(min(d + 1, n))",
        "affine separators",
        "tests/theory/test_sphere_growth.py::test_the_circle",
    ),
)
