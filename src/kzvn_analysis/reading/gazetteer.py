"""The places the program knows: countries, peoples, blocs, cities and regions, from the data files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .fold import fold, key
from .lexicon import rows, words
from .names import Names


@dataclass(frozen=True, slots=True)
class Place:
    """A place; `kind` as in `PlaceMention`, or ``none`` for a name that only looks like a place."""

    name: str
    kind: str
    country: str | None
    latitude: float | None = None
    longitude: float | None = None


@cache
def gazetteer() -> Names[Place]:
    """Every place by every spelling, ready to be found."""
    names: dict[str, Place] = {}
    for name, place in _spellings():
        names.setdefault(fold(name).text, place)
    return Names(names, after=r"[^\W_]|[$€£]")


def place_named(name: str) -> Place | None:
    """The place of that name, however it is spelt; ``None`` if it is not known."""
    return _by_key().get(key(name))


def coordinates(name: str) -> tuple[float, float] | None:
    """Latitude and longitude of a city, region or other place, in degrees; ``None`` where unknown."""
    place = place_named(name)
    if place is None or place.latitude is None or place.longitude is None:
        return None
    return place.latitude, place.longitude


@cache
def _by_key() -> dict[str, Place]:
    places: dict[str, Place] = {}
    for name, place in _spellings():
        if place.kind != "none":
            places.setdefault(key(name), place)
    return places


def _spellings() -> Iterator[tuple[str, Place]]:
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
    """The rows of a list, filled up with empty cells."""
    for row in rows(name):
        yield (*row, *[""] * (count - len(row)))[:count]


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split(";") if part.strip())


def _degrees(cell: str) -> float | None:
    return float(cell) if cell else None
