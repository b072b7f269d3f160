"""Meetings: officials of the two countries meet, there or here or in a third country."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import PersonMention
from ...reading import gated as re
from .actors import is_official, subject
from .cues import is_remote, status
from .draft import OTHER, Draft
from .meeting_words import Met, ends_of, patterns
from .nouns import find_nouns
from .presence import both_present
from .referents import antecedent, is_governed
from .scene import Scene
from .side_by_side import side_by_side
from .timing import When, moved_to, when
from .travel import journeys
from .venues import day_before, known_seat, meeting_place, met_elsewhere, sidelines_before, told_next, who_met_them
from .wording import purpose_level


def find_meetings(scene: Scene) -> Iterator[Draft]:
    """Every wording of the sentence that tells of two officials' meeting."""
    seen: set[frozenset[str]] = set()
    for met in _wordings(scene) if scene.people else ():
        pair = frozenset((met.one.key, met.two.key))
        if _OUTCOME_OF.search(scene.text, max(0, met.start - 60), met.end):
            continue
        if pair in seen or {met.one.country, met.two.country} != set(OTHER):
            continue
        if is_official(met.one) and is_official(met.two) and not is_remote(scene, met.start, met.end):
            draft = _draft(scene, met)
            if draft:
                seen.add(pair)
                yield draft
    for start, end, one, two, host in both_present(scene):
        if frozenset((one.key, two.key)) not in seen and not is_remote(scene, start, end):
            draft = _draft(scene, Met(start, end, one, two, host, "together"))
            if draft:
                seen.add(frozenset((one.key, two.key)))
                yield draft


# "told the host of the outcome of his talks with P": one of those whom the visit brought about
_OUTCOME_OF = re.compile(
    r"\b(?:outcomes?|results?) of (?:his|her|their) (?:[\w-]+ ){0,3}(?:talks|meetings?|sessions?) with\b"
)


def find_receptions(scene: Scene) -> Iterator[Draft]:
    """ "The delegation was received by Y": part of a journey told before; it lends its day."""
    told = scene.people and re.search("delegation|guest", scene.text)
    for match in patterns().they_met.finditer(scene.text) if told else ():
        person = scene.at[match.end() - 1]
        home = person.country
        sides = {scene.country(p) for p in scene.at if match.start() <= p < match.end() - 1 and scene.text[p] in "AL"}
        state = status(scene, match.start(), match.end())
        if home not in OTHER or not is_official(person) or sides - {OTHER[home], home} or state != "made":
            continue
        if is_remote(scene, match.start(), match.end()):
            continue
        time = when(scene, match.start(), match.end(), "during")
        yield Draft(
            "meeting", scene, match.start(), "received", None, OTHER[home], home, None, time.period, time.point, None,
            state, person, anaphoric=True, dated=time.dated,
        )  # fmt: skip


def _draft(scene: Scene, met: Met) -> Draft | None:
    state = status(scene, met.start, met.end, alone=met.quoted)
    if state in ("off", "wished"):
        return None
    if state == "moved":
        time, state = moved_to(scene, met.end), "planned"
        if time.period is None:
            return None
    else:
        told = {*(j[0] for j in journeys(scene)), *(w.start for w in find_nouns(scene) if w.start > met.start)}
        others = tuple(sorted({met.start, *told}))
        time = when(scene, met.start, met.end, "during", others)
    if met.day and not time.dated:
        time = When(met.day, "during", None, True)
    if not time.dated and (day := day_before(scene)):
        time = When(day, "during", None, True)
    place = meeting_place(scene, met.start, met.end)
    if place is None and met.host is None:
        place = told_next(scene)
    if place is None and met.host is None:
        place, day = sidelines_before(scene)
        if day and not time.dated:
            time = When(day, "during", None, True)
    if place is None and met.host is None:
        place, day = met_elsewhere(scene)
        if day and "D" not in scene.text[met.start : met.end]:  # another time is of what they spoke of
            time = When(day, "during", None, True)
    if place is None and met.host is None:
        place = known_seat(scene)
    host = place or met.host
    visitor, counterpart = (met.two, met.one) if met.one.country == host else (met.one, met.two)
    away = host is not None and host not in OTHER
    level = "talks" if away or met.rule == "consultations" else purpose_level(scene, met.end) or _came_for(scene, met)
    return Draft(
        "meeting", scene, met.start, met.rule, visitor, visitor.country, host, level, time.period, time.point,
        None, state, counterpart, explicit_host=place is not None, dated=time.dated, month_day=time.month_day,
    )  # fmt: skip


_OCCASION = re.compile(
    r"\W*(?:on the occasion of|while) (?:his |her )?(?:attend|tak|particip)[^;P]{3,110}?, (?:the )?$"
)


_TO_LEARN = re.compile(
    r"\b(?:delegation|mission)\b[^.;P]{0,90}? (?:led|headed) by (?:the |its )?P,? who (?:[a-z]+ ){1,6}?"
    r"to (?:study|learn|explore|survey|look for|seek|share experience)\b"
)


def _came_for(scene: Scene, met: Met) -> str | None:
    """ "On the occasion of attending the summit in L, P met P"; a delegation that came to study is one of experts."""
    if _TO_LEARN.search(scene.text, met.start):
        return "delegation"
    first = scene.people[0]
    opening = _OCCASION.match(scene.text[:first]) if scene.country(first) != met.host else None
    return purpose_level(scene, 0, opening[0]) if opening else None


def _wordings(scene: Scene) -> Iterator[Met]:
    text, at, words = scene.text, scene.at, patterns()
    if len(scene.people) > 1:
        for match in words.received_by.finditer(text):
            one, two = ends_of(scene, match)
            yield Met(match.end("lead"), match.end(), two, one, two.country, "received-by")
        for match in words.received.finditer(text):
            one, two = _doer(scene, match), ends_of(scene, match)[1]
            if one is not None and not _A_WELCOME.search(text, match.start(), match.end()):
                yield Met(match.end("lead"), match.end(), one, two, one.country, "received")
        opening = words.receiving.match(text)
        if opening:
            two, one = ends_of(scene, opening)
            yield Met(opening.start(), opening.end(), one, two, one.country, "received")
        opening = words.talking.match(text)
        if opening:
            two, one = ends_of(scene, opening)
            yield Met(opening.start(), opening.end(), one, two, None, "meeting-with")
        for match in words.together.finditer(text):
            yield from side_by_side(scene, match)
        for match in words.at_talks.finditer(text):
            yield Met(match.end("lead"), match.end(), *ends_of(scene, match), None, "together")
        for match in words.between.finditer(text):
            if match[0].startswith("dialogue") and not scene.dates:
                continue  # "thanks to the productive dialogue between P and P": how they get on
            rule = "consultations" if "consult" in match[0] else "between"
            yield Met(match.start(), match.end(), *ends_of(scene, match), None, rule)
        for match in words.met.finditer(text):
            one, two = _doer(scene, match), ends_of(scene, match)[1]
            if one is not None:
                guest = _GUESTS.search(text, match.start(), match.end() - 1)
                call = "courtesy" in match[0] or re.search(r"\bcall(?:ed|s|ing)? (?:up)?on\b", match[0])
                guest = guest or _IS_HERE.match(text, match.end())
                host, rule = (one.country, "received") if guest else (two.country if call else None, "met")
                rule = "consultations" if "consult" in match[0] else rule
                yield Met(match.end("lead"), match.end(), one, two, host, rule)
                for other in _further(scene, match.end()):
                    yield Met(match.end("lead"), match.end(), one, other, host, rule)
        for match in words.told.finditer(text):
            yield Met(match.start(), match.end(), *ends_of(scene, match), None, "met", quoted=True)
        for match in words.at_party.finditer(text):
            guest = at[match.end() - 1]
            one = _who_says(scene, match.start(), OTHER.get(guest.country))
            if one is not None:
                yield Met(match.start(), match.end(), one, guest, one.country, "received", quoted=True)
    for match in words.he_met.finditer(text) if _HE.search(text) else ():
        two = at[match.end() - 1]
        one = antecedent(scene, two.country) if not scene.people or scene.people[0] > match.start() else None
        if one is not None:
            yield Met(match.start(), match.end(), one, two, None, "met")
    for match in words.meeting_with.finditer(text):
        two = at[match.end() - 1]
        home = OTHER.get(two.country)
        one = _who_says(scene, match.start(), home)
        one = one or who_met_them(scene)
        if one is not None and one.country == home:
            yield Met(match.start(), match.end(), one, two, None, "meeting-with")


# "called on P, who is on a state visit to L"
_IS_HERE = re.compile(r",? (?:who (?:is|was|has been|had come|came)|currently|now) [^.;P]{0,40}\b(?:visit|trip)\b")
# "thanked for the warm welcome and agreed with P", not "gave a warm welcome to P"
_A_WELCOME = re.compile(
    r"\b(?:the|an?|his|her|their|warm|cordial|hearty|friendly|such|this) welcome\b(?! (?:to|ceremony|reception)\b)"
    r"|\breceiv(?:ed|es|ing) (?:a|an|the|his|her|their) (?:[\w-]+ ){0,3}"
    r"(?:welcome|reception|greeting|award|order|medal|letter|message|invitation|degree|title|honou?rs?)\b"
)
_FURTHER = re.compile(
    r"(?: of (?:the )?L)?(?:,? and (?:with )?|,? as well as (?:with )?|, (?:with )?)(?:the |his |her )?(?:L's )?P"
    r"(?=,(?! who\b)|\.|$| and (?:the |others|P)| (?:in|on|at|during|as)\b)"
)


def _further(scene: Scene, position: int) -> Iterator[PersonMention]:
    """Whom else of a list they met: "met X, Y and Z"."""
    while match := _FURTHER.match(scene.text, position):
        position = match.end()
        yield scene.at[position - 1]


def _who_says(scene: Scene, position: int, home: str | None) -> PersonMention | None:
    """Whose meeting it is: of his country who is named last before it, else first after it."""
    mine = [p for p in scene.people if scene.country(p) == home]
    before = [p for p in mine if p < position]
    return scene.at[before[-1] if before else mine[0]] if mine else None


_HE = re.compile(r"\b(?:he|she) ")


# "met with the A delegation headed by Y": a delegation is on a journey
_GUESTS = re.compile(
    r"\b(?:A|visiting) [^P;]{0,30}(?:delegation|mission|guests?)[^P;]{0,30}(?:headed|led) by (?:the |its )?$"
    r"|\bdelegation [^P;]{0,110}(?:headed|led) by (?:the |its )?$"
)


# "General Secretary X, then also State President, met"
_HOLDS_BOTH = re.compile(r"P, (?:(?:then|also|concurrently|at the time) )+$")


def _doer(scene: Scene, match: re.Match) -> PersonMention | None:
    """Who meets or receives; somebody in an aside does not ("X, who accompanied Z, met Y")."""
    first = match.start()
    both = _HOLDS_BOTH.search(scene.text[:first])
    if both:
        return scene.at[both.start()]
    if is_governed(scene, first) and not re.match(r",? who\b", match["lead"]):
        return subject(scene, first)
    return scene.at[first]
