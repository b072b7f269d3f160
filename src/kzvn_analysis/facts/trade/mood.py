"""Tell a goal, hope or forecast from what has been reached."""

from __future__ import annotations

import re

from .line import Line, reached_at
from .vocabulary import BARE_TO, TARGETS, TARGETS_AFTER, TO_BECOME


def is_goal(line: Line, last: int, start: int, end: int, published_year: int | None) -> bool:
    """Whether the figure at ``[start, end)`` is a goal; the word nearest before it decides.

    Parameters
    ----------
    last
        Where the clause can begin at the earliest: the end of the figure before.
    published_year
        A year after it makes "by 2030" a goal without any other word.
    """
    goal = _goal_at(line, last, start)
    reached = reached_at(line, last, start)
    limit = next((a.start for a in line.amounts if a.start >= end and a.unit == "USD"), line.end)
    after = TARGETS_AFTER.find(line.low, end, min(limit, end + 48))
    if after:
        noun = line.low[after[0][0]:after[0][1]].rsplit(None, 1)[-1].rstrip("s") in _NOUNS
        if (_DIRECT if noun else _CLAUSE).fullmatch(line.low, end, after[0][0]):
            return True
    if goal > reached:
        return True
    if goal < 0 and reached < 0 or goal > 0:
        return goal > 0 and goal > reached or _by_later_year(line, end, limit, published_year)
    return False


_NOUNS = frozenset({"target", "goal", "objective", "benchmark", "ambition"})
_DIRECT = re.compile(r"[\s-]*(?:(?!(?:against|than|over|above|below|of|to|and|exceed\w*)\b)[\w-]+\s+){0,4}")
_CLAUSE = re.compile(r"[^.;:]*")
_BY = re.compile(r"\s*(?:[^.,;]{0,30}\s)?by\s+(?:the\s+(?:end\s+of\s+)?|early\s+|late\s+|year\s+)?(20\d\d)\b")
_GREW = re.compile(
    r"(?:\d\s*%|percent|per cent|times|-?fold|grew|rose|increased|jumped|climbed|soared|surged|expanded)[^.;]{0,24}\Z"
)
_THAN = re.compile(r"\b(?:than|as)\s+\Z")


def _goal_at(line: Line, start: int, end: int) -> int:
    """Where the last goal word before `end` ends; -1 if there is none."""
    at = -1
    for _, stop, _ in TARGETS.find(line.low, start, end):
        if not _THAN.search(line.low, start, stop - 1):
            at = max(at, stop)
    for match in TO_BECOME.finditer(line.low, start, end):
        # "rose 20% to reach $1 billion" tells what was reached.
        if BARE_TO.match(match[0]) and _GREW.search(line.low, start, match.start()):
            continue
        at = max(at, match.end())
    return at


def _by_later_year(line: Line, end: int, limit: int, published_year: int | None) -> bool:
    match = _BY.match(line.low, end, limit)
    return bool(match and published_year and int(match[1]) > published_year)
