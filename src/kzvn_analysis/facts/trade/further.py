"""Tell whether a further figure of a sentence belongs to the trade word of the first."""

from __future__ import annotations

from ...reading import gated as re
from .line import Line
from .pair import PAIR
from .when import labelled


def is_further(line: Line, last: int, lead: int) -> bool:
    """Whether a second figure may belong to the trade word of the first.

    "reached $X in 2023 and $Y in 2024", "was $X, then rose to $Y"; not "$X, wheat making $Y".
    """
    if any(m.kind == "block" and last <= m.start and m.end <= lead for m in line.marks):
        return False
    if line.lead(_OTHER_COUNT, lead, 96) or line.lead(_RISE_TO, lead, 40):
        return True
    arrives = line.lead(_ARRIVES, lead, 110)
    if arrives and any(arrives.start() <= p.start < lead and p.country in PAIR for p in line.places):
        return True
    if labelled(line, lead):  # "2022: $645 mln (+8.5%); 2023: $941 mln"
        return True
    between = line.low[last:lead]
    dates = [d for d in line.dates if last <= d.start and d.end <= lead]
    for date in dates:
        told = line.low[date.start : date.end]
        between = between.replace(f"the {told}", " ").replace(told, " ")
    counted_by = False
    for place in line.places:  # "at $879 million by Astana and at $600 million by Hanoi"
        if last <= place.start and place.end <= lead and line.low.startswith("by ", place.start - 3):
            between = between.replace(f"by {line.low[place.start : place.end]}", " ")
            counted_by = True
    between = _SAID.sub(",", _ASIDE.sub(" ", between)).replace("for the first time", "")
    if _BARE.fullmatch(between):
        # "from $398 million to $412 million"
        first = next((a for a in line.dollars if a.end == last), None)
        if first and TO.fullmatch(between) and line.lead(_FROM, line.unhedged(first.start)):
            return True
        return counted_by or bool(dates) or any(0 <= d.start - lead <= 60 for d in line.dates)
    return bool(_THEN.search(between)) and line.reached(last, lead) > 0


# "…; Kazakhstan counts goods by their origin and arrives at more than $600 million"
_ARRIVES = re.compile(r"[;,]\s+[^;$\d]{3,90}?\b(?:arrives?|comes?)\s+(?:at|up\s+with)\s+\Z")
# "…, whereas Vietnamese officials speak of $850 million"
_OTHER_COUNT = re.compile(
    r"\b(?:while|whereas|but|and|although)\s+(?:the\s+)?(?:[\w’'-]+\s+){0,4}?"
    r"(?:officials|statistics|customs|data|figures|side|authorities|sources|ministry|bureau|numbers|count|kazakhstan|viet\s?nam"
    r"|astana|hanoi)\s+"
    r"(?:speaks?\s+of|talks?\s+of|puts?\s+(?:it|them|the\s+(?:figure|total|volume))\s+at|cites?|reports?|shows?|counts?|claims?"
    r"|gives?(?:\s+a\s+figure\s+of)?|estimates?(?:\s+it)?\s+at|mentions?)\s+\Z"
)
# "…, also showing a 12% increase to $100 million in the first half of 2024"
_RISE_TO = re.compile(
    r"\d\s?(?:%|per\s?cent|percent)\s+(?:increase|rise|growth|jump|decrease|drop|decline|fall)\s+to\s+\Z"
)
_THEN = re.compile(
    r"(?:\b(?:and|then|but|it|which|before|until)|,)\s+(?:already\s+|has\s+|had\s+|was\s+|been\s+|then\s+|"
    r"later\s+|[a-z]+ly\s+|in\s+\S+\s+){0,3}"
    r"[a-z]+(?:\s+(?:to|at))?\s*\Z"
)
_SAID = re.compile(r",[^,]{0,48}\b(?:said|says|noted|reported|added|stated|data show|according to[^,]{0,40})\s*,?")
# "from $350 million in 2018, when the ambassador arrived, to …"
_ASIDE = re.compile(
    r"\s*,\s+(?:when|where|which|who|whose|a|an|the|before|after|as|despite|amid|during|at|"
    r"just)\s[^,;:]{2,90},(?=\s)|\([^()]*\)"
)
_BARE = re.compile(r"[\s,;–—-]*(?:in|for|during|by)?[\s,;]*(?:and|to|then|but|up|down)?[\s,]*(?:to|at|in|by|for)?\s*")
_FROM = re.compile(r"\bfrom\s+(?:(?:the|a|an|only|just|mere|a\s+mere)\s+){0,2}\Z")
TO = re.compile(r"\s*,?\s*(?:up\s+|down\s+)?to\s*")
