"""Find where what an instrument is about begins and ends: "on quarantine", "between the archives"."""

from __future__ import annotations

from ...reading import gated as re
from .cues import cue
from .scene import Scene


def find_topic(scene: Scene, head: int, ceiling: int) -> tuple[int, int]:
    """Where the topic begins and ends of the instrument whose noun ends at `head`; equal where it isn't said.

    Parameters
    ----------
    scene
        The sentence.
    head
        Local offset after the noun.
    ceiling
        Where the next instrument's name begins.
    """
    text, behind = scene.lower, head
    dated = next((d for d in scene.dates if _DATED_LEAD.fullmatch(text, head, d.start)), None)
    if dated and _PARTIES.match(text, dated.end):  # "a memorandum of 2003 between …"
        behind = dated.end
    match = _START.match(text, behind)
    if not match:
        passive = _PASSIVE.match(text, head)
        if passive:
            behind = passive.end()
            match = _START.match(text, behind - 1)
    if not match:
        return _years(scene, head)
    first = match.end()
    end = min(ceiling, len(text))
    stop = _STOP.search(text, first, end)
    if stop:
        end = stop.start()
    end = min([end, *(v.start for v in scene.verbs if v.role == "force" and v.form != "ing" and v.start > first)])
    end = _before_place(scene, head, first, _before_date(scene, head, first, end))
    end = _before_and(scene, head, first, _before_comma(text, first, end))
    end = max(head, behind + len(text[behind:end].rstrip(" ,-./")))
    end = _without_dangling(text, first, end)
    return (match.start("prep"), end) if end > first else _years(scene, head)


_DATED_LEAD = re.compile(r",?\s+(?:of|from|dated|dating\s+from|signed\s+(?:in|on)|concluded\s+in)\s+(?:the\s+year\s+)?")
_PARTIES = re.compile(r",?\s+(?:between|on|concerning|regarding)\s+(?!\d)")
_START = re.compile(
    r"\s*(?:\((?:[a-z]{2,6})\)\s*)?(?P<prep>on(?!\s+the\s+(?:occasion|sidelines|margins|eve|spot)\b)|between|for|of|in|to(?!\s+(?:replac|supersed|amend|updat|succeed|renew)e?)|with|concerning|regarding|about|"
    r"relating to|making|among|covering|"
    r"amending|supplementing|extending|prolonging|to\s+amend|"
    r"against|that makes|establishing|by which|aimed at|designed to)\s+"
)
# "An agreement was signed on …": the topic stands behind the verb
_PASSIVE = re.compile(
    r"\s+(?:was|were|is|are|(?:has|have|had)\s+been|(?:will|may|should|would)\s+be|(?:is|are)\s+to\s+be)\s+"
    r"(?:\w+ly\s+|also\s+|then\s+|now\s+|being\s+|soon\s+|(?:expected|planned)\s+to\s+be\s+)?"
    r"(?:signed|exchanged|concluded|reached|initialled|initialed|inked|adopted|drafted|sealed|prepared|"
    r"drawn up|"
    r"finali[sz]ed|worked out|negotiated|"
    r"discussed)(?:\s+(?:today|yesterday|there|here|then))?\s+"
    r"(?=(?:on|between|concerning|regarding)\s+(?!\w+day\b|(?:january|february|march|april|m_y|june|july|"
    r"august|september|october|november|"
    r"december|this|the\s+(?:same|sidelines|margins|occasion|eve|spot))\b|\d))"
)
_STOP = re.compile(r"[;:()\"]|\s-{1,2}\s(?!kazakh|viet|\d{4}\b)|\.$|\.\s(?!\d)|[?!]|" + cue("topic_to"))
_COVERED = re.compile(r"\b(?:for|through|up\s+to)\s+(?:the\s+)?(?:period\s+)?(?:(?:of|from|years?)\s+)?$")
_DATE_LEAD = re.compile(
    r",?\s+(?:in|at|on|from|by|since|last|next|this|early|late|earlier|later|back in|as of|around|"
    r"of)\s+(?:the\s+)?(?:(?:end|autumn) of\s+)?$"
)
_PLACE_LEAD = re.compile(r",?\s+(?:in|at)\s+$")


def _before_date(scene: Scene, head: int, first: int, end: int) -> int:
    """A date ends the topic, unless it is the period covered."""
    for date in scene.dates:
        if not first <= date.start <= end or _COVERED.search(scene.lower, head, date.start):
            continue
        lead = _DATE_LEAD.search(scene.lower, head, date.start)
        return lead.start() if lead else date.start
    return end


def _before_place(scene: Scene, head: int, first: int, end: int) -> int:
    """Where it was signed is no part of what it is about."""
    for place in scene.places_between(first - 1, end):
        lead = _PLACE_LEAD.search(scene.lower, head, place.start)
        if lead and place.mention.kind in ("city", "country"):
            return lead.start()
    return end


_YEARS = re.compile(
    r"\s+|\s+(?:(?:that|which)\s+[^,;:]{3,45}\s)?for\s+(?:the\s+)?(?:period\s+|years\s+)?(?:of\s+|from\s+)?"
)


def _years(scene: Scene, head: int) -> tuple[int, int]:
    """A name without a topic may carry the years it covers: "Action Plan 2026-2030"."""
    for date in scene.dates:
        if not head <= date.start <= head + 60:
            continue
        covers = _YEARS if date.mention.precision == "range" else _UNTIL
        if date.mention.precision in ("range", "year") and covers.fullmatch(scene.lower, head, date.start):
            return head + 1, date.end
    return head, head


_UNTIL = re.compile(r"\s+(?:until|till|up\s+to|through|to)\s+(?:the\s+year\s+)?")  # "an action plan until 2030"
_ITEM = r",\s+(?!and\b)(?:[\w'-]+\s+){0,7}[\w'-]+"
_LIST = re.compile(rf"{_ITEM}(?:{_ITEM}){{0,6}},?\s+and\s+[\w'-]+")
_MORE = re.compile(
    r",\s+(?:and\s+)?(?:on|between)\s+(?!\w+day\b|this\b|that\b|the\s+(?:same|sidelines|margins|"
    r"occasion)\b|\d)"
)
_VERBAL = re.compile(
    r"\b(?:(?:agre|discuss|sign|stress|not|welcom|express|visit|attend|launch|pledg|announc|reach|receiv|exchang|"
    r"propos|conclud|initiall?|open)ed|will|was|were|has|had|have|is|are|would|took|met|held|went|came|gave|made|"
    r"became|the two|both|they|it|he|she)\b"
    r"|,\s+(?:and\s+)?(?:an?|the|two|three|several)\s+(?:[\w-]+\s+){0,2}(?:contract|deal|licen[cs]e)s?\b"
    r"|,\s+(?:and\s+)?(?:exchange|hold|organi[sz]e|send|share|build|start)\s+(?!of\b|and\b)[a-z]"
    r"|,\s+(?:and\s+)?(?:sign|create|open|hold|launch|establish|set\s+up|expand)\s+(?:the|an?)\b"
)


def _before_comma(text: str, first: int, end: int) -> int:
    """A topic ends at its first comma, unless that parts the items of a list."""
    comma = text.find(",", first, end)
    while comma >= 0:
        if _MORE.match(text, comma, end):
            comma = text.find(",", comma + 1, end)
            continue
        items = _LIST.match(text, comma, end)
        if items and not _VERBAL.search(items[0]):
            comma = text.find(",", items.end(), end)
        break
    return end if comma < 0 else comma


_GOVERNING = frozenset({"sign", "propose", "initial", "exist"})
_AND = re.compile(r"\s+and\s+")
_DO = (
    r"(?:(?:expand|develop|strengthen|promote|continue|organi[sz]e|establish|create|intensify|deepen|facilitate|consider|"
    r"accelerate|enhance|provide|resume|simplify|encourage)\s+\w"
    r"|(?:increase|boost|hold|launch|open|build|exchange|support|sign|set\s+up|step\s+up)\s+(?:the|an?|its|their|new|more)\b)"
)
_NEW_CLAUSE = re.compile(
    r"(?:an?|six|two|three|the\s+(?:two|sides|parties|leaders|presidents))\s|(?:then|also|in|at|that|to|other|on\s+an?)\s|(?:holding|organi[sz]ing|conducting|resuming)\s|"
    r"the\s+(?:prospects?|possibilit(?:y|ies)|issues?|questions?|need|state|progress)\s|"
    rf"{_DO}|\w{{3,}}ed\b(?!\s+(?:persons|people))|"
    r"(?:took|entered|will|has|is|was|are|were|may|came|went|met|put|set|held)\b"
)
_NEW_SUBJECT = re.compile(
    r"(?:[\w'-]+\s+){1,4}(?:will|has|have|is|was|are|were|(?:signed|inked)(?!\s+(?:in|on|by|at|last|this|earlier)\b)"
    r"|agreed|opened|exchanged)\b"
)


def _before_and(scene: Scene, head: int, first: int, end: int) -> int:
    """Cut where "and" leads on to another verb or, if the name has its verb already, to another subject."""
    text = scene.lower
    governed = any(v.end <= head and v.role in _GOVERNING for v in scene.verbs)
    for match in _AND.finditer(text, first, end):
        if _OF_THE_TWO.search(text, first, match.start()) and _THE_OTHER.match(text, match.end()):
            continue  # "on extradition between Vietnam and Kazakhstan signed in 2023"
        if _NEW_CLAUSE.match(text, match.end()) or governed and _NEW_SUBJECT.match(text, match.end()):
            return match.start()
    return end


_COUNTRY = (
    r"(?:the\s+)?(?:government\s+of\s+)?(?:the\s+)?(?:(?:socialist\s+)?republic\s+of\s+)?(?:kazakhstan|viet\s?nam)"
)
_OF_THE_TWO = re.compile(rf"\bbetween\s+{_COUNTRY}$")
_THE_OTHER = re.compile(rf"{_COUNTRY}\b(?!\s+(?:will|has|have|is|are|was|were)\b)")
_DANGLING = re.compile(
    r"[\s,]+(?:the|an?|of|in|on|at|by|for|from|with|and|as|to|its|their|between|was|first|last|both|"
    r"mutually|jointly|officially)$"
)


def _without_dangling(text: str, first: int, end: int) -> int:
    """Drop a last preposition, article or "and"."""
    while match := _DANGLING.search(text, first - 1, end):
        end = match.start()
    return end
