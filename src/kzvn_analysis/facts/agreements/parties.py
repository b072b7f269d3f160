"""Tell whether an instrument is between the two countries: no third country's, no bloc's, no company's."""

from __future__ import annotations

import re
from functools import cache

from ...reading import lexicon
from .cues import PACKAGE
from .scene import Scene

_OWN = ("KAZ", "VNM")


def is_bilateral(scene: Scene, start: int, end: int) -> bool:
    """Whether nothing in the clause of the name at ``start:end`` makes it somebody else's.

    Parameters
    ----------
    scene
        The sentence.
    start, end
        The name, local offsets.
    """
    low, high = scene.clause(start)[0], scene.clause(max(start, end - 1))[1]
    if _foreign().search(scene.lower[start : end + 1]):
        return False
    for place in scene.places_between(low, high):
        mention = place.mention
        inside = start <= place.start and place.end <= end
        if mention.kind == "bloc" and _REGION.search(mention.name) and not inside:
            continue
        if mention.kind == "bloc" and not _SCHOOL.match(scene.text, place.end):
            if inside or abs(place.start - end) < 80 or abs(start - place.end) < 80:
                return False
        elif mention.country not in (None, *_OWN) and (
            inside or not _is_venue(scene, place.start, mention.kind)
        ):
            return False
    return True


def names_company(text: str) -> bool:
    """Whether `text` names a company: its deals are projects."""
    return bool(_company().search(_STATE_BANK.sub(" ", text)))


_STATE_BANK = re.compile(r"\b(?:[Cc]entral|[Nn]ational|[Ss]tate) [Bb]anks?\b")


_REGION = re.compile(r"Asia|Europe|America|Africa|Mekong|East|Pacific|Caucasus|Gulf")
_SCHOOL = re.compile(r"\s+(?:National\s+)?(?:University|Academy|Institute|Bank|Fund)")


def _is_venue(scene: Scene, start: int, kind: str) -> bool:
    """Whether a third country is only where something took place ("in Beijing", "on the way to Moscow")."""
    before = scene.lower[max(0, start - 25) : start]
    return kind in ("city", "region", "other") or bool(
        re.search(r"\b(?:in|from|via|through|to)\s+(?:the\s+)?$", before)
    )


@cache
def _foreign() -> re.Pattern[str]:
    words = lexicon.words("agreement_not_bilateral.txt", PACKAGE)
    return re.compile(rf"(?<!\w){lexicon.alternation(words)}(?!\w)", re.IGNORECASE)


@cache
def _company() -> re.Pattern[str]:
    words = lexicon.words("company_marks.txt", PACKAGE)
    return re.compile(rf"(?<!\w){lexicon.alternation(words)}(?!\w)")
