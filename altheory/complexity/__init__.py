"""How hard a class is: query trees, star sets, disagreement coefficients.

Every name below is found here, ``altheory.complexity.star_number``, and where it is defined.

Any class, on all of its domain
    ``vc_dimension(of)`` and ``star_number(of)``, where the class knows it.
Any class, on n instances
    ``growth(of, n)``, ``star_number(of, n)``, ``teaching_dimension(of, n)`` and
    ``extended_teaching_dimension(of, n)``, by a closed form or by search.
    ``restricted(of, n)`` and ``restricted_to(of, points)`` make a finite class of it, which
    everything below takes.
A class with balls under its usual law
    ``disagreement_coefficient(mass, r0)`` encloses the coefficient, given the mass of
    disagreement of balls as a function of the radius, ``disagreement_mass(of, center)``.
    On the sphere both are closed forms: ``theta_sphere`` in :mod:`altheory.theory`.
A finite class, by search
    ``optimal_query_tree(of, goal)`` and ``greedy_query_tree(of)``; ``star_set(of)``,
    ``shattered_set(of)``, ``specifying_set(of, labeling)``,
    ``average_teaching_dimension(of)``, each with its witness or certificate;
    ``covering_number(of, radius, law)`` and ``packing_number(of, radius, law)``, bounded on
    the sphere by ``covering_numbers_sphere`` of :mod:`altheory.theory`;
    ``splitting_index(of, epsilon, tau, law)`` and ``splitting_bounds(of, epsilon, tau, law)``;
    ``best_hypothesis`` under noise.
A finite class and unlabeled instances
    ``unlabeled_errors(of, compatibility, law)``, ``pruned_class(of, compatibility, threshold,
    law)``, with ``cut_compatibility(weights)`` for graphs and ``empirical_law(n_points, xs)`` for
    samples, ``pruned_chances(of, compatibility, threshold, n, law)``;
    ``price_of_pruning(of, kept, target, law)``, and ``passive_labels(of, target, epsilon, law)``
    before and after.
"""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)
