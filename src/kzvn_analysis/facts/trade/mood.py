"""Tell a goal, hope or forecast from what has been reached."""

from __future__ import annotations

from ...reading import gated as re
from .line import Line
from .vocabulary import GOALS, GOALS_AFTER, PURPOSE, TO_BECOME


def is_goal(line: Line, last: int, start: int, end: int, published_year: int | None) -> bool:
    """Whether the figure at ``[start, end)`` is a goal; the word nearest before it decides.

    Parameters
    ----------
    line
    last
        Where the clause can begin at the earliest: the end of the figure before.
    start, end
        The figure.
    published_year
        A year after it makes "by 2030" a goal without any other word.
    """
    limit = next((a.start for a in line.dollars if a.start >= end), line.end)
    if _named_after(line, end, limit):
        return True
    goal, reached = _goal_at(line, last, start), line.reached(last, start)
    # "to hit": the same word says what is reached and what is to be.
    return goal >= max(reached, 0) or goal == reached == -1 and _by_later_year(line, end, limit, published_year)


_NOUNS = frozenset({"target", "goal", "objective", "benchmark", "ambition"})
_DIRECT = re.compile(r"[\s-]*(?:(?!(?:against|than|over|above|below|of|to|and|exceed\w*)\b)[\w-]+\s+){0,4}")
_CLAUSE = re.compile(r"(?:(?!\b(?:and|but|while|whereas|then)\b)[^.;:])*")
_BY = re.compile(r"\s*(?:[^.,;]{0,30}\s)?by\s+(?:the\s+(?:end\s+of\s+)?|early\s+|late\s+|year\s+)?(20\d\d)\b")
_GREW = re.compile(
    r"(?:\d\s*%|percent|per\s+cent|times|-?fold|grew|rose|doubled|tripled|increased|jumped|climbed|soared|surged"
    r"|expanded)[^.;]{0,24}\Z"
)
# "surpassed the target of $1 billion"
_MET = re.compile(
    r"(?<!to be )(?<!be )\b(?:surpassed|exceeded|passed|topped|met|achieved|reached|fulfilled|overfulfilled|attained"
    r"|crossed|beaten|overshot)\s+(?:the|its|their|our|this|that)\s+(?:[\w-]+\s+){0,2}\Z"
)
_THAN = re.compile(r"\b(?:than|as)\s+\Z")


def _named_after(line: Line, end: int, limit: int) -> bool:
    """ "$1.5 billion trade target", "$1 billion in the years ahead", "one billion feasible"."""
    found = GOALS_AFTER.find(line.low, end, min(limit, end + 48))
    if not found:
        return False
    start, stop, _ = found[0]
    noun = line.low[start:stop].split()[-1].rstrip("s") in _NOUNS
    return bool((_DIRECT if noun else _CLAUSE).fullmatch(line.low, end, start))


def _goal_at(line: Line, start: int, end: int) -> int:
    """Where the last goal word before `end` ends; -1 if there is none."""
    at = -1
    for first, stop, _ in GOALS.find(line.low, start, end):
        if not _THAN.search(line.low, max(start, first - 6), first) and not line.lead(_MET, first):
            at = stop
    for match in TO_BECOME.finditer(line.low, start, end):
        # "rose 20% to reach $1 billion" tells what was reached.
        if not (match[0].startswith("to ") and _GREW.search(line.low, max(start, match.start() - 48), match.start())):
            at = max(at, match.end())
    return max([at, *(match.end() for match in PURPOSE.finditer(line.low, start, end))])


def _by_later_year(line: Line, end: int, limit: int, published_year: int | None) -> bool:
    match = _BY.match(line.low, end, limit)
    return bool(match and published_year and int(match[1]) > published_year)
