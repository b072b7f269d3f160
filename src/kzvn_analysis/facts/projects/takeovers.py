"""Takeovers and stakes: a firm of one country buys one of the other, or a part of it."""

from __future__ import annotations

from collections.abc import Iterator

from ...reading import Amount
from ...reading import gated as re
from ..sectors.words import main_sector, sector_words
from .legs import names
from .model import Draft, size_cells
from .scene import BOTH, STATUS_OF, Scene
from .units import counts

SIGNED = re.compile(r"\b(?:sign(?:ed|ing)|initial+ed|inked|conclud\w+|clinched|sealed|exchanged|reached|struck)\b")
_TAKEOVER = re.compile(
    r"\b(?:(?:joint(?:ly)? )?(?:acquir\w+|buy(?:s|ing|out)?|bought|purchas(?:e|ed|es|ing)|take-?over of|"
    r"took over|tak(?:e|en|ing) over|"
    r"acquisition of|stake(?:s)? in|shares (?:in|of)|merg\w+ with))\b"
)
_SHARE = re.compile(
    r"\b(?:\d[\d.,]*|[a-z]+) ?(?:per ?cent|%|-per-cent)[\w ]{0,30}\b(?:of|in|stake)\b|\b(?:controlling |"
    r"minority |majority )?stakes? in\b|\bshares? in\b"
)
_OBJECT = re.compile(
    r"(?:\b(?:of|in|over|acquir\w+|bought|buys?|buying|purchas\w+)\b) ((?:the |a |an |its )?(?:(?:[A-Z][\w-]+ )?"
    r"(?:[a-z][a-z-]* ){0,2}?"
    r"(?:airline|operator of|owner of|company|bank|carrier|refinery|port|airport|plant|mine|producer|handler|"
    r"trader|dealer|processor|miller|mill|maker|exporter|importer|firm|developer|smelter|factory|retailer|distributor|"
    r"broker|insurer|lender|explorer|miner|driller|operator|elevator|farm|holding|group|chain|start-?up) "
    r")*(?:[A-ZÀ-ÝĐ][\w&’'-]*(?: [A-ZÀ-ÝĐ][\w&’'-]*){0,3})(?: (?:airport|airline|bank|refinery|plant|port|"
    r"mine|field))?)"
)
# "a stake in a titanium slag smelter": what it is, where no name is told
_NAMELESS = re.compile(
    r"\bin (an? (?:[\w-]+ ){0,4}?(?:smelter|plant|mine|refinery|factory|mill|terminal|hotel|bank|"
    r"company|farm|field|block|deposit|licen[cs]e|port|"
    r"airport|airline|producer|operator|project))\b"
)


def find_takeovers(scene: Scene) -> Iterator[Draft]:
    """Yield the takeover or the stake that the sentence tells of, done or signed."""
    match = _TAKEOVER.search(scene.small)
    if not scene.countries_around >= BOTH:
        return
    if not match:
        sold = _SOLD.search(scene.small)
        if sold:
            yield from _sold_to(scene, sold)
        return
    passive = _BY.search(scene.small, match.start()) if _PASSIVE.search(scene.small, 0, match.start()) else None
    if passive:
        yield from _bought_by(scene, match, passive)
        return
    if any(0 <= a.start - match.end() <= 2 and counts(a.what.unit, "weight") for a in scene.amounts):
        return  # "plans to purchase 20,000 tonnes of slag"
    thing = _OBJECT.search(scene.text, match.start())
    thing = _NAMELESS.search(scene.text, match.start(), thing.start() + 30 if thing else len(scene.text)) or thing
    share = _SHARE.search(scene.small)
    company = [c for c in scene.companies if c.start >= match.start()]
    if not thing and not company:
        return
    if not (share or company or re.search(r"airline|airport|bank|operator|company", scene.small[match.start() :])):
        return
    if not scene.companies:
        return
    clause = scene.clause_at(match.start())
    kind = scene.kind_at(match.start(), match.end())
    signed = bool(SIGNED.search(scene.small)) or kind == "agreed" or "contract" in scene.small
    status = "done" if kind == "done" or (kind == "agreed" or kind is None) and signed else STATUS_OF.get(kind)
    if status is None:
        return
    name = (thing[1] if thing else company[0].name).removeprefix("the ")
    what = (
        f"stake in {name}"
        if share and not scene.small[share.start() :].startswith(name.lower())
        else f"takeover of {name}"
    )
    if share and ("%" in share.group() or "cent" in share.group()):
        part = re.match(r"[\w.,-]+ ?(?:per ?cent|%|-per-cent)", share.group())
        what = f"{scene.text[share.start() : share.start() + part.end()]} of {name}"
    buyers = [
        c.name
        for c in scene.companies
        if not (thing and thing.start(1) <= c.start < thing.end(1)) and c.name not in name
    ]
    places = [p for p in scene.places if match.start() <= p.start]
    size = [scene.size(a) for a in scene.amounts if counts(a.what.unit, "size")] if share else []
    size = size or _part(scene)
    value = scene.money(clause.start, clause.end) or scene.money(match.start(), len(scene.text))
    yield Draft(
        family="takeover" if kind == "done" else "takeover-contract",
        at=match.start(),
        title=what,
        sector=_sector(scene, match.start(), name),
        status=status,
        places=names(places),
        parties=tuple(dict.fromkeys(buyers)),
        value=value,
        **size_cells(size[0] if size else None),
        period=scene.period(clause.start, clause.end, match.start()) or scene.period(0, len(scene.text), match.start()),
        note="takeover",
    )


_SOLD = re.compile(r"\b(?:sold|sells?|selling|sale\s+of|handed\s+over)\b")
_TO = re.compile(r"(?:,? (?:the |its |their )?[\w ]{0,24}?)? to (?:the )?(?:[\w'’&-]+ ){0,4}")


def _sold_to(scene: Scene, sold: re.Match) -> Iterator[Draft]:
    """What a firm of the one country sells to a firm of the other: "sold Qazaq Air to Sovico Group"."""
    after = [c for c in scene.companies if c.start >= sold.end()]
    if len(after) < 2 or after[0].start - sold.end() > 48:
        return
    thing, buyer = after[0], after[-1]
    kind = scene.kind_at(sold.start(), sold.end()) or ("done" if sold[0] == "sold" else None)
    if not _TO.fullmatch(scene.text, thing.end, buyer.start) or STATUS_OF.get(kind) is None:
        return
    clause = scene.clause_at(sold.start())
    yield Draft(
        family="takeover" if kind == "done" else "takeover-contract",
        at=sold.start(),
        title=f"takeover of {thing.name} by {buyer.name}",
        sector=thing.sector or main_sector(scene.text[sold.start() :], "investment"),
        status=STATUS_OF[kind],
        parties=(thing.name, buyer.name),
        value=scene.money(clause.start, clause.end),
        period=scene.period(clause.start, clause.end, sold.start()),
        note="takeover",
    )


_PASSIVE = re.compile(r"\b(?:was|were|been|being|is|are) (?:\w+ly )?\Z")
_BY = re.compile(r"\bby ")
_PART = re.compile(
    r"\b(?:hold(?:s|ing)?|own(?:s|ing)?|owned|bought|acquir\w+|purchas\w+)\b(?: (?:an?|about|some|its))* \Z"
)
_OF_IT = re.compile(r"[ -]?(?:stake|share|interest)?s?(?: of| in|,|\.|;| and|\Z)")


def _part(scene: Scene) -> list[Amount]:
    """How much of it was bought or is held: "bought a 30 percent stake", "where it owns 60 per cent"."""
    return [
        a.what
        for a in scene.amounts
        if a.what.unit == "%" and _PART.search(scene.small, 0, a.start) and _OF_IT.match(scene.small, a.end)
    ][:1]


def _bought_by(scene: Scene, match: re.Match, by: re.Match) -> Iterator[Draft]:
    """What was bought, where the buyer follows: "The mill, once Altyn Dan, was acquired by Tan Long Group"."""
    bought = [c for c in scene.companies if c.end <= match.start()][-1:]
    buyers = [c for c in scene.companies if c.start >= by.end()][:1]
    kind = scene.kind_at(match.start(), match.end())
    if not bought or not buyers or STATUS_OF.get(kind) is None:
        return
    clause = scene.clause_at(match.start())
    part = _part(scene)
    yield Draft(
        family="takeover",
        at=match.start(),
        title=f"takeover of {bought[0].name} by {buyers[0].name}",
        sector=bought[0].sector or main_sector(scene.text[: match.start()], "investment"),
        status=STATUS_OF[kind],
        parties=(bought[0].name, buyers[0].name),
        value=scene.money(clause.start, clause.end),
        **size_cells(part[0] if part else None),
        period=scene.period(clause.start, clause.end, match.start()),
        note="takeover",
    )


def _sector(scene: Scene, start: int, name: str) -> str:
    own = [c.sector for c in scene.companies if c.start >= start and c.sector and c.name in name]
    words = sector_words(scene.text[start:], names=False)
    told = [w.sector for w in words if w.sector not in ("investment", "finance")]
    return (own or told[:1] or [main_sector(scene.text[start:], "investment")])[0]
