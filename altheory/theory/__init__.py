"""Closed-form laws of label complexity and lower bounds, one law a file.

Every name below is found here, ``altheory.theory.theta_sphere``, and where it is defined.

Thresholds under a continuous law, in ranks of the instances
    ``cal_expected_queries_thresholds(n, target)``: the labels that CAL buys in n instances;
    ``cal_query_chance_thresholds(k, target)``, ``cal_query_law_thresholds(n)`` and
    ``cal_query_variance_thresholds(n)`` say more, ``cal_expected_queries_to_width(epsilon,
    target)`` stops at a width.  ``expected_width(n, target)`` and ``width_survival(n, w,
    target)`` are of the version space, ``bisection_queries_to_width(epsilon)`` and
    ``qbc_expected_queries_to_width(epsilon)`` of other learners,
    ``midpoint_expected_error(n, target)`` and ``one_sided_sample_size(epsilon, delta)`` of
    passive ones, ``a2_labels_at_most(epsilon, width)`` of A2.
Intervals
    ``cal_expected_queries_interval(n, low, high)``,
    ``cal_query_chance_interval(k, low, high)`` and the price of the empty interval,
    ``empty_interval_queries(epsilon)``.
Separators on the circle
    ``cal_expected_queries_circle(n)``, ``cal_query_law_circle(n)``,
    ``expected_disagreement_circle(n)``, ``cal_expected_queries_to_mass_circle(epsilon)`` and
    ``bisection_queries_circle(epsilon)``.
Homogeneous separators on the sphere, uniform law, any dimension
    How many labels does CAL buy?  ``cal_expected_queries(dimension, n)``, about
    ``cal_constant(dimension)`` times the logarithm of n plus ``cal_offset(dimension)``; in
    batches ``batched_expected_queries_sphere(dimension, ends)``; for the next instance
    ``cal_query_chance_sphere(dimension, k)``.

    What is left after n labels?  ``expected_disagreement_sphere(dimension, n)``,
    ``expected_volume_sphere(dimension, n)``, ``expected_facets_sphere(dimension, n)``,
    ``expected_edges_sphere(dimension, n)``, ``expected_intrinsic_volume(dimension, n, k)``.

    How hard is the class?  ``growth_sphere(dimension, n)``, ``theta_sphere(dimension)`` and
    ``theta_sphere_at(dimension, r0)``, ``covering_numbers_sphere(dimension, radius)``, and
    for every learner ``queries_for_success_sphere(dimension, epsilon, delta)``.
Affine separators, Cauchy law
    ``cal_expected_queries_affine(dimension, n)``, that of the sphere one dimension up.
Finite classes
    ``expected_queries(hypotheses, target, n)``, by all subsets.
Sampling bias on four blocks of the line
    ``four_block_law()`` with ``four_block_labels()``, on which margin sampling is stuck;
    ``four_block_cal(n)``, ``four_block_erm(n)`` and ``four_block_cal_labels(labels)`` say
    where CAL and passive learning are.
Any class
    ``identification_queries(cases)``, ``queries_for_success(delta, ball)``, with noise
    ``two_point_labels(nu, epsilon, delta)``; ``exact_mean`` looks up the law of a simulation.

Searches of finite classes are in :mod:`altheory.complexity`.
"""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)
