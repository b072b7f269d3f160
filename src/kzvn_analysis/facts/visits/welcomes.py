"""Visits told from the other end: whom a place welcomes, whom somebody invites, who is "visiting"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ...reading import PersonMention
from ...reading import gated as re
from .actors import is_official, subject
from .draft import OTHER, Draft
from .referents import antecedent
from .scene import Scene
from .timing import When, when
from .wording import WHERE, Wording, kinds, level_of


def find_welcomes(scene: Scene) -> Iterator[Wording]:
    """Every visit that the sentence tells by a welcome, or by calling somebody "visiting"."""
    if not scene.people:
        return
    yield from _ceremonies(scene)
    yield from _welcomed(scene)
    for place in scene.people:
        person = scene.at[place]
        if (
            person.text.lower().startswith("visiting ")
            or scene.text[max(0, place - 9) : place] == "visiting "
        ):
            yield Wording(place, place + 1, "visiting", person, None, neutral=True)


@cache
def _patterns() -> tuple[re.Pattern, re.Pattern]:
    found = kinds("welcome_words.tsv")
    return (
        re.compile(
            rf"(?<![\w-]){found['ceremony']} (?:was held )?(?:for|in hono\w+ of|of) (?:the )?(?P<who>P)"
            r"(?=[^;]{0,60} (?:in|at) (?:the )?(?P<to>L|A capital))?"
        ),
        re.compile(
            rf"(?:(?P<where>L) (?:\w+ly |also |has |have |will |is to )*)?(?<![\w-]){found['verb']} "
            rf"(?:the )?(?P<who>P)"
            r"(?:[^P;]{0,60}? (?:to|in|at) (?:the )?(?P<to>L|A capital))?"
        ),
    )


def _ceremonies(scene: Scene) -> Iterator[Wording]:
    """ "A welcoming ceremony for X was held in L"."""
    for match in _patterns()[0].finditer(scene.text):
        person = scene.at[match.start("who")]
        place = match.start("to") if match["to"] else _place(scene)
        if (
            place is not None
            and subject(scene, match.start()) is None
            and scene.country(place) == OTHER.get(person.country)
        ):
            yield Wording(match.start(), match.end(), "welcomed", person, scene.country(place), True)


def _welcomed(scene: Scene) -> Iterator[Wording]:
    """ "L welcomed X", "people in L greeted X on D"."""
    for match in _patterns()[1].finditer(scene.text):
        if not match["where"] and subject(scene, match.start()) is not None:
            continue  # somebody receives somebody: a meeting
        person = scene.at[match.start("who")]
        place = next((match.start(name) for name in ("to", "where") if match[name]), None)
        alone = all(scene.country(p) == person.country for p in scene.people)
        if place is None and scene.dates and alone:
            place = _place(scene)
        if place is not None and scene.country(place) == OTHER.get(person.country):
            yield Wording(match.start(), match.end(), "welcomed", person, scene.country(place), True)


def _place(scene: Scene) -> int | None:
    """The first place that somebody is in."""
    return next(
        (
            i
            for i in scene.at
            if scene.text[i] == "L" and re.search(r"\b(?:in|of|at) (?:the )?$", scene.text[:i])
        ),
        None,
    )


# --- invitations -------------------------------------------------------------------------------

_TO_COME = r"to (?:pay |make |undertake |come |attend |(?:re-?)?visit)[^.;P]{0,90}"
_INVITED = re.compile(
    rf"\binvit\w+ (?:[^P.;]{{0,40}}?(?:to|for) )?(?:(?:the|his|her|its) )?(?P<who>P),? (?:[\w ]{{0,30}} )?{_TO_COME}"
    # "conveyed P's invitation to P to visit L", "an invitation from P to visit L to P"
    rf"|\binvitation (?:(?:from|of|by) (?:the )?P )?(?:to|for) (?:the |his |her )?(?P<guest>P),? {_TO_COME}"
    # "conveyed the greetings of P to P as well as his invitation to visit L"
    rf"|\bto (?:the )?(?P<greeted>P),? (?:and|as well as|along with|together with) (?:his|her|the|an) invitation "
    rf"{_TO_COME}"
    rf"|\binvitation (?:(?:from|of|by) (?:the )?P )?{_TO_COME}? to (?:the |his |her )?(?P<host>P)"
)
_ACCEPTED = re.compile(
    r"\baccept(?:ed|s|ing)?\b|\bt(?:aken|ook) up\b|\bagreed to (?:visit|come|pay)\b|\bwould be (?:happy|glad|"
    r"pleased) to (?:visit|come)\b"
)
_DECLINED = re.compile(r"\b(?:not|un\w+|yet to) [^.;]{0,20}accept|\bdeclin\w+|\bconsider\w*\b")


_TAKEN_UP = re.compile(
    r"(?:(?P<who>P)[^P.;]{0,60}?|(?<![\w'])(?P<he>he|she)(?: \w+)?) (?:accept(?:ed|s)|took up|takes up|said yes to) "
    r"(?:(?!\bto\b)[^.;]){0,60}?\b(?:invitation|invite)s?"
    rf"(?: (?:from|of|by) [^.;L]{{0,40}})? to "
    rf"(?:(?:come|go|travel|pay [^.;P]{{0,40}}|make [^.;P]{{0,40}}) to |visit )?{WHERE}"
    r"|\b(?:invitation|invite) to (?:[^.;P]{0,40}\b(?:to|visit) )?(?:the )?(?P<where>L) (?:[^.;P]{0,30} )?"
    r"(?:was|has been|is) (?:\w+ly )?(?:accepted|taken up) by (?:the )?(?P<by>P)"
)


def find_invitations(scene: Scene) -> Iterator[Draft]:
    """ "X invited Y to visit L, and Y accepted": Y's visit is planned; without the second half it is none."""
    for match in _TAKEN_UP.finditer(scene.text):
        host = scene.country(match.start("where" if match["by"] else "to"))
        person = antecedent(scene, host) if match["he"] else scene.at[match.start("by" if match["by"] else "who")]
        if _DECLINED.search(scene.text[max(0, match.start() - 20) : match.end()]) or host not in OTHER:
            continue
        if person and is_official(person) and person.country == OTHER[host]:
            yield _planned(scene, match, person, host)
    for match in _INVITED.finditer(scene.text):
        who = next(match.start(name) for name in ("who", "guest", "greeted", "host") if match[name])
        after = f"{scene.text[who:]} {_next(scene)}"
        if not _ACCEPTED.search(after) or _DECLINED.search(after):
            continue
        person = scene.at[who]
        places = [i for i in range(match.start(), match.end()) if scene.text[i] == "L"]
        host = scene.country(places[0]) if places else OTHER.get(person.country)
        if is_official(person) and host in OTHER and person.country == OTHER[host]:
            yield _planned(scene, match, person, host)


def _planned(scene: Scene, match: re.Match, person: PersonMention, host: str) -> Draft:
    time = when(scene, match.start(), match.end())
    if not time.dated:
        time = _time_told(scene, match.end()) or time
    return Draft(
        "visit", scene, match.start(), "invitation-accepted",
        person, person.country, host, level_of(match[0]), time.period, "whole", time.days, "planned",
        explicit_host=True, dated=time.dated,
    )  # fmt: skip


# "accepted and said that the visit could take place in the second half of the year"
_MAY_BE = re.compile(
    r"\b(?:the|his|her) (?:[\w-]+ )?(?:visit|trip) (?:could|may|might|will|would|can|should"
    r"|is (?:expected|likely|planned|due)(?: to)?)\b[^.;PD]{0,40} (?:in|on|for|during) (?:the )?D"
)


def _time_told(scene: Scene, end: int) -> When | None:
    """When the invited guest may come, as said in the rest of the sentence or in the next one."""
    for other, low in ((scene, end), (_after(scene), 0)):
        match = _MAY_BE.search(other.text, low) if other else None
        if match:
            date = other.at[match.end() - 1]
            return When(date.edtf, "whole", None, True, date.month_day)
    return None


def _after(scene: Scene) -> Scene | None:
    """The sentence after it in the same section."""
    after = scene.family[scene.index + 1 : scene.index + 2]
    return after[0] if after and after[0].sentence.section == scene.sentence.section else None


def _next(scene: Scene) -> str:
    after = _after(scene)
    return after.text if after else ""
