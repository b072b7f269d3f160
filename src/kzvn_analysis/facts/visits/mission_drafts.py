"""A mission as one wording tells it: its time, whether it was made, who leads it."""

from __future__ import annotations

from ...reading import PersonMention
from ...reading import gated as re
from .actors import is_official
from .cues import status
from .draft import OTHER, Draft
from .mission_words import is_leader
from .scene import Scene
from .timing import moved_to, when


def mission(
    scene: Scene, start: int, end: int, host: str, rule: str, level: str | None, point: str = "whole"
) -> Draft | None:
    """The draft of a mission from the other country; ``None`` where none is told as made or set."""
    state = status(scene, start, end)
    if state in ("off", "wished"):
        return None
    if state == "moved":
        time, state = moved_to(scene, end), "planned"
        if time.period is None:
            return None
    else:
        time = when(scene, start, end, point)
    if time.period is None and _MANY.search(scene.text[:start]):
        return None  # "many firms had been to L"
    leader = _came_with(scene, end, OTHER[host])
    if leader is None and (state == "made" or rule == "mission-attends"):
        leader = _leader_told_after(scene, OTHER[host])
    return Draft(
        "visit" if leader else "mission", scene, start, rule, leader, OTHER[host], host, level, time.period,
        time.point, time.days, state, explicit_host=True, dated=time.dated,
        month_day=time.month_day,
    )  # fmt: skip


_LEADER_TOLD = re.compile(
    r"\bthe (?:[\w-]+ ){0,2}(?:A )?(?:delegation|mission|group|guests)\b[^.;P]{0,110}?\b(?:led|headed) by "
    r"(?:(?:the|its|their) )?(?P<by>P)"
    r"|^\W*(?:led|headed) by (?:the )?(?P<led>P),? (?:it|they|the (?:guests|delegation|group|mission))\b"
    r"|^\W*(?:its|the delegation's|the mission's|the group's) (?:head|leader),? (?P<head>P)"
    r"|[\"”'’]we (?:came|have come|are here|arrived|have brought|brought)\b[^\"”]{0,160}[\"”’],? "
    r"(?:said|says|told|explained|noted) (?:the )?(?P<says>P)"
    r"|(?P<who>P),? (?:(?:who|which|is|was) ){0,2}(?:heads|headed|led|leads|leading|heading) "
    r"the (?:[\w-]+ ){0,2}(?:A )?(?:delegation|mission|group)\b(?! to )"
)
_REACH = 5


def _leader_told_after(scene: Scene, origin: str) -> PersonMention | None:
    """ "The delegation is headed by X", said in a later sentence."""
    for other in scene.family[scene.index + 1 : scene.index + 1 + _REACH]:
        if other.sentence.section != scene.sentence.section:
            return None
        told = _LEADER_TOLD.search(other.text)
        if told:
            person = other.at[next(told.start(name) for name in ("by", "led", "who", "head", "says") if told[name])]
            return person if person.country == origin and is_leader(person) else None
    return None


_MANY = re.compile(r"\b(?:many|most|numerous|all|more and more|countless) (?:of )?(?:[\w-]+ |A ){0,5}$")
_WITH = re.compile(r",? (?:together |along )?with (?:(?:the|its|their) )?(?P<who>P)\b")


def _came_with(scene: Scene, end: int, origin: str) -> PersonMention | None:
    """ "25 companies that came to L with X"."""
    match = _WITH.match(scene.text, end)
    person = scene.at[match.start("who")] if match else None
    return person if person and person.country == origin and is_official(person) else None


def of_third_country(scene: Scene, low: int, high: int) -> bool:
    """Whether somebody of a third country is named in a stretch."""
    return any(low <= p < high and scene.text[p] in "AL" and scene.country(p) not in OTHER for p in scene.at)
