"""The places the program knows: countries, peoples, blocs, cities and regions, from the data files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .fold import fold, key
from .lexicon import rows, words


@dataclass(frozen=True, slots=True)
class Place:
    """A place; `kind` as in `PlaceMention`, or ``none`` for a name that only looks like a place."""

    name: str
    kind: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None


@cache
def gazetteer() -> dict[str, tuple[re.Pattern, dict[str, Place]]]:
    """Names by their first word: a pattern for all that begin with it, and what each of them is.

    The first word and the names are folded and in lower case, the pattern wants the written case.
    """
    names: dict[str, Place] = {}
    for name, place in _names():
        names.setdefault(fold(name).text, place)
    by_word: dict[str, list[str]] = {}
    for name in names:
        by_word.setdefault(_FIRST_WORD.match(name)[0].casefold(), []).append(name)
    return {word: (_pattern(group), {key(n): names[n] for n in reversed(group)}) for word, group in by_word.items()}


def place_named(name: str) -> Place | None:
    """The place of that name, however it is spelt; ``None`` if it is not known."""
    folded = key(name)
    first = _FIRST_WORD.match(folded)
    found = gazetteer().get(first[0]) if first else None
    place = found[1].get(folded) if found else None
    return None if place is None or place.kind == "none" else place


def coordinates(name: str) -> tuple[float, float] | None:
    """Latitude and longitude of a city, region or other place, in degrees; ``None`` where unknown."""
    place = place_named(name)
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


_FIRST_WORD = re.compile(r"[^\W_]+")


def _names() -> Iterator[tuple[str, Place]]:
    """Every spelling with its place; the first one given for a spelling counts."""
    for name in words("not_places.txt"):
        yield name, Place(name, "none", None)
    for code, name, others, peoples in _cells("countries.tsv", 4):
        for spelling in (name, *_several(others)):
            yield spelling, Place(name, "country", code)
        for spelling in _several(peoples):
            yield spelling, Place(name, "adjective", code)
    for name, others, _ in _cells("blocs.tsv", 3):
        for spelling in (name, *_several(others)):
            yield spelling, Place(name, "bloc", None)
    places = [(*row[:5], _several(row[5])) for row in _cells("places.tsv", 6)]
    for own in (True, False):  # a name goes before another place's old name
        for name, code, kind, latitude, longitude, others in places:
            place = Place(name, kind, code, _degrees(latitude), _degrees(longitude))
            for spelling in (name,) if own else others:
                yield spelling, place


def _cells(name: str, count: int) -> Iterator[tuple[str, ...]]:
    for row in rows(name):
        yield (*row, *[""] * (count - len(row)))[:count]


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None


def _pattern(names: list[str]) -> re.Pattern:
    """Matches any of `names` as written or in capitals, the longest first."""
    spellings = {s for n in names for s in (n, n.upper())}
    longest_first = sorted(spellings, key=lambda s: (-len(s), s))
    parts = (re.escape(s).replace(r"\ ", r"\s+").replace(r"\-", r"\s?-\s?") for s in longest_first)
    return re.compile(f"(?:{'|'.join(parts)})(?![^\\W_]|[$€£])")
