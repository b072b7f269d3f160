"""Figures of a sentence that leaves the word "trade" to the one before it."""

from __future__ import annotations

from collections.abc import Sequence

from ...reading import gated as re
from .compared import in_brackets
from .figures import LARGEST, Figure, came_on_top
from .line import Line, Mark
from .mood import is_goal
from .row import Statement
from .when import labelled

_IN = re.compile(r"\W*(?:(?:and\s+)?(?:in|for|over|during)\s+)?(?:the\s+)?")


def opening(line: Line, statements: Sequence[Statement]) -> Figure | None:
    """The figure that a period opens the line with: "In January-March 2025: $91 million (exports – …)"."""
    first = next(iter(line.dollars), None)
    date = next(iter(line.dates), None)
    if not first or not date or any(s.amount is first for s in statements) or first.value > LARGEST:
        return None
    lead = line.unhedged(first.start)
    if not _IN.fullmatch(line.low, line.start, date.start) or not labelled(line, lead):
        return None
    if any(m.start < first.start for m in line.marks):
        return None
    return Figure(first, Mark(line.start, line.start, "pronoun"), False, "figure-in-context")


_YEAR_ON_YEAR = re.compile(
    r"\byear[\s-](?:on|over)[\s-]year\b|\bon-year\b|\bas\s+(?:much|high)\s+as\b|\byear\s+(?:earlier|ago|before)\b"
    r"|\b(?:same|corresponding|similar)\s+(?:\w+\s+){1,3}(?:of\s+)?(?:last\s+year|20\d\d|a\s+year)"
    r"|\bcompared\s+(?:with|to)\b|\blast\s+year\b"
)
# "Hanoi's own data show a mere $462 million"
_DATA_SHOW = re.compile(
    r"\b(?:data|statistics|figures|numbers|customs|count|bureau|books|records|authorities|office|ministry|department)\b"
    r"[^.,;$]{0,32}?(?:,\s+[^.,;$]{3,40},\s+)?\b(?:shows?|showed|puts?|gives?|gave|reports?|reported|records?|recorded|says?|said|speaks?\s+of|talks?\s+of|mentions?|cites?"
    r"|counts?|counted|has|have|registers?|registered)\s+(?:it\s+at\s+)?(?:that\s+it\s+was\s+)?(?:an?\s+|the\s+)?"
    r"(?:(?:mere|much|only|just|total|lower|higher|smaller|larger|far|modest|figure|of)\s+){0,4}\Z"
)
_ALONE = re.compile(
    r"\s*(?:\Z|[,;:.)\]\"”’'–—]|(?:as|by|in|for|until|within|feasible|possible|achievable|realistic|attainable|mark"
    r"|line|threshold|milestone|target|goal|a\s+year|per\s+year|annually|and|or|at|before|over|during|next|this|already|now|soon|is|was"
    r"|to\s+be|with|together|jointly|through|if|when|but|which)\b|an?\s+(?:[\w-]+\s+)?(?:goal|target|aim|objective)\b)"
)
# "our products in 60 items for about $300 million": an offer, no goal of trade
_SO_MANY_GOODS = re.compile(
    r"\b\d+\s+(?:[\w-]+\s+){0,2}(?:items|products|goods|commodities|types|kinds|positions|names)\b"
)
_LEAST_ALONE = 1e8  # a goal that doesn't say "trade" must be of its size


def in_context(line: Line, stated: bool, grew: bool, year: int | None) -> list[Figure]:
    """A goal, or a figure likened to the year before, in a line without any word that could own it."""
    first = line.dollars[0].start if line.dollars else line.end
    if any(m.kind != "pronoun" and m.start < first for m in line.marks) or _SO_MANY_GOODS.search(line.low):
        return []
    mark = Mark(line.start, line.start, "pronoun")
    dollars = [
        a for a in line.dollars if _LEAST_ALONE <= a.value <= LARGEST and _ALONE.match(line.low, a.end, line.end)
    ]
    goals = [a for a in dollars if is_goal(line, line.start, a.start, a.end, year)]
    if goals:
        return [Figure(a, mark, True, "goal-in-context") for a in goals]
    compared = [a for a in line.dollars if in_brackets(line, line.unhedged(a.start))]
    if stated and grew and compared == line.dollars:
        return [Figure(a, mark, False, "compared-figure") for a in compared]
    shown = [a for a in dollars if line.lead(_DATA_SHOW, line.unhedged(a.start), 96)]
    if stated and shown and shown == line.dollars:
        return [Figure(a, mark, False, "figure-in-context") for a in shown]
    added = [a for a in line.dollars if came_on_top(line, a)]
    if stated and added and added == line.dollars:
        return [Figure(a, mark, False, "figure-in-context") for a in added]
    if (
        stated
        and grew
        and len(dollars) == len(line.dollars) == 1
        and _YEAR_ON_YEAR.search(line.low, line.start, line.end)
    ):
        return [Figure(dollars[0], mark, False, "figure-in-context")]
    return []
