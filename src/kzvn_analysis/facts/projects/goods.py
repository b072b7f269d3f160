"""What a lot is of: the goods that a weight or a count belongs to, and their name."""

from __future__ import annotations

from dataclasses import replace

from ...reading import gated as re
from ..sectors.words import SectorWord, sector_words
from ..termlist import lower
from .scene import At, Scene

# "raise grain transit via the port to 500,000 tons": the goods are named before the volume
_VOLUME = re.compile(
    r"\b(?:volumes?|transit|exports?|supplies|shipments?|deliveries|"
    r"imports?)\b[^.;]*\bto (?:the |about |some |up to )?\Z"
)
# "wheat shipments to Vietnam reached 62,000 tonnes"
_CAME_TO = re.compile(
    r"\b(?:volumes?|transit|exports?|supplies|shipments?|deliveries|imports?|sales|purchases)\b(?:[^.;,]|\.\d){0,60}?\b(?:reached|hit|"
    r"totall?ed|amounted to|came to|stood at|exceeded|rose to|grew to|fell to|increased to|made up|were|was) "
    r"(?:(?:about|around|some|nearly|almost|over|more than|just) )*\Z"
)
_THINGS = {
    "head": "agriculture",
    "cows": "agriculture",
    "horses": "agriculture",
    "ducklings": "agriculture",
    "chicks": "agriculture",
    "seedlings": "agriculture",
    "tractors": "industry",
    "locomotives": "industry",
    "vehicles": "industry",
    "cars": "industry",
    "buses": "industry",
    "suits": "industry",
    "shirts": "industry",
    "garments": "industry",
    "uniforms": "industry",
    "tyres": "industry",
    "smartphones": "industry",
    "motorcycles": "industry",
    "bicycles": "industry",
    "laptops": "industry",
}
_OF_ITS_OWN = re.compile(r" of (?!(?:it|them|which|that|this|these|the)\b)[a-z]")
DESTINATION = re.compile(
    r"\b(?:to|for|in|at|from|through|via|of|left|reached)\s+(?:the )?(?:port of |station of |city of )?\Z"
)
RECEIVER = re.compile(r"\b(?:to|at|for|from) (?:the|its|a) (?:[\w’'-]+ ){0,3}\Z")  # "to the Nghi Son refinery"


def goods_of(scene: Scene, amount: At, goods: list[SectorWord]) -> SectorWord | None:
    """What the weight is of: "5,000 tonnes of flour a month", "a 200-tonne lot of honey"."""
    if goods and goods[0].start < 0:
        return (
            None
            if re.match(
                r" of (?!(?:Kazakh|Vietnamese|Kazakhstani) )[a-z]|"
                r" of (?:Kazakh|Vietnamese|Kazakhstani) [a-z]",
                scene.text[amount.end :],
            )
            else goods[0]
        )
    following = [w for w in goods if 0 <= w.start - amount.end <= 45 and "," not in scene.text[amount.end : w.start]]
    following = [w for w in following if not RECEIVER.search(scene.small, amount.end, w.start)]
    inside = [w for w in goods if amount.start <= w.start < amount.end]
    before = [w for w in goods if 0 <= amount.start - w.end <= 25]
    if _OF_ITS_OWN.match(scene.small, amount.end):
        before = []  # "8,000 tonnes of wheat and 2,100 tonnes of lead"
    clause = scene.clause_at(amount.start)
    kinds = {w.sector for w in goods if clause.start <= w.start < clause.end}
    if not before and len(kinds) == 1 and (
        _VOLUME.search(scene.small, clause.start, amount.start)
        or _CAME_TO.search(scene.small, clause.start, amount.start)
    ):
        before = [w for w in goods if clause.start <= w.start < amount.start]
    for found in (inside, following, before):
        if found:
            return found[0] if found is not before else found[-1]
    unknown = re.match(
        r" of (?:(?:Vietnamese|Kazakh|Kazakhstani) )?((?:[a-z-]+ )?[a-z-]{3,})", scene.text[amount.end :]
    )
    if unknown and re.search(
        r"\b(?:suppl\w+|deliver\w*|ship\w*|purchas\w+|bought|sell|sold|buy|sales?|exported|imported|"
        r"contract\w*)\b",
        scene.small,
    ):
        whose = [c.sector for c in scene.companies if c.sector]
        sector = whose[0] if whose else "trade"
        return SectorWord(amount.end + unknown.start(1), amount.end + unknown.end(1), sector, "goods")
    return None


def counted(scene: Scene, amount: At) -> SectorWord | None:
    """What is bought or sold by the piece: "500 breeding heifers", "20 locomotives"."""
    sector = _THINGS.get(amount.what.unit)
    words = scene.text[amount.start : amount.end]
    return SectorWord(amount.start + words.rfind(" ") + 1, amount.end, sector, "goods") if sector else None


_TRANSIT = re.compile(
    r" (?:(?:of|with) )?(?:(?:vietnamese|kazakh(?:stani)?|transit|various) )*(?:goods|cargo|cargoes|products|freight)\b"
)


def in_transit(scene: Scene, amount: At) -> SectorWord | None:
    """Cargo of any sort that goes through: "1,400 containers of Vietnamese goods in transit to Europe"."""
    cargo = _TRANSIT.match(scene.small, amount.end)
    if not cargo or "transit" not in scene.small[scene.clause_at(amount.start).start :]:
        return None
    return SectorWord(scene.small.rfind(" ", 0, cargo.end()) + 1, cargo.end(), "transport", "goods")


def goods_before(scene: Scene) -> list[SectorWord]:
    """The one kind of goods of the sentence before: "He buys wheat. He ships 400 tonnes a month"."""
    goods = _words_before(scene)
    names = {scene.before.text[w.start : w.end].lower() for w in goods}
    return [replace(goods[0], start=-1, end=-1)] if len(names) == 1 else []


def _words_before(scene: Scene) -> list[SectorWord]:
    if scene.before is None:
        return []
    small = lower(scene.before.text)
    return [
        w
        for w in sector_words(scene.before.text, names=False)
        if (w.kind == "goods" or w.kind != "name" and w.sector in ("energy", "mining"))
        and not RECEIVER.search(small, 0, w.start)
    ]


def name_of(scene: Scene, word: SectorWord) -> str:
    if word.start < 0:
        return next(scene.before.text[w.start : w.end] for w in _words_before(scene))
    before = scene.text[: word.start].rsplit(" ", 2)[-2:-1]
    return (
        f"{before[0]} {scene.text[word.start : word.end]}"
        if before and before[0] in ("Kazakh", "Vietnamese", "Kazakhstani")
        else scene.text[word.start : word.end]
    )
