"""Visits: someone of one country goes to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading import PersonMention
from ...reading import gated as re
from .actors import is_official
from .cues import is_remote, status, was_earlier
from .draft import OTHER, Draft
from .nouns import find_nouns, performed
from .presence import find_presence
from .scene import Scene
from .timing import When, also_on, day_told, moved_to, when
from .verbs import find_verbs, moved
from .welcomes import find_invitations, find_welcomes
from .wording import Wording, leads_business


def find_travel(scene: Scene) -> Iterator[Draft]:
    """Every wording of the sentence that tells of somebody's visit."""
    yield from find_invitations(scene)
    found = [*find_nouns(scene), *find_verbs(scene), *find_welcomes(scene)]
    told = {(w.person.key, w.host) for w in found if w.person}
    found += [w for w in find_presence(scene) if (w.person.key, w.host) not in told]
    spots = tuple(sorted({w.start for w in found}))
    for wording in found:
        draft = _draft(scene, wording, spots)
        if draft:
            yield draft
            for again in also_on(scene, wording.end, draft.period):
                yield draft.but(period=again, point="whole", days=None)


def journeys(scene: Scene) -> Iterator[tuple[int, int, str | None, str | None, str]]:
    """Start, end, host, level and point of every journey to a named place, whoever goes."""
    for start, end, host, point in moved(scene):
        yield start, end, host, None, point
    for start, end, host, level in performed(scene):
        yield start, end, host, level, "whole"


_ON_OCCASION = re.compile(
    r"^(?:the|this|these)\b (?:(?:[\w-]+ ){0,2}(?P<what>forum|conference|exhibition|fair|ceremony|seminar|festival)\b)?"
    r"[^.;]*\b(?:on the occasion of|within the framework of|in the framework of|as part of"
    r"|during|in connection with) "
    r"(?:the |his |her |a |an )?$"
)


def _occasion(scene: Scene, wording: Wording) -> Scene | None:
    """ "The forum was held on the occasion of X's visit": the sentence before that says when the forum was."""
    other = scene.before
    if other is None or wording.rule not in ("visit-noun", "visiting") or wording.anaphoric:
        return None
    held = _ON_OCCASION.search(scene.text[: wording.start])
    if scene.dates:
        return None
    if _WAS_THERE.search(scene.text, 0, wording.start):
        told = [s for s in scene.family[: scene.index] if s.sentence.section == scene.sentence.section]
        days = [s for s in told if len(s.dates) == 1 and day_told(s, s.dates[0])]
        return days[0] if len(days) == 1 else None
    if not held:
        return None
    if held["what"]:
        other = _told_of(scene, held["what"]) or other
    return None if any(other.at[p].precision != "day" for p in other.dates) else other


def _told_of(scene: Scene, what: str) -> Scene | None:
    """The nearest sentence before it that tells of "a forum" with its day."""
    for other in reversed(scene.family[: scene.index]):
        at = re.search(rf"\b(?:an?|the) (?:[\w-]+ ){{0,3}}{what}\b", other.text)
        if at and other.dates and other.sentence.section == scene.sentence.section:
            return other
    return None


# "The plant began work on Saturday … The inauguration was attended by P, who is on a working visit to L"
_WAS_THERE = re.compile(
    r"^\W*(?:attending )?the (?:[\w-]+ ){0,2}(?:opening|inauguration|ceremony|event|forum|signing|launch|conference)"
    r"(?: [\w-]+)? (?:was attended by|were) [^.;D]*$"
    r"|^\W*(?:the|this) (?:document|agreement|memorandum|mou|plan|protocol|paper) was (?:signed|inked) by [^.;D]*$"
)
_SAID_ON = re.compile(r"\b(?:said|announced|reported|informed|says|reports)\b[^.;]*$")


_ON_THE_SPOT = ("acted-there", "presence-placed", "acted-on", "presence", "talks-there")
_IN_PERSON = re.compile(r"attend\w* the (?:state )?funeral|visit|tour|inspect|la(?:id|y)")  # no letter does that
_AHEAD = ("visit-scheduled", "awaited")  # nobody has come yet, whatever the tense
_NOUNS = ("visit-noun", "visits-listed")


def _is_on_duty(person: PersonMention, wording: Wording) -> bool:
    """Whether the words call it the state, official or working visit of who is named without an office of state."""
    if person.office in ("business", "academic", "expert"):
        return person.name is not None and wording.level in ("working", "official")
    return person.name is not None and person.rank is None and wording.level in ("state", "official", "working")


def _counts(scene: Scene, person: PersonMention, wording: Wording) -> bool:
    """Whether a journey of the person is one of state, or an errand to one."""
    return (
        is_official(person)
        or _heads_lawmakers(scene, person)
        or _is_on_duty(person, wording)
        or _calls_on_office(scene, person, wording.host)
    )


def _calls_on_office(scene: Scene, person: PersonMention, host: str | None) -> bool:
    """Whether a company's head who went there met one of that state: "visited L and met with P"."""
    if person.office != "business" or person.name is None:
        return False
    return any(
        scene.country(p) == host and is_official(scene.at[p]) and _MET.search(scene.text[:p]) for p in scene.people
    )


def _heads_lawmakers(scene: Scene, person: PersonMention) -> bool:
    """Whether somebody named without an office leads a group of a parliament or party."""
    place = next((p for p in scene.people if scene.at[p] is person), 0)
    return person.name is not None and person.rank is None and bool(_LAWMAKERS.search(scene.text, 0, place))


_LAWMAKERS = re.compile(
    r"\b(?:parliament\w*|friendship|mazhilis|majilis|senate|national assembly|party)(?: [\w-]+){0,2} (?:delegation"
    r"|group)"
    r"\b[^.;P]{0,60} (?:led|headed) by (?:the |its |deputy |member )*$"
)
_MET = re.compile(r"\b(?:met|meets|meeting|talks|received|talked|conferred)(?: (?:with|by))? (?:the )?$")


_LED_FROM = re.compile(r"(?P<of>[LA])(?:'s)? [^.;P]{0,60}?(?:led|headed) by (?:(?:the|its|their) )?$")


def _side_led(scene: Scene, person: PersonMention, host: str | None) -> str | None:
    """Whom somebody represents of whom only the group tells it: "members of L's senate, led by P"."""
    place = next((p for p in scene.people if scene.at[p] is person), 0)
    led = _LED_FROM.search(scene.text, 0, place)
    country = scene.country(led.start("of")) if led else None
    return country if host in OTHER and country == OTHER[host] else None


def _draft(scene: Scene, wording: Wording, spots: tuple[int, ...]) -> Draft | None:
    state = status(scene, wording.start, wording.end)
    if state == "wished" and wording.rule in _AHEAD:
        state = "planned"
    if state == "wished" and wording.rule == "visiting":
        state = "made"  # whatever is hoped for, the guest is there
    by_screen = wording.rule in _ON_THE_SPOT and not _IN_PERSON.match(scene.text, wording.start)
    if state == "off" or by_screen and is_remote(scene, wording.start, wording.end):
        return None
    person, host = wording.person, wording.host
    origin = OTHER.get(host)
    if person is not None:
        if not _counts(scene, person, wording) or person.country not in (None, *OTHER):
            return None
        # an unnamed premier who goes to the one country is the other's; a named stranger may be anybody's
        origin = person.country or (_side_led(scene, person, host) if person.name else origin)
        host = host or (OTHER.get(origin) if person.name else None)
        if origin is None or host is None or origin == host:
            return None
    time = (
        moved_to(scene, wording.end)
        if state == "moved"
        else when(scene, wording.start, wording.end, wording.point, spots)
    )
    if wording.point == "tour" and "/" in (time.period or ""):
        time = replace(time, point="tour")
    if wording.counted and re.fullmatch(r"\d{4}", time.period or ""):
        time = When(days=time.days)
    event = wording.event or _occasion(scene, wording)
    if event and (not time.dated or wording.event not in (None, scene, scene.before)):
        told = {event.at[p].edtf for p in event.dates if not _SAID_ON.search(event.text, 0, p)}
        time = When(told.pop(), "during", None, True) if len(told) == 1 else time
    if state == "wished":
        if wording.rule not in _NOUNS or not was_earlier(scene, time.period):
            return None
        state = "made"
    if state == "moved":
        if time.period is None:
            return None
        state = "planned"
    elif state == "made" and wording.rule in _AHEAD:
        state = "planned"
    elif state == "made" and wording.neutral:
        state = None
    level = wording.level
    if level in (None, "summit") and person and leads_business(scene, person):
        level = "delegation"
    return Draft(
        "visit", scene, wording.start, wording.rule, person, origin, host, level,
        time.period, time.point, time.days, state,
        anaphoric=wording.anaphoric, explicit_host=wording.explicit, dated=time.dated,
        another=wording.another, month_day=time.month_day,
    )  # fmt: skip
