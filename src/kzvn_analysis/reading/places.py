"""Find places: countries, peoples' adjectives, blocs, cities and regions."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from . import gated as re
from .fold import fold, key
from .gazetteer import coordinates, gazetteer, place_named
from .lexicon import alternation, words
from .model import PlaceMention, Sentence

__all__ = ["coordinates", "find_places", "place_named"]

# Names of Vietnamese provinces are given names too: "Nguyen Hoa Binh".
_SURNAME = re.compile(
    rf"(?<!\w){alternation(fold(n).text for n in words('family_names_vi.txt'))}\s+(?:[A-Z][a-z]*\s+){{0,2}}$"
)
_PERSONAL = frozenset(key(name) for name in words("place_given_names.txt"))


def find_places(text: str, sentences: Sequence[Sentence]) -> tuple[PlaceMention, ...]:
    """Every place of the sentences, in text order.

    Parameters
    ----------
    text
        The article's text.
    sentences
        As `find_sentences` gives them.

    Returns
    -------
    tuple of PlaceMention
        Longest names first, never overlapping; spans count in `text`, whatever its letters are made of.
    """
    folded = fold(text)
    starts = [s.start for s in sentences]
    out = []
    for begin, stop, place in gazetteer().find(folded.text):
        if place.kind == "none" or _is_person(folded.text, begin, stop):
            continue
        start, end = folded.origin(begin), folded.origin(stop)
        inside = bisect_right(starts, start) - 1
        if inside >= 0 and end <= sentences[inside].end:
            out.append(PlaceMention(start, end, text[start:end], place.name, place.kind, place.country))
    return tuple(out)


def _is_person(text: str, start: int, end: int) -> bool:
    """Whether a name that people bear too stands after a family name."""
    return key(text[start:end]) in _PERSONAL and bool(_SURNAME.search(text, max(0, start - 30), start))
