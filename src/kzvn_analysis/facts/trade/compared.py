"""Tell a period that a figure is compared with from the one that it covers."""

from __future__ import annotations

from ...reading import DateMention
from ...reading import gated as re
from .line import Line


def is_compared(line: Line, date: DateMention) -> bool:
    """Whether a period is what a figure is compared with, not what it covers."""
    if date.comparison:
        return True
    lead = line.low[max(line.start, date.start - 48) : date.start]
    if _AS_IN.search(lead) and not (_FIGURE_FOR.search(lead) and _IS_TOLD.match(line.low, date.end, line.end)):
        return True
    if date.preposition == "from" and date.precision in ("year", "month") and _MONEY_FROM.search(lead):
        return True
    if date.preposition == "over" and " months" in date.text and "same" not in date.text.lower():
        return False  # "up 12% over the first nine months": how long it grew
    if date.preposition in ("on", "from", "over", "above", "below") and date.precision != "day" and date.kind == "date":
        return bool(_GROWN.search(lead))
    return False


def in_brackets(line: Line, start: int) -> DateMention | None:
    """The date of a figure in brackets: "than in 2022 ($495 million)", "(in 2022: $495 million)"."""
    bracket = line.low.rfind("(", line.start, start)
    if bracket < 0:
        return None
    if line.low[bracket + 1 : start].strip():
        inside = next((d for d in line.dates if bracket < d.start and d.end <= start), None)
        if inside is None or inside.edtf is None or not LABEL.fullmatch(line.low, inside.end, start):
            return None
        return inside if line.low[bracket + 1 : inside.start].strip() in ("", "in", "for") else None
    date = next((d for d in line.dates if 0 <= bracket - d.end <= 1), None)
    return date if date and is_compared(line, date) else None


def compared_label(line: Line, start: int) -> DateMention | None:
    """The period that a figure is labelled with and compared: "more than in May 2022 – $185 million"."""
    for date in line.dates:
        if date.end <= start and date.edtf and LABEL.fullmatch(line.low, date.end, start):
            return date if is_compared(line, date) else None
    return None


def when_it_stood(line: Line, start: int) -> DateMention | None:
    """The date of a figure told by the way: "compared to the same period of 2024, when it stood at $462 million"."""
    if not line.lead(_STOOD, start):
        return None
    for date in reversed(line.dates):
        if date.end <= start and is_compared(line, date):
            return date if _WHEN_IT.fullmatch(line.low, date.end, start) else None
    return None


# "within five years from the 2024 level of $900 million"
LEVEL_OF = re.compile(
    r"\b(?:from|than|above|over|against|on)\s+(?:(?:the|its|their|a)\s+)?(?:[\w’']+\s+){0,3}?(?:level|figure|mark|total|base|volume"
    r"|low|high|value|result)s?\s+of\s+\Z"
)
LABEL = re.compile(r"\s*\)?\s*[-–—:]\s*")
_STOOD = re.compile(
    r"\b(?:stood|was|were|amounted|totall?ed|reached|came|made|equall?ed|hit)\s+(?:only\s+|just\s+)?(?:(?:at|to|up)\s+)?\Z"
)
_WHEN_IT = re.compile(r"\s*,?\s*(?:\(\s*)?(?:when|where|in\s+which)\s+(?:[\w’'-]+\s+){1,6}")
_MONEY_FROM = re.compile(r"(?:\d|\b(?:million|billion|mln|bln|bn|usd|dollars))\s+from\s+(?:the\s+)?\Z")
_AS_IN = re.compile(
    r"\b(?:as\s+(?:much|high|large|big|many)\s+as|as(?!\s+of\b)|than|(?<![,;]\s)(?<!and\s)that\s+of|those\s+of|levels?\s+of|figure\s+(?:for|of))\s+"
    r"(?:(?:it\s+was|that|those)\s+)?(?:in|for|of|during)?\s*(?:the\s+)?\Z|\bcompared\s+(?:with|to)\s+(?:the\s+)?\Z"
)
# "and the figure for the second quarter was …": what the figure covers
_FIGURE_FOR = re.compile(r"(?:\A|[,.;]|\b(?:and|while|but))\s*the\s+figure\s+(?:for|in|of)\s+(?:the\s+)?\Z")
_IS_TOLD = re.compile(
    r"\s+(?:has|have|was|is|were|had|stood|stands|reached|amounted|came|hit|totall?ed|rose|fell|climbed|exceeded|surpassed|will)\b"
)
_GROWN = re.compile(
    r"(?:%|per\s?cent|percent|times|-?fold|third|quarter|half|doubled|tripled|up|down|higher|lower|increase|decrease"
    r"|growth|rise|drop|decline|fall)\s+(?:\w+\s+){0,2}?(?:on|from|over|above|below)\s+(?:the\s+)?\Z"
)
