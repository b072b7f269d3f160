"""Air routes: flights between cities, their frequency, who flies them, and whether they already do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from ...reading import gated as re
from .companies import Company
from .legs import STAND_AT, countries_of, frequency, legs, names, risen_to, segments
from .model import Draft
from .rises import DOUBLED, before_the_rise, changed, doubled, rise_of
from .scene import BOTH, STATUS_OF, At, Scene

_FLIGHT = re.compile(
    r"\b(?:flights?|air (?:routes?|links?|services?|bridge|connections?)|charters?|"
    r"(?:direct|scheduled|regular|non-?stop|passenger|seasonal) (?:services?|routes?|connections?)|flight routes?|"
    r"(?:boeing|airbus) [\w-]+ (?:[\w-]+ )?(?:(?:will|is to) )?(?:fly|flies)|carr(?:y|ies) (?:holiday-?makers|"
    r"passengers|tourists|travellers|pilgrims))\b"
)
_WITH_AIRLINE = re.compile(
    r"\b(?:fl(?:y|ies|ying|own)|routes?|services?|serv(?:e|es|ed|ing)|connect\w*|link\w*|network|destinations?|"
    r"add(?:s|ing)?|slots?|rotations?|frequenc(?:y|ies)|going to|timetable)\b"
)
_CARRIERS = re.compile(r"\b(?:carriers?|airlines?)\b")
# who carries data, or goods
_CABLE = re.compile(r"\b(?:fib(?:re|er)|cable|broadband|telecom\w*|bandwidth|ports?|deliver\w*|containers?|rail\w*)\b")
_TRAINS = re.compile(r"\btrains?\b")
_AIR = re.compile(r"\b(?:flights?|fl(?:y|ies|ying|own)|air|airlines?|carriers?|charters?|aircraft|planes?|airports?)\b")
_START = re.compile(
    r"\b(?:open|launch|resum|br(?:ing|ought) back|restor|start|establish|introduc|increas|add|expand|reopen"
    r"|re-open)\w*\b"
)
_NOW = re.compile(
    r"(?<!to )(?<!will )(?<!would )\b(?:runs?|operates?|flies|serves?|connects?|links?|offers?)\b(?! to\b)"
    r"|\bthere (?:is|are) (?:also |now |currently )?(?:[\w-]+ ){0,3}(?:flights?|charters?|services?|routes?)\b"
    r"|\bserved by\b"
)
_GAP = re.compile(
    r"(?:,(?: and)?|;| and| as well as) (?:(?:once|twice|daily|\w+ (?:times|flights))(?: \w+ week| weekly)? )?to "
)
_ONE_FLIGHT = re.compile(
    r"\b(?:flight|charter|plane|aircraft|airliner)(?: \w+){0,4} (?:left|departed|landed|took off|"
    r"arrived|touched down|"
    r"was made|was met|was performed)\b"
)
# a route that the text names without its cities: "the launch of a direct air route between the two countries"
_DIRECT = re.compile(
    r"\b(?:(?P<opened>open|launch|establish|start|resum|restor|introduc|begin)\w*) (?:of )?(?:(?:an?|the|new|"
    r"first|operating|operation of) ){0,3}"
    r"(?P<what>(?:(?:direct|regular|non-?stop|scheduled) )(?:passenger |air |commercial )?(?:flights?|"
    r"routes?|services?|links?|connections?)|"
    r"air (?:routes?|bridge|links?)|flights(?= between (?:the|our|their) (?:two )?(?:capitals|countries)))\b|"
    r"\b(?P<there>(?:direct|regular|non-?stop|scheduled) (?:air )?(?:flights|routes|"
    r"services))\b[^.;]{0,50} (?:are already|already|now|are in operation|operate)\b"
)
_FORMER = re.compile(r"\b(?:former|formerly|subsidiary of|parent of) \Z")
_TWO = re.compile(r"\b(?:the|our|both) (?:two )?(?:countries|nations|sides)\b")
_BROUGHT = re.compile(
    r"\b(?:brought|carried|took|evacuat\w+|repatriat\w+|flown)\b[^.;]{0,40}\bhome\b|\bevacuat\w+|"
    r"\brepatriat\w+"
)


def find_flights(scene: Scene) -> Iterator[Draft]:
    """Yield every air route of the sentence: one for each pair of cities."""
    if _TRAINS.search(scene.small) and not _AIR.search(scene.small):
        return  # "a regular service of three trains a week on the Hanoi – Almaty route"
    flights = _FLIGHT.search(scene.small) or _taken_up(scene)
    if not flights and not _WITH_AIRLINE.search(scene.small):
        return
    airlines = [c for c in scene.companies if c.sector == "aviation" and not _FORMER.search(scene.small, 0, c.start)]
    same = () if airlines else _same_carrier(scene)
    if not (flights or airlines or same or _CARRIERS.search(scene.small) and not _CABLE.search(scene.small)):
        return
    found: list[Draft] = []
    for start, end in segments(scene):
        earlier = found[-1] if found else None
        parties = _carriers(scene, airlines, start, end) or same
        if earlier and DOUBLED.search(scene.small, start, end):
            found.append(doubled(scene, start, end, earlier))
            continue
        if earlier and (often := _now_so_often(scene, start, end, earlier)):
            found[-1] = replace(earlier, quantity=often[0], unit=often[1])
            continue
        for places in legs(scene, start, end) or [[]]:
            if earlier and len(places) == 1 and len(earlier.places) == 2 and _GAP.match(scene.small, start):
                from_there = next(p for p in scene.places if p.what.text == earlier.places[0])
                places = [from_there, *places]
            draft = _route(scene, start, end, places, parties, bool(airlines or same))
            if draft is None:
                continue
            before = before_the_rise(draft, rise_of(scene, start, end))
            if before:
                found.append(before)
                draft = replace(draft, note="more")
            found.append(draft)
            earlier = draft
    yield from found


# "From the summer schedule, it plans to link …": the airline whose route was told right before
_IT = re.compile(
    r"\W*(?:(?:from|in|on|starting|beginning|next|this|later) [^,;.]{2,40},? )?"
    r"(?:it|they|the (?:airline|carrier|company))"
    r" (?:also )?(?:plans?|intends?|will|is|are|hopes?|aims?|wants?|expects?|has|have|launched|opened|resumed|added)\b"
)


def _same_carrier(scene: Scene) -> tuple[str, ...]:
    return scene.actors if scene.story.startswith("flight") and _IT.match(scene.small) else ()


_NOW_FLOWN = re.compile(
    r"\W*(?:(?:and|which|but) )?(?:(?:it|they|the (?:airline|carrier)) )?(?:is |are )?"
    r"(?:now |currently |already |presently )?"
    r"(?:operat(?:es?|ing|ed)|flies|fly|flying|flown|runs?|running|performs?|performing)\b"
)


_ON_IT = re.compile(r"\bon (?:the|this|that) route\b")


def _now_so_often(scene: Scene, start: int, end: int, earlier: Draft) -> tuple[float, str] | None:
    """How often the route just told is flown: "resumed the Almaty – Hue flights, and now operates four a week"."""
    if earlier.quantity is not None or len(earlier.places) < 2 or scene.within(scene.places, start, end):
        return None
    flown = _NOW_FLOWN.match(scene.small, start, end) or _ON_IT.search(scene.small, start, end)
    return frequency(scene, start, end) if flown else None


def _carriers(scene: Scene, airlines: Sequence[Company], start: int, end: int) -> tuple[str, ...]:
    """Who flies: the airlines named before the route's first city, else the last one named before."""
    cities = scene.within(scene.places, start, end)
    first = cities[0].start if cities else end
    here = [c for c in airlines if start <= c.start < first]
    here = here or [c for c in airlines if start <= c.start < end][:1]
    if not cities:
        return tuple(dict.fromkeys(c.name for c in here))
    here = here or [c for c in airlines if c.end <= start][-1:]
    here = here or [c for c in airlines if scene.clause_at(c.start) == scene.clause_at(start)][:1]
    return tuple(dict.fromkeys(c.name for c in here))


def _route(
    scene: Scene, start: int, end: int, places: Sequence[At], parties: tuple[str, ...], airline: bool
) -> Draft | None:
    said = scene.small[start:end]
    noun = _FLIGHT.search(said) or _taken_up(scene)
    noun = noun or (_WITH_AIRLINE.search(said) if airline or _CARRIERS.search(scene.small) else None)
    if not noun and (len(places) < 2 or len(countries_of(places)) < 2 and not frequency(scene, start, end)):
        return None
    cities = [p for p in places if p.what.kind == "city"] or [p for p in places if p.what.kind == "region"]
    often = frequency(scene, start, end)
    if often and _ALLOWED.search(said):
        return None
    between = scene.countries >= BOTH or countries_of(cities) >= BOTH or _goes_on(scene, airline)
    risen = bool(risen_to(said)) and scene.reading.relevance == "bilateral" and not scene.countries - BOTH
    if not between and not risen and not (_TWO.search(said) and (often or _DIRECT.search(said))):
        return None
    there = countries_of(cities)
    if cities and not there & BOTH or there - BOTH and not there >= BOTH:  # a list's other routes
        return None
    if not cities and _UNTIL_NOW.search(said) or len(cities) == 1 and _IS_THE_NTH.search(said):
        return None
    if not cities and not often and not (_DIRECT.search(said) and (scene.countries >= BOTH or _TWO.search(said))):
        return None
    at = cities[-1].start if cities else start + noun.start()
    kind = scene.kind_in(at, start, end)
    status = _status(scene, kind, said, often is not None)
    if status is None or not cities and not often and not _is_told(said, kind):
        return None
    charter = "charter " if "charter" in said else ""
    if often and (rise := rise_of(scene, start, end)):
        often = rise[1], "flights/week"
    likened = _LIKENED.search(scene.small, start, end)
    period = scene.period(start, likened.start() if likened else end, at)
    if change := changed(said):
        often, period, status = (change[0], "flights/week"), change[1], "operating"
    return Draft(
        family="flight",
        at=at,
        title=_title(scene, charter, cities, parties) if cities or often else _unnamed(said),
        sector="aviation",
        status=status,
        places=names(cities),
        parties=parties,
        quantity=often[0] if often else None,
        unit=often[1] if often else None,
        period=period,
    )


# "daily flights …, expanding from the current three a week"
# "the new service will become the third link of the city": which route was told before
# "the agreement allows up to 28 flights a week": what may be flown
_ALLOWED = re.compile(
    r"\b(?:allow|permit|entitl|authori[sz])(?:s|es|ed|ing)?\b[^.;]*\b(?:flights|times)\b|"
    r"\b(?:agreement|memorandum|document|accord|talks)\b[^.;]*\bprovid(?:es?|ed|ing) for (?:up to )?"
    r"[\w-]+ (?:\w+ )?flights\b|"
    r"\b(?:may|can) (?:now |each )?(?:perform|operate|receive|handle|accept|fly|make)\b|"
    r"\bright to (?:operate|perform|fly|make)\b"
)
_IS_THE_NTH = re.compile(
    r"\b(?:the|this) (?:new )?(?:service|route|flight|link) (?:will |is to |would )?(?:becomes?|be|is) the \w+"
)
_LIKENED = re.compile(r",? (?:against|compared (?:with|to)|up from|down from|instead of) ")
_UNTIL_NOW = re.compile(r"\b(?:from the (?:current|present|existing)|up from|instead of|compared (?:with|to))\b")


_SERVICE = re.compile(r"\W*(?:the|this) (?:new )?(?:service|route|link|connection)\b")
_CARRIER = re.compile(r"\b(?:flights|(?:the|this) (?:carrier|airline))\b")
_FLIES = re.compile(r"\bfl(?:y|ies|ying|own)\b")


def _taken_up(scene: Scene) -> re.Match | None:
    """The opening of "The service will run twice a week", after a sentence about flights."""
    match = _SERVICE.match(scene.small)
    before = scene.before.text.lower() if scene.before and match else ""
    return match if _FLIGHT.search(before) or _FLIES.search(before) else None


def _goes_on(scene: Scene, airline: bool) -> bool:
    """Whether the sentence adds an airline's route to what the one before says of flights."""
    return (
        scene.before is not None
        and (airline or bool(_CARRIER.search(scene.small) or _taken_up(scene)))
        and scene.countries_around >= BOTH
        and any(p.search(scene.before.text.lower()) for p in (_FLIGHT, _WITH_AIRLINE))
    )


_THOUGHT_OF = re.compile(
    r"\b(?:an?|possible) (?:new )?(?:direct|regular|non-?stop) (?:air )?(?:flights?|routes?|links?)\b"
)
_OFFERED = re.compile(r"\b(?:is|are) (?:also |now )?offered (?:by|between|from|in|all|every|during|throughout)\b")
_ENCOURAGED = re.compile(r"\bencourag\w+ (?:[\w’'-]+ ){0,6}?(?:airlines?|carriers?)\b")
_SERVED_BY = re.compile(r"\bserved by\b")


def _status(scene: Scene, kind: str | None, said: str, often: bool) -> str | None:
    if _BROUGHT.search(scene.small) or _ONE_FLIGHT.search(said) and kind in (None, "done", "talked"):
        return "done"
    if kind == "talked" and (_START.search(said) or _THOUGHT_OF.search(said)):
        return "proposed"
    if kind in ("agreed", "planned") and _ENCOURAGED.search(said):
        return "proposed"  # "agreed to encourage airlines to open a route"
    if kind == "proposed" and _OFFERED.search(said):
        return "operating"
    if kind == "planned" and _SERVED_BY.search(said):
        return "operating"  # "200,000 guests are expected, served by flights from …"
    if kind == "done" or STAND_AT.match(said):
        return "operating"
    if kind in (None, "talked", "believed"):
        return "operating" if often or _NOW.search(said) else None
    return STATUS_OF.get(kind)


def _is_told(said: str, kind: str | None) -> bool:
    """Whether a route without cities is wanted, decided or flown, and not only spoken of."""
    match = _DIRECT.search(said)
    return match is not None and (match["there"] is not None or kind not in (None, "talked", "believed"))


def _unnamed(said: str) -> str:
    """What is to be opened where no city is told: "direct air route between the two countries"."""
    match = _DIRECT.search(said)
    between = "the capitals" if "between the capitals" in said or "two capitals" in said else "the two countries"
    return f"{match['what'] or match['there']} between {between}"


def _title(scene: Scene, charter: str, cities: Sequence[At], parties: tuple[str, ...]) -> str:
    """The route: its two ends, each with the cities of its country; the legs, where it calls at others."""
    named, there = names(cities), countries_of(cities)
    if len(named) > 1 and len(there) == 1:
        side = "from" if scene.small.endswith("from ", 0, cities[0].start) else "to"
        return f"{charter}flights {side} {', '.join(named[:-1])} and {named[-1]}"
    if len(named) == 1:
        return f"{parties[0] + ' ' if parties else ''}{charter}flights to {named[0]}"
    if len(named) > 2 and there == BOTH and all(city.what.country for city in cities):
        ends = dict.fromkeys(city.what.country for city in cities)
        named = tuple(", ".join(names([city for city in cities if city.what.country == end])) for end in ends)
    return f"{charter}flights {' – '.join(named)}" if named else f"{charter}flights between the two countries"
