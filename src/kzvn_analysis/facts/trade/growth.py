"""Find stated growth: a percentage with a direction ("up 18.4%") or a ratio ("doubled")."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ...reading import Amount
from ...reading import gated as re
from .line import Line
from .vocabulary import DIRECTION, GROWTH


@dataclass(frozen=True, slots=True)
class Change:
    """New ÷ old with the span of its number.

    `goal` is whether its own form asks for it ("double trade"), `likened` whether it compares what was
    reached ("double the 2012 level").
    """

    start: int
    end: int
    ratio: float
    goal: bool = False
    likened: bool = False


def find_changes(line: Line) -> Iterator[Change]:
    """The growth statements of a line.  Shares and average yearly rates are none."""
    way: str | None = None
    for amount in line.amounts:
        if amount.unit not in ("%", "x") or amount.high is not None or _averaged(line, amount):
            continue
        if _OTHER_THINGS.match(line.low, amount.end, line.end) or _to_a_count(line, amount):
            continue
        if amount.unit == "x" and _AS_IT_SELLS.match(line.low, amount.end, line.end):
            continue
        # "It increased exports by 20% and imports by 60%": the verb is said once.
        shared = line.lead(_BY, amount.start, 8) or RESPECTIVELY.match(line.low, amount.end, line.end)
        way = _direction(line, amount) or (way if shared else None)
        ratio = _percent(amount, way) if amount.unit == "%" else _times(line, amount, way)
        if ratio:
            word = line.low[amount.start : amount.end]
            likened = _likens(line, amount)
            asked = word in _GOALS and not likened and not line.lead(_DID, amount.start, 40)
            yield Change(amount.start, amount.end, ratio, asked, likened)


def _to_a_count(line: Line, amount: Amount) -> bool:
    """Whether what grew is counted or weighed: "grew 62% to 4.5 million tons"."""
    return any(
        a.unit not in ("USD", "%", "x") and _TO_THIS.fullmatch(line.low, amount.end, line.unhedged(a.start))
        for a in line.amounts
        if a.start >= amount.end
    )


_TO_THIS = re.compile(
    r"\s*(?:,?\s*(?:increase|rise|growth)\s+)?,?\s*to\s+(?:about\s+|nearly\s+|almost\s+|over\s+|more\s+than\s+)?"
)


def _likens(line: Line, amount: Amount) -> bool:
    """Whether "double" compares what was reached, as in "…, nearly double the 2012 level"."""
    if not _LEVEL.match(line.low, amount.end, line.end):
        return False
    return bool(line.lead(_APPOSED, line.unhedged(amount.start)))


# "doubled the number of flights" says nothing of trade.
_OTHER_THINGS = re.compile(
    r"\s+(?:(?:the|their|its|our|his)\s+)?(?:(?:weekly|daily|total|annual)\s+)?(?:number|frequency|count|capacity|fleet|staff"
    r"|workforce|quota|length|size|output|harvest|flights|visits|arrivals|scholarships|seats|efforts?|endeavou?rs)\b"
)
# "imports four times as much as it exports" weighs one direction against the other.
_AS_IT_SELLS = re.compile(
    r"[^.;:,]{0,60}?\b(?:as|than)\s+(?:[\w’']+\s+){0,3}(?:exports?|imports?|sells?|buys?|ships?|purchases|sold|bought"
    r"|exported|imported)\b(?!\s+(?:in|of|a\s+year|last|the\s+year)\b)"
)
_LEVEL = re.compile(
    r"\s+(?:the\s+(?:(?:19|20)\d\d\b|figure|level|amount|volume|value|total|number|result|sum|previous|prior|preceding"
    r"|same|corresponding|year\b|one\b)|that\s+(?:of|for|in|recorded|seen)\b|those\s+of\b|last\s+year|what\s+(?:it|they)\b"
    r"|(?:19|20)\d\d|its\s+(?:level|volume|size|value))"
)
_APPOSED = re.compile(
    r"(?:[,(–—]|\b(?:is|was|were|are|be|or|at|reached|reaching|representing|roughly|than|now|already|almost))\s*\Z"
)


_GOALS = frozenset({"double", "triple", "treble", "quadruple", "quintuple", "redouble"})
# "did double": it has happened, the more emphatically so.
_DID = re.compile(
    r"\bdid\s+(?:(?:indeed|even|also|in\s+fact|actually|almost|nearly|roughly|more\s+than|at\s+least)\s+){0,2}\Z"
)
_REACH = 56
_SIGN_WORD = re.compile(r"[(,]\s*(plus|minus)\s+\Z")
_YEARS = re.compile(r"\b(?:19|20)\d\d\b")
# "increased by $68 million, or 8.3%": the difference between is skipped.
_OR = re.compile(r"(?:,?\s+or|\()\s+(?:by\s+)?\Z|\(\Z")
_MONEY = re.compile(r"(?:us)?\$?\s?\d[\d.,]*\s*(?:million|billion|mln|bln|bn|m)?\b(?:\s+(?:usd|us\s+dollars|dollars))?")
_WAY_BEFORE = re.compile(rf".*\b({GROWTH})\b([^.;:\d$]{{0,32}})\Z", re.IGNORECASE | re.DOTALL)
_STOP = re.compile(r"\b(?:account\w*|mak\w+ up|made up|share|represent\w*|and|of the|of which)\b|\bto\s*\Z")
_MADE_UP = re.compile(r"\b(?:mak(?:e|es|ing)|made|set|took|tak(?:e|es|ing))\s+\Z")
_WAY_AFTER = re.compile(
    r"[\s-]*(?:(?:year[\s-](?:on|over)[\s-]year|on[\s-]year|y[/-]?o[/-]?y|y/y|annual|yearly|sharp|steep"
    r"|slight|modest|nominal|overall"
    rf"|strong|solid|rapid|impressive|net|further)[\s-]+){{0,2}}({GROWTH})\b(?!\s+\d)",
    re.IGNORECASE,
)
_AVERAGE = re.compile(r"\bon average|\baverage\b|\bannualised\b|\bcagr\b")


_EACH_YEAR = re.compile(r"\s+(?:a|per|each|every)\s+(?:year|annum)\b(?!\s+(?:ago|earlier|before|on)|-)|\s+annually\b")


def _averaged(line: Line, amount: Amount) -> bool:
    if _UP_BEFORE.search(line.low, max(line.start, amount.start - 12), amount.start):
        return False  # "up 38.1 percent annually": on the year
    around = line.low[max(line.start, amount.start - 32) : min(line.end, amount.end + 24)]
    return bool(_AVERAGE.search(around) or _EACH_YEAR.match(line.low, amount.end, line.end))


_UP_BEFORE = re.compile(r"\b(?:up|down)\s+\Z")
RESPECTIVELY = re.compile(r",?\s+(?:year[\s-]on[\s-]year,?\s+)?respectively\b")
_BY = re.compile(r"\bby\s+\Z")


def _percent(amount: Amount, way: str | None) -> float | None:
    if way is None or (way == "down" and amount.value >= 100):
        return None
    return round(1 + amount.value / 100 * (1 if way == "up" else -1), 6)


def _times(line: Line, amount: Amount, way: str | None) -> float | None:
    if amount.value <= 0:
        return None
    if amount.value >= 1 and line.low[amount.start : amount.end].rstrip().endswith(("times", "fold", "x")):
        if way == "down":
            return round(1 / amount.value, 6)
        if amount.value == 1:
            return None
    return amount.value


def _direction(line: Line, amount: Amount) -> str | None:
    low = line.low
    if signed := line.lead(_SIGN_WORD, amount.start, 12):
        return "up" if signed[1] == "plus" else "down"
    sign = low[max(line.start, amount.start - 1) : amount.start]
    if sign in ("+", "-", "−", "–") and low[max(line.start, amount.start - 2) : amount.start - 1] in ("", " ", "("):
        return "up" if sign == "+" else "down" if sign != "–" else None
    after = _WAY_AFTER.match(low, amount.end, line.end)
    lead = line.unhedged(amount.start)
    told = _YEARS.compiled().sub("", low[max(line.start, lead - _REACH) : lead])
    if _OR.search(told):
        told = _MONEY.sub("", told)
    before = _WAY_BEFORE.match(told)
    if (
        before
        and not _MADE_UP.search(before[0], 0, before.start(1))
        and not _STOP.search(before[2].replace(" to the", ""))
    ):
        return DIRECTION[" ".join(before[1].lower().split())]
    return DIRECTION[" ".join(after[1].lower().split())] if after else None
