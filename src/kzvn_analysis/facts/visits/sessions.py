"""Sessions: an intergovernmental commission meets, the foreign ministries consult."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .cues import is_remote, status, was_earlier
from .draft import OTHER, Draft
from .scene import Scene
from .session_sides import chairs, days_told_next, place_of
from .session_words import names_third_country, wordings
from .timing import moved_to, when


def find_sessions(scene: Scene) -> Iterator[Draft]:
    """Every wording of the sentence that tells of a session with its time or place."""
    taken: list[tuple[int, int]] = []
    found = list(wordings(scene))
    spots = tuple(sorted({start for start, *_ in found}))
    for start, end, level, rule in found:
        if any(a < end and start < b for a, b in taken):
            continue
        taken.append((start, end))
        draft = _draft(scene, start, end, level, rule, spots)
        if draft:
            yield draft


def _draft(
    scene: Scene, start: int, end: int, level: str, rule: str, spots: tuple[int, ...]
) -> Draft | None:
    if names_third_country(scene, start, end) or is_remote(scene, start, end, reach=40):
        return None
    state = status(scene, start, end)
    if state == "off":
        return None
    if state == "made" and (_YET_TO.match(scene.text, start, end) or _AND_TO_HOLD.search(scene.text[:start])):
        state = "planned"
    if state == "moved":
        time, state = moved_to(scene, end), "planned"
        if time.period is None:
            return None
    else:
        time = when(scene, start, end, "whole", spots)
        if state == "wished" and was_earlier(scene, time.period):
            state = "made"
        elif state == "wished" and not _AGREED.search(scene.text[:start]):
            return None
        state = "planned" if state == "wished" else state
        if state == "planned" and not time.dated and _ON_CONDITION.match(scene.text, end):
            return None
    in_title = time.period is None or level == "talks" or state == "made"
    host = place_of(scene, start, end) or (_place_in_title(scene, level) if in_title else None)
    if time.period is None and host is None:
        return None
    if host is None and _TO_PREPARE.search(scene.text[:start]):
        return None  # "will come in D to prepare for the next session": the time is the journey's
    visitor, counterpart = chairs(scene, host, told=level == "talks" and state == "made")
    days = days_told_next(scene) if time.period and time.period.count("-") == 2 else None
    point = "whole" if days is None else "end" if _ENDED.search(scene.text, start, end) else "begin"
    return Draft(
        "session", scene, start, rule, visitor, OTHER.get(host), host if host in OTHER else None, level,
        time.period, point, days, state, counterpart, explicit_host=host is not None, dated=time.dated,
        month_day=time.month_day,
    )  # fmt: skip


_ENDED = re.compile(r"\b(?:wound|wrapped|closed|concluded|ended|finished)\b")
_TO_PREPARE = re.compile(r"\bD\b[^;]{0,20}\bto (?:prepare|make preparations|get ready)\b[^;]{0,40}$")
_ON_CONDITION = re.compile(r"[^;:.D]{0,60}\b(?:once|as soon as|when|if|provided|after) (?!D)")
# "the commission to meet in L in D"
_YET_TO = re.compile(r",? ?(?:which|that)? ?(?:is |are |was |due )?to (?!have\b)\w")
# "agreed to prepare for the visits, and to organise the 12th meeting of the committee"
_AND_TO_HOLD = re.compile(
    r"\b(?:agreed|decided|plan|intend)\b[^.;:]*\bto (?:hold|organi[sz]e|convene|host) (?:the |its |an? )?$"
)
_NEWS = 3  # sentences


def _place_in_title(scene: Scene, level: str) -> str | None:
    """Where the headline says that the session took place of which the first sentences tell."""
    for title in scene.family[: scene.index] if scene.index <= _NEWS else ():
        if title.sentence.kind == "title":
            for start, end, told, _ in wordings(title):
                if told == level:
                    return place_of(title, start, end)
    return None


# "is ready to host the next session in L in D": where and when are settled
_AGREED = re.compile(
    r"\b(?:agreed|supported|backed)\b[^.;]{0,60}$|\b(?:ready|readiness\b[^.;D]{0,40}) to (?:host|hold|receive"
    r"|welcome) [^.;]{0,40}$"
)
