"""Which of the times of a sentence belongs to a wording: the one that costs least to reach."""

from __future__ import annotations

from ...reading import gated as re
from ...reading.dates import edtf_bounds
from .scene import Scene


def nearest(scene: Scene, start: int, end: int, others: tuple[int, ...]) -> int | None:
    """The position of the time that costs least to reach."""
    text = scene.text
    best: tuple[float, int] | None = None
    for place in scene.dates:
        date = scene.at[place]
        if date.edtf and is_long(date.edtf) or _YEARS_OF.search(text, 0, place):
            continue
        if start <= place < end or place > end and text[end:place] == " of ":  # "his trip to L of D"
            return place
        measured = _measured_from(scene, place, others)
        if measured is not None and (measured == start) != (date.of == "object"):
            if place >= end:
                break  # "made 15 years after the visit of P in D": what follows is that visit's
            continue
        if measured is not None and measured == start:
            return place
        low, high = (end, place) if place > start else (place + 1, start)
        words = _BRACKETS.sub("", text[low:high]).count(" ")
        crossed = abs(scene.clause(place) - scene.clause(start if place < start else end - 1))
        cost = words + 8 * crossed + (1 if place < start else 0)
        if _NOT_ITS.search(text, max(0, place - 30), place) or _OF_TIES.search(text, max(0, place - 60), place):
            cost += 30
        if place > end and _SINCE_OR_SAID.search(text, end, place) or _REPORTED.search(text, max(0, place - 60), place):
            cost += 30
        between = [o for o in others if place < o < start and scene.clause(o) != scene.clause(start)]
        alone = not between and not _STOP.search(text, place, start)
        if alone and place < start and _FRAMES.match(text) and place == text.index("D"):
            cost = min(cost, 10)  # "On D, P, who is in L on a state visit, met …"
        if scene.clause(place) == scene.clause(start) and (
            _RECALLED.search(text, 0, place) or _THEN_ANOTHER.match(text, place)
        ):
            cost += 30
        signed = place < start and _SIGNED_DURING.fullmatch(text, place, start)
        if signed:
            cost = min(cost, 14)  # "signed on D in the presence of … during the visit of P to L"
        if place < start and _MARKS_YEARS.fullmatch(text, place, start):
            continue
        if place > end and _AND_WILL.search(text, end, place):
            cost += 30  # "toured a farm and will return on D"
        if place > end and text.startswith("from ", place - 5) and "/" in (date.edtf or ""):
            cost -= 8  # "left on Monday for visits to L and L from D": the days of the visits
        if place > end and _WHICH_WAS.fullmatch(text, end, place):
            cost = min(cost, 3)  # "the consultation between the ministries, which was held in L on D"
        if place > end and _IN_RETURN.search(text, end, place):
            cost += 30  # "P's visit reciprocates that of P in D"
        if text[low:high].count("D") and place > end:
            cost += 3
        if place > end and _SAYS.search(text, 0, start) and _THAT.search(text, end, place):
            cost += 30  # "said during the session that trade is to double by D"
        if place < start and _AIMED_AT.search(text, 0, place):
            cost += 30  # "agreed to raise trade to $1 billion by D at the ninth session"
        if place < start and any(o < place for o in others) and not _OPENS_CLAUSE.search(text[:place]):
            cost += 25  # "the visits of X in D and the trip of Y": the time closes what stands before it
        if (
            place < start
            and re.search(r"\b(?:in|on) $", text[:place])
            and re.match("D[,)]", text[place:])
            and any(o < place and scene.clause(o) == scene.clause(place) for o in others)
        ):
            cost += 15  # "who came in D, said": the time closes what it belongs to
        for other in others:
            between = other != measured and not start <= other < end and min(start, place) < other < max(end, place)
            if between and not _SIDELINES.search(text, start, other):
                cost += 10
        if place < start and _SCHEDULE_FOR.search(text, 0, place) and text.startswith("D, including ", place):
            cost = 1
        if place >= end and _NEXT_CLAUSE.search(text, 0, place):
            cost += 25  # "arrived on a visit, and D they met again"
        if cost <= _FAR and (best is None or cost < best[0]):
            best = (cost, place)
    return _more_exactly(scene, best[1]) if best else None


def _more_exactly(scene: Scene, place: int) -> int:
    """Of "two weeks ago, on D" the day."""
    return place


_SIDELINES = re.compile(r"\bon the (?:sidelines?|margins?|fringes?) of [^;.]*$")  # the same time
_BRACKETS = re.compile(r" \([^()]{1,40}\)")
_SAYS = re.compile(
    r"\b(?:said|told|noted|stated|stressed|announced|reported) (?:(?:at|during|in|on) (?:the )?[^.;:P]{0,60})?$"
)
_THAT = re.compile(r"\bthat [^.;]{10,}$")
_NOT_ITS = re.compile(
    r"\b(?:since|signed|founded|created|formed|established|set up|dated|launched|in force|force on|force "
    r"in|effect|inked|issued|opened|(?<!eve )(?<!evening )(?<!morning )(?<!afternoon )(?<!night )of|than|"
    r"reported|wrote|said|by the end of|until) (?:back )?(?:on |in |early |late )?$"
)
# "his first trip since he took over in D"; "the visit is an honour, said the ministry on D"
_SINCE_OR_SAID = re.compile(
    r"\bsince (?:(?! from $)[^.;]){1,80}$"
    r"|\b(?:said|noted|stressed|stated|recalled|highlighted|emphasi[sz]ed|pointed out|added|underlined) that "
    r"[^.;]{10,}$"
    r"|,? \b(?:said|reported|announced|told|wrote|stated|informed|noted) [^.;,]{0,80}\bon $"
)
_REPORTED = re.compile(
    r"\b(?:article|report|story|item|piece|interview|statement|release|announcement)\b[^.;,D]{0,30} (?:on )?$"
)
# "the ties forged D, in D"
_OF_TIES = re.compile(
    r"\b(?:ties|relations|links|friendship|partnership)\b(?! on D)[^.;:P]{0,40}"
    r"\b(?:forged|formed|begun|began|established|set up|opened|dating|dates?|built|launched|restored)\b[^.;:P]{0,20}$"
)
# "the 75th anniversary of diplomatic relations (1950 – 2025)"
_YEARS_OF = re.compile(
    r"\b(?:anniversary|ties|relations|relationship|friendship)\b[^.;:()DP]{0,40} ?\((?:D ?[-–—] ?)?$"
)
_RECALLED = re.compile(r"\b(?:recall|remember|mention|commemorat|mark)\w* (?:the )?$")
# "D marks one year since the visit of P"
_MARKS_YEARS = re.compile(
    r"D,? (?:marks?|marked|is|was) (?:exactly )?(?:a|one|\d{1,2}) years? (?:since|after|from) (?:the |his "
    r"|her )?"
)
_AIMED_AT = re.compile(
    r"\b(?:targets?|goals?|aims?|trade|turnover|doubl(?:e|ing)|[mb]illion|figure|volume)\b[^.;:D]{0,60}\b(?:by|for|until|before)"
    r"(?: the end of| the year)? $"
)
_AND_WILL = re.compile(r"\band (?:will|is to|are to|plans to|is due to|is expected to|is scheduled to) ")
_WHICH_WAS = re.compile(
    r"[^.;:D]{0,140}?, which (?:(?:was|is being|will be|is to be) (?:held|convened|opened)|opened|opens|began|started"
    r"|is (?:now )?(?:planned|scheduled|slated|expected|set|due)|kicked off|took place)(?: in (?:the )?L)?,? "
    r"(?:(?:on|for|in) )?(?:the )?"
)
_IN_RETURN = re.compile(
    r"\b(?:reciprocat\w+|returns|in return for|in response to|comes after|follows)\b[^.;]{0,60}\b(?:visit|trip)\b"
)
_STOP = re.compile(r"[;:](?!\d)")
_FRAMES = re.compile(
    r"(?:(?:earlier|later|also)?,? ?(?:on|in|at) )?(?:the )?(?:(?:morning|afternoon|evening) of )?D,? "
)
_SIGNED_DURING = re.compile(
    r"D(?:(?!\b(?:was|were|is|are|has|had|have|will|said|discuss\w*|agreed|noted)\b)[^D;:]){0,120}?"
    r"\b(?:during|as part of|within|in the (?:framework|course) of|on the occasion of) (?:the |his |her |a |an |P's )*"
)
_OPENS_CLAUSE = re.compile(
    r"(?:[,;:]|\b(?:and|but|then|when|while|who|which|that|again))(?: (?:again|later|also|earlier|back|it was|was))*"
    r"(?: (?:in|on|from|at|early in|late in|back in|during))?(?: the)? $|^\W*(?:\w+ ){0,3}$"
)
_NEXT_CLAUSE = re.compile(r", (?:and|but) (?:then )?$")
# "the schedule of contacts for D, including the visit of P"
_SCHEDULE_FOR = re.compile(
    r"\b(?:schedule|calendar|plans?|programme|program) (?:of|for) [^.;DP]{3,50} (?:for|in) (?:the )?$"
)
_THEN_ANOTHER = re.compile(r"D,? when (?:the |then |his |her |A )*P\b")
_FAR = 22


def _measured_from(scene: Scene, place: int, others: tuple[int, ...]) -> int | None:
    """The event that "two years after" counts from, if one follows."""
    if not COUNTED.search(scene.at[place].text.lower()) or re.match(
        r"D(?: (?:that|this|then|which)\b|[,.;])", scene.text[place:]
    ):
        return None
    return next((o for o in others if o > place and scene.clause(o) <= scene.clause(place) + 1), None)


COUNTED = re.compile(r"\b(?:after|before|since|following)$")


def is_long(period: str) -> bool:
    first, last = edtf_bounds(period)
    return (last - first).days > 370
