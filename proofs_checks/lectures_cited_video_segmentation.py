"""Lecture notes: look-ahead on a similarity graph performs well for video segmentation.

Cited only: the experiments of [fathi2011]_ need their videos.  What look-ahead gains on a graph,
and where it asks as uncertainty sampling does, are claims of their own.
"""

from altheory.ledger.claim import Claim, Source, Verdict

CLAIM: Claim[None] = Claim(
    key="lectures/cited/video-segmentation",
    title="Look-ahead on similarity graphs performs well for video segmentation",
    statement=r"\text{fewer labeled frames for the same accuracy of a segmentation}",
    plain=(
        "On graphs of video frames, asking where the expected confidence grows most needs fewer "
        "labels for an equally good segmentation."
    ),
    relation="order",
    does_not_say=(
        "that look-ahead is better than uncertainty sampling on every graph: often they ask the "
        "same"
    ),
    source=Source("fathi2011"),
    expected=Verdict.CITED,
    formula=None,
    checks=(),
    controls={},
)
