"""Shipments: goods that went, or are contracted to go, from one country to the other."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from ...reading import gated as re
from ..sectors.words import SectorWord, sector_words
from .goods import DESTINATION, counted, goods_before, goods_of, in_transit, name_of
from .legs import names
from .model import Draft, size_cells
from .parcels import PACKING, WENT, find_parcels
from .scene import BOTH, STATUS_OF, At, Scene
from .supplies import find_supplies
from .units import counts
from .volumes import compared

_NOT = re.compile(
    r"\b(?:quota|capacity|harvest\w*|yield\w*|crop of|reserves?|consum\w+|(?:quarter|third|half|"
    r"fifth|tenth|per ?cent|%) of (?:it|them|which|this|that)|world|output|produc(?:es|ed|tion "
    r"of)|per capita|freight rate)\b"
)
# "process up to 8,000 tons": what a mill can do
_PROCESSED = re.compile(r"\bprocess(?:es|ing)? (?:(?:up to|about|around|over|more than|some|nearly) )?\Z")
_TO_COME = re.compile(
    r"\b(?:will|undertook|undertakes|pledged|agreed|contract\w*|is to|are to|plans?|intends?|due|expected)\b"
)
_OF_THEIRS = re.compile(
    r"\b(?:t|tons|tonnes|containers|wagons|head|lot|batch|consignment) of "
    r"(?:vietnamese|kazakh(?:stani)?) "
)


def find_shipments(scene: Scene) -> Iterator[Draft]:
    """Yield every lot of goods with its weight, and "the first batch of …" without one."""
    if not WENT.search(scene.small):
        return
    words = [w for w in sector_words(scene.text, names=False) if not _in_a_name(scene, w)]
    goods = [w for w in words if w.kind == "goods" or w.sector in ("agriculture", "industry", "mining", "energy")]
    weights = [a for a in scene.amounts if counts(a.what.unit, "weight")]
    if not (goods or weights) or not _between_both(scene):
        yield from find_supplies(scene, goods)
        return
    lots = []
    for amount in weights:
        draft = _weighed(scene, amount, goods) or _weighed(scene, amount, goods_before(scene))
        draft = draft or compared(scene, amount, lots) or _another(scene, amount, lots)
        if draft:
            lots.append(draft)
    yield from (d for d in lots if not _is_packing(d, lots))
    if not lots:
        yield from list(find_parcels(scene, goods)) or find_supplies(scene, goods)


def _another(scene: Scene, amount: At, lots: list[Draft]) -> Draft | None:
    """More of the goods told right before: "sold 25,000 tonnes of rebar …, and is to supply another 60,000 tonnes"."""
    if not lots or not _MORE.search(scene.small, max(0, amount.start - 20), amount.start):
        return None
    if lots[-1].unit != amount.what.unit or _OF_SOMETHING.match(scene.small, amount.end):
        return None
    clause = scene.clause_at(amount.start)
    status = _status(scene, amount.start, scene.small[amount.start : clause.end])
    period = scene.period(amount.start, clause.end, amount.start) or _before_it(scene, amount)
    return status and replace(
        lots[-1], at=amount.start, value=None, status=status, period=period, **size_cells(scene.size(amount))
    )


def _before_it(scene: Scene, amount: At) -> str | None:
    """The year right before a weight: "in 2012, 21,000 tonnes went"."""
    return next((d.what.edtf for d in scene.dates if 0 < amount.start - d.end <= 3), None)


_MORE = re.compile(r"\b(?:another|a further|an additional|in \d{4},?) \Z")
# "The first return shipment of 900 tons is scheduled for May": of the trade told before
_NEXT_PARCEL = re.compile(
    r"\W*(?:the|a|its|this|one) (?:first|second|third|next|trial|pilot|test|return|initial|new|another)\b"
    r"[\w ,-]{0,20}? ?(?:shipment|batch|consignment|lot|cargo|delivery)\b"
)


_WE_MEAN = re.compile(r"\bwe (?:\w+ly )?(?:expect|plan|intend|will|are going|are ready|can|have already|have)\b")
_A_CONTRACT = re.compile(
    r"\bcontracts? (?:for|on|to (?:supply|deliver|export|import|buy|sell)|(?:provides?|envisages?|stipulates?))\b"
)
_ON_THE_WAY = re.compile(r"\b(?:through|via|transit)\b")


# what goes to one of the two in a passage about both comes from the other
_SENT_TO = re.compile(
    r"\b(?:ship\w*|send|sent|sending|suppl(?:y|ied|ies|ying)|deliver\w*|export\w*|dispatch\w*) (?:[^,;.]{2,60} )?"
    r"to (?:kazakhstan|viet ?nam|"
    r"(?:kazakh|vietnamese) (?:[\w-]+ ){0,2}(?:mills?|buyers?|importers?|plants?|firms|partners))\b"
)


def is_packed(lot: Draft) -> bool:
    """Whether a lot is only counted by what it is packed in: containers, wagons."""
    return lot.family == "shipment" and lot.unit in PACKING


def _is_packing(lot: Draft, lots: list[Draft]) -> bool:
    """Whether a count only says in what another lot went: "31 containers loaded with 830 tons of wheat"."""
    return lot.unit in PACKING and any(
        other.unit in ("t", "kg") and other.note == lot.note and abs(other.at - lot.at) < 60 for other in lots
    )


def _between_both(scene: Scene) -> bool:
    """Whether the goods go between the two: other countries may only be on the way."""
    if scene.countries >= BOTH:
        return True
    if not scene.countries and _NEXT_PARCEL.match(scene.small):
        return scene.countries_around >= BOTH or scene.reading.relevance == "bilateral"
    if not scene.countries and _WE_MEAN.search(scene.small) and scene.countries_around & BOTH:
        return scene.reading.relevance == "bilateral"  # a firm or ministry of the one speaks of the other's market
    signed = _A_CONTRACT.search(scene.small) and scene.countries_told & BOTH
    near = not scene.countries - BOTH or _ON_THE_WAY.search(scene.small)
    if signed and scene.reading.relevance == "bilateral" and near:
        return True
    transit = not scene.countries - BOTH or re.search(r"\b(?:through|via|transit)\b", scene.small)
    if not (scene.countries & BOTH and transit):
        return False
    if scene.countries_around >= BOTH or len(scene.countries) == 1 and _SENT_TO.search(scene.small):
        return True
    abroad = any(p.what.country in BOTH and DESTINATION.search(scene.small, 0, p.start) for p in scene.places)
    return scene.reading.relevance == "bilateral" and (abroad or bool(_OF_THEIRS.search(scene.small)))


def _in_a_name(scene: Scene, word: SectorWord) -> bool:
    """Whether a word belongs to a firm's name: "Thanh Dat Construction"."""
    return any(c.start <= word.start < c.end for c in scene.companies)


def _weighed(scene: Scene, amount: At, goods: list[SectorWord]) -> Draft | None:
    clause = scene.clause_at(amount.start)
    said = scene.small[clause.start : clause.end]
    if not WENT.search(said) or _NOT.search(scene.small, max(0, clause.start), clause.end):
        return None
    if _PROCESSED.search(scene.small, clause.start, amount.start):
        return None
    own = goods_of(scene, amount, goods) or counted(scene, amount) or in_transit(scene, amount)
    own = own or _told_earlier(scene, amount, goods)
    if own is None:
        return None
    status = _status(scene, amount.start, said)
    if status == "done" and _of_one_alone(scene, amount.start):
        return None
    if (
        status == "done"
        and "/" in amount.what.unit
        and not re.search(r"\b(?:shipped|delivered|exported|sent) (?:\w+ ){0,4}in \d{4}", said)
    ):
        status = "operating"
    if status is None:
        return None
    item = scene.chunk(amount.start)
    places = [p for p in scene.within(scene.places, *item) if DESTINATION.search(scene.small, 0, p.start)]
    return Draft(
        family="shipment",
        at=amount.start,
        title=_title(scene, own, places),
        sector="transport" if re.search(r"\btransit\b", said) else own.sector,
        status=status,
        places=names(places),
        parties=tuple(dict.fromkeys(c.name for c in scene.companies if item[0] <= c.start < item[1])),
        value=_worth(scene, amount, clause.end),
        **size_cells(scene.size(amount)),
        period=_since(scene, amount, status)
        or _beside(scene, amount)
        or scene.period(clause.start, clause.end, amount.start),
        note=name_of(scene, own).lower(),
    )


def _told_earlier(scene: Scene, amount: At, goods: list[SectorWord]) -> SectorWord | None:
    """The goods of the clause before, where a weight stands alone: "wheat was sent; so far 3,000 tonnes have …"."""
    clause = scene.clause_at(amount.start)
    if _OF_SOMETHING.match(scene.small, amount.end) or any(clause.start <= w.start < amount.start for w in goods):
        return None
    earlier = [w for w in goods if w.start >= 0 and w.end <= clause.start]
    told = {w.sector for w in earlier}
    return earlier[-1] if len(told) == 1 and WENT.search(scene.small, clause.start, clause.end) else None


_OF_SOMETHING = re.compile(r" (?:of|in|with) (?!(?:\w+ )?\d)[a-z]")
_FOR_SO_MUCH = re.compile(
    r"(?:(?! and )[^.;$]){0,90}?\b(?:worth|valued at|for|(?:in|to) the amount of|at a (?:total )?(?:cost|price) of|"
    r"with a (?:total )?value of|totall?ing)"
    r"(?: (?:about|some|around|nearly|over|more than|approximately|a total of))* \Z"
)


def _worth(scene: Scene, amount: At, last: int) -> float | None:
    """What a lot is sold for, told after its weight: "3,000 tonnes of poultry for $4.2 million"."""
    sums = [a for a in scene.within(scene.amounts, amount.end, last) if a.what.unit == "USD"]
    others = [a for a in scene.within(scene.amounts, amount.end, last) if counts(a.what.unit, "weight")]
    if len(sums) != 1 or any(o.start < sums[0].start for o in others):
        return None
    return sums[0].what.value if _FOR_SO_MUCH.fullmatch(scene.small, amount.end, sums[0].start) else None


def _of_one_alone(scene: Scene, at: int) -> bool:
    """Whether a part tells what one country sells to all the world: "Vietnam exported 1.2 million tonnes; …"."""
    first, last = scene.small.rfind(";", 0, at) + 1, scene.small.find(";", at)
    if last < 0 or not _SOLD_ABROAD.search(scene.small, first, last):
        return False
    offset = scene.sentence.start
    there = {p.country for p in scene.reading.places if first <= p.start - offset and p.end - offset <= last}
    return len(there & BOTH) == 1


_SOLD_ABROAD = re.compile(r"\b(?:exported|imported|sold|shipped)\b(?! (?:to|from) (?:it|them|each other|the))")


def _since(scene: Scene, amount: At, status: str) -> str | None:
    """The years a sum of deliveries covers: "has shipped 1,200 tons since 2023" up to the article's year."""
    clause = scene.clause_at(amount.start)
    since = [d.what for d in scene.within(scene.dates, clause.start, clause.end) if d.what.preposition == "since"]
    today = scene.reading.published.edtf
    if status != "done" or len(since) != 1 or not today or "/" in since[0].edtf:
        return None
    return f"{since[0].edtf}/{today[: len(since[0].edtf)]}"


def _beside(scene: Scene, amount: At) -> str | None:
    """The year right after a weight: "5,200 tonnes in 2023 and 6,100 tonnes in 2024"."""
    return next((d.what.edtf for d in scene.dates if 0 <= d.start - amount.end <= 4), None)


def _status(scene: Scene, at: int, said: str) -> str | None:
    kind = scene.kind_at(at, at + 1)
    clause = scene.clause_at(at)
    if not any(c.start < at for c in clause.cues) and _SOLD.search(scene.small, clause.start, at):
        return "done"  # "sold its first 12 containers …, and plans to double the volume"
    if kind in ("proposed", "wished", "urged", "intended", "agreed", "planned"):
        return STATUS_OF[kind]
    if kind == "negated":
        return None
    if kind in ("talked", "believed") and _OF_LOT.search(scene.small, 0, at):
        return "proposed"
    return "planned" if kind is None and _TO_COME.search(said) and not _GONE.search(said) else "done"


_GONE = re.compile(
    r"\b(?:has|have|had) been (?:put|loaded|sent|shipped|delivered|dispatched|handed)\b|"
    r"\b(?<!to )(?:left|reached|arrived|went|departed|crossed|got off|set off)\b"
)


_SOLD = re.compile(
    r"(?<!to be )(?<!be )\b(?:sold|shipped|delivered|exported|imported|bought|purchased|sent|dispatched)\b"
    r" (?:(?:its|the|a|an|their|his) )?(?:first |trial |another )?(?:[\w-]+ ){0,2}\Z"
)
_OF_LOT = re.compile(
    r"\b(?:suppl(?:y|ying)|purchas(?:e|ing)|deliver(?:y|ing)|sale|export(?:ing)?|import(?:ing)?|buying|"
    r"selling)(?: of)? (?:[\w-]+ ){0,3}\Z"
)


def _title(scene: Scene, word: SectorWord, places: list[At]) -> str:
    to = [p for p in places if scene.small[: p.start].rstrip().endswith((" to", "reached", " for"))]
    return f"{name_of(scene, word)} to {to[0].what.text}" if to else f"{name_of(scene, word)} shipments"
