"""Find where what an instrument is about begins and ends: "on plant quarantine", "between the customs services"."""

from __future__ import annotations

import re

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
    text = scene.lower
    match = _TOPIC_START.match(text, head)
    start = head
    if not match:
        passive = _PASSIVE.match(text, head)
        if passive:
            match, start = _TOPIC_START.match(text, passive.end() - 1), passive.end()
    if not match:
        return _bare_end(scene, head)
    end = min(ceiling, len(text))
    stop = _STOP_WORD.search(text, match.end(), end)
    if stop:
        end = stop.start()
    for date in scene.dates:
        if not match.end() <= date.start <= end:
            continue
        lead = text[head:date.start]
        if re.search(r"\bfor\s+(?:the\s+)?(?:period\s+)?(?:(?:of|from|years?)\s+)?$", lead):
            continue
        tail = _PLACE_TAIL.search(text, head, date.start)
        end = tail.start() if tail else date.start
        break
    for place in scene.places_between(match.end() - 1, end):
        if place.mention.kind in ("city", "country") and re.search(r",?\s+(?:in|at)\s+$", text[head:place.start]):
            end = re.search(r",?\s+(?:in|at)\s+$", text[:place.start]).start()
            break
    end = _comma_end(text, match.end(), end)
    governed = any(v.end <= head and v.role in _GOVERNING for v in scene.verbs)
    end = _and_end(text, match.end(), end, governed)
    end = max(head, start + len(text[start:end].rstrip(" ,-")))
    end = _trim(text, match.end(), end)
    if end <= match.end():
        return _bare_end(scene, head)
    return match.start("prep"), end


_TOPIC_START = re.compile(
    r"\s*(?:\((?:[a-z]{2,6})\)\s*)?(?P<prep>on|between|for|of|in|to|with|concerning|regarding|about|relating to|making|among|covering|"
    r"against|that makes|establishing|by which|aimed at|designed to)\s+"
)
_PASSIVE = re.compile(
    r"\s+(?:was|were|is|are|has been|have been|had been|will be|may be|are to be|is to be|should be|would be)\s+(?:\w+ly\s+|also\s+|then\s+|now\s+|being\s+|"
    r"soon\s+|expected to be\s+|planned to be\s+)?(?:signed|exchanged|concluded|initialled|initialed|inked|adopted|drafted|sealed|prepared|drawn up|"
    r"finali[sz]ed|worked out|negotiated|discussed)(?:\s+(?:today|yesterday|there|here|then))?\s+(?=(?:on|between|concerning|regarding)\s+(?!\w+day\b|"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|the (?:same|sidelines|margins|occasion|eve|spot)|"
    r"this occasion|\d)))"
)
_STOP_WORD = re.compile(
    r"[;:()\"]|\s-{1,2}\s(?!kazakh|viet)|\.$|\.\s|[?!]|"
    r"\b(?:was|were|is|are|has|have|had|will|would|may|might|can|could|should|shall|must|which|that|who|whose|whom|where|when|while|"
    r"whereas|although|though|because|so|signed|inked|initialled|initialed|concluded|exchanged|dated|dating|entered|entering|"
    r"which|under which|during|after|before|following|at the (?:end|invitation|sidelines|time|ceremony|talks|meeting|request|level)|as part|"
    r"as well as|along with|together with|in addition|alongside|besides|in (?:addition|order|the presence|the near|line|accordance|force|effect|a bid)|"
    r"within (?:the framework|this|the year|a|two|three|six)|not only|but|also|then|soon|as (?:soon|early|a result)|by (?:the end|the year|year|end)|"
    r"on (?:this|that|the (?:same|occasion|sidelines|margins|basis|spot|eve))|still|already|now|recently|yesterday|today|tomorrow|since|until|"
    r"worth|ready|being|said|says|including|such as|among them|among others|to (?:be signed|boost|facilitate|promote|strengthen|help|further|"
    r"create|enter|ensure|deepen|expand|develop|support|enhance|increase|pave|open up|replace|supersede)|if|unless|once|thus|helping|thereby|"
    r"agreed|noted|discussed|proposed|stressed|welcomed|expressed|met|visited|added|underlined|emphasi[sz]ed|in turn|there|here)\b"
)
_PLACE_TAIL = re.compile(r",?\s+(?:in|at|on|from|by|since|last|next|this|early|late|earlier|later|back in|as of|around|of)\s+(?:the\s+)?(?:end of\s+|autumn of\s+)?$")


def _bare_end(scene: Scene, head: int) -> tuple[int, int]:
    """A name without a topic may still carry the years it covers: "Action Plan 2026-2030", "programme that … for 2019-2021"."""
    for date in scene.dates:
        if date.mention.precision == "range" and head <= date.start <= head + 60 and _YEARS.fullmatch(scene.lower, head, date.start):
            return head + 1, date.end
    return head, head


_YEARS = re.compile(r"\s+|\s+(?:(?:that|which)\s+[^,;:]{3,45}\s)?for\s+(?:the\s+)?(?:period\s+|years\s+)?(?:of\s+|from\s+)?")
_LIST_COMMA = re.compile(r",\s+(?:[\w'-]+\s+){0,7}[\w'-]+(?:,\s+(?:[\w'-]+\s+){0,7}[\w'-]+){0,6},?\s+and\s+(?:[\w'-]+)")
_VERBAL = re.compile(r"\b(?:(?:agre|discuss|sign|stress|not|welcom|express|visit|attend|open|launch|pledg|announc|reach|receiv|exchang|propos|conclud|initiall?|open)ed|will|was|were|has|had|have|is|are|would|took|met|held|went|came|gave|made|became|the two|both|they|it|he|she)\b")


def _comma_end(text: str, start: int, end: int) -> int:
    """A topic ends at its first comma, unless that parts the items of a list."""
    comma = text.find(",", start, end)
    while comma >= 0:
        rest = text[comma:end]
        match = _LIST_COMMA.match(text, comma, end)
        if match and not _VERBAL.search(match[0]):
            return end if "," not in text[match.end():end] else _first_comma_after(text, match.end(), end)
        if re.match(r",\s+(?:and\s+)?(?:on|between)\s+", rest) and not re.match(r",\s+on\s+(?:\w+day|this|that|the|\d)", rest):
            comma = text.find(",", comma + 1, end)
            continue
        return comma
    return end


def _first_comma_after(text: str, start: int, end: int) -> int:
    comma = text.find(",", start, end)
    return end if comma < 0 else comma


def _and_end(text: str, start: int, end: int, governed: bool) -> int:
    """Cut where "and" leads on to another verb or, if the name has its verb already, to another subject."""
    for match in re.finditer(r"\s+and\s+", text[:end]):
        if match.start() <= start:
            continue
        if _NEW_CLAUSE.match(text, match.end()) or governed and _NEW_SUBJECT.match(text, match.end()):
            return match.start()
    return end


_GOVERNING = frozenset({"sign", "propose", "initial", "exist"})
_NEW_CLAUSE = re.compile(
    r"(?:an?|six|two|three|the\s+(?:two|sides|parties|leaders|presidents))\s|(?:then|also|in|at|that|to|other)\s|"
    r"\w{3,}ed\b(?!\s+(?:persons|people))|(?:took|entered|will|has|is|was|are|were|may|came|went|met|put|set|held)\b"
)
_NEW_SUBJECT = re.compile(r"(?:[\w'-]+\s+){1,4}(?:will|has|have|is|was|are|were|signed|agreed|opened|inked|exchanged)\b")


def _trim(text: str, start: int, end: int) -> int:
    """Drop what dangles: a last preposition, article or "and"."""
    while True:
        match = re.search(r"[\s,]+(?:the|an?|of|in|on|at|by|for|from|with|and|as|to|its|their|between|was|first|last|both|mutually|jointly|officially)$",
                          text[start - 1:end])
        if not match:
            return end
        end = start - 1 + match.start()
