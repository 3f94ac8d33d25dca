"""Searches with somebody in the loop: problems, agents who answer at a price, decisions and regret.

A problem is a finite set of decisions with costs in several criteria; how these weigh against
each other is known to people only.  Agents answer questions about it, sometimes wrongly, and
always at a price.  A search asks what the answers so far leave open, and nothing else.
"""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)
