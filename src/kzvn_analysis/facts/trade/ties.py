"""The places that a trade word is tied to: "Kazakhstan's exports", "trade with Viet Nam"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...reading import PlaceMention
from ...reading import gated as re
from .line import Line, Mark

PAIR = ("KAZ", "VNM")
_CAPITALS = frozenset({"Astana", "Hanoi", "Nur-Sultan"})


def country(place: PlaceMention) -> str:
    """Whom a place stands for beside a trade word: a country's code, ``bloc`` or ``region``."""
    if place.kind in ("country", "adjective") or place.name in _CAPITALS:
        return place.country or "bloc"
    return "bloc" if place.kind == "bloc" else "region"


def by_region(low: str, places: Sequence[PlaceMention]) -> list[PlaceMention]:
    """`places` with "the Central Asian country" read as the one of the two that lies there.

    Not where a third country is named beside it: then it may be that one.
    """
    if any(p.country not in (*PAIR, None) for p in places):
        return list(places)
    return [
        replace(p, kind="country", country=_OF_REGION[p.name])
        if p.name in _OF_REGION and _ONE.match(low, p.end) and _THE.search(low, max(0, p.start - 8), p.start)
        else p
        for p in places
    ]


_OF_REGION = {"Central Asia": "KAZ", "Southeast Asia": "VNM"}
_ONE = re.compile(r"\s+(?:country|nation|republic|state|economy|partner|neighbou?r|market|giant)\b")
_THE = re.compile(r"\bthe\s+\Z")


def partner(code: str) -> str:
    """The other one of the two countries."""
    return PAIR[code == PAIR[0]]


def places_before(line: Line, mark: Mark) -> list[PlaceMention]:
    """The places right before a mark, nearest first: "Vietnam–Kazakhstan trade"."""
    out: list[PlaceMention] = []
    edge, pattern = mark.start, _BEFORE_MARK
    for place in reversed([p for p in line.places if p.end <= mark.start]):
        if not pattern.fullmatch(line.low, place.end, edge):
            break
        out.append(place)
        edge, pattern = place.start, _BEFORE_PLACE
    return out


def places_after(line: Line, mark: Mark, limit: int | None = None) -> list[tuple[str, PlaceMention, int]]:
    """The places that prepositions tie to a mark: (preposition, place, words between), up to `limit`."""
    out: list[tuple[str, PlaceMention, int]] = []
    last: PlaceMention | None = None
    limit = line.end if limit is None else limit
    for place in line.places:
        if place.start < mark.end or place.end > limit:
            continue
        if last and out and _CHAIN.fullmatch(line.low, last.end, place.start):
            out.append((out[-1][0], place, out[-1][2]))
        else:
            match = _PREPOSITION.search(line.low, max(mark.end, place.start - 48), place.start)
            if match:
                words = len(line.low[mark.end : match.start()].split())
                out.append((match[1], place, words))
        last = place
    return out


_REPUBLIC = r"(?:the\s+)?(?:(?:socialist\s+)?republic\s+of\s+)?"
_ADJECTIVE = (
    r"(?:total|overall|annual|bilateral|mutual|two-way|own|direct|official|foreign|external|main|goods|merchandise"
    r"|current|yearly|combined|economic\s+and)"
)
_BEFORE_MARK = re.compile(rf"(?:['’]s?|\s+side['’]s)?[\s–-]+(?:{_ADJECTIVE}\s+){{0,3}}")
_BEFORE_PLACE = re.compile(r"\s*(?:[-–—,/]|and|&)\s*(?:the\s+)?")
_CHAIN = re.compile(rf"\s*(?:[-–—,/]|,?\s*and|&)\s*{_REPUBLIC}|['’]s\s+")
_PREPOSITION = re.compile(rf"\b(with|to|from|between|among|of|into|by)\s+{_REPUBLIC}\Z")
