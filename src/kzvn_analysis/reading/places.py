"""Find places: countries, peoples' adjectives, blocs, cities and regions."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from .fold import fold, key
from .gazetteer import coordinates, gazetteer, place_named
from .model import PlaceMention, Sentence

__all__ = ["coordinates", "find_places", "place_named"]

_WORD = re.compile(r"(?<![^\W_])[A-Z][^\W_]*|(?<![^\W_])(?:eurozone|the (?=Emirates|States))")
# Given names of Vietnamese people are names of provinces too: "Nguyen Hoa Binh".
_SURNAME = re.compile(
    r"(?:Nguyen|Tran|Le|Pham|Huynh|Hoang|Phan|Vu|Vo|Dang|Bui|Do|Ho|Ngo|Duong|Ly|Dinh|Doan|Trinh|Truong|Mai|Dao|Luong|To|Ha|Cao|Ta|Chu"
    r"|Lam|Thach|Thai|Tong|Vuong|Quach|Kieu|La|Luu|Nghiem|Ton|Tang|Uong|Khuat|Giang|Diep|Mac|Phung)\s+(?:[A-Z][a-z]*\s+){0,2}$"
)
_PERSONAL = frozenset(
    key(n) for n in (
        "Hoa Binh", "Thai Binh", "Quang Ninh", "Quang Nam", "Quang Binh", "Thanh Hoa", "Vinh", "Hue", "Long An", "Binh Minh", "Ha Nam",
        "Nam Dinh", "Thai Nguyen", "Son La", "Bac Giang", "An Giang", "Hai Duong", "Phu Yen", "Khanh Hoa", "Ninh Binh", "Binh Dinh",
        "Binh Duong", "Viet Tri", "Dong Ha", "Gia Lai", "Tam Ky", "Ha Giang", "Vinh Long", "Hung Yen", "Lam Dong", "Quang Tri",
        "Bien Hoa", "Tuy Hoa", "Dong Hoi", "Ben Tre", "Vinh Phuc", "Lao", "Viet",
    )
)  # fmt: skip


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
    known, out, done = gazetteer(), [], 0
    for word in _WORD.finditer(folded.text):
        if word.start() < done:
            continue
        found = known.get(word[0].split(" ")[0].casefold())
        match = found and found[0].match(folded.text, word.start())
        if not match:
            continue
        place = found[1].get(" ".join(match[0].casefold().replace(" - ", "-").split()))
        if place is None:
            place = found[1].get(key(re.sub(r"\s?-\s?", "-", match[0])))
        if place is None or _is_person(folded.text, match):
            continue
        done = match.end()
        if place.kind == "none":
            continue
        start, end = folded.origin(match.start()), folded.origin(match.end())
        inside = bisect_right(starts, start) - 1
        if inside < 0 or end > sentences[inside].end:
            continue
        out.append(PlaceMention(start, end, text[start:end], place.name, place.kind, place.country))
    return tuple(out)


def _is_person(text: str, match: re.Match) -> bool:
    """Whether a name that people bear too stands after a surname."""
    return key(match[0]) in _PERSONAL and bool(_SURNAME.search(text, max(0, match.start() - 30), match.start()))
