"""Missions: a delegation travels, with or without a named leader."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from . import mission_hosts
from .actors import is_official, subject
from .draft import OTHER, Draft
from .mission_drafts import mission, of_third_country
from .mission_words import is_leader, patterns
from .scene import Scene
from .travel import journeys
from .wording import WHERE, level_of, purpose_level


def find_missions(scene: Scene) -> Iterator[Draft]:
    """Every wording of the sentence that tells of a travelling delegation."""
    if scene.sentence.kind in ("title", "subhead") or not patterns().group.search(scene.text):
        return
    taken: list[tuple[int, int]] = []
    for rule, find in (
        ("mission-led", _led),
        ("mission-to", _sent),
        ("mission-visit", mission_hosts.visits),
        ("mission-held", mission_hosts.held),
        ("mission-hosted", mission_hosts.hosted),
        ("mission-attends", mission_hosts.attending),
        ("mission-received", mission_hosts.received),
        ("mission-awaited", mission_hosts.awaited),
        ("mission-works", _working),
        ("mission-travels", _travelling),
        ("mission-calls", mission_hosts.calling),
    ):
        for start, end, draft in find(scene, rule):
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                yield draft


_Found = Iterator[tuple[int, int, Draft]]


def _led(scene: Scene, rule: str) -> _Found:
    for match in patterns().led.finditer(scene.text):
        host = scene.country(match.start("to"))
        person = subject(scene, match.start(), host, strict=True)
        of_firms = patterns().kind.search(match["group"])
        if host in OTHER and person is None and not scene.text[: match.start()].count("P"):
            sides = {scene.country(p) for p in scene.at if match.start() <= p < match.start("to")} - {None}
            sides = sides or {scene.country(p) for p in scene.at if p < match.start() and scene.text[p] in "LA"}
            if sides == {OTHER[host]} and of_firms:
                draft = mission(scene, match.start(), match.end(), host, rule, "delegation")
                if draft:
                    yield match.start(), match.end(), draft
            continue
        leads = person and (is_leader(person) or person.office is None and of_firms)
        if host in OTHER and leads and person.country == OTHER[host]:
            scholar = person.office in ("academic", "business")
            level = "delegation" if of_firms or scholar else None
            level = level or level_of(match[0]) or (purpose_level(scene, 0, match["what"]) if match["what"] else None)
            draft = mission(scene, match.start(), match.end(), host, rule, level)
            if draft:
                yield match.start(), match.end(), draft.but(kind="visit", visitor=person)


def _sent(scene: Scene, rule: str) -> _Found:
    for match in patterns().sent.finditer(scene.text):
        host = scene.country(match.start("to"))
        again = re.search(r"\b(?:second|third|another|next|new)\b", match["group"]) or (
            _SENDS.search(scene.text[: match.start()])
            and re.match(r",? (?:on |in |early |late )*D", scene.text[match.end() :])
        )
        if host not in OTHER or not (patterns().kind.search(match["group"]) or again or _of_missions(scene, match)):
            continue
        if of_third_country(scene, match.start(), match.start("to")):
            continue
        if subject(scene, match.start(), host) and re.search(
            r"\b(?:join|accompan|part of|with)\w* $", scene.text[: match.start()]
        ):
            continue
        draft = mission(scene, match.start(), match.end(), host, rule, "delegation")
        if draft:
            yield match.start(), match.end(), draft


_MISSIONS = re.compile(r"\b(?:trade|business|economic)(?: and [a-z]+)? missions?\b")


def _of_missions(scene: Scene, match: re.Match) -> bool:
    """Whether "the mission to L" is one of the trade missions that the sentences before tell of."""
    told = scene.family[max(0, scene.index - 2) : scene.index]
    return match["group"].endswith("mission") and any(_MISSIONS.search(s.text) for s in told)


def _working(scene: Scene, rule: str) -> _Found:
    """ "A delegation of the bank headed by its chairman P worked in L"."""
    for match in _WORKING.finditer(scene.text):
        person, host = scene.at[match.start("who")], scene.country(match.start("to"))
        if host in OTHER and person.country == OTHER[host] and is_leader(person):
            level = "delegation" if patterns().kind.search(match["group"]) else None
            draft = mission(scene, match.start("did"), match.end(), host, rule, level)
            if draft:
                yield match.start(), match.end(), draft.but(kind="visit", visitor=person)


_WORKING = re.compile(
    r"\b(?P<group>(?:a|the) [^.;P]{0,60}?\bdelegation\b[^.;P]{0,90}?) (?:led|headed) by (?:the |its )?(?P<who>P)"
    rf"(?:,[^,;]{{2,60}},)? (?P<did>worked|is working|was working|stayed|is staying) in {WHERE}"
)
_SENDS = re.compile(r"\b(?:send|sends|sent|sending|dispatch\w*) $")
_LED_BY = re.compile(r"\b(?:delegation|mission)[^.;P]{0,60} (?:led|headed) by (?:(?:the|its|their) )?$")


# "P, who arrived in L at the head of a delegation of scholars"
_AT_HEAD = re.compile(
    r"(?: (?:on )?D)? (?:at the head of|leading|heading) (?:a|an|the) [^.;P]{0,50}?\b(?:delegation|mission)\b"
)


def _travelling(scene: Scene, rule: str) -> _Found:
    for start, end, host, level, point in (*journeys(scene), *_staying(scene)):
        if host not in OTHER:
            continue
        person = subject(scene, start, host)
        if person is not None:
            # a company's head is no official, but "a delegation led by" one is a mission
            place = next((p for p in scene.people if scene.at[p] == person), 0)  # 0: named in a sentence before
            led = _LED_BY.search(scene.text, 0, place) or _AT_HEAD.match(scene.text, end)
            if led and not is_official(person) and is_leader(person) and person.country == OTHER[host]:
                draft = mission(scene, start, end, host, rule, level or "delegation", point)
                if draft:
                    yield min(led.start(), start), end, draft.but(kind="visit", visitor=person)
            continue
        low = scene.clause_span(start)[0] if scene.text[start - 4 : start] != "who " else 0
        group = patterns().some.search(scene.text[low:start])
        again = _ANOTHER.search(scene.text[low:start])
        if group and _FIRM.search(group["noun"]) and _SETS_UP.match(scene.text, start):
            continue  # "A firms opened a shop in L"
        if group and (_FOR_TRAINING.match(scene.text, end) or _IN_BUSINESS.search(scene.text, low, end)):
            continue  # who is to be taught, and a firm that makes something there
        if group and mission_hosts.RESIDENT.search(scene.text, low, start):
            continue
        if _CALLED_ON.search(scene.text, 0, start):
            continue  # "called on A enterprises to take part in the fair in L"
        if group and not again and _THE_GROUP.search(scene.text[low:start]) and any(start < p for p in scene.dates):
            draft = mission(scene, start, end, host, rule, None, point)
            if draft and draft.period and draft.status == "made":
                yield start, end, draft.but(kind="visit", visitor=None, anaphoric=True)
            continue
        if not again and (
            not group or _OF_THE.search(scene.text[: low + group.start("noun")])
        ):
            continue
        first = low + (again or group).start()
        side = [scene.country(p) for p in scene.at if first <= p < start and scene.text[p] in "AL"]
        if again and not side:
            side = _side_of_mission_before(scene)
        elif not side and "return visit" in scene.text[start:end]:
            side = [OTHER[host]]
        elif not side and (firm := _OF_FIRM.search(scene.text, low, start)):
            side = _side_of_firm(scene, firm["firm"])
        elif not side and scene.filed == OTHER[host] and _DELEGATION.search(scene.text, low, start):
            side = [scene.filed]  # written at home, where it needs no saying
        if OTHER[host] not in side or host in side or of_third_country(scene, first, start):
            continue
        draft = mission(scene, start, end, host, rule, level or "delegation", point)
        if draft:
            yield first, end, draft


# "representatives of 22 A companies are in L this week with a mission"
_STAYING = re.compile(
    rf"\b(?:are|is|were|have been|has been) (?:now |currently |already )?in {WHERE}"
    r"(?= (?:D |this week )?(?:with|on|for|to|as part|at the invitation|looking|seeking|until)\b)"
)


# "a team of A inspectors checked plants in L from D to D"
_AT_WORK = re.compile(
    r"\b(?:(?:was|were|is|are)(?: at work| active)?|works?|worked|checked|inspected|audited|surveyed|examined"
    r"|studied|came to (?:survey|study|explore|inspect)|descended on"
    r"|got acquainted with|familiari[sz]ed themselves with|looked at|sampled)"
    rf" (?:(?!(?:that|to|which|who|for|of|by|and|from)\b)[a-z0-9'-]+ ){{0,5}}?(?:in |near |outside "
    rf"|(?<=descended on )){WHERE}"
    r"(?= (?:on |from )?D)"
)


def _staying(scene: Scene) -> Iterator[tuple[int, int, str | None, None, str]]:
    for pattern in (_STAYING, _AT_WORK):
        for match in pattern.finditer(scene.text):
            yield match.start(), match.end(), scene.country(match.start("to")), None, "whole"


_FIRM = re.compile(
    r"firms|companies|enterprises|businesses|group|investors|producers|exporters|importers|farmers|traders|growers"
)
_SETS_UP = re.compile(r"open|launch|inaugurat|unveil|break|broke|sign")
_FOR_TRAINING = re.compile(
    r"[^.;]{0,24}?\bfor (?:an? |the )?(?:[\w-]+ )?(?:training|treatment|studies|internships?|courses?)\b"
)
_IN_BUSINESS = re.compile(r"\b(?:joined hands|teamed up|partnered)\b")
_CALLED_ON = re.compile(
    r"\b(?:call\w* (?:on|upon|for)|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)?|encourag\w+|advis\w+|appeal\w* to|want(?:s|ed)?"
    r"|help\w*|enabl\w+|allow\w*|invit\w+) [^;:.P]{2,80} to $"
)
_OF_THE = re.compile(r"\bthe (?:(?!(?:that|said|when|an?) )[a-z'-]+ |A )*$")
_THE_GROUP = re.compile(r"^\W*(?:during the visit, )?the (?:A )?(?:delegation|mission|guests)\b[^.;,P]{0,50} $")
_OF_FIRM = re.compile(
    r"\b(?:representatives|specialists|executives|managers) of the (?P<firm>group|company|corporation|firm|holding)\b"
)


def _side_of_firm(scene: Scene, firm: str) -> list[str | None]:
    """Whose "the group" is: of the one country that the text names a group of."""
    named = re.compile(rf"\b(?P<of>[LA])(?:'s)? (?:[\w-]+ ){{0,4}}{firm}\b")
    told = {o.country(m.start("of")) for o in scene.family[: scene.index] for m in named.finditer(o.text)}
    return list(told) if len(told) == 1 else []


_DELEGATION = re.compile(r"\ban? (?:[\w-]+ ){0,3}(?:delegation|mission)\b(?! (?:from|of foreign|of international)\b)")
_REACH = 5
_ANOTHER = re.compile(
    r"\b(?:the|a|an|its) (?:next|second|third|fourth|new|following|other|similar) (?:[\w-]+ |A ){0,3}(?:mission"
    r"|delegation)s?\b[^;P]{0,80}$"
    r"|\banother (?:[\w-]+ |A ){0,3}(?:mission|delegation)\b[^;P]{0,80}$"
)


def _side_of_mission_before(scene: Scene) -> list[str | None]:
    """Whose the mission was that "the next mission" follows."""
    for other in reversed(scene.family[max(0, scene.index - _REACH) : scene.index]):
        if other.sentence.section == scene.sentence.section and re.search(r"\b(?:mission|delegation)\b", other.text):
            sides = [other.country(p) for p in other.at if other.text[p] == "A" and other.country(p) in OTHER]
            if sides:
                return sides[:1]
    return []
