"""The places that a trade word is tied to: "Kazakhstan's exports", "trade with Viet Nam"."""

from __future__ import annotations

from ...reading import PlaceMention
from ...reading import gated as re
from .line import Line, Mark


def places_before(line: Line, mark: Mark) -> list[PlaceMention]:
    """The places right before a mark, nearest first: "Vietnam–Kazakhstan trade"."""
    out: list[PlaceMention] = []
    edge, pattern = mark.start, _BEFORE_MARK
    for place in reversed([p for p in line.places if p.end <= mark.start]):
        if not pattern.fullmatch(line.low, place.end, edge):
            break
        out.append(place)
        # "in Kazakhstan, Vietnam's exports": who owns them by itself begins after the comma
        owns = place.kind == "adjective" or _OWNS.match(line.low, place.end, edge)
        edge, pattern = place.start, _BEFORE_OWNER if owns else _BEFORE_PLACE
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
_OWNS = re.compile(r"['’]|\s+side['’]")
_BEFORE_OWNER = re.compile(r"\s*(?:[-–—/]|and|&)\s*(?:the\s+)?")
_BEFORE_PLACE = re.compile(r"\s*(?:[-–—,/]|and|&)\s*(?:the\s+)?")
_CHAIN = re.compile(rf"\s*(?:[-–—,/]|,?\s*and|&)\s*{_REPUBLIC}|['’]s\s+")
_PREPOSITION = re.compile(rf"\b(with|to|from|between|among|of|into|by)\s+{_REPUBLIC}\Z")
