"""Lies about signs, cones, polygons, regions of the sphere and half spaces."""

from tests.mutants import Mutant

SIGNS = "tests/numeric/test_signs.py"
CONE = "tests/spaces/test_cone.py"
POLYGON = "tests/spaces/test_polygon.py"
REGION = "tests/spaces/test_sphere.py"
CROSSINGS = "tests/spaces/test_crossings.py"
BAND = "tests/spaces/test_band.py"
CONE_LAWS = "tests/spaces/test_cone_laws.py"
WALK = "tests/spaces/test_hit_and_run.py"
CLASS = "tests/hypotheses/test_sphere.py"
FACETS = "tests/spaces/test_facet_cone.py"
TETRAHEDRA = "tests/numeric/test_tetrahedra.py"
INTRINSIC = "tests/spaces/test_intrinsic.py"
LAWS = "tests/spaces/test_sphere_laws.py"

MUTANTS = (
    Mutant(
        "altheory/numeric/signs.py",
        "bound = (xs.shape[1] + 2) * ULP",
        "bound = 0 * ULP",
        "the filter trusts every value",
        SIGNS + "::test_nearly_orthogonal_pairs",
        fast=True,
    ),
    Mutant(
        "altheory/numeric/signs.py",
        "rows = {i: integers(xs[i].tolist())",
        "rows = {i: [round(c) for c in xs[i].tolist()]",
        "exact integers are rounded floats",
        SIGNS + "::test_nearly_orthogonal_pairs",
    ),
    Mutant(
        "altheory/numeric/signs.py",
        "np.ldexp(xs, -exponents[:, np.newaxis])",
        "xs + 0 * exponents[:, np.newaxis]",
        "rows are not scaled, so products overflow",
        SIGNS + "::test_signs_are_those_of_fractions",
    ),
    Mutant(
        "altheory/numeric/signs.py",
        "_clear(value, d * (d + 1) * ULP * size + UNDERFLOW)",
        "_clear(value, 0 * size)",
        "every determinant passes the filter",
        SIGNS + "::test_nearly_singular_matrices",
    ),
    Mutant(
        "altheory/numeric/signs.py",
        "alternating**k * matrices",
        "matrices",
        "determinants are permanents",
        SIGNS + "::test_determinants_are_those_of_fractions",
    ),
    Mutant(
        "altheory/spaces/cone.py",
        "if shared.bit_count() >= fewest and self._is_edge(shared)",
        "if shared.bit_count() >= fewest",
        "any two rays on enough common facets span an edge",
        CONE + "::test_cubes_and_cross_polytopes_in_projection",
    ),
    Mutant(
        "altheory/spaces/cone.py",
        "return self if min(values) >= 0 else",
        "return self if min(values) > 0 else",
        "a normal that touches a ray counts as binding",
        CONE + "::test_a_normal_through_a_corner_cuts_nothing_off",
    ),
    Mutant(
        "altheory/spaces/cone.py",
        "if max(values, default=0) <= 0:",
        "if max(values, default=0) < 0:",
        "a cone without interior is a cone",
        CONE + "::test_degenerate_normals",
    ),
    Mutant(
        "altheory/spaces/cone.py",
        "if f in largest and f not in faces[:i]]",
        "if f not in faces[:i]]",
        "normals that only touch the cone are kept",
        CONE + "::test_degenerate_normals",
    ),
    Mutant(
        "altheory/spaces/cone.py",
        "(*(t | new for t in self.tight), new - 1)",
        "(*(t | new for t in self.tight), 0)",
        "a ray made of a line is on no facet",
        CONE + "::test_rays_are_all_extreme_rays_and_lines_all_that_is_orthogonal",
    ),
    Mutant(
        "altheory/spaces/cone.py",
        "if self.span > 1 else {-1, 1}",
        "if self.span > 0 else {-1, 1}",
        "on a line the origin counts as a direction",
        REGION + "::test_sets_of_measure_zero_are_sets_all_the_same",
    ),
    Mutant(
        "altheory/spaces/cone.py",
        "share = min(along(rest, r) / dot(z, r) for r in self.rays if dot(z, r) > 0)",
        "share = max(along(rest, r) / dot(z, r) for r in self.rays if dot(z, r) > 0)",
        "a combination may leave the cone",
        CONE + "::test_combinations_are_proofs_and_exist_exactly_where_no_member_objects",
    ),
    Mutant(
        "altheory/spaces/polygon.py",
        "if determinant_sign(walk[:3]) < 0:",
        "if determinant_sign(walk[:3]) > 0:",
        "corners go clockwise",
        POLYGON + "::test_corners_go_around_counterclockwise_and_all_are_there",
    ),
    Mutant(
        "altheory/numeric/angles.py",
        "return arb.atan2(arb(volume).sqrt(), below) / (2 * arb.pi())",
        "return arb.atan2(arb(volume).sqrt(), below) / (4 * arb.pi())",
        "a solid angle is half of what it is",
        POLYGON + "::test_the_area_is_that_of_girard_and_the_perimeter_that_of_the_polar_polygon",
    ),
    Mutant(
        "altheory/spaces/_cells.py",
        "is None else s >= 0 for n",
        "is None else s > 0 for n",
        "closed cones are open",
        REGION + "::test_half_spheres_hold_what_is_on_their_side",
    ),
    Mutant(
        "altheory/spaces/_cells.py",
        "answer &= sign_of[n] >= 0",
        "answer &= sign_of[n] > 0",
        "in a batch closed cones are open",
        REGION + "::test_half_spheres_hold_what_is_on_their_side",
    ),
    Mutant(
        "altheory/spaces/sphere.py",
        "return (self - other).is_empty and (other - self).is_empty",
        "return (self - other).is_empty",
        "a part equals the whole",
        REGION + "::test_laws_hold_in_every_dimension",
    ),
    Mutant(
        "altheory/spaces/sphere_laws.py",
        "return Fraction(1) if cone is None else crossing_mass(polar(cone))",
        "return Fraction(0) if cone is None else crossing_mass(polar(cone))",
        "a flat cone covers the sphere",
        REGION + "::test_the_mass_beside_flat_cones_and_half_spheres",
    ),
    Mutant(
        "altheory/spaces/_crossings.py",
        "Fraction(2 * share(rng) - 1)",
        "Fraction(math.cos(math.pi * share(rng)))",
        "crossing angles are uniform",
        CROSSINGS + "::test_poles_of_an_arc_are_uniform_on_two_lunes",
    ),
    Mutant(
        "altheory/spaces/_crossings.py",
        "u = totals[-1] * Fraction(share(rng))",
        "u = totals[0] * Fraction(share(rng))",
        "every circle crosses the first side",
        CROSSINGS + "::test_poles_of_a_polygon_fall_on_parts_by_their_mass",
    ),
    Mutant(
        "altheory/spaces/_crossings.py",
        "return rounded(x, GUARD + math.ceil(1 / totals[-1]).bit_length())",
        "return rounded(x, 4 * GUARD + math.ceil(1 / totals[-1]).bit_length())",
        "directions have more digits than they need",
        CROSSINGS + "::test_a_polygon_shrinks_on_and_on",
    ),
    Mutant(
        "altheory/hypotheses/half_space.py",
        "return primitive(x) if y == 1 else opposite(primitive(x))",
        "return primitive(x)",
        "labels do not matter",
        CLASS + "::test_every_labeling_of_a_few_points_in_every_order",
    ),
    Mutant(
        "altheory/hypotheses/sphere_version_space.py",
        "against = cone.combination(opposite(signed(*pair))) or {}",
        "against = dict.fromkeys(range(len(cone.normals)))",
        "a contradiction names labels that can be spared",
        CLASS + "::test_contradictions_of_every_size",
    ),
    Mutant(
        "altheory/hypotheses/sphere.py",
        "+ Fraction(1, PRIME**i)",
        "+ 0 * Fraction(1, PRIME**i)",
        "a target may have a float on its hyperplane",
        CLASS + "::test_a_target_labels_every_float",
    ),
    Mutant(
        "altheory/spaces/_band.py",
        "if rng.random() < math.cos(phi) ** (len(self.pole) - 2):",
        "if phi is not None:",
        "angles to the middle of a band are uniform",
        BAND + "::test_draws_are_uniform_on_the_band",
    ),
    Mutant(
        "altheory/spaces/_band.py",
        "farthest = max(",
        "farthest = min(",
        "a band is around the nearest ray alone",
        BAND + "::test_all_that_crosses_the_cone_is_in_the_band",
    ),
    Mutant(
        "altheory/spaces/cone_laws.py",
        "if rng.random() ** (2 / 3) * square < least:",
        "if least:",
        "a point of the flat triangle is one of the sphere",
        CONE_LAWS + "::test_the_middle_of_a_triangle_is_met_more_often_than_a_quarter",
    ),
    Mutant(
        "altheory/numeric/tetrahedra.py",
        "(right - i * turned)",
        "(right + i * turned)",
        "sides are as long as their supplements",
        TETRAHEDRA + "::test_chambers_of_reflection_groups",
    ),
    Mutant(
        "altheory/spaces/intrinsic.py",
        "k - len(cone.lines)",
        "k",
        "lines within a cone do not shift its volumes",
        INTRINSIC + "::test_a_line_shifts_the_volumes_and_a_flat_cone_keeps_them",
    ),
    Mutant(
        "altheory/spaces/intrinsic.py",
        "range(2, cone.span + 1, 2)",
        "range(2, 3)",
        "a mass is its arcs alone",
        LAWS + "::test_the_mass_of_disagreement_is_found_in_two_ways",
    ),
    Mutant(
        "altheory/spaces/intrinsic.py",
        "tuple(split(basis, n)[0] for n in cone.normals)",
        "cone.normals",
        "external angles of a flat cone are those around it",
        INTRINSIC + "::test_a_line_shifts_the_volumes_and_a_flat_cone_keeps_them",
    ),
    Mutant(
        "altheory/spaces/_cap.py",
        "Fraction(share(rng) ** (1 / (d - 1)))",
        "Fraction(share(rng))",
        "angles to the pole are uniform",
        LAWS + "::test_draws_of_a_cap_are_uniform",
    ),
    Mutant(
        "altheory/numeric/proportions.py",
        '"a level")) / 2',
        '"a level"))',
        "each end takes the whole risk",
        "tests/numeric/test_proportions.py::test_the_ends_have_half_of_the_risk_and_no_less",
    ),
    Mutant(
        "altheory/spaces/hit_and_run.py",
        "return start + (end - start) * rng.random()",
        "return end * rng.random()",
        "a walk goes forward only",
        WALK + "::test_one_step_along_an_arc_is_uniform",
    ),
    Mutant(
        "altheory/spaces/hit_and_run.py",
        "if rng.random() ** (2 / place.size) * square < least:",
        "if least > 0:",
        "every place of an arc is accepted",
        WALK + "::test_walks_are_calibrated",
    ),
    Mutant(
        "altheory/spaces/_facet_filter.py",
        "enough: Bools = shares[:, self.chosen] >= SAFE * delta[:, np.newaxis] * self.reach",
        "enough: Bools = shares[:, self.chosen] >= 0 * delta[:, np.newaxis]",
        "what least squares leave of an instance counts as nothing",
        FACETS + "::test_every_rung_decides_some",
    ),
    Mutant(
        "altheory/spaces/facet_cone.py",
        "facing = x if toward > 0 else opposite(x)",
        "facing = x",
        "what is exactly on a facet is never opposed",
        FACETS + "::test_fuzz",
    ),
    Mutant(
        "altheory/numeric/cone_projection.py",
        "entering = _steepest(generators, rest)",
        "entering = None if shares else _steepest(generators, rest)",
        "a proposed set of generators is never left",
        "tests/numeric/test_cone_projection.py::test_a_projection_is_the_nearest_point",
    ),
)
