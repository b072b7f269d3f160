"""Freight routes between the two countries: container trains, shipping lines, rail projects."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import gated as re
from .legs import countries_of, frequency, legs, names, segments
from .model import Draft, size_cells
from .phrase import noun_phrase
from .scene import BOTH, STATUS_OF, At, Scene

_TRAIN = re.compile(
    r"\b(?:(?:container|freight|block|cargo|express|pilot|test|trial) trains?|"
    r"(?<!the )trains?(?= (?:of|with|carrying|loaded with|hauling|made up of) "
    r"[\w-]+ (?:[\w-]+ )?(?:containers|wagons|boxes)\b"
    r"(?! (?:loaded )?(?:with|of) [\d,.]+ (?:tons|tonnes)))|"
    r"rail(?:way)? (?:routes?|services?|lines?|"
    r"links?|projects?|connections?)|"
    r"(?:multimodal|intermodal|container|cargo|freight|transport) (?:routes?|services?|lines?)|multimodal "
    r"(?:container )?(?:shipments?|transportation|deliver(?:y|ies))|"
    r"shipping (?:routes?|lines?|services?)|sea routes?|container services?|"
    r"container shipments(?= (?:on|along|via|by) (?:the|this))|services? for (?:[\w-]+ )?containers)\b"
)
_ACROSS = re.compile(
    r"\bfrom (?:Kazakhstan to Vi[eệ]t ?[Nn]am|Vi[eệ]t ?[Nn]am to Kazakhstan)\b|"
    r"\b(?:Kazakhstan|Vi[eệ]t ?[Nn]am)\s*[–-]\s*(?:[A-Z]\w+\s*[–-]\s*)*(?:Vi[eệ]t ?[Nn]am|Kazakhstan)\b"
)
_WENT = re.compile(r"\b(?:left|departed|arrived|reached|set off|dispatched|ran|carried|delivered|brought)\b")
# "A pilot container train from Vietnam arrived at …": one run, not a service
_ONE_TRAIN = re.compile(
    r"\b(?:an?|the|another) (?:[\w-]+ ){0,2}train (?:loaded |carrying |[\w-]+ ){0,6}?(?:from|to) "
    r"(?:vi[eệ]t ?nam|kazakhstan)\b|"
    r"\b(?:an?|another) train (?:of|with|carrying|loaded with) [\w-]+ (?:[\w-]+ )?(?:containers|wagons|boxes)\b"
)


def find_trains(scene: Scene) -> Iterator[Draft]:
    """Yield every freight route with its ends, or the first of its kind that ran between the two."""
    yield from _timetable(scene)
    yield from _counted(scene)
    yield from _longer(scene)
    if not _TRAIN.search(scene.small):
        return
    for start, end in segments(scene):
        if longer := _LONGER.search(scene.small, start + 1, end):
            end = longer.start()
        noun = _TRAIN.search(scene.small, start, end)
        if not noun or not scene.countries_around >= BOTH:
            continue
        kind = scene.kind_at(noun.start(), noun.end())
        across = _ACROSS.search(scene.text, start, end)
        if across and not _load(scene, start, end) and STATUS_OF.get(kind):
            yield _between_countries(scene, noun, across, STATUS_OF[kind], start, end)
            continue
        if noun.group().endswith("transport route"):
            continue  # "via the Trans-Caspian International Transport Route": the way, not the undertaking
        routes = [_after_the_noun(r, noun.end()) for r in legs(scene, start, end) if countries_of(r) & BOTH]
        routes = [r for r in routes if len(r) > 1 and not _at_one_end(r)] or (
            []
            if not (
                re.search(r"\bfirst\b", scene.small[start:end])
                or _ONE_TRAIN.search(scene.small, start, end)
                or frequency(scene, start, end)
            )
            else [r for r in routes[:1] if not _at_one_end(r)] or [[]]
        )
        if kind == "talked":  # "mentioned the memorandum under which a service links Hue and Aktau since March"
            later = [c.kind for c in scene.clause_at(noun.start()).cues if noun.end() <= c.start]
            kind = later[0] if later else kind
        if kind is None and _WENT.search(scene.small, start, end):
            kind = "done"
        if _ONE_TRAIN.search(scene.small, start, end) and _WENT.search(scene.small, start, end) and kind == "running":
            kind = "done"  # "has arrived": one run
        status = "operating" if kind == "done" and "launch" in scene.small[start:end] else STATUS_OF.get(kind)
        if not routes or status is None:
            continue
        if not routes[0] and status not in ("done", "operating") and not frequency(scene, start, end):
            continue
        if (
            "shipment" in noun.group()
            and kind in ("done", "running")
            and re.search(r"\bgrain|\bwheat|\bof ", scene.small[noun.end() : noun.end() + 12])
        ):
            continue  # a shipment of goods, told by that rule
        often = how_often(scene, start, end)
        for route in routes[:2]:
            places = [p for p in route if p.what.name != "Caspian Sea"]
            title = noun_phrase(scene.text, noun.start(), noun.end(), 3)
            yield Draft(
                family="train",
                at=noun.start(),
                title=title
                if places and places[0].what.text in title
                else f"{title} {' – '.join(names(places))}".strip(),
                sector="transport",
                status=status,
                places=names(places),
                parties=tuple(dict.fromkeys(c.name for c in scene.companies if c.sector == "transport")),
                **_load(scene, start, end, of_one=status == "done"),
                **({"quantity": often[0], "unit": often[1]} if often else {}),
                period=scene.period(start, end, noun.start()),
                note=noun.group().rstrip("s"),
            )


def _at_one_end(route: list[At]) -> bool:
    """Whether it only says where a train starts or arrives: "is to leave Yen Vien station in Hanoi"."""
    return (
        len(route) == 2
        and len(countries_of(route)) == 1
        and all(p.what.country and p.what.name != "Caspian Sea" for p in route)
    )


def _after_the_noun(route: list[At], end: int) -> list[At]:
    """The ends that follow "the train", if both do; what stands before it is where something else happens."""
    later = [p for p in route if p.start >= end]
    return later if countries_of(later) >= BOTH else route


_LONGER = re.compile(
    r"\bext(?:end(?:ed|ing)?|ension of) (?:the|this|that|its|their) (?:[\w-]+ )?"
    r"(?:service|route|line|trains?)s? (?:on )?to "
)


def _longer(scene: Scene) -> Iterator[Draft]:
    """How much farther a route is to go: "proposed to extend the service to the port of Aktau"."""
    match = _LONGER.search(scene.small)
    if not match or not scene.countries_around >= BOTH:
        return
    freight = _TRAIN.search(scene.small) or scene.before and _TRAIN.search(scene.before.text.lower())
    clause = scene.clause_at(match.start())
    to = [p for p in scene.within(scene.places, match.end(), clause.end) if p.what.name != "Caspian Sea"][:1]
    status = STATUS_OF.get(scene.kind_at(match.start(), match.end()))
    if freight and to and status:
        yield Draft(
            family="train",
            at=match.start(),
            title=f"extension to {to[0].what.text}",
            sector="transport",
            status="operating" if status == "done" else status,
            places=names(to),
            period=scene.period(clause.start, clause.end, match.start()),
            note="extension",
        )


def how_often(scene: Scene, start: int, end: int) -> tuple[float, str] | None:
    """How many trains a week or a month are told between `start` and `end`."""
    often = frequency(scene, start, end) or _a_month(scene, start, end)
    return (often[0], often[1].replace("flights", "trains")) if often else None


def _a_month(scene: Scene, start: int, end: int) -> tuple[float, str] | None:
    """How many trains a month a route has."""
    told = [a.what for a in scene.within(scene.amounts, start, end) if a.what.unit == "trains/month"]
    if told:
        return told[0].value, told[0].unit
    often = _SO_MANY_A_MONTH.search(scene.small, start, end)
    return (_A_MONTH[(often["often"] or "once").split()[0]], "trains/month") if often else None


def _load(scene: Scene, start: int, end: int, *, of_one: bool = True) -> dict:
    """The containers or wagons that one train is said to have carried, or a service carries in a month or year."""
    told = [(a.what, *a.what.unit.partition("/")[::2]) for a in scene.within(scene.amounts, start, end)]
    load = [what for what, unit, per in told if unit in ("containers", "wagons", "TEU") and bool(per) is not of_one]
    return size_cells(load[0] if load else None)


_RAN = re.compile(
    r" (?:(?:from|to|between|via|through) [^,;.]{2,60}? )?(?:(?:has|have) )?(?:been )?"
    r"(?:proceeded|passed|ran|run|sent|dispatched|travelled|traveled|arrived|departed|went|gone|moved|formed)\b"
)


def _counted(scene: Scene) -> Iterator[Draft]:
    """So many trains that ran between the two: "38 container trains have passed from Vietnam to Kazakhstan"."""
    for amount in scene.amounts:
        if amount.what.unit != "trains" or not _ACROSS.search(scene.text) or not _RAN.match(scene.small, amount.end):
            continue
        yield Draft(
            family="train",
            at=amount.start,
            title=re.sub(r"^[\d.,]+ ", "", amount.what.text) + " " + _ACROSS.search(scene.text).group(),
            sector="transport",
            status="operating",
            parties=tuple(dict.fromkeys(c.name for c in scene.companies if c.sector == "transport")),
            **size_cells(amount.what),
            period=_so_far(scene) or scene.period(0, len(scene.text), amount.start),
            note="trains",
        )


def _so_far(scene: Scene) -> str | None:
    """The months that "since the beginning of the year" covers."""
    today = scene.reading.published.edtf
    this_year = _THIS_YEAR.search(scene.small)
    return f"{today[:4]}-01/{today[:7]}" if this_year and today and len(today) > 6 else None


_ON_CONDITION = re.compile(r"\b(?:if|unless|provided that|once) [^,;.]*\Z")  # "if they guarantee one train a week"
_THIS_YEAR = re.compile(r"\b(?:since the (?:beginning|start) of (?:the|this) year|so far this year)\b")
_SERVICE = re.compile(
    r"\b(?P<how>weekly|daily|monthly) (?:(?:container|freight|rail|train|regular) "
    r"){0,2}(?:service|trains?)\b"
)
_RUN = re.compile(r"\b(?:trains?|service|route)\b")
_THIS_ROUTE = re.compile(r"\b(?:on|along|over) (?:this|that|the) (?:route|line|service|corridor)\b")
_THE_TRAIN = re.compile(r"\b(?:the|such|these|this) (?:container |freight |block )?(?:trains?|service) ")
_SO_MANY_A_MONTH = re.compile(
    r"\b(?P<often>once|twice|(?:two|three|four|2|3|4) times) (?:a|per|each|every) month\b|"
    r"\bon a monthly basis\b"
)
_A_MONTH = {"once": 1.0, "twice": 2.0, "two": 2.0, "three": 3.0, "four": 4.0, "2": 2.0, "3": 3.0, "4": 4.0}
_A_SERVICE = {"weekly": (1.0, "trains/week"), "daily": (7.0, "trains/week"), "monthly": (1.0, "trains/month")}


def _timetable(scene: Scene) -> Iterator[Draft]:
    """How many trains two railways run or mean to: "two trains a month, a weekly service in 2027"."""
    told = [(a.start, a.end, a.what.value, a.what.unit) for a in scene.amounts if a.what.unit.startswith("trains/")]
    if _RUN.search(scene.small) and sum(c.sector == "transport" for c in scene.companies) > 1:
        told += [
            (m.start(), m.end(), _A_MONTH[(m["often"] or "once").split()[0]], "trains/month")
            for m in _SO_MANY_A_MONTH.finditer(scene.small)
        ]
    again = _THIS_ROUTE.search(scene.small) and any(c.sector == "transport" for c in scene.companies)
    on_it = scene.story == "train" or scene.before and "train" in scene.before.text
    if not told and _THE_TRAIN.search(scene.small) and on_it:
        told += [
            (m.start(), m.end(), _A_MONTH[(m["often"] or "once").split()[0]], "trains/month")
            for m in _SO_MANY_A_MONTH.finditer(scene.small)
        ]
    if not told and not again:
        return
    told += [(m.start(), m.end(), *_A_SERVICE[m["how"]]) for m in _SERVICE.finditer(scene.small)]
    here = scene.countries_told >= BOTH or scene.story == "train" and scene.reading.relevance == "bilateral"
    here = here or scene.reading.relevance == "bilateral" and bool(_THIS_ROUTE.search(scene.small))
    if not here or any(len(r) > 1 for r in legs(scene, 0, len(scene.text))):
        return
    bounds = [*sorted(t[0] for t in told), len(scene.text)]
    parties = tuple(dict.fromkeys(c.name for c in scene.companies if c.sector == "transport"))
    for start, end, number, unit in told:
        status = STATUS_OF.get(scene.kind_at(start, end))
        if status is None or _ON_CONDITION.search(scene.small, 0, start):
            continue
        last = min(b for b in bounds if b > start)
        yield Draft(
            family="train",
            at=start,
            title=scene.text[start:end],
            sector="transport",
            status="operating" if status == "done" else status,
            parties=parties,
            quantity=number,
            unit=unit,
            period=scene.period(start, last, start),
            note=unit,
        )


def _between_countries(scene: Scene, noun: re.Match, across: re.Match, status: str, start: int, end: int) -> Draft:
    """A route told by its countries: "container trains on the route Kazakhstan – China – Vietnam"."""
    title = noun_phrase(scene.text, noun.start(), noun.end(), 3)
    return Draft(
        family="train",
        at=noun.start(),
        title=f"{title} {across.group()}",
        sector="transport",
        status="done" if re.search(r"\bfirst\b", title) and status == "operating" else status,
        parties=tuple(dict.fromkeys(c.name for c in scene.companies if c.sector == "transport")),
        period=scene.period(start, end, noun.start()),
        note=noun.group().rstrip("s"),
    )
