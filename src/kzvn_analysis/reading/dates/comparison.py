"""Tell a date that a figure is compared with: "against $4 million a year earlier", "the 2007 level"."""

from __future__ import annotations

from .. import gated as re
from .forms import Calendar, Expression, Shift

_OF_PERIOD = (
    r"(?:(?:of|in|for|during|from|recorded\s+in|posted\s+in|registered\s+in)\s+)?(?:the\s+|a\s+|an\s+)?$"
)
_COMPARED = re.compile(
    r"(?:\bcompar(?:ed|ing|es?|able|ison)\s+(?:with|to|against)|\bagainst|\bversus|\bvs\.?|\brelative\s+to"
    r"|(?<!later )(?<!earlier )(?<!sooner )\bthan|\bas\s+opposed\s+to|\bin\s+relation\s+to"
    r"|\b(?:from|above|below|over|on|under|of)\s+the\s+(?:level|figure|total|result|value)s?"
    r"|\b(?:from|to|above|below|over|under|exceed\w*|equal\w*|match\w*|surpass\w*|times|double|half|twice)"
    r"\s+(?:that|those))\s+(?:(?:that|those|it|what)\s+"
    r"|the\s+(?:figure|level|result|value|number|total|amount|volume)s?\s+)?(?:(?:it\s+)?(?:was|were)\s+)?"
    + _OF_PERIOD,
    re.IGNORECASE,
)
_FROM_OVER = re.compile(
    r"\b(?:from|over|on|below|above|upon)\s+(?:(?:that|those)\s+)?" + _OF_PERIOD, re.IGNORECASE
)
_AMOUNT = re.compile(
    r"(?:[\d)%]|\b(?:thousand|million|billion|trillion|mln|bln|mn|bn|percent|per\s+cent|tonnes|tons|dollars|USD))"
    r"\s+(?:in\s+)?(?:the\s+|a\s+)?$",
    re.IGNORECASE,
)
_GROWTH = re.compile(
    r"(?:%|\b(?:per\s*cent|percent|points?|times|\w*fold|up|down|growth|increases?d?|rises?|rose|gains?|declines?d?|drops?|dropped"
    r"|decreases?d?|falls?|fell|jumps?|jumped|surged?|grew|improvement|reduction))\s+(?:over|on|from|upon)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "grew by 12% over nine months of this year": how long it grew, not what it is measured from
_SO_MANY_MONTHS = re.compile(
    r"(?:the\s+)?(?:first\s+)?(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven)\s+months\s+of\s",
    re.IGNORECASE,
)
_LEVEL = re.compile(r"(?:['’]s)?\s+(?:levels?|figures?|results?|totals?)\b", re.IGNORECASE)
_REACH = 60


def is_compared(text: str, sentence_start: int, expression: Expression) -> bool:
    """Whether a figure is compared with the period `expression` names."""
    lead = text[max(sentence_start, expression.start - _REACH) : expression.start]
    form = expression.form
    if _COMPARED.search(lead):
        return True
    if isinstance(form, Calendar):
        # "about 1.5-fold the 2007 level", but not "Last year's figure was a record".
        grown = _GROWTH.search(lead) and not _SO_MANY_MONTHS.match(text, expression.start)
        return bool(grown) or bool(
            _LEVEL.match(text, expression.end) and re.search(r"\bthe\s+$", lead) and len(lead.split()) > 1
        )
    if isinstance(form, Shift) and form.unit == "year" and form.count < 0 and form.base != "object":
        return bool(_FROM_OVER.search(lead) or _AMOUNT.search(lead))
    return False
