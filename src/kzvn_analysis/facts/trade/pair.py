"""Which places stand for one of the two countries, and for which."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from ...reading import PlaceMention
from ...reading import gated as re

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
