"""Documents joined by the words they share: sports and finance, with 3 and 2 labels.

Twelve sentences on sports and twelve on finance; an edge weighs as many content words as its
two documents have in common.  Between the topics there are six edges, of weight 1: prices fell
and so did a record, and a club sold its stadium.
"""

import numpy as np

from altheory.graphs.cases.case import Case, labeled_case

SPORTS = (
    "the striker scored a late goal and the home team won the match",
    "the coach praised the team after the match and the long season",
    "a young striker joined the team before the season began",
    "the keeper saved a penalty and the match ended without a goal",
    "the referee gave a penalty after a foul by the keeper",
    "the runner won the final race and broke the record",
    "the record in the final race fell after a strong season",
    "the coach told the runner to rest before the race",
    "the league fined the coach who shouted at the referee",
    "fans filled the stadium for the final of the league",
    "the team will play the league match in a new stadium",
    "fans cheered the goal that decided the league",
)
FINANCE = (
    "the bank raised its interest rate and shares fell",
    "shares of the bank fell after a loss in the third quarter",
    "investors sold shares when profit fell in the quarter",
    "the fund paid investors a dividend from its profit",
    "the central bank kept the interest rate low to slow inflation",
    "inflation rose and bond prices fell in the market",
    "the bond market expects a higher rate of interest",
    "a loss at the fund worried investors in the bond market",
    "analysts expect profit and a higher dividend this quarter",
    "the club sold its stadium to a fund and paid a debt to the bank",
    "the debt of the firm grew as inflation and interest rose",
    "analysts say the market will fall if the debt grows",
)
FUNCTION_WORDS = (
    "a after and as at before by for from if in its of that the this to when who will without"
)
LABELED = (0, 5, 9, 12, 16)  # a match, a race, the fans; shares, the central bank


def documents() -> Case:
    """Return the graph of documents; those on sports are positive.

    Examples
    --------
    >>> case = documents()
    >>> case.truth.sum(), len(case.truth), case.values.tolist()
    (np.int64(12), 24, [1.0, 1.0, 1.0, 0.0, 0.0])
    >>> case.weights[[0], [1]].tolist()  # both have "team" and "match"
    [2.0]

    """
    from scipy.sparse import csr_array

    empty = set(FUNCTION_WORDS.split())
    words = [set(text.split()) - empty for text in (*SPORTS, *FINANCE)]
    shared = np.array([[len(one & other) for other in words] for one in words], dtype=np.float64)
    np.fill_diagonal(shared, 0.0)
    truth = np.repeat([1, 0], (len(SPORTS), len(FINANCE)))
    return labeled_case(None, csr_array(shared), truth, LABELED)
