"""What later sentences add to a plant or a venture: "The cost is put at $20 million", "It opens in May"."""

from __future__ import annotations

from dataclasses import replace

from ...reading import gated as re
from .legs import frequency, names
from .model import Draft, size_cells
from .plant_later import goes_on, told_on
from .scene import STATUS_OF, Scene
from .trains import how_often

_PAID = re.compile(
    r"\b(?:paid|price|the (?:lot|batch|shipment|consignment|cargo|delivery)(?: is| was)? (?:worth|valued))\b"
)
_SHIPPING_STARTS = re.compile(
    r"\W*(?:(?:the|its) )?(?:first )?(?:shipments?|deliver(?:y|ies)|supplies|batch)\b[^.;]{0,60}"
    r"\b(?:start|begin|commence|scheduled|planned|expected|due|carried out|made)\b"
)
_ITS_COST = re.compile(
    r"\W*(?:the|its) (?:(?:total|estimated|overall|contract) )?(?:cost|value|price|amount|volume|sum)s?\b|"
    r"\W*the (?:[\w-]+ )?(?:contract|deal|order|job|work|project|agreement)\b[^.;]{0,60}\b(?:worth|valued at)\b"
)
_WORK_STARTS = re.compile(
    r"\W*(?:the )?(?:[a-z]+(?:ion|ly|ing)|works?|project|training|courses?)\b[^.;]{0,60}"
    r"\b(?:begin|start|commence|launch|scheduled|planned|expected|due)\w*\b"
)
_TRAIN = re.compile(r"\A(?:the|this) (?:[\w-]+ )?(?:train|convoy|vessel|ship|service)\b")
_FIRST_TRAIN = re.compile(r"\W*the (?:first|inaugural) (?:train|departure|run|service)\b")
_CAME = re.compile(r"\b(?:arrived|reached)\b")
_LEFT = re.compile(r"\b(?:left|departed|set off|set out|was dispatched)\b")

def continues(last: Draft, scene: Scene, gap: int = 0) -> bool:
    """Whether the sentence goes on about `last`, the undertaking told right before it or `gap` sentences ago."""
    if last.family.startswith(("shipment", "work")) and last.period is None and _SIGNED_ON.match(scene.small):
        return bool(scene.dates)
    if last.family.startswith("shipment") and _from_its_start(last, scene):
        return True
    if last.family.startswith("shipment"):
        starts = last.period is None and bool(scene.dates) and bool(_SHIPPING_STARTS.match(scene.small))
        paid = not gap and last.value is None and bool(_PAID.search(scene.small))
        return starts or paid or _tells_the_sum(last, scene)
    if last.family.startswith(("work", "count")):
        return _tells_the_sum(last, scene) or last.period is None and bool(_WORK_STARTS.match(scene.small))
    if last.family.startswith("flight"):
        return _goes_on_flying(last, scene)
    if last.family == "train" and gap:
        return False
    if last.family == "train":
        set_off = last.period and "/" not in last.period and _IT_LEFT.match(scene.small) and scene.dates
        first = last.period is None and _FIRST_TRAIN.match(scene.small) and scene.dates
        return bool(set_off or first) or last.quantity is None and bool(_TRAIN.search(scene.small))
    if last.family.startswith("deal"):
        effective = last.period is None and bool(_dated(scene)) and bool(scene.dates)
        return effective or _tells_the_sum(last, scene)
    return last.family.startswith(("plant", "firm", "joint", "takeover")) and goes_on(last, scene, gap)


def _tells_the_sum(last: Draft, scene: Scene) -> bool:
    """Whether a sentence tells what the undertaking costs: "The value of the contract is $23 million"."""
    return last.value is None and bool(_ITS_COST.match(scene.small))


def continued(last: Draft, scene: Scene) -> Draft:
    """`last` with its open cells filled from a sentence that goes on about it."""
    if last.family.startswith(("shipment", "work")) and last.period is None and _SIGNED_ON.match(scene.small):
        return replace(last, period=scene.dates[0].what.edtf)
    if last.family.startswith("shipment") and (span := _from_its_start(last, scene)):
        return replace(last, period=span)
    if last.family.startswith("shipment"):
        if last.period is None and scene.dates and _SHIPPING_STARTS.match(scene.small):
            return replace(last, period=scene.dates[0].what.edtf)
        return replace(last, value=scene.money(0, len(scene.text)))
    if last.family.startswith(("work", "count")):
        return told_on(last, scene)
    if last.family == "train":
        return _train(last, scene)
    if last.family.startswith("flight"):
        return _flown(last, scene)
    if last.family.startswith("deal"):
        if last.period is None and _dated(scene) and scene.dates:
            return replace(last, period=scene.dates[0].what.edtf)
        return replace(last, value=scene.money(0, len(scene.text)))
    return told_on(last, scene)


def _dated(scene: Scene) -> re.Match | None:
    """The opening of a sentence that tells when a paper was signed or took effect."""
    return _EFFECTIVE.match(scene.small) or _SIGNED_ON.match(scene.small)


_SIGNED_ON = re.compile(
    r"\W*the (?:agreement|deal|contract|memorandum|document|paper|mou)s? "
    r"(?:was|were|has been) (?:signed|concluded|inked|initialled)\b"
)
_EFFECTIVE = re.compile(
    r"\W*(?:the|this) (?:agreement|deal|contract|memorandum|arrangement) (?:will |is to |is due to |is expected to )?"
    r"(?:takes?|took|comes?|came|enters?|entered) (?:in)?(?:to )?(?:effect|force)\b"
)
_FIRST_FLIGHT = re.compile(
    r"\W*(?:according to [^,]{3,50}, )?(?:the|its) (?:first|inaugural|maiden)(?: [\w-]+)? "
    r"(?:flight|departure|service|plane|aircraft)\b"
)
_THE_FLIGHTS = re.compile(
    r"\W*(?:(?:the|these|its) )?(?:(?:new|direct|regular|charter) )*(?:flights?|services?|routes?|planes?|aircraft|"
    r"departures?|jets?|airliners?)\b[^.;]{0,40}\b(?:will|are|is|to be|operated?|run|fly|flies|leave|depart|"
    r"take off)\b|\W*(?:they|there) (?:will|are|is|to be)\b"
)
_IT_FLIES = re.compile(
    r" (?:(?:plans to|intends to|is to|will|would|expects to|currently|now) )?"
    r"(?:operates?|fly|flies|performs?|runs?|makes?) "
)
_THE_AIRLINE = re.compile(
    r"\W*(?:(?:today|now|currently|at present|at the moment),? )?(?:it|the (?:airline|carrier|company))(?= )"
)
_THIS_SERVICE = re.compile(r"\bthis (?:new )?(?:service|route|flight|link|connection)\b|\bon the route\b")
_RISEN_TO = re.compile(
    r"\b(?:frequenc(?:y|ies)|number of (?:weekly )?(?:flights|frequencies|services)|flights)\b[^.;]{0,60}?"
    r"\b(?:increase|grow|rise|raise|expand|go up|double)\w*\b[^.;]{0,12}? to "
    r"(?P<number>\d{1,2}|two|three|four|five|six|seven|eight|nine|ten)"
    r"(?: (?:flights|times))? (?:(?:per|a|each|every) week|weekly)\b"
)
_NUMBER = {
    word: float(n) for n, word in enumerate(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"], 2)
}


def _goes_on_flying(last: Draft, scene: Scene) -> bool:
    """Whether a sentence without a route of its own tells the day or the timetable of the flights just told."""
    if len(scene.places) > 1 or any(p.what.text not in last.places for p in scene.places):
        return False
    if last.period is None and scene.dates and _FIRST_FLIGHT.match(scene.small):
        return True
    often = frequency(scene, 0, len(scene.text))
    told = _THE_FLIGHTS.match(scene.small) or _THIS_SERVICE.search(scene.small) or _says_who_flies(last, scene)
    return last.quantity is None and often is not None and bool(told)


def _says_who_flies(last: Draft, scene: Scene) -> bool:
    """Whether the airline that flies the route is the subject: "SCAT plans to operate four flights a week"."""
    subject = _THE_AIRLINE.match(scene.small)
    named = (c.end for c in scene.companies if c.start < 3 and _shares_name(c.name, last))
    ends = [subject.end()] if subject else list(named)
    return bool(ends) and not scene.places and bool(_IT_FLIES.match(scene.small, ends[0]))


def _shares_name(name: str, last: Draft) -> bool:
    return any(name in party or party in name for party in last.parties)


def _flown(last: Draft, scene: Scene) -> Draft:
    period = last.period or (scene.dates[0].what.edtf if scene.dates else None)
    if _FIRST_FLIGHT.match(scene.small):
        return replace(last, period=period)
    often = frequency(scene, 0, len(scene.text))
    if last.period and scene.dates and (until := _UNTIL.search(scene.small)):
        ends = [d.what.edtf for d in scene.dates if d.end > until.end() and d.start <= until.end() + 16]
        period = f"{last.period}/{ends[0]}" if ends and "/" not in last.period + ends[0] else period
    elif not last.period and len(scene.dates) == 1 and _UNTIL.search(scene.small, 0, scene.dates[0].start):
        period = None  # when it ends tells not when it begins
    return replace(last, quantity=often[0], unit=often[1], period=period)


_UNTIL = re.compile(r"\b(?:until|through|till) (?:the (?:end|middle) of )?")
_IT_LEFT = re.compile(r"\W*(?:it|the train) (?:had |has )?(?:left|departed|set (?:off|out)|arrived|reached)\b")


def _from_its_start(last: Draft, scene: Scene) -> str | None:
    """The stretch from the start of deliveries to the deadline told before: "would start in January 2016"."""
    match = _SUPPLY_STARTS.search(scene.small) if last.period and "/" not in last.period else None
    dates = [d.what.edtf for d in scene.dates if match and d.end > match.end() and d.start <= match.end() + 6]
    return f"{dates[0]}/{last.period}" if dates and "/" not in dates[0] and dates[0] < last.period else None


_SUPPLY_STARTS = re.compile(
    r"\b(?:shipments?|deliver(?:y|ies)|supplies|exports)\b[^.;,]{0,40}\b(?:start|begin|commence)\w* (?:in|on|from) "
)


def flown_more_often(last: Draft, scene: Scene) -> Draft | None:
    """The flights just told at the frequency they are to grow to: "From May it will be increased to five a week"."""
    match = _RISEN_TO.search(scene.small) if last.family.startswith("flight") and not scene.places else None
    if match is None:
        return None
    number = _NUMBER.get(match["number"]) or float(match["number"])
    status = STATUS_OF.get(scene.kind_at(match.start(), match.end()), last.status)
    return replace(
        last,
        at=match.start(),
        quantity=number,
        unit="flights/week",
        status="operating" if status == "done" else status,
        period=scene.period(match.start(), len(scene.text)) or scene.period(0, len(scene.text), match.start()),
        note="more",
    )


def _train(last: Draft, scene: Scene) -> Draft:
    """A train's first run, with its load and its days: "It left A on June 21 and arrived at B on July 8"."""
    if last.status != "done" and (often := how_often(scene, 0, len(scene.text))):
        return replace(last, quantity=often[0], unit=often[1], period=last.period or scene.period(0, len(scene.text)))
    load = [a.what for a in scene.amounts if a.what.unit in ("containers", "wagons", "TEU")]
    days = [d.what.edtf for d in scene.dates]
    if last.period and len(days) == 1 and _LEFT.search(scene.small):
        days = [*days, last.period]  # it has arrived; now the text tells when it set off
    elif last.period and len(days) == 1 and _CAME.search(scene.small):
        days = [last.period, *days]
    period = f"{days[0]}/{days[1]}" if len(days) == 2 and "/" not in "".join(days) and days[0] < days[1] else None
    period = period or last.period or (days[0] if days else None)
    start = [p for p in scene.places if _LEFT.search(scene.small, 0, p.start)][:1]
    places = last.places if len(last.places) > 1 else names(scene.places) or last.places
    if start and last.places and len(last.places) == 1:
        places = tuple(dict.fromkeys([*names(start), *last.places]))
    return replace(last, period=period, places=places, **size_cells(load[0] if load else None))
