"""Supplies without a weight yet: what a named firm is to deliver, or a named plant is to be delivered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...reading import gated as re
from ..sectors.words import SectorWord, main_sector
from .companies import Company
from .goods import DESTINATION, name_of
from .legs import names
from .model import Draft
from .scene import BOTH, STATUS_OF, Scene

_SUPPLY_OF = re.compile(r"\b(?:suppl(?:y|ies)|deliver(?:y|ies)|exports?) of (?:[\w’'-]+ ){0,3}\Z")
_OFFERED = re.compile(r"\b(?:has|have|had) offered (?:to (?:supply|deliver|sell) )?(?:[\w’'-]+ ){0,2}\Z")
# "deliveries of Kazakh crude to the Dung Quat refinery", "to supply fuel pellets for the first power plant"
_TO_A_BUYER = re.compile(
    r"\b(?:suppl(?:y|ies|ying)|deliver(?:y|ies|ing)?)(?: of)? "
    r"(?P<what>(?!to |the |its |their |of )(?:[a-z’'-]+ ){0,3}[a-z-]+)"
    r"(?: (?:manufactured|produced|made|from) [^,;.]{3,50})? (?:to|for) (?P<buyer>[^,;.]{3,80})"
)
# "crude oil supplies to the Dung Quat refinery"
_SUPPLIES_TO = re.compile(
    r"\b(?P<what>(?:[a-z’'-]+ )?[a-z-]+) (?:supplies|deliveries|shipments|exports) to (?P<buyer>[^,;.]{3,80})"
)
_NO_GOODS = re.compile(
    r"(?:the|of|its|their|consider|discuss\w*|on|about|first|more|regular|new) |\w+ (?:the|of|and|on)\Z"
)
_PLANT = re.compile(
    r"\b(?:refinery|smelter|steelworks|power (?:plant|station)|"
    r"(?:steel|cement|feed|fertili[sz]er) (?:mill|plant|complex))\b"
)
_AHEAD = ("proposed", "wished", "agreed", "planned", "intended", "talked")


def find_supplies(scene: Scene, goods: Sequence[SectorWord]) -> Iterator[Draft]:
    """Yield the one supply without an amount that the sentence tells of."""
    if scene.countries_around >= BOTH and scene.countries and not scene.countries - BOTH:
        yield from list(_by_a_firm(scene, goods)) or _to_a_buyer(scene)


def _by_a_firm(scene: Scene, goods: Sequence[SectorWord]) -> Iterator[Draft]:
    """A firm's goods: "negotiates with a Vietnamese chain on the supply of chocolate"."""
    for word in goods:
        makers = [c for c in scene.companies if c.start < word.start and c.sector not in ("trade", "finance")]
        told = _SUPPLY_OF.search(scene.small, 0, word.start) or _OFFERED.search(scene.small, 0, word.start)
        if not makers or scene.countries != BOTH or not told:
            continue
        if scene.kind_at(word.start, word.end) not in set(_AHEAD) - {"wished"}:
            continue
        start = scene.clause_at(word.start).start
        makers = [c for c in makers if start <= c.start]
        yield _draft(scene, word.start, word.end, name_of(scene, word), word.sector, makers)
        return


def _to_a_buyer(scene: Scene) -> Iterator[Draft]:
    """Goods for a plant that has a name or stands in a named place, or for a named firm."""
    match = _TO_A_BUYER.search(scene.small) or _SUPPLIES_TO.search(scene.small)
    if not match or scene.kind_at(match.start(), match.end("what")) not in _AHEAD:
        return
    buyers = [c for c in scene.companies if match.start("buyer") <= c.start < match.end("buyer")]
    plant = _PLANT.search(scene.small, *match.span("buyer"))
    if not buyers and not (plant and any(p.start > match.end("what") for p in scene.places)):
        return
    what = _NO_GOODS.sub("", scene.text[slice(*match.span("what"))])
    if not what:
        return
    near = [c for c in scene.companies if c.start < match.end() and c not in _of_another(scene, match.end("what"))]
    theirs = next((c.sector for c in near if c.sector), "energy" if plant else "trade")
    sector = main_sector(what, "") or theirs
    yield _draft(scene, match.start(), match.end("what"), what, sector, near)


def _of_another(scene: Scene, start: int) -> list[Company]:
    """The firms that stand behind a further item: "… to the refinery and the training of KMG specialists"."""
    join = _AND_THE.search(scene.small, start)
    return [c for c in scene.companies if join and c.start > join.start()]


_AND_THE = re.compile(r" and (?:the |on |to )")


def _draft(scene: Scene, start: int, end: int, what: str, sector: str, parties: Sequence[Company]) -> Draft:
    clause = scene.clause_at(start)
    told = scene.within(scene.places, clause.start, clause.end)
    places = [p for p in told if p.start > end or DESTINATION.search(scene.small, 0, p.start)]
    return Draft(
        family="shipment",
        at=start,
        title=f"supply of {what}",
        sector=sector,
        status=STATUS_OF.get(scene.kind_at(start, end), "proposed"),
        places=names(places),
        parties=tuple(dict.fromkeys(c.name for c in parties)),
        period=scene.period(clause.start, clause.end, start),
        note=what.lower(),
    )
