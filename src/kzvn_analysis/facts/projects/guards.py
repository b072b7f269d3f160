"""What looks like an undertaking of the two and is none: given up, at home, a third country's, a guess, long past."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .model import Draft
from .plant_cells import called_shared
from .scene import BOTH, Scene


def is_undertaking(draft: Draft, scene: Scene) -> bool:
    """Whether what `draft` tells of is done or meant between the two, and not only spoken of beside them."""
    clause = scene.clause_at(draft.at)
    if any(words.search(scene.small, clause.start, clause.end) for words in (_LONG_AGO, _GUESSED, _GIVEN_UP)):
        return False
    if _WHERE_IT.search(scene.small, 0, draft.at):
        return False
    return not any(draft.family.startswith(kinds) and check(draft, scene) for check, kinds in _CHECKS)


_LONG_AGO = re.compile(
    r"\bsoviet (?:years|times?|period|era|union|days)\b|\bussr\b|"
    r"\b19[5-8]0s\b|\b(?:before|until) (?:199[01]|independence)\b"
)
_LEARNED = r"(?:analysts?|experts?|economists?|observers?|researchers?)"
# "analysts say Vietnam could sell 50,000 tonnes a year"
_GUESSED = re.compile(
    rf"\b(?:{_LEARNED}|theoretically|in theory)\b[^;]{{0,90}}?\b(?:could|would|might|may)\b|"
    rf"\b(?:could|would|might|may)\b[^;]*\b{_LEARNED} (?:say|said|believe|note|think|noted|estimate)\b|"
    r"\bif\b[^,;]{3,80}\bwere\b"
)
_GIVEN_UP = re.compile(
    r"\b(?:(?:not|never) (?:yet )?(?:been )?(?:reali[sz]ed|carried out|implemented|materiali[sz]ed?|built|opened|"
    r"launched|completed)|(?:was|were|been) (?:later |then |since |eventually )?(?:dropped|abandoned|shelved|scrapped|"
    r"cancelled|canceled|called off)|fell through)\b(?![^;]*\b(?:resum|reopen|reviv|restart)\w*)"
)
# "was in Ninh Thuan, where Vietnam means to build reactors": what is done there anyway
_WHERE_IT = re.compile(r"\bwhere (?:kazakhstan|vi[eệ]t ?nam|the (?:country|province|region|city)) [^,;]*\Z")


def _stands_already(draft: Draft, scene: Scene) -> bool:
    """Whether it is named as known and only its capacity is told: "The terminal at the port can handle …"."""
    if draft.parties or scene.story or called_shared(scene, draft.note):
        return False
    return bool(_THE_ONE_CAN.match(scene.small))


_THE_ONE_CAN = re.compile(
    r"\W*the [^,;]{3,70}? (?:can|is able to|is capable of|has an? (?:[\w-]+ )*?capacity|handles?|handled)\b"
)


def _is_background(draft: Draft, scene: Scene) -> bool:
    """Whether it is what a place or a firm has, or what experience is shared in: "is home to 29 parks"."""
    start = scene.clause_at(draft.at).start
    at_home = len(scene.countries & BOTH) < 2 and bool(_OWNS.search(scene.small, start, draft.at))
    return at_home or bool(_HAS_OR_KNOWS.search(scene.small, start, draft.at))


_OWNS = re.compile(r"\bowns?\b[^;]*\Z")
_HAS_OR_KNOWS = re.compile(
    r"\b(?:(?:is|are|was|were) home to|boasts?)\b[^;]*\Z|"
    r"\b(?:experiences?|expertise|know-how|lessons|best practices|achievements|success\w*) "
    r"(?:in|of|on|for|with|from|about) "
    r"(?:(?! and (?:offer|propos|invit|suggest|will|plan|agree|intend))[^,;.])*\Z"
)


def _is_capacity(draft: Draft, scene: Scene) -> bool:
    """Whether a number is a plant's capacity, and no undertaking besides it."""
    return bool(_CAPACITY_OF.search(scene.small, 0, draft.at))


_CAPACITY_OF = re.compile(r"\bcapacity of (?:[a-z]+ ){0,3}\Z")


def _is_elsewhere(draft: Draft, scene: Scene) -> bool:
    """Whether it stands in a third country, and no firm of both is said to have it: "a terminal at Xi'an"."""
    there = {p.what.country for p in scene.places if p.what.text in draft.places}
    makers = {c.country for c in scene.companies if c.name in draft.parties}
    return bool(there) and not there & {*BOTH, None} and not makers >= BOTH


def _is_of_a_third(draft: Draft, scene: Scene) -> bool:
    """Whether a third country or its firm does it, alone or with one of the two: "Russia is to build … in Vietnam"."""
    clause = scene.clause_at(draft.at)
    if _WORLD_BANK.match(scene.small, clause.start):
        return True
    named = [
        (p.start - scene.sentence.start, p.country)
        for p in scene.reading.within(scene.reading.places, scene.sentence)
        if p.country
    ]
    named += [(c.start, c.country) for c in scene.companies if c.country]
    here = sorted((at, country) for at, country in named if clause.start <= at < draft.at)
    if not here or here[0][1] in BOTH and (len(here) < 2 or not _AND_WHO.match(scene.small, clause.start)):
        return False
    doers = {country for _, country in here[: 2 if here[0][1] in BOTH else 1]}
    return not doers <= BOTH and not {c for _, c in here} >= BOTH and bool(_DOER.match(scene.small, clause.start))


def _is_at_home(draft: Draft, scene: Scene) -> bool:
    """Whether it belongs to one of the two, and the other only hears of it or is told of beside it.

    "Vietnam is building a railway …, he told his Kazakh guest", "a plant in Hue, the Kazakh guests heard".
    """
    if draft.status == "proposed" or _SHARED.search(scene.small):
        return False
    mentions, frames = sorted(_mentions(scene)), list(_told_to(scene))
    told = {country for at, country in mentions if not any(a <= at < b for a, b in frames)}
    hearers = {named[-1] for a, b in frames if (named := [country for at, country in mentions if a <= at < b])}
    return len(told) == 1 and bool(hearers) and not told & hearers


def _is_a_gift(draft: Draft, scene: Scene) -> bool:
    """Whether an embassy gives it: books, computers, toys; not masks."""
    return draft.sector != "health" and bool(_EMBASSY_GIVES.search(scene.small, 0, draft.at))


_CHECKS = (
    (_stands_already, ("plant", "count", "work")),
    (_is_background, ("plant", "firm", "count", "work")),
    (_is_capacity, ("count",)),
    (_is_elsewhere, ("plant", "firm")),
    (_is_of_a_third, ("plant", "firm", "count", "hiring", "work", "flight")),
    (_is_at_home, ("plant", "firm", "count", "hiring", "work", "shipment")),
    (_is_a_gift, ("count", "aid")),
)
_DOER = re.compile(
    r"\W*(?:and |while |whereas |meanwhile,? )?(?:the |a |an )?[\w’'-]+(?: [\w’'&-]+){0,5} "
    r"(?:is|are|has|have|will|plans?|intends?|wants?|began|started|opened|built|launched|agreed|announced|signed|would|"
    r"runs?|operates?|resumed|builds?|decided)\b"
)
_WORLD_BANK = re.compile(
    r"\W*(?:the )?(?:(?:asian|world|european|eurasian|islamic)(?: [\w-]+){0,4}? bank|adb|aiib|ebrd|united nations|"
    r"european union|eaeu)\b"
)
_AND_WHO = re.compile(r"\W*(?:and |while |whereas )?(?:the )?[\w’'-]+(?: [\w’'-]+)? and (?:the )?[\w’'-]+ ")
_EMBASSY_GIVES = re.compile(
    r"\b(?:embassy|ambassador|consul\w*|diplomats?)\b[^;]*\b(?:hand(?:ed|s|ing) over|present(?:ed|s|ing)|gave|giv\w+|"
    r"donat\w+)\b[^;]*\Z"
)


def _mentions(scene: Scene) -> Iterator[tuple[int, str]]:
    """Where the sentence names a country, its people, its places or its firms, and which country it is."""
    for place in scene.reading.within(scene.reading.places, scene.sentence):
        if place.country in BOTH:
            yield place.start - scene.sentence.start, place.country
    for company in scene.companies:
        if company.country:
            yield company.start, company.country


def _told_to(scene: Scene) -> Iterator[tuple[int, int]]:
    """The stretches of a sentence that only say who told it to whom, and where, or ask something else of them."""
    for pattern in (_TOLD_HIM, _HE_HEARD, _THEY_WERE_TOLD, _SAID_IN, _SPEAKING_IN, _ASKED):
        if match := pattern.search(scene.small):
            yield match.span("frame")


_SHARED = re.compile(
    r"\bjoint|\bboth\b|\btwo (?:countries|sides|nations)|\btogether\b|\bpartners?\b|\bcapital of\b|"
    r"\binvest(?:or|ment)s?\b|\bwith the (?:help|support|assistance|participation|involvement) of\b"
)
_GUEST = (
    r"(?:the |his |her |a |an |its |visiting |group of |members of )*"
    r"(?:kazakh(?:stani?)?|vietnamese|vi[eệ]t ?nam)(?:['’]s)? (?:[\w-]+ ){0,4}?"
    r"(?:counterparts?|colleagues?|guests?|delegat\w+|side|visitors?|journalists?|reporters|media|"
    r"ambassador|minister|president|leaders?|businesses|businessmen|entrepreneurs|importers|exporters|partners|"
    r"compan(?:y|ies)|firms|specialists|"
    r"lawmakers|deputies|officials?|experts|diplomat|team|mission|audience|press)\b"
)
_TELLING = r"(?:told|informed|briefed|acquainted|familiari[sz]ed|notified|introduced|showed|reminded)"
_HEARD = (
    r"(?:(?:also |then )?(?:heard|learn(?:ed|t)|saw|got acquainted)|(?:was|were|has been|have been) (?:also |then )?"
    r"(?:told|informed|briefed|shown|acquainted|familiari[sz]ed|introduced))\b"
)
_TOLD_HIM = re.compile(
    rf"(?P<frame>\A[^;]{{0,140}}?\b{_TELLING} (?:to )?{_GUEST}[^,;]{{0,60}}?(?: that| about| of| on| with|[,:]))"
)
_HE_HEARD = re.compile(rf"(?P<frame>\A(?:[^;]{{0,60}}?[ ,])??{_GUEST}[^,;]{{0,60}}? {_HEARD})")
_THEY_WERE_TOLD = re.compile(
    rf",(?P<frame> [^,;]{{0,60}}?\b{_GUEST} {_HEARD}[^,;]*\Z|[^,;]{{0,80}}? {_TELLING} {_GUEST}[^,;]*\Z)"
)
_SAID_IN = re.compile(r",(?P<frame> [^,;]{0,60}? (?:said|noted|announced) (?:in|at) [^,;]*\Z)")
_SPEAKING_IN = re.compile(r"(?P<frame>\A(?:speaking|addressing|taking the floor|meeting)\b[^,;]*,)")
_ASKED = re.compile(
    rf"(?P<frame>,? and (?:also )?(?:called (?:up)?on|asked|invited|urged|encouraged|thanked) {_GUEST}[^;]*\Z)"
)
