"""Twenty models of scikit-learn's digits, below five or not: labels bought until one may stop.

The models are fitted to 300 digits; the other 1,497 are the pool.  Labels are bought at random
or, with logged probabilities, where the models that are not excluded differ: in proportion to
the root of the product of both shares.  At delta = .05 (mean of ten runs, standard error), with
a look every ten labels and every 5 %:

=========  ==============  ==============
epsilon    at random       where they differ
=========  ==============  ==============
.05        164 +- 38       106 +- 7
.02        955 +- 186      223 +- 11
=========  ==============  ==============

The models' errors are .021, .029, .036, .036, .043, ...: what is hard is to tell the best few
apart.  At .05 most of the labels exclude bad models, which labels at random do as well.
"""

import numpy as np
import pytest

from altheory.learners.certification import certify

MOST = 4000


@pytest.fixture(scope="module")
def digits():
    """Return the predictions of twenty models on a pool, and its labels."""
    pytest.importorskip("sklearn")
    from sklearn.datasets import load_digits
    from sklearn.ensemble import RandomForestClassifier
    from sklearn.linear_model import LogisticRegression
    from sklearn.naive_bayes import GaussianNB
    from sklearn.neighbors import KNeighborsClassifier
    from sklearn.svm import SVC
    from sklearn.tree import DecisionTreeClassifier

    models = [
        *(LogisticRegression(C=c, max_iter=2000) for c in (0.001, 0.01, 0.1, 1, 10)),
        *(KNeighborsClassifier(k) for k in (1, 3, 7, 15, 40)),
        *(DecisionTreeClassifier(max_depth=d, random_state=0) for d in (1, 2, 4, 8, None)),
        *(SVC(C=c) for c in (0.1, 1, 10)),
        GaussianNB(),
        RandomForestClassifier(50, random_state=0),
    ]
    images, digit = load_digits(return_X_y=True)
    images, ys = images / 16, np.where(digit < 5, 1, -1)
    order = np.random.default_rng(1).permutation(len(ys))
    fitted, pool = order[:300], order[300:]
    said = [model.fit(images[fitted], ys[fitted]).predict(images[pool]) for model in models]
    return np.array(said).T, ys[pool]


def until_it_may_stop(pool, ys, epsilon, rng, *, is_active):
    """Return what is certified when it says stop, and the errors of the models."""
    n = len(ys)
    xs: list[int] = []
    chances: list[float] = []
    q = np.full(n, 1 / n)
    while len(xs) < MOST:
        for x in rng.choice(n, size=max(10, len(xs) // 20), p=q).tolist():
            xs.append(x)
            chances.append(float(q[x]))
        logged = chances if is_active else None
        found = certify(pool, xs, ys[xs], logged, delta=0.05, epsilon=epsilon)
        if found.may_stop:
            break
        if is_active:
            inside = np.setdiff1d(np.arange(pool.shape[1]), found.excluded)
            share = (pool[:, inside] > 0).mean(axis=1)
            q = np.sqrt(share * (1 - share))
            q /= q.sum()
    return found


@pytest.mark.slow
def test_asking_where_models_differ_is_cheaper(digits):
    pool, ys = digits
    error = (pool != ys[:, None]).mean(axis=0)
    taken = {}
    for is_active in (False, True):
        labels = []
        for seed in range(10):
            rng = np.random.default_rng(seed)
            found = until_it_may_stop(pool, ys, 0.02, rng, is_active=is_active)
            assert error[found.best] - error.min() <= found.excess_bound
            assert int(error.argmin()) not in found.excluded
            labels.append(found.labels)
        taken[is_active] = np.mean(labels)
    assert 2 * taken[True] < taken[False]
