"""Cities told in short: "from Ho Chi Minh", "Kazakhstan's capital"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ...reading import PlaceMention
from ...reading import gated as re

# "from Ho Chi Minh to Kazakhstan's capital", "the Ho Chi Minh – Almaty route"
_CITY_IN_SHORT = re.compile(
    r"(?P<hcm>(?:(?<=from )|(?<=to )|(?<=and )|(?<=between )|(?<=in )|(?<=on )|(?<=[-–—])|(?<=[-–—] )|"
    r"(?<=the )(?=H. Ch. Minh ?[-–—]))H[oồ] Ch[ií] Minh(?! (?:City|Mausoleum|Museum|"
    r"Badge|Medal|Communist|Order|National|University|Thought|Square)|['’]s)(?=\s|[,.;-]|\Z))"
    # not "with the participation of Vietnamese capital", which is money
    r"|\b(?:the (?=Kazakh |Viet))?(?P<of>(?<=the )Kazakh|Kazakhstan['’]s|(?<=the )Vietnamese|Vi[eệ]t ?[Nn]am['’]s) "
    r"capital(?! (?:of|city of|market|invest\w*|Astana|Hanoi)\b)"
)
_CAPITALS = {"K": ("Astana", "KAZ"), "V": ("Hanoi", "VNM")}


def cities_in_short(text: str, told: Sequence) -> Iterator[PlaceMention]:
    """Yield the cities that a sentence tells in short, but for those among the places `told`; offsets in the text."""
    names = [p.what.name for p in told]
    for match in _CITY_IN_SHORT.finditer(text):
        if any(p.start < match.end() and match.start() < p.end for p in told):
            continue
        name, country = ("Ho Chi Minh City", "VNM") if match["hcm"] else _CAPITALS[match["of"][0]]
        if name not in names:
            names.append(name)
            yield PlaceMention(match.start(), match.end(), match.group(), name, "city", country)
