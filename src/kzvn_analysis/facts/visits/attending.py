"""Visits told by who attends, opens or witnesses something: "the gala in L was opened by P"."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .draft import OTHER
from .scene import Scene
from .wording import WHERE, Wording

# What takes place somewhere, and what is unveiled or honoured there.
HAPPENS = re.compile(
    r"\b(?:forum|summit|conference|congress|exhibition|expo|fair|festival|ceremony|seminar|workshop|meeting|session|talks|opening|"
    r"signing|launch|celebrations?|parade|days?|week|concert|gala|reception|consultations?|assembly|games|tournament|symposium|"
    r"round ?table|presentation|premiere|inauguration|groundbreaking|ground-breaking|monument|memorial|statue"
    r"|bust|plaque|"
    r"mausoleum|flowers|wreath|trees?|centre|center|pavilion|museum|university|park|campus|event|dialogue|panel)s?\b"
)


def find_attending(scene: Scene) -> Iterator[Wording]:
    """ "The forum in L was opened by P", "the attendance of P at the summit in L"."""
    for match in _ACTED_ON.finditer(scene.text):
        place, event = _place_of_event(scene, match.start(), match.end(), sure=match["how"] in _IN_PERSON)
        host = event.country(place) if place is not None else None
        for who in range(match.start("who"), match.end("who")):
            if scene.text[who] == "P" and host in OTHER and scene.country(who) == OTHER[host]:
                yield Wording(
                    match.start(), match.end(), "acted-on", scene.at[who], host, event is scene,
                    event=None if event is scene else event,
                )  # fmt: skip
    for match in _AT_EVENT.finditer(scene.text):
        place, event = _place_of_event(scene, match.start(), match.end(), sure=True)
        names = [name for name in ("one", "two", "with", "speaks", "was") if match[name]]
        guest = OTHER.get(event.country(place)) if place is not None else None
        abroad = [name for name in names if scene.country(match.start(name)) == guest]
        who = match.start((abroad or names)[0])
        if place is not None and event is not scene and event.country(place) == OTHER.get(scene.country(who)):
            host = event.country(place)
            yield Wording(match.start(), match.end(), "acted-on", scene.at[who], host, event=event)
    for match in _WITH.finditer(scene.text) if _PRESENT.search(scene.text) else ():
        person, host = scene.at[match.start("by")], scene.country(match.start("to"))
        if host in OTHER and person.country == OTHER[host]:
            yield Wording(match.start(), match.end(), "presence", person, host, True)


_ACTED_ON = re.compile(
    r"(?<![\w-])(?:(?:was|were|is|are|being|been|be) |(?<=in L )(?=attended))(?:\w+ly |also |jointly )?"
    r"(?P<how>opened|attended|inaugurated|unveiled|addressed|launched|toured|joined|co-chaired"
    r"|chaired|represented|witnessed|overseen)\b[^P.;]{0,40}? by "
    r"(?P<who>(?:(?:an? (?:[\w-]+ |A ){0,3}delegation (?:led|headed) by )?(?:the |his |her |visiting "
    r"|A )*P(?:,? and |, )?)+)"
)
_IN_PERSON = frozenset(
    {"attended", "addressed", "toured", "joined", "co-chaired", "chaired", "represented", "witnessed"}
)
_NAMED = (
    r"the (?:[\w-]+ ){0,2}(?:event|exhibition|forum|festival|fair|ceremony|conference|seminar|gala|concert|summit"
    r"|opening|week|celebrations?)\b"
    r"(?! (?:in|at|on) )"
)
_AT_EVENT = re.compile(  # "opening the event, P said"; "P addressed the forum"
    rf"\b(?:opening|attending|addressing|speaking at|closing|inaugurating) (?:it"
    rf"|{_NAMED}[^P;]{{0,20}}), (?:the )?(?P<one>P)"
    rf"|\W*in (?:his|her) (?:opening|welcoming|welcome|congratulatory|closing) (?:remarks|speech|address|words), "
    rf"(?:the )?(?P<speaks>P)"
    rf"|\b(?:attending|present at|among those attending|among the guests of) {_NAMED} (?:was"
    rf"|were) (?:also )?(?:the )?(?P<was>P)"
    rf"|(?:(?P<with>P)(?: of L)?,? and (?:the |his |her |A |L's )*)?(?P<two>P),?(?: (?:also|then|who|personally"
    rf"|jointly))* "
    rf"(?:(?:opened|attended|addressed|closed|took part in|inaugurated) it\b|(?:opened|attended|addressed|spoke at"
    rf"|closed"
    rf"|took part in|participated in|joined|inaugurated"
    rf"|(?:(?:is|are|was) (?:expected|due|scheduled|set) to|will|is to) (?:open|attend|address|speak at|take part in"
    rf"|participate in"
    rf"|join|inaugurate)) {_NAMED})"
)
_PRESENT = re.compile("attendance|participation|presence")
_WITH = re.compile(  # "a forum opens in L in D with the participation of P"
    rf"\bin {WHERE}[^.;P]{{0,60}}? (?:with|in) (?:the )?(?:attendance|participation|presence) of (?:the )?(?P<by>P)"
)
_POINTED_AT = re.compile(r"\bthe |\bit\b|\bin (?:his|her) [a-z]+ (?:remarks|speech|address|words)\b")
_IN = re.compile(rf"\b(?:in|at) {WHERE}")
_HOSTED = re.compile(r"(?P<to>L|A capital) (?:has |is |was )?(?:hosted|hosts|hosting|the venue of) ")


def _place_of_event(scene: Scene, start: int, end: int, *, sure: bool) -> tuple[int | None, Scene]:
    """Where something takes place that the sentence tells of, and in which sentence that is said.

    `sure` is whether the verb can only mean an event.
    """
    low = scene.clause_span(start)[0]
    found = [m.start("to") for m in _IN.finditer(scene.text, low)]
    if found:
        return min(found, key=lambda p: min(abs(p - start), abs(p - end))), scene
    other = scene.before
    pointed = sure and bool(_POINTED_AT.search(scene.text[low:end]))
    if other is None or not pointed:
        return None, scene
    if other.sentence.paragraph != scene.sentence.paragraph:
        return event_told(scene)
    found = [m.start("to") for pattern in (_IN, _HOSTED) for m in pattern.finditer(other.text)]
    if not found and sure and other.before and other.before.sentence.paragraph == other.sentence.paragraph:
        other = other.before  # "A plant was launched in L. It will make … The ceremony was attended by P."
        found = [m.start("to") for m in _IN.finditer(other.text)]
    if not found:
        return event_told(scene)
    return (found[0] if len({other.country(p) for p in found}) == 1 else None), other


_IS_HELD = re.compile(
    r"\b(?:held|holds|organi[sz]ed|hosted|took place|takes place|opened|opens|gathered|staged"
    r"|brought together)\b"
)


def event_told(scene: Scene) -> tuple[int | None, Scene]:
    """The event that the nearest sentences before tell of with its day and one place."""
    for other in reversed(scene.family[max(0, scene.index - _REACH) : scene.index]):
        if other.dates and other.sentence.section == scene.sentence.section and _IS_HELD.search(other.text):
            found = [m.start("to") for m in _IN.finditer(other.text)]
            return (found[0] if len({other.country(p) for p in found}) == 1 else None), other
    return None, scene


_REACH = 4  # sentences
