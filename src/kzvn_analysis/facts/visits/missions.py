"""Missions: a delegation travels, with or without a named leader."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from ...reading import PersonMention
from ...reading import gated as re
from ...reading.lexicon import alternation, rows
from .actors import is_official, subject
from .cues import status
from .draft import OTHER, Draft
from .scene import Scene
from .timing import moved_to, when
from .travel import journeys
from .wording import WHERE, purpose_level


def find_missions(scene: Scene) -> Iterator[Draft]:
    """Every wording of the sentence that tells of a travelling delegation."""
    if scene.sentence.kind in ("title", "subhead") or not _patterns().group.search(scene.text):
        return
    taken: list[tuple[int, int]] = []
    for rule, find in (
        ("mission-led", _led),
        ("mission-to", _sent),
        ("mission-held", _held),
        ("mission-attends", _attending),
        ("mission-received", _received),
        ("mission-there", _being_there),
        ("mission-works", _working),
        ("mission-travels", _travelling),
    ):
        for start, end, draft in find(scene, rule):
            if not any(a < end and start < b for a, b in taken):
                taken.append((start, end))
                yield draft


_Found = Iterator[tuple[int, int, Draft]]


_LEADER_TOLD = re.compile(
    r"\bthe (?:[\w-]+ ){0,2}(?:A )?(?:delegation|mission|group|guests)\b[^.;P]{0,110}?\b(?:led|headed) by "
    r"(?:(?:the|its|their) )?(?P<by>P)"
    r"|^\W*(?:its|the delegation's|the mission's|the group's) (?:head|leader),? (?P<head>P)"
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
            person = other.at[next(told.start(name) for name in ("by", "who", "head") if told[name])]
            return person if person.country == origin and is_leader(person) else None
    return None


_MANY = re.compile(r"\b(?:many|most|numerous|all|more and more|countless) (?:of )?(?:[\w-]+ |A ){0,5}$")
_WITH = re.compile(r",? (?:together |along )?with (?:(?:the|its|their) )?(?P<who>P)\b")


def _came_with(scene: Scene, end: int, origin: str) -> PersonMention | None:
    """ "25 companies that came to L with X"."""
    match = _WITH.match(scene.text, end)
    person = scene.at[match.start("who")] if match else None
    return person if person and person.country == origin and is_official(person) else None


class _Patterns(NamedTuple):
    led: re.Pattern
    sent: re.Pattern
    some: re.Pattern
    group: re.Pattern
    held: re.Pattern
    kind: re.Pattern


@cache
def _patterns() -> _Patterns:
    kinds: dict[str, list[str]] = {}
    for wording, kind in rows("mission_words.tsv", "kzvn_analysis.facts"):
        kinds.setdefault(kind, []).append(wording)
    group, kind, led = (alternation(kinds[k]) for k in ("group", "kind", "led"))
    number = (
        r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|"
        r"forty|fifty|dozens of|several|some)(?:-\w+)?"
    )
    return _Patterns(
        led=re.compile(
            rf"(?<![\w-]){led} (?P<group>(?:a|an|the|his|her|some|about|around|nearly|over|more than|{number}) "
            rf"[^.;,P]{{0,60}}?(?<![\w-]){group}(?: of [^.;PL]{{0,60}}?)?) "
            rf"(?:on (?:a|an) [\w -]{{0,30}}(?:visit|trip) )?to "
            rf"(?:(?:an? [^.;,PL]{{0,50}}?(?:forum|fair|exhibition|expo"
            rf"|conference|seminar|talks|meeting|mission)|the [^.;,P]{{0,90}}?(?:commission|committee|forum|fair|summit"
            rf"|conference|congress|assembly|exhibition|festival|session)) (?:in|at) )?{WHERE}"),
        sent=re.compile(
            rf"(?<![\w-])(?P<group>(?:(?:a|an|another|its|their|the first|the second|the next|D's) "
            rf"[^.;,PD]{{0,60}}?|the (?:(?:trade|business|economic|and|A) )*)(?:delegation"
            rf"|mission|(?<=\ba )group(?= of (?:entrepreneurs|business|companies"
            rf"|firms|experts|specialists)))(?: of [^.;PL]{{0,60}}?)?),? to {WHERE}"),
        group=re.compile(rf"(?<![\w-]){group}(?![\w-])"),
        some=re.compile(
            rf"(?:^|\b(?:a|an|another)\b|(?<![\w-]){number})(?P<group> ?[^.;P]{{0,70}}?(?<![\w-])"
            rf"(?P<noun>{group})(?![\w-])[^;P]{{0,80}})$"),
        held=re.compile(
            rf"(?<![\w-])(?:trade|business|economic)(?:(?:,| and|-) ?[\w-]+){{0,3}} "
            rf"mission(?P<of>[^.;P]{{0,60}}?) (?:was held|were held|took place|is taking place|will "
            rf"be held|will take place|is to be held|worked) in {WHERE}"
            r"|(?P<at>L),? (?:is (?:now )?hosting|hosts|has hosted|hosted) (?:a|an|the) "
            r"(?:trade|business|economic)(?:(?:,| and|-) ?[\w-]+){0,3} mission (?:of|from) [^.;P]{0,40}"),
        kind=re.compile(rf"(?<![\w-]){kind}(?![\w-])"),
    )  # fmt: skip


def _led(scene: Scene, rule: str) -> _Found:
    for match in _patterns().led.finditer(scene.text):
        host = scene.country(match.start("to"))
        person = subject(scene, match.start(), host, strict=True)
        if host in OTHER and person is None and not scene.text[: match.start()].count("P"):
            sides = {scene.country(p) for p in scene.at if match.start() <= p < match.start("to")} - {None}
            sides = sides or {scene.country(p) for p in scene.at if p < match.start() and scene.text[p] in "LA"}
            if sides == {OTHER[host]} and _patterns().kind.search(match["group"]):
                draft = _draft(scene, match.start(), match.end(), host, rule, "delegation")
                if draft:
                    yield match.start(), match.end(), draft
            continue
        if host in OTHER and person and is_leader(person) and person.country == OTHER[host]:
            level = "delegation" if _patterns().kind.search(match["group"]) else None
            draft = _draft(scene, match.start(), match.end(), host, rule, level)
            if draft:
                yield match.start(), match.end(), draft.but(kind="visit", visitor=person)


def is_leader(person: PersonMention) -> bool:
    """Whether somebody's leading a delegation counts: also the head of a company or a university."""
    return is_official(person) or person.office in (
        "business",
        "academic",
        "official",
        "deputy-official",
        "head",
        "deputy-head",
        "deputy-chair",
        "chair",
        "member",
    )


def is_of_business(draft: Draft) -> bool:
    """Whether the words around call a mission one of business or experts."""
    low, high = draft.scene.clause_span(draft.position)
    return bool(_patterns().kind.search(draft.scene.text[low:high]))


def _sent(scene: Scene, rule: str) -> _Found:
    patterns = _patterns()
    for match in patterns.sent.finditer(scene.text):
        host = scene.country(match.start("to"))
        again = re.search(r"\b(?:second|third|another|next|new)\b", match["group"]) or (
            _SENDS.search(scene.text[: match.start()])
            and re.match(r",? (?:on |in |early |late )*D", scene.text[match.end() :])
        )
        if host not in OTHER or not (patterns.kind.search(match["group"]) or again or _of_missions(scene, match)):
            continue
        if _of_third_country(scene, match.start(), match.start("to"), host):
            continue
        if subject(scene, match.start(), host) and re.search(
            r"\b(?:join|accompan|part of|with)\w* $", scene.text[: match.start()]
        ):
            continue
        draft = _draft(scene, match.start(), match.end(), host, rule, "delegation")
        if draft:
            yield match.start(), match.end(), draft


_MISSIONS = re.compile(r"\b(?:trade|business|economic)(?: and [a-z]+)? missions?\b")


def _of_missions(scene: Scene, match: re.Match) -> bool:
    """Whether "the mission to L" is one of the trade missions that the sentences before tell of."""
    told = scene.family[max(0, scene.index - 2) : scene.index]
    return match["group"].endswith("mission") and any(_MISSIONS.search(s.text) for s in told)


def _held(scene: Scene, rule: str) -> _Found:
    """ "A trade mission of A companies was held in L", "L is hosting a trade mission of A companies"."""
    for match in _patterns().held.finditer(scene.text):
        host = scene.country(match.start("to" if match["to"] else "at"))
        told = {scene.country(p) for p in scene.at if match.start() < p < match.end() and scene.text[p] in "AL"}
        if match["at"] and OTHER.get(host) not in told:
            continue
        if host in OTHER and not _of_third_country(scene, max(0, match.start() - 20), match.end(), host):
            draft = _draft(scene, match.start(), match.end(), host, rule, "delegation")
            if draft:
                yield match.start(), match.end(), draft


def _attending(scene: Scene, rule: str) -> _Found:
    """ "The participation of the A delegation in the summit, to be held in L on D"."""
    for match in _TAKES_PART.finditer(scene.text):
        host = scene.country(match.start("to"))
        if host in OTHER and scene.country(match.start("of")) == OTHER[host]:
            draft = _draft(scene, match.start(), match.end(), host, rule, purpose_level(scene, 0, match["what"]))
            if draft:
                yield match.start(), match.end(), draft


_TAKES_PART = re.compile(
    rf"\b(?:participation|attendance) (?:of|by) (?:the |an? )?(?:high-level "
    rf"|high-ranking )?(?P<of>A) delegation (?:in|at) "
    rf"(?P<what>[^.;P]{{5,120}}?) in {WHERE}"
)
def _received(scene: Scene, rule: str) -> _Found:
    """ "Leaders of the province worked with a delegation of firms from L led by P": P came."""
    for match in _GUESTS.finditer(scene.text):
        person = scene.at[match.start("who")]
        host = OTHER.get(person.country)
        before = {scene.country(p) for p in scene.at if p < match.start("group") and scene.text[p] in "LA"}
        if host is None or not is_leader(person) or any(p < match.start() for p in scene.people):
            continue
        if host not in before and scene.filed != host or not {*before} <= {host, None}:
            continue
        level = "delegation" if _patterns().kind.search(match["group"]) else None
        draft = _draft(scene, match.start(), match.end(), host, rule, level, "during")
        if draft:
            yield match.start(), match.end(), draft.but(kind="visit", visitor=person)


_GUESTS = re.compile(
    r"\b(?:(?:meeting|talks|negotiations) (?:was|were) held [^.;P]{0,80}?with|received|hosted|welcomed|met with"
    r"|worked with|(?:held|had) (?:a )?(?:working session|work session|meeting"
    r"|talks)s? with) "
    r"(?:in L )?(?P<group>(?:the|a|an) [^.;P]{0,80}?\bdelegation\b[^.;P]{0,100}?) (?:led|headed) by (?:the |its "
    r"|mr\. )?(?P<who>P)"
)


def _being_there(scene: Scene, rule: str) -> _Found:
    """ "The A delegation is in L from D to D": the visit told before."""
    for match in _IS_THERE.finditer(scene.text):
        host = scene.country(match.start("to"))
        sides = {scene.country(p) for p in scene.at if match.start() <= p < match.start("to") and scene.text[p] == "A"}
        draft = _draft(scene, match.start("is"), match.end(), host, rule, None) if host in OTHER else None
        if draft and draft.period and draft.status == "made" and not sides - {OTHER[host]}:
            yield match.start(), match.end(), draft.but(kind="visit", visitor=None, anaphoric=True)


_IS_THERE = re.compile(
    rf"\bthe (?:A )?(?:delegation|guests|visitors) (?P<is>is|are|was|were|will be) in {WHERE} (?:from )?D"
)


def _working(scene: Scene, rule: str) -> _Found:
    """ "A delegation of the bank headed by its chairman P worked in L"."""
    for match in _WORKING.finditer(scene.text):
        person, host = scene.at[match.start("who")], scene.country(match.start("to"))
        if host in OTHER and person.country == OTHER[host] and is_leader(person):
            level = "delegation" if _patterns().kind.search(match["group"]) else None
            draft = _draft(scene, match.start("did"), match.end(), host, rule, level)
            if draft:
                yield match.start(), match.end(), draft.but(kind="visit", visitor=person)


_WORKING = re.compile(
    r"\b(?P<group>(?:a|the) [^.;P]{0,60}?\bdelegation\b[^.;P]{0,90}?) (?:led|headed) by (?:the |its )?(?P<who>P)"
    rf"(?:,[^,;]{{2,60}},)? (?P<did>worked|is working|was working|stayed|is staying) in {WHERE}"
)
_SENDS = re.compile(r"\b(?:send|sends|sent|sending|dispatch\w*) $")
_LED_BY = re.compile(r"\b(?:delegation|mission)[^.;P]{0,60} (?:led|headed) by (?:(?:the|its|their) )?$")


def _travelling(scene: Scene, rule: str) -> _Found:
    patterns = _patterns()
    for start, end, host, level, point in journeys(scene):
        if host not in OTHER:
            continue
        person = subject(scene, start, host)
        if person is not None:
            # a company's head is no official, but "a delegation led by" one is a mission
            place = next((p for p in scene.people if scene.at[p] == person), 0)  # 0: named in a sentence before
            led = _LED_BY.search(scene.text, 0, place)
            if led and not is_official(person) and is_leader(person) and person.country == OTHER[host]:
                draft = _draft(scene, start, end, host, rule, level or "delegation", point)
                if draft:
                    yield led.start(), end, draft.but(kind="visit", visitor=person)
            continue
        low = scene.clause_span(start)[0] if scene.text[start - 4 : start] != "who " else 0
        group = patterns.some.search(scene.text[low:start])
        again = _ANOTHER.search(scene.text[low:start])
        if group and not again and _THE_GROUP.search(scene.text[low:start]) and any(start < p for p in scene.dates):
            draft = _draft(scene, start, end, host, rule, None, point)
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
        if OTHER[host] not in side or host in side or _of_third_country(scene, first, start, host):
            continue
        draft = _draft(scene, start, end, host, rule, level or "delegation", point)
        if draft:
            yield first, end, draft


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


def _of_third_country(scene: Scene, low: int, high: int, host: str) -> bool:
    return any(low <= p < high and scene.text[p] in "AL" and scene.country(p) not in OTHER for p in scene.at)


def _draft(
    scene: Scene, start: int, end: int, host: str, rule: str, level: str | None, point: str = "whole"
) -> Draft | None:
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
